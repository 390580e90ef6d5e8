/** EV, SE-5, SE-6: the script of the shipped scenario, its triggers and remedies. */
import { describe, expect, test } from 'vitest';
import { checkActions, legalActions, revealActs } from '../../src/rules/actions.ts';
import { openDawn } from '../../src/rules/dawn.ts';
import { clauseCost, legalRemedies } from '../../src/rules/scenarioEvents.ts';
import { act, begun, choose, given, nothing, over, phase, playRound, scenario, withIndicators } from './table.ts';
import { commitmentOf } from '../../src/model/entries.ts';

const dawn = (start: ReturnType<typeof begun>, round: number) => { phase(start, 'dawn', round); openDawn(start); return start.state; };
const unstarted = (clause: string, giver: string, extra = {}) => {
  const done = given(clause, giver);
  return { ...done, state: 'agreed' as const, kept: 0, tranches: done.tranches.map((tranche) => ({ ...tranche, state: 'pending' as const, performedAt: null, due: 9 })), ...extra };
};
const holding = (...list: ReturnType<typeof given>[]) => ({ ...begun().state, commitments: list });

test('SE-5 power moves from US to CN at the dawns of rounds 2 to 6, shares stay 100', () => {
  const r = begun();
  const shares: (number | null | undefined)[][] = [];
  for (let round = 1; round <= 7; round += 1) { const state = dawn(r, round); shares.push([state.seats['US']?.pow, state.seats['CN']?.pow]); }
  expect(shares).toEqual([[45, 20], [44, 21], [43, 22], [42, 23], [41, 24], [40, 25], [40, 25]]);
});

describe('E11 the cabinet changes', () => {
  test('E11 at the dawn of round 6: cabinet, trust, and three clauses cost the new one more', () => {
    const r = begun();
    const state = dawn(r, 6);
    expect(state.seats['RK']?.cabinet).toBe('hard');
    expect([state.trust['US-RK'], state.trust['DK-RK']]).toEqual([66, 33]);
    const cost = (id: string, giver: string) => clauseCost(scenario, state, scenario.clauses.find((spec) => spec.id === id)!, giver);
    expect([cost('EN01', 'RK'), cost('EN03', 'RK'), cost('EN07', 'RK'), cost('EN02', 'RK'), cost('EN02', 'US')]).toEqual([4, 8, 5, 3, 3]);
  });
  test('E11 not before', () => {
    expect(dawn(begun(), 5).seats['RK']?.cabinet).toBe('engage');
  });
});

describe('E10 the administration changes', () => {
  test('E10 at the dawn of round 7 unstarted and oral promises of US lapse, begun written ones and those of others stand', () => {
    const r = over(holding(unstarted('SA01', 'US'), given('SA02', 'US'), { ...given('SG06', 'US'), mode: 'ORAL' as const }, unstarted('EN01', 'RK')));
    const state = dawn(r, 7);
    expect(Object.fromEntries(state.commitments.map((each) => [each.clause, each.state]))).toEqual({ SA01: 'lapsed', SA02: 'performed', SG06: 'lapsed', EN01: 'agreed' });
    expect([state.trust['US-CN'], state.trust['US-DK'], state.trust['CN-RU']]).toEqual([48, 8, 65]);
    expect(state.news.map((item) => item.code)).toContain('fold.event.administrationChange.lapses');
  });
  test('E10 in round 6 the outgoing side may lock one promise for 2 AP, and it survives', () => {
    const r = over(holding(unstarted('SA01', 'US'), unstarted('SA03', 'US')));
    phase(r, 'secret', 5);
    expect(legalRemedies(scenario, r.state, 'US')).toEqual([]);
    phase(r, 'secret', 6);
    for (const seat of scenario.seats) r.emit({ type: 'seatMoved', seat: seat.id, set: { ap: 4 } });
    expect(legalRemedies(scenario, r.state, 'US')).toEqual([{ event: 'E10', commitments: ['SA01-US', 'SA03-US'], ap: 2, ds: 0 }]);
    expect(legalRemedies(scenario, r.state, 'CN')).toEqual([]);
    expect(checkActions(scenario, r.state, 'US', { ...nothing, remedies: [{ event: 'E10' }] })).toMatchObject({ code: 'unknown-remedy' });
    expect(checkActions(scenario, r.state, 'CN', { ...nothing, remedies: [{ event: 'E10', commitment: 'SA01-US' }] })).toMatchObject({ code: 'unknown-remedy' });
    playRound(r, { remedies: { US: [{ event: 'E10', commitment: 'SA01-US' }] } }, 6);
    expect(r.state.seats['US']?.ap).toBe(2);
    const state = dawn(r, 7);
    expect([commitmentOf(state, 'SA01-US')?.state, commitmentOf(state, 'SA03-US')?.state]).toEqual(['agreed', 'lapsed']);
  });
  test('E10 a match that ends before the change offers no lock', () => {
    const r = begun({ rounds: 6 });
    r.state = { ...r.state, commitments: holding(unstarted('SA01', 'US')).commitments };
    phase(r, 'secret', 6);
    expect(legalRemedies(scenario, r.state, 'US')).toEqual([]);
  });
});

