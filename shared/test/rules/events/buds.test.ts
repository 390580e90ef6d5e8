/** BU, M16, M18, M19: buds are planted, grow, bloom, wither, are seen, told of and removed. */
import { describe, expect, test } from 'vitest';
import { project } from '../../../src/index.ts';
import type { MatchState, Scenario, SeatCommand } from '../../../src/index.ts';
import { isRefusal } from '../../../src/model/commands.ts';
import { budViews, decidePledge, decideShareBud, legalBuds } from '../../../src/rules/events/buds.ts';
import { legalActions } from '../../../src/rules/actions.ts';
import { checkLine } from '../../../src/rules/drafting.ts';
import { decideSign } from '../../../src/rules/proposals.ts';
import type { Recorder } from '../../../src/engine/recorder.ts';
import { phase, withGiven } from '../table.ts';
import { after, alone, dawn, finish, fired, indicators, last, pendedBy, record, scenario, set, trust } from './stage.ts';

const SEATS = scenario.seats.map((seat) => seat.id);
const level2 = { US: 2, CN: 2, RU: 2, JP: 2 };
/** E03 planted at this consensus: PRO 4 and a wall with a gap. */
const sighted = (CON = 40): Recorder => { const r = last(indicators(after(alone(['E03'])), { PRO: 4, CON }), { pressure: 30 }); dawn(r); return r; };
const again = (r: Recorder, pressure = 30): MatchState => { set(r, (state) => ({ history: [...state.history, record(state, state.round, [], { pressure })] })); return dawn(r); };
const take = (r: Recorder, decision: ReturnType<typeof decidePledge>): void => { if (isRefusal(decision)) throw new Error(decision.code); for (const event of decision) r.emit(event); };
const pledge = (r: Recorder, seat: string, ap: number): void => take(r, decidePledge(r.scenario, r.state, seat, { type: 'pledge', event: Object.keys(r.state.craft.buds)[0] ?? '', ap }));
const share = (r: Recorder, from: string, to: string): void => take(r, decideShareBud(r.scenario, r.state, from, { type: 'shareBud', event: Object.keys(r.state.craft.buds)[0] ?? '', with: to }));
const bud = (r: Recorder) => Object.values(r.state.craft.buds)[0];

describe('BU-1 life of a bud', () => {
  test('BU-1 a bud of n rounds is planted at stage 4-n, grows a stage each dawn and blooms past the third', () => {
    const r = sighted();
    expect(bud(r)).toMatchObject({ stage: 2, state: 'growing' });
    expect(again(r).craft.buds['E03']).toMatchObject({ stage: 3, state: 'growing' });
    expect(again(r).craft.buds['E03']).toMatchObject({ state: 'bloomed', public: true });
    expect(fired(r.state, 'E03')).toBe(true);
    expect(again(r).craft.buds['E03']?.state).toBe('bloomed'); // once a match
  });
  test('E03 in bloom a test costs DK 1 AP', () => {
    const r = sighted();
    again(r); again(r);
    phase(r, 'secret');
    expect(legalActions(r.scenario, r.state, 'DK').find((each) => each.action === 'UA01')?.ap).toBe(1);
  });
  test('BU-1 at stage 1 it withers when its trigger is gone, and may come again', () => {
    const scared = (): Recorder => set(after(alone(['E18'])), (state) => ({ history: [record(state, 1, [], { pressure: 80 }), record(state, 2, [], { pressure: 80 })], round: 2 }));
    const r = scared();
    expect(dawn(r).craft.buds['E18']).toMatchObject({ stage: 1 });
    expect(again(r, 20).craft.buds['E18']?.state).toBe('withered');
    again(r, 80);
    expect(again(r, 80).craft.buds['E18']).toMatchObject({ stage: 1, state: 'growing' });
    const later = scared();
    dawn(later);
    again(later, 80);
    expect(again(later, 20).craft.buds['E18']).toMatchObject({ stage: 3, state: 'growing' }); // grown, it needs its cause no more
  });
  test('BU-1 none at the core level, none where its remedy stands', () => {
    const r = last(indicators(after(alone(['E03']), 1, [], { level: 'core' }), { PRO: 4 }), { pressure: 30 });
    expect(dawn(r).craft.buds).toEqual({});
    const kept = set(last(indicators(after(alone(['E03'])), { PRO: 4 }), { pressure: 30 }), (state) => withGiven(state, ['DN09']));
    expect(dawn(kept).craft.buds).toEqual({});
  });
});

