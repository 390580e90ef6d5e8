/** One act in, events or a refusal out. Who may ask what is settled here; each topic has its own file in `rules`. */
import { post } from './news.ts';
import type { ActCommand, Actor, Command, MatchOptions, Refusal, SeatCommand, TableCommand } from '../model/commands.ts';
import { isRefusal, refuse } from '../model/commands.ts';
import type { DeskState } from '../model/desk.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { decideAcceptInvite, decideDeclineInvite, decideInvite } from '../rules/bilaterals.ts';
import { decideChoose } from '../rules/choices.ts';
import { drawRounds } from '../rules/events/seeds.ts';
import { decideDeclare } from '../rules/declaration.ts';
import { decideMessage } from '../rules/press.ts';
import { decideObject, decidePropose, decideRefuse, decideSign, decideWithdraw } from '../rules/proposals.ts';
import { dealMandates } from '../rules/setup.ts';
import { decideAnswerAct } from '../rules/answers.ts';
import { decidePickSide, decideStandDown } from '../rules/sideTaking.ts';
import { decidePreStep } from '../rules/suspension.ts';
import type { Scenario } from '../scenario/schema.ts';
import { askDesk, decideDesk } from '../rules/desk/decideDesk.ts';
import { checkOffice, decideDraft, delegate, inField, isDraftCommand } from '../rules/desk/offices.ts';
import { decideStatecraft } from './decideStatecraft.ts';
import { advanceWhenReady, closePhase, openMatch } from './phases.ts';
import { record, resume } from './recorder.ts';

type SeatActor = Extract<Actor, { kind: 'seat' }>;
type Decision = readonly MatchEvent[] | Refusal;
const TABLE_COMMANDS: readonly string[] = ['start', 'advance', 'hold', 'desk'] satisfies TableCommand['type'][];
const isTable = (command: Command): command is TableCommand => TABLE_COMMANDS.includes(command.type);

/** What an act leads to: its events, the state after each of them, and the state with all of them folded. */
export interface Step { readonly events: readonly MatchEvent[]; readonly states: readonly MatchState[]; readonly state: MatchState }

/** Answers an act of a seat or of the table. The same decision closes the phase when it makes the last awaited seat ready. */
export function decide(scenario: Scenario, state: MatchState, actor: Actor, command: Command): Decision {
  const taken = step(scenario, state, actor, command);
  return isRefusal(taken) ? taken : taken.events;
}

/** `decide` together with the state that `evolve` makes of its events: deciding has folded them already, so a caller that wants both spares itself a second fold. */
export function step(scenario: Scenario, state: MatchState, actor: Actor, command: Command): Step | Refusal {
  const decision = answer(scenario, state, actor, command);
  if (isRefusal(decision)) return decision;
  const r = resume(scenario, state, decision);
  if (state.status === 'running' && (actor.kind === 'seat' || speaksForSeat(command))) advanceWhenReady(r);
  return { events: r.events, states: r.states, state: r.state };
}

/** FD-6, FD-7: acts of the desk that are in truth a seat's. */
const speaksForSeat = (command: Command): boolean => command.type === 'desk' && (command.act.type === 'enter' || command.act.type === 'settle');

function answer(scenario: Scenario, state: MatchState, actor: Actor, command: Command): Decision {
  if (actor.kind === 'table') return isTable(command) ? decideTable(scenario, state, command) : refuse('unknown-seat', { command: command.type });
  if (isTable(command)) return refuse('not-for-seats', { command: command.type });
  if (!state.seats[actor.seat]) return refuse('unknown-seat', { seat: actor.seat });
  const talkAfterwards = state.status === 'ended' && command.type === 'message';
  if (state.status !== 'running' && !talkAfterwards) return refuse('not-running', { status: state.status });
  const { desk } = state;
  return desk ? decideMember(scenario, state, desk, actor, command) : actFor(scenario, state, actor, command);
}

/** FD-2, FD-7, DL: a paused table only talks; a delegate acts in the own office; what the desk wants to see first waits there. */
function decideMember(scenario: Scenario, state: MatchState, desk: DeskState, actor: SeatActor, command: SeatCommand): Decision {
  const inside = isDraftCommand(command);
  if (desk.paused && command.type !== 'message' && (!inside || command.type === 'confirmDraft')) return refuse('paused', { why: desk.paused.reason });
  if (desk.paused?.huddle && command.type === 'message' && command.to.length > 0) return refuse('huddle', {});
  const who = delegate(state, actor.member);
  const denied = who ? checkOffice(scenario, state, who, command) : null;
  if (denied) return denied;
  if (actor.member !== undefined && !inside && desk.approval.includes(command.type)) return askDesk(desk, state, actor, command);
  return actFor(scenario, state, actor, who ? inField(scenario, state, who, command) : command);
}

