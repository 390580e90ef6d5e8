/** EV: what rules ask about events in force: costs, worth, AP, limits and exemptions, answered from the effects that stand. */
import type { ActionId, ClauseId, SeatId } from '../../model/ids.ts';
import type { StandingEffect } from '../../model/statecraft.ts';
import type { Commitment, MatchState } from '../../model/state.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { ActionSpec, ClauseSpec, EventEffect, Scenario } from '../../scenario/schema.ts';
import { givenTranches } from '../ledger.ts';
import { triggered } from './triggers.ts';

export type EffectKind = EventEffect['do'];
export type Effect<K extends EffectKind> = Extract<EventEffect, { do: K }>;
const NONE: readonly never[] = [];

/** Whether an effect holds in this round, its own conditions apart. */
const runs = (state: MatchState, standing: StandingEffect): boolean => standing.until === null || standing.until >= state.round;
/** `when` and `unless` of an effect, asked at each use. */
export const applies = (scenario: Scenario, state: MatchState, effect: EventEffect): boolean =>
  (effect.when === undefined || triggered(scenario, state, effect.when)) && (effect.unless === undefined || !triggered(scenario, state, effect.unless));

/** Effects of one kind that hold now. Most matches have none at most times. */
export function effectsOf<K extends EffectKind>(scenario: Scenario, state: MatchState, kind: K): readonly Effect<K>[] {
  const { effects } = state.craft;
  if (effects.length === 0) return NONE;
  const found: Effect<K>[] = [];
  for (const standing of effects) if (standing.effect.do === kind && runs(state, standing) && applies(scenario, state, standing.effect)) found.push(standing.effect as Effect<K>);
  return found;
}
const sum = (values: readonly { readonly value: number }[]): number => values.reduce((all, each) => all + each.value, 0);

/** PH-3: AP an event takes from this seat or gives it at each release. */
export const apChange = (scenario: Scenario, state: MatchState, seat: SeatId): number => sum(effectsOf(scenario, state, 'ap').filter((effect) => effect.seat === seat));

/** AP an event asks for an action of this seat instead of its price; null where none does. Needs no scenario: such effects know no conditions. */
export function eventAp(state: MatchState, seat: SeatId, action: ActionId): number | null {
  let least: number | null = null;
  for (const { ap } of actionRules(state, seat, action)) if (ap !== undefined && (least === null || ap < least)) least = ap;
  return least;
}
/** Support that taking this action moves beyond its own. */
export const eventSupport = (state: MatchState, seat: SeatId, action: ActionId): number => actionRules(state, seat, action).reduce((all, effect) => all + (effect.support ?? 0), 0);
function actionRules(state: MatchState, seat: SeatId, action: ActionId): readonly Effect<'actionCost'>[] {
  const { effects } = state.craft;
  if (effects.length === 0) return NONE;
  let found: Effect<'actionCost'>[] | null = null;
  for (const standing of effects) {
    const { effect } = standing;
    if (effect.do === 'actionCost' && effect.seat === seat && effect.actions.includes(action) && runs(state, standing)) (found ??= []).push(effect);
  }
  return found ?? NONE;
}
/** How often what an action does in public counts. */
export const eventTimes = (scenario: Scenario, state: MatchState, seat: SeatId, action: ActionId): number =>
  effectsOf(scenario, state, 'actionTimes').filter((effect) => effect.seat === seat && effect.action === action).reduce((all, effect) => all * effect.times, 1);

/** What events make of a clause's price for a giver; `cost` is the price without them. */
export function eventCost(scenario: Scenario, state: MatchState, clause: ClauseSpec, giver: SeatId, cost: number): number {
  const rules = effectsOf(scenario, state, 'clauseCost').filter((effect) => effect.clauses.includes(clause.id) && (effect.seat === undefined || effect.seat === giver));
  if (rules.length === 0) return cost;
  const fixed = rules.filter((effect) => effect.set);
  if (fixed.length > 0) return Math.min(...fixed.map((effect) => effect.value));
  return Math.max(0, cost + sum(rules));
}

/** Values of a clause as events change them at this moment. */
export function eventWorth(scenario: Scenario, state: MatchState, clause: ClauseId, values: Readonly<Record<SeatId, number>>): Readonly<Record<SeatId, number>> {
  const rules = effectsOf(scenario, state, 'clauseWorth').filter((effect) => effect.clauses.includes(clause));
  if (rules.length === 0) return values;
  return Object.fromEntries(Object.entries(values).map(([seat, value]) => [seat, rules.filter((effect) => effect.seat === seat).reduce((worth, effect) => Math.trunc((worth * effect.percent) / 100) + 0, value)]));
}

/** RL-1: divergence that events add in a declaration. */
export const eventDivergence = (scenario: Scenario, state: MatchState): number => sum(effectsOf(scenario, state, 'divergence'));
/** RL-4: the red line an event leaves of the one declared. */
export function eventRedLine(scenario: Scenario, state: MatchState, seat: SeatId, level: number): number {
  return effectsOf(scenario, state, 'redLine').filter((effect) => effect.seat === seat).reduce((kept, effect) => (effect.set ?? Math.min(kept, effect.most ?? kept)), level);
}
/** RL-3. */
export const eventPressure = (scenario: Scenario, state: MatchState): number => sum(effectsOf(scenario, state, 'pressure'));
/** IN-8: what events leave of verification. */
export function eventVerification(scenario: Scenario, state: MatchState, value: number): number {
  const rules = effectsOf(scenario, state, 'verification');
  const fixed = rules.filter((effect) => effect.set);
  return fixed.length > 0 ? Math.min(...fixed.map((effect) => effect.value)) : value + sum(rules);
}
/** CO-5, RL-7: rounds by which covert acts are found later. */
export const eventDetection = (scenario: Scenario, state: MatchState): number => sum(effectsOf(scenario, state, 'detection'));

