/** A stage for event tests: the shipped scenario or a variation of it, a round behind us, and the next dawn. */
import type { ActionChoice, MatchOptions, SecretChoice } from '../../../src/model/commands.ts';
import type { MatchState, RoundRecord, Tranche } from '../../../src/model/state.ts';
import type { StandingEffect } from '../../../src/model/statecraft.ts';
import type { Recorder } from '../../../src/engine/recorder.ts';
import { EventSpec } from '../../../src/scenario/eventSchema.ts';
import { Scenario } from '../../../src/scenario/schema.ts';
import { openDawn } from '../../../src/rules/dawn.ts';
import { revealActs } from '../../../src/rules/actions.ts';
import { foldRound } from '../../../src/rules/fold.ts';
import { revealRedLines } from '../../../src/rules/pressure.ts';
import { begun, choose, given, over, phase, scenario } from '../table.ts';

export { scenario } from '../table.ts';
type Acts = NonNullable<RoundRecord['actions']>;

/** Only this event of the scenario (and the window), so that nothing else happens; `extra` are events of a variation. */
export function alone(ids: readonly string[], extra: readonly unknown[] = []): Scenario {
  return { ...scenario, events: [...scenario.events.filter((event) => ids.includes(event.id) || event.kind === 'window'), ...extra.map((event) => EventSpec.parse(event))] };
}

/** A running full-level match of that variation, after `rounds` quiet rounds. */
export function after(data: Scenario, rounds = 1, acts: readonly Acts[number][] = [], over_: Partial<MatchOptions> = {}): Recorder {
  const r = begun({ level: 'full', pinned: [], ...over_ }, data);
  const history = Array.from({ length: rounds }, (_, i): RoundRecord => record(r.state, i + 1, i === rounds - 1 ? acts : []));
  return over({ ...r.state, round: rounds, phase: 'reveal', history, acts: { actions: acts, dues: [], tensionBefore: r.state.indicators.TEN } }, data);
}

export const record = (state: MatchState, round: number, actions: Acts = [], more: Partial<RoundRecord> = {}): RoundRecord => ({
  round, indicators: state.indicators, terms: {}, paperPressure: 0, pressure: 50, redLines: {}, sides: null, tests: 0, actions, brink: false, trust: {}, ds: {},
  points: Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, seat.n])), met: {}, ...more,
});

/** Changes the stage. */
export function set(r: Recorder, change: Partial<MatchState> | ((state: MatchState) => Partial<MatchState>)): Recorder {
  r.state = { ...r.state, ...(typeof change === 'function' ? change(r.state) : change) };
  return r;
}
export const indicators = (r: Recorder, values: Partial<MatchState['indicators']>): Recorder => set(r, (state) => ({ indicators: { ...state.indicators, ...values } }));
export const seat = (r: Recorder, id: string, values: Partial<MatchState['seats'][string]>): Recorder => set(r, (state) => ({ seats: { ...state.seats, [id]: { ...(state.seats[id] as MatchState['seats'][string]), ...values } } }));
export const trust = (r: Recorder, values: Readonly<Record<string, number>>): Recorder => set(r, (state) => ({ trust: { ...state.trust, ...values } }));
export const ledger = (r: Recorder, ...commitments: readonly MatchState['commitments'][number][]): Recorder => set(r, { commitments });
/** Replaces the last round's record. */
export const last = (r: Recorder, more: Partial<RoundRecord>): Recorder => set(r, (state) => ({ history: state.history.map((round, i) => (i === state.history.length - 1 ? { ...round, ...more } : round)) }));

/** The next dawn. */
export function dawn(r: Recorder, round = r.state.round + 1): MatchState {
  phase(r, 'dawn', round);
  openDawn(r);
  return r.state;
}

/** A promise of this clause of which nothing has been given yet, due in `due`. */
export function owed(clause: string, giver: string, due: number, extra: Partial<MatchState['commitments'][number]> = {}): MatchState['commitments'][number] {
  const done = given(clause, giver);
  const continuing = scenario.clauses.some((spec) => spec.id === clause && spec.when === 'C');
  const tranches = done.tranches.slice(0, continuing ? 1 : undefined).map((tranche, i): Tranche => ({ ...tranche, state: 'pending', performedAt: null, due: due + i }));
  return { ...done, state: 'agreed', kept: 0, tranches, ...extra };
}

export const effects = (state: MatchState, event: string): readonly StandingEffect['effect'][] => state.craft.effects.filter((each) => each.event === event).map((each) => each.effect);
export const pendedBy = (state: MatchState, event: string): readonly [string, number][] =>
  (['ten', 'bloc', 'cm'] as const).flatMap((key) => state.pending[key].filter((term) => term.params?.['event'] === event).map((term): [string, number] => [key, term.value]));
export const fired = (state: MatchState, event: string): boolean => state.events[event] === state.round;

interface Moves {
  readonly bids?: Readonly<Record<string, Readonly<Record<string, string>>>>; readonly levels?: Readonly<Record<string, number>>;
  readonly actions?: Readonly<Record<string, readonly ActionChoice[]>>; readonly remedies?: Readonly<Record<string, SecretChoice['remedies']>>;
}
/** Declaration to fold of the running round. */
export function finish(r: Recorder, moves: Moves = {}): MatchState {
  phase(r, 'declaration');
  for (const [event, bids] of Object.entries(moves.bids ?? {})) for (const [by, bid] of Object.entries(bids)) r.emit({ type: 'bidPlaced', event, seat: by, bid });
  for (const [by, level] of Object.entries(moves.levels ?? {})) r.emit({ type: 'declared', seat: by, level });
  revealRedLines(r);
  phase(r, 'secret');
  for (const by of new Set([...Object.keys(moves.actions ?? {}), ...Object.keys(moves.remedies ?? {})])) choose(r, by, { actions: moves.actions?.[by] ?? [], remedies: moves.remedies?.[by] ?? [] });
  revealActs(r);
  phase(r, 'crisis');
  foldRound(r);
  return r.state;
}
