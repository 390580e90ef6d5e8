/** The acts delegations make most often, as scripts: what bots did in recorded matches, and busy plenaries of up to sixty texts. */
import { isRefusal, legalActs, step } from '../../shared/src/index.ts';
import type { Actor, Command, LegalSlice, LineDraft, MatchState, Scenario, SeatCommand } from '../../shared/src/index.ts';
import type { Played } from '../../shared/src/bots/table.ts';
import { dice, TEXTS } from './peerGame.ts';

/** One act at the state it was made in. */
export interface Act { readonly state: MatchState; readonly actor: Actor; readonly command: Command }

const LINES = 4;

/** Acts of these kinds in a played match that leave the phase as it is: what closes a phase is counted with the whole match. */
export function actsOf(scenario: Scenario, start: MatchState, played: Played, kinds: readonly Command['type'][]): Act[] {
  let state = start;
  return played.entries.flatMap(({ actor, command }): Act[] => {
    const before = state;
    const taken = step(scenario, state, actor, command);
    if (isRefusal(taken)) throw new Error(`bench: a recorded act was refused: ${taken.code}`);
    state = taken.state;
    return kinds.includes(command.type) && state.phaseSeq === before.phaseSeq ? [{ state: before, actor, command }] : [];
  });
}

/** The state of a played match as the plenary of a round opens. */
export function plenaryOf(scenario: Scenario, start: MatchState, played: Played, round: number): MatchState {
  let state = start;
  for (const { actor, command } of played.entries) {
    const taken = step(scenario, state, actor, command);
    if (isRefusal(taken)) throw new Error(`bench: a recorded act was refused: ${taken.code}`);
    state = taken.state;
    if (state.phase === 'plenary' && state.talks.open && state.round >= round) return state;
  }
  throw new Error(`bench: no plenary from round ${round} on`);
}

/** A busy plenary: equal shares of tabling, signing, refusing and talk until sixty texts have been tabled. */
export function busyPlenary(scenario: Scenario, start: MatchState, seed: number): Act[] {
  const roll = dice(seed);
  const acts: Act[] = [];
  let state = start;
  while (state.proposals.length - start.proposals.length < TEXTS && acts.length < TEXTS * LINES * 4) {
    const { id: seat } = scenario.seats[roll(scenario.seats.length)] ?? { id: '' };
    const command = busyAct(scenario, legalActs(scenario, state, seat), seat, state, roll);
    const actor: Actor = { kind: 'seat', seat };
    const taken = step(scenario, state, actor, command);
    if (isRefusal(taken)) continue; // what the menu cannot say, such as two lines that exclude each other
    acts.push({ state, actor, command });
    state = taken.state;
  }
  return acts;
}

function busyAct(scenario: Scenario, legal: LegalSlice, seat: string, state: MatchState, roll: (below: number) => number): SeatCommand {
  const kind = roll(4);
  const table = legal.propose.find((each) => !each.chairDraft);
  const may = (what: 'sign' | 'refuse'): string[] => Object.entries(legal.answer).flatMap(([id, answer]) => (answer[what] ? [id] : []));
  if (kind === 0 && table && table.left > 0) return { type: 'propose', scope: table.scope, lines: linesOf(table.clauses.filter((clause) => clause.ok), roll) };
  const texts = kind === 1 ? may('sign') : kind === 2 ? may('refuse') : [];
  const proposal = texts[roll(Math.max(1, texts.length))];
  const version = state.proposals.find((each) => each.id === proposal)?.version ?? 1;
  if (proposal !== undefined) return kind === 1 ? { type: 'sign', proposal, version } : { type: 'refuse', proposal, version, reasons: ['too-little'] };
  return { type: 'message', to: scenario.seats.map((each) => each.id).filter((each) => each !== seat && roll(3) === 0), text: `a word about text ${roll(TEXTS)}` };
}

function linesOf(clauses: readonly { readonly clause: string; readonly givers: readonly (readonly string[])[]; readonly receivers: readonly (readonly string[])[] }[], roll: (below: number) => number): LineDraft[] {
  const picked = new Set(Array.from({ length: 1 + roll(LINES) }, () => clauses[roll(clauses.length)]));
  return [...picked].flatMap((clause) => (clause ? [{ clause: clause.clause, givers: clause.givers[roll(clause.givers.length)] ?? [], receivers: clause.receivers[roll(clause.receivers.length)] ?? [], mode: 'WRITTEN' as const }] : []));
}
