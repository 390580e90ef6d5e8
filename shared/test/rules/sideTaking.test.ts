/** SI and M12: provocations, patrons, picks, and what the four outcomes do. */
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/model/commands.ts';
import { commitmentOf } from '../../src/model/entries.ts';
import type { RoundActs } from '../../src/model/state.ts';
import { answersTo, decideAnswerAct } from '../../src/rules/answers.ts';
import { decidePickSide, decideStandDown, defaultSide, legalSide, legalStand, outcomeOf, provocationOf } from '../../src/rules/sideTaking.ts';
import { finishRound, foldRound, needsHotline } from '../../src/rules/fold.ts';
import { act, begun, over, phase, playRound, scenario, withGiven, withIndicators } from './table.ts';

const acts = (actions: RoundActs['actions'], tensionBefore = 50): RoundActs => ({ actions, dues: [], tensionBefore });
const shell = (sides: Record<string, 'back' | 'restrain'>, start = begun()) => { playRound(start, { actions: { DK: [act('UA08')] }, sides }); return start.state; };

describe('SI-1 which act opens a crisis', () => {
  test('SI-1 a launch only from tension 35', () => {
    expect(provocationOf(scenario, acts([{ seat: 'DK', action: 'UA02' }], 34))).toBeNull();
    expect(provocationOf(scenario, acts([{ seat: 'DK', action: 'UA02' }], 35))?.action).toBe('UA02');
  });
  test('SI-1 of several the one with the highest tension', () => {
    expect(provocationOf(scenario, acts([{ seat: 'DK', action: 'UA08', target: 'RK' }, { seat: 'DK', action: 'UA01' }]))?.action).toBe('UA01');
    expect(provocationOf(scenario, acts([{ seat: 'RK', action: 'UA08', target: 'DK' }, { seat: 'DK', action: 'UA08', target: 'RK' }]))?.provoker).toBe('DK');
  });
  test('SI-1 exercises and restarts are no provocations', () => {
    expect(provocationOf(scenario, acts([{ seat: 'US', action: 'UA12', partner: 'RK' }, { seat: 'DK', action: 'UA04' }]))).toBeNull();
  });
  test('SI-3 a shelling has the other Korea as victim, a test Japan and the ROK', () => {
    expect(provocationOf(scenario, acts([{ seat: 'RK', action: 'UA08' }]))).toEqual({ action: 'UA08', provoker: 'RK', victims: ['DK'], provokerPatrons: ['US'], victimPatrons: ['CN'] });
    expect(provocationOf(scenario, acts([{ seat: 'DK', action: 'UA01' }]))?.victims).toEqual(['JP', 'RK']);
  });
  test('SI-2 a patron of both sides plays the victim\'s; several patrons back if any backs', () => {
    const torn = { ...scenario, patrons: [...scenario.patrons, { patron: 'RU', client: 'DK' }, { patron: 'CN', client: 'RK' }] };
    const crisis = provocationOf(torn, acts([{ seat: 'DK', action: 'UA08', target: 'RK' }]))!;
    expect(crisis).toMatchObject({ provokerPatrons: ['RU'], victimPatrons: ['US', 'CN'] });
    const result = outcomeOf(crisis, { RU: 'restrain', US: 'restrain', CN: 'back' });
    expect(result).toMatchObject({ outcome: { code: 'victimBacked' }, provokerSide: ['RU'], victimSide: ['CN'] });
  });
});

