/** SE: the start of the shipped scenario, the deal of mandates, the levels and the generator. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { allows } from '../../src/rules/level.ts';
import { draw } from '../../src/rules/random.ts';
import { dealMandates, waiting } from '../../src/rules/setup.ts';
import { SEATS, begun, options, scenario } from './table.ts';

test('SE-3 given the shipped scenario, the start is as printed, with the war index 50', () => {
  const state = waiting(scenario);
  expect(state.status).toBe('waiting');
  expect(state.round).toBe(0);
  expect(state.indicators).toEqual({ TEN: 55, BLOC: 38, CON: 48, VAL: 45, D: 50, CM: 0, PRO: 3, INST: 0, V: 0, W: 50 });
  expect(state.talks).toMatchObject({ open: true, chair: 'CN' });
  expect(state.commitments).toEqual([]);
});
test('SE-2 SE-4 seats start with 50 points, round-0 levels and every pair of trust', () => {
  const state = waiting(scenario);
  expect(SEATS.map((seat) => state.seats[seat]?.n)).toEqual([50, 50, 50, 50, 50, 50]);
  expect(SEATS.map((seat) => state.seats[seat]?.redLine)).toEqual([3, 1, 1, 3, null, 1]);
  expect(Object.keys(state.trust)).toHaveLength(15);
  expect(state.trust['US-DK']).toBe(10);
});
test('SE-7 given a seed, the same mandates are dealt, each from the seat\'s own', () => {
  const first = dealMandates(scenario, 42);
  expect(dealMandates(scenario, 42)).toEqual(first);
  for (const seat of scenario.seats) expect(seat.mandates).toContain(first.mandates[seat.id]);
});
test('SE-7 different seeds deal every mandate of the scenario', () => {
  const dealt = new Set<string | null>();
  for (let seed = 0; seed < 200; seed += 1) for (const mandate of Object.values(dealMandates(scenario, seed).mandates)) dealt.add(mandate);
  expect(dealt.size).toBe(scenario.mandates.length);
});
test('LV given core without the pin, no mandate is dealt', () => {
  const bare = { ...scenario, pinned: [] };
  expect(Object.values(dealMandates(bare, 42, options()).mandates).every((mandate) => mandate === null)).toBe(true);
});
test('LV core plays its actions only; a pin lifts one rule over its level', () => {
  const core = options();
  expect(allows(scenario, core, 'UA02')).toBe(true);
  expect(allows(scenario, core, 'UA21')).toBe(false);
  expect(allows(scenario, options({ pinned: ['UA21'] }), 'UA21')).toBe(true);
  expect(allows(scenario, options({ level: 'standard' }), 'UA21')).toBe(true);
  expect(allows(scenario, core, 'ORAL')).toBe(true); // pinned by the scenario
  expect(allows(scenario, core, 'M01')).toBe(false);
  expect(allows(scenario, core, 'E16')).toBe(true);
  expect(allows(scenario, begun().state, 'E24')).toBe(false);
  expect(allows(scenario, options({ level: 'full' }), 'nonsense')).toBe(false);
});
test('SE-7 property: a draw is within its bounds and repeatable', () => {
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (state, below) => {
    const drawn = draw(state, below);
    expect(drawn.value).toBeGreaterThanOrEqual(0);
    expect(drawn.value).toBeLessThan(below);
    expect(draw(state, below)).toEqual(drawn);
  }));
});
