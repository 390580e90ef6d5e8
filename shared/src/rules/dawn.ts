/** PH-1: what a new round does before anybody decides: strength returns, tempers cool, scripts turn, secrets come out. */
import type { Recorder } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import { clamp } from './integers.ts';
import { bookIndicator, bookNow } from './booking.ts';
import { fallDue } from './dues.ts';
import { findHiddenActs } from './hiddenActs.ts';
import { findLeaks } from './leaks.ts';
import { discover, sunset } from './ledger.ts';
import { ratify } from './ratification.ts';
import { leakSideLetters } from './sideLetters.ts';
import { growBuds } from './events/buds.ts';
import { markExcuses } from './events/choices.ts';
import { turnEffects } from './events/fire.ts';
import { apChange } from './events/standing.ts';
import { closeWindow, fireScheduled, fireTriggered, shiftPower } from './scenarioEvents.ts';
import { settleTension, tensionDecay, tensionFloor } from './tension.ts';

/** PH-3: action points of a round by support at home. */
export const apFor = (support: number): number => (support >= 70 ? 5 : support < 30 ? 2 : 4);
/** PH-1b. */
const SUPPORT_RETURN = 2;

/** PH-1 a to l, in that order. */
export function openDawn(r: Recorder): void {
  const t = tally();
  turnEffects(r, t); // a
  releaseAp(r);
  closeWindow(r);
  returnSupport(r); // b
  shiftPower(r); // c
  coolTension(r); // d
  const { BLOC, INST } = r.state.indicators;
  if (INST > 0) bookIndicator(r, 'BLOC', clamp(BLOC - INST, 0, 100), [{ code: 'institutions', value: clamp(BLOC - INST, 0, 100) - BLOC }]); // e
  fireScheduled(r, t); // f
  fireTriggered(r, t); // g
  growBuds(r, t); // h
  findLeaks(r, t); // i
  findHiddenActs(r, t);
  discover(r, t);
  leakSideLetters(r, t);
  bookNow(r, t);
  sunset(r); // j
  ratify(r); // k
  fallDue(r); // l
  markExcuses(r);
}

function releaseAp(r: Recorder): void {
  for (const { id } of r.scenario.seats) {
    const seat = r.state.seats[id];
    const ap = seat ? Math.max(0, apFor(seat.ds) + apChange(r.scenario, r.state, id)) : 0;
    if (seat && seat.ap !== ap) r.emit({ type: 'seatMoved', seat: id, set: { ap } });
  }
}

/** PH-1b: support drifts two toward where it started, never past it. */
function returnSupport(r: Recorder): void {
  for (const spec of r.scenario.seats) {
    const ds = r.state.seats[spec.id]?.ds ?? spec.ds;
    const step = clamp(spec.ds - ds, -SUPPORT_RETURN, SUPPORT_RETURN);
    if (step !== 0) r.emit({ type: 'seatMoved', seat: spec.id, set: { ds: clamp(ds + step, 0, 100) } });
  }
}

/** PH-1d. */
function coolTension(r: Recorder): void {
  const { TEN, CON, PRO, INST } = r.state.indicators;
  const decay = -tensionDecay(TEN, CON);
  const settled = settleTension(TEN, decay, [{ code: 'decay', value: decay }], tensionFloor(PRO, INST));
  bookIndicator(r, 'TEN', settled.value, settled.terms);
}
