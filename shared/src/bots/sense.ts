/** The view in figures: what each clause is worth to whom, who keeps his word, what is promised already. Made again only when the view behind it changed. */
import type { SeatId } from '../model/ids.ts';
import type { Band, View } from '../model/view.ts';
import { atlasOf, type Atlas, type Clause } from './atlas.ts';
import { aimsOf } from './aims.ts';
import type { Pool } from './search.ts';
import type { Mind } from './types.ts';

/** Chance in percent that a promise is kept, by band of trust between the two. */
const KEPT_BY_BAND: readonly number[] = [60, 72, 84, 93, 98];
const PER_BROKEN_PROMISE = 12;
const LEAST_KEPT = 20;
/** Middle of what each of the five steps stands for. */
const STEP_WORTH: readonly number[] = [-6, -3, 0, 3.5, 7];
const PROMISED = new Set(['agreed', 'due', 'late', 'performed', 'unverifiable', 'ratifying', 'blocked']);
/** SC-2: each rung kept or gained is national points to the proliferator, about this much clause value. */
const OWN_RUNG = 2.5;
/** What a seat still owes weighs on what it signs, up to this. */
const MOST_BURDEN = 4;
const PER_DEBT = 0.7;

export interface Sense {
  readonly made: readonly unknown[];
  readonly atlas: Atlas;
  readonly seats: number;
  /** Place of the own seat. */
  readonly me: number;
  /** By clause: own gross worth, own cost of giving, what its part of the common good and the own aims are worth beside. */
  readonly own: Float64Array;
  readonly cost: Float64Array;
  readonly common: Float64Array;
  readonly aim: Float64Array;
  /** By clause * seats + seat: gross worth to another seat, guessed from the five steps. */
  readonly gains: Float64Array;
  /** By clause: what giving it costs another seat, guessed. */
  readonly guessedCost: Float64Array;
  /** By clause: the part of it that still comes before the last round (CO-2, CO-4). */
  readonly share: Float64Array;
  /** By giver * seats + receiver: percent. */
  readonly kept: Float64Array;
  /** By seat * seats + seat: band of their trust. */
  readonly bands: Int8Array;
  /** By clause: bits of the givers bound to it already (CO-8). */
  readonly promised: Int32Array;
  /** By seat: what it still owes, promises it broke. */
  readonly owed: Float64Array;
  readonly broken: Int8Array;
  /** Lines that each menu of clauses allows, with their figures (`draft.ts`). */
  readonly pools: Map<unknown, Pool>;
}

export function bandBetween(view: View, a: SeatId, b: SeatId): Band {
  return (view.trust[`${a}-${b}`] ?? view.trust[`${b}-${a}`])?.band ?? 2;
}

/** The figures of this moment; kept in the bot's notes while nothing behind them changed. */
export const senseOf = (mind: Mind): Sense => (mind.sense ??= lookedUp(mind));

function lookedUp(mind: Mind): Sense {
  const { view, memory } = mind;
  const { gauges, table } = view;
  const made = [mind.scenario, view.worth, view.trust, view.commitments, gauges.values.INST, gauges.pro.low, table.round, table.rounds, mind.profile, mind.me.mandate, mind.me.cards.length === 0 ? null : mind.me.cards];
  const known = memory.sense;
  if (known && known.made.length === made.length && known.made.every((each, i) => each === made[i])) return known;
  return (memory.sense = make(mind, made));
}

/** Parts whose source did not change are taken over from the last figures. */
function make(mind: Mind, made: readonly unknown[]): Sense {
  const { view, scenario, memory } = mind;
  const before = memory.sense?.made[0] === scenario ? memory.sense : null;
  const same = (...places: readonly number[]): boolean => before !== null && places.every((i) => before.made[i] === made[i]);
  const atlas = atlasOf(scenario);
  const seats = atlas.seats.length;
  const count = atlas.clauses.length;
  const worth = before && same(1) ? before : readWorth(view, atlas);
  const good = before && same(4, 5, 6, 7, 8) ? before : readGood(mind, atlas);
  const sense: Sense = {
    made, atlas, seats, me: atlas.place.get(mind.seat) ?? 0,
    own: worth.own, cost: worth.cost, gains: worth.gains, common: good.common, share: good.share, guessedCost: atlas.guessedCost, bands: before && same(2) ? before.bands : readBands(view, atlas),
    aim: new Float64Array(count), kept: new Float64Array(seats * seats), promised: new Int32Array(count), owed: new Float64Array(seats), broken: new Int8Array(seats), pools: new Map(),
  };
  readLedger(mind, sense);
  readTrust(mind, sense);
  aimsOf(mind, sense);
  return sense;
}

