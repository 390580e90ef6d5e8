/** FD: the facilitator's desk. Every act is an entry of the log like any other, so that the replay shows it. */
import type { DeskAct, DeskState, Inject } from '../../model/desk.ts';
import { NO_DESK } from '../../model/desk.ts';
import { isRefusal, refuse, type ActCommand, type Actor, type Refusal } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import { post } from '../../engine/news.ts';
import { record, resume, type Recorder } from '../../engine/recorder.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { applyEffects, checkEffects } from './effects.ts';
import { checkAssigned } from './offices.ts';
import { ratifyByDesk } from './ratifyByDesk.ts';

type Decision = readonly MatchEvent[] | Refusal;
/** How a seat's own act is decided; handed in, since deciding it is the engine's affair. */
export type DecideSeat = (scenario: Scenario, state: MatchState, seat: SeatId, command: ActCommand) => Decision;

export const MOST_TEXT = 1200;
const MOST_EXTENSION_S = 7200;
export const deskOf = (state: MatchState): DeskState => state.desk ?? NO_DESK;

/** Answers one act of the desk. Whether the asker is the desk was proved before (the room). */
export function decideDesk(scenario: Scenario, state: MatchState, act: DeskAct, decideSeat: DecideSeat): Decision {
  if (act.type !== 'assign' && act.type !== 'mute' && act.type !== 'approval' && act.type !== 'capital' && act.type !== 'say' && state.status !== 'running') return refuse('not-running', { status: state.status });
  const r = record(scenario, state);
  switch (act.type) {
    case 'pause':
      if (deskOf(state).paused) return refuse('already-paused', {});
      if (!short(act.reason, true)) return refuse('message-too-long', { max: MOST_TEXT, length: act.reason.length });
      set(r, { paused: { reason: act.reason.trim(), until: act.until, ...(act.huddle ? { huddle: true } : {}) } });
      post(r, act.huddle ? 'table.deskHuddle' : 'table.deskPaused', { text: act.reason.trim() });
      return r.events;
    case 'resume':
      if (!deskOf(state).paused) return refuse('not-paused', {});
      set(r, { paused: null });
      post(r, 'table.deskResumed');
      return r.events;
    case 'extend': {
      if (act.phaseSeq !== state.phaseSeq) return refuse('stale-phase', { phaseSeq: state.phaseSeq });
      const { extended } = deskOf(state);
      const seconds = act.seconds + (extended?.phaseSeq === state.phaseSeq ? extended.seconds : 0);
      if (!Number.isInteger(act.seconds) || act.seconds < 1 || seconds > MOST_EXTENSION_S) return refuse('bad-extension', { most: MOST_EXTENSION_S });
      set(r, { extended: { phaseSeq: state.phaseSeq, seconds } });
      post(r, 'table.deskExtended', { seconds: act.seconds });
      return r.events;
    }
    case 'say':
      return checkText(act.text) ?? checkSeats(state, act.to) ?? say(r, act.to, act.text);
    case 'inject':
      return inject(r, act.inject);
    case 'rewind':
      return rewind(r, act);
    case 'enter': {
      if (!state.seats[act.seat]) return refuse('unknown-seat', { seat: act.seat });
      const decided = decideSeat(scenario, state, act.seat, act.command);
      if (isRefusal(decided)) return decided;
      const entered = resume(scenario, state, decided);
      post(entered, 'table.deskEntered', { seat: act.seat, text: act.note.trim().slice(0, MOST_TEXT) });
      return entered.events;
    }
    case 'approval':
      set(r, { approval: [...new Set(act.commands)] });
      return r.events;
    case 'capital': {
      const { capital: _before, ...others } = deskOf(state);
      const by = act.by === 'off' ? {} : { capital: act.by };
      r.emit({ type: 'deskMoved', desk: { ...others, ...by, count: others.count + 1 } });
      return r.events;
    }
    case 'ratify': {
      if (!state.seats[act.seat]) return refuse('unknown-seat', { seat: act.seat });
      const answered = ratifyByDesk(r, act, MOST_TEXT);
      if (!isRefusal(answered)) set(r, {});
      return isRefusal(answered) ? answered : r.events;
    }
    case 'settle':
      return settle(r, act, decideSeat);
    case 'assign':
      return assign(r, act);
    case 'mute': {
      const { delegates } = deskOf(state);
      if (!delegates.some((each) => each.member === act.member)) return refuse('unknown-delegate', {});
      set(r, { delegates: delegates.map((each) => (each.member === act.member ? { ...each, muted: act.on } : each)) });
      return r.events;
    }
    default:
      return act satisfies never;
  }
}

/** FD-7: the act waits for the desk instead of being done; a newer one of the same seat and kind takes its place. */
export function askDesk(desk: DeskState, state: MatchState, actor: Extract<Actor, { kind: 'seat' }>, command: ActCommand): MatchEvent[] {
  const others = desk.requests.filter((each) => each.seat !== actor.seat || each.command.type !== command.type || each.phaseSeq !== state.phaseSeq);
  const request = { id: `q${desk.count + 1}`, seat: actor.seat, by: actor.member ?? null, command, round: state.round, phaseSeq: state.phaseSeq };
  return [{ type: 'deskMoved', desk: { ...desk, requests: [...others, request], count: desk.count + 1 } }];
}

