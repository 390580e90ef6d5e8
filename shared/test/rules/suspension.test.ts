/** SU: how talks stop and come back. */
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/model/commands.ts';
import { revealActs } from '../../src/rules/actions.ts';
import { foldRound } from '../../src/rules/fold.ts';
import { decidePreStep, legalPreSteps, mayResume, preStepsNeeded } from '../../src/rules/suspension.ts';
import { act, begun, over, phase, playRound, scenario } from './table.ts';

/** Talks suspended by a walk-out in round 1, now in the plenary of round 2. */
function suspended() {
  const r = begun();
  playRound(r, { actions: { DK: [act('UA07')] } });
  phase(r, 'dawn', 2);
  phase(r, 'plenary');
  return r;
}
function playOut(r: ReturnType<typeof suspended>): void {
  revealActs(r);
  phase(r, 'reveal');
  foldRound(r);
}
function step(r: ReturnType<typeof suspended>, seat: string, clause: string) {
  const receivers = legalPreSteps(scenario, r.state, seat).find((each) => each.clause === clause)?.receivers[0] ?? [];
  const events = decidePreStep(scenario, r.state, seat, { type: 'preStep', clause, receivers });
  if (isRefusal(events)) throw new Error(`${seat} ${clause}: ${events.code}`);
  for (const event of events) r.emit(event);
}

test('SU-1 a walk-out suspends the talks at the fold and costs mood -4 and trust with all', () => {
  const r = begun();
  playRound(r, { actions: { DK: [act('UA07')] } });
  expect(r.state.talks).toMatchObject({ open: false, suspendedSince: 1, suspendedRounds: 0 });
  expect(r.state.trust).toMatchObject({ 'CN-DK': 42, 'US-DK': 8 });
  expect(r.state.news.map((item) => item.code)).toContain('fold.suspended.walkOut');
});
test('SU-1 two refused drafts in a row suspend too; in core the chair stays and pays nothing', () => {
  const state = begun().state;
  const r = over({ ...state, talks: { ...state.talks, refusedDrafts: 2 } });
  playRound(r);
  expect(r.state.talks).toMatchObject({ open: false, refusedDrafts: 0, chair: 'CN' });
  expect(r.state.seats['CN']?.n).toBe(50);
  const standard = begun({ level: 'standard' });
  const grown = over({ ...standard.state, talks: { ...standard.state.talks, refusedDrafts: 2 } });
  playRound(grown);
  expect(grown.state.talks.chair).toBe('RU'); // E34
  expect(grown.state.seats['CN']?.n).toBe(48);
});
test('SU-2 each fold while suspended costs mood 3, and the rounds are counted', () => {
  const r = begun();
  playRound(r, { actions: { DK: [act('UA07')] } });
  const mood = r.state.indicators.CM;
  playRound(r, {}, 2);
  expect(r.state.indicators.CM).toBe(Math.trunc((mood - 3) / 2) + 0);
  expect(r.state.talks).toMatchObject({ suspendedRounds: 1, longestSuspension: 1 });
  playRound(r, {}, 3);
  expect(r.state.talks).toMatchObject({ suspendedRounds: 2, longestSuspension: 2 });
});
test('SU-3 the sum needed grows by 2 a round; 0 while the talks run', () => {
  expect(preStepsNeeded(begun().state)).toBe(0);
  const r = suspended();
  expect(preStepsNeeded(r.state)).toBe(10);
  expect(preStepsNeeded({ ...r.state, round: 3 })).toBe(12);
  const starts = begun().state;
  expect(preStepsNeeded({ ...starts, round: 1, talks: { ...starts.talks, open: false, suspendedSince: 1 } })).toBe(8);
});

describe('SU-3 first steps', () => {
  test('SU-3 refused while the talks run, outside the plenary, for a clause of another giver', () => {
    const r = begun();
    phase(r, 'plenary', 1);
    expect(decidePreStep(scenario, r.state, 'DK', { type: 'preStep', clause: 'DN01', receivers: [] })).toMatchObject({ code: 'only-suspended' });
    const shut = suspended();
    expect(decidePreStep(scenario, shut.state, 'US', { type: 'preStep', clause: 'DN01', receivers: [] })).toMatchObject({ code: 'cannot-give' });
    expect(decidePreStep(scenario, shut.state, 'DK', { type: 'preStep', clause: 'ZZ', receivers: [] })).toMatchObject({ code: 'unknown-clause' });
    expect(decidePreStep(scenario, shut.state, 'DK', { type: 'preStep', clause: 'DN01', receivers: ['US'] })).toMatchObject({ code: 'wrong-receiver' });
    phase(shut, 'secret');
    expect(legalPreSteps(scenario, shut.state, 'DK')).toEqual([]);
  });
  test('SU-3 a step is performed at once: booked, +4 trust with its receivers, worth its cost, and not offered again', () => {
    const r = suspended();
    const before = r.state.trust['US-DK'] ?? 0;
    step(r, 'DK', 'DN01');
    expect(r.state.talks.preSteps).toEqual([{ seat: 'DK', clause: 'DN01', worth: 4 }]);
    expect(r.state.trust['US-DK']).toBe(before + 4);
    expect(r.state.commitments.find((each) => each.clause === 'DN01')?.tranches[0]).toMatchObject({ state: 'performed', cost: 4 });
    expect(legalPreSteps(scenario, r.state, 'DK').some((each) => each.clause === 'DN01')).toBe(false);
  });
  test('SU-3 the sum alone is not enough: the proliferator, the leading power across the blocs and two others must have moved', () => {
    const r = suspended();
    step(r, 'DK', 'DN01');
    step(r, 'DK', 'DN05');
    step(r, 'JP', 'SA06');
    expect(mayResume(scenario, r.state)).toBe(false); // 14 of 10, but no US
    step(r, 'US', 'SG01');
    expect(mayResume(scenario, r.state)).toBe(false); // one other only
    step(r, 'RK', 'EN01');
    expect(mayResume(scenario, r.state)).toBe(true);
  });
  test('SU-3 resumed at the fold: chair +3, mood +4 after the halving, contributors +2 with each other', () => {
    const r = suspended();
    for (const [seat, clause] of [['DK', 'DN01'], ['US', 'SG01'], ['JP', 'SA06'], ['RK', 'EN01']] as const) step(r, seat, clause);
    const steps = r.state;
    phase(r, 'secret');
    playOut(r);
    expect(r.state.talks).toMatchObject({ open: true, suspendedSince: null, preSteps: [] });
    expect(r.state.seats['CN']?.n).toBe((steps.seats['CN']?.n ?? 0) + 3);
    expect(r.state.trust['US-JP']).toBe((steps.trust['US-JP'] ?? 0) - 1 + 2);
    expect(r.state.indicators.CM).toBe(Math.trunc((steps.indicators.CM - 3) / 2) + 4);
    expect(r.state.news.map((item) => item.code)).toContain('fold.resumed');
  });
});
