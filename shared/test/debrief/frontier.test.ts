/** The frontier: counted on paper for a small match, and held to what every frontier must be on many random sets of clauses. */
import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../../src/debrief/played.ts';
import { frontierOf } from '../../src/debrief/frontier/frontier.ts';
import { gapOf } from '../../src/debrief/frontier/improvements.ts';
import { blocksOf, countable, negotiatedItems, type Item } from '../../src/debrief/frontier/items.ts';
import { paretoFront, type Alternative } from '../../src/debrief/frontier/pareto.ts';
import { pointsOf } from '../../src/debrief/frontier/points.ts';
import { projected } from '../../src/debrief/frontier/projection.ts';
import { surplusOf } from '../../src/debrief/surplus.ts';
import { dice, line } from '../given.ts';
import { Hand, paper, smallMatch } from './match.ts';

const chronicle = chronicleOf({ scenario: paper, entries: smallMatch().entries });
const report = frontierOf(chronicle);

/**
 * On paper, values minus the giver's cost (US CN RU JP DK RK):
 *   A DN01 of the DPRK   6  5  4  5 −4  6      C HU01 of the DPRK   1  0  0  7 −2  1
 *   B EN01 of the ROK    1  2  1  0  4 −1      D EN04 of the five  −1  0  1 −2  4  0
 * Of the 16 selections these leave nobody below 0: nothing, AB, AD, BC, CD, ABD, BCD, ABCD. ABCD (7 7 6 10 2 6) is at least as good as AB (7 7 5 5 0 5),
 * AD (5 5 5 3 0 6), BC (2 2 1 7 2 0) and CD (0 0 1 5 2 1) for everybody; the DPRK has more from ABD (6 7 6 3 4 5) and most from BCD (1 2 2 5 6 0). So: three.
 */
describe('the frontier of the small match', () => {
  const net = (worth: Readonly<Record<string, number>>): number[] => report.seats.map((seat) => worth[seat] ?? NaN);

  it('holds the clauses tabled, by whoever and whatever became of them', () => {
    expect(report.items.map(({ key, from, net: own }) => [key, from, ...own])).toEqual([
      ['DN01:DK', 'adopted', 6, 5, 4, 5, -4, 6], ['EN01:RK', 'adopted', 1, 2, 1, 0, 4, -1], ['EN04:US+CN+RU+JP+RK', 'tabled', -1, 0, 1, -2, 4, 0], ['HU01:DK', 'tabled', 1, 0, 0, 7, -2, 1],
    ]);
    expect(report.bits).toBe(4);
  });
  it('is the three packages counted on paper', () => {
    expect(report.front.map((each) => net(each.net)).sort((a, b) => (a[4] ?? 0) - (b[4] ?? 0))).toEqual([[7, 7, 6, 10, 2, 6], [6, 7, 6, 3, 4, 5], [1, 2, 2, 5, 6, 0]]);
    expect([report.complete, report.cut, report.scope]).toEqual([true, [], 'negotiated']);
  });
  it('weighs tenths of points by k (US 6, CN 4, RU 4, JP 5, DK 12, RK 4): ideal and greatest sum', () => {
    expect(net(report.ideal)).toEqual([42, 28, 24, 50, 72, 24]);
    // A is worth 73 together, B 62, C 21, D 36.
    expect(report.mostTogether).toBe(73 + 62 + 21 + 36);
  });
  it('finds all four points at ABCD: product 7·7·6·10·2·6, least share 2/6 of the DPRK (ABD: 3/10 of Japan), sum 192, worst-off 24', () => {
    for (const name of ['nash', 'kalaiSmorodinsky', 'bentham', 'rawls'] as const) expect(net(report.points[name]?.net ?? {}), name).toEqual([7, 7, 6, 10, 2, 6]);
  });
  it('sets what was signed (AB) and what was kept (A alone) beside it', () => {
    expect(net(report.signed.net)).toEqual([7, 7, 5, 5, 0, 5]);
    expect(net(report.kept)).toEqual([36, 20, 16, 25, -48, 24]);
    expect(net(report.drafted)).toEqual([42, 28, 20, 25, 0, 20]);
    expect(report.signers).toEqual(report.seats);
  });
  it('names the one package nobody would have turned down: C and D as well, by which the US and China only keep what they have', () => {
    expect(report.gap).toEqual({ efficient: false, better: 1, leftOnTable: 0, complete: true });
    expect(report.preferred.map(({ why, by, everybody, added, dropped }) => ({ why, by, everybody, added: added.map((i) => report.items[i]?.clause), dropped }))).toEqual([{ why: 'fairest', by: 'all', everybody: false, added: ['EN04', 'HU01'], dropped: [] }]);
  });
  it('surplus: 135 of 192 of the joint gain; Gini 239/810; the DPRK worse off as kept, since the oil of B never came', () => {
    const surplus = surplusOf(report);
    expect(surplus.jointGain.signed).toBeCloseTo(135 / 192, 12);
    expect(surplus.jointGain.kept).toBeCloseTo(73 / 192, 12);
    // Sorted 0 20 20 25 28 42, weights −5 −3 −1 1 3 5: 239 over 6·135.
    expect(surplus.gini.signed).toBeCloseTo(239 / 810, 12);
    expect(surplus.seats.filter(({ worseThanNoDeal }) => worseThanNoDeal)).toEqual([]);
    expect(surplus.seats.filter(({ worseAsKept }) => worseAsKept).map(({ seat }) => seat)).toEqual(['DK']);
    expect(surplus.seats.find(({ seat }) => seat === 'JP')?.ofBest).toBe(0.5);
  });
  it('is drawn for any two groups: DPRK against the ROK', () => {
    const { dots, marks } = projected(report, ['DK'], ['RK']);
    expect(dots.map(({ x, y, edge }) => [x, y, edge])).toEqual([[72, 0, true], [48, 20, true], [24, 24, true]]);
    expect(marks.find(({ mark }) => mark === 'kept')).toEqual({ mark: 'kept', x: -48, y: 24 });
  });
});

