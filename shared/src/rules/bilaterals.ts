/** PH bilaterals: sealed invitations, one meeting a seat and slot, and the price of meeting across hardened blocs (M13). */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { textsNow } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalSlice } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { crossesBlocs } from './drafting.ts';
import { expire } from './adoption.ts';
import { cutOff, meetsFree } from './events/standing.ts';

/** M13: from here a meeting across the dividing line costs its inviter. */
const BLOC_GAP_FROM = 60;
const CROSSING_AP = 2;

/** The other seat of this seat's meeting in the running slot. */
export function partnerOf(state: MatchState, seat: SeatId): SeatId | null {
  if (state.phase !== 'bilateral') return null;
  const meeting = state.meetings.find((m) => m.slot === state.slot && (m.a === seat || m.b === seat));
  return meeting ? (meeting.a === seat ? meeting.b : meeting.a) : null;
}

const price = (scenario: Scenario, state: MatchState, a: SeatId, b: SeatId): number => (state.indicators.BLOC >= BLOC_GAP_FROM && crossesBlocs(scenario, [a], [b]) && !meetsFree(scenario, state, a) ? CROSSING_AP : 0);
const invited = (state: MatchState, from: SeatId, to: SeatId): boolean => state.invitations.some((i) => i.from === from && i.to === to);

/** Whether the inviter can pay for this meeting. */
function checkPrice(scenario: Scenario, state: MatchState, from: SeatId, to: SeatId): Refusal | null {
  const need = price(scenario, state, from, to);
  const have = state.seats[from]?.ap ?? 0;
  return need > have ? refuse('bloc-gap', { from, need, have, limit: BLOC_GAP_FROM }) : null;
}

/** What speaks against these two meeting now. */
function checkFree(scenario: Scenario, state: MatchState, seat: SeatId, other: SeatId): Refusal | null {
  if (state.phase !== 'bilateral') return refuse('wrong-phase', { phase: 'bilateral', now: state.phase });
  if (seat === other) return refuse('self-invite', { seat });
  if (!state.seats[other]) return refuse('unknown-seat', { seat: other });
  const mine = partnerOf(state, seat);
  if (mine) return refuse('already-meeting', { seat: mine });
  const away = [seat, other].find((each) => cutOff(scenario, state, each)); // E38
  if (away !== undefined) return refuse('cut-off', { seat: away });
  return partnerOf(state, other) ? refuse('partner-busy', { seat: other }) : null;
}

/** One invitation out at a time; two that invite each other meet at once. */
export function decideInvite(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'invite' }>): readonly MatchEvent[] | Refusal {
  const { to } = command;
  const busy = checkFree(scenario, state, seat, to);
  if (busy) return busy;
  if (invited(state, to, seat)) return meet(scenario, state, to, seat);
  const out = state.invitations.find((i) => i.from === seat);
  if (out) return refuse('already-invited', { seat: out.to });
  return checkPrice(scenario, state, seat, to) ?? [{ type: 'invited', from: seat, to }, ...wake(state, [to])];
}

export function decideAcceptInvite(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'acceptInvite' }>): readonly MatchEvent[] | Refusal {
  const busy = checkFree(scenario, state, seat, command.from);
  if (busy) return busy;
  if (!invited(state, command.from, seat)) return refuse('no-invitation', { from: command.from });
  return meet(scenario, state, command.from, seat);
}

export function decideDeclineInvite(state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'declineInvite' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'bilateral') return refuse('wrong-phase', { phase: 'bilateral', now: state.phase });
  if (!invited(state, command.from, seat)) return refuse('no-invitation', { from: command.from });
  return [{ type: 'inviteDeclined', from: command.from, to: seat }];
}

/** The first inviter pays; both have something to talk about, so neither counts as done. */
function meet(scenario: Scenario, state: MatchState, from: SeatId, to: SeatId): readonly MatchEvent[] | Refusal {
  const refusal = checkPrice(scenario, state, from, to);
  if (refusal) return refusal;
  const r = record(scenario, state);
  const ap = price(scenario, state, from, to);
  if (ap > 0) r.emit({ type: 'seatMoved', seat: from, set: { ap: (state.seats[from]?.ap ?? 0) - ap } });
  const [a = from, b = to] = inOrder(scenario, [from, to]);
  r.emit({ type: 'met', slot: state.slot, a, b });
  for (const event of wake(state, [from, to])) r.emit(event);
  return r.events;
}

/** A seat that had nothing left to do has again: it is awaited until it says so anew. */
export function wake(state: MatchState, seats: readonly SeatId[]): MatchEvent[] {
  return seats.filter((seat) => state.ready.includes(seat)).map((seat) => ({ type: 'readied', seat, on: false }));
}

/** End of a slot: who met is told to all (VI); texts nobody finished lapse. */
export function closeSlot(r: Recorder): void {
  for (const proposal of textsNow(r.state)) {
    if (proposal.status === 'live' && proposal.scope === 'bilateral') expire(r, proposal, proposal.parties.filter((seat) => !proposal.signed.includes(seat)));
  }
  for (const { slot, a, b } of r.state.meetings) if (slot === r.state.slot) post(r, 'table.met', { a, b, slot });
}

/** The menu of a slot. */
export function legalMeetings(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['meet'] {
  if (state.phase !== 'bilateral') return null;
  const partner = partnerOf(state, seat);
  if (partner) return { invite: [], accept: [], with: partner };
  const others = cutOff(scenario, state, seat) ? [] : scenario.seats.map((s) => s.id).filter((id) => id !== seat && partnerOf(state, id) === null && !cutOff(scenario, state, id));
  const accept = others.filter((id) => invited(state, id, seat) && !checkPrice(scenario, state, id, seat)); // who has spent its means since it invited can no longer be met
  const out = state.invitations.some((i) => i.from === seat);
  const invite = out ? [] : others.filter((id) => !invited(state, id, seat) && !checkPrice(scenario, state, seat, id));
  return { invite, accept, with: null };
}
