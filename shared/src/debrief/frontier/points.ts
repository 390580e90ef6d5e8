/** Four answers to what would have been fair, exactly, among the packages of a frontier; no deal is the reference and worth 0 to everybody. */
import type { Alternative } from './pareto.ts';

/** Rows are worths by place of the seat; `weights` turn them into tenths of national points (k of SC-2). Each is the place of a row, null where no package gives everybody something. */
export interface Points { readonly nash: number | null; readonly kalaiSmorodinsky: number | null; readonly bentham: number | null; readonly rawls: number | null }

/** Best each seat could have among these rows: the ideal point, in plain worth. */
export const idealOf = (rows: readonly Alternative[], seats: number): readonly number[] => Array.from({ length: seats }, (_, seat) => Math.max(0, ...rows.map(({ worth }) => worth[seat] ?? 0)));
export const tenthsOf = (worth: readonly number[], weights: readonly number[]): readonly number[] => worth.map((value, seat) => value * (weights[seat] ?? 0));
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** First of the rows for which `better` holds against all before it. */
function bestRow(rows: readonly Alternative[], better: (a: readonly number[], b: readonly number[]) => number): number | null {
  let best: number | null = null;
  for (const [i, { worth }] of rows.entries()) if (best === null || better(worth, rows[best]?.worth ?? []) > 0) best = i;
  return best;
}

/** Compares from the worst-off seat upward: more for the worst-off wins, then for the next. */
export function leximin(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [[...a].sort((m, n) => m - n), [...b].sort((m, n) => m - n)];
  for (let i = 0; i < x.length; i += 1) if (x[i] !== y[i]) return (x[i] as number) - (y[i] as number);
  return 0;
}

/**
 * Nash: greatest product of gains. Kalai-Smorodinsky: greatest least share of one's ideal gain, the discrete form of equal shares. Both are the same
 * in plain worth and in points. Bentham: greatest sum; Rawls: greatest gain of the worst-off, then of the next; both compare points between seats.
 * Ties go to the larger sum of points, then to the earlier row. Products and shares are compared in whole numbers, so nothing is rounded.
 */
export function pointsOf(rows: readonly Alternative[], weights: readonly number[]): Points {
  const sum = (worth: readonly number[]): number => total(tenthsOf(worth, weights));
  const ideal = idealOf(rows, weights.length);
  const product = (worth: readonly number[]): bigint => worth.reduce((all, value) => all * BigInt(Math.max(0, value)), 1n);
  const shared = (worth: readonly number[]): readonly [number, number] => leastShare(worth, ideal);
  const everybody = rows.some(({ worth }) => worth.every((value) => value > 0));
  const bySign = (difference: bigint): number => (difference > 0n ? 1 : difference < 0n ? -1 : 0);
  return {
    nash: everybody ? bestRow(rows, (a, b) => bySign(product(a) - product(b)) || sum(a) - sum(b)) : null,
    kalaiSmorodinsky: everybody ? bestRow(rows, (a, b) => { const [[p, q], [r, s]] = [shared(a), shared(b)]; return p * s - r * q || sum(a) - sum(b); }) : null,
    bentham: bestRow(rows, (a, b) => sum(a) - sum(b) || leximin(tenthsOf(a, weights), tenthsOf(b, weights))),
    rawls: bestRow(rows, (a, b) => leximin(tenthsOf(a, weights), tenthsOf(b, weights)) || sum(a) - sum(b)),
  };
}

/** The smallest share of its ideal that a seat gets, as a fraction. */
function leastShare(worth: readonly number[], ideal: readonly number[]): readonly [number, number] {
  let least: readonly [number, number] = [1, 1];
  worth.forEach((value, seat) => {
    const most = ideal[seat] ?? 0;
    if (most > 0 && value * least[1] < least[0] * most) least = [value, most];
  });
  return least;
}
