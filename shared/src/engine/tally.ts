/** What one fold (or dawn) adds up before it is applied once: trust per pair, tension, blocs, consensus modifier, support, national points. */
import type { SeatId } from '../model/ids.ts';
import type { Term } from '../model/state.ts';

export interface Tally {
  readonly trust: { a: SeatId; b: SeatId; code: string; value: number }[];
  readonly ten: Term[]; readonly bloc: Term[]; readonly cm: Term[]; readonly val: Term[];
  readonly ds: { seat: SeatId; code: string; value: number }[];
  readonly n: { seat: SeatId; code: string; value: number }[];
  readonly pro: Term[];
}
export const tally = (): Tally => ({ trust: [], ten: [], bloc: [], cm: [], val: [], ds: [], n: [], pro: [] });