describe('BU-2 removing it', () => {
  test('BU-2 the price is 2, 5, 10 AP by stage from three states; a remedy of its own replaces it (E03: 3 with CN)', () => {
    const need = (r: Recorder, seat: string) => { phase(r, 'bilateral'); return legalBuds(r.scenario, r.state, seat).pledge; };
    expect(need(sighted(), 'US')).toEqual([{ event: 'E03', need: 3, least: 3, must: ['CN'], own: 0, most: 3 }]);
    const exposed = after(alone(['E21']), 3);
    dawn(exposed);
    expect(need(exposed, 'US')).toMatchObject([{ need: 5, least: 3, must: [], most: 4 }]);
    again(exposed);
    expect(need(exposed, 'US')).toMatchObject([{ need: 10 }]);
  });
  test('BU-2 pledges are sealed, set AP aside and can be taken back; refusals name the most', () => {
    const r = sighted(60);
    phase(r, 'plenary');
    pledge(r, 'US', 2);
    expect(r.state.seats['US']?.ap).toBe(2);
    pledge(r, 'US', 0);
    expect([r.state.seats['US']?.ap, bud(r)?.pledges]).toEqual([4, {}]);
    expect(decidePledge(r.scenario, r.state, 'US', { type: 'pledge', event: 'E03', ap: 4 })).toMatchObject({ code: 'bad-pledge', params: { max: 3 } });
    expect(decidePledge(r.scenario, r.state, 'US', { type: 'pledge', event: 'E18', ap: 1 })).toMatchObject({ code: 'unknown-bud' });
    phase(r, 'secret');
    expect(decidePledge(r.scenario, r.state, 'US', { type: 'pledge', event: 'E03', ap: 1 })).toMatchObject({ code: 'wrong-phase' });
  });
  const paidBy = (CON: number, pledges: Record<string, number>): Recorder => { const r = sighted(CON); phase(r, 'plenary'); for (const [seat, ap] of Object.entries(pledges)) { if (!bud(r)?.public && !bud(r)?.knownTo.includes(seat)) share(r, 'US', seat); pledge(r, seat, ap); } finish(r, { levels: level2 }); return r; };
  test('BU-2 paid by three states with CN it is gone; without CN or by two it is not, and the AP come back', () => {
    const done = paidBy(40, { US: 1, CN: 1, RK: 1 });
    expect(bud(done)).toMatchObject({ state: 'defused', public: true });
    expect(again(done).craft.buds['E03']?.state).toBe('defused');
    for (const pledges of [{ US: 1, JP: 1, RK: 1 }, { US: 2, CN: 1 }, { US: 1, CN: 1 }]) {
      const short = paidBy(40, pledges);
      expect(bud(short)).toMatchObject({ state: 'growing', pledges: {} });
      expect(short.state.seats['US']?.ap).toBe(4);
      expect(short.state.news.find((item) => item.code === 'fold.bud.short')?.to).toEqual(SEATS.filter((seat) => seat in pledges));
    }
  });
  test('M18 removed at consensus 50 it opens the window, below it does not', () => {
    expect(paidBy(60, { US: 1, CN: 1, RK: 1 }).state.windowUntil).toBe(4);
    expect(paidBy(49, { US: 1, CN: 1, RK: 1 }).state.windowUntil).toBeNull();
  });
  test('TR-2 paid by all powers it is a joint act', () => {
    const trustOf = (pledges: Record<string, number>) => paidBy(40, pledges).state.trust['RU-JP'];
    expect([trustOf({ US: 1, CN: 1, RU: 1, JP: 1 }), trustOf({ US: 1, CN: 1, RU: 1 })]).toEqual([48, 44]);
  });
  test('BU-2 a remedy that comes to stand removes it at the fold, and pledges come back', () => {
    const r = sighted(60);
    phase(r, 'plenary');
    pledge(r, 'US', 1);
    set(r, (state) => withGiven(state, ['DN09']));
    finish(r);
    expect([bud(r)?.state, r.state.seats['US']?.ap, r.state.windowUntil]).toEqual(['defused', 4, 4]);
  });
});

