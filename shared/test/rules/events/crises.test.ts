/** E01 to E07, E15, E17: events that answer acts and promises. */
import { describe, expect, test } from 'vitest';
import { legalBids, decideBid } from '../../../src/rules/events/bids.ts';
import { fireById, fireOn } from '../../../src/rules/events/fire.ts';
import { tally } from '../../../src/engine/tally.ts';
import { legalActions } from '../../../src/rules/actions.ts';
import { foldRound } from '../../../src/rules/fold.ts';
import { revealActs } from '../../../src/rules/actions.ts';
import { revealRedLines } from '../../../src/rules/pressure.ts';
import { clauseCost, legalRemedies } from '../../../src/rules/scenarioEvents.ts';
import { legalChoice } from '../../../src/rules/choices.ts';
import { commitmentOf } from '../../../src/model/entries.ts';
import { act, choose, given, phase, withGiven } from '../table.ts';
import { after, alone, dawn, effects, finish, fired, indicators, last, ledger, owed, pendedBy, record, scenario, seat, set, trust } from './stage.ts';

const clause = (id: string) => scenario.clauses.find((each) => each.id === id)!;
describe('E01 ripple of the third bank', () => {
  const text = (round: number) => ({ id: 'p9', chain: 'p9', version: 1, parent: null, author: 'CN', scope: 'plenary' as const, chairDraft: false, round, phaseSeq: 3, lines: ['DN01', 'EN01', 'VE01'].map((id) => ({ clause: id, givers: ['DK'], receivers: ['US'], mode: 'WRITTEN' as const })), parties: [], signed: [], refusals: [], objection: null, status: 'adopted' as const });
  const squeezed = () => set(after(alone(['E01']), 1, [{ seat: 'US', action: 'UA11' }]), { proposals: [text(1)] });
  test('E01 a squeeze beside a package: mood -5, DK’s first due promise is excused, without blame', () => {
    const r = ledger(squeezed(), owed('DN01', 'DK', 2), owed('VE01', 'DK', 2, { id: 'v' }));
    const state = dawn(r);
    expect(fired(state, 'E01')).toBe(true);
    expect(pendedBy(state, 'E01')).toEqual([['cm', -5]]);
    expect(state.commitments.map((c) => c.excused)).toEqual([2, undefined]);
    const before = state.trust['US-DK'] ?? 0;
    const folded = finish(r);
    expect(folded.commitments.map((c) => c.state)).toEqual(['due', 'performed']);
    expect(folded.trust['US-DK']).toBeGreaterThanOrEqual(before);
    expect(dawn(r).commitments.map((c) => c.excused)).toEqual([3, undefined]);
  });
  test('E01 good offices cut the price of release to 1, and its performance ends the freeze', () => {
    const r = ledger(squeezed(), owed('DN01', 'DK', 2));
    expect(clauseCost(scenario, dawn(r), clause('SA01'), 'US')).toBe(3);
    set(r, (state) => ({ history: [...state.history, record(state, 2, [{ seat: 'RU', action: 'UA26' }])] }));
    expect(clauseCost(r.scenario, dawn(r, 3), clause('SA01'), 'US')).toBe(1);
    set(r, (state) => withGiven(state, ['SA01'], 3));
    const freed = dawn(r, 4);
    expect(effects(freed, 'E01')).toEqual([]);
    expect(commitmentOf(freed, 'DN01-DK')?.excused).not.toBe(4);
  });
  test('E01 not without a package near it', () => {
    expect(fired(dawn(set(after(alone(['E01']), 1, [{ seat: 'US', action: 'UA11' }]), { proposals: [] })), 'E01')).toBe(false);
  });
});

describe('E02 missile over Japan', () => {
  const launched = (TEN: number) => { const r = after(alone(['E02']), 1, [{ seat: 'DK', action: 'UA02' }]); return set(r, (state) => ({ acts: { ...state.acts!, tensionBefore: TEN } })); };
  test('E02 at tension 35 DS -6, and -4 more at the fold unless JP stands at 3', () => {
    const soft = launched(35);
    expect(dawn(soft).seats['JP']?.ds).toBe(52 - 6);
    expect(finish(soft, { levels: { JP: 2 } }).seats['JP']?.ds).toBe(46 - 4);
    const firm = launched(35);
    dawn(firm);
    expect(finish(firm, { levels: { JP: 3 } }).seats['JP']?.ds).toBe(46 + 2);
    expect(fired(dawn(launched(34)), 'E02')).toBe(false);
  });
  test('E02 JP may debate strike forces free of AP this round', () => {
    const r = launched(50);
    dawn(r);
    phase(r, 'secret');
    const price = (by: string) => legalActions(r.scenario, r.state, by).find((each) => each.action === 'UA28')?.ap;
    expect([price('JP'), price('RK')]).toEqual([0, 1]);
    dawn(r);
    phase(r, 'secret');
    expect(price('JP')).toBe(1);
  });
});