describe('E16 guns answer an exercise', () => {
  const exercise = (TEN: number) => {
    const r = over(withIndicators(begun().state, { TEN }));
    playRound(r, { actions: { US: [act('UA12', { partner: 'RK' })], RK: [act('UA12')] } });
    phase(r, 'dawn', 2);
    openDawn(r);
    return r;
  };
  test('E16 after an exercise at tension 60 (at dawn) DK may shell without AP this round only', () => {
    const r = exercise(90);
    expect(r.state.indicators.TEN).toBeGreaterThanOrEqual(60);
    expect(r.state.free).toEqual({ DK: ['UA08'] });
    expect(legalActions(scenario, r.state, 'DK').find((each) => each.action === 'UA08')?.ap).toBe(0);
    phase(r, 'dawn', 3);
    openDawn(r);
    expect(r.state.free).toEqual({});
  });
  test('E16 not under tension 60, and not a second time', () => {
    expect(exercise(55).state.free).toEqual({});
    const r = exercise(90);
    playRound(r, { actions: { US: [act('UA12', { partner: 'RK' })], RK: [act('UA12')] } }, 2);
    phase(r, 'dawn', 3);
    openDawn(r);
    expect(r.state.free).toEqual({});
  });
  test('E16 scaling the exercise down costs support 3 and takes the free answer away', () => {
    const r = exercise(90);
    phase(r, 'secret');
    expect(legalRemedies(scenario, r.state, 'RK')).toEqual([{ event: 'E16', commitments: [], ap: 0, ds: -3 }]);
    choose(r, 'RK', { remedies: [{ event: 'E16' }] });
    choose(r, 'DK', { actions: [act('UA08')] });
    revealActs(r);
    expect(r.state.seats['DK']?.ap).toBe(3); // it still fires, but pays
    const poor = exercise(90);
    phase(poor, 'secret');
    poor.emit({ type: 'seatMoved', seat: 'DK', set: { ap: 0 } });
    choose(poor, 'RK', { remedies: [{ event: 'E16' }] });
    choose(poor, 'DK', { actions: [act('UA08')] });
    revealActs(poor);
    expect(poor.state.acts?.actions).toEqual([]);
    expect(poor.state.crisis).toBeNull();
  });
});

test('E36 the window closes after its rounds', () => {
  const r = over(withIndicators(begun().state, { CON: 50 }));
  playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'restrain', CN: 'restrain' } });
  expect(r.state.events['E36']).toBe(1);
  dawn(r, 3);
  expect(r.state.events['E36']).toBe(1);
  dawn(r, 4);
  expect(r.state.events['E36']).toBeUndefined();
});
test('LV an event of a higher level never fires', () => {
  const data = { ...scenario, events: scenario.events.map((event) => (event.id === 'E11' ? { ...event, id: 'E24' } : event)) };
  const r = begun({}, data);
  expect(dawn(r, 6).seats['RK']?.cabinet).toBe('engage');
  expect(dawn(begun({ level: 'standard' }, data), 6).seats['RK']?.cabinet).toBe('hard');
});
