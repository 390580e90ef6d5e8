/** DS-3, DS-4, M22, PR-10, M21: what a signature costs at home, and what is agreed over somebody's head. */
import { describe, expect, it } from 'vitest';
import { legalActs, project } from '../../../src/index.ts';
import { signedByAll } from '../../given.ts';
import type { Given } from '../../given.ts';
import { agreed, agreedBetween, choose, codes, line, meeting, plenary, promise, quiet, states, trust } from './desk.ts';

describe('DS-3 ratification', () => {
  const signed = (ds = 20): Given => agreed(plenary().seat('US', { ds }), [line('SA02'), line('DN03')]);
  it('DS-3: under 30 the seat’s own lines wait for the next dawn, the others’ do not', () => {
    expect([promise(signed(), 'SA02'), promise(signed(), 'DN03')]).toMatchObject([{ state: 'ratifying', ratifyAt: 2 }, { state: 'agreed' }]);
    expect(promise(signed(30), 'SA02').state).toBe('agreed');
    expect(codes(signed())).toContain('table.ratifying');
  });
  it('PH-1k: with support back at 30 it passes and falls due at the same dawn', () => {
    const dawn = signed().seat('US', { ds: 28 }).nextRound('dawn'); // +2 at dawn
    expect(promise(dawn, 'SA02').state).toBe('due');
    expect(codes(dawn)).toContain('table.ratified');
  });
  it('DS-3: for 1 AP a text is carried through at home', () => {
    const id = promise(signed(), 'SA02').proposal;
    expect(legalActs(quiet, signed().state, 'US').choose?.ratify).toEqual([id]);
    const paid = signed().and('US', choose({ ratify: [id] }));
    expect(promise(paid.until('reveal'), 'SA02').state).toBe('agreed');
    expect(paid.until('reveal').state.seats['US']?.ap).toBe((signed().state.seats['US']?.ap ?? 0) - 1);
    expect(promise(paid.nextRound('dawn'), 'SA02').state).toBe('due');
  });
  it('DS-3: otherwise it lapses, and its receivers had hoped for more: -2', () => {
    const dawn = signed(10).nextRound('dawn');
    expect(promise(dawn, 'SA02').state).toBe('lapsed');
    expect(trust(dawn, 'US-DK')).toBe(trust(signed(), 'US-DK') - 2);
    expect(trust(dawn, 'US-JP')).toBe(trust(signed(), 'US-JP') + 3); // the joint text alone
  });
  it('DS-3: refusals: nothing waits, the same text twice, no AP left', () => {
    const id = promise(signed(), 'SA02').proposal;
    signed().when('DK', choose({ ratify: [id] })).refused('cannot-ratify', { limit: 30 });
    signed().when('US', choose({ ratify: [id, id] })).refused('cannot-ratify');
    signed().seat('US', { ap: 1 }).when('US', choose({ ratify: [id], actions: [{ action: 'UA11' }] })).refused('no-ap', { need: 2, have: 1 });
    expect(legalActs(quiet, signed().seat('US', { ap: 0 }).state, 'US').choose?.ratify).toEqual([]);
  });
  it('DS-3 with CO-8: an older promise is replaced only when the new one has passed', () => {
    const old = agreed(plenary(), [line('EN02')]).nextRound('plenary').seat('US', { ds: 10 });
    const renewed = agreed(old, [line('EN02')], 'CN');
    const first = (match: Given): string => match.state.commitments.find((c) => c.clause === 'EN02' && c.giver === 'US')?.state ?? '';
    expect(first(renewed)).toBe('due');
    expect(first(renewed.nextRound('dawn'))).not.toBe('superseded');
    expect(first(renewed.seat('US', { ds: 40 }).nextRound('dawn'))).toBe('superseded');
    expect(renewed.state.commitments.find((c) => c.clause === 'EN02' && c.giver === 'CN')?.state).toBe('superseded');
  });
  it('DS-3 with PR-9: what is tied to a promise that did not pass is free', () => {
    const dawn = agreed(plenary().seat('US', { ds: 10 }), [line('DN03'), line('SA02', { options: { escrow: 0 } })]).nextRound('dawn');
    expect([promise(dawn, 'DN03').state, promise(dawn, 'SA02').state]).toEqual(['lapsed', 'lapsed']);
  });
  it('M22: the core ratifies nothing', () => {
    expect(promise(agreed(plenary({ level: 'core' }).seat('US', { ds: 20 }), [line('SA02')]), 'SA02').state).toBe('agreed');
  });
});