describe('E04 and E05: called for by the rules', () => {
  test('E04 US-DK -8, mood -4, and nothing falls due for a round', () => {
    const r = ledger(after(alone(['E04'])), owed('EN01', 'RK', 3));
    phase(r, 'crisis', 2);
    const t = tally();
    fireById(r, t, 'E04');
    expect([t.trust, t.cm]).toMatchObject([[{ a: 'US', b: 'DK', value: -8 }], [{ value: -4 }]]);
    expect(dawn(r).commitments[0]?.excused).toBe(3);
    expect(dawn(r).commitments[0]?.excused).toBe(3); // round 4: free again
  });
  test('E05 a denial is marked as the event, and tells nothing twice', () => {
    const r = after(alone(['E05']));
    fireOn(r, tally(), 'denial');
    expect(r.state.events['E05']).toBe(1);
    expect(r.state.news).toEqual([]);
    const core = after(alone(['E05']), 1, [], { level: 'core' });
    fireOn(core, tally(), 'denial');
    expect(core.state.events['E05']).toBeUndefined();
  });
});

describe('E06 the declaration is late', () => {
  const late = () => ledger(after(alone(['E06'])), owed('DN03', 'DK', 1, { state: 'late', tranches: [{ ...owed('DN03', 'DK', 1).tranches[0]!, state: 'late', due: 2 }] }), owed('SA02', 'US', 2));
  test('E06 TEN +2 each round, and a counterpart puts one step off without blame', () => {
    const r = late();
    expect(pendedBy(dawn(r), 'E06')).toEqual([['ten', 2]]);
    phase(r, 'secret');
    choose(r, 'US', { dues: { 'SA02-US': 'delay' } });
    choose(r, 'DK', { dues: { 'DN03-DK': 'withhold' } });
    const before = r.state.trust['US-DK'];
    revealActs(r);
    phase(r, 'crisis');
    foldRound(r);
    expect(commitmentOf(r.state, 'SA02-US')).toMatchObject({ state: 'due' });
    expect(r.state.trust['US-DK']).toBeLessThan(before ?? 0); // by the breach of DN03 alone
    expect(r.events.flatMap((event) => (event.type === 'trustMoved' ? event.terms : [])).some((term) => term.code === 'late')).toBe(false);
  });
  test('E06 comes again each dawn and ends when the declaration is given, or dismantling agreed in its place', () => {
    const r = late();
    dawn(r);
    expect(pendedBy(dawn(r), 'E06')).toEqual([['ten', 2], ['ten', 2]]); // no fold between: both wait
    set(r, (state) => ({ commitments: [...state.commitments, owed('DN05', 'DK', 9)] }));
    expect(effects(dawn(r), 'E06')).toEqual([]);
  });
});

test('E07 delisting slips: DK takes its disablement back free, mood -3; only VE02 given in return keeps it away', () => {
  const r = ledger(after(alone(['E07']), 4), owed('SA02', 'US', 3, { state: 'due', tranches: [{ ...owed('SA02', 'US', 3).tranches[0]!, state: 'due' }] }), given('DN03', 'DK', 2), given('DN02', 'DK', 2));
  const state = dawn(r);
  expect(pendedBy(state, 'E07')).toEqual([['cm', -3]]);
  expect(commitmentOf(state, 'DN02-DK')?.freeReversalUntil).toBe(6);
  const against = (verified: Parameters<typeof ledger>[1]) => fired(dawn(ledger(after(alone(['E07']), 4), owed('SA02', 'US', 3), given('DN03', 'DK', 2), verified)), 'E07');
  expect([against(owed('VE02', 'DK', 9)), against(given('VE02', 'DK', 3))]).toEqual([true, false]);
});

