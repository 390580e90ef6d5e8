/** What everybody would have preferred to the text that was signed: the Pareto gap and three packages that show it. */
import { paretoFront, type Alternative, type Block } from './pareto.ts';
import { leximin, tenthsOf } from './points.ts';

export type Why = 'fairest' | 'richest' | 'nearest';
export interface Preferred { readonly why: Why; readonly worth: readonly number[]; readonly chosen: readonly number[]; /** Whether every single seat gains, or some only lose nothing. */ readonly everybody: boolean }
export interface ParetoGap {
  /** No package of the set is at least as good for all and better for one. */
  readonly efficient: boolean;
  /** Undominated packages that leave nobody worse off than what was signed. */
  readonly better: number;
  /** Largest gain that all seats could have had at once, in tenths of points; 0 where some could only keep what they have. */
  readonly leftOnTable: number;
  readonly preferred: readonly Preferred[];
  readonly complete: boolean;
}

const gains = (worth: readonly number[], signed: readonly number[], weights: readonly number[]): readonly number[] => tenthsOf(worth.map((value, seat) => value - (signed[seat] ?? 0)), weights);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const least = (values: readonly number[]): number => Math.min(...values);

/** `signed` is a package of these blocks (`chosen`, sorted). Fairest: most for whom gains least. Richest: most together. Nearest: fewest clauses added or dropped, three at most. */
export function gapOf(blocks: readonly Block[], signed: Alternative, weights: readonly number[], most?: number): ParetoGap {
  const { rows, complete } = paretoFront(blocks, signed.worth, most);
  const better = rows.filter(({ worth }) => worth.some((value, seat) => value > (signed.worth[seat] ?? 0)));
  const of = ({ worth }: Alternative): readonly number[] => gains(worth, signed.worth, weights);
  const best = (rank: (a: Alternative, b: Alternative) => number): Alternative | undefined => better.reduce<Alternative | undefined>((found, row) => (found === undefined || rank(row, found) > 0 ? row : found), undefined);
  const fairest = best((a, b) => leximin(of(a), of(b)) || total(of(a)) - total(of(b)));
  // Among those in which all gain, where there are any: a package that leaves somebody as it was is not one everybody prefers.
  const gainer = better.some((row) => least(of(row)) > 0);
  const richest = best((a, b) => Number(!gainer || least(of(a)) > 0) - Number(!gainer || least(of(b)) > 0) || total(of(a)) - total(of(b)) || leximin(of(a), of(b)));
  const found: [Why, Alternative | undefined][] = [['fairest', fairest], ['richest', richest], ['nearest', nearest(blocks, signed, weights)]];
  const preferred: Preferred[] = [];
  for (const [why, row] of found) if (row && !preferred.some((each) => each.chosen.join() === row.chosen.join())) preferred.push({ why, worth: row.worth, chosen: row.chosen, everybody: least(of(row)) > 0 });
  return { efficient: better.length === 0, better: better.length, leftOnTable: fairest ? Math.max(0, least(of(fairest))) : 0, preferred, complete };
}

/** The package with the fewest blocks settled otherwise that nobody would have turned down; all selections of one, two and three blocks are looked at. */
export function nearest(blocks: readonly Block[], signed: Alternative, weights: readonly number[], changes = 3): Alternative | undefined {
  const now = blocks.map((block) => block.findIndex(({ chosen }) => chosen.every((item) => signed.chosen.includes(item)) && block.every((other) => other.chosen.filter((item) => signed.chosen.includes(item)).length <= chosen.length)));
  const swaps = blocks.flatMap((block, n) => block.flatMap((other, a) => (a === now[n] ? [] : [{ n, other, worth: other.worth.map((value, seat) => value - (block[now[n] as number]?.worth[seat] ?? 0)) }])));
  const rank = (a: readonly number[], b: readonly number[]): number => leximin(tenthsOf(a, weights), tenthsOf(b, weights)) || total(tenthsOf(a, weights)) - total(tenthsOf(b, weights));
  let best: { readonly at: readonly number[]; readonly gain: readonly number[] } | null = null;
  const look = (at: readonly number[], gain: readonly number[], left: number): void => {
    if (left === 0) {
      if (gain.every((value) => value >= 0) && gain.some((value) => value > 0) && (best === null || rank(gain, best.gain) > 0)) best = { at, gain };
      return;
    }
    for (let i = (at.at(-1) ?? -1) + 1; i < swaps.length; i += 1) {
      const swap = swaps[i] as (typeof swaps)[number];
      if (!at.some((other) => swaps[other]?.n === swap.n)) look([...at, i], swap.worth.map((value, seat) => value + (gain[seat] ?? 0)), left - 1);
    }
  };
  for (let size = 1; size <= changes && best === null; size += 1) look([], signed.worth.map(() => 0), size);
  if (best === null) return undefined;
  const { at, gain } = best as { readonly at: readonly number[]; readonly gain: readonly number[] };
  const chosen = blocks.flatMap((block, n) => { const swap = at.map((i) => swaps[i]).find((each) => each?.n === n); return (swap ? swap.other : block[now[n] as number])?.chosen ?? []; });
  return { worth: signed.worth.map((value, seat) => value + (gain[seat] ?? 0)), chosen: [...chosen].sort((a, b) => a - b) };
}
