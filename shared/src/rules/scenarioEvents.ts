/** EV: the scripted and triggered events of the scenario, their remedies, and what they do to costs. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { Refusal } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { CommitmentId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, EventSpec, Scenario } from '../scenario/schema.ts';
import { halfCost } from './integers.ts';
import { isInForce, lapse } from './ledger.ts';
import { legalAnswers } from './events/choices.ts';
import { eventsOf as ofKind, fire, fireRounds, happenings, MOST_UNSCHEDULED, ripe } from './events/fire.ts';
import { eventCost } from './events/standing.ts';
import { secret, witnesses } from './secrecy.ts';
import { over, standing } from './tranches.ts';

type Kind<K extends EventSpec['kind']> = Extract<EventSpec, { kind: K }>;
/** True while a clause that opens the hotline stands. */
export const hotlineStands = (scenario: Scenario, state: MatchState): boolean => (lookup(scenario).having.get('hotline') ?? []).some((clause) => clause.effect.hotline === true && isInForce(state, clause.id));

/** SE-5, PH-1c: relative power moves by script; shares stay a sum of 100 as the scenario balances its shifts. */
export function shiftPower(r: Recorder): void {
  for (const event of ofKind(r.scenario, r.state, 'powerShift')) {
    if (!event.rounds.includes(r.state.round)) continue;
    for (const [seat, by] of Object.entries(event.shift)) {
      const pow = r.state.seats[seat]?.pow;
      if (pow !== null && pow !== undefined) r.emit({ type: 'seatMoved', seat, set: { pow: pow + by } });
    }
  }
}

/** PH-1f: events whose round has come. */
export function fireScheduled(r: Recorder, t: Tally): void {
  fireRounds(r, t);
  for (const event of ofKind(r.scenario, r.state, 'administrationChange')) if (event.round === r.state.round) changeAdministration(r, t, event);
  for (const event of ofKind(r.scenario, r.state, 'cabinetChange')) {
    if (event.round !== r.state.round) continue;
    r.emit({ type: 'eventFired', id: event.id });
    r.emit({ type: 'seatMoved', seat: event.seat, set: { cabinet: event.cabinet } });
    for (const { with: other, delta } of event.trust) t.trust.push({ a: event.seat, b: other, code: 'eventTrust', value: delta });
    post(r, `fold.event.cabinetChange.${event.cabinet}`, { event: event.id, seat: event.seat, clauses: Object.keys(event.clauseCost) }, 'all', r.scenario.places[event.id]);
  }
}

/** E10: what a new administration does not feel bound by: promises not begun, and spoken ones that still run. */
export function unboundPromises(scenario: Scenario, state: MatchState, seat: SeatId): Commitment[] {
  return state.commitments.filter((commitment) => {
    if (commitment.giver !== seat || commitment.locked || over(commitment)) return false;
    const begun = standing(commitment);
    const continuing = lookup(scenario).clauses.get(commitment.clause)?.when === 'C';
    const running = continuing || commitment.state !== 'performed';
    return !begun || (commitment.mode === 'ORAL' && running);
  });
}

function changeAdministration(r: Recorder, t: Tally, event: Kind<'administrationChange'>): void {
  r.emit({ type: 'eventFired', id: event.id });
  const lost = unboundPromises(r.scenario, r.state, event.seat);
  post(r, lost.some((commitment) => !secret(commitment)) ? 'fold.event.administrationChange.lapses' : 'fold.event.administrationChange', { event: event.id, seat: event.seat, clauses: [...new Set(lost.filter((commitment) => !secret(commitment)).map((commitment) => commitment.clause))] }, 'all', r.scenario.places[event.id]);
  for (const commitment of lost) lapse(r, commitment.id);
  for (const { id } of r.scenario.seats) if (id !== event.seat) t.trust.push({ a: event.seat, b: id, code: 'eventTrust', value: event.trust });
}