/** Writes down what is new of the desk; every act of it counts one on. */
export function set(r: Recorder, change: Partial<DeskState>): void {
  const before = deskOf(r.state);
  r.emit({ type: 'deskMoved', desk: { ...before, ...change, count: before.count + 1 } });
}

const short = (text: string, empty = false): boolean => text.trim().length <= MOST_TEXT && (empty || text.trim() !== '');
const checkText = (text: string): Refusal | null => (short(text) ? null : refuse(text.trim() === '' ? 'empty-message' : 'message-too-long', { max: MOST_TEXT, length: text.length }));
function checkSeats(state: MatchState, seats: readonly SeatId[]): Refusal | null {
  const stranger = seats.find((seat) => !state.seats[seat]);
  return stranger === undefined ? null : refuse('unknown-recipient', { seat: stranger });
}
const readers = (seats: readonly SeatId[]): 'all' | readonly SeatId[] => (seats.length === 0 ? 'all' : seats);

function say(r: Recorder, to: readonly SeatId[], text: string): Decision {
  post(r, 'table.deskSaid', { text: text.trim() }, readers(to));
  return r.events;
}

/** FD-3, FD-4: a piece of news, what a service learnt, or word from somebody who is not at the table; with or without an effect. */
function inject(r: Recorder, { kind, to, text, from, effects }: Inject): Decision {
  const refusal = checkText(text) ?? checkSeats(r.state, to) ?? (effects ? checkEffects(r.scenario, r.state, effects) : null);
  if (refusal) return refusal;
  if (kind === 'message' && !short(from ?? '')) return refuse('empty-message', { max: MOST_TEXT });
  const code = { news: 'table.injectNews', intelligence: 'table.injectIntelligence', message: 'table.injectMessage' }[kind];
  post(r, code, { text: text.trim(), ...(from === undefined ? {} : { sender: from.trim() }) }, readers(to));
  if (effects) applyEffects(r, effects);
  return r.events;
}

/** FD-5: back to the beginning of a round. What was said stays said: talk, news and the desk's own book are kept. */
function rewind(r: Recorder, act: Extract<DeskAct, { type: 'rewind' }>): Decision {
  const { state } = r;
  if (act.state.round !== act.round || act.round > state.round || act.round < 1 || act.state.scenario !== state.scenario) return refuse('bad-rewind', { round: act.round, now: state.round });
  const { messages, news, nextId, phaseSeq } = state;
  r.emit({ type: 'rewound', state: { ...act.state, messages, news, nextId, phaseSeq: phaseSeq + 1, options: { ...act.state.options }, seats: withHolders(act.state, state), desk: { ...deskOf(state), paused: null, extended: null, requests: [], drafts: [] } } });
  post(r, 'table.deskRewound', { round: act.round });
  return r.events;
}
/** Who holds a seat now is a fact of the room, not of the round. */
const withHolders = (then: MatchState, now: MatchState): MatchState['seats'] =>
  Object.fromEntries(Object.entries(then.seats).map(([id, seat]) => [id, { ...seat, holder: now.seats[id]?.holder ?? seat.holder }]));

/** FD-7: what waited is done as asked, or as amended, or goes back with a reason. */
function settle(r: Recorder, act: Extract<DeskAct, { type: 'settle' }>, decideSeat: DecideSeat): Decision {
  const { requests } = deskOf(r.state);
  const request = requests.find((each) => each.id === act.request);
  if (!request) return refuse('unknown-request', {});
  const rest = requests.filter((each) => each !== request);
  if (act.verdict === 'return') {
    set(r, { requests: rest });
    post(r, 'table.deskReturned', { seat: request.seat, text: act.reason.trim().slice(0, MOST_TEXT) }, [request.seat]);
    return r.events;
  }
  if (act.amended && act.amended.type !== request.command.type) return refuse('bad-amendment', { command: request.command.type });
  const decided = decideSeat(r.scenario, r.state, request.seat, act.amended ?? request.command);
  if (isRefusal(decided)) return decided;
  const done = resume(r.scenario, r.state, decided);
  set(done, { requests: rest });
  post(done, act.amended ? 'table.deskAmended' : 'table.deskApproved', { seat: request.seat, text: act.reason.trim().slice(0, MOST_TEXT) }, [request.seat]);
  return done.events;
}

function assign(r: Recorder, { member, name, seat, office }: Extract<DeskAct, { type: 'assign' }>): Decision {
  const { delegates } = deskOf(r.state);
  const others = delegates.filter((each) => each.member !== member);
  const before = delegates.find((each) => each.member === member);
  if (seat === null) { set(r, { delegates: others }); return r.events; }
  const refusal = checkAssigned(r.scenario, r.state, others, seat, office);
  if (refusal) return refusal;
  set(r, { delegates: [...others, { member, name, seat, office: office ?? '', muted: before?.muted ?? false }] });
  return r.events;
}
