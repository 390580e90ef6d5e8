/** Coalition stability: which groups of seats would have done better among themselves than by what was signed. */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { receiverSets } from '../rules/drafting.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { blocksOf, type Item, type Limits } from './frontier/items.ts';
import { paretoFront, type Alternative, type Block } from './frontier/pareto.ts';
import { signedPackage } from './frontier/frontier.ts';
import { leximin, tenthsOf } from './frontier/points.ts';

export interface Blocking {
  readonly members: readonly SeatId[];
  /** `leave`: all of them do at least as well, one better, by a package of their own while the others give nothing (core). `side`: by adding texts of their own to what was signed. */
  readonly how: 'leave' | 'side';
  /** Items they would agree on, and what each member gains in tenths. */
  readonly chosen: readonly number[]; readonly gains: Readonly<Record<SeatId, number>>;
  /** `side` only: what it does to those outside, in tenths. */
  readonly outside: Readonly<Record<SeatId, number>>;
}
export interface Stability { readonly blocking: readonly Blocking[]; /** Coalitions looked at. Larger ones that hold a blocking one of the same kind are left out. */ readonly looked: number; readonly complete: boolean }

/** Rows a coalition's own frontier may have; with more it counts as undecided. */
const MOST = 4_000;

/** A coalition can agree by itself what its members give and can receive without anybody else. */
export function within(scenario: Scenario, item: Item, members: readonly SeatId[]): boolean {
  const spec = lookup(scenario).clauses.get(item.clause);
  if (!spec || !item.givers.every((seat) => members.includes(seat))) return false;
  if (spec.needsSigners?.some((seat) => !members.includes(seat))) return false;
  return receiverSets(scenario, spec, item.givers).some((set) => set.every((seat) => members.includes(seat)));
}

/** Every coalition from a single seat to all but one; the smallest blocking ones only. */
export function stabilityOf(scenario: Scenario, end: MatchState, items: readonly Item[], limits?: Limits): Stability {
  const seats = scenario.seats.map(({ id }) => id);
  const signed = signedPackage(items, end, seats.length);
  const blocking: Blocking[] = [];
  let [looked, complete] = [0, true];
  const coalitions = Array.from({ length: 2 ** seats.length - 2 }, (_, i) => seats.filter((_seat, n) => ((i + 1) & (1 << n)) !== 0)).sort((a, b) => a.length - b.length);
  for (const members of coalitions) for (const how of ['leave', 'side'] as const) {
    if (blocking.some((other) => other.how === how && other.members.every((seat) => members.includes(seat)))) continue;
    looked += 1;
    const found = bestOwn(scenario, items, signed, members, how, limits);
    complete &&= found.complete;
    if (found.row) blocking.push(described(scenario, items, signed, members, how, found.row));
  }
  return { blocking, looked, complete };
}

function bestOwn(scenario: Scenario, items: readonly Item[], signed: Alternative, members: readonly SeatId[], how: Blocking['how'], limits?: Limits): { readonly row: Alternative | null; readonly complete: boolean } {
  const at = members.map((member) => scenario.seats.findIndex(({ id }) => id === member));
  const of = (worth: readonly number[]): number[] => at.map((seat) => worth[seat] ?? 0);
  const own = new Set(items.flatMap((item, i) => (within(scenario, item, members) && (how === 'leave' || !signed.chosen.includes(i)) ? [i] : [])));
  // Beside what was signed nothing may stand that excludes it.
  const legal = (chosen: readonly number[], block: Block): boolean => chosen.every((i) => own.has(i)) && (how === 'leave' || agrees(block, chosen, signed));
  const blocks = blocksOf(items, limits).map((block): Block => block.filter(({ chosen }) => legal(chosen, block)).map(({ chosen, worth }) => ({ chosen, worth: of(worth) }))).filter((block) => block.length > 0);
  const floor = how === 'leave' ? of(signed.worth) : members.map(() => 0);
  const { rows, complete } = paretoFront(blocks, floor, MOST);
  const weights = at.map((seat) => scenario.seats[seat]?.k ?? 0);
  const gains = ({ worth }: Alternative): readonly number[] => tenthsOf(worth.map((value, i) => value - (floor[i] ?? 0)), weights);
  const better = rows.filter((row) => gains(row).some((value) => value > 0));
  return { complete, row: better.reduce<Alternative | null>((best, row) => (best === null || leximin(gains(row), gains(best)) > 0 ? row : best), null) };
}

/** Whether this selection, added to what of the block was signed, is itself one of its legal selections. */
function agrees(block: Block, chosen: readonly number[], signed: Alternative): boolean {
  const there = block.flatMap((each) => each.chosen).filter((item) => signed.chosen.includes(item));
  const whole = new Set([...there, ...chosen]);
  return block.some((each) => each.chosen.length === whole.size && each.chosen.every((item) => whole.has(item)));
}

function described(scenario: Scenario, items: readonly Item[], signed: Alternative, members: readonly SeatId[], how: Blocking['how'], row: Alternative): Blocking {
  const worth = (seat: number): number => row.chosen.reduce((sum, i) => sum + (items[i]?.net[seat] ?? 0), 0) - (how === 'leave' ? (signed.worth[seat] ?? 0) : 0);
  const gains = scenario.seats.map(({ id, k }, seat): [SeatId, number] => [id, k * worth(seat)]);
  return { members, how, chosen: row.chosen, gains: Object.fromEntries(gains.filter(([id]) => members.includes(id))), outside: how === 'side' ? Object.fromEntries(gains.filter(([id]) => !members.includes(id))) : {} };
}
