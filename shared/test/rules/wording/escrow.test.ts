/** PR-9: two promises in one hand: together or not at all. */
import { describe, expect, it } from 'vitest';
import { legalActs } from '../../../src/index.ts';
import type { Given } from '../../given.ts';
import { agreed, choose, codes, line, meeting, plenary, promise, quiet, states, trust } from './desk.ts';

const tied = [line('DN01'), line('EN01', { options: { escrow: 0 } })] as const;
const text = (lines: readonly ReturnType<typeof line>[]) => ({ type: 'propose', scope: 'plenary', lines }) as const;
/** The secret phase of the round in which both fall due. */
const due = (): Given => agreed(plenary(), tied, 'CN').nextRound('secret');

describe('PR-9 what may be tied', () => {
  it('PR-9: the chair becomes a party, signs and pays 1 AP; no other seat pays', () => {
    const tabled = plenary().and('DK', text(tied));
    expect(tabled.state.proposals.at(-1)?.parties).toContain('CN');
    const signed = tabled.and('CN', { type: 'sign', proposal: tabled.state.proposals.at(-1)?.id ?? '', version: 1 });
    expect([signed.state.seats['CN']?.ap, signed.state.seats['DK']?.ap]).toEqual([3, 4]);
    expect(plenary().and('CN', text(tied)).state.seats['CN']?.ap).toBe(3);
  });
  it('PR-9: a chair without AP cannot take the promises into its hand, and its menu says so', () => {
    const poor = plenary().seat('CN', { ap: 0 });
    poor.when('CN', text(tied)).refused('no-ap', { need: 1, have: 0 });
    expect(legalActs(quiet, poor.state, 'CN').propose[0]?.options).not.toContain('ESCROW');
    const tabled = poor.and('DK', text(tied));
    const id = tabled.state.proposals.at(-1)?.id ?? '';
    tabled.when('CN', { type: 'sign', proposal: id, version: 1 }).refused('no-ap');
    expect(legalActs(quiet, tabled.state, 'CN').answer[id]?.sign).toBe(false);
  });
  it('PR-9: the AP comes back when the text dies: refused, withdrawn, objected to, replaced or expired', () => {
    const ap = (match: Given): number | undefined => match.state.seats['CN']?.ap;
    const tabled = plenary().and('CN', text(tied));
    const id = tabled.state.proposals.at(-1)?.id ?? '';
    expect(ap(tabled.and('DK', { type: 'refuse', proposal: id, version: 1, reasons: ['not-now'] }))).toBe(4);
    expect(ap(tabled.and('CN', { type: 'withdraw', proposal: id }))).toBe(4);
    expect(ap(tabled.tick())).toBe(4);
    expect(ap(tabled.and('CN', { ...text(tied), counterTo: id }))).toBe(3);
    expect(ap(tabled.and('CN', { ...text([line('DN01')]), counterTo: id }))).toBe(4);
    const alone = plenary().and('CN', text([line('DN13', { givers: ['CN'] }), line('MP02', { options: { escrow: 0 } })]));
    expect(ap(alone.and('US', { type: 'object', proposal: alone.state.proposals.at(-1)?.id ?? '', version: 1 }))).toBe(4);
  });
  it('PR-9: needs written, exact lines, an earlier one, and one that waits for nothing else', () => {
    const oral = line('EN01', { mode: 'ORAL', options: { escrow: 0 } });
    plenary().when('US', text([line('DN01'), oral])).refused('option-written', { clause: 'EN01', option: 'ESCROW' });
    plenary().when('US', text([line('DN01', { mode: 'ORAL' }), line('EN01', { options: { escrow: 0 } })])).refused('option-written', { clause: 'DN01' });
    plenary().when('US', text([line('DN01'), line('EN01', { options: { escrow: 0, vague: true } })])).refused('option-written', { clause: 'EN01' });
    for (const escrow of [1, 2, -1, 0.5]) plenary().when('US', text([line('DN01'), line('EN01', { options: { escrow } })])).refused('escrow-line', { line: 2 });
    plenary().when('US', text([line('DN01'), line('EN01', { after: 0, options: { escrow: 0 } })])).refused('escrow-line');
  });
  it('PR-9: between two only where the chair is one of them', () => {
    const lines = [line('NO01'), line('SA03', { options: { escrow: 0 } })];
    meeting('US', 'DK').when('US', { type: 'propose', scope: 'bilateral', lines }).refused('escrow-chair', { seat: 'CN' });
    expect(legalActs(quiet, meeting('US', 'DK').state, 'US').propose[0]?.options).not.toContain('ESCROW');
    expect(legalActs(quiet, meeting('CN', 'DK').state, 'DK').propose[0]?.options).toContain('ESCROW');
  });
  it('LV: escrow begins with the standard level', () => {
    plenary({ level: 'core' }).when('CN', text(tied)).refused('option-not-at-level', { option: 'ESCROW' });
    plenary({ level: 'standard' }).and('CN', text(tied));
  });
});

