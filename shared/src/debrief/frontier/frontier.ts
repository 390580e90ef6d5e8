/** The frontier of all packages with what was signed beside it: what the debrief draws and speaks about. */
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import { netOf } from '../../rules/ledger.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { momentsOf, type Chronicle } from '../played.ts';
import { gapOf, type ParetoGap, type Why } from './improvements.ts';
import { blocksOf, countable, keyOf, negotiatedItems, signedLines, signedTexts, type Item, type Limits, type Scope } from './items.ts';
import { paretoFront, type Alternative, type Block } from './pareto.ts';
import { idealOf, pointsOf, tenthsOf } from './points.ts';

export type PointName = 'nash' | 'kalaiSmorodinsky' | 'bentham' | 'rawls';
/** A package: what each seat nets from it, the same in tenths of national points (k of SC-2), and its items by place. */
export interface Package { readonly net: Readonly<Record<SeatId, number>>; readonly tenths: Readonly<Record<SeatId, number>>; readonly chosen: readonly number[] }
export interface FrontierReport {
  readonly seats: readonly SeatId[];
  readonly scope: Scope;
  readonly items: readonly Item[];
  /** Clauses of the set left out, so that it could be counted at all; `complete` is false then. */
  readonly cut: readonly Item[];
  /** How many packages there are: every selection of items that their limits allow, as a power of two. */
  readonly bits: number;
  /** Undominated packages in which no seat gets less than without a deal; no deal is 0 for everybody. */
  readonly front: readonly Package[];
  readonly complete: boolean; readonly widest: number;
  /** Best each seat could have had on the frontier, and the most all could have had together in any package, in tenths. */
  readonly ideal: Readonly<Record<SeatId, number>>; readonly mostTogether: number;
  readonly points: Readonly<Partial<Record<PointName, Package>>>;
  /** All adopted lines, kept to the end; the same as they were drafted (term, rider, price of that day); and what was really given. */
  readonly signed: Package;
  readonly drafted: Readonly<Record<SeatId, number>>;
  readonly kept: Readonly<Record<SeatId, number>>;
  /** Seats that put their name under a text that came into force. */
  readonly signers: readonly SeatId[];
  readonly gap: Omit<ParetoGap, 'preferred'>;
  /** Up to three, `by` all: nobody would have turned them down. Where there is none, what none of the `signers` would have. */
  readonly preferred: readonly (Package & { readonly why: Why; readonly by: 'all' | 'signers'; readonly everybody: boolean; readonly added: readonly number[]; readonly dropped: readonly number[] })[];
}
export interface FrontierOptions { readonly scope?: Scope; readonly limits?: Limits; /** Rows at most; beyond them the frontier is marked incomplete. */ readonly most?: number }

const bySeat = (scenario: Scenario, values: readonly number[]): Readonly<Record<SeatId, number>> => Object.fromEntries(scenario.seats.map(({ id }, i) => [id, values[i] ?? 0]));

