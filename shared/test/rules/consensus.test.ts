/** IN-2, IN-3, IN-6: where consensus is drawn and how fast it gets there. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { FASTEST_FALL, FASTEST_RISE, consensusBand, consensusStep, consensusTarget, feltMood, nextConsensus } from '../../src/rules/consensus.ts';
import { half } from '../../src/rules/integers.ts';
import { act, begun, over, playRound, scenario, withIndicators } from './table.ts';

test('IN-2 the start of the scenario is its own target: 48', () => {
  expect(consensusTarget(55, 42, 45, 50, 0)).toBe(48);
});
test('IN-2 the worked round draws to 54 less the mood of -4', () => {
  expect(consensusTarget(51, 40, 45, 25, -4)).toBe(50);
});
test('IN-2 trust comes on foot and leaves on horseback: +6 or -12 a round', () => {
  expect([consensusStep(48, 80), consensusStep(48, 10), consensusStep(48, 50)]).toEqual([6, -12, 2]);
});
test('IN-2 property: the target is within 0..100, the step within -12..+6 and never past the target', () => {
  const gauge = fc.integer({ min: 0, max: 100 });
  fc.assert(fc.property(gauge, gauge, gauge, gauge, fc.integer({ min: -30, max: 30 }), gauge, (mean, least, values, d, mood, con) => {
    const target = consensusTarget(mean, least, values, d, mood);
    expect(target).toBeGreaterThanOrEqual(0);
    expect(target).toBeLessThanOrEqual(100);
    const step = consensusStep(con, target);
    expect(step).toBeGreaterThanOrEqual(FASTEST_FALL);
    expect(step).toBeLessThanOrEqual(FASTEST_RISE);
    expect(Math.abs(target - con - step)).toBeLessThanOrEqual(Math.abs(target - con));
  }));
});
test('IN-3 the mood fades by half toward zero', () => {
  expect([half(-4), half(-3), half(5), half(-1), half(1)]).toEqual([-2, -1, 2, 0, 0]);
});
test('IN-3 M01 from VAL 60 on a bad mood weighs half, a good one in full', () => {
  expect([feltMood(-12, 60, true), feltMood(-12, 59, true), feltMood(12, 60, true), feltMood(-12, 60, false)]).toEqual([-6, -12, 12, -12]);
  const shaken = (VAL: number) => nextConsensus(scenario, withIndicators(begun().state, { VAL, CM: -12, CON: 60 })).terms[0]?.params?.['modifier'];
  expect([shaken(70), shaken(45)]).toEqual(begun().state.options.level === 'core' ? [-12, -12] : [-6, -12]);
});
test('IN-2 B1 a test divides a table under 50 and unites one at 50, read before the fold', () => {
  const fear = (CON: number): number => {
    const r = over(withIndicators(begun().state, { CON }));
    playRound(r, { actions: { DK: [act('UA01')] } });
    const mood = r.events.find((event) => event.type === 'indicatorsMoved' && event.set.CM !== undefined);
    return mood?.type === 'indicatorsMoved' ? (mood.terms.CM ?? []).filter((term) => term.params?.['action'] === 'UA01').reduce((sum, term) => sum + term.value, 0) : 0;
  };
  expect([fear(49), fear(50)]).toEqual([-4, 5]);
});
test('IN-1 the mood is held within -30..30', () => {
  const r = over(withIndicators(begun().state, { CM: -28 }));
  playRound(r, { actions: { DK: [act('UA01'), act('UA08')] } });
  expect(r.events.filter((event) => event.type === 'indicatorsMoved' && event.set.CM !== undefined)[0]).toMatchObject({ set: { CM: -30 } });
});
test('IN-6 bands: 65 concert, 45 consultation, 30 rivalry', () => {
  expect([65, 64, 45, 44, 30, 29].map(consensusBand)).toEqual(['concert', 'consultation', 'consultation', 'rivalry', 'rivalry', 'blocs']);
});
test('IN-2 four powers at level 2 with joint acts build a concert, step by step', () => {
  const r = over({ ...begun().state, indicators: { ...begun().state.indicators, CON: 50 } });
  const one = { levels: { US: 2, CN: 2, RU: 2, JP: 2, RK: 2 }, actions: { CN: [act('UA20')] } };
  const path: number[] = [];
  for (let round = 1; round <= 5; round += 1) { playRound(r, one, round); path.push(r.state.indicators.CON); }
  expect(path[0]).toBe(56);
  expect(path.at(-1)).toBeGreaterThanOrEqual(65);
  expect(scenario.indicators.CON).toBe(48);
});
