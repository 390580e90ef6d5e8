/** EV-4: seeded rounds of the shipped scenario, and E37 to E40 as variations that other scenarios bring. */
import { describe, expect, test } from 'vitest';
import { started } from '../../given.ts';
import { decideInvite } from '../../../src/rules/bilaterals.ts';
import { legalActions } from '../../../src/rules/actions.ts';
import { leakDelay } from '../../../src/rules/leaks.ts';
import { legalRemedies } from '../../../src/rules/scenarioEvents.ts';
import { revealRedLines } from '../../../src/rules/pressure.ts';
import { phase, withGiven } from '../table.ts';
import { after, alone, dawn, effects, finish, fired, indicators, pendedBy, set, trust } from './stage.ts';

describe('EV-4 seeds', () => {
  test('EV-4 drawn once at the start: 2..8, from 6 for E23, rounds 3 and 6 for E26; alike for the same seed', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { drawn } = started({ level: 'full', seed }).state.craft;
      expect(Object.keys(drawn).sort()).toEqual(['E19', 'E23', 'E26', 'E31']);
      expect([drawn['E19'], drawn['E31']].flat().every((round) => round !== undefined && round >= 2 && round <= 8)).toBe(true);
      expect(drawn['E23']?.every((round) => round >= 6 && round <= 8)).toBe(true);
      expect(drawn['E26']).toEqual([3, 6]);
      expect(started({ level: 'full', seed }).state.craft.drawn).toEqual(drawn);
    }
  });
  test('EV-4 the mandates are those of a match without seeded events', () => {
    const mandates = (level: 'core' | 'full') => Object.values(started({ level, seed: 11 }).state.seats).map((seat) => seat.mandate);
    expect(mandates('full')).toEqual(mandates('core'));
    expect(started({ level: 'core', seed: 11 }).state.craft.drawn).toEqual({});
    expect(Object.keys(started({ level: 'standard', seed: 11 }).state.craft.drawn)).toEqual(['E19']);
  });
});