/** Exactly, over the clause set as negotiated (`negotiatedItems`). */
export function frontierOf(chronicle: Chronicle, { scope = 'negotiated', limits, most }: FrontierOptions = {}): FrontierReport {
  const { scenario, end } = chronicle;
  const weights = scenario.seats.map(({ k }) => k);
  const { items, cut } = countable(negotiatedItems(scenario, end, scope), limits);
  const blocks = blocksOf(items, limits);
  const asPackage = ({ worth, chosen }: Alternative): Package => ({ net: bySeat(scenario, worth), tenths: bySeat(scenario, tenthsOf(worth, weights)), chosen });
  const { rows, complete, widest } = paretoFront(blocks, weights.map(() => 0), most);
  const points = pointsOf(rows, weights);
  const named = (name: PointName): Partial<Record<PointName, Package>> => { const row = points[name]; return row === null ? {} : { [name]: asPackage(rows[row] as Alternative) }; };
  const signed = signedPackage(items, end, weights.length);
  const { preferred: byAll, ...gap } = gapOf(blocks, signed, weights, most);
  const texts = new Set(signedTexts(end));
  const signers = scenario.seats.filter(({ id }) => end.proposals.some((text) => texts.has(text.id) && text.signed.includes(id))).map(({ id }) => id);
  const bySigners = (): typeof byAll => {
    const own = scenario.seats.flatMap(({ id }, seat) => (signers.includes(id) ? [seat] : []));
    if (own.length === 0 || own.length === weights.length) return [];
    const of = ({ worth, chosen }: Alternative): Alternative => ({ chosen, worth: own.map((seat) => worth[seat] ?? 0) });
    return gapOf(blocks.map((block) => block.map(of)), of(signed), own.map((seat) => weights[seat] ?? 0), most).preferred.map((each) => ({ ...each, worth: worthOf(items, each.chosen, weights.length), everybody: false }));
  };
  const by = byAll.length > 0 ? 'all' : 'signers';
  return {
    seats: scenario.seats.map(({ id }) => id), scope, items, cut, bits: blocks.reduce((sum, block) => sum + Math.log2(block.length), 0), front: rows.map(asPackage), complete: complete && cut.length === 0, widest,
    ideal: bySeat(scenario, tenthsOf(idealOf(rows, weights.length), weights)), mostTogether: mostTogether(blocks, weights),
    points: { ...named('nash'), ...named('kalaiSmorodinsky'), ...named('bentham'), ...named('rawls') },
    signed: asPackage(signed), drafted: bySeat(scenario, draftedTenths(chronicle)), kept: keptTenths(scenario, end), signers, gap,
    preferred: (by === 'all' ? byAll : bySigners()).map(({ why, everybody, worth, chosen }) => ({ ...asPackage({ worth, chosen }), why, by, everybody, added: chosen.filter((item) => !signed.chosen.includes(item)), dropped: signed.chosen.filter((item) => !chosen.includes(item)) })),
  };
}

const worthOf = (items: readonly Item[], chosen: readonly number[], seats: number): readonly number[] => Array.from({ length: seats }, (_, seat) => chosen.reduce((sum, i) => sum + (items[i]?.net[seat] ?? 0), 0));

/** What was signed, as a selection of the items. */
export function signedPackage(items: readonly Item[], end: MatchState, seats: number): Alternative {
  const keys = new Set(signedLines(end).map(({ clause, givers, form }) => keyOf(clause, givers, form)));
  const chosen = items.flatMap(({ key }, i) => (keys.has(key) ? [i] : []));
  return { chosen, worth: worthOf(items, chosen, seats) };
}

/** Each block settled for the largest sum of points: the most there was to divide, whoever had to lose for it. */
const mostTogether = (blocks: readonly Block[], weights: readonly number[]): number =>
  blocks.reduce((sum, block) => sum + Math.max(...block.map(({ worth }) => tenthsOf(worth, weights).reduce((all, value) => all + value, 0))), 0);

/** Worth of all promises as adopted, every tranche given: the last of each line and giver, since that one replaced the others. */
function draftedTenths(chronicle: Chronicle): readonly number[] {
  const { scenario } = chronicle;
  const last = new Map<string, { readonly values: readonly number[] }>();
  for (const { event } of momentsOf(chronicle, 'proposalAdopted')) for (const c of event.commitments) {
    const values = scenario.seats.map(({ id }) => c.tranches.reduce((sum, tranche) => sum + (tranche.values[id] ?? 0) - (c.giver === id ? tranche.cost : 0), 0));
    last.set(`${c.clause}:${c.giver}`, { values });
  }
  return scenario.seats.map(({ k }, seat) => k * [...last.values()].reduce((sum, { values }) => sum + (values[seat] ?? 0), 0));
}

/** What the ledger is worth at the end, by truth (CO-4, CO-5). */
const keptTenths = (scenario: Scenario, end: MatchState): Readonly<Record<SeatId, number>> => Object.fromEntries(scenario.seats.map(({ id, k }) => { const { values, cost } = netOf(scenario, end, id, { final: true }); return [id, k * (values - cost)]; }));
