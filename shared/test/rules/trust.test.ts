/** TR: sums, bounds, drift and joint acts. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { tally } from '../../src/engine/tally.ts';
import type { Proposal } from '../../src/model/state.ts';
import { actionTrust, bookTrust, boundSum, concertOrDrift, powerPairs, powerTrust } from '../../src/rules/trust.ts';
import { SEATS, act, begun, over, playRound, scenario } from './table.ts';

test('TR-1 deltas of a pair are summed, bound once to -25..+12, and applied once', () => {
  const r = begun();
  const t = tally();
  for (let i = 0; i < 4; i += 1) t.trust.push({ a: 'US', b: 'CN', code: 'breach', value: -15 });
  t.trust.push({ a: 'CN', b: 'US', code: 'act', value: 3 }, { a: 'JP', b: 'RK', code: 'act', value: 40 });
  bookTrust(r, t.trust);
  expect(r.state.trust).toMatchObject({ 'US-CN': 25, 'JP-RK': 62 });
  expect(r.events.filter((event) => event.type === 'trustMoved')).toHaveLength(1);
});
test('TR-1 obligations give a pair at most +8 a round', () => {
  expect(boundSum([4, 4, 4].map((value) => ({ code: 'kept', value })))).toBe(8);
  expect(boundSum([{ code: 'kept', value: 4 }, { code: 'joint', value: 3 }])).toBe(7);
});
test('TR-1 property: whatever is added, a pair moves by -25..+12 and stays within 0..100', () => {
  const term = fc.record({ a: fc.constantFrom(...SEATS), b: fc.constantFrom(...SEATS), code: fc.constantFrom('kept', 'act', 'breach', 'drift'), value: fc.integer({ min: -30, max: 30 }) });
  fc.assert(fc.property(fc.array(term, { maxLength: 40 }), (terms) => {
    const r = begun();
    const before = r.state.trust;
    bookTrust(r, terms);
    for (const [pair, value] of Object.entries(r.state.trust)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
      expect(value - (before[pair] ?? 0)).toBeGreaterThanOrEqual(-25);
      expect(value - (before[pair] ?? 0)).toBeLessThanOrEqual(12);
    }
  }), { numRuns: 60 });
});
test('TR-1 M02 without a joint act the six power pairs drift by 1, regional pairs never', () => {
  const r = begun();
  playRound(r);
  expect(powerPairs(scenario).map(([a, b]) => r.state.trust[`${a}-${b}`])).toEqual([49, 51, 79, 64, 41, 44]);
  expect(r.state.trust['JP-RK']).toBe(50);
});
test('TR-2 a plenary text all powers signed gives +3 to each power pair, once, and no drift', () => {
  const r = begun();
  const proposal: Proposal = {
    id: 'p1', chain: 'p1', version: 1, parent: null, author: 'CN', scope: 'plenary', chairDraft: true, round: 1, phaseSeq: 5, lines: [], parties: ['US', 'CN', 'RU', 'JP'],
    signed: ['US', 'CN', 'RU', 'JP'], refusals: [], objection: null, status: 'adopted',
  };
  const joined = over({ ...r.state, proposals: [proposal] });
  playRound(joined);
  expect(joined.state.trust['US-CN']).toBe(53);
  const alone = over({ ...r.state, proposals: [{ ...proposal, signed: ['US', 'CN', 'RU'] }] });
  playRound(alone);
  expect(alone.state.trust['US-CN']).toBe(49);
});
test('TR-2 a mediation all powers accept is a joint act', () => {
  const r = begun();
  r.state = { ...r.state, indicators: { ...r.state.indicators, CON: 55 } };
  playRound(r, { actions: { CN: [act('UA20')] } });
  expect(r.state.trust['US-CN']).toBe(50 + 3 + 2);
  expect(r.state.trust['US-RU']).toBe(52 + 3);
});
test('TR-1 "others" is every seat not named before: a walk-out costs 6 with the chair and 2 with the rest', () => {
  const walkOut = scenario.actions.find((action) => action.id === 'UA07')!;
  const terms = actionTrust(scenario, 'CN', walkOut, { actor: 'DK', accepters: [], refusers: [] });
  expect(terms.map((term) => [term.b, term.value])).toEqual([['CN', -6], ['US', -2], ['RU', -2], ['JP', -2], ['RK', -2]]);
});
test('IN-2 the mean is floored and the least is the least of the power pairs', () => {
  expect(powerTrust(scenario, begun().state)).toEqual({ mean: 55, least: 42 });
  expect(concertOrDrift(scenario, true)).toHaveLength(6);
});