describe('forms in which a clause was tabled', () => {
  it('for some rounds only it is worth half and costs half, and the two forms exclude each other', () => {
    const hand = new Hand().act(null, { type: 'start', options: { seed: 1, level: 'full', pinned: [], rounds: 2, holders: {} } }).until('plenary');
    hand.table('DK', [line('EN01')]);
    hand.table('RK', [line('EN01', { options: { sunset: 3 } })]);
    const items = negotiatedItems(paper, hand.state);
    // EN01: values 1 2 1 0 4 1, cost 2. Half toward zero: 0 1 0 0 2 0, cost 1.
    expect(items.map(({ key, net }) => [key, ...net])).toEqual([['EN01:RK', 1, 2, 1, 0, 4, -1], ['EN01:RK/t', 0, 1, 0, 0, 2, -1]]);
    expect(blocksOf(items).map((block) => block.map(({ chosen }) => chosen))).toEqual([[[], [0], [1]]]);
  });
  it('`open` adds what the known packages hold and nobody tabled', () => {
    const open = negotiatedItems(paper, chronicle.end, 'open');
    expect(open.length).toBeGreaterThan(report.items.length);
    expect(open.filter(({ from }) => from !== 'package')).toEqual(report.items);
  });
});

describe('limits of a lesson', () => {
  const free = (key: string): Item => ({ key, clause: key, category: 'x', givers: ['a'], form: null, from: 'tabled', net: [1] });
  const selections = (limits: Parameters<typeof blocksOf>[1]): (readonly (readonly number[])[])[] => blocksOf([free('a'), free('b')], limits).map((block) => block.map(({ chosen }) => chosen));
  it('without any, clauses stand alone', () => expect(selections({})).toEqual([[[], [0]], [[], [1]]]));
  it('the first only with the second', () => expect(selections({ requires: [['a', 'b']] })).toEqual([[[], [1], [0, 1]]]));
  it('never both', () => expect(selections({ excludes: [['a', 'b']] })).toEqual([[[], [0], [1]]]));
  it('clauses that are not on the table limit nothing', () => expect(selections({ excludes: [['a', 'z']] })).toEqual(selections({})));
});

