/** PH-2.2: what the round's actions do, all worked out from the state before step 6. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { TakenAction } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { actionSpec, undoing } from './actions.ts';
import { answersTo } from './answers.ts';
import { UNITED_FROM } from './consensus.ts';
import { jointDemarche } from './demarche.ts';
import { performNow } from './dues.ts';
import { hide, isHidden } from './hiddenActs.ts';
import { eventSupport, eventTimes, walksOutFree } from './events/standing.ts';
import { half } from './integers.ts';
import { beginLeak } from './leaks.ts';
import { isInForce } from './ledger.ts';
import { BY_ACTION } from './tension.ts';
import { actionTrust } from './trust.ts';

/** M08. */
const FORCE_RESENTED = -4;

export interface Rung { readonly seat: SeatId; readonly action: string; readonly rounds: number }
export interface ActionResult {
  readonly leakers: ReadonlySet<SeatId>;
  /** Rungs climbed by acts, for the price of pressure (RL-5). */
  readonly rungs: readonly Rung[];
  readonly walkedOut: readonly SeatId[];
  /** TR-2: an offer of mediation all powers stood behind. */
  readonly joint: boolean;
}

/** Adds every action to the tally, in order of action id, then seat. */
export function foldActions(r: Recorder, t: Tally, before: MatchState): ActionResult {
  const { scenario } = r;
  const places = lookup(scenario).order;
  const order = (seat: SeatId): number => places.get(seat) ?? -1;
  const taken = [...(before.acts?.actions ?? [])].sort((a, b) => (a.action < b.action ? -1 : a.action > b.action ? 1 : order(a.seat) - order(b.seat)));
  const leakers = new Set<SeatId>();
  const rungs: Rung[] = [];
  const walkedOut: SeatId[] = [];
  let joint = false;
  for (const each of taken) {
    const spec = actionSpec(scenario, each.action);
    if (!spec || undoing(before, each.seat, spec)) continue;
    const answers = answersTo(scenario, before, each);
    if (spec.special === 'visit' && answers.refusers.length > 0) { post(r, 'fold.visit.refused', { seat: each.seat, target: each.target ?? '' }); continue; } // AC-5
    const actors = each.partner === undefined ? [each.seat] : [each.seat, each.partner];
    addHome(r, t, spec, actors, each);
    if (spec.special === 'leak') { leakers.add(each.seat); beginLeak(r, each.seat); continue; } // AC-4: the public part waits
    if (spec.special === 'mediation' && answers.refusers.length === 0 && powers(scenario).every((power) => power === each.seat || answers.accepters.includes(power))) joint = true;
    const accepters = spec.special === 'veto' ? (jointDemarche(scenario, before)?.favour ?? []) : answers.accepters;
    const times = eventTimes(scenario, before, each.seat, spec.id);
    if (!(spec.special === 'walkOut' && walksOutFree(scenario, before, each.seat))) for (let i = 0; i < times; i += 1) t.trust.push(...actionTrust(scenario, before.talks.chair, spec, { actor: each.seat, partner: each.partner, target: each.target, accepters, refusers: answers.refusers, uninformed: () => unmet(scenario, before, each.seat) }));
    if (spec.special === 'inspection' && inspect(r, each, answers.accepters)) joint = true;
    if (each.alone) goAlone(r, t, each, answers.refusers);
    if (spec.special === 'concession') concede(r, t, each);
    if (spec.endsInspections && before.craft.inspections > 0) r.emit({ type: 'inspected', count: 0 }); // IN-8
    if (isHidden(before, spec, each.seat)) hide(r, each, spec); // AC-4: the public part waits
    else for (let i = 0; i < times; i += 1) addPublic(scenario, t, spec, each, before, answers.accepters);
    if (climbs(before, spec, each.seat)) rungs.push({ seat: each.seat, action: spec.id, rounds: spec.pressureRounds });
    if (spec.special === 'walkOut') walkedOut.push(each.seat);
  }
  countUses(r, taken);
  return { leakers, rungs, walkedOut, joint };
}

/** AC-3: tension, blocs, mood and values move once an act; with MAD off proxy acts are a shade more dangerous (IN-7). */
function addPublic(scenario: Scenario, t: Tally, spec: ActionSpec, taken: TakenAction, before: MatchState, accepters: readonly SeatId[]): void {
  const params = { action: spec.id, seat: taken.seat };
  const proxy = spec.special === 'drill' || spec.special === 'clash' || spec.special === 'exercise' || spec.hidden === 'first';
  const rally = spec.cmRally !== undefined && before.indicators.CON >= UNITED_FROM;
  t.ten.push({ code: BY_ACTION, value: spec.ten + (proxy && !scenario.mad ? 1 : 0), params });
  t.bloc.push({ code: BY_ACTION, value: spec.bloc, params });
  t.cm.push(rally ? { code: 'rally', value: spec.cmRally ?? 0, params } : { code: BY_ACTION, value: spec.cmAlone !== undefined && !backedByPowers(scenario, taken.seat, accepters) ? spec.cmAlone : spec.cm, params });
  if (spec.val !== undefined) t.val.push({ code: BY_ACTION, value: spec.val, params });
}

