/** Writes what a tally holds for seats and indicators into events, each with the terms that made it. */
import type { Recorder } from '../engine/recorder.ts';
import type { SeatTerm, Tally } from '../engine/tally.ts';
import type { Indicators, IndicatorKey, SeatState, Term } from '../model/state.ts';
import { clamp } from './integers.ts';
import { bookTrust } from './trust.ts';

const bare = ({ code, value, params }: SeatTerm): Term => (params ? { code, value, params } : { code, value });

/** DS-2, SC-3: support is clamped to 0..100, national points are not; one event a seat. */
export function bookSeats(r: Recorder, t: Pick<Tally, 'ds' | 'n'>): void {
  if (t.ds.length + t.n.length === 0) return;
  for (const { id } of r.scenario.seats) {
    const seat = r.state.seats[id];
    if (!seat) continue;
    const ds = t.ds.filter((term) => term.seat === id);
    const n = t.n.filter((term) => term.seat === id && term.value !== 0);
    if (ds.length === 0 && n.length === 0) continue;
    const set: Partial<Omit<SeatState, 'nTerms'>> = {
      ...(ds.length > 0 ? { ds: clamp(seat.ds + sum(ds), 0, 100) } : {}),
      ...(n.length > 0 ? { n: seat.n + sum(n) } : {}),
    };
    r.emit({ type: 'seatMoved', seat: id, set, ...(n.length > 0 ? { nTerms: n.map(bare) } : {}) });
  }
}
const sum = (terms: readonly { readonly value: number }[]): number => terms.reduce((all, term) => all + term.value, 0);

/** Emits a move of one indicator if it moved or has something to tell; a `bound` term says what its range took away. */
export function bookIndicator(r: Recorder, key: IndicatorKey, value: number, terms: readonly Term[]): void {
  const cut = value - r.state.indicators[key] - sum(terms);
  const told = [...terms, { code: 'bound', value: cut }].filter((term) => term.value !== 0);
  if (r.state.indicators[key] === value && told.length === 0) return;
  const set: Partial<Indicators> = { [key]: value };
  r.emit({ type: 'indicatorsMoved', set, terms: { [key]: told } });
}

/** EV-2: outside the fold trust, support and points move at once, while tension, blocs and modifiers wait for the fold. */
export function bookNow(r: Recorder, t: Tally): void {
  bookTrust(r, t.trust);
  bookSeats(r, t);
  if (t.ten.length + t.bloc.length + t.cm.length > 0) r.emit({ type: 'pended', pending: { ten: [...t.ten], bloc: [...t.bloc], cm: [...t.cm] } });
  if (t.val.length > 0) bookIndicator(r, 'VAL', clamp(r.state.indicators.VAL + sum(t.val), 0, 100), t.val);
  if (t.pro.length > 0) bookIndicator(r, 'PRO', clamp(r.state.indicators.PRO + sum(t.pro), 0, 10), t.pro);
}