describe('E15 a ship is sunk', () => {
  const sunk = () => { const r = trust(indicators(after(alone(['E15'])), { TEN: 80, CON: 40 }), { 'DK-RK': 10 }); dawn(r); dawn(r); return r; };
  test('E15 is planted at stage 3 where its trigger holds, and blooms at the next dawn', () => {
    const r = trust(indicators(after(alone(['E15'])), { TEN: 80, CON: 40 }), { 'DK-RK': 10 });
    expect(dawn(r).craft.buds['E15']).toMatchObject({ stage: 3, state: 'growing', knownTo: ['RK', 'JP'] });
    expect(dawn(r).craft.buds['E15']?.state).toBe('bloomed');
    const calm = trust(indicators(after(alone(['E15'])), { TEN: 80 }), { 'DK-RK': 25 });
    expect(dawn(calm).craft.buds['E15']).toBeUndefined();
  });
  test('E15 SI-1 it opens side-taking at rank 12 with DK as provoker, under a test and before a shelling', () => {
    const opened = (actions: Record<string, ReturnType<typeof act>[]>) => { const r = sunk(); finish(r, { actions }); return r.state.crisis; };
    expect(opened({})).toMatchObject({ action: 'E15', provoker: 'DK', victims: ['RK'], provokerPatrons: ['CN'], victimPatrons: ['US'] });
    const told = sunk();
    expect(finish(told).news.filter((item) => item.code.startsWith('fold.crisis')).map((item) => item.code)).toEqual(['fold.crisis.event']);
    expect(opened({ DK: [act('UA01')] })?.action).toBe('UA01');
    expect(opened({ DK: [act('UA08')] })?.action).toBe('E15');
  });
  test('E15 EV-11 a split vote is D +25 for two rounds; one voice is none; silence doubts', () => {
    const level = { US: 2, CN: 2, RU: 2, JP: 2 };
    const split = sunk();
    expect(finish(split, { bids: { E15: { US: 'accept', JP: 'accept' } }, levels: level }).indicators.D).toBe(25);
    dawn(split);
    expect(finish(split, { levels: level }).indicators.D).toBe(25);
    dawn(split);
    expect(finish(split, { levels: level }).indicators.D).toBe(0);
    expect(finish(sunk(), { levels: level }).indicators.D).toBe(0);
  });
  test('E15 a joint inquiry of CN and RU heals the split at once; one of them alone does not', () => {
    const level = { US: 2, CN: 2, RU: 2, JP: 2 };
    const bids = { E15: { US: 'accept' } };
    const healed = sunk();
    expect(finish(healed, { bids, levels: level, remedies: { CN: [{ event: 'E15' }], RU: [{ event: 'E15' }] } }).indicators.D).toBe(0);
    expect([healed.state.seats['CN']?.ap, healed.state.seats['RU']?.ap]).toEqual([3, 3]);
    expect(finish(sunk(), { bids, levels: level, remedies: { CN: [{ event: 'E15' }] } }).indicators.D).toBe(25);
    expect(finish(sunk(), { bids, levels: level, remedies: { US: [{ event: 'E15' }], CN: [{ event: 'E15' }], JP: [{ event: 'E15' }] } }).indicators.D).toBe(25);
    const united = sunk();
    phase(united, 'declaration');
    revealRedLines(united);
    phase(united, 'secret');
    expect(legalRemedies(united.scenario, united.state, 'CN')).toEqual([]);
  });
});

