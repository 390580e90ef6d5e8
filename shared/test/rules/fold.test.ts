/** PH-2: the fold as a whole: order, what waits for it, and ranges that hold whatever seats do. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { ActionChoice } from '../../src/model/commands.ts';
import { legalActions } from '../../src/rules/actions.ts';
import { foldRound } from '../../src/rules/fold.ts';
import { warIndex } from '../../src/rules/war.ts';
import { SEATS, act, begun, given, over, playRound, scenario, withIndicators } from './table.ts';
import { commitmentOf, withEntries } from '../../src/model/entries.ts';

test('RL-8 test, second launch and clock in one round are two rungs, and the cut is told', () => {
  const start = begun().state;
  const r = over({ ...start, clock: 2, seats: { ...start.seats, DK: { ...start.seats['DK']!, used: { UA02: 1 } } } });
  playRound(r, { actions: { DK: [act('UA01'), act('UA02')] } });
  expect(r.state.indicators.PRO).toBe(5);
  expect(r.state.history[0]?.terms.PRO?.map((term) => [term.code, term.value])).toEqual([['action', 1], ['action', 1], ['clock', 1], ['bound', -1]]);
});
test('PH-2.6 PH-2.7 what was pended before the fold counts in it, on top of actions and under the common cap, once', () => {
  const r = begun();
  r.emit({ type: 'pended', pending: { ten: [{ code: 'objection', value: 3 }], bloc: [{ code: 'objection', value: 4 }], cm: [{ code: 'objection', value: -6 }] } });
  playRound(r);
  expect(r.state.indicators).toMatchObject({ TEN: 49, BLOC: 42, CM: -3 });
  expect(r.state.pending).toEqual({ ten: [], bloc: [], cm: [] });
});
test('PH-2.11 a feint everybody can check is found in the same fold, and its price counts before consensus moves', () => {
  const feint = given('VE01', 'DK', 1, { state: 'performed', foundAt: 1, mode: 'WRITTEN' });
  const start = begun().state;
  const r = over({ ...start, commitments: [{ ...feint, tranches: feint.tranches.map((tranche) => ({ ...tranche, state: 'feigned' as const })) }] });
  const before = r.state.trust['DK-RK'] ?? 0;
  r.state = { ...r.state, round: 0, commitments: withEntries(r.state.commitments, [{ ...commitmentOf(r.state, feint.id)!, foundAt: 2 }]) };
  playRound(r, {}, 1);
  expect(r.state.trust['DK-RK']).toBe(before);
  r.state = { ...r.state, round: 2, phase: 'reveal', history: r.state.history, acts: null, crisis: null };
  foldRound(r);
  expect(commitmentOf(r.state, feint.id)?.state).toBe('breached');
  expect(r.state.trust['DK-RK']).toBe(before - 15);
  expect(r.events.filter((event) => event.type === 'indicatorsMoved' && event.terms.CM?.some((term) => term.code === 'breach'))).toHaveLength(1);
});
test('DS-2 support stays within 0..100', () => {
  const start = begun().state;
  const r = over({ ...start, seats: { ...start.seats, DK: { ...start.seats['DK']!, ds: 100 } } });
  playRound(r, { actions: { DK: [act('UA01'), act('UA02')] } });
  expect(r.state.seats['DK']?.ds).toBe(100);
});
test('PH-2.16 PH-6 the last round of the match ends it, with the tier and every score', () => {
  const r = begun({ rounds: 2 });
  playRound(r);
  expect(r.state.status).toBe('running');
  playRound(r, {}, 2);
  expect(r.state.status).toBe('ended');
  expect(r.state.ending?.scores).toHaveLength(6);
  expect(r.events.slice(-3).map((event) => event.type)).toEqual(['newsPosted', 'newsPosted', 'matchEnded']);
});
test('PH-2 two runs of the same acts give the same events', () => {
  const run = () => { const r = begun({ pinned: ['UA21'] }); for (const round of [1, 2, 3]) playRound(r, { actions: { DK: [act('UA02'), act('UA03')], CN: [act('UA21'), act('UA20')], US: [act('UA18')] } }, round); return r.events; };
  expect(run()).toEqual(run());
});

/** One round of anything legal, by numbers. */
const round = fc.record({
  levels: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
  picks: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat()), { maxLength: 10 }),
  us: fc.constantFrom('back' as const, 'restrain' as const), cn: fc.constantFrom('back' as const, 'restrain' as const),
});
test('IN-1 property: whatever is played for eight rounds, every gauge keeps its range, W its formula, and terms explain every move', () => {
  fc.assert(fc.property(fc.array(round, { minLength: 8, maxLength: 8 }), (rounds) => {
    const r = begun({ pinned: ['UA21'] });
    for (const [i, { levels, picks, us, cn }] of rounds.entries()) {
      if (r.state.status !== 'running') break;
      const actions: Record<string, ActionChoice[]> = {};
      for (const [seatAt, n] of picks) {
        const seat = SEATS[seatAt] ?? 'US';
        const menu = legalActions(scenario, { ...r.state, seats: { ...r.state.seats, [seat]: { ...r.state.seats[seat]!, ap: 2 } } }, seat).filter((entry) => entry.ok);
        const entry = menu[n % Math.max(1, menu.length)];
        const own = actions[seat] ?? [];
        if (!entry || own.length > 1 || own.some((each) => each.action === entry.action)) continue;
        const partner = entry.partners[0];
        actions[seat] = [...own, act(entry.action, partner ? { partner } : {})];
      }
      const before = r.events.length;
      const start = r.state;
      playRound(r, { levels: { US: levels[0]!, CN: levels[1]!, RU: levels[2]!, JP: levels[3]!, RK: levels[4]! }, actions, sides: { US: us, CN: cn } }, i + 1);
      const { TEN, BLOC, CON, VAL, D, CM, PRO, V, INST, W } = r.state.indicators;
      for (const value of [TEN, BLOC, CON, VAL, D, ...Object.values(r.state.trust), ...Object.values(r.state.seats).map((seat) => seat.ds)]) { expect(value).toBeGreaterThanOrEqual(0); expect(value).toBeLessThanOrEqual(100); }
      expect(Math.abs(CM)).toBeLessThanOrEqual(30);
      expect([PRO >= 0 && PRO <= 10, V >= 0 && V <= 3, INST >= 0 && INST <= 5]).toEqual([true, true, true]);
      expect(W).toBe(warIndex(TEN, BLOC, CON));
      expect(TEN - (r.state.acts?.tensionBefore ?? 0)).toBeLessThanOrEqual(24);
      expect(BLOC - start.indicators.BLOC).toBeLessThanOrEqual(12);
      for (const seat of Object.values(r.state.seats)) { expect(seat.ap).toBeGreaterThanOrEqual(0); expect(seat.n).toBe(50 + seat.nTerms.reduce((sum, term) => sum + term.value, 0)); }
      let last = start.indicators;
      for (const event of r.events.slice(before)) {
        if (event.type !== 'indicatorsMoved') continue;
        for (const key of ['TEN', 'BLOC', 'CM', 'CON', 'PRO', 'VAL', 'V', 'INST'] as const) {
          const now = event.set[key];
          if (now !== undefined) expect((event.terms[key] ?? []).reduce((sum, term) => sum + term.value, 0), key).toBe(now - last[key]);
        }
        last = { ...last, ...event.set };
      }
    }
  }), { numRuns: 60 });
});
test('IN-2 the fold reads consensus from the trust it has just booked', () => {
  const r = over(withIndicators(begun().state, { CON: 60 }));
  playRound(r, { actions: { DK: [act('UA01')] } });
  const order = r.events.filter((event) => event.type === 'trustMoved' || (event.type === 'indicatorsMoved' && event.set.CON !== undefined)).map((event) => event.type);
  expect(order).toEqual(['trustMoved', 'indicatorsMoved']);
});
