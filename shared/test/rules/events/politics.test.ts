/** E08 to E13, E19 to E35: cabinets, markets, memory, nature: what they bend and what can be done about them. */
import { describe, expect, test } from 'vitest';
import { legalActions } from '../../../src/rules/actions.ts';
import { checkLine } from '../../../src/rules/drafting.ts';
import { clauseCost, legalRemedies } from '../../../src/rules/scenarioEvents.ts';
import { commitmentOf } from '../../../src/model/entries.ts';
import { project } from '../../../src/engine/project.ts';
import { legalPreSteps } from '../../../src/rules/suspension.ts';
import { act, given, phase, withGiven } from '../table.ts';
import { after, alone, dawn, effects, finish, fired, indicators, last, ledger, owed, scenario, seat, set, trust } from './stage.ts';

const clause = (id: string) => scenario.clauses.find((each) => each.id === id)!;
const line = (id: string, givers: string[], receivers: string[]) => ({ clause: id, givers, receivers, mode: 'WRITTEN' as const });
const level2 = { US: 2, CN: 2, RU: 2, JP: 2 };

describe('E08 illness and E09 succession', () => {
  test('E08 in round 6: DK has an AP less for two rounds, verification costs it 2 more', () => {
    const r = after(alone(['E08']), 5);
    expect(dawn(r).seats['DK']?.ap).toBe(3);
    expect(clauseCost(r.scenario, r.state, clause('VE02'), 'DK')).toBe(5);
    expect(dawn(r).seats['DK']?.ap).toBe(3);
    expect(dawn(r).seats['DK']?.ap).toBe(4);
    expect(clauseCost(r.scenario, r.state, clause('VE02'), 'DK')).toBe(3);
  });
  test('E08 a mediation by CN counts double, by RU once', () => {
    const mood = (by: string) => { const r = indicators(after(alone(['E08']), 5), { CON: 60 }); dawn(r); finish(r, { actions: { [by]: [act('UA20')] }, levels: level2 }); return r.state.terms?.CM?.filter((term) => term.code === 'action').map((term) => term.value); };
    expect([mood('CN'), mood('RU')]).toEqual([[3, 3], [3]]);
  });
  test('E08 elsewhere it comes when support falls under 35', () => {
    const data = alone([], [{ ...scenario.events.find((event) => event.id === 'E08'), rounds: undefined, trigger: { is: 'support', seat: 'DK', below: 35 } }]);
    expect(fired(dawn(seat(after(data), 'DK', { ds: 30 })), 'E08')).toBe(true);
    expect(fired(dawn(after(data)), 'E08')).toBe(false);
  });
  test('E09 two rounds later tests please more for two rounds; then support is 55, or 60 where food came', () => {
    const heir = () => { const r = after(alone(['E09']), 5); r.state = { ...r.state, events: { E08: 4 } }; return r; };
    const r = heir();
    expect(fired(dawn(r), 'E09')).toBe(true);
    const ds = r.state.seats['DK']?.ds ?? 0;
    expect((finish(r, { actions: { DK: [act('UA02')] } }).seats['DK']?.ds ?? 0) - ds).toBe(4 + 4);
    dawn(r);
    expect(dawn(r).seats['DK']?.ds).toBe(55);
    const fed = set(heir(), (state) => withGiven(state, ['HU03'], 2));
    dawn(fed); dawn(fed);
    expect(dawn(fed).seats['DK']?.ds).toBe(60);
  });
});

