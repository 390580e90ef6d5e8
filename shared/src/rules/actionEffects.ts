/** PH-2.2: what the round's actions do, all worked out from the state before step 6. */
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { TakenAction } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { actionSpec } from './actions.ts';
import { UNITED_FROM } from './consensus.ts';
import { half } from './integers.ts';
import { beginLeak } from './leaks.ts';
import { isInForce } from './ledger.ts';
import { mediationAnswers } from './sideTaking.ts';
import { BY_ACTION } from './tension.ts';
import { actionTrust } from './trust.ts';

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
  const order = (seat: SeatId): number => scenario.seats.findIndex((each) => each.id === seat);
  const taken = [...(before.acts?.actions ?? [])].sort((a, b) => (a.action < b.action ? -1 : a.action > b.action ? 1 : order(a.seat) - order(b.seat)));
  const leakers = new Set<SeatId>();
  const rungs: Rung[] = [];
  const walkedOut: SeatId[] = [];
  let joint = false;
  for (const each of taken) {
    const spec = actionSpec(scenario, each.action);
    if (!spec) continue;
    const actors = each.partner === undefined ? [each.seat] : [each.seat, each.partner];
    addHome(r, t, spec, actors, each);
    if (spec.special === 'leak') { leakers.add(each.seat); beginLeak(r, each.seat); continue; } // AC-4: the public part waits
    const answers = spec.special === 'mediation' ? mediationAnswers(scenario, before, each.seat) : { accepters: [], refusers: [] };
    if (spec.special === 'mediation' && answers.refusers.length === 0 && powers(scenario).every((power) => power === each.seat || answers.accepters.includes(power))) joint = true;
    t.trust.push(...actionTrust(scenario, before.talks.chair, spec, { actor: each.seat, partner: each.partner, target: each.target, ...answers }));
    addPublic(scenario, t, spec, each, before);
    if (climbs(before, spec, each.seat)) rungs.push({ seat: each.seat, action: spec.id, rounds: spec.pressureRounds });
    if (spec.special === 'walkOut') walkedOut.push(each.seat);
  }
  countUses(r, taken);
  return { leakers, rungs, walkedOut, joint };
}

/** AC-3: tension, blocs, mood and values move once an act; with MAD off proxy acts are a shade more dangerous (IN-7). */
function addPublic(scenario: Scenario, t: Tally, spec: ActionSpec, taken: TakenAction, before: MatchState): void {
  const params = { action: spec.id, seat: taken.seat };
  const proxy = spec.special === 'drill' || spec.special === 'clash' || spec.special === 'exercise';
  const rally = spec.cmRally !== undefined && before.indicators.CON >= UNITED_FROM;
  t.ten.push({ code: BY_ACTION, value: spec.ten + (proxy && !scenario.mad ? 1 : 0), params });
  t.bloc.push({ code: BY_ACTION, value: spec.bloc, params });
  t.cm.push(rally ? { code: 'rally', value: spec.cmRally ?? 0, params } : { code: BY_ACTION, value: spec.cm, params });
  if (spec.val !== undefined) t.val.push({ code: BY_ACTION, value: spec.val, params });
}

/** AC-3: support and points go to each actor, gains of others to those named. */
function addHome(r: Recorder, t: Tally, spec: ActionSpec, actors: readonly SeatId[], taken: TakenAction): void {
  const params = { action: spec.id, by: taken.seat };
  for (const seat of actors) {
    if (spec.ds !== 0) t.ds.push({ seat, code: BY_ACTION, value: spec.ds, params });
    addPoints(r, t, seat, spec, spec.n, params);
  }
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

function countUses(r: Recorder, taken: readonly TakenAction[]): void {
  for (const each of taken) {
    for (const seat of each.partner === undefined ? [each.seat] : [each.seat, each.partner]) {
      const used = r.state.seats[seat]?.used ?? {};
      r.emit({ type: 'seatMoved', seat, set: { used: { ...used, [each.action]: (used[each.action] ?? 0) + 1 } } });
    }
  }
}