describe('PR-9 what the tie does', () => {
  it('PR-9: both give: both are performed in the same round and booked', () => {
    const folded = due().until('reveal');
    expect([states(folded, 'DN01'), states(folded, 'EN01')]).toEqual([['performed'], ['performed']]);
  });
  it('PR-9: one holds back: neither is given, nobody is late or broken, and trust stays', () => {
    const held = due().and('RK', choose({ dues: { [promise(due(), 'EN01').id]: 'withhold' } })).until('reveal');
    expect([promise(held, 'DN01').state, promise(held, 'EN01').state]).toEqual(['due', 'due']);
    expect([states(held, 'DN01'), states(held, 'EN01')]).toEqual([['due'], ['due']]);
    expect(trust(held, 'DK-RK')).toBe(trust(due(), 'DK-RK'));
    expect(held.state.news.find((item) => item.code === 'table.escrow.failed')?.params).toMatchObject({ givers: ['RK'] });
  });
  it('PR-9: the other side may hold back as well, with the same end', () => {
    const held = due().and('DK', choose({ dues: { [promise(due(), 'DN01').id]: 'withhold' } })).until('reveal');
    expect([states(held, 'DN01'), states(held, 'EN01')]).toEqual([['due'], ['due']]);
  });
  it('PR-9: given together in the next round after one failure', () => {
    const held = due().and('RK', choose({ dues: { [promise(due(), 'EN01').id]: 'withhold' } })).nextRound('secret').until('reveal');
    expect([states(held, 'DN01'), states(held, 'EN01')]).toEqual([['performed'], ['performed']]);
    expect(promise(held, 'DN01').escrowFailures).toBe(0);
  });
  it('PR-9: after two failed rounds the tie lapses and both are free', () => {
    const holds = choose({ dues: { [promise(due(), 'EN01').id]: 'withhold' } });
    const free = due().and('RK', holds).nextRound('secret').and('RK', holds).until('reveal');
    expect([promise(free, 'DN01').state, promise(free, 'EN01').state]).toEqual(['lapsed', 'lapsed']);
    expect(trust(free, 'US-DK')).toBe(trust(due(), 'US-DK'));
  });
  it('PR-9: no delay and no feint while the chair holds it', () => {
    const match = agreed(plenary(), [line('DN03'), line('SA02', { options: { escrow: 0 } })]).nextRound('secret');
    const id = promise(match, 'DN03').id;
    expect(legalActs(quiet, match.state, 'DK').choose?.dues).toEqual([{ commitment: id, options: ['perform', 'withhold'] }]);
    for (const answer of ['feign', 'delay'] as const) match.when('DK', choose({ dues: { [id]: answer } })).refused('held-in-escrow', { clause: 'DN03' });
  });
  it('PR-9: tranche by tranche; what the shorter line has no part in is owed alone', () => {
    const stepwise = agreed(plenary(), [line('DN02'), line('EN03', { options: { escrow: 0 } })]).nextRound('secret').nextRound('secret');
    expect([states(stepwise, 'DN02'), states(stepwise, 'EN03')]).toEqual([['performed', 'due', 'pending'], ['performed', 'due']]);
    const third = stepwise.nextRound('secret');
    expect(legalActs(quiet, third.state, 'DK').choose?.dues[0]?.options).toContain('delay');
  });
  it('PR-9: both fall due with the later one, which waits for a third line', () => {
    const lines = [line('NO01'), line('DN01', { after: 0 }), line('EN01', { options: { escrow: 1 } })];
    const waiting = agreed(plenary(), lines).nextRound('secret');
    expect([states(waiting, 'DN01'), states(waiting, 'EN01')]).toEqual([['pending'], ['pending']]);
    const next = waiting.nextRound('secret');
    expect([states(next, 'DN01'), states(next, 'EN01')]).toEqual([['due'], ['due']]);
  });
  it('PR-9: several givers of one line stand and fall together', () => {
    const match = agreed(plenary(), [line('DN02'), line('EN02', { options: { escrow: 0 } })]).nextRound('secret');
    const held = match.and('RU', choose({ dues: { [promise(match, 'EN02', 'RU').id]: 'withhold' } })).until('reveal');
    for (const giver of ['US', 'CN', 'RU', 'RK']) expect(states(held, 'EN02', giver)[0]).toBe('due');
    expect(states(held, 'DN02')[0]).toBe('due');
  });
  it('PR-9: what is tied to something replaced lapses at dawn, without blame', () => {
    const match = agreed(plenary(), tied).nextRound('plenary');
    const replaced = agreed(match, [line('EN01')], 'DK').nextRound('plenary');
    expect(promise(replaced, 'DN01').state).toBe('lapsed');
    expect(codes(replaced)).not.toContain('table.breached');
  });
  it('PR-9 with CO-8: a term that runs out ends the tie', () => {
    const holds = (match: Given) => choose({ dues: { [promise(match, 'EN01').id]: 'withhold' } });
    const match = agreed(plenary(), [line('DN01', { options: { sunset: 2 } }), line('EN01', { options: { escrow: 0 } })]).nextRound('secret');
    const over = match.and('RK', holds(match)).nextRound('plenary');
    expect([promise(over, 'DN01').state, promise(over, 'EN01').state]).toEqual(['lapsed', 'lapsed']);
  });
});
