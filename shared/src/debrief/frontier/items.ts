/** What could have been agreed: the clause set as negotiated, as independent blocks of alternatives. */
import type { ClauseId, SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import { giverSets } from '../../rules/drafting.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Block } from './pareto.ts';

/** One thing to agree or not: a clause with its givers. Receivers are left out, since what a clause is worth goes to every seat whoever receives it (PR-2). */
export interface Item {
  readonly key: string; readonly clause: ClauseId; readonly category: string; readonly givers: readonly SeatId[];
  /** Values minus the cost of each giver, every tranche given, by place of the seat. */
  readonly net: readonly number[];
  /** How it came into the set. */
  readonly from: 'adopted' | 'tabled' | 'package';
}
export const keyOf = (clause: ClauseId, givers: readonly SeatId[]): string => `${clause}:${givers.join('+')}`;

/** Extra limits by item key, for scenarios or lessons that have some: the first only with the second; never both. */
export interface Limits { readonly requires?: readonly (readonly [string, string])[]; readonly excludes?: readonly (readonly [string, string])[] }

/** The clauses with givers that were tabled or adopted in this match, and those of the scenario's packages with every set of givers they may have. In the scenario's order. */
export function negotiatedItems(scenario: Scenario, end: MatchState): readonly Item[] {
  const from = new Map<string, Item['from']>();
  const givers = new Map<string, readonly SeatId[]>();
  const add = (clause: ClauseId, seats: readonly SeatId[], how: Item['from']): void => {
    const key = keyOf(clause, seats);
    const rank = { package: 0, tabled: 1, adopted: 2 };
    if (rank[how] >= rank[from.get(key) ?? 'package']) from.set(key, how);
    givers.set(key, seats);
  };
  const { clauses } = lookup(scenario);
  for (const row of scenario.packages) for (const id of row.clauses) { const spec = clauses.get(id); if (spec) for (const set of giverSets(scenario, spec)) add(id, set, 'package'); }
  // M11: offers that exclude each other are a trick with single promises, not a text about them.
  for (const text of end.proposals) if (!text.exclusive) for (const line of text.lines) add(line.clause, line.givers, 'tabled');
  for (const { clause, givers: seats } of signedLines(end)) add(clause, seats, 'adopted');
  return scenario.clauses.flatMap((spec) => [...givers].filter(([key]) => key.startsWith(`${spec.id}:`)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, seats]): Item => ({
    key, clause: spec.id, category: spec.category, givers: seats, from: from.get(key) ?? 'package',
    net: scenario.seats.map(({ id }) => (spec.values[id] ?? 0) - (seats.includes(id) ? spec.cost : 0)),
  })));
}

/** Lines of adopted texts, each once: a later line of the same clause and givers replaces the rest of the earlier one (CO-8). A sprung wedge binds nobody (AC-10). */
export function signedLines(end: MatchState): readonly { readonly clause: ClauseId; readonly givers: readonly SeatId[] }[] {
  const sprung = new Set(end.craft.wedges.filter(({ state }) => state === 'sprung').flatMap(({ offers }) => offers.map(({ proposal }) => proposal)));
  const texts = new Set(end.proposals.filter(({ id, status }) => status === 'adopted' && !sprung.has(id)).map(({ id }) => id));
  const found = new Map<string, { readonly clause: ClauseId; readonly givers: readonly SeatId[] }>();
  for (const { proposal, clause, givers } of end.commitments) if (texts.has(proposal)) found.set(keyOf(clause, givers), { clause, givers });
  return [...found.values()];
}

/** More than this many items that hang together are too many to list every selection of them. */
const MOST_TIED = 14;

/** Items as blocks: those that limit each other are listed together, selection by selection; all others stand alone. */
export function blocksOf(items: readonly Item[], limits: Limits = {}): readonly Block[] {
  const at = new Map(items.map(({ key }, i) => [key, i]));
  const pairs = (list: readonly (readonly [string, string])[] = []): (readonly [number, number])[] => list.flatMap(([a, b]) => { const [i, j] = [at.get(a), at.get(b)]; return i === undefined || j === undefined ? [] : [[i, j] as const]; });
  // PR-8: a clause is in force once for the same giver, so two sets with a giver in common exclude each other.
  const twins = items.flatMap((a, i) => items.flatMap((b, j) => (i < j && a.clause === b.clause && a.givers.some((giver) => b.givers.includes(giver)) ? [[i, j] as const] : [])));
  const [requires, excludes] = [pairs(limits.requires), [...twins, ...pairs(limits.excludes)]];
  const group = items.map((_, i) => i);
  const root = (i: number): number => (group[i] === i ? i : root(group[i] as number));
  for (const [i, j] of [...requires, ...excludes]) group[root(j)] = root(i);
  const seats = items[0]?.net.length ?? 0;
  return [...Map.groupBy(items.keys(), root).values()].map((tied): Block => {
    if (tied.length > MOST_TIED) throw new RangeError(`${tied.length} clauses limit each other, ${MOST_TIED} at most`);
    const selections = Array.from({ length: 2 ** tied.length }, (_, bits) => tied.filter((_item, n) => (bits & (1 << n)) !== 0));
    const legal = selections.filter((chosen) => requires.every(([i, j]) => !chosen.includes(i) || chosen.includes(j)) && excludes.every(([i, j]) => !chosen.includes(i) || !chosen.includes(j)));
    return legal.map((chosen) => ({ chosen, worth: Array.from({ length: seats }, (_, seat) => chosen.reduce((sum, i) => sum + (items[i]?.net[seat] ?? 0), 0)) }));
  });
}
