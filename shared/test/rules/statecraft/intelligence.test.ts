/** M04, AC-4, AC-7: what may be bought, and how secret acts come out. */
import { describe, expect, test } from 'vitest';
import { project } from '../../../src/index.ts';
import { sixParty, started, type Given } from '../../given.ts';

const brief = (): Given => started({ level: 'standard' }).until('brief');
const nothing = { type: 'choose', actions: [], dues: {}, reversals: [], denials: [], remedies: [] } as const;
const envoy = (): Given => brief().until('secret').and('US', { ...nothing, actions: [{ action: 'UA14' }] }).nextRound('brief');

describe('M04 intelligence', () => {
  test('M04 the brief is held from the standard level on', () => {
    expect(started({ level: 'core' }).tick().state.phase).toBe('declaration');
    expect(started({ level: 'standard' }).tick().state.phase).toBe('brief');
  });
  test('AC-7 one AP shows a pair of others exactly, for one round, to the buyer alone', () => {
    const asked = brief().and('US', { type: 'inquire', about: { kind: 'pair', a: 'CN', b: 'DK' } });
    const view = (seat: string, match: Given) => project(sixParty, match.state, { kind: 'seat', seat }).trust['CN-DK'];
    expect(view('US', brief())).toMatchObject({ exact: null, band: 2 });
    expect(view('US', asked)).toMatchObject({ exact: 48 });
    expect(view('JP', asked)).toMatchObject({ exact: null });
    expect(asked.state.seats['US']?.ap).toBe(3);
    expect(view('US', asked.nextRound('brief'))).toMatchObject({ exact: null });
  });
  test('AC-7 own pairs, a pair asked before, another phase or an empty purse are refused', () => {
    brief().when('US', { type: 'inquire', about: { kind: 'pair', a: 'US', b: 'DK' } }).refused('bad-inquiry');
    brief().and('US', { type: 'inquire', about: { kind: 'pair', a: 'CN', b: 'DK' } }).when('US', { type: 'inquire', about: { kind: 'pair', a: 'DK', b: 'CN' } }).refused('bad-inquiry');
    brief().until('plenary').when('US', { type: 'inquire', about: { kind: 'pair', a: 'CN', b: 'DK' } }).refused('wrong-phase');
    brief().seat('US', { ap: 1 }).when('US', { type: 'inquire', about: { kind: 'covert', seat: 'DK' } }).refused('no-ap', { need: 2, have: 1 });
    started({ level: 'core' }).until('bilateral').when('US', { type: 'inquire', about: { kind: 'pair', a: 'CN', b: 'DK' } }).refused('not-at-level');
  });
});

describe('AC-4 the secret envoy', () => {
  test('AC-4 private effects at once, public ones wait', () => {
    const quiet = brief().nextRound('brief').state;
    const sent = envoy().state;
    expect(sent.trust['US-DK']).toBe((quiet.trust['US-DK'] ?? 0) + 6);
    expect(sent.indicators.TEN).toBe(quiet.indicators.TEN);
    expect(sent.craft.hidden).toEqual([{ seat: 'US', action: 'UA14', round: 1, foundAt: null, open: 'hidden' }]);
    expect(project(sixParty, sent, { kind: 'seat', seat: 'JP' }).revealed).toEqual([]);
    expect(project(sixParty, sent, { kind: 'seat', seat: 'JP' }).history['1']?.actions ?? []).toEqual([]);
  });
  test('E33 asked for, it comes out: allies -6, mood down', () => {
    const found = envoy().and('CN', { type: 'inquire', about: { kind: 'channel', seat: 'US' } }).state;
    expect(found.craft.hidden[0]?.open).toBe('exposed');
    expect(found.craft.knowledge['CN']).toEqual([{ kind: 'channel', seat: 'US', found: true, round: 2 }]);
    expect(found.trust['US-JP']).toBe((envoy().state.trust['US-JP'] ?? 0) - 6);
    expect(found.pending.cm).toContainEqual(expect.objectContaining({ code: 'exposed', value: -3 }));
    expect(envoy().and('CN', { type: 'inquire', about: { kind: 'channel', seat: 'JP' } }).state.craft.knowledge['CN']).toEqual([{ kind: 'channel', seat: 'JP', found: false, round: 2 }]);
  });
  test('AC-4 disclosed at a later reveal it eases tension and hurts nobody; only one’s own can be disclosed', () => {
    const told = envoy().until('secret').and('US', { ...nothing, disclose: ['UA14'] });
    const silent = envoy().until('reveal').state;
    const state = told.until('reveal').state;
    expect(state.craft.hidden[0]?.open).toBe('disclosed');
    expect(state.indicators.TEN).toBe(Math.max(22, silent.indicators.TEN - 4));
    expect(state.trust['US-JP']).toBe(silent.trust['US-JP']);
    envoy().until('secret').when('JP', { ...nothing, disclose: ['UA14'] }).refused('cannot-disclose');
  });
});

test('E32 two AP bring out a running feint', () => {
  const base = brief();
  const feint = base.with((state) => ({
    commitments: [{
      id: 'x', proposal: 'p', line: 0, clause: 'VE02', giver: 'DK', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN', scope: 'plenary', adoptedAt: state.round, after: null,
      state: 'performed', tranches: [{ n: 1, state: 'feigned', due: 1, performedAt: 1, values: { US: 5 }, cost: 3 }], kept: 0, foundAt: 9, freeReversalUntil: null, deniable: false,
    }],
  }));
  const found = feint.and('JP', { type: 'inquire', about: { kind: 'covert', seat: 'DK' } }).state;
  expect(found.commitments[0]?.state).toBe('breached');
  expect(found.craft.knowledge['JP']).toEqual([{ kind: 'covert', seat: 'DK', found: ['x'], round: 1 }]);
  expect(base.and('JP', { type: 'inquire', about: { kind: 'covert', seat: 'DK' } }).state.craft.knowledge['JP']).toMatchObject([{ found: [] }]);
});