describe('E17 fight over a Council text', () => {
  const tested = () => { const r = after(alone(['E17']), 1, [{ seat: 'DK', action: 'UA01' }]); dawn(r); return r; };
  test('E17 powers bid 0 to 3, usually their line; only they, only now', () => {
    const r = tested();
    phase(r, 'declaration');
    expect(legalBids(r.scenario, r.state, 'US')).toEqual([{ event: 'E17', options: ['0', '1', '2', '3'], usual: '3', own: null }]);
    expect(legalBids(r.scenario, r.state, 'CN')[0]?.usual).toBe('1');
    expect(legalBids(r.scenario, r.state, 'RK')).toEqual([]);
    expect(decideBid(r.scenario, r.state, 'RK', { type: 'bid', event: 'E17', bid: '1' })).toMatchObject({ code: 'no-bid' });
    expect(decideBid(r.scenario, r.state, 'US', { type: 'bid', event: 'E17', bid: '4' })).toMatchObject({ code: 'bad-bid' });
    expect(decideBid(r.scenario, r.state, 'US', { type: 'bid', event: 'E17', bid: '2' })).toEqual([{ type: 'bidPlaced', event: 'E17', seat: 'US', bid: '2' }]);
    phase(r, 'plenary');
    expect(decideBid(r.scenario, r.state, 'US', { type: 'bid', event: 'E17', bid: '2' })).toMatchObject({ code: 'wrong-phase' });
  });
  test('E17 the second lowest counts: 1 costs US and JP DS 4', () => {
    const r = tested();
    const before = [r.state.seats['US']?.ds, r.state.seats['JP']?.ds];
    phase(r, 'declaration');
    for (const [by, bid] of Object.entries({ US: '3', CN: '0', RU: '1', JP: '3' })) r.emit({ type: 'bidPlaced', event: 'E17', seat: by, bid });
    for (const by of ['US', 'JP']) r.emit({ type: 'declared', seat: by, level: 2 });
    revealRedLines(r);
    expect([r.state.seats['US']?.ds, r.state.seats['JP']?.ds]).toEqual(before.map((ds) => (ds ?? 0) - 4));
    expect(r.state.news.find((item) => item.code === 'fold.event.outcome')?.params).toMatchObject({ outcome: 'E17.1' });
  });
  test('E17 2 or more lets a weak DK walk out without blame', () => {
    const bids = { E17: { US: '3', CN: '2', RU: '2', JP: '3' } };
    const walk = (ds: number) => { const r = seat(tested(), 'DK', { ds }); const before = r.state.trust['CN-DK'] ?? 0; return (finish(r, { bids, actions: { DK: [act('UA07')] } }).trust['CN-DK'] ?? 0) - before; };
    expect(walk(59)).toBe(0);
    expect(walk(60)).toBe(-6);
  });
  test('E17 AR05 in force fixes the result at 3 for a test and 2 for a launch', () => {
    const ladder = (action: string) => { const r = set(after(alone(['E17']), 1, [{ seat: 'DK', action }]), (state) => withGiven(state, ['AR05'])); dawn(r); phase(r, 'declaration'); revealRedLines(r); return r.state.news.find((item) => item.code === 'fold.event.outcome')?.params['outcome']; };
    expect([ladder('UA01'), ladder('UA02')]).toEqual(['E17.3', 'E17.2']);
  });
  test('EV-6 an objection in the same round hollows the text out', () => {
    const r = tested();
    const bids = { E17: { US: '3', CN: '2', RU: '1', JP: '3' } };
    phase(r, 'declaration');
    for (const [by, bid] of Object.entries(bids.E17)) r.emit({ type: 'bidPlaced', event: 'E17', seat: by, bid });
    revealRedLines(r);
    expect(r.state.news.filter((item) => item.code === 'fold.event.outcome').map((item) => item.params['outcome'])).toEqual(['E17.2']);
    set(r, { proposals: [{ id: 'p', chain: 'p', version: 1, parent: null, author: 'US', scope: 'plenary', chairDraft: false, round: r.state.round, phaseSeq: 1, lines: [], parties: [], signed: [], refusals: [], objection: 'CN', status: 'objected' }] });
    phase(r, 'crisis');
    foldRound(r);
    expect(r.state.news.filter((item) => item.code === 'fold.event.outcome').map((item) => item.params['outcome'])).toEqual(['E17.2', 'E17.1']);
  });
  test('E17 comes again with the next launch', () => {
    const r = tested();
    set(r, (state) => ({ history: [...state.history, record(state, 2, [{ seat: 'DK', action: 'UA02' }])] }));
    expect(fired(dawn(r), 'E17')).toBe(true);
    last(r, { actions: [] });
    expect(fired(dawn(r, 5), 'E17')).toBe(false);
  });
});

test('E14 Congress objects: what US owes this round waits, unless it spends 1 AP', () => {
  const objected = () => { const r = seat(ledger(after(alone(['E14'])), owed('SA01', 'US', 2)), 'US', { ds: 30 }); dawn(r); return r; };
  const waits = objected();
  expect(commitmentOf(waits.state, 'SA01-US')?.excused).toBe(2);
  phase(waits, 'secret');
  expect(legalChoice(waits.scenario, waits.state, 'US')?.dues).toEqual([]);
  expect(legalRemedies(waits.scenario, waits.state, 'US')).toEqual([{ event: 'E14', commitments: [], ap: 1, ds: 0 }]);
  expect(commitmentOf(finish(waits), 'SA01-US')?.state).toBe('due');
  expect(commitmentOf(dawn(waits), 'SA01-US')).toMatchObject({ state: 'due', excused: 2 });
  expect(commitmentOf(finish(objected(), { remedies: { US: [{ event: 'E14' }] } }), 'SA01-US')?.state).toBe('performed');
  const many = ledger(after(alone(['E14'])), given('SA01', 'US', 1), given('SA02', 'US', 1), given('SA03', 'US', 1));
  expect(fired(dawn(many), 'E14')).toBe(true);
});
