/** Promise keeping by dyad and direction, by truth, and how much of what was promised could be checked. */
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shareOf, sumOf } from './figures.ts';

/** Weights: what a tranche is worth to its receiver, one at least. */
export interface Keeping {
  readonly kept: number; readonly broken: number;
  /** Broken, and nobody at the table ever knew (a feint never found, CO-5). */
  readonly neverFound: number;
  /** Apart from the rate: denied (CO-9), nothing to be seen at all (observability 0), taken back with notice (CO-6). */
  readonly disputed: number; readonly unobservable: number; readonly takenBack: number;
  /** Kept over kept and broken; null where nothing was settled. */
  readonly rate: number | null;
}
export interface DyadKeeping extends Keeping { readonly from: SeatId; readonly to: SeatId; readonly promises: number }
export interface PromiseReport { readonly dyads: readonly DyadKeeping[]; readonly bySeat: readonly (Keeping & { readonly seat: SeatId })[]; readonly all: Keeping }

type Sums = Omit<Keeping, 'rate'>;
const NOTHING: Sums = { kept: 0, broken: 0, neverFound: 0, disputed: 0, unobservable: 0, takenBack: 0 };
const rated = (sums: Sums): Keeping => ({ ...sums, rate: shareOf(sums.kept, sums.kept + sums.broken) });
const added = (all: readonly Sums[]): Sums => all.reduce((a, b) => ({ kept: a.kept + b.kept, broken: a.broken + b.broken, neverFound: a.neverFound + b.neverFound, disputed: a.disputed + b.disputed, unobservable: a.unobservable + b.unobservable, takenBack: a.takenBack + b.takenBack }), NOTHING);

export function promisesOf(scenario: Scenario, end: MatchState): PromiseReport {
  const seats = scenario.seats.map(({ id }) => id);
  const between = (from: SeatId, to: SeatId): Commitment[] => end.commitments.filter((c) => c.giver === from && c.receivers.includes(to));
  const dyads = seats.flatMap((from) => seats.flatMap((to): DyadKeeping[] => {
    const own = between(from, to);
    return from === to || own.length === 0 ? [] : [{ from, to, promises: own.length, ...rated(added(own.map((c) => settled(scenario, c, to)))) }];
  }));
  return { dyads, bySeat: seats.map((seat) => ({ seat, ...rated(added(dyads.filter(({ from }) => from === seat))) })), all: rated(added(dyads)) };
}

/** What became of one promise for one receiver. What is still open, lapsed without blame or was replaced counts for nothing. */
function settled(scenario: Scenario, c: Commitment, to: SeatId): Sums {
  const weigh = (which: (tranche: Tranche) => boolean): number => sumOf(c.tranches.filter(which).map(({ values }) => Math.max(1, values[to] ?? 0)));
  const [given, feigned, breached] = [weigh(({ state }) => state === 'performed'), weigh(({ state }) => state === 'feigned'), weigh(({ state }) => state === 'breached')];
  if (c.state === 'disputed') return { ...NOTHING, disputed: weigh(() => true) };
  if (c.state === 'reversed') return { ...NOTHING, takenBack: weigh(() => true) };
  if (lookup(scenario).clauses.get(c.clause)?.obs === 0) return { ...NOTHING, unobservable: given + feigned + breached };
  // CO-7: an act can break what cannot be taken back; then no tranche says so, and what was given was given for nothing.
  if (c.state === 'breached' && breached === 0) return { ...NOTHING, broken: given + feigned };
  return { ...NOTHING, kept: given, broken: feigned + breached, neverFound: feigned };
}

/** How exactly a promise was put down, after PA-X: 1 said, 2 written, 3 written with a way to check or enforce it. */
export type Depth = 1 | 2 | 3;
export interface Coverage { readonly promises: number; readonly covered: number; readonly share: number | null; /** Promises by depth. */ readonly depth: Readonly<Record<Depth, number>>; readonly uncovered: readonly { readonly clause: string; readonly giver: SeatId; readonly commitment: string }[] }

/** A promise is covered when it has a date (it is written, and waits for nothing) and somebody who would see a feint at once: the clause is in plain sight, is an inspection itself, or its giver has promised one that goes with it. */
export function coverageOf(scenario: Scenario, end: MatchState): Coverage {
  const spec = (clause: string) => lookup(scenario).clauses.get(clause);
  const inspects = (clause: string): boolean => (spec(clause)?.effect.v ?? 0) > 0;
  const inspected = (c: Commitment): boolean => spec(c.clause)?.obs === 3 || inspects(c.clause) || end.commitments.some((other) => other.giver === c.giver && other.state !== 'lapsed' && inspects(other.clause) && (other.proposal === c.proposal || (spec(c.clause)?.pairs.includes(other.clause) ?? false)));
  const depth = (c: Commitment): Depth => (c.mode !== 'WRITTEN' ? 1 : inspected(c) || c.escrowWith !== undefined || c.options?.snapBack ? 3 : 2);
  const covered = (c: Commitment): boolean => c.mode === 'WRITTEN' && c.options?.vague !== true && inspected(c) && (c.after === null || c.tranches.some(({ due }) => due !== null));
  const all = end.commitments.filter((c) => end.proposals.some(({ id }) => id === c.proposal));
  const seen = all.filter(covered);
  const count = (of: Depth): number => all.filter((c) => depth(c) === of).length;
  return { promises: all.length, covered: seen.length, share: shareOf(seen.length, all.length), depth: { 1: count(1), 2: count(2), 3: count(3) }, uncovered: all.filter((c) => !covered(c)).map(({ clause, giver, id }) => ({ clause, giver, commitment: id })) };
}