describe('BU-3 who sees it', () => {
  test('BU-3 at consensus 60 all from stage 1, at 45 all from stage 2, below its owners until it blooms', () => {
    const scare = (CON: number): Recorder => { const r = indicators(set(after(alone(['E18'])), (state) => ({ history: [record(state, 1, [], { pressure: 80 }), record(state, 2, [], { pressure: 80 })], round: 2 })), { CON }); dawn(r); return r; };
    expect([scare(60), scare(59), scare(44)].map((r) => bud(r)?.public)).toEqual([true, false, false]);
    const middling = scare(45);
    again(middling, 80);
    expect(bud(middling)).toMatchObject({ stage: 2, public: true });
    const dark = scare(44);
    again(dark, 80); again(dark, 80);
    expect(bud(dark)).toMatchObject({ stage: 3, public: false, knownTo: ['CN', 'RU'] });
    expect(SEATS.filter((seat) => budViews(dark.scenario, dark.state, seat).length > 0)).toEqual(['CN', 'RU']);
    again(dark, 80);
    expect(bud(dark)).toMatchObject({ state: 'bloomed', public: true });
  });
  test('BU-3 an early-warning cell in force shows everybody everything', () => {
    const r = set(last(indicators(after(alone(['E03'])), { PRO: 4, CON: 20 }), { pressure: 30 }), (state) => withGiven(state, ['AR04']));
    expect(dawn(r).craft.buds['E03']?.public).toBe(true);
  });
  test('BU-3 telling is true, to one seat, in the talks; only the two know of it', () => {
    const r = sighted();
    expect(decideShareBud(r.scenario, r.state, 'US', { type: 'shareBud', event: 'E03', with: 'CN' })).toMatchObject({ code: 'wrong-phase' });
    phase(r, 'bilateral');
    expect(decideShareBud(r.scenario, r.state, 'CN', { type: 'shareBud', event: 'E03', with: 'RU' })).toMatchObject({ code: 'unknown-bud' });
    expect(decideShareBud(r.scenario, r.state, 'US', { type: 'shareBud', event: 'E03', with: 'RK' })).toMatchObject({ code: 'already-known' });
    share(r, 'US', 'CN');
    expect(r.state.news.at(-1)).toMatchObject({ code: 'table.bud.shared', to: ['US', 'CN'], params: { event: 'E03', stage: 2 } });
    const menu = (seat: string) => legalBuds(r.scenario, r.state, seat).shareBuds[0]?.with;
    expect([menu('US'), menu('RK'), menu('CN'), menu('JP')]).toEqual([['RU', 'JP', 'DK'], ['CN', 'RU', 'JP', 'DK'], ['RU', 'JP', 'DK'], undefined]);
    const heard = (seat: string) => budViews(r.scenario, r.state, seat)[0]?.knownTo;
    expect([heard('US'), heard('RK'), heard('CN'), heard('JP')]).toEqual([['US', 'CN', 'RK'], ['US', 'RK'], ['US', 'CN', 'RK'], undefined]);
    share(r, 'RK', 'CN'); // it does not know that CN knows
  });
  test('BU-3 property: whoever may not see a bud reads the same with it and without it', () => {
    const strangers = (data: Scenario, withBud: MatchState, withoutBud: MatchState): void => {
      for (const seat of ['CN', 'RU', 'JP', 'DK']) expect(project(data, withBud, { kind: 'seat', seat })).toEqual(project(data, withoutBud, { kind: 'seat', seat }));
      expect(project(data, withBud, { kind: 'public' })).toEqual(project(data, withoutBud, { kind: 'public' }));
    };
    const r = sighted();
    const bare = last(indicators(after({ ...r.scenario, events: [] }), { PRO: 4, CON: 40 }), { pressure: 30 });
    dawn(bare);
    for (const where of ['bilateral', 'plenary', 'secret'] as const) {
      for (const each of [r, bare]) phase(each, where);
      if (where === 'plenary') pledge(r, 'US', 2);
      strangers(r.scenario, r.state, bare.state);
      // A sealed pledge does not show its partner in the other owner's view either.
      expect(budViews(r.scenario, r.state, 'RK')[0]).toMatchObject({ ownPledge: 0 });
    }
    finish(r, { levels: level2 });
    finish(bare, { levels: level2 });
    strangers(r.scenario, r.state, bare.state);
  });
});

