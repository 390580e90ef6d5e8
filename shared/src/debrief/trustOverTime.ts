/** Trust of every pair, round by round, as the rules kept it; the most distrusted pair, the steepest fall and rise. */
import type { SeatId } from '../model/ids.ts';
import { allPairs, pairKey } from '../model/pairs.ts';
import { sumOf } from './figures.ts';
import { momentsOf, placeOf, type Chronicle, type Place } from './played.ts';

export interface TrustLine { readonly a: SeatId; readonly b: SeatId; readonly start: number; readonly rounds: readonly { readonly round: number; readonly trust: number }[]; readonly end: number; readonly change: number }
export interface TrustTurn extends Place { readonly a: SeatId; readonly b: SeatId; readonly change: number; /** What brought it, as codes of trust terms, the strongest first. */ readonly codes: readonly string[] }
export interface TrustReport { readonly lines: readonly TrustLine[]; readonly least: TrustLine | null; readonly fall: TrustTurn | null; readonly rise: TrustTurn | null }

export function trustOf(chronicle: Chronicle): TrustReport {
  const { scenario, end } = chronicle;
  const lines = allPairs(scenario).map(([a, b]): TrustLine => {
    const key = pairKey(scenario, a, b);
    const start = scenario.trust[key] ?? 0;
    const now = end.trust[key] ?? start;
    return { a, b, start, rounds: end.history.map(({ round, trust }) => ({ round, trust: trust[key] ?? start })), end: now, change: now - start };
  });
  const turns = momentsOf(chronicle, 'trustMoved').flatMap((moment) => allPairs(scenario).flatMap(([a, b]): TrustTurn[] => {
    const key = pairKey(scenario, a, b);
    const change = (moment.after.trust[key] ?? 0) - (moment.before.trust[key] ?? 0);
    if (change === 0) return [];
    const terms = Map.groupBy(moment.event.terms.filter(({ pair }) => pair === key), ({ code }) => code);
    const strength = (code: string): number => Math.abs(sumOf((terms.get(code) ?? []).map(({ value }) => value)));
    return [{ ...placeOf(moment), a, b, change, codes: [...terms.keys()].sort((x, y) => strength(y) - strength(x)) }];
  }));
  const most = (sign: 1 | -1): TrustTurn | null => turns.reduce<TrustTurn | null>((best, turn) => (turn.change * sign > Math.max(0, (best?.change ?? 0) * sign) ? turn : best), null);
  return { lines, least: lines.reduce<TrustLine | null>((best, each) => (best === null || each.end < best.end ? each : best), null), fall: most(-1), rise: most(1) };
}