describe('E12 abduction evidence', () => {
  const shocked = () => ledger(seat(after(alone(['E12'])), 'JP', { ds: 40 }), given('SA06', 'JP'), owed('EN05', 'JP', 2));
  test('E12 JP pays no energy aid without blame, its relief is taken back', () => {
    const r = shocked();
    const state = dawn(r);
    expect(commitmentOf(state, 'SA06-JP')?.state).toBe('reversed');
    expect(commitmentOf(state, 'EN05-JP')?.excused).toBe(2);
    expect(checkLine(r.scenario, state, line('EN09', ['JP'], ['DK']), null)).toMatchObject({ code: 'event-bars', params: { event: 'E12' } });
    expect(checkLine(r.scenario, state, line('EN01', ['RK'], ['DK']), null)).toBeNull();
    finish(r);
    expect(commitmentOf(r.state, 'EN05-JP')?.state).toBe('due');
  });
  test('E12 nor by a first step or a concession of its own', () => {
    const r = indicators(seat(after(alone(['E12'])), 'JP', { ds: 40 }), {});
    dawn(r);
    phase(r, 'plenary');
    set(r, (state) => ({ talks: { ...state.talks, open: false, suspendedSince: 1 } }));
    const steps = (by: string) => legalPreSteps(r.scenario, r.state, by).map((step) => step.clause).filter((id) => id.startsWith('EN'));
    expect([steps('JP'), steps('RK').length > 0]).toEqual([[], true]);
    phase(r, 'secret');
    expect(legalActions(r.scenario, r.state, 'JP').find((each) => each.action === 'UA16')?.clauses?.some((id) => id.startsWith('EN'))).toBe(false);
  });
  test('E12 holding its share back wins 4 more; a full account ends it all', () => {
    const r = shocked();
    dawn(r);
    expect(effects(r.state, 'E12').find((effect) => effect.do === 'actionCost')).toMatchObject({ support: 4, actions: ['UA27'] });
    set(r, (state) => withGiven(state, ['HU02'], 2));
    expect(effects(dawn(r), 'E12')).toEqual([]);
    expect(commitmentOf(r.state, 'EN05-JP')?.excused).toBe(2);
  });
  test('E12 also when a reinvestigation brought nothing for two rounds', () => {
    const asked = (at: number) => fired(dawn(ledger(after(alone(['E12']), 3), given('HU01', 'DK', at))), 'E12');
    expect([asked(2), asked(3)]).toEqual([true, false]);
  });
});

test('E13 under support 35 the cabinet in Tokyo falls: support 40, N -4, another mandate, red line 1 this round', () => {
  const r = seat(after(alone(['E13'])), 'JP', { ds: 32, mandate: 'JP-a' });
  const state = dawn(r);
  expect(state.seats['JP']).toMatchObject({ ds: 40, n: 46, mandate: 'JP-b' });
  expect(state.news.find((item) => item.code === 'table.mandateRedrawn')?.to).toEqual(['JP']);
  phase(r, 'declaration');
  expect(finish(r, { levels: { JP: 4, US: 2 } }).seats['JP']?.redLine).toBe(1);
  expect(r.state.news.some((item) => item.code === 'fold.redLine.swayed')).toBe(true);
  dawn(r);
  expect(finish(r, { levels: { JP: 4 } }).seats['JP']?.redLine).toBe(4);
});

describe('E19 flood and famine', () => {
  const flooded = () => { const r = after(alone(['E19']), 3); r.state = { ...r.state, craft: { ...r.state.craft, drawn: { E19: [4] } } }; dawn(r); return r; };
  test('E19 DK DS -8, food aid costs 1 less and is worth double to DK when booked', () => {
    const r = flooded();
    expect(r.state.seats['DK']?.ds).toBe(52);
    expect(clauseCost(r.scenario, r.state, clause('HU03'), 'RK')).toBe(1);
    expect(project(r.scenario, r.state, { kind: 'seat', seat: 'DK' }).worth['HU03']?.own).toBe(10);
    const promised = owed('HU03', 'RK', 4);
    ledger(r, { ...promised, state: 'due', tranches: promised.tranches.map((tranche, i) => ({ ...tranche, state: i === 0 ? 'due' : 'pending', values: { DK: 2, US: 1 } })) });
    expect(commitmentOf(finish(r), promised.id)?.tranches[0]?.values).toEqual({ DK: 4, US: 1 });
  });
  test('E19 if nobody helps VAL -2 at the fold', () => {
    const helped = (actions: Record<string, ReturnType<typeof act>[]>) => { const r = flooded(); return finish(r, { actions }).indicators.VAL; };
    expect([helped({}), helped({ RU: [act('UA18')] })]).toEqual([43, 45]);
  });
});

