/** CO-11, CO-13, M07: accusations, apologies, and the undertaking that bars leaks. */
import { describe, expect, it } from 'vitest';
import { legalActs } from '../../../src/index.ts';
import type { Given } from '../../given.ts';
import { agreed, choose, line, plenary, promise, quiet, trust } from './desk.ts';

/** DN03 is a declaration nobody can check at once: feigned in round 2, found two rounds later. */
const feigned = (): Given => {
  const due = agreed(plenary(), [line('DN03')]).nextRound('secret');
  return due.and('DK', choose({ dues: { [promise(due, 'DN03').id]: 'feign' } })).nextRound('plenary');
};
const honest = (): Given => agreed(plenary(), [line('DN03')]).nextRound('secret').nextRound('plenary');

describe('CO-11 accusations', () => {
  it('CO-11: the menu names what others claim, true or not', () => {
    for (const match of [feigned(), honest()]) {
      const menu = legalActs(quiet, match.state, 'US').craft.accuse;
      expect(menu).toEqual({ commitments: [promise(match, 'DN03').id], leaks: ['CN', 'RU', 'RK'] });
      expect(legalActs(quiet, match.state, 'DK').craft.accuse?.commitments).toEqual([]);
    }
  });
  it('CO-11: a true one brings the breach out a round sooner, at once where that round is here', () => {
    const match = feigned();
    expect([match.state.round, promise(match, 'DN03').foundAt]).toEqual([3, 4]);
    const accused = match.and('US', { type: 'accuse', commitment: promise(match, 'DN03').id });
    expect(promise(accused, 'DN03')).toMatchObject({ state: 'breached', brokenAt: 3 });
    expect(trust(accused, 'US-DK')).toBe(0);
  });
  it('CO-11: with time to go, only the day of discovery moves', () => {
    const match = feigned().with((state) => ({ commitments: state.commitments.map((c) => ({ ...c, foundAt: 6 })) }));
    const accused = match.and('US', { type: 'accuse', commitment: promise(match, 'DN03').id });
    expect(promise(accused, 'DN03')).toMatchObject({ state: 'performed', foundAt: 5 });
    expect(trust(accused, 'US-DK')).toBe(trust(match, 'US-DK'));
  });
  it('CO-11: a false one costs trust with the accused alone, is public, and made once a round', () => {
    const match = honest();
    const accused = match.and('JP', { type: 'accuse', commitment: promise(match, 'DN03').id });
    expect(trust(accused, 'JP-DK')).toBe(Math.max(0, trust(match, 'JP-DK') - 4));
    expect(trust(accused, 'US-JP')).toBe(trust(match, 'US-JP'));
    expect(accused.state.news.at(-1)).toMatchObject({ code: 'table.accused', to: 'all', params: { seat: 'JP', giver: 'DK' } });
    accused.when('JP', { type: 'accuse', leak: 'CN' }).refused('already-accused');
    expect(legalActs(quiet, accused.state, 'JP').craft.accuse).toBeNull();
    accused.nextRound('plenary').and('JP', { type: 'accuse', leak: 'CN' });
  });
  it('CO-11: a leak named comes out sooner too', () => {
    const leaking = plenary().until('secret').and('CN', choose({ actions: [{ action: 'UA21' }] })).nextRound('plenary');
    expect(leaking.state.leaks['CN']).toEqual({ since: 1, foundAt: 4, found: false });
    const accused = leaking.and('US', { type: 'accuse', leak: 'CN' });
    expect(accused.state.leaks['CN']).toEqual({ since: 1, foundAt: 3, found: false });
    const again = accused.and('JP', { type: 'accuse', leak: 'CN' });
    expect(again.state.leaks['CN']).toEqual({ since: 1, foundAt: 3, found: true });
    expect(trust(again, 'US-CN')).toBe(trust(leaking, 'US-CN') - 6);
    const wrong = leaking.and('US', { type: 'accuse', leak: 'RU' });
    expect(trust(wrong, 'US-RU')).toBe(trust(leaking, 'US-RU') - 4);
  });
  it('CO-11: what nobody could feign, own promises and other phases are refused; the core does not play it', () => {
    const match = agreed(plenary(), [line('DN11')]).nextRound('secret').nextRound('plenary');
    match.when('US', { type: 'accuse', commitment: promise(match, 'DN11').id }).refused('nothing-to-accuse');
    honest().when('DK', { type: 'accuse', commitment: promise(honest(), 'DN03').id }).refused('nothing-to-accuse');
    honest().when('US', { type: 'accuse' }).refused('nothing-to-accuse');
    honest().until('secret').when('US', { type: 'accuse', leak: 'CN' }).refused('wrong-phase');
    plenary({ level: 'core' }).when('US', { type: 'accuse', leak: 'CN' }).refused('not-at-level');
  });
});

