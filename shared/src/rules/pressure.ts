/** RL: red lines revealed together, the enforcement behind them, and the pressure that gets through the gaps in the wall. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import type { SeatTerm } from '../engine/tally.ts';
import type { SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { MatchState, SeatState, Term } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bookSeats } from './booking.ts';
import { demarchePressure } from './demarche.ts';
import { openBids } from './events/bids.ts';
import { eventDivergence, eventPressure, eventRedLine } from './events/standing.ts';
import { clamp, floorDiv } from './integers.ts';

/** RL-3: how much of the pressure a spread of enforcement 0..4 lets through, in quarters. */
const QUARTERS: readonly number[] = [4, 4, 3, 2, 2];
export type Levels = Readonly<Record<SeatId, number>>;
export interface Pressure { readonly full: number; readonly spread: number; readonly effective: number }

/** Highest minus lowest level of the powers; regionals never count (RL-1). */
export function spreadOf(scenario: Scenario, levels: Levels): number {
  const own = powers(scenario).map((power) => levels[power] ?? 0);
  return Math.max(...own) - Math.min(...own);
}

/** RL-3: pressure of these levels, declared or enforced; the spread over the powers is the hole in the wall. */
export function pressureOf(scenario: Scenario, levels: Levels, modifier = 0): Pressure {
  const full = clamp(floorDiv(scenario.seats.reduce((sum, seat) => sum + seat.weight * (levels[seat.id] ?? 0), 0), 4) + modifier, 0, 100);
  const spread = spreadOf(scenario, levels);
  return { full, spread, effective: floorDiv(full * (QUARTERS[spread] ?? 2), 4) };
}

/** The declared levels of all seats that declare. */
export const declaredLevels = (state: MatchState): Levels => levelsOf(state, (seat) => seat.redLine ?? 0);
/** The enforcement of the last fold, secret until found or debriefed. */
export const enforcedLevels = (state: MatchState): Levels => levelsOf(state, (seat) => seat.enforcement);
function levelsOf(state: MatchState, level: (seat: SeatState, id: SeatId) => number): Levels {
  const levels: Record<SeatId, number> = {};
  for (const id in state.seats) {
    const seat = state.seats[id];
    if (seat && seat.redLine !== null) levels[id] = level(seat, id);
  }
  return levels;
}
/** RL-3: the pressure everybody believes in, from declared levels. */
export const paperPressure = (scenario: Scenario, state: MatchState): number => pressureOf(scenario, declaredLevels(state), pressureModifier(scenario, state)).effective;

/** RL-3: what acts of this round, démarches and events add to the pressure or take off it. */
export function pressureModifier(scenario: Scenario, state: MatchState): number {
  const byActs = (state.acts?.actions ?? []).reduce((sum, taken) => sum + (lookup(scenario).actions.get(taken.action)?.pressure ?? 0), 0);
  return byActs + demarchePressure(scenario, state) + eventPressure(scenario, state);
}

/** RL-2: enforcement is the declared level, or nothing for a seat that leaks this round. */
export function enforcementWith(state: MatchState, leakers: ReadonlySet<SeatId>): Levels {
  return levelsOf(state, (seat, id) => (leakers.has(id) ? 0 : (seat.redLine ?? 0)));
}

/** RL-6: what enforcing costs at home in national points, per level above the free ones. */
export function enforcementCosts(scenario: Scenario, state: MatchState, enforced: Levels): SeatTerm[] {
  return scenario.seats.flatMap((spec) => {
    const rule = spec.redLineCost.perLevel;
    const level = enforced[spec.id];
    if (!rule || level === undefined || level <= rule.above) return [];
    const cabinet = state.seats[spec.id]?.cabinet ?? null;
    if (rule.cabinets && (cabinet === null || !rule.cabinets.includes(cabinet))) return [];
    const cost = rule.n * floorDiv(level - rule.above, rule.per);
    return cost === 0 ? [] : [{ seat: spec.id, code: 'enforcement', value: -cost, params: { level } }];
  });
}

/** RL-6: support won or lost at home by the declared level. */
export function declarationSupport(scenario: Scenario, levels: Levels): SeatTerm[] {
  return scenario.seats.flatMap((spec) => {
    const level = levels[spec.id];
    const { hawkishFrom, hawkishDs, dovishTo, dovishDs } = spec.redLineCost;
    if (level === undefined) return [];
    if (hawkishFrom !== null && level >= hawkishFrom) return [{ seat: spec.id, code: 'redLine.firm', value: hawkishDs }];
    if (dovishTo !== null && level <= dovishTo) return [{ seat: spec.id, code: 'redLine.soft', value: dovishDs }];
    return [];
  });
}

/** PH declaration: fills silence with the last level, overrides bound ones in public (RL-4), works out divergence (RL-1). */
export function revealRedLines(r: Recorder): void {
  openBids(r);
  const { scenario, state } = r;
  const levels: Record<SeatId, number> = {};
  const swayed: SeatId[] = [];
  for (const { id } of scenario.seats) {
    const last = state.seats[id]?.redLine ?? null;
    if (last === null) continue;
    const meant = state.bound[id] ?? state.sealed.declarations[id] ?? last;
    levels[id] = eventRedLine(scenario, state, id, meant);
    if (levels[id] !== meant) swayed.push(id);
  }
  const great = powers(scenario);
  const high = Math.max(...great.map((seat) => levels[seat] ?? 0));
  const low = Math.min(...great.map((seat) => levels[seat] ?? 0));
  const spread = clamp(25 * (high - low), 0, 100);
  const divergence = clamp(spread + eventDivergence(scenario, state), 0, 100);
  const terms: Term[] = [{ code: 'divergence.spread', value: spread - state.indicators.D, params: { high, low, divergence: spread } }, ...(divergence === spread ? [] : [{ code: 'divergence.added', value: divergence - spread }])];
  const bound = Object.keys(state.bound);
  r.emit({ type: 'redLinesRevealed', levels, divergence, terms });
  if (bound.length > 0) post(r, 'fold.redLine.bound', { seats: bound, level: Math.max(...Object.values(state.bound)) });
  for (const seat of swayed) post(r, 'fold.redLine.swayed', { seat, level: levels[seat] ?? 0 });
  bookSeats(r, { ...tally(), ds: declarationSupport(scenario, levels) });
  if (high === low) post(r, 'fold.redLines.united', { level: high, divergence });
  else post(r, 'fold.redLines.apart', { divergence, givers: great.filter((seat) => levels[seat] === high), receivers: great.filter((seat) => levels[seat] === low), high, low, pressure: pressureOf(scenario, levels).effective });
}