describe('where everybody cannot gain', () => {
  it('names what all signers would have preferred', () => {
    // Seats 1 and 2 signed item 0; item 1 would give both more and takes from seat 3, who signed nothing.
    const blocks = [[{ chosen: [], worth: [0, 0, 0] }, { chosen: [0], worth: [1, 1, 0] }], [{ chosen: [], worth: [0, 0, 0] }, { chosen: [1], worth: [2, 1, -3] }]];
    const signed = { chosen: [0], worth: [1, 1, 0] };
    expect(gapOf(blocks, signed, [1, 1, 1]).preferred).toEqual([]);
    const two = blocks.map((block) => block.map(({ chosen, worth }) => ({ chosen, worth: worth.slice(0, 2) })));
    expect(gapOf(two, { chosen: [0], worth: [1, 1] }, [1, 1]).preferred.map(({ chosen, everybody }) => ({ chosen, everybody }))).toEqual([{ chosen: [0, 1], everybody: true }]);
  });
  it('is done by the report itself: an ally’s gain at the third’s cost is shown `by` the signers', () => {
    const hand = new Hand().act(null, { type: 'start', options: { seed: 1, level: 'core', pinned: [], rounds: 1, holders: {} } }).until('plenary');
    // HU04 is signed by the DPRK and the ROK alone; SA02 is only tabled.
    const text = hand.table('DK', [line('HU04')]);
    hand.sign(text, ['RK']);
    hand.table('US', [line('SA02')]);
    hand.until('secret');
    const found = frontierOf(chronicleOf({ scenario: paper, entries: hand.entries }));
    expect(found.signers).toEqual(['DK', 'RK']);
    expect(found.gap.efficient).toBe(true);
    // SA02 of the US: DPRK +7, ROK +3, Japan −6, the US −5.
    expect(found.preferred.map(({ by, added, everybody }) => ({ by, everybody, added: added.map((i) => found.items[i]?.clause) }))).toEqual([{ by: 'signers', everybody: false, added: ['SA02'] }]);
    expect(found.preferred[0]?.net['JP']).toBe((found.signed.net['JP'] ?? 0) - 6);
  });
});

describe('the four points, where they differ', () => {
  const row = (...worth: number[]): Alternative => ({ worth, chosen: [] });
  it('Nash by product, Kalai-Smorodinsky by least share, Bentham by sum, Rawls by the worst-off', () => {
    const rows = [row(30, 2), row(16, 4), row(14, 5), row(9, 8)];
    // Products: 60, 64, 70, 72. Ideal (30, 8): least shares 2/8, 4/8, 14/30, 9/30. Sums 32, 20, 19, 17. Worst-off 2, 4, 5, 8.
    expect(pointsOf(rows, [1, 1])).toEqual({ nash: 3, kalaiSmorodinsky: 1, bentham: 0, rawls: 3 });
    // A point of the second seat counted ten times: sums 50, 56, 64, 89; in points the worst-off has 20, 16, 14, 9. Nash and Kalai-Smorodinsky do not care.
    expect(pointsOf(rows, [1, 10])).toEqual({ nash: 3, kalaiSmorodinsky: 1, bentham: 3, rawls: 0 });
  });
  it('no Nash and no Kalai-Smorodinsky where somebody always goes without', () => expect(pointsOf([row(0, 5), row(3, 0)], [1, 1])).toMatchObject({ nash: null, kalaiSmorodinsky: null }));
});

/** Every selection, one after another: what the frontier must agree with. */
function bruteForce(items: readonly Item[]): readonly (readonly number[])[] {
  const seats = items[0]?.net.length ?? 0;
  const all = Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, i) => (bits & (1 << i)) !== 0))
    .filter((chosen) => chosen.every((a, i) => chosen.every((b, j) => i >= j || a.clause !== b.clause || !a.givers.some((giver) => b.givers.includes(giver)))))
    .map((chosen) => Array.from({ length: seats }, (_, seat) => chosen.reduce((sum, { net }) => sum + (net[seat] ?? 0), 0))).filter((worth) => worth.every((value) => value >= 0));
  const beats = (a: readonly number[], b: readonly number[]): boolean => a.every((value, i) => value >= (b[i] ?? 0)) && a.some((value, i) => value > (b[i] ?? 0));
  return [...new Map(all.filter((worth) => !all.some((other) => beats(other, worth))).map((worth) => [worth.join(), worth])).values()];
}
const items = (roll: (below: number) => number, count: number): Item[] => Array.from({ length: count }, (_, i): Item => {
  const givers = roll(4) === 0 ? ['a', 'b'] : [roll(2) === 0 ? 'a' : 'b'];
  return { key: `${i}`, clause: `c${roll(count)}`, category: 'x', givers, form: null, from: 'tabled', net: Array.from({ length: 4 }, () => roll(13) - 5) };
});
const sorted = (rows: readonly (readonly number[])[]): string[] => rows.map((worth) => worth.join()).sort();
const zero = [0, 0, 0, 0];