describe('M12 the four outcomes of a shelling', () => {
  test('M12 both back: tension +12, blocs +10, pair -10, support +3', () => {
    const state = shell({ US: 'back', CN: 'back' });
    expect(state.indicators).toMatchObject({ TEN: 46 + 24, BLOC: 38 + 12 });
    expect(state.trust['US-CN']).toBe(50 - 10 - 1);
    expect([state.seats['US']?.ds, state.seats['CN']?.ds]).toEqual([60, 63]);
  });
  test('M12 the provoker backed alone: +6, +4, pair -6, the restrained client -12 with its patron', () => {
    const state = shell({ US: 'restrain', CN: 'back' });
    expect(state.indicators).toMatchObject({ TEN: 46 + 18, BLOC: 38 + 10 });
    expect([state.trust['US-CN'], state.trust['US-RK']]).toEqual([43, 48]);
  });
  test('M12 the victim backed alone: +3, +2, pair -2, the provoker -12 with its patron and -4 points', () => {
    const state = shell({ US: 'back', CN: 'restrain' });
    expect(state.indicators).toMatchObject({ TEN: 46 + 15, BLOC: 38 + 8 });
    expect([state.trust['US-CN'], state.trust['CN-DK'], state.seats['DK']?.n]).toEqual([47, 36, 46]);
  });
  test('M12 both restrain: -6, -4, pair +6, values +2, clients -5, provoker -6 points, support -2', () => {
    const state = shell({ US: 'restrain', CN: 'restrain' });
    expect(state.indicators).toMatchObject({ TEN: 46 + 6, BLOC: 38 + 2, VAL: 47 });
    expect([state.trust['US-CN'], state.trust['CN-DK'], state.trust['US-RK'], state.seats['DK']?.n]).toEqual([55, 43, 55, 44]);
    expect([state.seats['US']?.ds, state.seats['CN']?.ds]).toEqual([55, 58]);
  });
  test('SI-3 with two victims each is half disappointed: -6 or -3', () => {
    const test1 = begun();
    playRound(test1, { actions: { DK: [act('UA01')] }, sides: { US: 'restrain', CN: 'back' } });
    expect([test1.state.trust['US-JP'], test1.state.trust['US-RK']]).toEqual([80 - 6 - 1, 60 - 6]);
    const both = begun();
    playRound(both, { actions: { DK: [act('UA01')] }, sides: { US: 'restrain', CN: 'restrain' } });
    expect([both.state.trust['US-JP'], both.state.trust['US-RK']]).toEqual([80 - 3 - 1, 60 - 3]);
  });
});

describe('SI-4 picks', () => {
  test('SI-4 silence backs under consensus 50, restrains from 50 or with four institutions', () => {
    const state = begun().state;
    expect(defaultSide(scenario, withIndicators(state, { CON: 49 }))).toBe('back');
    expect(defaultSide(scenario, withIndicators(state, { CON: 50 }))).toBe('restrain');
    expect(defaultSide(scenario, withIndicators(state, { CON: 20, INST: 4 }))).toBe('restrain');
  });
  test('SI-4 only a patron may pick, only in a crisis; a second pick replaces the first', () => {
    const r = begun();
    phase(r, 'crisis', 1);
    expect(decidePickSide(scenario, r.state, 'US', { type: 'pickSide', side: 'back' })).toMatchObject({ code: 'no-crisis' });
    r.emit({ type: 'crisisOpened', crisis: { action: 'UA08', provoker: 'DK', victims: ['RK'], provokerPatrons: ['CN'], victimPatrons: ['US'] } });
    expect(decidePickSide(scenario, r.state, 'JP', { type: 'pickSide', side: 'back' })).toMatchObject({ code: 'not-a-patron' });
    for (const side of ['back', 'restrain'] as const) {
      const events = decidePickSide(scenario, r.state, 'US', { type: 'pickSide', side });
      if (isRefusal(events)) throw new Error(events.code);
      for (const event of events) r.emit(event);
    }
    expect(r.state.sealed.sides).toEqual({ US: 'restrain' });
    phase(r, 'secret');
    expect(decidePickSide(scenario, r.state, 'US', { type: 'pickSide', side: 'back' })).toMatchObject({ code: 'wrong-phase' });
  });
  test('SI-4 M13 at blocs 75 restraint costs an AP, or support without one', () => {
    const hard = withIndicators(begun().state, { BLOC: 80 });
    const r = over(hard);
    playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'restrain', CN: 'back' } });
    expect(r.state.seats['US']?.ap).toBe(3);
    const crisis = { action: 'UA08', provoker: 'DK', victims: ['RK'], provokerPatrons: ['CN'], victimPatrons: ['US'] };
    expect(legalSide(scenario, { ...hard, phase: 'crisis', crisis }, 'US')).toEqual({ default: 'back', restrainAp: 1 });
    const spent = over({ ...hard, phase: 'crisis', round: 1, crisis, sealed: { ...hard.sealed, sides: { US: 'restrain', CN: 'back' } } });
    phase(spent, 'reveal');
    foldRound(spent);
    expect(spent.state.seats['US']?.ds).toBe(55 - 3);
  });
  test('SI-5 E36 both restrain at consensus 50 opens the window: mood +3, two rounds', () => {
    const r = over(withIndicators(begun().state, { CON: 50 }));
    playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'restrain', CN: 'restrain' } });
    expect(r.state.windowUntil).toBe(3);
    expect(r.state.news.map((item) => item.code)).toContain('fold.event.window');
    expect(shell({ US: 'restrain', CN: 'restrain' }).windowUntil).toBeNull(); // consensus 48
  });
  test('CO-12 backing one\'s own provoking client breaks the pledge not to', () => {
    const r = over(withGiven(begun().state, ['AR06']));
    playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'back', CN: 'back' } });
    expect(commitmentOf(r.state, 'AR06-CN')?.state).toBe('breached');
    expect(commitmentOf(r.state, 'AR06-US')?.state).not.toBe('breached');
  });
});