describe('E20 an arms ship', () => {
  const stopped = () => { const r = seat(indicators(after(alone(['E20'])), { PRO: 4 }), 'US', { redLine: 3 }); dawn(r); return r; };
  test('E20 US seizes: US-DK -6, TEN +4, DK N -2; or releases, by silence: DS -3', () => {
    const taken = stopped();
    phase(taken, 'secret');
    expect(legalRemedies(taken.scenario, taken.state, 'US')).toEqual([{ event: 'E20', commitments: [], ap: 0, ds: 0, options: ['seize', 'release'] }]);
    expect(legalRemedies(taken.scenario, taken.state, 'CN')).toEqual([]);
    const seized = stopped();
    finish(seized, { levels: level2, remedies: { US: [{ event: 'E20', option: 'seize' }] } });
    expect(seized.state.seats['DK']?.n).toBe(48);
    expect(seized.state.terms?.TEN).toContainEqual({ code: 'event', value: 4, params: { event: 'E20' } });
    const free = stopped();
    const ds = free.state.seats['US']?.ds ?? 0;
    expect(finish(free, { levels: level2 }).seats['US']?.ds).toBe(ds - 3);
  });
  test('E20 with a joint enforcement undertaking it stays calm; with no transfers pledged it does not come', () => {
    const calm = set(stopped(), (state) => withGiven(state, ['SA07']));
    finish(calm, { remedies: { US: [{ event: 'E20', option: 'seize' }] } });
    expect(calm.state.terms?.TEN?.some((term) => term.params?.['event'] === 'E20') ?? false).toBe(false);
    const pledged = set(seat(indicators(after(alone(['E20'])), { PRO: 4 }), 'US', { redLine: 3 }), (state) => withGiven(state, ['DN10']));
    expect(fired(dawn(pledged), 'E20')).toBe(false);
  });
});

describe('E23 the Libyan lesson', () => {
  test('E23 force that nobody objected to: disarming costs 2 more, assurances are worth half to DK, unless AR01 stands', () => {
    const r = after(alone(['E23']));
    r.state = { ...r.state, craft: { ...r.state.craft, acquiesced: 1 } };
    const state = dawn(r);
    expect([clauseCost(r.scenario, state, clause('DN05'), 'DK'), clauseCost(r.scenario, state, clause('DN08'), 'DK')]).toEqual([9, 5]);
    const own = () => project(r.scenario, r.state, { kind: 'seat', seat: 'DK' }).worth['SG06']?.own;
    expect(own()).toBe(4);
    set(r, (before) => withGiven(before, ['AR01']));
    expect(own()).toBe(8);
  });
  test('E23 by seed in S1 from round 6', () => {
    const r = after(alone(['E23']), 5);
    r.state = { ...r.state, craft: { ...r.state.craft, drawn: { E23: [7] } } };
    expect(fired(dawn(r), 'E23')).toBe(false);
    expect(fired(dawn(r), 'E23')).toBe(true);
    expect(fired(dawn(r), 'E23')).toBe(false);
  });
});