describe('every frontier', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('is what trying all selections gives, worths and selections agree, order does not matter (set %i)', (seed) => {
    const roll = dice(seed);
    const set = items(roll, 3 + roll(8));
    const front = paretoFront(blocksOf(set), zero);
    expect(front.complete).toBe(true);
    expect(sorted(front.rows.map(({ worth }) => worth))).toEqual(sorted(bruteForce(set)));
    for (const { chosen, worth } of front.rows) expect(worth).toEqual(zero.map((_, seat) => chosen.reduce((sum, i) => sum + (set[i]?.net[seat] ?? 0), 0)));
    const turned = [...set].reverse();
    expect(sorted(paretoFront(blocksOf(turned), zero).rows.map(({ worth }) => worth))).toEqual(sorted(front.rows.map(({ worth }) => worth)));
    // The seats in another order: the same packages, with their worths in that order.
    const other = set.map((item) => ({ ...item, net: [item.net[2], item.net[0], item.net[3], item.net[1]].map((value) => value ?? 0) }));
    expect(sorted(paretoFront(blocksOf(other), zero).rows.map(({ worth: [c = 0, a = 0, d = 0, b = 0] }) => [a, b, c, d]))).toEqual(sorted(front.rows.map(({ worth }) => worth)));
  });

  it.each([1, 2, 3, 4, 5, 6])('better packages of the gap leave nobody worse off, and the fairest of them is the fairest of all (set %i)', (seed) => {
    const roll = dice(seed * 77);
    const set = items(roll, 9);
    const blocks = blocksOf(set);
    const signed = blocks[0]?.[1] ?? { chosen: [], worth: zero };
    const { preferred, leftOnTable } = gapOf(blocks, signed, [1, 1, 1, 1]);
    for (const { worth } of preferred) expect(worth.every((value, i) => value >= (signed.worth[i] ?? 0))).toBe(true);
    const gains = bruteForceFrom(set, signed.worth);
    expect(leftOnTable).toBe(Math.max(0, ...gains));
  });

  it('says so when it had to stop keeping rows: those it has are real, but it is not complete', () => {
    const set = items(dice(9), 10).map((item, i) => ({ ...item, clause: `c${i}` }));
    const front = paretoFront(blocksOf(set), zero, 3);
    expect(front.complete).toBe(false);
    expect(front.rows.length).toBeLessThanOrEqual(3);
  });

  it('leaves out what it cannot count and names it: what nobody tabled first, what was signed never', () => {
    // Nine givers of one clause tied by a tenth set that holds them all: 2^9 + 1 selections are too many to list.
    const one = Array.from({ length: 9 }, (_, i): Item => ({ key: `g${i}`, clause: 'c', category: 'x', givers: [`g${i}`], form: null, from: i === 8 ? 'package' : 'tabled', net: zero }));
    const set: Item[] = [...one, { key: 'all', clause: 'c', category: 'x', givers: one.map(({ givers }) => givers[0] ?? ''), form: null, from: 'adopted', net: zero }];
    const { items: kept, cut } = countable(set);
    expect(() => blocksOf(set)).toThrow(RangeError);
    expect(cut.map(({ key }) => key)).toEqual(['g6', 'g7', 'g8']);
    expect(kept.some(({ from }) => from === 'adopted')).toBe(true);
    expect(blocksOf(kept)).toHaveLength(1);
  });
});

/** The least gain over `signed` of every selection in which nobody loses. */
function bruteForceFrom(set: readonly Item[], signed: readonly number[]): number[] {
  const shifted = blocksOf(set);
  let rows: (readonly number[])[] = [zero];
  for (const block of shifted) rows = rows.flatMap((row) => block.map(({ worth }) => row.map((value, i) => value + (worth[i] ?? 0))));
  return rows.map((row) => row.map((value, i) => value - (signed[i] ?? 0))).filter((row) => row.every((value) => value >= 0)).map((row) => Math.min(...row));
}
