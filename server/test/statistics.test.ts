/** SIM: the statistics of the reports, against values worked out by hand. */
import { describe, expect, it } from 'vitest';
import { deviation, mean, meanMargin, median, quantile, ranks, rounded, shareInterval, spearman } from '../tools/simulation/statistics.ts';

describe('SIM statistics', () => {
  it('means and spreads', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(mean([])).toBe(0);
    // variance 5/3 over 4 values: 1.96 * sqrt(5/12)
    expect(meanMargin([1, 2, 3, 4])).toBeCloseTo(1.96 * Math.sqrt(5 / 12), 10);
    expect(meanMargin([3])).toBe(0);
  });

  it('quantiles between neighbours, and infinite ones', () => {
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(median([5, 1, 3])).toBe(3);
    expect(median([1, Infinity, Infinity])).toBe(Infinity);
    expect(median([4, 4, Infinity])).toBe(4);
  });

  it('ranks with ties share their mean', () => {
    expect(ranks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4]);
    expect(ranks([7, 7, 7])).toEqual([2, 2, 2]);
  });

  it("Spearman's rho: the textbook case, ties, and no answer where nothing varies", () => {
    // IQ and hours of television: sum of squared rank differences 194 over 10 cases, 1 - 6*194/990
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(1 - (6 * 194) / 990, 10);
    expect(spearman([1, 2, 3, 4], [40, 30, 20, 10])).toBe(-1);
    // ranks 1 2.5 2.5 4 and 1 2 3 4: covariance 4.5, own 4.5 and 5
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 10);
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
  });

  it("Wilson's interval of a share", () => {
    const [from, to] = shareInterval(8, 10);
    expect(from).toBeCloseTo(0.4902, 4);
    expect(to).toBeCloseTo(0.9433, 4);
    expect(shareInterval(0, 10)[0]).toBe(0);
    expect(shareInterval(0, 0)).toEqual([0, 1]);
  });

  it('rounds without a minus zero', () => {
    expect(Object.is(rounded(-0.001), 0)).toBe(true);
    expect(rounded(1.235, 1)).toBe(1.2);
  });
});
