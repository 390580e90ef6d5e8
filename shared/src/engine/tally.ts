/** What one fold (or dawn) adds up before it is applied once: trust per pair, tension, blocs, consensus modifier, support, national points. */
import type { SeatId } from '../model/ids.ts';
import type { Term } from '../model/state.ts';

/** One seat's share of a move: support or national points, with what the sentence needs. */
export interface SeatTerm extends Term { readonly seat: SeatId }
export interface PairTerm { readonly a: SeatId; readonly b: SeatId; readonly code: string; readonly value: number }
export interface Tally {
  readonly trust: PairTerm[];
  readonly ten: Term[]; readonly bloc: Term[]; readonly cm: Term[]; readonly val: Term[];
  readonly ds: SeatTerm[];
  readonly n: SeatTerm[];
  readonly pro: Term[];
}
export const tally = (): Tally => ({ trust: [], ten: [], bloc: [], cm: [], val: [], ds: [], n: [], pro: [] });
export const total = (terms: readonly { readonly value: number }[]): number => terms.reduce((sum, term) => sum + term.value, 0);
