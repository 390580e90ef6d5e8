/** WR: the worked first round of the rule book, step by step, with exactly its numbers. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recorder } from '../../src/engine/recorder.ts';
import type { MatchState } from '../../src/model/state.ts';
import { revealActs } from '../../src/rules/actions.ts';
import { openDawn } from '../../src/rules/dawn.ts';
import { foldRound } from '../../src/rules/fold.ts';
import { paperPressure, pressureOf, revealRedLines } from '../../src/rules/pressure.ts';
import { decidePickSide, defaultSide, legalSide } from '../../src/rules/sideTaking.ts';
import { isRefusal } from '../../src/model/commands.ts';
import { act, begun, choose, phase, scenario } from './table.ts';

describe('WR worked round (S1 round 1)', () => {
  let r: Recorder;
  let dawn: MatchState;
  let declared: MatchState;
  let revealed: MatchState;
  let folded: MatchState;

  beforeAll(() => {
    r = begun({ pinned: ['UA21'] });
    phase(r, 'dawn', 1);
    openDawn(r);
    dawn = r.state;
    phase(r, 'declaration');
    for (const [seat, level] of Object.entries({ US: 3, CN: 2, RU: 2, JP: 3, RK: 2 })) r.emit({ type: 'declared', seat, level });
    revealRedLines(r);
    declared = r.state;
    phase(r, 'plenary');
    phase(r, 'secret');
    choose(r, 'DK', { actions: [act('UA02')] });
    choose(r, 'US', { actions: [act('UA12', { partner: 'RK' })] });
    choose(r, 'RK', { actions: [act('UA12', { partner: 'US' })] });
    choose(r, 'CN', { actions: [act('UA21')] });
    revealActs(r);
    revealed = r.state;
    phase(r, 'crisis');
    const picked = decidePickSide(scenario, r.state, 'US', { type: 'pickSide', side: 'restrain' });
    if (isRefusal(picked)) throw new Error(picked.code);
    for (const event of picked) r.emit(event);
    phase(r, 'reveal');
    foldRound(r);
    folded = r.state;
  });

  test('WR-0 the war index stands at 50 before the first dawn', () => {
    expect(begun().state.indicators).toMatchObject({ TEN: 55, BLOC: 38, CON: 48, VAL: 45, D: 50, CM: 0, PRO: 3, INST: 0, V: 0, W: 50 });
  });
  test('WR-1 dawn cools tension to 46, leaves blocs at 38 and releases 4 AP each', () => {
    expect(dawn.indicators).toMatchObject({ TEN: 46, BLOC: 38 });
    expect(Object.values(dawn.seats).map((seat) => seat.ap)).toEqual([4, 4, 4, 4, 4, 4]);
  });
  test('WR-2 levels 3 2 2 3 (2) make divergence 25, and US and JP win support 2', () => {
    expect(declared.indicators.D).toBe(25);
    expect([declared.seats['US']?.ds, declared.seats['JP']?.ds, declared.seats['CN']?.ds]).toEqual([57, 54, 60]);
  });
  test('WR-4 the acts cost 1 AP each, the leak none', () => {
    expect(['US', 'CN', 'RU', 'JP', 'DK', 'RK'].map((seat) => revealed.seats[seat]?.ap)).toEqual([3, 4, 4, 4, 3, 3]);
  });
  test('WR-5 a launch at tension 46 is a provocation; China is silent and that means Back at consensus 48', () => {
    expect(revealed.crisis).toEqual({ action: 'UA02', provoker: 'DK', victims: ['JP', 'RK'], provokerPatrons: ['CN'], victimPatrons: ['US'] });
    expect(defaultSide(scenario, revealed)).toBe('back');
    expect(legalSide(scenario, { ...revealed, phase: 'crisis' }, 'CN')).toEqual({ default: 'back', restrainAp: 0 });
    expect(folded.sealed.sides).toEqual({ US: 'restrain', CN: 'back' });
    expect(r.events.find((event) => event.type === 'sidesRevealed')).toMatchObject({ defaulted: ['CN'] });
  });
  test('WR-6 tension rises 13 + 6 to 65, blocs 7 + 4 to 49, and the leak waits', () => {
    expect(folded.indicators).toMatchObject({ TEN: 65, BLOC: 49 });
  });
  test('WR-8 trust moves as printed, mean 51 and least 40', () => {
    expect(folded.trust).toMatchObject({
      'US-CN': 40, 'US-RU': 49, 'US-JP': 73, 'CN-RU': 64, 'CN-JP': 41, 'RU-JP': 44, 'US-RK': 56, 'JP-DK': 0, 'US-DK': 0, 'DK-RK': 41,
    });
  });
  test('WR-9 support and points at home, no rung by the first launch, the clock at 1', () => {
    expect(Object.fromEntries(Object.entries(folded.seats).map(([id, seat]) => [id, seat.ds]))).toEqual({ US: 59, CN: 61, RU: 60, JP: 54, DK: 64, RK: 57 });
    expect(Object.fromEntries(Object.entries(folded.seats).map(([id, seat]) => [id, seat.n]))).toEqual({ US: 50, CN: 53, RU: 50, JP: 50, DK: 51, RK: 49 });
    expect(folded.indicators.PRO).toBe(3);
    expect([folded.clock, folded.launches, folded.tests]).toEqual([1, 1, 0]);
  });
  test('WR-10 the wall looks like 57 and holds 18', () => {
    expect(paperPressure(scenario, folded)).toBe(57);
    expect(folded.history[0]).toMatchObject({ paperPressure: 57, pressure: 18 });
    expect(pressureOf(scenario, { US: 3, CN: 0, RU: 2, JP: 3, RK: 2 })).toEqual({ full: 37, spread: 3, effective: 18 });
  });
  test('WR-11 consensus walks to 50 and the mood of -4 fades to -2', () => {
    expect(folded.indicators).toMatchObject({ CON: 50, CM: -2 });
    const moods = r.events.flatMap((event) => (event.type === 'indicatorsMoved' && event.set.CM !== undefined ? [event.set.CM] : []));
    expect(moods).toEqual([-4, -2]);
  });
  test('WR-12 the war index is 64, the next dawn cools to 55, and the leak is found at the dawn of round 4', () => {
    expect(folded.indicators.W).toBe(64);
    expect(folded.status).toBe('running');
    expect(folded.leaks['CN']).toEqual({ since: 1, foundAt: 4, found: false });
    const next = begun({ pinned: ['UA21'] });
    next.state = folded;
    phase(next, 'dawn', 2);
    openDawn(next);
    expect(next.state.indicators.TEN).toBe(55);
  });
  test('WR every gauge explains itself: the terms of a move sum to the move', () => {
    let last = begun().state.indicators;
    for (const event of r.events) {
      if (event.type !== 'indicatorsMoved') continue;
      for (const key of ['TEN', 'BLOC', 'CM', 'CON', 'PRO', 'VAL'] as const) {
        const now = event.set[key];
        if (now === undefined) continue;
        expect((event.terms[key] ?? []).reduce((sum, term) => sum + term.value, 0), key).toBe(now - last[key]);
      }
      last = { ...last, ...event.set };
    }
  });
});
