/** The few figures all measures are made of; null stands where a figure has no meaning. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : sumOf(values) / values.length);
/** A part of a whole, 0..1. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Gini coefficient, 0 (all alike) to (n-1)/n (one has all): mean absolute difference over twice the mean. Losses count as nothing; null where nobody has anything. */
export function giniOf(values: readonly number[]): number | null {
  const held = values.map((value) => Math.max(0, value)).sort((a, b) => a - b);
  const total = sumOf(held);
  if (total === 0) return null;
  return held.reduce((sum, value, i) => sum + (2 * (i + 1) - held.length - 1) * value, 0) / (held.length * total);
}

/** Pearson's r; null under three pairs or where one side never varies. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const [mx, my] = [sumOf(pairs.map(([x]) => x)) / pairs.length, sumOf(pairs.map(([, y]) => y)) / pairs.length];
  const part = (of: (x: number, y: number) => number): number => sumOf(pairs.map(([x, y]) => of(x - mx, y - my)));
  const spread = Math.sqrt(part((x) => x * x) * part((_, y) => y * y));
  return spread === 0 ? null : part((x, y) => x * y) / spread;
}
