/** IN-4 and PH-1: caps, floor, decay. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { openDawn } from '../../src/rules/dawn.ts';
import { BLOC_LIMITS, TENSION_LIMITS, limitedMove, settleTension, tensionDecay, tensionFloor } from '../../src/rules/tension.ts';
import { warIndex } from '../../src/rules/war.ts';
import { act, begun, over, phase, playRound, withIndicators } from './table.ts';

test('IN-4 actions alone raise tension at most 20; side-taking comes on top to 24 in all', () => {
  expect(limitedMove([{ code: 'action', value: 14 }, { code: 'action', value: 12 }], TENSION_LIMITS).move).toBe(20);
  expect(limitedMove([{ code: 'action', value: 26 }, { code: 'side.bothBack', value: 12 }], TENSION_LIMITS).move).toBe(24);
  expect(limitedMove([{ code: 'action', value: 9 }, { code: 'action', value: 4 }, { code: 'side.bothBack', value: 10 }], BLOC_LIMITS).move).toBe(12);
});
test('IN-4 relief is taken off after the cap, at most 16 and 12', () => {
  expect(limitedMove([{ code: 'action', value: 30 }, { code: 'action', value: -5 }], TENSION_LIMITS).move).toBe(15);
  expect(limitedMove([{ code: 'action', value: -5 }, { code: 'action', value: -4 }, { code: 'action', value: -12 }], TENSION_LIMITS).move).toBe(-16);
  expect(limitedMove([-4, -4, -4, -4].map((value) => ({ code: 'crossing', value })), BLOC_LIMITS).move).toBe(-12);
});
test('IN-4 property: the move keeps within its limits and its terms sum to it', () => {
  const term = fc.record({ code: fc.constantFrom('action', 'side.bothBack', 'event', 'leak'), value: fc.integer({ min: -20, max: 20 }) });
  fc.assert(fc.property(fc.array(term, { maxLength: 20 }), (terms) => {
    for (const limits of [TENSION_LIMITS, BLOC_LIMITS]) {
      const { move, terms: told } = limitedMove(terms, limits);
      expect(move).toBeLessThanOrEqual(limits.rises);
      expect(move).toBeGreaterThanOrEqual(-limits.relief);
      expect(told.reduce((sum, each) => sum + each.value, 0)).toBe(move);
    }
  }));
});
test('PH-1d decay is 4 and a tenth under consultation, 3 and a twelfth under rivalry', () => {
  expect([tensionDecay(55, 48), tensionDecay(65, 50), tensionDecay(65, 44)]).toEqual([9, 10, 8]);
});
test('PH-1d the floor rises with the programme and falls with institutions, within 0..60', () => {
  expect([tensionFloor(3, 0), tensionFloor(9, 0), tensionFloor(10, 0), tensionFloor(10, 5), tensionFloor(0, 5)]).toEqual([22, 46, 50, 35, 0]);
  expect(settleTension(24, -9, [], 22)).toEqual({ value: 22, terms: [{ code: 'floor', value: 7, params: { floor: 22 } }] });
});
test('PH-1e institutions wear the blocs down at dawn', () => {
  const r = over(withIndicators(begun().state, { INST: 3, BLOC: 38 }));
  phase(r, 'dawn', 1);
  openDawn(r);
  expect(r.state.indicators.BLOC).toBe(35);
});
test('PH-1a PH-3 dawn gives 4 AP, 5 to a seat at 70, 2 under 30; support returns by 2, never past its start', () => {
  const state = begun().state;
  const support = (id: string, ds: number) => ({ ...state.seats[id]!, ds, ap: 0 });
  const r = over({ ...state, seats: { ...state.seats, US: support('US', 70), CN: support('CN', 29), RU: support('RU', 59) } });
  phase(r, 'dawn', 1);
  openDawn(r);
  expect([r.state.seats['US']?.ap, r.state.seats['CN']?.ap, r.state.seats['RU']?.ap]).toEqual([5, 2, 4]);
  expect([r.state.seats['US']?.ds, r.state.seats['CN']?.ds, r.state.seats['RU']?.ds]).toEqual([68, 31, 60]);
});
test('IN-1 W = TEN + BLOC//2 - CON//2, and property: within -50..150', () => {
  expect(warIndex(65, 49, 50)).toBe(64);
  const gauge = fc.integer({ min: 0, max: 100 });
  fc.assert(fc.property(gauge, gauge, gauge, (ten, bloc, con) => {
    const w = warIndex(ten, bloc, con);
    expect(w).toBe(ten + Math.floor(bloc / 2) - Math.floor(con / 2));
    expect(w).toBeGreaterThanOrEqual(-50);
    expect(w).toBeLessThanOrEqual(150);
  }));
});
test('IN-4 doing nothing lets tension settle at the floor the programme sets', () => {
  const r = begun();
  for (let round = 1; round <= 6; round += 1) playRound(r, {}, round);
  expect(r.state.indicators.PRO).toBe(5);
  expect(r.state.indicators.TEN).toBe(26);
});
test('PH-2.14 one shelling a round with both sides backed: a visible brink in round 2, war in round 3, nobody scores', () => {
  const r = begun();
  for (let round = 1; round <= 3; round += 1) playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'back', CN: 'back' } }, round);
  expect(r.state.history.map((record) => record.brink)).toEqual([false, true, true]);
  expect(r.state.status).toBe('ended');
  expect(r.state.ending?.tier).toBe('war');
  expect(r.state.ending?.second).toEqual([]);
  expect(r.state.ending?.scores.every((seat) => seat.score === 0)).toBe(true);
  expect(r.state.news.map((item) => item.code)).toContain('fold.war.provoked');
});
test('PH-2.14 the same shellings with both sides restrained never reach 50', () => {
  const r = begun();
  for (let round = 1; round <= 8; round += 1) playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'restrain', CN: 'restrain' } }, round);
  expect(Math.max(...r.state.history.map((record) => record.indicators.W))).toBe(50);
  expect(r.state.ending).toMatchObject({ tier: 'stalemate', round: 8 });
});
