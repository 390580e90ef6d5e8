/** Who gained what from the agreement, how much of the joint gain was found, and how evenly it fell. */
import type { SeatId } from '../model/ids.ts';
import { giniOf, shareOf, sumOf } from './figures.ts';
import type { FrontierReport } from './frontier/frontier.ts';

/** In tenths of national points; no deal is 0 (d_i). */
export interface Surplus {
  readonly seat: SeatId;
  /** U_i - d_i of what was signed if all of it is kept, of the texts as drafted, and of what was really given. */
  readonly signed: number; readonly drafted: number; readonly kept: number;
  /** Signed, as a part of the best this seat could have had with nobody else losing. */
  readonly ofBest: number | null;
  /** It would have done better to walk away: from the text, from what became of it. */
  readonly worseThanNoDeal: boolean; readonly worseAsKept: boolean;
}
export interface SurplusReport {
  readonly seats: readonly Surplus[];
  /** Sum of U_i over the largest sum any package has (Raiffa's joint gain); may be negative. */
  readonly jointGain: { readonly signed: number | null; readonly kept: number | null };
  /** Gini over the surpluses, losses counted as nothing; least over greatest surplus, null where nobody gained. Beside the joint gain, never instead of it. */
  readonly gini: { readonly signed: number | null; readonly kept: number | null };
  readonly leastOverMost: { readonly signed: number | null; readonly kept: number | null };
}

export function surplusOf({ seats, signed, drafted, kept, ideal, mostTogether }: FrontierReport): SurplusReport {
  const rows = seats.map((seat): Surplus => {
    const [own, real] = [signed.tenths[seat] ?? 0, kept[seat] ?? 0];
    return { seat, signed: own, drafted: drafted[seat] ?? 0, kept: real, ofBest: shareOf(own, ideal[seat] ?? 0), worseThanNoDeal: own < 0, worseAsKept: real < 0 };
  });
  const both = <T>(of: (values: readonly number[]) => T): { readonly signed: T; readonly kept: T } => ({ signed: of(rows.map((row) => row.signed)), kept: of(rows.map((row) => row.kept)) });
  return {
    seats: rows, jointGain: both((values) => shareOf(sumOf(values), mostTogether)), gini: both(giniOf),
    leastOverMost: both((values) => { const most = Math.max(...values); return most > 0 ? Math.min(...values) / most : null; }),
  };
}
