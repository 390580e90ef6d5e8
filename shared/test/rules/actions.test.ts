/** AC: what a seat may choose, joint acts, points of repeats, hidden acts. */
import { describe, expect, test } from 'vitest';
import { checkActions, legalActions } from '../../src/rules/actions.ts';
import { act, begun, choose, nothing, over, phase, playRound, scenario } from './table.ts';

/** A match in the secret phase of round 1. */
function secret(pinned: string[] = []) {
  const r = begun({ pinned });
  playRound(r, {}, 1);
  phase(r, 'dawn', 2);
  for (const seat of scenario.seats) r.emit({ type: 'seatMoved', seat: seat.id, set: { ap: 4 } });
  phase(r, 'secret');
  return r;
}
const check = (seat: string, actions: Parameters<typeof act>[0][] | ReturnType<typeof act>[], r = secret()) =>
  checkActions(scenario, r.state, seat, { ...nothing, actions: actions.map((each) => (typeof each === 'string' ? act(each) : each)) });

describe('AC-1 limits', () => {
  test('AC-1 up to three actions, each once, one of them free', () => {
    expect(check('DK', ['UA02', 'UA03', 'UA09'])).toBeNull();
    expect(check('DK', ['UA02', 'UA03', 'UA09', 'UA20'])).toMatchObject({ code: 'too-many-actions', params: { max: 3 } });
    expect(check('DK', ['UA03', 'UA03'])).toMatchObject({ code: 'repeated-action' });
    expect(check('CN', ['UA07', 'UA21'], secret(['UA21']))).toMatchObject({ code: 'too-many-free-actions' });
  });
  test('AC-1 an act of another seat, of a higher level or of no book is refused', () => {
    expect(check('US', ['UA01'])).toMatchObject({ code: 'action-not-yours' });
    expect(check('US', ['UA11'])).toMatchObject({ code: 'action-not-at-level', params: { level: 'standard' } });
    expect(check('US', ['UA99'])).toMatchObject({ code: 'unknown-action' });
  });
  test('AC-1 AP of all chosen acts must be there', () => {
    const r = secret();
    r.emit({ type: 'seatMoved', seat: 'DK', set: { ap: 2 } });
    expect(check('DK', ['UA01', 'UA03'], r)).toMatchObject({ code: 'no-ap', params: { need: 3, have: 2 } });
    expect(check('DK', ['UA01'], r)).toBeNull();
  });
  test('AC-1 nobody walks out of suspended talks', () => {
    const r = secret();
    r.state = { ...r.state, talks: { ...r.state.talks, open: false, suspendedSince: 1 } };
    expect(check('DK', ['UA07'], r)).toMatchObject({ code: 'talks-suspended' });
  });
  test('AC-2 a joint act needs a partner of its list, a target must be legal', () => {
    expect(check('US', [act('UA12')])).toMatchObject({ code: 'bad-partner' });
    expect(check('US', [act('UA12', { partner: 'CN' })])).toMatchObject({ code: 'bad-partner' });
    expect(check('RK', [act('UA12')])).toBeNull(); // only the leader can be meant
    expect(check('DK', [act('UA08', { target: 'US' })])).toMatchObject({ code: 'bad-target' });
    expect(check('DK', [act('UA08')])).toBeNull(); // only one target is possible
    expect(check('DK', [act('UA03', { target: 'JP' })])).toMatchObject({ code: 'bad-target' });
  });
  test('AC-1 the menu holds exactly the seat\'s acts of the level, with the reason where one is closed', () => {
    const r = secret();
    r.emit({ type: 'seatMoved', seat: 'DK', set: { ap: 1 } });
    const menu = legalActions(scenario, r.state, 'DK');
    expect(menu.map((entry) => entry.action)).toEqual(['UA01', 'UA02', 'UA03', 'UA04', 'UA07', 'UA08', 'UA09', 'UA20']);
    expect(menu.find((entry) => entry.action === 'UA01')).toMatchObject({ ok: false, why: { code: 'no-ap', params: { need: 2, have: 1 } } });
    expect(menu.find((entry) => entry.action === 'UA08')).toMatchObject({ ok: true, targets: ['RK'] });
    expect(legalActions(scenario, r.state, 'US').find((entry) => entry.action === 'UA12')?.partners).toEqual(['JP', 'RK']);
    for (const seat of scenario.seats) {
      for (const entry of legalActions(scenario, r.state, seat.id)) {
        const partner = entry.partners[0];
        const target = entry.targets[0];
        const refusal = check(seat.id, [act(entry.action, { ...(partner ? { partner } : {}), ...(target ? { target } : {}) })], r);
        expect(refusal === null, `${seat.id} ${entry.action}`).toBe(entry.ok);
      }
    }
  });
});