function actFor(scenario: Scenario, state: MatchState, actor: SeatActor, command: SeatCommand): Decision {
  if (!isDraftCommand(command)) return decideSeat(scenario, state, actor.seat, command);
  if (actor.member === undefined) return refuse('cannot-draft', { command: command.type });
  const { member } = actor;
  return decideDraft(scenario, state, actor.seat, member, command, (drafted) => (state.desk?.approval.includes(drafted.type) ? askDesk(state.desk, state, actor, drafted) : decideSeat(scenario, state, actor.seat, drafted)));
}

function decideSeat(scenario: Scenario, state: MatchState, seat: SeatId, command: ActCommand): Decision {
  switch (command.type) {
    case 'ready':
      return state.ready.includes(seat) === command.on ? [] : [{ type: 'readied', seat, on: command.on }];
    case 'declare':
      return decideDeclare(state, seat, command);
    case 'invite':
      return decideInvite(scenario, state, seat, command);
    case 'acceptInvite':
      return decideAcceptInvite(scenario, state, seat, command);
    case 'declineInvite':
      return decideDeclineInvite(state, seat, command);
    case 'message':
      return decideMessage(scenario, state, seat, command);
    case 'propose':
      return decidePropose(scenario, state, seat, command);
    case 'sign':
      return decideSign(scenario, state, seat, command);
    case 'refuse':
      return decideRefuse(scenario, state, seat, command);
    case 'object':
      return decideObject(scenario, state, seat, command);
    case 'withdraw':
      return decideWithdraw(scenario, state, seat, command);
    case 'preStep':
      return decidePreStep(scenario, state, seat, command);
    case 'choose':
      return decideChoose(scenario, state, seat, command);
    case 'pickSide':
      return decidePickSide(scenario, state, seat, command);
    case 'answerAct':
      return decideAnswerAct(scenario, state, seat, command);
    case 'standDown':
      return decideStandDown(scenario, state, seat, command);
    default:
      return decideStatecraft(scenario, state, seat, command);
  }
}

function decideTable(scenario: Scenario, state: MatchState, command: TableCommand): Decision {
  switch (command.type) {
    case 'start':
      return state.status === 'waiting' ? start(scenario, state, command.options) : refuse('already-started', { status: state.status });
    case 'advance':
      return advance(scenario, state, command.phaseSeq);
    case 'hold':
      return hold(scenario, state, command.seat, command.holder);
    case 'desk':
      return decideDesk(scenario, state, command.act, decideSeat);
    default:
      return command satisfies never;
  }
}

function start(scenario: Scenario, state: MatchState, options: MatchOptions): MatchEvent[] {
  const r = record(scenario, state);
  const { mandates, random } = dealMandates(scenario, options.seed, options);
  r.emit({ type: 'matchStarted', scenario: scenario.id, options, mandates, random });
  drawRounds(r);
  openMatch(r);
  return r.events;
}

/** Time is up. A late timer names a phase that is over and changes nothing. */
function advance(scenario: Scenario, state: MatchState, phaseSeq: number): Decision {
  if (state.status !== 'running') return refuse('not-running', { status: state.status });
  if (phaseSeq !== state.phaseSeq) return refuse('stale-phase', { phaseSeq: state.phaseSeq });
  const r = record(scenario, state);
  closePhase(r);
  return r.events;
}

/** People leave a seat to a bot and take it back; the seat itself plays on. */
function hold(scenario: Scenario, state: MatchState, seat: SeatId, holder: 'people' | 'bot'): Decision {
  if (state.status === 'waiting') return refuse('not-running', { status: state.status });
  const held = state.seats[seat];
  if (!held) return refuse('unknown-seat', { seat });
  if (held.holder === holder) return [];
  const r = record(scenario, state);
  r.emit({ type: 'seatHeld', seat, holder });
  post(r, holder === 'bot' ? 'table.heldByBot' : 'table.heldByPeople', { seat });
  return r.events;
}
