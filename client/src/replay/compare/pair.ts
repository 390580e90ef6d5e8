/** Two recordings side by side: the stops they share, where they part, and in what their present differs. Pure. */
import type { PhaseId, View, Viewer } from '@concert/shared';
import type { Reel, ReelStep } from '@concert/shared/recording/index';

/** The order of a round (PH). */
const ORDER = ['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal'] as const satisfies readonly PhaseId[];
export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export type Pair<T> = Readonly<Record<Side, T>>;

/** The end of a phase, and the step at which each recording stands then; `there` is false where it has no such phase, or is over. */
export interface Stop { readonly round: number; readonly phase: PhaseId; readonly slot: number; readonly step: Pair<number>; readonly there: Pair<boolean> }

type Placed = Pick<ReelStep, 'round' | 'phase' | 'slot'>;
const rank = ({ round, phase, slot }: Placed): number => round * 1000 + ORDER.indexOf(phase) * 20 + slot;

/** Every phase that either of them has, in order. After a rewind the course that was kept counts. */
export function stopsOf(reels: Pair<Pick<Reel, 'steps'>>): readonly Stop[] {
  const places = new Map<number, Placed>();
  for (const side of SIDES) for (const at of reels[side].steps) places.set(rank(at), at);
  const of = (side: Side, at: number): { readonly step: number; readonly there: boolean } => {
    const { steps } = reels[side];
    const step = Math.max(0, steps.findLastIndex((each) => rank(each) <= at));
    return { step, there: steps[step] !== undefined && rank(steps[step]) === at };
  };
  return [...places].sort(([x], [y]) => x - y).map(([at, { round, phase, slot }]) => {
    const [a, b] = [of('a', at), of('b', at)];
    return { round, phase, slot, step: { a: a.step, b: b.step }, there: { a: a.there, b: b.there } };
  });
}

/** The stop of a round's `n`th phase (from 1), or the nearest before; the first of the round without it. */
export function stopAt(stops: readonly Stop[], round: number, n = 1): number {
  const first = stops.findIndex((stop) => stop.round >= round);
  if (first < 0) return Math.max(0, stops.length - 1);
  const length = stops.filter((stop) => stop.round === stops[first]?.round).length;
  return first + Math.min(Math.max(n, 1), length) - 1;
}
/** How many of its round a stop is, from 1. */
export const inRound = (stops: readonly Stop[], at: number): number => at - stops.findIndex(({ round }) => round === stops[at]?.round) + 1;

/** First stop of the next round (`by` 1), or of this one, or from there of the one before. */
export function roundFrom(stops: readonly Stop[], at: number, by: 1 | -1): number {
  const start = (of: number): number => stops.findIndex(({ round }) => round === stops[of]?.round);
  if (by > 0) { const next = stops.findIndex(({ round }) => round > (stops[at]?.round ?? 0)); return next < 0 ? stops.length - 1 : next; }
  const own = start(at);
  return own < at || at === 0 ? own : start(at - 1);
}

/** The first act that is not the same in both; `shared` acts before it are. Null where one is the whole beginning of the other or both are the same: then `shared` tells how much. */
export interface Parting { readonly shared: number; readonly at: { readonly step: number; readonly round: number; readonly phase: PhaseId; readonly seq: Pair<number> } | null }

const sameAct = (a: ReelStep, b: ReelStep): boolean => a === b || (a.seat === b.seat && JSON.stringify(a.command) === JSON.stringify(b.command) && JSON.stringify(a.events) === JSON.stringify(b.events));

/** Compares what was done and what came of it, not when it was done nor the hashes: a fork keeps its beginning, its clock and its seal are its own. */
export function partingOf({ a, b }: Pair<Pick<Reel, 'steps' | 'whole'>>): Parting {
  // What two viewers saw cannot tell whether the acts behind it were the same.
  if (!a.whole || !b.whole) return { shared: 0, at: null };
  const most = Math.min(a.steps.length, b.steps.length);
  for (let step = 0; step < most; step += 1) {
    const [x, y] = [a.steps[step], b.steps[step]];
    if (x && y && !sameAct(x, y)) return { shared: step, at: { step, round: x.round, phase: x.phase, seq: { a: x.seq, b: y.seq } } };
  }
  return { shared: most, at: null };
}