/** AC-3: support and points go to each actor, gains of others to those named. */
function addHome(r: Recorder, t: Tally, spec: ActionSpec, actors: readonly SeatId[], taken: TakenAction): void {
  const params = { action: spec.id, by: taken.seat };
  for (const seat of actors) {
    const ds = spec.dsByCabinet?.[r.state.seats[seat]?.cabinet ?? ''] ?? spec.ds;
    if (ds !== 0) t.ds.push({ seat, code: BY_ACTION, value: ds, params });
    const more = eventSupport(r.state, seat, spec.id);
    if (more !== 0) t.ds.push({ seat, code: BY_ACTION, value: more, params });
    addPoints(r, t, seat, spec, spec.n, params);
  }
  if (spec.partnerN && taken.partner !== undefined) addPoints(r, t, taken.partner, spec, spec.partnerN, params);
  if (spec.targetN && taken.target !== undefined) addPoints(r, t, taken.target, spec, spec.targetN, params);
  for (const other of spec.others) {
    if (other.ds) t.ds.push({ seat: other.seat, code: BY_ACTION, value: other.ds, params });
    addPoints(r, t, other.seat, spec, other.n ?? 0, params);
  }
}

/** AC-3: points of one action to one seat count full the first time, half the second, then not; losses always count. */
function addPoints(r: Recorder, t: Tally, seat: SeatId, spec: ActionSpec, n: number, params: Readonly<Record<string, string>>): void {
  const won = (term: { readonly code: string; readonly value: number; readonly params?: Readonly<Record<string, string | number>> }): boolean =>
    term.code === BY_ACTION && term.value > 0 && term.params?.['action'] === spec.id;
  const times = (r.state.seats[seat]?.nTerms.filter(won).length ?? 0) + t.n.filter((term) => term.seat === seat && won(term)).length;
  const value = n < 0 || times === 0 ? n : times === 1 ? half(n) : 0;
  if (value !== 0) t.n.push({ seat, code: BY_ACTION, value, params });
}

/** RL-8: whether this act climbs a rung, seen from the state before it. */
export function climbs(before: MatchState, spec: ActionSpec, seat: SeatId): boolean {
  if (spec.pro <= 0) return false;
  const { PRO } = before.indicators;
  const { every, atMost, atLeast, reversing } = spec.proWhen ?? {};
  const times = (before.seats[seat]?.used[spec.id] ?? 0) + 1;
  return PRO < 10 && (every === undefined || times % every === 0) && (atMost === undefined || PRO <= atMost) && (atLeast === undefined || PRO >= atLeast) && (reversing === undefined || isInForce(before, reversing));
}

/** AC-5: powers the actor had no meeting with this round. */
const unmet = (scenario: Scenario, before: MatchState, seat: SeatId): SeatId[] =>
  powers(scenario).filter((power) => power !== seat && !before.meetings.some(({ a, b }) => (a === seat && b === power) || (b === seat && a === power)));

/** AC-5: three of the four powers, the actor counted if it is one. */
const backedByPowers = (scenario: Scenario, actor: SeatId, accepters: readonly SeatId[]): boolean => {
  const great = powers(scenario);
  return great.filter((power) => power === actor || accepters.includes(power)).length >= great.length - 1;
};

/** AC-5, IN-8: an inspection the proliferator lets in adds to what is verified. True when all powers stood behind the demand (TR-2). */
function inspect(r: Recorder, taken: TakenAction, accepters: readonly SeatId[]): boolean {
  const { proliferator } = r.scenario;
  const admitted = proliferator !== null && accepters.includes(proliferator);
  if (admitted) r.emit({ type: 'inspected', count: r.state.craft.inspections + 1 });
  post(r, admitted ? 'fold.inspection.admitted' : 'fold.inspection.refused', { seat: taken.seat });
  return powers(r.scenario).every((power) => power === taken.seat || accepters.includes(power));
}

/** M08, AC-8: those who object resent it; if nobody does, force is shown to pay, and nobody disarms so cheaply again. */
function goAlone(r: Recorder, t: Tally, taken: TakenAction, objectors: readonly SeatId[]): void {
  for (const b of objectors) t.trust.push({ a: taken.seat, b, code: 'forceAlone', value: FORCE_RESENTED });
  if (objectors.length === 0) r.emit({ type: 'acquiesced', count: r.state.craft.acquiesced + 1 });
  post(r, objectors.length === 0 ? 'fold.force.acquiesced' : 'fold.force.objected', { seat: taken.seat, action: taken.action, seats: [...objectors] });
}

/** AC-5: the first tranche of the conceded clause is given at once. */
function concede(r: Recorder, t: Tally, taken: TakenAction): void {
  const { proliferator } = r.scenario;
  if (taken.clause === undefined || proliferator === null) return;
  performNow(r, t, taken.clause, taken.seat, [proliferator]);
}

/** UA28's kind: whoever answered last round's act with a firm line is paid for it at home. */
export function foldAnswers(r: Recorder, t: Tally): void {
  for (const taken of r.state.history.at(-1)?.actions ?? []) {
    const answer = actionSpec(r.scenario, taken.action)?.answeredBy;
    if (answer && (r.state.seats[answer.seat]?.redLine ?? -1) >= answer.level) t.n.push({ seat: answer.seat, code: 'answered', value: answer.n, params: { action: taken.action } });
  }
}

/** One event a seat, with all its uses. */
function countUses(r: Recorder, taken: readonly TakenAction[]): void {
  const uses = new Map<SeatId, Record<string, number>>();
  const count = (seat: SeatId, action: string): void => {
    let used = uses.get(seat);
    if (!used) uses.set(seat, (used = { ...r.state.seats[seat]?.used }));
    used[action] = (used[action] ?? 0) + 1;
  };
  for (const each of taken) {
    count(each.seat, each.action);
    if (each.partner !== undefined) count(each.partner, each.action);
  }
  for (const [seat, used] of uses) r.emit({ type: 'seatMoved', seat, set: { used } });
}
