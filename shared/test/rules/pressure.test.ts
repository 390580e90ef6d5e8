/** RL: red lines, enforcement, leaks and the price of a rung. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { checkActions } from '../../src/rules/actions.ts';
import { climbs } from '../../src/rules/actionEffects.ts';
import { openDawn } from '../../src/rules/dawn.ts';
import { pressureOf, revealRedLines } from '../../src/rules/pressure.ts';
import { leakDelay } from '../../src/rules/leaks.ts';
import { SEATS, act, begun, nothing, over, phase, playRound, scenario, withGiven, withIndicators } from './table.ts';

const spec = (id: string) => scenario.actions.find((action) => action.id === id)!;

test('RL-1 given levels 4 1 2 3 of the powers, divergence is 75; a regional never counts', () => {
  const r = begun();
  phase(r, 'declaration', 1);
  for (const [seat, level] of Object.entries({ US: 4, CN: 1, RU: 2, JP: 3, RK: 0 })) r.emit({ type: 'declared', seat, level });
  revealRedLines(r);
  expect(r.state.indicators.D).toBe(75);
});
test('RL-1 given nobody declares in round 1, the round-0 levels of the scenario stand', () => {
  const r = begun();
  phase(r, 'declaration', 1);
  revealRedLines(r);
  expect(SEATS.map((seat) => r.state.seats[seat]?.redLine)).toEqual([3, 1, 1, 3, null, 1]);
  expect(r.state.indicators.D).toBe(50);
});
test('RL-4 given a bound level, it overrides the declared one in public', () => {
  const r = begun();
  r.emit({ type: 'redLineBound', bound: { US: 3, CN: 3, RU: 3, JP: 3 } });
  phase(r, 'declaration', 1);
  r.emit({ type: 'declared', seat: 'CN', level: 0 });
  revealRedLines(r);
  expect(r.state.seats['CN']?.redLine).toBe(3);
  expect(r.state.indicators.D).toBe(0);
  expect(r.state.bound).toEqual({});
  expect(r.state.news.map((item) => item.code)).toContain('fold.redLine.bound');
});
test('RL-6 a firm line pleases at home, a soft one costs; only where the seat has that public', () => {
  const r = begun();
  phase(r, 'declaration', 1);
  for (const [seat, level] of Object.entries({ US: 1, CN: 1, RU: 4, JP: 4 })) r.emit({ type: 'declared', seat, level });
  revealRedLines(r);
  expect([r.state.seats['US']?.ds, r.state.seats['CN']?.ds, r.state.seats['RU']?.ds, r.state.seats['JP']?.ds]).toEqual([52, 60, 60, 54]);
});
test('RL-3 all at 2 make 50; three at 4 with two at 1 only 31; all at 2 with one hidden hole 22 (theory 8)', () => {
  expect(pressureOf(scenario, { US: 2, CN: 2, RU: 2, JP: 2, RK: 2 }).effective).toBe(50);
  expect(pressureOf(scenario, { US: 4, CN: 1, RU: 1, JP: 4, RK: 4 })).toEqual({ full: 62, spread: 3, effective: 31 });
  expect(pressureOf(scenario, { US: 2, CN: 0, RU: 2, JP: 2, RK: 2 })).toEqual({ full: 30, spread: 2, effective: 22 });
});
test('RL-3 property: effective pressure is within 0..full and full within 0..100', () => {
  const level = fc.integer({ min: 0, max: 4 });
  fc.assert(fc.property(level, level, level, level, level, (US, CN, RU, JP, RK) => {
    const { full, effective } = pressureOf(scenario, { US, CN, RU, JP, RK });
    expect(full).toBeGreaterThanOrEqual(0);
    expect(full).toBeLessThanOrEqual(100);
    expect(effective).toBeGreaterThanOrEqual(Math.floor(full / 2));
    expect(effective).toBeLessThanOrEqual(full);
  }));
});
test('RL-2 RL-7 given a leak in core without the pin, it is refused with the level it needs', () => {
  const r = begun();
  expect(checkActions(scenario, r.state, 'CN', { ...nothing, actions: [act('UA21')] })).toMatchObject({ code: 'action-not-at-level', params: { level: 'standard' } });
});
test('RL-2 given a leak, enforcement is 0 while the declared line stands, and the leaker pays nothing for enforcing', () => {
  const r = begun({ pinned: ['UA21'] });
  playRound(r, { levels: { CN: 4 }, actions: { CN: [act('UA21')] } });
  expect(r.state.seats['CN']).toMatchObject({ redLine: 4, enforcement: 0, n: 53 });
});
test('RL-6 enforcing costs China a point per level above 1, Russia one per two, Seoul one under engagement only', () => {
  const r = begun();
  playRound(r, { levels: { CN: 4, RU: 4, RK: 3 } });
  expect([r.state.seats['CN']?.n, r.state.seats['RU']?.n, r.state.seats['RK']?.n]).toEqual([47, 49, 48]);
  const hard = begun();
  hard.emit({ type: 'seatMoved', seat: 'RK', set: { cabinet: 'hard' } });
  playRound(hard, { levels: { RK: 3 } });
  expect(hard.state.seats['RK']?.n).toBe(50);
});
test('RL-7 a leak of round 1 is found at the dawn of round 4: -6 with both, and tension, blocs and mood at that fold', () => {
  const r = begun({ pinned: ['UA21'] });
  playRound(r, { actions: { CN: [act('UA21')] } });
  for (const round of [2, 3]) playRound(r, {}, round);
  const before = r.state.trust['US-CN'] ?? 0;
  phase(r, 'dawn', 4);
  openDawn(r);
  expect(r.state.leaks['CN']?.found).toBe(true);
  expect(r.state.trust['US-CN']).toBe(before - 6);
  expect(r.state.pending).toEqual({ ten: [{ code: 'leak', value: -1, params: { seat: 'CN' } }], bloc: [{ code: 'leak', value: 1, params: { seat: 'CN' } }], cm: [{ code: 'leak', value: -2, params: { seat: 'CN' } }] });
  expect(r.state.news.at(-1)).toMatchObject({ code: 'fold.leak.found', to: 'all' });
});
test('RL-7 a second leak joins the running one; after discovery a new run begins', () => {
  const r = begun({ pinned: ['UA21'] });
  for (const round of [1, 2, 3, 4]) playRound(r, { actions: { CN: [act('UA21')] } }, round);
  expect(r.events.filter((event) => event.type === 'leakFound')).toHaveLength(1);
  expect(r.state.leaks['CN']).toEqual({ since: 4, foundAt: 7, found: false });
});
test('RL-7 verification brings discovery nearer, never under one round', () => {
  const state = begun().state;
  expect([0, 1, 2, 3].map((V) => leakDelay(scenario, withIndicators(state, { V })))).toEqual([3, 2, 1, 1]);
});
test('RL-8 the clock adds a rung every third fold, stops while the freeze stands and at its top', () => {
  const r = begun();
  for (const round of [1, 2, 3]) playRound(r, {}, round);
  expect([r.state.indicators.PRO, r.state.clock]).toEqual([4, 0]);
  const frozen = over(withGiven(begun().state, ['DN01']));
  for (const round of [1, 2, 3]) playRound(frozen, {}, round);
  expect([frozen.state.indicators.PRO, frozen.state.clock]).toEqual([3, 0]);
  const top = over(withIndicators(begun().state, { PRO: 6 }));
  for (const round of [1, 2, 3]) playRound(top, {}, round);
  expect(top.state.indicators.PRO).toBe(6);
});
test('RL-8 a test always climbs, a launch every second time, a restart only from 3 down and out of a freeze', () => {
  const state = begun().state;
  expect(climbs(state, spec('UA01'), 'DK')).toBe(true);
  expect(climbs(withIndicators(state, { PRO: 10 }), spec('UA01'), 'DK')).toBe(false);
  expect(climbs(state, spec('UA02'), 'DK')).toBe(false);
  expect(climbs({ ...state, seats: { ...state.seats, DK: { ...state.seats['DK']!, used: { UA02: 1 } } } }, spec('UA02'), 'DK')).toBe(true);
  expect(climbs(state, spec('UA04'), 'DK')).toBe(false);
  expect(climbs(withGiven(state, ['DN01']), spec('UA04'), 'DK')).toBe(true);
  expect(climbs(withIndicators(withGiven(state, ['DN01']), { PRO: 4 }), spec('UA04'), 'DK')).toBe(false);
});
test('RL-5 a test under pressure 50 costs 5 points now and, at that round\'s pressure, again in the next', () => {
  const r = begun();
  const firm = { US: 2, CN: 2, RU: 2, JP: 2, RK: 2 };
  playRound(r, { levels: firm, actions: { DK: [act('UA01')] } });
  expect(r.state.seats['DK']?.n).toBe(50 + 6 - 5 - 0);
  expect(r.state.seats['DK']?.pressureDue).toBe(true);
  const afterFirst = r.state.seats['DK']?.n ?? 0;
  playRound(r, { levels: firm }, 2);
  expect(r.state.seats['DK']?.n).toBe(afterFirst - 5);
  expect(r.state.seats['DK']?.pressureDue).toBe(false);
});
test('RL-5 a rung of the clock costs nothing', () => {
  const r = begun();
  for (const round of [1, 2, 3]) playRound(r, { levels: { US: 2, CN: 2, RU: 2, JP: 2, RK: 2 } }, round);
  expect(r.state.indicators.PRO).toBe(4);
  expect(r.state.seats['DK']?.n).toBe(50);
});