describe('E24 financial crisis', () => {
  const pow = (r: ReturnType<typeof after>) => ['US', 'CN', 'RU', 'JP'].map((id) => r.state.seats[id]?.pow);
  test('EV-7 in round 7: power 6 from US, an AP less for two rounds', () => {
    const r = after(alone(['E24']), 6);
    dawn(r);
    expect(pow(r)).toEqual([39, 23, 14, 24]);
    expect(r.state.seats['US']?.ap).toBe(3);
    expect(dawn(r).seats['US']?.ap).toBe(3);
  });
  test('EV-7 three powers halve it; two do not; all four are a joint act', () => {
    const r = after(alone(['E24']), 6);
    dawn(r);
    const pay = (seats: string[]) => Object.fromEntries(seats.map((id) => [id, [{ event: 'E24' }]]));
    finish(r, { remedies: pay(['US', 'CN', 'JP']) });
    expect(pow(r)).toEqual([42, 21, 13, 24]);
    expect(dawn(r).seats['US']?.ap).toBe(4);
    const two = after(alone(['E24']), 6);
    dawn(two);
    finish(two, { remedies: pay(['US', 'CN']) });
    expect(pow(two)).toEqual([39, 23, 14, 24]);
    const all = after(alone(['E24']), 6);
    dawn(all);
    const before = all.state.trust['CN-RU'] ?? 0;
    expect(finish(all, { remedies: pay(['US', 'CN', 'RU', 'JP']) }).trust['CN-RU']).toBe(before + 3);
  });
});

describe('E26 a linked dispute', () => {
  const linked = () => { const r = after(alone(['E26']), 2); r.state = { ...r.state, craft: { ...r.state.craft, drawn: { E26: [3, 6] } } }; return r; };
  const pairOf = (r: ReturnType<typeof after>) => { const item = r.state.news.find((each) => each.code === 'fold.event.pair'); return [String(item?.params['a']), String(item?.params['b'])] as const; };
  test('E26 in rounds 3 and 6 one pair of powers loses 6, and wins it back when both pay', () => {
    const r = linked();
    const before = r.state.trust;
    dawn(r);
    const [a, b] = pairOf(r);
    expect(r.state.trust[`${a}-${b}`]).toBe((before[`${a}-${b}`] ?? 0) - 6);
    phase(r, 'secret');
    expect(legalRemedies(r.scenario, r.state, a)).toEqual([{ event: 'E26', commitments: [], ap: 1, ds: 0 }]);
    finish(r, { remedies: { [a]: [{ event: 'E26' }], [b]: [{ event: 'E26' }] } });
    expect(r.state.trust[`${a}-${b}`]).toBe((before[`${a}-${b}`] ?? 0) - 1); // the drift of a round without a joint act
    expect(fired(dawn(r), 'E26')).toBe(false);
    expect(fired(dawn(r, 6), 'E26')).toBe(true);
  });
  test('E26 a charter of no surprises keeps it out', () => {
    const r = set(linked(), (state) => withGiven(state, ['AR01']));
    const before = r.state.trust;
    expect(dawn(r).trust).toEqual(before);
  });
});

test('E28 memory: a visit DS +4 and -6 with two neighbours; silence refrains for DS -2, nothing where the others stand by HU01', () => {
  const remembered = (more: (r: ReturnType<typeof after>) => unknown = () => null) => { const r = seat(after(alone(['E28'])), 'JP', { ds: 46 }); more(r); dawn(r); return r; };
  const visit = remembered();
  const [ds, before] = [visit.state.seats['JP']?.ds ?? 0, visit.state.trust];
  finish(visit, { levels: level2, remedies: { JP: [{ event: 'E28', option: 'visit' }] } });
  expect([visit.state.seats['JP']?.ds, visit.state.trust['CN-JP'], visit.state.trust['JP-RK']]).toEqual([ds + 4, (before['CN-JP'] ?? 0) - 7, (before['JP-RK'] ?? 0) - 6]);
  expect(finish(remembered(), { levels: level2 }).seats['JP']?.ds).toBe(ds - 2);
  expect(finish(remembered((r) => ledger(r, owed('HU01', 'DK', 9))), { levels: level2 }).seats['JP']?.ds).toBe(ds);
});

test('E30 theft: DK N +3, pressure -5 this round, US-DK -4; three states share what they know: N -2', () => {
  const stolen = () => { const r = last(after(alone(['E30'])), { pressure: 60 }); dawn(r); return r; };
  expect(stolen().state.seats['DK']?.n).toBe(53);
  expect(stolen().state.trust['US-DK']).toBe(6);
  expect(effects(stolen().state, 'E30')).toEqual([{ do: 'pressure', value: -5, rounds: 1 }]);
  expect(finish(stolen(), { remedies: { US: [{ event: 'E30' }], JP: [{ event: 'E30' }], RK: [{ event: 'E30' }] } }).seats['DK']?.n).toBe(51);
  expect(fired(dawn(last(after(alone(['E30'])), { pressure: 59 })), 'E30')).toBe(false);
});

