/** What a declared level would mean for its own seat, read from the scenario's numbers and the last levels shown. */
import type { PublicScenario, SeatId, View } from '@concert/shared';

export type RedLineCost = PublicScenario['seats'][number]['redLineCost'];

/** RL-6: support and national points of one round at this level, if it is also enforced. */
export function homeCost(cost: RedLineCost, level: number, cabinet: string | null): { readonly ds: number; readonly n: number } {
  const hawkish = cost.hawkishFrom !== null && level >= cost.hawkishFrom ? cost.hawkishDs : 0;
  const dovish = cost.dovishTo !== null && level <= cost.dovishTo ? cost.dovishDs : 0;
  const per = cost.perLevel;
  const charged = per !== null && (per.cabinets === undefined || (cabinet !== null && per.cabinets.includes(cabinet)));
  const n = charged && per ? -per.n * Math.floor(Math.max(0, level - per.above) / per.per) : 0;
  return { ds: hawkish + dovish, n: n === 0 ? 0 : n };
}

/** How far apart the powers would stand if all others repeat their last level. */
export function spreadWith(view: View, seat: SeatId, level: number): number {
  const levels = Object.values(view.seats).filter((s) => s.kind === 'power' && s.id !== seat && s.redLine !== null).map((s) => s.redLine ?? 0);
  return Math.max(level, ...levels) - Math.min(level, ...levels);
}
