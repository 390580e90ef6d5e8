/** FD-4: what an inject moves, bounded so that a facilitator colours a match and never decides it. */
import type { DeskEffects } from '../../model/desk.ts';
import { refuse, type Refusal } from '../../model/commands.ts';
import { pairKey } from '../../model/pairs.ts';
import type { MatchState } from '../../model/state.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { clamp } from '../integers.ts';

/** Largest move of one inject, either way. */
export const MOST = { ten: 12, bloc: 6, cm: 9, support: 10, trust: 10 } as const;
const within = (value: number, most: number): boolean => Number.isInteger(value) && Math.abs(value) <= most;

/** Refuses what is out of bounds or names no seat of this table. */
export function checkEffects(scenario: Scenario, state: MatchState, effects: DeskEffects): Refusal | null {
  for (const key of ['ten', 'bloc', 'cm'] as const) if (!within(effects[key] ?? 0, MOST[key])) return refuse('bad-inject', { most: MOST[key] });
  for (const [seat, value] of Object.entries(effects.support ?? {})) {
    if (!state.seats[seat]) return refuse('unknown-seat', { seat });
    if (!within(value, MOST.support)) return refuse('bad-inject', { most: MOST.support });
  }
  for (const { a, b, delta } of effects.trust ?? []) {
    if (a === b || !state.seats[a] || !state.seats[b]) return refuse('unknown-seat', { seat: state.seats[a] ? b : a });
    if (!within(delta, MOST.trust)) return refuse('bad-inject', { most: MOST.trust });
    if (state.trust[pairKey(scenario, a, b)] === undefined) return refuse('unknown-seat', { seat: b });
  }
  return null;
}

export function applyEffects(r: Recorder, effects: DeskEffects): void {
  const term = (value: number | undefined) => (value ? [{ code: 'inject', value }] : []);
  const pending = { ten: term(effects.ten), bloc: term(effects.bloc), cm: term(effects.cm) };
  if (pending.ten.length + pending.bloc.length + pending.cm.length > 0) r.emit({ type: 'pended', pending });
  for (const [seat, value] of Object.entries(effects.support ?? {})) r.emit({ type: 'seatMoved', seat, set: { ds: clamp((r.state.seats[seat]?.ds ?? 0) + value, 0, 100) } });
  for (const { a, b, delta } of effects.trust ?? []) {
    const pair = pairKey(r.scenario, a, b);
    const before = r.state.trust[pair] ?? 0;
    const after = clamp(before + delta, 0, 100);
    if (after !== before) r.emit({ type: 'trustMoved', set: { [pair]: after }, terms: [{ pair, code: 'inject', value: after - before }] });
  }
}
