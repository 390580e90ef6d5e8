/** What a bot does next: the rest of its plan, else what its policy thinks of, else "done". Pure: view in, one act out. */
import type { SeatCommand } from '../model/commands.ts';
import type { View } from '../model/view.ts';
import { policyOf } from './policies.ts';
import { awaitsOthers } from './talk.ts';
import { profileOf, temperOf } from './temper.ts';
import type { BotInput, Mind } from './types.ts';

/** More acts than this in one phase would be a circle; then the bot only says it is done. */
export const MOST_ACTS = 16;

/** The next act of the seat this bot leads, or null when it has nothing to do now. */
export function chooseAct(input: BotInput): SeatCommand | null {
  const { memory, hosted } = input;
  const phaseSeq = hosted?.phaseSeq ?? input.view.table.phaseSeq;
  if (memory.phaseSeq !== phaseSeq) turnPage(memory, phaseSeq);
  const command = nextOf(input);
  if (command) memory.acts += 1;
  return command;
}

/** A new phase: what was left to say in the one before is dropped. */
function turnPage(memory: BotInput['memory'], phaseSeq: number): void {
  memory.phaseSeq = phaseSeq;
  memory.acts = 0;
  // Emptying what is empty costs more than the look.
  if (memory.plan.length > 0) memory.plan.length = 0;
  if (memory.tried.size > 0) memory.tried.clear();
}

function nextOf(input: BotInput): SeatCommand | null {
  const { memory, hosted } = input;
  if (memory.acts < MOST_ACTS) {
    for (let planned = memory.plan.shift(); planned; planned = memory.plan.shift()) if (hosted || stands(input.view, planned, input.seat)) return planned;
  }
  if (!hosted && (!input.view.me || !input.view.legal || input.view.table.status !== 'running')) return null;
  const temper = temperOf(input);
  const mind = new Thinker(input, profileOf(temper));
  memory.idle = false;
  const command = memory.acts < MOST_ACTS ? policyOf(temper)(mind) : null;
  if (command || hosted) return command;
  // Nothing left of its own: "done", unless something of its own waits for somebody who can be expected to answer.
  return input.view.table.ready.includes(input.seat) || !mind.legal.ready || awaitsOthers(mind) ? null : { type: 'ready', on: true };
}

/** A mind that reads the parts of its view when it needs them. */
class Thinker implements Mind {
  readonly view: View;
  readonly scenario: Mind['scenario'];
  readonly seat: string;
  readonly random: () => number;
  readonly memory: Mind['memory'];
  readonly profile: Mind['profile'];
  readonly hosted?: NonNullable<Mind['hosted']>;
  sense?: NonNullable<Mind['sense']>;
  constructor({ view, scenario, seat, random, memory, hosted }: BotInput, profile: Mind['profile']) {
    this.view = view; this.scenario = scenario; this.seat = seat; this.random = random; this.memory = memory; this.profile = profile;
    if (hosted) this.hosted = hosted;
  }
  get me(): Mind['me'] { return this.view.me as Mind['me']; }
  get legal(): Mind['legal'] { return this.view.legal as Mind['legal']; }
}

/** Something else happened since this was planned: answers to texts that are gone or changed are dropped. */
function stands(view: View, command: SeatCommand, seat: string): boolean {
  if (command.type !== 'sign' && command.type !== 'refuse' && command.type !== 'object') return view.legal?.ready === true || view.table.ready.includes(seat);
  const proposal = view.proposals[command.proposal];
  return proposal?.status === 'live' && proposal.version === command.version && !proposal.signed.includes(seat);
}
