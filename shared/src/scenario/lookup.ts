/** What rules ask of a scenario all the time, worked out once for each scenario: parts by id, seats in order, keys of pairs and circles. */
import type { ChannelKey, PairKey, SeatId } from '../model/ids.ts';
import type { ActionSpec, ClauseSpec, EventSpec, Scenario, SeatSpec } from './schema.ts';

export interface Lookup {
  readonly clauses: ReadonlyMap<string, ClauseSpec>;
  readonly actions: ReadonlyMap<string, ActionSpec>;
  readonly seats: ReadonlyMap<SeatId, SeatSpec>;
  readonly events: ReadonlyMap<string, EventSpec>;
  /** Clauses that have an effect, by its name, in the scenario's order. */
  readonly having: ReadonlyMap<keyof ClauseSpec['effect'], readonly ClauseSpec[]>;
  /** Events by what they are, in the scenario's order. */
  readonly eventsOf: ReadonlyMap<EventSpec['kind'], readonly EventSpec[]>;
  /** Place of each seat at the table. */
  readonly order: ReadonlyMap<SeatId, number>;
  readonly everyone: readonly SeatId[];
  readonly powers: readonly SeatId[];
  readonly pairs: readonly (readonly [SeatId, SeatId])[];
  readonly powerPairs: readonly (readonly [SeatId, SeatId])[];
  readonly powerPairKeys: readonly PairKey[];
  /** Keys of the pairs of others, by seat. */
  readonly pairsOfOthers: ReadonlyMap<SeatId, readonly PairKey[]>;
  /** The action that is special in a way, the first where several are. */
  readonly specials: ReadonlyMap<string, ActionSpec>;
  /** Key of the pair of the seats at two places: `pairKeys[a * seats + b]`. */
  readonly pairKeys: readonly PairKey[];
  /** Keys of circles by the bits of their seats, as far as they have been asked for. */
  readonly circles: Map<number, ChannelKey>;
  /** PR-2: who may give a clause, and who may receive it from whom, as far as it has been asked for. */
  readonly givers: Map<string, readonly (readonly SeatId[])[]>;
  readonly receivers: Map<string, { readonly givers: readonly SeatId[]; readonly sets: readonly (readonly SeatId[])[] }[]>;
  readonly pinned: ReadonlySet<string>;
}

const known = new WeakMap<Scenario, Lookup>();
let last: { readonly scenario: Scenario; readonly lookup: Lookup } | null = null;

/** The lookup of a scenario. A scenario is never changed in place. */
export function lookup(scenario: Scenario): Lookup {
  if (last !== null && last.scenario === scenario) return last.lookup;
  let found = known.get(scenario);
  if (!found) known.set(scenario, (found = made(scenario)));
  last = { scenario, lookup: found };
  return found;
}

const byId = <T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> => new Map(parts.toReversed().map((part) => [part.id, part]));

function made(scenario: Scenario): Lookup {
  const everyone = scenario.seats.map((seat) => seat.id);
  const powers = scenario.seats.filter((seat) => seat.kind === 'power').map((seat) => seat.id);
  const pairs = everyone.flatMap((a, i) => everyone.slice(i + 1).map((b) => [a, b] as const));
  const powerPairs = pairs.filter(([a, b]) => powers.includes(a) && powers.includes(b));
  const keyOf = ([a, b]: readonly [SeatId, SeatId]): PairKey => `${a}-${b}`;
  const having = new Map<keyof ClauseSpec['effect'], ClauseSpec[]>();
  for (const clause of scenario.clauses) for (const effect of Object.keys(clause.effect) as (keyof ClauseSpec['effect'])[]) if (clause.effect[effect] !== undefined) having.set(effect, [...(having.get(effect) ?? []), clause]);
  return {
    clauses: byId(scenario.clauses), actions: byId(scenario.actions), seats: byId(scenario.seats), events: byId(scenario.events), having, eventsOf: Map.groupBy(scenario.events, (event) => event.kind),
    order: new Map(everyone.map((seat, i) => [seat, i])), everyone, powers, pairs,
    powerPairs,
    powerPairKeys: powerPairs.map(keyOf),
    pairsOfOthers: new Map(everyone.map((seat) => [seat, pairs.filter((pair) => !pair.includes(seat)).map(keyOf)])),
    specials: new Map(scenario.actions.toReversed().map((spec) => [spec.special, spec])),
    pairKeys: everyone.flatMap((a, i) => everyone.map((b, j) => (i < j ? `${a}-${b}` : `${b}-${a}`))),
    circles: new Map(), givers: new Map(), receivers: new Map(), pinned: new Set(scenario.pinned),
  };
}
