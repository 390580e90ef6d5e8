/** DS-4: a cabinet that has lost all support falls, and another one comes in with its own mandate. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { SeatId } from '../model/ids.ts';
import { bookSeats } from './booking.ts';
import { allows } from './level.ts';
import { pick } from './random.ts';

const NEW_SUPPORT = 40;
const PRICE = -4;
const WEAK_LINE = 1;

/** PH-2.9, at the end of a round: whoever stands at nothing falls. */
export function fallCabinets(r: Recorder): void {
  if (!allows(r.scenario, r.state, 'M22')) return;
  for (const { id } of r.scenario.seats) if (r.state.seats[id]?.ds === 0) cabinetFalls(r, id);
}

/** A cabinet falls: support begins anew, points are lost, the mandate is redrawn, and the next red line counts as the lowest but one. */
export function cabinetFalls(r: Recorder, seat: SeatId): void {
  const fallen = r.state.seats[seat];
  if (!fallen) return;
  r.emit({ type: 'seatMoved', seat, set: { ds: NEW_SUPPORT } });
  bookSeats(r, { ds: [], n: [{ seat, code: 'cabinetFell', value: PRICE }] });
  redrawMandate(r, seat);
  if (fallen.redLine !== null) r.emit({ type: 'redLineBound', bound: { [seat]: WEAK_LINE } });
  post(r, 'table.cabinetFell', { seat });
}

/** Another mandate by the seed, the one just held set aside where the seat knows several; none where the match deals none. */
export function redrawMandate(r: Recorder, seat: SeatId): void {
  const held = r.state.seats[seat]?.mandate ?? null;
  const all = r.scenario.seats.find((spec) => spec.id === seat)?.mandates ?? [];
  if (held === null) return;
  const others = all.filter((mandate) => mandate !== held);
  const drawn = pick(r.state.random, others.length > 0 ? others : all);
  r.emit({ type: 'randomDrawn', random: drawn.random });
  if (drawn.item !== undefined) r.emit({ type: 'seatMoved', seat, set: { mandate: drawn.item } });
  post(r, 'table.mandateRedrawn', { seat }, [seat]);
}
