/** RL-7 and M07: a wall with a secret hole, and the dawn on which it is found. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { eventDetection } from './events/standing.ts';
import { allows } from './level.ts';
import { actionTrust } from './trust.ts';

/** RL-7: verification and, from the standard level, three institutions shorten the time to discovery. */
export function leakDelay(scenario: Scenario, state: MatchState): number {
  const cells = allows(scenario, state, 'M17-steps') && state.indicators.INST >= 3 ? 1 : 0;
  return Math.max(1, 3 - state.indicators.V - cells) + eventDetection(scenario, state);
}

/** Begins a run for a seat that leaks, unless one is already running. */
export function beginLeak(r: Recorder, seat: SeatId): void {
  const running = r.state.leaks[seat];
  if (running && !running.found) return;
  r.emit({ type: 'leakBegan', seat, foundAt: r.state.round + leakDelay(r.scenario, r.state) });
}

/** PH-1i: finds the runs whose delay is over; what the secret act did in public was waiting for this (AC-4). */
export function findLeaks(r: Recorder, t: Tally): void {
  const spec = lookup(r.scenario).specials.get('leak');
  for (const { id } of r.scenario.seats) {
    const leak = r.state.leaks[id];
    if (!leak) continue;
    if (leak.found) { r.emit({ type: 'leakEnded', seat: id }); continue; }
    if (leak.foundAt > r.state.round || !spec) continue;
    findLeak(r, t, id);
  }
}

/** RL-7: a run comes out now. */
export function findLeak(r: Recorder, t: Tally, id: SeatId): void {
  const spec = lookup(r.scenario).specials.get('leak');
  const leak = r.state.leaks[id];
  if (!spec || !leak) return;
  r.emit({ type: 'leakFound', seat: id });
  for (const term of actionTrust(r.scenario, r.state.talks.chair, spec, { actor: id, accepters: [], refusers: [] })) t.trust.push({ ...term, code: 'leak' });
  const params = { seat: id };
  t.cm.push({ code: 'leak', value: spec.cm, params });
  t.ten.push({ code: 'leak', value: spec.ten, params });
  t.bloc.push({ code: 'leak', value: spec.bloc, params });
  post(r, 'fold.leak.found', { seat: id, round: leak.since }, 'all', r.scenario.places[spec.id]);
}
