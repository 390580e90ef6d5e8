/** Issue linkage made visible: what each seat won on the issues it has most at stake in, and where it gave way. */
import type { SeatId } from '../model/ids.ts';
import { shareOf, sumOf } from './figures.ts';
import type { FrontierReport } from './frontier/frontier.ts';

const TOP = 2;
export interface Logrolling {
  readonly seat: SeatId;
  /** Its issues (families of clauses) by stake, the most first: the worth of all that could be won there. */
  readonly issues: readonly { readonly category: string; readonly stake: number; readonly won: number }[];
  /** Worth won on the first two issues over what could be won there. */
  readonly wonOnTop: number | null;
  /** Clauses that cost it something, signed: how many of them lie outside its first two issues. Trading is giving where one cares less. */
  readonly gave: number; readonly gaveElsewhere: number | null;
}

/** Over the clause set as negotiated; worth in plain net. */
export function logrollingOf({ seats, items, signed }: FrontierReport): readonly Logrolling[] {
  const categories = [...new Set(items.map(({ category }) => category))];
  return seats.map((seat, at): Logrolling => {
    const gain = (chosen: (i: number) => boolean, category: string): number => sumOf(items.flatMap((item, i) => (item.category === category && chosen(i) ? [Math.max(0, item.net[at] ?? 0)] : [])));
    const issues = categories.map((category) => ({ category, stake: gain(() => true, category), won: gain((i) => signed.chosen.includes(i), category) })).sort((a, b) => b.stake - a.stake);
    const top = issues.slice(0, TOP);
    const given = signed.chosen.flatMap((i) => ((items[i]?.net[at] ?? 0) < 0 ? [items[i]?.category ?? ''] : []));
    return { seat, issues, wonOnTop: shareOf(sumOf(top.map(({ won }) => won)), sumOf(top.map(({ stake }) => stake))), gave: given.length, gaveElsewhere: shareOf(given.filter((category) => !top.some((issue) => issue.category === category)).length, given.length) };
  });
}