function readWorth(view: View, atlas: Atlas): Pick<Sense, 'own' | 'cost' | 'gains'> {
  const count = atlas.clauses.length;
  const seats = atlas.seats.length;
  const read = { own: new Float64Array(count), cost: new Float64Array(count), gains: new Float64Array(count * seats) };
  for (let c = 0; c < count; c += 1) {
    const worth = view.worth[(atlas.clauses[c] as Clause).id];
    read.own[c] = worth?.own ?? 0;
    read.cost[c] = worth?.cost ?? 0;
    const steps = worth?.steps;
    for (let s = 0; s < seats; s += 1) read.gains[c * seats + s] = STEP_WORTH[(steps?.[atlas.seats[s] as string] ?? 0) + 2] ?? 0;
  }
  return read;
}

function readGood(mind: Mind, atlas: Atlas): Pick<Sense, 'common' | 'share'> {
  const { view, scenario, profile } = mind;
  const count = atlas.clauses.length;
  const read = { common: new Float64Array(count), share: new Float64Array(count) };
  const left = view.table.rounds - view.table.round;
  const ownRung = scenario.proliferator === mind.seat;
  const { INST } = view.gauges.values;
  const high = (view.gauges.pro.exact ?? view.gauges.pro.high) >= scenario.indicators.PRO;
  for (let c = 0; c < count; c += 1) {
    const clause = atlas.clauses[c] as Clause;
    read.share[c] = comesInTime(clause, left);
    read.common[c] = commonGood(clause, INST, high) * profile.commonGood / 100 + (ownRung ? OWN_RUNG * (clause.effect.pro ?? 0) - (clause.effect.stopsClock ? 2 : 0) : 0);
  }
  return read;
}

function readBands(view: View, atlas: Atlas): Int8Array {
  const seats = atlas.seats.length;
  const bands = new Int8Array(seats * seats).fill(4);
  for (let a = 0; a < seats; a += 1) for (let b = 0; b < a; b += 1) bands[a * seats + b] = bands[b * seats + a] = bandBetween(view, atlas.seats[b] as string, atlas.seats[a] as string);
  return bands;
}

function readLedger(mind: Mind, sense: Sense): void {
  const { place, clauseAt } = sense.atlas;
  const { wedgers = [] } = mind.scenario;
  for (const id in mind.view.commitments) {
    const c = mind.view.commitments[id];
    if (!c) continue;
    const giver = place.get(c.giver) ?? 0;
    // A private promise that came to nothing: once played against another power, twice shy (M11).
    const played = c.state === 'lapsed' && c.scope === 'bilateral' && wedgers.includes(c.giver) && c.receivers.includes(mind.seat);
    if (played || c.state === 'breached' || c.state === 'disputed') sense.broken[giver] = (sense.broken[giver] ?? 0) + 1;
    else if (PROMISED.has(c.state)) {
      const at = clauseAt.get(c.clause);
      if (at !== undefined) sense.promised[at] = (sense.promised[at] ?? 0) | (1 << giver);
    }
    for (const tranche of c.tranches) if (tranche.state === 'pending' || tranche.state === 'due' || tranche.state === 'late') { sense.owed[giver] = Math.min(MOST_BURDEN, (sense.owed[giver] ?? 0) + PER_DEBT); break; }
  }
}

function readTrust(mind: Mind, sense: Sense): void {
  const { seats, atlas, me } = sense;
  for (let a = 0; a < seats; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const kept = KEPT_BY_BAND[sense.bands[a * seats + b] ?? 2] ?? 80;
      sense.kept[a * seats + b] = kept - PER_BROKEN_PROMISE * (sense.broken[a] ?? 0);
      sense.kept[b * seats + a] = kept - PER_BROKEN_PROMISE * (sense.broken[b] ?? 0);
    }
  }
  // What one has suffered oneself weighs beside the public record.
  for (const [seat, points] of mind.memory.grudges) {
    const at = (atlas.place.get(seat) ?? 0) * seats + me;
    sense.kept[at] = (sense.kept[at] ?? 0) - Math.min(12, 2 * points);
  }
  for (let i = 0; i < sense.kept.length; i += 1) sense.kept[i] = Math.max(LEAST_KEPT, sense.kept[i] ?? 0);
}

/** CO-2, CO-4: what is adopted now falls due from the next round on. */
function comesInTime(clause: Clause, left: number): number {
  if (left <= 0) return 0;
  if (clause.when === 'P') return Math.min(clause.tranches, left) / clause.tranches;
  return clause.when === 'C' && left < 2 ? 0.5 : 1;
}

/** What the common tier gains by a clause, in clause value: rungs down, a stopped clock, institutions, values (SC-1). */
function commonGood({ effect, brokenBy }: Clause, INST: number, high: boolean): number {
  return (effect.stopsClock ? (high ? 5 : 2) : 0) + (effect.pro ? -2 * effect.pro : 0) + (effect.institution ? (INST < 2 ? 5 : INST < 4 ? 4 : 2) : 0)
    + (effect.hotline ? 1 : 0) + (effect.v ? 1 : 0) + (effect.val ? 2 : 0) + (brokenBy.length > 0 && !effect.institution ? 1 : 0);
}