describe('AC-2 joint acts', () => {
  test('AC-2 given only one of two chose it, nothing happens, the AP stays, and only the lonely seat is told', () => {
    const r = begun();
    playRound(r, { actions: { US: [act('UA12', { partner: 'RK' })], JP: [act('UA12')] } });
    expect(r.state.acts?.actions).toEqual([]);
    expect([r.state.seats['US']?.ap, r.state.seats['JP']?.ap]).toEqual([4, 4]);
    expect(r.state.news.filter((item) => item.code === 'fold.joint.alone').map((item) => item.to)).toEqual([['US'], ['JP']]);
  });
  test('AC-2 AC-3 given both chose it, each pays and wins support, tension rises once', () => {
    const r = begun();
    playRound(r, { actions: { US: [act('UA12', { partner: 'JP' })], JP: [act('UA12')] } });
    expect([r.state.seats['US']?.ap, r.state.seats['JP']?.ap]).toEqual([3, 3]);
    expect([r.state.seats['US']?.ds, r.state.seats['JP']?.ds]).toEqual([59, 56]);
    expect(r.state.indicators.TEN).toBe(46 + 5);
  });
});

test('AC-3 points of one action to one seat: full, half, then none; for the receiver too', () => {
  const r = begun();
  const n: (number | undefined)[] = [];
  for (let round = 1; round <= 3; round += 1) {
    playRound(r, { actions: { CN: [act('UA18')], RU: [act('UA20')] } }, round);
    n.push(r.state.seats['DK']?.n, r.state.seats['RU']?.n);
  }
  expect(n).toEqual([52, 51, 53, 51, 53, 51]);
});
test('AC-4 a hidden act is no news, and only what it does at home happens at once', () => {
  const r = begun({ pinned: ['UA21'] });
  playRound(r, { levels: { CN: 2 }, actions: { CN: [act('UA21')] } });
  expect(r.state.news.some((item) => item.params['action'] === 'UA21')).toBe(false);
  expect(r.state.history[0]?.actions).toEqual([]);
  expect(r.state.seats['CN']).toMatchObject({ n: 53, ds: 61 });
  expect(r.state.indicators.TEN).toBe(46);
});
test('AC-5 mediation: accepters +2, refusers -1; silence accepts at consensus 50', () => {
  const r = begun();
  phase(r, 'dawn', 1);
  for (const seat of scenario.seats) r.emit({ type: 'seatMoved', seat: seat.id, set: { ap: 4 } });
  playRound(r, { actions: { RK: [act('UA20')] } }, 1);
  expect(r.state.trust['US-RK']).toBe(59); // consensus 48: silence refuses
  const united = over({ ...begun().state, indicators: { ...begun().state.indicators, CON: 50 } });
  playRound(united, { actions: { RK: [act('UA20')] } }, 1);
  expect(united.state.trust['US-RK']).toBe(62);
});
test('AC a test is counted and told with its place, the act is public at once', () => {
  const r = begun();
  phase(r, 'secret', 1);
  r.emit({ type: 'seatMoved', seat: 'DK', set: { ap: 4 } });
  choose(r, 'DK', { actions: [act('UA01')] });
  playRound(r, { actions: { DK: [act('UA01')] } }, 1);
  expect([r.state.tests, r.state.launches, r.state.history[0]?.tests]).toEqual([1, 0, 1]);
  expect(r.state.news.find((item) => item.code === 'fold.action')).toMatchObject({ params: { seat: 'DK', action: 'UA01' }, place: scenario.places['UA01'] });
});
test('IN-7 with MAD off proxy acts raise tension one more', () => {
  const off = begun({}, { ...scenario, mad: false });
  playRound(off, { actions: { DK: [act('UA03')] } });
  expect(off.state.indicators.TEN).toBe(46 + 4);
});
