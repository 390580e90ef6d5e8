/** SC: tiers, points, factor, crowns; the worked score of the rule book. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Indicators, MatchState } from '../../src/model/state.ts';
import { netOf } from '../../src/rules/ledger.ts';
import { FACTORS, score, scoreSeat, tierOf } from '../../src/rules/score.ts';
import { begun, scenario, withGiven, withIndicators } from './table.ts';

const quiet = begun().state;
const tier = (set: Partial<Indicators>, change: Partial<MatchState> = {}) => tierOf(scenario, { ...withIndicators(quiet, set), ...change });
const withN = (state: MatchState, seat: string, n: number, mandate: string | null = null): MatchState => ({ ...state, seats: { ...state.seats, [seat]: { ...state.seats[seat]!, n, mandate } } });

describe('SC-6 worked score', () => {
  const easy = { ...scenario, mandates: scenario.mandates.map((each) => (each.id === 'DK-a' ? { ...each, test: { is: 'performed' as const, clause: 'SA02' } } : each)) };
  const package8 = ['DN02', 'DN03', 'DN10', 'EN02', 'SA02', 'SA03', 'HU01', 'SA06'];
  const dealt = withN(withN(withGiven(quiet, package8), 'DK', 47, 'DK-a'), 'US', 51);
  const good = withIndicators(dealt, { PRO: 2, CON: 63, INST: 2, BLOC: 29, W: -4 });
  const wild = withIndicators(dealt, { PRO: 5, CON: 63, INST: 2, BLOC: 29, W: -4 });
  const of = (state: MatchState, seat: string) => score(easy, state).scores.find((each) => each.seat === seat);

  test('SC-6 the second phase with the abductee and the Japanese clause is worth +12 to DK and +11 to US', () => {
    const net = (seat: string) => { const { values, cost } = netOf(easy, good, seat, { final: true }); return values - cost; };
    expect([net('DK'), net('US')]).toEqual([12, 11]);
  });
  test('SC-6 in Concert DK makes 68 points and scores 81, US 57 and 68', () => {
    expect(tierOf(easy, good)).toBe('concert');
    expect(of(good, 'DK')).toMatchObject({ n: 68, score: 81, par: 56, beatPar: true, mandateMet: true });
    expect(of(good, 'US')).toMatchObject({ n: 57, score: 68, par: 46, beatPar: true, mandateMet: null });
  });
  test('SC-6 the same ledger with PRO 5 is a stalemate: DK 53, US 39, both under par', () => {
    expect(tierOf(easy, wild)).toBe('stalemate');
    expect(of(wild, 'DK')).toMatchObject({ n: 77, score: 53, beatPar: false });
    expect(of(wild, 'US')).toMatchObject({ n: 57, score: 39, beatPar: false });
  });
  test('SC-2 the terms of a score sum to its points', () => {
    for (const each of score(easy, good).scores) expect(each.terms.reduce((sum, term) => sum + term.value, 0)).toBe(each.n);
  });
});

test('SC-1 the first tier that fits', () => {
  expect(tier({ W: 100 })).toBe('war');
  expect(tier({ W: 80 })).toBe('blocs');
  expect(tier({ W: -4, CON: 90 }, { talks: { ...quiet.talks, open: false } })).toBe('stalemate');
  expect(tier({ W: 10, CON: 70, INST: 4, BLOC: 25, PRO: 1 })).toBe('architecture');
  expect(tier({ W: 10, CON: 70, INST: 4, BLOC: 26, PRO: 1 })).toBe('concert');
  expect(tier({ W: 10, CON: 60, INST: 2, PRO: 3 })).toBe('concert');
  expect(tier({ W: 10, CON: 59, INST: 2, PRO: 3 })).toBe('managed');
  expect(tier({ W: 49, CON: 40, PRO: 4 })).toBe('managed');
  expect(tier({ W: 50, CON: 40, PRO: 4 })).toBe('stalemate');
  expect(tier({ W: 10, CON: 80, INST: 4, PRO: 5 })).toBe('stalemate');
});
test('SC-1 war at any fold stays war', () => {
  const record = { round: 2, indicators: { ...quiet.indicators, W: 101 } } as MatchState['history'][number];
  expect(tier({ W: 10 }, { history: [record] })).toBe('war');
});
test('SC-2 floor division of a negative net, and three a rung for the proliferator alone', () => {
  const loss = withGiven(withIndicators(quiet, { PRO: 4 }), ['DN11']);
  expect(scoreSeat(scenario, withIndicators(withGiven(quiet, ['DN01']), {}), 'DK', 'managed').n).toBe(50 + Math.floor((12 * -4) / 10));
  expect(scoreSeat(scenario, loss, 'DK', 'managed').n).toBe(50 + 3);
  expect(scoreSeat(scenario, loss, 'RU', 'managed').n).toBe(50 + Math.floor((4 * 1) / 10));
});
test('SC-3 points are held within 0..150 before the factor', () => {
  expect(scoreSeat(scenario, withN(quiet, 'US', 400), 'US', 'architecture')).toMatchObject({ n: 150, score: 225 });
  expect(scoreSeat(scenario, withN(quiet, 'US', -40), 'US', 'concert')).toMatchObject({ n: 0, score: 0 });
});
test('SC-3 property: score = N * factor // 10 and never negative', () => {
  fc.assert(fc.property(fc.integer({ min: -200, max: 400 }), fc.constantFrom(...Object.keys(FACTORS) as (keyof typeof FACTORS)[]), (n, name) => {
    const result = scoreSeat(scenario, withN(quiet, 'JP', n), 'JP', name);
    expect(result.n).toBe(Math.min(150, Math.max(0, n)));
    expect(result.score).toBe(Math.floor((result.n * FACTORS[name]) / 10));
  }));
});
test('SC-4 a score equal to par does not beat it', () => {
  expect(scoreSeat(scenario, withN(quiet, 'JP', 40), 'JP', 'managed')).toMatchObject({ score: 40, par: 40, beatPar: false });
});
test('SC-4 the second crown goes to the most above par, ties shared, none in war', () => {
  const ending = score(scenario, withIndicators(quiet, { W: 10 }));
  expect(ending).toMatchObject({ tier: 'managed', factor: 10 });
  expect(ending.second).toEqual(['JP']); // par 40 is the lowest
  const shared = score(scenario, withN(withIndicators(quiet, { W: 10 }), 'RK', 61));
  expect(shared.second).toEqual(['JP', 'RK']);
  const war = score(scenario, withIndicators(withN(quiet, 'JP', 60, 'JP-b'), { W: 120 }));
  expect(war.second).toEqual([]);
  expect(war.scores.find((each) => each.seat === 'JP')).toMatchObject({ score: 0, mandateMet: false });
});