describe('AC-5 mediation in step 7', () => {
  test('AC-5 a power answers a mediator, nobody answers himself or a phantom', () => {
    const r = begun();
    phase(r, 'crisis', 1);
    r.emit({ type: 'actsRevealed', acts: acts([{ seat: 'CN', action: 'UA20' }]) });
    expect(decideAnswerAct(scenario, r.state, 'US', { type: 'answerAct', from: 'CN', action: 'UA20', accept: true })).toEqual([{ type: 'actAnswered', from: 'CN', action: 'UA20', by: 'US', accept: true }]);
    expect(decideAnswerAct(scenario, r.state, 'CN', { type: 'answerAct', from: 'CN', action: 'UA20', accept: true })).toMatchObject({ code: 'no-mediation' });
    expect(decideAnswerAct(scenario, r.state, 'US', { type: 'answerAct', from: 'RU', action: 'UA20', accept: true })).toMatchObject({ code: 'no-mediation' });
    expect(decideAnswerAct(scenario, r.state, 'RK', { type: 'answerAct', from: 'CN', action: 'UA20', accept: true })).toMatchObject({ code: 'no-mediation' });
  });
});

test('AC-5 an answer given counts over the default, for that mediator only', () => {
  const r = begun();
  phase(r, 'crisis', 1);
  r.emit({ type: 'actsRevealed', acts: acts([{ seat: 'CN', action: 'UA20' }, { seat: 'RK', action: 'UA20' }]) });
  for (const [by, accept] of [['US', true], ['RU', false]] as const) {
    const events = decideAnswerAct(scenario, r.state, by, { type: 'answerAct', from: 'CN', action: 'UA20', accept });
    if (isRefusal(events)) throw new Error(events.code);
    for (const event of events) r.emit(event);
  }
  expect(answersTo(scenario, r.state, { seat: 'CN', action: 'UA20' })).toEqual({ accepters: ['US'], refusers: ['RU', 'JP'] }); // consensus 48
  expect(answersTo(scenario, r.state, { seat: 'RK', action: 'UA20' }).accepters).toEqual([]);
});

describe('PH-5 the hotline', () => {
  const brink = () => {
    const r = over(withGiven(withIndicators(begun().state, { TEN: 75, BLOC: 60 }), ['MP04']));
    playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'back', CN: 'back' } });
    return r;
  };
  test('PH-5 at the brink with the hotline the fold stops after the war index and waits', () => {
    const r = brink();
    expect(r.state.indicators.W).toBeGreaterThanOrEqual(80);
    expect(needsHotline(r)).toBe(true);
    expect(r.state.history).toHaveLength(0);
  });
  test('PH-5 each stand-down takes 4 off tension and 2 off support; silence stands down; then the round ends', () => {
    const r = brink();
    phase(r, 'hotline');
    expect(legalStand(scenario, r.state, 'DK')).toBe(true);
    expect(legalStand(scenario, r.state, 'RK')).toBe(false);
    const held = decideStandDown(scenario, r.state, 'DK', { type: 'standDown', stand: 'hold' });
    if (isRefusal(held)) throw new Error(held.code);
    for (const event of held) r.emit(event);
    const before = r.state;
    finishRound(r);
    expect(r.state.indicators.TEN).toBe(before.indicators.TEN - 16);
    expect(r.state.indicators.W).toBe(before.indicators.W - 16);
    expect(r.state.seats['US']?.ds).toBe((before.seats['US']?.ds ?? 0) - 2);
    expect(r.state.seats['DK']?.ds).toBe(before.seats['DK']?.ds);
    expect(r.state.history).toHaveLength(1);
    expect(r.state.history[0]?.terms.TEN?.some((term) => term.code === 'hotline')).toBe(true);
    expect(needsHotline(r)).toBe(false);
  });
  test('PH-5 without the clause nobody is asked, and the round ends at once', () => {
    const r = over(withIndicators(begun().state, { TEN: 75, BLOC: 60 }));
    playRound(r, { actions: { DK: [act('UA08')] }, sides: { US: 'back', CN: 'back' } });
    expect(needsHotline(r)).toBe(false);
    expect(r.state.history).toHaveLength(1);
    expect(decideStandDown(scenario, r.state, 'US', { type: 'standDown', stand: 'down' })).toMatchObject({ code: 'no-hotline' });
  });
});