describe('CO-11 apologies', () => {
  const broken = (): Given => {
    const due = agreed(plenary(), [line('HU01')]).nextRound('secret');
    return due.and('DK', choose({ dues: { [promise(due, 'HU01').id]: 'withhold' } })).nextRound('plenary');
  };
  it('CO-11: in the next round a third of the trust really lost comes back, for 3 of support', () => {
    const match = broken();
    expect(promise(match, 'HU01')).toMatchObject({ brokenAt: 2, trustLost: { JP: 10, RK: 6, CN: 6 } }); // JP had only 10 to lose
    const sorry = match.and('DK', { type: 'apologise', commitment: promise(match, 'HU01').id });
    expect(trust(sorry, 'JP-DK')).toBe(trust(match, 'JP-DK') + 3);
    expect(trust(sorry, 'DK-RK')).toBe(trust(match, 'DK-RK') + 2);
    expect(sorry.state.seats['DK']?.ds).toBe((match.state.seats['DK']?.ds ?? 0) - 3);
    expect(legalActs(quiet, sorry.state, 'DK').craft.apologise).toEqual([]);
    sorry.when('DK', { type: 'apologise', commitment: promise(match, 'HU01').id }).refused('cannot-apologise');
  });
  it('CO-11: not later, and not for another’s breach', () => {
    const match = broken();
    match.nextRound('plenary').when('DK', { type: 'apologise', commitment: promise(match, 'HU01').id }).refused('cannot-apologise');
    match.when('US', { type: 'apologise', commitment: promise(match, 'HU01').id }).refused('cannot-apologise');
  });
  it('CO-11: the core keeps no account of it', () => {
    const due = agreed(plenary({ level: 'core' }), [line('HU01')]).nextRound('secret');
    const over = due.and('DK', choose({ dues: { [promise(due, 'HU01').id]: 'withhold' } })).nextRound('plenary');
    expect(promise(over, 'HU01').brokenAt).toBeUndefined();
  });
});

describe('CO-13 joint enforcement', () => {
  const bound = (): Given => agreed(plenary(), [line('SA07')], 'US').nextRound('secret').nextRound('secret');
  const may = (match: Given, seat: string) => legalActs(quiet, match.state, seat).choose?.actions.find((each) => each.action === 'UA21');
  it('CO-13: for two rounds after a provocation its givers cannot leak', () => {
    expect(may(bound(), 'CN')?.ok).toBe(true);
    const tested = bound().and('DK', choose({ actions: [{ action: 'UA01' }] })).nextRound('secret');
    expect(may(tested, 'CN')).toMatchObject({ ok: false, why: { code: 'leak-barred', params: { clause: 'SA07' } } });
    tested.when('RU', choose({ actions: [{ action: 'UA21' }] })).refused('leak-barred');
    expect(may(tested.nextRound('secret'), 'CN')?.ok).toBe(false);
    // AC-11: a veto of its own voids the bar for the seat that casts it.
    tested.and('RU', choose({ actions: [{ action: 'UA23' }, { action: 'UA21' }] }));
    bound().when('RU', choose({ actions: [{ action: 'UA23' }] })).refused('no-joint-measure');
    expect(may(tested.nextRound('secret').nextRound('secret'), 'CN')?.ok).toBe(true);
  });
  it('CO-13: a found breach by the proliferator bars them as well', () => {
    const match = agreed(bound().nextRound('plenary'), [line('HU01')], 'JP').nextRound('secret');
    const broken = match.and('DK', choose({ dues: { [promise(match, 'HU01').id]: 'withhold' } })).nextRound('secret');
    expect(may(broken, 'RK')?.ok).toBe(false);
  });
  it('CO-13: without the undertaking nobody is barred', () => {
    const tested = plenary().until('secret').and('DK', choose({ actions: [{ action: 'UA01' }] })).nextRound('secret');
    expect(may(tested, 'CN')?.ok).toBe(true);
  });
});