test('E31 a detained citizen: US DS -3 a round until an envoy goes, in the open and without offence', () => {
  const r = after(alone(['E31']), 2);
  r.state = { ...r.state, craft: { ...r.state.craft, drawn: { E31: [3] } } };
  expect(dawn(r).seats['US']?.ds).toBe(52);
  expect(dawn(r).seats['US']?.ds).toBe(51); // two returned at dawn, three lost
  finish(r, { levels: level2, actions: { US: [act('UA14')], JP: [act('UA14')] } });
  expect(r.state.craft.hidden.map((each) => each.seat)).toEqual(['JP']);
  expect(r.state.terms?.TEN).toContainEqual({ code: 'action', value: -4, params: { action: 'UA14', seat: 'US' } });
  expect(effects(dawn(r), 'E31')).toEqual([]);
});

describe('E32 a covert site', () => {
  const feint = () => { const c = owed('DN03', 'DK', 1); return { ...c, state: 'performed' as const, foundAt: 9, tranches: c.tranches.map((tranche) => ({ ...tranche, state: 'feigned' as const, performedAt: 1 })) }; };
  const watched = (V = 2) => { const r = indicators(ledger(after(alone(['E32'])), feint()), { V }); dawn(r); return r; };
  test('E32 at V 2 the breach comes out at the fold; until then only its giver knows', () => {
    const r = watched();
    expect(r.state.news.filter((item) => item.params['event'] === 'E32').map((item) => item.to)).toEqual([['DK']]);
    for (const viewer of ['US', 'CN', 'RU', 'JP', 'RK']) {
      const view = project(r.scenario, r.state, { kind: 'seat', seat: viewer });
      expect([view.craft.effects, view.table.events]).toEqual([[], []]);
    }
    const before = r.state.trust['US-DK'] ?? 0;
    finish(r);
    expect(commitmentOf(r.state, 'DN03-DK')?.state).toBe('breached');
    expect(r.state.trust['US-DK']).toBe(Math.max(0, before - 15));
    expect(r.state.events['E32']).toBe(2);
  });
  test('E32 whoever confesses first loses half', () => {
    const r = trust(watched(), { 'US-DK': 50 });
    phase(r, 'secret');
    expect(legalRemedies(r.scenario, r.state, 'DK')).toEqual([{ event: 'E32', commitments: [], ap: 0, ds: 0 }]);
    expect(legalRemedies(r.scenario, r.state, 'RK')).toEqual([]);
    finish(r, { remedies: { DK: [{ event: 'E32' }] } });
    expect(r.state.trust['US-DK']).toBe(43);
  });
  test('E32 not where nobody looks', () => {
    expect(effects(watched(1).state, 'E32')).toEqual([]);
  });
});

test('E35 a working group whose chair met twice eases one clause of its field by 2 this round', () => {
  const r = set(last(after(alone(['E35'])), { met: { CN: 2, RU: 1 } }), (state) => withGiven(state, ['AR03']));
  const state = dawn(r);
  const eased = effects(state, 'E35')[0];
  expect(eased).toMatchObject({ do: 'clauseCost', value: -2 });
  const id = eased?.do === 'clauseCost' ? (eased.clauses[0] ?? '') : '';
  expect(clause(id).category).toBe('DN');
  expect(clauseCost(r.scenario, state, clause(id), 'DK')).toBe(Math.max(0, clause(id).cost - 2));
  expect(effects(dawn(r), 'E35')).toEqual([]);
  expect(fired(dawn(last(after(alone(['E35'])), { met: { CN: 2 } })), 'E35')).toBe(false);
});
