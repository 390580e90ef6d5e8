/** What could have been agreed: the clause set as negotiated, as independent blocks of alternatives. */
import type { LineOptions } from '../../model/commands.ts';
import type { ClauseId, SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import { giverSets } from '../../rules/drafting.ts';
import { draftedCost, draftedValues } from '../../rules/draftingOptions.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../../scenario/schema.ts';
import type { Block } from './pareto.ts';

/** One thing to agree or not: a clause with its givers, as it was drafted. Receivers are left out, since what a clause is worth goes to every seat whoever receives it (PR-2). */
export interface Item {
  readonly key: string; readonly clause: ClauseId; readonly category: string; readonly givers: readonly SeatId[];
  /** Drafting that changes the worth: for some rounds only, returning by itself, with a rider. Null as it stands in the catalogue; mode, condition and escrow change no worth. */
  readonly form: Form | null;
  /** Values minus the cost of each giver, every tranche given, by place of the seat. */
  readonly net: readonly number[];
  /** How it came into the set. */
  readonly from: 'adopted' | 'tabled' | 'package';
}
/** `snapBack` names the receivers: to them it is worth less. */
export interface Form { readonly sunset?: true; readonly rider?: true; readonly snapBack?: readonly SeatId[] }
/** negotiated: what was tabled in this match, by anybody. open: also the scenario's packages with every set of givers they may have, tabled or not. */
export type Scope = 'negotiated' | 'open';

interface Drafted { readonly clause: ClauseId; readonly givers: readonly SeatId[]; readonly receivers: readonly SeatId[]; readonly options?: LineOptions }

function formOf({ receivers, options }: Pick<Drafted, 'receivers' | 'options'>): Form | null {
  if (options?.sunset === undefined && !options?.rider && !options?.snapBack) return null;
  return { ...(options.sunset === undefined ? {} : { sunset: true }), ...(options.rider ? { rider: true } : {}), ...(options.snapBack ? { snapBack: receivers } : {}) };
}
const formKey = (form: Form | null): string => (form === null ? '' : `/${form.sunset ? 't' : ''}${form.rider ? 'r' : ''}${form.snapBack ? `s${form.snapBack.join('+')}` : ''}`);
export const keyOf = (clause: ClauseId, givers: readonly SeatId[], form: Form | null = null): string => `${clause}:${givers.join('+')}${formKey(form)}`;

/** What a clause in this form nets every seat, at the price of the catalogue: what events made of it on a day is in `drafted` of the report. */
function netOf(scenario: Scenario, spec: ClauseSpec, givers: readonly SeatId[], form: Form | null): readonly number[] {
  // Any sunset halves alike, whatever its rounds.
  const options: LineOptions | undefined = form === null ? undefined : { ...(form.sunset ? { sunset: 2 } : {}), ...(form.rider ? { rider: true } : {}), ...(form.snapBack ? { snapBack: true } : {}) };
  const values = draftedValues(spec.values, options, form?.snapBack ?? []);
  const cost = draftedCost(spec, spec.cost, options);
  return scenario.seats.map(({ id }) => (values[id] ?? 0) - (givers.includes(id) ? cost : 0));
}

/** Extra limits by item key, for scenarios or lessons that have some: the first only with the second; never both. */
export interface Limits { readonly requires?: readonly (readonly [string, string])[]; readonly excludes?: readonly (readonly [string, string])[] }

/** Every clause that was tabled or adopted in this match, with its givers and in each form it was drafted in; `open` adds the packages. In the scenario's order. */
export function negotiatedItems(scenario: Scenario, end: MatchState, scope: Scope = 'negotiated'): readonly Item[] {
  const found = new Map<string, { readonly clause: ClauseId; readonly givers: readonly SeatId[]; readonly form: Form | null; readonly from: Item['from'] }>();
  const add = (clause: ClauseId, givers: readonly SeatId[], form: Form | null, from: Item['from']): void => { found.set(keyOf(clause, givers, form), { clause, givers, form, from }); };
  const { clauses } = lookup(scenario);
  if (scope === 'open') for (const row of scenario.packages) for (const id of row.clauses) { const spec = clauses.get(id); if (spec) for (const set of giverSets(scenario, spec)) add(id, set, null, 'package'); }
  // M11: offers that exclude each other are a trick with single promises, not a text about them.
  for (const text of end.proposals) if (!text.exclusive) for (const line of text.lines) add(line.clause, line.givers, formOf(line), 'tabled');
  for (const { clause, givers, form } of signedLines(end)) add(clause, givers, form, 'adopted');
  return scenario.clauses.flatMap((spec) => [...found].filter(([, each]) => each.clause === spec.id).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { givers, form, from }]): Item => ({
    key, clause: spec.id, category: spec.category, givers, form, from, net: netOf(scenario, spec, givers, form),
  })));
}

