/** EV-2, EV-6, EV-11: sealed bids and votes on an event, made with the declaration and opened with it. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { tally } from '../../engine/tally.ts';
import type { Tally } from '../../engine/tally.ts';
import type { Refusal, SeatCommand } from '../../model/commands.ts';
import { refuse } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import type { LegalStatecraft } from '../../model/view.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { EventChoice, Scenario } from '../../scenario/schema.ts';
import { bookNow } from '../booking.ts';
import { isInForce } from '../ledger.ts';
import { apply } from './effects.ts';
import { happening } from './fire.ts';
import type { Happening } from './fire.ts';
import { effectsOf } from './standing.ts';

type Bidding = Extract<EventChoice, { by: 'bid' }>;
type Voting = Extract<EventChoice, { by: 'vote' }>;
type Asked = { readonly event: Happening; readonly choice: Bidding | Voting };

/** Events of this round that ask for a bid or a vote. */
function asked(scenario: Scenario, state: MatchState): readonly Asked[] {
  const found: Asked[] = [];
  for (const id in state.events) {
    if (state.events[id] !== state.round) continue;
    const event = happening(scenario, id);
    for (const choice of event?.choices ?? []) if (event && (choice.by === 'bid' || choice.by === 'vote')) found.push({ event, choice });
  }
  return found;
}

const optionsOf = (choice: Bidding | Voting): readonly string[] => (choice.by === 'vote' ? choice.options : Array.from({ length: choice.highest + 1 }, (_, i) => String(i)));
/** What silence says: a vote as the event says, a bid as the seat's own red line. */
function usualOf(state: MatchState, seat: SeatId, choice: Bidding | Voting): string {
  if (choice.by === 'vote') return choice.usual;
  return String(Math.min(choice.highest, state.sealed.declarations[seat] ?? state.seats[seat]?.redLine ?? 0));
}

/** Whether this seat has a bid to make in the running declaration. */
export const mayBid = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => state.phase === 'declaration' && asked(scenario, state).some(({ choice }) => choice.seats.includes(seat));

export function legalBids(scenario: Scenario, state: MatchState, seat: SeatId): LegalStatecraft['bids'] {
  if (state.phase !== 'declaration') return [];
  return asked(scenario, state).filter(({ choice }) => choice.seats.includes(seat))
    .map(({ event, choice }) => ({ event: event.id, options: optionsOf(choice), usual: usualOf(state, seat, choice), own: state.craft.bids[event.id]?.[seat] ?? null }));
}

/** A sealed bid; sending it again replaces it. */
export function decideBid(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'bid' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'declaration') return refuse('wrong-phase', { phase: 'declaration', now: state.phase });
  const bid = legalBids(scenario, state, seat).find((each) => each.event === command.event);
  if (!bid) return refuse('no-bid', { event: command.event });
  return bid.options.includes(command.bid) ? [{ type: 'bidPlaced', event: command.event, seat, bid: command.bid }] : refuse('bad-bid', { event: command.event });
}

/** End of the declaration, before red lines are revealed: bids open, and what they decide works at once (EV-2). */
export function openBids(r: Recorder): void {
  const t = tally();
  for (const { event, choice } of asked(r.scenario, r.state)) {
    for (const seat of choice.seats) if (r.state.craft.bids[event.id]?.[seat] === undefined) r.emit({ type: 'bidPlaced', event: event.id, seat, bid: usualOf(r.state, seat, choice) });
    if (choice.by === 'vote') openVotes(r, t, event, choice);
    else settle(r, t, event, choice, resultOf(r.scenario, r.state, event, choice, []));
  }
  bookNow(r, t);
}

function openVotes(r: Recorder, t: Tally, event: Happening, choice: Voting): void {
  if (!isSplit(r.state, event.id)) return post(r, 'fold.event.oneVoice', { event: event.id, outcome: `${event.id}.${Object.values(r.state.craft.bids[event.id] ?? {})[0] ?? ''}` });
  for (const effect of choice.split) apply(r, t, event.id, effect);
  post(r, 'fold.event.split', { event: event.id });
}
/** EV-11: all the same vote is no split. */
export const isSplit = (state: MatchState, event: string): boolean => new Set(Object.values(state.craft.bids[event] ?? {})).size > 1;

/** EV-6: the second lowest bid, unless a clause in force fixes it; `hollow` seats count as nothing. */
function resultOf(scenario: Scenario, state: MatchState, event: Happening, choice: Bidding, hollow: readonly SeatId[]): number {
  const most = effectsOf(scenario, state, 'bidMost').filter((effect) => effect.event === event.id).map((effect) => effect.most);
  const fixed = fixedResult(state, choice);
  const bids = choice.seats.map((seat) => (hollow.includes(seat) ? 0 : Number(state.craft.bids[event.id]?.[seat] ?? 0))).sort((a, b) => a - b);
  return Math.min(fixed ?? bids[1] ?? bids[0] ?? 0, ...most);
}
function fixedResult(state: MatchState, { fixedBy }: Bidding): number | null {
  if (!fixedBy || !isInForce(state, fixedBy.clause)) return null;
  const results = (state.history.at(-1)?.actions ?? []).flatMap((taken) => fixedBy.byAction[taken.action] ?? []);
  return results.length === 0 ? null : Math.max(...results);
}

function settle(r: Recorder, t: Tally, event: Happening, choice: Bidding, result: number): void {
  for (const band of bandsOf(choice, result)) for (const effect of band.effects) apply(r, t, event.id, effect);
  post(r, 'fold.event.outcome', { event: event.id, outcome: `${event.id}.${result}` }, 'all', r.scenario.places[event.id]);
}
const bandsOf = (choice: Bidding, result: number): Bidding['results'] => choice.results.filter((band) => band.atLeast <= result && result <= band.atMost);

/** EV-6: a power that vetoes a joint measure or objects in the same round hollows the text out after all: its bid counts as nothing. */
export function hollowBids(r: Recorder, t: Tally): void {
  const { scenario, state } = r;
  const vetoers = (state.acts?.actions ?? []).filter((taken) => lookup(scenario).actions.get(taken.action)?.special === 'veto').map((taken) => taken.seat);
  const objectors = state.proposals.flatMap((proposal) => (proposal.round === state.round && proposal.objection !== null ? [proposal.objection] : []));
  const hollow = [...vetoers, ...objectors];
  if (hollow.length === 0) return;
  for (const { event, choice } of asked(scenario, state)) {
    if (choice.by !== 'bid') continue;
    const before = bandsOf(choice, resultOf(scenario, state, event, choice, []));
    const result = resultOf(scenario, state, event, choice, hollow);
    if (bandsOf(choice, result).every((band) => before.includes(band))) continue;
    settle(r, t, event, choice, result);
  }
}
