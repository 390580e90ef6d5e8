/** WR: the worked first round of the rule book, step by step, with exactly its numbers. */
import { beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { evolve } from '../../src/engine/evolve.ts';
import type { ActionChoice, Actor, Command, SeatCommand, TableCommand } from '../../src/model/commands.ts';
import { isRefusal } from '../../src/model/commands.ts';
import type { MatchEvent } from '../../src/model/events.ts';
import type { PhaseId } from '../../src/model/ids.ts';
import type { MatchState } from '../../src/model/state.ts';
import { paperPressure, pressureOf } from '../../src/rules/pressure.ts';
import { waiting } from '../../src/rules/setup.ts';
import { defaultSide, legalSide } from '../../src/rules/sideTaking.ts';
import { act, nothing, options, scenario } from './table.ts';

describe('WR worked round (S1 round 1)', () => {
  let state: MatchState = waiting(scenario);
  const events: MatchEvent[] = [];
  let dawn: MatchState;
  let declared: MatchState;
  let revealed: MatchState;
  let folded: MatchState;

  /** Everything goes through the one door of the engine, as in a real match. */
  const seat = (id: string, command: SeatCommand): void => put({ kind: 'seat', seat: id }, command);
  const table = (command: TableCommand): void => put({ kind: 'table' }, command);
  const put = (actor: Actor, command: Command): void => {
    const decision = decide(scenario, state, actor, command);
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code} ${JSON.stringify(decision.params)}`);
    for (const event of decision) { state = evolve(state, event); events.push(event); }
  };
  const until = (phase: PhaseId): void => { while (state.phase !== phase) table({ type: 'advance', phaseSeq: state.phaseSeq }); };
  const choose = (...actions: readonly ActionChoice[]): SeatCommand => ({ type: 'choose', ...nothing, actions });

  beforeAll(() => {
    table({ type: 'start', options: options({ pinned: ['UA21'] }) });
    dawn = state;
    until('declaration');
    for (const [id, level] of Object.entries({ US: 3, CN: 2, RU: 2, JP: 3, RK: 2 })) seat(id, { type: 'declare', level });
    table({ type: 'advance', phaseSeq: state.phaseSeq });
    declared = state;
    until('secret');
    seat('DK', choose(act('UA02')));
    seat('US', choose(act('UA12', { partner: 'RK' })));
    seat('RK', choose(act('UA12', { partner: 'US' })));
    seat('CN', choose(act('UA21')));
    until('crisis');
    revealed = state;
    seat('US', { type: 'pickSide', side: 'restrain' });
    until('reveal');
    folded = state;
    until('declaration');
  });

  test('WR-0 the war index stands at 50 before the first dawn', () => {
    expect(waiting(scenario).indicators).toMatchObject({ TEN: 55, BLOC: 38, CON: 48, VAL: 45, D: 50, CM: 0, PRO: 3, INST: 0, V: 0, W: 50 });
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
    expect(legalSide(scenario, revealed, 'CN')).toEqual({ default: 'back', restrainAp: 0 });
    expect(folded.sealed.sides).toEqual({ US: 'restrain', CN: 'back' });
    expect(events.find((event) => event.type === 'sidesRevealed')).toMatchObject({ defaulted: ['CN'] });
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
    const moods = events.slice(0, events.findIndex((event) => event.type === 'roundClosed')).flatMap((event) => (event.type === 'indicatorsMoved' && event.set.CM !== undefined ? [event.set.CM] : []));
    expect(moods).toEqual([-4, -2]);
  });
  test('WR-12 the war index is 64, the next dawn cools to 55, and the leak is found at the dawn of round 4', () => {
    expect(folded.indicators.W).toBe(64);
    expect(folded.status).toBe('running');
    expect(folded.leaks['CN']).toEqual({ since: 1, foundAt: 4, found: false });
    expect([state.round, state.indicators.TEN]).toEqual([2, 55]);
  });
  test('WR every gauge explains itself: the terms of a move sum to the move', () => {
    let last = waiting(scenario).indicators;
    for (const event of events) {
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