describe('the six in bloom and their own remedies', () => {
  test('E18 CN N -6 and no firmer than 2 for two rounds, RK N -4; food aid or two shipments remove it', () => {
    const r = set(after(alone(['E18'])), (state) => ({ history: [record(state, 1, [], { pressure: 80 }), record(state, 2, [], { pressure: 80 })], round: 2 }));
    dawn(r); again(r, 80); again(r, 80);
    const n = (id: string) => r.state.seats[id]?.n ?? 0;
    const before = [n('CN'), n('RK')];
    again(r, 80);
    expect([n('CN') - before[0]!, n('RK') - before[1]!]).toEqual([-6, -4]);
    expect(finish(r, { levels: { CN: 4 } }).seats['CN']?.redLine).toBe(2);
    const shipped = (seats: string[]) => { const s = set(after(alone(['E18'])), (state) => ({ history: [record(state, 1, [], { pressure: 80 }), record(state, 2, [], { pressure: 80 })], round: 2 })); dawn(s); finish(s, { actions: Object.fromEntries(seats.map((id) => [id, [{ action: 'UA18', ...(scenario.actions.find((a) => a.id === 'UA18')?.target ? { target: 'DK' } : {}) }]])) }); return bud(s)?.state; };
    expect([shipped(['CN']), shipped(['CN', 'RU'])]).toEqual(['growing', 'defused']);
  });
  test('E18 also when DK has lost 8 points in two rounds', () => {
    const r = set(after(alone(['E18'])), (state) => ({ round: 3, history: [1, 2, 3].map((round) => record(state, round, [], { points: { DK: round === 1 ? 58 : 52 } })) }));
    expect(dawn(r).craft.buds['E18']?.state).toBe('growing');
  });
  test('E21 US DS -9, SA02 waits for DN04, a step toward other hands; DN04 removes it', () => {
    const r = after(alone(['E21']), 3);
    dawn(r); again(r);
    const ds = r.state.seats['US']?.ds ?? 0;
    again(r);
    expect([r.state.seats['US']?.ds, r.state.craft.leakCounter]).toEqual([ds - 9, 1]);
    const line = { clause: 'SA02', givers: ['US'], receivers: ['DK'], mode: 'WRITTEN' as const };
    expect(checkLine(r.scenario, r.state, line, null)).toMatchObject({ code: 'clause-first', params: { clause: 'DN04' } });
    set(r, (state) => withGiven(state, ['DN04']));
    expect(checkLine(r.scenario, r.state, line, null)).toBeNull();
    const clarified = after(alone(['E21']), 3);
    dawn(clarified);
    set(clarified, (state) => withGiven(state, ['DN04']));
    finish(clarified);
    expect(bud(clarified)?.state).toBe('defused');
  });
  test('E27 the pair loses 16, TEN +10, BLOC +6, CM -9, and the two sign nothing together this round; MP04 removes it', () => {
    const quarrel = (): Recorder => { const r = trust(after(alone(['E27'])), { 'CN-JP': 30 }); dawn(r); again(r); return r; };
    const r = quarrel();
    again(r);
    expect([r.state.trust['CN-JP'], r.state.trust['JP-RK'], pendedBy(r.state, 'E27')]).toEqual([14, 50, [['ten', 10], ['bloc', 6], ['cm', -9]]]);
    phase(r, 'plenary');
    const text = { id: 'p', chain: 'p', version: 1, parent: null, author: 'CN', scope: 'plenary' as const, chairDraft: false, round: r.state.round, phaseSeq: r.state.phaseSeq, lines: [], parties: ['US', 'CN', 'JP'], signed: ['CN'], refusals: [], objection: null, status: 'live' as const };
    set(r, { proposals: [text] });
    const sign = (seat: string) => decideSign(r.scenario, r.state, seat, { type: 'sign', proposal: 'p', version: 1 } satisfies SeatCommand & { type: 'sign' });
    expect(sign('JP')).toMatchObject({ code: 'no-cosigning', params: { seat: 'CN' } });
    expect(isRefusal(sign('US'))).toBe(false);
    expect(project(r.scenario, r.state, { kind: 'seat', seat: 'JP' }).legal?.answer['p']?.sign).toBe(false);
    const calmed = quarrel();
    set(calmed, (state) => withGiven(state, ['MP04']));
    finish(calmed);
    expect(bud(calmed)?.state).toBe('defused');
  });
  test('E29 after an exercise between hard blocs: TEN +14, BLOC +4, CM -12, US-CN -16; a hotline cancels it', () => {
    const played = (clauses: string[]): Recorder => { const r = set(indicators(after(alone(['E29']), 1, [{ seat: 'US', action: 'UA12', partner: 'RK' }]), { BLOC: 60 }), (state) => withGiven(state, clauses)); dawn(r); return r; };
    const r = played([]);
    const before = r.state.trust['US-CN'] ?? 0;
    again(r);
    expect([pendedBy(r.state, 'E29'), r.state.trust['US-CN']]).toEqual([[['ten', 14], ['bloc', 4], ['cm', -12]], before - 16]);
    expect(bud(played(['MP04']))).toBeUndefined();
  });
});