/** Eyes that both recordings have. */
export function eyesOf({ a, b }: Pair<Pick<Reel, 'only' | 'opened'>>): readonly Viewer[] {
  const seats = a.opened.scenario.seats.map(({ id }) => id).filter((id) => b.opened.scenario.seats.some((seat) => seat.id === id));
  const all: readonly Viewer[] = [{ kind: 'all' }, { kind: 'public' }, ...seats.map((seat): Viewer => ({ kind: 'seat', seat }))];
  const has = ({ only }: Pick<Reel, 'only'>, viewer: Viewer): boolean => only === null || (only.kind === viewer.kind && (only.kind !== 'seat' || viewer.kind !== 'seat' || only.seat === viewer.seat));
  return all.filter((viewer) => has(a, viewer) && has(b, viewer));
}

/** A line of the table; null = not known to these eyes, or not yet. */
export interface Difference { readonly key: string; readonly seat?: string; readonly pair?: readonly [string, string]; readonly cells: Pair<number | string | null> }
export interface Differences { readonly rows: readonly Difference[]; readonly texts: { readonly both: readonly string[]; readonly only: Pair<readonly string[]> } }

const BROKEN: readonly string[] = ['breached', 'reversed'];
/** Pairs told apart at most. */
const MOST_PAIRS = 3;

/** How two present moments differ, for eyes that see both views. */
export function differencesOf({ a, b }: Pair<View>): Differences {
  const both = (key: string, of: (view: View) => number | string | null): Difference => ({ key, cells: { a: of(a), b: of(b) } });
  const promises = (view: View, states: readonly string[]): number => Object.values(view.commitments).filter(({ state }) => states.includes(state)).length;
  const clauses = (view: View): ReadonlySet<string> => new Set(Object.values(view.commitments).map(({ clause }) => clause));
  const [inA, inB] = [clauses(a), clauses(b)];
  const score = (view: View, seat: string): number | null => (view.ending && !view.ending.sealed ? view.ending.scores.find((each) => each.seat === seat)?.score ?? null : null);
  const seats = Object.keys(a.seats).filter((seat) => b.seats[seat]);
  const rows: Difference[] = [
    both('ending', (view) => view.ending?.tier ?? null),
    ...(['W', 'TEN', 'BLOC', 'CON', 'INST'] as const).map((key) => both(key, (view) => view.gauges.values[key])),
    both('tests', (view) => view.gauges.tests), both('launches', (view) => view.gauges.launches),
    both('texts', (view) => new Set(Object.values(view.commitments).map(({ proposal }) => proposal)).size),
    both('kept', (view) => promises(view, ['performed'])), both('broken', (view) => promises(view, BROKEN)),
    both('trust', meanTrust), ...trustPairs(a, b),
    ...seats.map((seat): Difference => ({ key: 'score', seat, cells: { a: score(a, seat), b: score(b, seat) } })),
  ];
  return {
    rows: rows.filter(({ key, cells }) => key === 'ending' || cells.a !== null || cells.b !== null),
    texts: { both: [...inA].filter((clause) => inB.has(clause)).sort(), only: { a: [...inA].filter((clause) => !inB.has(clause)).sort(), b: [...inB].filter((clause) => !inA.has(clause)).sort() } },
  };
}

/** Mean over all pairs, rounded; only for eyes that know every pair exactly. */
function meanTrust({ trust }: View): number | null {
  const exact = Object.values(trust).map((each) => each.exact);
  return exact.length > 0 && exact.every((each) => each !== null) ? Math.round(exact.reduce<number>((sum, each) => sum + (each ?? 0), 0) / exact.length) : null;
}

/** The pairs whose exact trust is furthest apart. */
function trustPairs(a: View, b: View): readonly Difference[] {
  return Object.values(a.trust).flatMap((own): (Difference & { readonly apart: number })[] => {
    const other = b.trust[own.pair];
    if (own.exact === null || !other || other.exact === null || other.exact === own.exact) return [];
    return [{ key: 'pair', pair: [own.a, own.b], cells: { a: own.exact, b: other.exact }, apart: Math.abs(own.exact - other.exact) }];
  }).sort((x, y) => y.apart - x.apart).slice(0, MOST_PAIRS).map(({ key, pair, cells }) => ({ key, ...(pair ? { pair } : {}), cells }));
}