describe('E37 to E40', () => {
  const E37 = { id: 'E37', kind: 'happening', rounds: [2], effects: [{ do: 'trust', a: 'RK', b: 'DK', value: 6 }, { do: 'freeMeeting', seat: 'RK', rounds: 1 }, { do: 'indicator', key: 'TEN', value: -6, when: { is: 'inForce', clause: 'MP01' } }] };
  const E38 = { id: 'E38', kind: 'happening', rounds: [2], effects: [{ do: 'noBilaterals', seat: 'DK', keptBy: 'MP04', rounds: 2 }, { do: 'pressure', value: 20, rounds: 2 }, { do: 'points', seat: 'DK', value: -4 }, { do: 'verification', value: 0, set: true, rounds: 2 }] };
  const E39 = { id: 'E39', kind: 'happening', rounds: [2], effects: [{ do: 'trust', a: 'US', b: 'RU', value: -40 }, { do: 'actionCost', seat: 'RU', actions: ['UA25'], ap: 0 }, { do: 'bidMost', event: 'E17', most: 1, when: { is: 'pair', pair: ['US', 'RU'], below: 20 } }], until: { is: 'not', of: { is: 'pair', pair: ['US', 'RU'], below: 25 } } };
  const E40 = { id: 'E40', kind: 'happening', trigger: { is: 'all', of: [{ is: 'acted', action: 'UA23', within: 1, by: ['RU', 'CN'] }, { is: 'pair', pair: ['US', 'RU'], below: 20 }] },
    effects: [{ do: 'verification', value: -1 }, { do: 'detection', value: 1 }, { do: 'pressure', value: -10 }], choices: [{ by: 'remedy', seats: ['US', 'JP', 'RK'], least: 3, ap: 1, instead: [{ do: 'pressure', value: 4 }] }] };

  test('E37 thaw: RK-DK +6, one meeting across hardened blocs is free, TEN -6 with exercises suspended', () => {
    const r = indicators(after(alone([], [E37])), { BLOC: 70 });
    expect(dawn(r).trust['DK-RK']).toBe(51);
    expect(pendedBy(r.state, 'E37')).toEqual([]);
    r.emit({ type: 'phaseOpened', round: 2, phase: 'bilateral', slot: 1, phaseSeq: 9 });
    r.emit({ type: 'seatMoved', seat: 'RK', set: { ap: 0 } });
    r.emit({ type: 'seatMoved', seat: 'US', set: { ap: 0 } });
    expect(decideInvite(r.scenario, r.state, 'RK', { type: 'invite', to: 'DK' })).toMatchObject([{ type: 'invited' }]);
    expect(decideInvite(r.scenario, r.state, 'US', { type: 'invite', to: 'DK' })).toMatchObject({ code: 'bloc-gap' });
    r.emit({ type: 'met', slot: 0, a: 'DK', b: 'RK' });
    expect(decideInvite(r.scenario, r.state, 'RK', { type: 'invite', to: 'CN' })).toMatchObject({ code: 'bloc-gap' });
    const quiet = set(after(alone([], [E37])), (state) => withGiven(state, ['MP01']));
    expect(pendedBy(dawn(quiet), 'E37')).toEqual([['ten', -6]]);
  });
  test('E38 sealed borders: DK meets nobody for two rounds, N -4, P +20, V 0; a hotline keeps one line', () => {
    const meets = (clauses: string[], met = false) => {
      const r = set(after(alone([], [E38])), (state) => withGiven(state, clauses));
      dawn(r);
      r.emit({ type: 'phaseOpened', round: 2, phase: 'bilateral', slot: 2, phaseSeq: 9 });
      if (met) r.emit({ type: 'met', slot: 1, a: 'CN', b: 'DK' });
      return decideInvite(r.scenario, r.state, 'CN', { type: 'invite', to: 'DK' });
    };
    expect([meets([]), meets(['MP04'], true)]).toMatchObject([{ code: 'cut-off' }, { code: 'cut-off' }]);
    expect(meets(['MP04'])).toMatchObject([{ type: 'invited' }]);
    const r = set(after(alone([], [E38])), (state) => withGiven(state, ['VE01', 'VE02']));
    expect(dawn(r).seats['DK']?.n).toBe(46);
    expect(finish(r, { levels: { US: 1, CN: 1, RU: 1, JP: 1, RK: 1 } }).indicators.V).toBe(0);
    expect(r.state.history.at(-1)?.paperPressure).toBe(45);
    dawn(r); finish(r); dawn(r);
    expect(finish(r).indicators.V).toBe(2);
  });
  test('E39 a war elsewhere: arms deals cost RU no AP, the Council finds no strong words until US-RU is 25', () => {
    const r = after(alone(['E17'], [E39]), 1, [{ seat: 'DK', action: 'UA01' }]);
    expect(dawn(r).trust['US-RU']).toBe(52 - 25); // TR-1 binds a sum to -25
    trust(r, { 'US-RU': 15 });
    phase(r, 'declaration');
    for (const seat of ['US', 'CN', 'RU', 'JP']) r.emit({ type: 'bidPlaced', event: 'E17', seat, bid: '3' });
    revealRedLines(r);
    expect(r.state.news.find((item) => item.code === 'fold.event.outcome')?.params['outcome']).toBe('E17.1');
    phase(r, 'secret');
    expect(legalActions(r.scenario, r.state, 'RU').find((each) => each.action === 'UA25')?.ap).toBe(0);
    expect(effects(dawn(r), 'E39')).not.toEqual([]);
    trust(r, { 'US-RU': 25 });
    expect(effects(dawn(r), 'E39')).toEqual([]);
  });
  test('E40 the panel ends: V -1, detection a round later, P -10; three states bring 4 back', () => {
    const vetoed = () => { const r = trust(set(after(alone([], [E40]), 1, [{ seat: 'RU', action: 'UA23' }]), (state) => withGiven(state, ['VE01'])), { 'US-RU': 15 }); dawn(r); return r; };
    const r = vetoed();
    expect(fired(r.state, 'E40')).toBe(true);
    expect(leakDelay(r.scenario, { ...r.state, indicators: { ...r.state.indicators, V: 1 } })).toBe(3);
    phase(r, 'secret');
    expect(legalRemedies(r.scenario, r.state, 'JP')).toEqual([{ event: 'E40', commitments: [], ap: 1, ds: 0 }]);
    const levels = { US: 4, CN: 4, RU: 4, JP: 4, RK: 4 };
    expect(finish(r, { levels }).indicators.V).toBe(0);
    expect(r.state.history.at(-1)?.paperPressure).toBe(90);
    const own = vetoed();
    finish(own, { levels, remedies: { US: [{ event: 'E40' }], JP: [{ event: 'E40' }], RK: [{ event: 'E40' }] } });
    dawn(own);
    finish(own, { levels });
    expect(own.state.history.at(-1)?.paperPressure).toBe(94);
    const byUs = trust(after(alone([], [E40]), 1, [{ seat: 'US', action: 'UA23' }]), { 'US-RU': 15 });
    expect(fired(dawn(byUs), 'E40')).toBe(false);
  });
});