describe('M16 and E22', () => {
  const wide = (clauses: string[] = [], level: 'full' | 'standard' = 'full'): Recorder => set(indicators(after(alone(['E22']), 1, [], { level }), { PRO: 6 }), (state) => withGiven(state, clauses));
  test('BU-4 the counter rises at each fold from rung 6, unless DN10 is in force', () => {
    const count = (r: Recorder): number => { dawn(r); finish(r); dawn(r); finish(r); return r.state.craft.leakCounter; };
    expect([count(wide()), count(wide(['DN10'])), count(indicators(wide(), { PRO: 5 })), count(wide([], 'standard'))]).toEqual([2, 0, 0, 0]);
  });
  test('E22 at three: TEN +12, each power N -3, counter 0; together VAL +6, else -6', () => {
    const sold = (): Recorder => { const r = wide(['DN10']); r.state = { ...r.state, craft: { ...r.state.craft, leakCounter: 3 } }; dawn(r); return r; };
    const r = sold();
    expect([pendedBy(r.state, 'E22'), r.state.craft.leakCounter, ['US', 'CN', 'RU', 'JP', 'RK'].map((id) => r.state.seats[id]?.n)]).toEqual([[['ten', 12]], 0, [47, 47, 47, 47, 50]]);
    expect(finish(r).indicators.VAL).toBe(39);
    const united = indicators(sold(), { CON: 60 });
    const target = scenario.actions.find((a) => a.id === 'UA20')?.target;
    expect(finish(united, { actions: { CN: [{ action: 'UA20', ...(target ? { target: 'DK' } : {}) }] } }).indicators.VAL).toBe(51);
  });
});