/** PH-1g, EV-1: in order of id, two at most; the rest is tested anew at the next dawn. */
export function fireTriggered(r: Recorder, t: Tally): void {
  const { scenario, state } = r;
  let fired = 0;
  for (const event of unscheduled(scenario, state)) {
    if (fired >= MOST_UNSCHEDULED) return;
    if (event.kind === 'happening') {
      if (!ripe(scenario, r.state, event)) continue;
      fire(r, t, event);
    } else {
      if (!shellingOpen(scenario, r.state, event)) continue;
      grantFire(r, event);
    }
    fired += 1;
  }
}

const inTurn = new WeakMap<readonly EventSpec[], readonly (Kind<'happening'> | Kind<'exerciseShelling'>)[]>();
/** What may happen unscheduled, in order of id. */
function unscheduled(scenario: Scenario, state: MatchState): readonly (Kind<'happening'> | Kind<'exerciseShelling'>)[] {
  const all = happenings(scenario, state);
  let found = inTurn.get(all);
  if (!found) inTurn.set(all, (found = [...ofKind(scenario, state, 'exerciseShelling'), ...all.filter((event) => event.bud === undefined && event.on === undefined)].sort((a, b) => (a.id < b.id ? -1 : 1))));
  return found;
}

/** E16: after a large exercise at high tension without a hotline, the other side may answer it free of AP. */
function shellingOpen(scenario: Scenario, state: MatchState, event: Kind<'exerciseShelling'>): boolean {
  const played = state.history.at(-1)?.actions?.some((taken) => taken.action === event.after) ?? false;
  return played && state.events[event.id] === undefined && state.indicators.TEN >= event.minTension && !hotlineStands(scenario, state);
}
function grantFire(r: Recorder, event: Kind<'exerciseShelling'>): void {
  const { free } = r.state;
  r.emit({ type: 'eventFired', id: event.id });
  r.emit({ type: 'freeGranted', free: { ...free, [event.actor]: [...(free[event.actor] ?? []), event.action] } });
  post(r, 'fold.event.exerciseShelling', { event: event.id, seat: event.actor, action: event.action, seats: event.remedySeats }, 'all', r.scenario.places[event.id]);
}

/** E36, SI-5, IS-2: a crisis mastered together opens a window in which building institutions is cheap. */
export function openWindow(r: Recorder, t: Tally): void {
  for (const event of ofKind(r.scenario, r.state, 'window')) {
    if (t.cm.some((term) => term.code === 'event' && term.params?.['event'] === event.id)) continue; // once a round, whatever opened it
    if (r.state.events[event.id] === undefined) r.emit({ type: 'eventFired', id: event.id });
    r.emit({ type: 'windowOpened', until: r.state.round + event.rounds });
    t.cm.push({ code: 'event', value: event.cm, params: { event: event.id } });
    post(r, 'fold.event.window', { event: event.id, category: event.category, rounds: event.rounds }, 'all', r.scenario.places[event.id]);
  }
}

/** PH-1a: closes a window whose rounds are over. */
export function closeWindow(r: Recorder): void {
  if (r.state.windowUntil === null || r.state.round <= r.state.windowUntil) return;
  for (const event of ofKind(r.scenario, r.state, 'window')) if (r.state.events[event.id] !== undefined) r.emit({ type: 'eventResolved', id: event.id });
}

/** What a clause costs this giver now: its price, what an event added (E11), halved in a window (IS-2, rounded up). */
export function clauseCost(scenario: Scenario, state: MatchState, clause: ClauseSpec, giver: SeatId): number {
  let added = 0;
  for (const event of ofKind(scenario, state, 'cabinetChange')) if (event.seat === giver && state.events[event.id] !== undefined) added += event.clauseCost[clause.id] ?? 0;
  const cost = eventCost(scenario, state, clause, giver, Math.max(0, clause.cost + added));
  return windowFor(scenario, state, clause) ? halfCost(cost) : cost;
}

function windowFor(scenario: Scenario, state: MatchState, clause: ClauseSpec): boolean {
  if (state.windowUntil === null || state.round > state.windowUntil) return false;
  return ofKind(scenario, state, 'window').some((event) => clause.category === event.category || clause.effect.hotline === true);
}

const NOTHING: readonly string[] = [];
export interface Remedy { readonly event: string; readonly commitments: readonly CommitmentId[]; readonly ap: number; readonly ds: number; readonly options?: readonly string[] }