describe('DS-4 a cabinet falls', () => {
  const ruined = (level: 'core' | 'standard' = 'standard'): Given => plenary({ level }).until('secret').seat('US', { ds: 0 }).until('reveal');
  it('DS-4: at 0 support begins at 40, 4 points are lost, the mandate is redrawn and the next red line counts as 1', () => {
    const before = plenary({ level: 'standard' }).until('secret');
    const match = ruined();
    expect(match.state.seats['US']).toMatchObject({ ds: 40, n: (before.state.seats['US']?.n ?? 0) - 4 });
    expect(match.state.seats['US']?.mandate).not.toBe(before.state.seats['US']?.mandate);
    expect(match.state.bound).toEqual({ US: 1 });
    expect(match.nextRound('bilateral').state.seats['US']?.redLine).toBe(1);
    expect(codes(match)).toContain('table.cabinetFell');
  });
  it('DS-4: a mandate is its holder’s secret, and a seat without a red line binds none', () => {
    const match = plenary({ level: 'standard' }).until('secret').seat('DK', { ds: 0 }).until('reveal');
    expect(match.state.bound).toEqual({});
    expect(JSON.stringify(project(quiet, match.state, { kind: 'seat', seat: 'US' }).news)).not.toContain('mandateRedrawn');
  });
  it('DS-4: support above 0 and the core are left alone', () => {
    expect(plenary({ level: 'standard' }).until('secret').seat('US', { ds: 1 }).until('reveal').state.seats['US']?.ds).toBe(1);
    expect(ruined('core').state.seats['US']?.ds).toBe(0);
  });
});

describe('PR-10 over the heads', () => {
  /** The powers agree on an offer to the North; Seoul is not asked. */
  const over = (): Given => agreed(plenary(), [line('SG01'), line('NO01')], 'US');
  it('PR-10: a state of the peninsula that is neither party nor signer loses 6 once a round and holds a veto in the text', () => {
    const before = over();
    const folded = before.until('reveal');
    expect(folded.state.seats['RK']?.ds).toBe((before.state.seats['RK']?.ds ?? 0) - 6);
    expect(folded.state.craft.vetoes).toEqual({ RK: [promise(folded, 'SG01').proposal] });
    expect(codes(folded)).toContain('table.overHeads');
    expect(project(quiet, folded.state, { kind: 'seat', seat: 'RK' }).me?.vetoes).toEqual([promise(folded, 'SG01').proposal]);
  });
  it('PR-10: whoever signs has consented; two texts cost once', () => {
    const asked = agreed(plenary(), [line('SG01')], 'US', ['RK']).until('reveal');
    expect(asked.state.craft.vetoes).toEqual({});
    const both = ['SG01', 'SA03'].reduce((match, clause) => signedByAll(match, 'US', [line(clause)]).match, plenary()).until('secret');
    const folded = both.until('reveal');
    expect(folded.state.seats['RK']?.ds).toBe((both.state.seats['RK']?.ds ?? 0) - 6);
    expect(folded.state.craft.vetoes['RK']).toHaveLength(2);
  });
  it('PR-10: what is not about the peninsula, and the standard level, ask for nothing', () => {
    expect(agreed(plenary(), [line('AR01')], 'US').until('reveal').state.craft.vetoes).toEqual({});
    expect(agreed(plenary({ level: 'standard' }), [line('SG01')], 'US').until('reveal').state.craft.vetoes).toEqual({});
  });
  it('PR-10: the veto blocks one due tranche: not given, nobody blamed, spent', () => {
    const due = over().nextRound('secret');
    expect(legalActs(quiet, due.state, 'RK').choose?.blocks).toHaveLength(3);
    const blocked = due.and('RK', choose({ blocks: [promise(due, 'SG01').id] })).until('reveal');
    expect(promise(blocked, 'SG01')).toMatchObject({ state: 'blocked', tranches: [{ state: 'void' }] });
    expect(trust(blocked, 'US-DK') - trust(due, 'US-DK')).toBe(8); // the two other lines were kept
    expect(blocked.state.craft.vetoes).toEqual({ RK: [] });
    expect(legalActs(quiet, blocked.nextRound('secret').state, 'RK').choose?.blocks).toEqual([]);
  });
  it('PR-10: of a promise in steps one step is blocked, the rest goes on', () => {
    const due = agreed(plenary(), [line('SA04')], 'US').nextRound('secret');
    const blocked = due.and('RK', choose({ blocks: [promise(due, 'SA04').id] })).until('reveal');
    expect([promise(blocked, 'SA04').state, states(blocked, 'SA04')]).toEqual(['agreed', ['void', 'pending', 'pending']]);
    expect(states(blocked.nextRound('reveal'), 'SA04')).toEqual(['void', 'performed', 'pending']);
  });
  it('PR-10: one tranche a text, one’s own token only', () => {
    const due = over().nextRound('secret');
    const [a, b] = [promise(due, 'SG01').id, promise(due, 'NO01', 'DK').id];
    due.when('RK', choose({ blocks: [a, b] })).refused('cannot-block');
    due.when('CN', choose({ blocks: [a] })).refused('cannot-block');
  });
  it('PR-10: a deal of two about the peninsula counts at the fold, when it is known', () => {
    const deal = agreedBetween(meeting('RU', 'DK'), 'RU', 'DK', [line('DN13', { givers: ['RU'] })]);
    expect(deal.state.craft.vetoes).toEqual({});
    expect(deal.until('reveal').state.craft.vetoes).toEqual({ RK: [promise(deal, 'DN13').proposal] });
  });
});