/** E06: a counterpart of an overdue clause of the same text may put off a tranche without blame. */
export function mayHold(scenario: Scenario, state: MatchState, c: Commitment): boolean {
  return effectsOf(scenario, state, 'holdCounterparts').some((effect) => {
    const clause = lookup(scenario).clauses.get(effect.clause);
    return clause?.pairs.includes(c.clause) === true && state.commitments.some((other) => other.clause === effect.clause && other.proposal === c.proposal && other.giver !== c.giver);
  });
}

/** What events forbid to promise now: clauses that wait for another one, and categories a giver cannot pay. */
export interface Bar { readonly event: string; readonly clause: ClauseId; readonly giver: SeatId | null; readonly first: ClauseId | null }
export function eventBars(scenario: Scenario, state: MatchState): readonly Bar[] {
  const { effects } = state.craft;
  if (effects.length === 0) return NONE;
  if (barred.state === state && barred.scenario === scenario) return barred.bars;
  let bars: Bar[] | null = null;
  for (const standing of effects) {
    const { event, effect } = standing;
    if ((effect.do !== 'requires' && effect.do !== 'excuse' && effect.do !== 'bars') || !runs(state, standing) || !applies(scenario, state, effect)) continue;
    if (effect.do === 'requires') {
      if (!givenByAny(scenario, state, effect.first)) (bars ??= []).push({ event, clause: effect.clause, giver: null, first: effect.first });
      continue;
    }
    if (effect.do === 'bars') {
      for (const clause of effect.clauses) (bars ??= []).push({ event, clause, giver: effect.giver, first: null });
      continue;
    }
    const { giver, categories } = effect;
    if (giver === undefined || categories === undefined) continue;
    for (const clause of scenario.clauses) if (categories.includes(clause.category)) (bars ??= []).push({ event, clause: clause.id, giver, first: null });
  }
  barred = { scenario, state, bars: bars ?? NONE };
  return barred.bars;
}
/** Asked clause by clause of one state. */
let barred: { readonly scenario: Scenario | null; readonly state: MatchState | null; readonly bars: readonly Bar[] } = { scenario: null, state: null, bars: NONE };
const givenByAny = (scenario: Scenario, state: MatchState, id: ClauseId): boolean => (lookup(scenario).clauses.get(id)?.giver.seats ?? []).some((giver) => givenTranches(state, id, giver) > 0);
/** Whether an event keeps this seat from giving this clause now. */
export const barOf = (scenario: Scenario, state: MatchState, clause: ClauseId, giver: SeatId): Bar | undefined => eventBars(scenario, state).find((bar) => bar.clause === clause && (bar.giver === null || bar.giver === giver));

/** Whether an event keeps this seat out of meetings; a line kept open by a clause in force allows one a round. */
export function cutOff(scenario: Scenario, state: MatchState, seat: SeatId): boolean {
  return effectsOf(scenario, state, 'noBilaterals').some((effect) => effect.seat === seat &&
    !(effect.keptBy !== undefined && triggered(scenario, state, { is: 'inForce', clause: effect.keptBy }) && !hasMet(state, seat)));
}
const hasMet = (state: MatchState, seat: SeatId): boolean => state.meetings.some(({ a, b }) => a === seat || b === seat);
/** One meeting across hardened blocs is free this round. */
export const meetsFree = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => effectsOf(scenario, state, 'freeMeeting').some((effect) => effect.seat === seat) && !hasMet(state, seat);

/** E27: seats that do not put their names under one text this round; those of them that have signed already. */
export function cosigningBar(scenario: Scenario, state: MatchState, seat: SeatId, signed: readonly SeatId[]): SeatId | null {
  for (const { seats } of effectsOf(scenario, state, 'noCosigning')) {
    if (!seats.includes(seat)) continue;
    const other = seats.find((each) => each !== seat && signed.includes(each));
    if (other !== undefined) return other;
  }
  return null;
}

/** E17: a walk-out that nobody resents. */
export const walksOutFree = (scenario: Scenario, state: MatchState, seat: SeatId): boolean =>
  effectsOf(scenario, state, 'freeWalkOut').some((effect) => effect.seat === seat && (state.seats[seat]?.ds ?? 100) < effect.supportBelow);
/** E31: a hidden act done in the open. */
export const doneOpenly = (state: MatchState, spec: ActionSpec, seat: SeatId): boolean =>
  state.craft.effects.some((standing) => standing.effect.do === 'openly' && standing.effect.seat === seat && standing.effect.action === spec.id && runs(state, standing));

/** SI-1: provocations of this round that are no act of a seat. */
export interface EventCrisis { readonly event: string; readonly provoker: SeatId; readonly victims: readonly SeatId[]; readonly rank: number }
export const eventCrises = (scenario: Scenario, state: MatchState): readonly EventCrisis[] =>
  state.craft.effects.flatMap(({ event, until, effect }) => (effect.do === 'crisis' && until === state.round && applies(scenario, state, effect) ? [{ event, provoker: effect.provoker, victims: effect.victims, rank: effect.rank }] : []));
