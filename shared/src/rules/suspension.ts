/** SU and M20: how talks stop, what a suspended table loses, and the first steps that bring it back. */
import { post } from '../engine/news.ts';
import { record } from '../engine/recorder.ts';
import type { Recorder } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import type { SeatTerm, Tally } from '../engine/tally.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { ClauseId, SeatId } from '../model/ids.ts';
import { allPairs, powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { bookIndicator, bookNow, bookSeats } from './booking.ts';
import { clamp } from './integers.ts';
import { performNow } from './dues.ts';
import { commitmentsOf } from './ledger.ts';
import { allows } from './level.ts';
import { fireOn } from './events/fire.ts';
import { barOf } from './events/standing.ts';
import { clauseCost } from './scenarioEvents.ts';
import { over } from './tranches.ts';
import { bookTrust } from './trust.ts';

/** M17 step 5: so many institutions carry the talks through a walk-out. */
const UNSHAKEN_INSTITUTIONS = 5;
const REFUSED_DRAFTS = 2;
const OTHERS_NEEDED = 2;

/** Rounds the table has been suspended, the running one counted; a table that starts suspended counts its first as 0. */
export const roundsSuspended = (state: MatchState): number => (state.talks.suspendedSince === null ? 0 : Math.max(0, state.round - state.talks.suspendedSince));

/** SU-3: the worth of first steps that resumes the talks at this round's fold; 0 while they run. */
export const preStepsNeeded = (state: MatchState): number => (state.talks.open ? 0 : 8 + 2 * roundsSuspended(state));

/** SU-3: besides the proliferator, the opposing camp's leading power must have moved: the patron across the blocs. */
function mustMove(scenario: Scenario): readonly SeatId[] {
  const proliferator = scenario.seats.find((seat) => seat.id === scenario.proliferator);
  const opposite = scenario.seats.find((seat) => seat.kind === 'power' && seat.bloc !== proliferator?.bloc && scenario.patrons.some((link) => link.patron === seat.id));
  return [proliferator?.id, opposite?.id].filter((seat) => seat !== undefined);
}

/** SU-3: the sum is there, and the two sides and two more seats have contributed. */
export function mayResume(scenario: Scenario, state: MatchState): boolean {
  if (state.talks.open) return false;
  const steps = state.talks.preSteps.filter((step) => step.worth > 0);
  const movers = new Set(steps.map((step) => step.seat));
  const musts = mustMove(scenario);
  return steps.reduce((sum, step) => sum + step.worth, 0) >= preStepsNeeded(state) && musts.every((seat) => movers.has(seat)) && movers.size >= musts.length + OTHERS_NEEDED;
}

/** SU-2: a suspended table loses consensus every fold. */
export function suspensionMood(state: MatchState, t: Tally): void {
  if (!state.talks.open) t.cm.push({ code: 'suspended', value: -3 });
}

/** PH-2.15: counts the rounds of a suspension, resumes the talks or suspends them (SU-1, SU-3). */
export function foldTalks(r: Recorder, walkedOut: readonly SeatId[]): void {
  const { scenario, state } = r;
  const { talks } = state;
  if (!talks.open) {
    const rounds = roundsSuspended(state);
    const counted = { ...talks, suspendedRounds: rounds, longestSuspension: Math.max(talks.longestSuspension, rounds) };
    if (mayResume(scenario, state)) return resume(r, counted);
    r.emit({ type: 'talksMoved', talks: counted });
    return;
  }
  const shaken = state.indicators.INST < UNSHAKEN_INSTITUTIONS;
  const byDrafts = talks.refusedDrafts >= REFUSED_DRAFTS;
  if (walkedOut.length > 0 && !shaken) post(r, 'fold.walkOut.held', { seats: [...walkedOut] });
  if (!(walkedOut.length > 0 && shaken) && !byDrafts) return;
  const first: SeatTerm[] = byDrafts && allows(scenario, state, 'E34') ? [{ seat: scenario.chair, code: 'draftsRefused', value: -2 }] : [];
  const t = tally();
  if (byDrafts) fireOn(r, t, 'draftsRefused'); // E34
  bookNow(r, t);
  const chair = first.length > 0 ? nextPower(scenario, talks.chair) : talks.chair;
  r.emit({ type: 'talksMoved', talks: { ...talks, open: false, suspendedSince: state.round, suspendedRounds: 0, refusedDrafts: 0, preSteps: [], chair } });
  bookSeats(r, { ds: [], n: first });
  if (walkedOut.length > 0 && shaken) post(r, 'fold.suspended.walkOut', { seats: [...walkedOut] }, 'all', scenario.places[scenario.chair]);
  else post(r, 'fold.suspended.drafts', { seat: talks.chair });
}

function nextPower(scenario: Scenario, after: SeatId): SeatId {
  const great = powers(scenario);
  return great[(great.indexOf(after) + 1) % great.length] ?? after;
}

/** SU-3: the chair is honoured, the mood lifts, and those who moved first trust each other more. */
function resume(r: Recorder, talks: MatchState['talks']): void {
  const movers = [...new Set(talks.preSteps.map((step) => step.seat))];
  r.emit({ type: 'talksMoved', talks: { ...talks, open: true, suspendedSince: null, suspendedRounds: 0, refusedDrafts: 0, preSteps: [] } });
  bookSeats(r, { ds: [], n: [{ seat: r.scenario.chair, code: 'resumed', value: 3 }] });
  bookIndicator(r, 'CM', clamp(r.state.indicators.CM + 4, -30, 30), [{ code: 'resumed', value: 4 }]);
  bookTrust(r, allPairs(r.scenario).filter(([a, b]) => movers.includes(a) && movers.includes(b)).map(([a, b]) => ({ a, b, code: 'resumed', value: 2 })));
  post(r, 'fold.resumed', { seats: movers, seat: r.scenario.chair });
}

export interface PreStep { readonly clause: ClauseId; readonly receivers: readonly (readonly SeatId[])[]; readonly worth: number }

/** SU-3: clauses this seat can begin to perform alone while the talks are suspended, each worth its cost. */
export function legalPreSteps(scenario: Scenario, state: MatchState, seat: SeatId): readonly PreStep[] {
  if (state.talks.open || state.phase !== 'plenary') return [];
  return givenAlone(scenario, seat).flatMap((clause) => {
    if (alreadyGiven(state, clause, seat) || barOf(scenario, state, clause.id, seat)) return [];
    const receivers = receiverSets(scenario, clause, seat);
    return receivers.length === 0 ? [] : [{ clause: clause.id, receivers, worth: clauseCost(scenario, state, clause, seat) }];
  });
}

/** A clause this seat can give without anybody's signature. */
export const givesAlone = (clause: ClauseSpec, seat: SeatId): boolean =>
  (clause.giver.mode === 'each' || clause.giver.mode === 'oneOf') && clause.giver.seats.includes(seat) && clause.receiver.mode !== 'eachOther' && clause.needsSigners === undefined;
const alone = new WeakMap<Scenario, Map<SeatId, readonly ClauseSpec[]>>();
/** All of them, in the scenario's order. */
export function givenAlone(scenario: Scenario, seat: SeatId): readonly ClauseSpec[] {
  let seats = alone.get(scenario);
  if (!seats) alone.set(scenario, (seats = new Map()));
  let found = seats.get(seat);
  if (!found) seats.set(seat, (found = scenario.clauses.filter((clause) => givesAlone(clause, seat))));
  return found;
}
export const alreadyGiven = (state: MatchState, clause: ClauseSpec, seat: SeatId): boolean =>
  commitmentsOf(state, clause.id).some((commitment) => commitment.giver === seat && !over(commitment));
function receiverSets(scenario: Scenario, clause: ClauseSpec, seat: SeatId): readonly (readonly SeatId[])[] {
  const named = clause.receiver.seats.filter((each) => each !== seat);
  const { mode } = clause.receiver;
  if (mode === 'oneOf') return named.map((each) => [each]);
  if (mode === 'others' || mode === 'all') return [scenario.seats.map((each) => each.id).filter((each) => each !== seat)];
  return named.length > 0 ? [named] : [];
}

const same = (a: readonly SeatId[], b: readonly SeatId[]): boolean => a.length === b.length && a.every((seat) => b.includes(seat));

/** SU-3: performs the first tranche at once, without anybody's signature. */
export function decidePreStep(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'preStep' }>): readonly MatchEvent[] | Refusal {
  if (state.talks.open) return refuse('only-suspended');
  if (state.phase !== 'plenary') return refuse('wrong-phase', { phase: 'plenary', now: state.phase });
  if (!scenario.clauses.some((clause) => clause.id === command.clause)) return refuse('unknown-clause', { clause: command.clause });
  const step = legalPreSteps(scenario, state, seat).find((each) => each.clause === command.clause);
  if (!step) return refuse('cannot-give', { clause: command.clause });
  if (!step.receivers.some((set) => same(set, command.receivers))) return refuse('wrong-receiver', { clause: command.clause, seats: [...new Set(step.receivers.flat())].join(','), choose: step.receivers.length > 1 ? 1 : (step.receivers[0]?.length ?? 0) });
  const r = record(scenario, state);
  const t = tally();
  performNow(r, t, command.clause, seat, command.receivers);
  bookNow(r, t);
  const { talks } = r.state;
  r.emit({ type: 'talksMoved', talks: { ...talks, preSteps: [...talks.preSteps, { seat, clause: command.clause, worth: step.worth }] } });
  post(r, 'fold.preStep', { seat, clause: command.clause, worth: step.worth }, 'all', scenario.places[command.clause]);
  return r.events;
}
