/** The few statistics the reports need: means, spread, confidence intervals, quantiles, Spearman's rank correlation with ties. */

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
/** Standard deviation of the values at hand (divided by n). */
export const deviation = (values: readonly number[]): number => { const middle = mean(values); return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))); };

/** Half the width of the 95 % confidence interval of a mean, by the normal approximation; 0 for fewer than two values. */
export function meanMargin(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const middle = mean(values);
  const variance = sum(values.map((value) => (value - middle) ** 2)) / (n - 1);
  return 1.96 * Math.sqrt(variance / n);
}

/** Wilson's 95 % interval of a share: sound near 0 and 1, where the usual one is not. */
export function shareInterval(hits: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const width = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale)];
}

/** The value below which this share of the values lies, between neighbours where it falls between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  // Infinite values stand for "never": between equal ones there is nothing to weigh.
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Ranks from 1; equal values share the mean of the ranks they take up. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let i = from; i <= to; i += 1) result[order[i]?.index ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}

/** Spearman's rho: Pearson's correlation of the ranks. NaN where one side does not vary: nothing can be said then. */
export function spearman(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranks(xs), ranks(ys)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let ownA = 0;
  let ownB = 0;
  a.forEach((x, i) => { const [dx, dy] = [x - meanA, (b[i] ?? 0) - meanB]; both += dx * dy; ownA += dx * dx; ownB += dy * dy; });
  return ownA === 0 || ownB === 0 ? Number.NaN : both / Math.sqrt(ownA * ownB);
}

/** Rounded to so many decimals, for figures that are printed and compared as text; never -0. */
export const rounded = (value: number, decimals = 2): number => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