export interface SignedLine { readonly clause: ClauseId; readonly givers: readonly SeatId[]; readonly form: Form | null }
/** Lines of adopted texts, each once: a later line of the same clause with a giver in common replaces the earlier one (CO-8). A sprung wedge binds nobody (AC-10). */
export function signedLines(end: MatchState): readonly SignedLine[] {
  const texts = new Set(signedTexts(end));
  let found: SignedLine[] = [];
  for (const { proposal, clause, givers, receivers, giver, options } of end.commitments) {
    // One promise a giver: the first stands for the line.
    if (!texts.has(proposal) || giver !== givers[0]) continue;
    found = found.filter((other) => other.clause !== clause || !other.givers.some((seat) => givers.includes(seat)));
    found.push({ clause, givers, form: formOf({ receivers, ...(options ? { options } : {}) }) });
  }
  return found;
}
/** Texts that came into force, without those of a sprung wedge. */
export function signedTexts(end: MatchState): readonly string[] {
  const sprung = new Set(end.craft.wedges.filter(({ state }) => state === 'sprung').flatMap(({ offers }) => offers.map(({ proposal }) => proposal)));
  return end.proposals.filter(({ id, status }) => status === 'adopted' && !sprung.has(id)).map(({ id }) => id);
}

/** So many ways to settle clauses that limit each other are listed; with more, clauses are left out (`countable`). */
const MOST_SELECTIONS = 128;

interface Ties { readonly groups: readonly (readonly number[])[]; readonly requires: readonly (readonly [number, number])[]; readonly excludes: readonly (readonly [number, number])[] }
function tiesOf(items: readonly Item[], limits: Limits): Ties {
  const at = new Map(items.map(({ key }, i) => [key, i]));
  const pairs = (list: readonly (readonly [string, string])[] = []): (readonly [number, number])[] => list.flatMap(([a, b]) => { const [i, j] = [at.get(a), at.get(b)]; return i === undefined || j === undefined ? [] : [[i, j] as const]; });
  // PR-8: a clause is in force once for the same giver, so two sets with a giver in common exclude each other.
  const twins = items.flatMap((a, i) => items.flatMap((b, j) => (i < j && a.clause === b.clause && a.givers.some((giver) => b.givers.includes(giver)) ? [[i, j] as const] : [])));
  const [requires, excludes] = [pairs(limits.requires), [...twins, ...pairs(limits.excludes)]];
  const group = items.map((_, i) => i);
  const root = (i: number): number => (group[i] === i ? i : root(group[i] as number));
  for (const [i, j] of [...requires, ...excludes]) group[root(j)] = root(i);
  return { requires, excludes, groups: [...Map.groupBy(items.keys(), root).values()] };
}

/** Every allowed selection of a group, the empty one first; null with more than `MOST_SELECTIONS`. */
function selections(group: readonly number[], { requires, excludes }: Ties): readonly (readonly number[])[] | null {
  const inside = requires.filter(([i]) => group.includes(i));
  let found: (readonly number[])[] = [[]];
  for (const item of group) {
    const bars = excludes.flatMap(([i, j]) => (i === item ? [j] : j === item ? [i] : []));
    found = [...found, ...found.filter((chosen) => !chosen.some((other) => bars.includes(other))).map((chosen) => [...chosen, item])];
    // What is required may come later in the group: only a group without such ties can be judged on the way.
    if (found.length > (inside.length === 0 ? MOST_SELECTIONS : 64 * MOST_SELECTIONS)) return null;
  }
  const legal = found.filter((chosen) => inside.every(([i, j]) => !chosen.includes(i) || chosen.includes(j)));
  return legal.length > MOST_SELECTIONS ? null : legal;
}

/** The items that can be counted exactly, and those left out of groups that limit each other in too many ways: what nobody tabled first, then the latest; what was signed never. */
export function countable(items: readonly Item[], limits: Limits = {}): { readonly items: readonly Item[]; readonly cut: readonly Item[] } {
  let kept = [...items];
  for (;;) {
    const ties = tiesOf(kept, limits);
    const large = ties.groups.find((group) => selections(group, ties) === null);
    if (!large) return { items: kept, cut: items.filter((item) => !kept.includes(item)) };
    const rank = { package: 0, tabled: 1, adopted: 2 };
    const last = [...large].sort((a, b) => rank[kept[a]?.from ?? 'package'] - rank[kept[b]?.from ?? 'package'] || b - a)[0];
    kept = kept.filter((_, i) => i !== last);
  }
}

/** Items as blocks: those that limit each other are listed together, selection by selection; all others stand alone. */
export function blocksOf(items: readonly Item[], limits: Limits = {}): readonly Block[] {
  const seats = items[0]?.net.length ?? 0;
  const ties = tiesOf(items, limits);
  return ties.groups.map((group): Block => {
    const legal = selections(group, ties);
    if (legal === null) throw new RangeError(`${group.length} clauses limit each other in more than ${MOST_SELECTIONS} ways`);
    return legal.map((chosen) => ({ chosen, worth: Array.from({ length: seats }, (_, seat) => chosen.reduce((sum, i) => sum + (items[i]?.net[seat] ?? 0), 0)) }));
  });
}
