/** One line of the thesis table: what was asked, what came out, whether that is enough. */

export interface Line {
  readonly id: string;
  readonly claim: string;
  readonly measure: string;
  readonly target: string;
  readonly measured: string;
  readonly pass: boolean;
  /** The figures behind `measured`, for other programs. */
  readonly figures: Readonly<Record<string, number | string | null | readonly (number | string)[]>>;
}

export const percent = (share: number, decimals = 1): string => (Number.isNaN(share) ? 'no case' : `${(100 * share).toFixed(decimals)} %`);
export const number = (value: number, decimals = 2): string => (Number.isFinite(value) ? value.toFixed(decimals) : Number.isNaN(value) ? 'no case' : value > 0 ? 'without end' : '-without end');
/** Share of the items that satisfy the test; NaN of none, which satisfies no target. */
export const shareOf = <T>(items: readonly T[], test: (item: T) => boolean): number => (items.length === 0 ? Number.NaN : items.filter(test).length / items.length);
