/** What a turning point is: its place, its words, who could know of it then, and how much it weighs. */
import type { SeatId } from '../../model/ids.ts';
import { placeOf, type Place } from '../played.ts';

/** Rendered as `<code>` (namespace debrief). */
export interface Turn extends Place {
  readonly code: string; readonly params: Readonly<Record<string, string | number | readonly string[]>>; readonly weight: number;
  /** Who could know of it at that step; empty: only who sees everything. */
  readonly to: 'all' | readonly SeatId[];
}
export const turnAt = (place: Place, code: string, params: Turn['params'], weight: number, to: Turn['to'] = 'all'): Turn => ({ ...placeOf(place), code: `turn.${code}`, params, weight, to });
