/** IS, IN-8, CO-13: what standing clauses make of the table. */
import { expect, test } from 'vitest';
import { allows } from '../../src/rules/level.ts';
import { clauseCost } from '../../src/rules/scenarioEvents.ts';
import { act, begun, over, phase, playRound, scenario, withGiven, withIndicators } from './table.ts';
import { revealRedLines } from '../../src/rules/pressure.ts';
import { commitmentOf } from '../../src/model/entries.ts';

const clause = (id: string) => scenario.clauses.find((spec) => spec.id === id)!;

test('IS-1 institutions are counted at the fold: in force from the first tranche, not before', () => {
  const r = over(withGiven(begun().state, ['AR02', 'AR03', 'MP04']));
  expect(r.state.indicators.INST).toBe(0);
  playRound(r);
  expect(r.state.indicators.INST).toBe(3);
  expect(r.state.history[0]?.terms.INST).toEqual([{ code: 'institution', value: 3 }]);
  expect(r.state.news.map((item) => item.code)).toContain('fold.institution.up');
});
test('IS-1 an institution one of its givers left no longer counts', () => {
  const r = over(withGiven(begun().state, ['AR02', 'MP04']));
  playRound(r);
  const left = commitmentOf(r.state, 'AR02-JP')!;
  r.emit({ type: 'commitmentMoved', commitment: left.id, state: 'reversed' });
  playRound(r, {}, 2);
  expect(r.state.indicators.INST).toBe(1);
});
test('IN-8 verification counts the inspection clauses in force, at most 3', () => {
  const r = over(withGiven(begun().state, ['VE01', 'VE02']));
  playRound(r);
  expect(r.state.indicators.V).toBe(2);
});
test('PH-1d institutions lower the floor of tension', () => {
  const calm = (institutions: string[]): number => {
    const r = over(withGiven(withIndicators(begun().state, { TEN: 24 }), institutions));
    for (const round of [1, 2]) playRound(r, {}, round);
    return r.state.indicators.TEN;
  };
  expect(calm([])).toBe(22);
  expect(calm(['AR02', 'AR03', 'MP04'])).toBeLessThan(22);
});
test('CO-13 the agreed ladder fixes every power at 3 in the round after a test, so that the spread is 0', () => {
  const r = over(withGiven(begun().state, ['AR05']));
  playRound(r, { levels: { US: 4, CN: 0 }, actions: { DK: [act('UA01')] } });
  expect(r.state.bound).toEqual({ US: 3, CN: 3, RU: 3, JP: 3 });
  phase(r, 'declaration', 2);
  r.emit({ type: 'declared', seat: 'CN', level: 0 });
  revealRedLines(r);
  expect(r.state.indicators.D).toBe(0);
  expect(['US', 'CN', 'RU', 'JP'].map((seat) => r.state.seats[seat]?.redLine)).toEqual([3, 3, 3, 3]);
});
test('IS-2 in a window architecture and the hotline cost half, rounded up; other clauses do not', () => {
  const open = { ...begun().state, round: 2, windowUntil: 3 };
  expect([clauseCost(scenario, open, clause('AR05'), 'US'), clauseCost(scenario, open, clause('MP04'), 'US'), clauseCost(scenario, open, clause('DN02'), 'DK')]).toEqual([2, 1, 5]);
  expect(clauseCost(scenario, { ...open, round: 4 }, clause('AR05'), 'US')).toBe(3);
});
test('M17 five institutions carry the talks through a walk-out', () => {
  const r = over(withGiven(begun().state, ['AR02', 'AR03', 'AR04', 'AR05', 'MP04']));
  playRound(r);
  playRound(r, { actions: { DK: [act('UA07')] } }, 2);
  expect(r.state.talks.open).toBe(true);
  expect(r.state.news.map((item) => item.code)).toContain('fold.walkOut.held');
});
test('CO-12 a joint exercise breaks the promise of both who made it', () => {
  const r = over(withGiven(begun().state, ['MP01']));
  playRound(r, { actions: { US: [act('UA12', { partner: 'RK' })], RK: [act('UA12')] } });
  expect([commitmentOf(r.state, 'MP01-US')?.state, commitmentOf(r.state, 'MP01-RK')?.state]).toEqual(['breached', 'breached']);
  const other = over(withGiven(begun().state, ['MP01']));
  playRound(other, { actions: { US: [act('UA12', { partner: 'JP' })], JP: [act('UA12')] } });
  expect(commitmentOf(other.state, 'MP01-US')?.state).toBe('performed');
});
test('LV M01 in core a principle all powers signed lifts no values, at the standard level it does', () => {
  expect([allows(scenario, begun().state, 'M01'), allows(scenario, begun({ level: 'standard' }).state, 'M01')]).toEqual([false, true]);
});