/** EV-2: what this seat may do about an event in the secret phase: tie a successor (E10), scale an exercise down (E16). */
export function legalRemedies(scenario: Scenario, state: MatchState, seat: SeatId): readonly Remedy[] {
  const remedies: Remedy[] = [];
  for (const event of ofKind(scenario, state, 'administrationChange')) {
    if (event.seat !== seat || event.round !== state.round + 1 || event.round > state.options.rounds) continue;
    const commitments = unboundPromises(scenario, state, seat).map((commitment) => commitment.id);
    if (commitments.length > 0) remedies.push({ event: event.id, commitments, ap: event.lockAp, ds: 0 });
  }
  for (const event of ofKind(scenario, state, 'exerciseShelling')) {
    if (state.events[event.id] === state.round && event.remedySeats.includes(seat)) remedies.push({ event: event.id, commitments: [], ap: 0, ds: event.remedyDs });
  }
  for (const remedy of legalAnswers(scenario, state, seat)) remedies.push(remedy);
  return remedies;
}

export const remedyAp = (scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): number =>
  (choice.remedies.length === 0 ? 0 : legalRemedies(scenario, state, seat).reduce((sum, remedy) => (choice.remedies.some((chosen) => chosen.event === remedy.event) ? sum + remedy.ap : sum), 0));

/** Refuses a remedy that is not on offer, or that names no promise it could save. */
export function checkRemedies(scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  if (choice.remedies.length === 0) return null;
  const offered = legalRemedies(scenario, state, seat);
  const seen = new Set<string>();
  for (const { event, commitment, option } of choice.remedies) {
    const remedy = offered.find((each) => each.event === event);
    if (!remedy || seen.has(event)) return refuse('unknown-remedy', { event });
    seen.add(event);
    if (remedy.commitments.length > 0 && (commitment === undefined || !remedy.commitments.includes(commitment))) return refuse('unknown-remedy', { event });
    if (option !== undefined && !remedy.options?.includes(option)) return refuse('unknown-remedy', { event });
  }
  return null;
}

/** Seats that scale their exercise down this round, so that the answer to it is no longer free (E16). */
export const calmed = (scenario: Scenario, state: MatchState, event: Kind<'exerciseShelling'>): readonly SeatId[] =>
  event.remedySeats.filter((seat) => (state.sealed.choices[seat]?.remedies.some((chosen) => chosen.event === event.id) ?? false) && legalRemedies(scenario, state, seat).some((remedy) => remedy.event === event.id));

/** Actions made free by an event and not taken away again by its remedy. */
export function freeActions(scenario: Scenario, state: MatchState, seat: SeatId): readonly string[] {
  const free = state.free[seat];
  if (!free || free.length === 0) return NOTHING;
  const undone = ofKind(scenario, state, 'exerciseShelling').filter((event) => event.actor === seat && calmed(scenario, state, event).length > 0).map((event) => event.action);
  return free.filter((action) => !undone.includes(action));
}

/** PH-2.5, applied as soon as the sealed choices open: remedies are seen at once, their price is booked by the fold. */
export function foldRemedies(r: Recorder, t: Tally): void {
  const { scenario, state } = r;
  for (const { id } of scenario.seats) {
    const choice = state.sealed.choices[id];
    if (!choice || choice.remedies.length === 0) continue;
    for (const remedy of legalRemedies(scenario, state, id)) {
      const chosen = choice.remedies.find((each) => each.event === remedy.event);
      if (!chosen) continue;
      if (remedy.ds !== 0) {
        t.ds.push({ seat: id, code: 'event', value: remedy.ds, params: { event: remedy.event } });
        post(r, 'fold.remedy.scaledDown', { seat: id, event: remedy.event });
      }
      const saved = chosen.commitment === undefined ? undefined : commitmentOf(r.state, chosen.commitment);
      if (saved && remedy.commitments.includes(saved.id)) {
        r.emit({ type: 'commitmentMoved', commitment: saved.id, state: saved.state, set: { locked: true } });
        post(r, 'fold.remedy.locked', { seat: id, clause: saved.clause, event: remedy.event }, witnesses(saved));
      }
    }
  }
}
