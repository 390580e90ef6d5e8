/** Writes what a tally holds for seats and indicators into events, each with the terms that made it. */
import type { Recorder } from '../engine/recorder.ts';
import type { SeatTerm, Tally } from '../engine/tally.ts';
import type { SeatId } from '../model/ids.ts';
import type { IndicatorKey, SeatState, Term } from '../model/state.ts';
import { clamp } from './integers.ts';
import { bookTrust } from './trust.ts';

const bare = ({ code, value, params }: SeatTerm): Term => (params ? { code, value, params } : { code, value });

/** DS-2, SC-3: support is clamped to 0..100, national points are not; one event a seat. */
export function bookSeats(r: Recorder, t: Pick<Tally, 'ds' | 'n'>): void {
  if (t.ds.length + t.n.length === 0) return;
  for (const { id } of r.scenario.seats) {
    const seat = r.state.seats[id];
    if (!seat) continue;
    const ds = moveOf(t.ds, id);
    const nTerms: Term[] = [];
    for (const term of t.n) if (term.seat === id && term.value !== 0) nTerms.push(bare(term));
    if (ds === null && nTerms.length === 0) continue;
    const set: { -readonly [K in keyof Omit<SeatState, 'nTerms'>]?: SeatState[K] } = {};
    if (ds !== null) set.ds = clamp(seat.ds + ds, 0, 100);
    if (nTerms.length === 0) { r.emit({ type: 'seatMoved', seat: id, set }); continue; }
    set.n = seat.n + sum(nTerms);
    r.emit({ type: 'seatMoved', seat: id, set, nTerms });
  }
}
/** Sum of the terms of one seat; null where it has none. */
function moveOf(terms: readonly SeatTerm[], id: SeatId): number | null {
  let move: number | null = null;
  for (const term of terms) if (term.seat === id) move = (move ?? 0) + term.value;
  return move;
}
const sum = (terms: readonly { readonly value: number }[]): number => terms.reduce((all, term) => all + term.value, 0);

/** Emits a move of one indicator if it moved or has something to tell; a `bound` term says what its range took away. */
export function bookIndicator(r: Recorder, key: IndicatorKey, value: number, terms: readonly Term[]): void {
  const before = r.state.indicators[key];
  const cut = value - before - sum(terms);
  const told = terms.filter((term) => term.value !== 0);
  if (cut !== 0) told.push({ code: 'bound', value: cut });
  if (before === value && told.length === 0) return;
  const moved: Partial<Record<IndicatorKey, number>> = {};
  moved[key] = value;
  const why: Partial<Record<IndicatorKey, readonly Term[]>> = {};
  why[key] = told;
  r.emit({ type: 'indicatorsMoved', set: moved, terms: why });
}

/** EV-2: outside the fold trust, support and points move at once, while tension, blocs and modifiers wait for the fold. */
export function bookNow(r: Recorder, t: Tally): void {
  bookTrust(r, t.trust);
  bookSeats(r, t);
  if (t.ten.length + t.bloc.length + t.cm.length > 0) r.emit({ type: 'pended', pending: { ten: [...t.ten], bloc: [...t.bloc], cm: [...t.cm] } });
  if (t.val.length > 0) bookIndicator(r, 'VAL', clamp(r.state.indicators.VAL + sum(t.val), 0, 100), t.val);
  if (t.pro.length > 0) bookIndicator(r, 'PRO', clamp(r.state.indicators.PRO + sum(t.pro), 0, 10), t.pro);
}
