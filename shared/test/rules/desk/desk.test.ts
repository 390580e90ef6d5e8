/** The facilitator's desk (rules FD): every act of it is an entry of the match like any other. */
import { describe, expect, it } from 'vitest';
import { project, type ActCommand, type DeskAct, type MatchState, type SeatId } from '../../../src/index.ts';
import { started as given, table, type Given } from '../../given.ts';

const desk = (act: DeskAct) => ({ type: 'desk' as const, act });
const member = (seat: SeatId, name: string) => ({ kind: 'seat' as const, seat, member: name });
const open = given().until('declaration');
const declare = (level: number): ActCommand => ({ type: 'declare', level });
const news = (match: Given, code: string) => match.state.news.filter((item) => item.code === code);
const view = (match: Given, seat: SeatId | null) => project(match.scenario, match.state, seat === null ? { kind: 'public' } : { kind: 'seat', seat });

describe('FD desk', () => {
  it('FD-1: before the first act of a desk the state knows of none, and a seat cannot give its commands', () => {
    expect(open.state.desk).toBeUndefined();
    expect(view(open, 'US').desk).toBeNull();
    open.when('US', desk({ type: 'resume' })).refused('not-for-seats');
  });

  it('FD-2: a paused table talks and does nothing else until it goes on', () => {
    const paused = open.and(table, desk({ type: 'pause', reason: 'a word to all', until: 9_000 }));
    expect(news(paused, 'table.deskPaused')).toHaveLength(1);
    expect(view(paused, null).desk?.paused).toEqual({ reason: 'a word to all', until: 9_000 });
    paused.when('US', declare(2)).refused('paused');
    paused.when('US', { type: 'ready', on: true }).refused('paused');
    paused.and('US', { type: 'message', to: ['CN'], text: 'still talking' });
    paused.when(table, desk({ type: 'pause', reason: '', until: null })).refused('already-paused');
    const on = paused.and(table, desk({ type: 'resume' })).and('US', declare(2));
    expect(on.state.sealed.declarations['US']).toBe(2);
    on.when(table, desk({ type: 'resume' })).refused('not-paused');
  });

  it('FD-2: extensions of a phase add up and belong to that phase alone', () => {
    const { phaseSeq } = open.state;
    const longer = open.and(table, desk({ type: 'extend', phaseSeq, seconds: 60 })).and(table, desk({ type: 'extend', phaseSeq, seconds: 30 }));
    expect(longer.state.desk?.extended).toEqual({ phaseSeq, seconds: 90 });
    open.when(table, desk({ type: 'extend', phaseSeq: phaseSeq - 1, seconds: 60 })).refused('stale-phase');
    open.when(table, desk({ type: 'extend', phaseSeq, seconds: 0 })).refused('bad-extension');
    longer.when(table, desk({ type: 'extend', phaseSeq, seconds: 7_200 })).refused('bad-extension');
  });

  it('FD-3, VI: intelligence reaches those it is meant for and nobody else', () => {
    const told = open.and(table, desk({ type: 'inject', inject: { kind: 'intelligence', to: ['CN', 'RU'], text: 'Trains moved at night.' } }));
    const read = (seat: SeatId | null): boolean => Object.values(view(told, seat).news).some((item) => item.code === 'table.injectIntelligence');
    expect([read('CN'), read('RU'), read('US'), read(null)]).toEqual([true, true, false, false]);
    open.when(table, desk({ type: 'inject', inject: { kind: 'news', to: ['XX'], text: 'x' } })).refused('unknown-recipient');
    open.when(table, desk({ type: 'inject', inject: { kind: 'message', to: [], text: 'x' } })).refused('empty-message');
  });

  it('FD-3, VI: a word of the desk reaches all, or the one delegation it is for', () => {
    const read = (match: Given, seat: SeatId | null): boolean => Object.values(view(match, seat).news).some((item) => item.code === 'table.deskSaid');
    const whispered = open.and(table, desk({ type: 'say', to: ['DK'], text: 'Look at your brief.' }));
    expect([read(whispered, 'DK'), read(whispered, 'RK'), read(whispered, null)]).toEqual([true, false, false]);
    const told = open.and(table, desk({ type: 'say', to: [], text: 'Ten minutes left.' }));
    expect([read(told, 'DK'), read(told, 'RK'), read(told, null)]).toEqual([true, true, true]);
  });

  it('FD-4: effects move tension at the fold, support and trust at once, each within its bound', () => {
    const moved = open.and(table, desk({ type: 'inject', inject: { kind: 'news', to: [], text: 'A vessel is missing.', effects: { ten: 12, support: { US: -10 }, trust: [{ a: 'US', b: 'CN', delta: -10 }] } } }));
    expect(moved.state.seats['US']?.ds).toBe((open.state.seats['US']?.ds ?? 0) - 10);
    expect(moved.state.trust['US-CN']).toBe((open.state.trust['US-CN'] ?? 0) - 10);
    expect(moved.state.indicators.TEN).toBe(open.state.indicators.TEN);
    const quiet = open.nextRound().state.indicators.TEN;
    expect(moved.nextRound().state.indicators.TEN).toBeGreaterThan(quiet);
    for (const effects of [{ ten: 13 }, { bloc: -7 }, { cm: 10 }, { support: { US: 11 } }, { ten: 1.5 }, { trust: [{ a: 'US', b: 'CN', delta: 11 }] }]) {
      open.when(table, desk({ type: 'inject', inject: { kind: 'news', to: [], text: 'x', effects } })).refused('bad-inject');
    }
    open.when(table, desk({ type: 'inject', inject: { kind: 'news', to: [], text: 'x', effects: { trust: [{ a: 'US', b: 'US', delta: 1 }] } } })).refused('unknown-seat');
  });

  it('FD-5: a rewind takes the match back to a round; talk and news stay, old clicks are stale', () => {
    const first = given();
    const later = first.until('declaration').and('US', { type: 'message', to: ['CN'], text: 'remember this' }).nextRound('declaration');
    const back = later.and(table, desk({ type: 'rewind', round: 1, state: first.state }));
    expect(back.state.round).toBe(1);
    expect(back.state.phaseSeq).toBeGreaterThan(later.state.phaseSeq);
    expect(back.state.messages).toHaveLength(1);
    expect(news(back, 'table.deskRewound')).toHaveLength(1);
    expect(back.state.indicators).toEqual(first.state.indicators);
    expect(back.nextRound().state.round).toBe(2);
    first.when(table, desk({ type: 'rewind', round: 2, state: later.state })).refused('bad-rewind');
    later.when(table, desk({ type: 'rewind', round: 1, state: later.state })).refused('bad-rewind');
  });

  it('FD-6: a decision on paper counts like the seat\'s own, legal or refused, and all are told it was entered', () => {
    const entered = open.and(table, desk({ type: 'enter', seat: 'JP', command: declare(3), note: 'sheet 4' }));
    expect(entered.state.sealed.declarations['JP']).toBe(3);
    expect(news(entered, 'table.deskEntered')[0]?.to).toBe('all');
    open.when(table, desk({ type: 'enter', seat: 'JP', command: declare(9), note: '' })).refused('level-out-of-range');
  });

  it('FD-7: what the desk wants to see waits, and is done as asked, amended, or returned with a reason', () => {
    const asking = open.and(table, desk({ type: 'approval', commands: ['declare'] })).and(member('US', 'm1'), declare(4));
    expect(asking.state.sealed.declarations['US']).toBeUndefined();
    const [request] = asking.state.desk?.requests ?? [];
    expect(request).toMatchObject({ seat: 'US', by: 'm1', command: declare(4) });
    expect([view(asking, 'US').desk?.requests.length, view(asking, 'CN').desk?.requests.length]).toEqual([1, 0]);
    const settle = (verdict: 'approve' | 'return', amended?: ActCommand): DeskAct => ({ type: 'settle', request: request?.id ?? '', verdict, reason: 'see your mandate', ...(amended ? { amended } : {}) });
    expect(asking.and(table, desk(settle('approve'))).state.sealed.declarations['US']).toBe(4);
    expect(asking.and(table, desk(settle('approve', declare(3)))).state.sealed.declarations['US']).toBe(3);
    const returned = asking.and(table, desk(settle('return')));
    expect(returned.state.sealed.declarations['US']).toBeUndefined();
    expect(news(returned, 'table.deskReturned')[0]?.to).toEqual(['US']);
    returned.when(table, desk(settle('approve'))).refused('unknown-request');
    // A newer request of the same kind takes the place of the older; a bot (no member) is not kept waiting.
    expect(asking.and(member('US', 'm1'), declare(2)).state.desk?.requests).toHaveLength(1);
    expect(asking.and('CN', declare(1)).state.sealed.declarations['CN']).toBe(1);
  });

  it('FD-6, PH: the last awaited decision closes the phase, on paper as on screen', () => {
    const almost = ['US', 'CN', 'RU', 'JP', 'RK'].reduce<Given>((match, seat) => match.and(seat, { type: 'ready', on: true }), open.and('DK', { type: 'ready', on: true }).and('RK', { type: 'ready', on: false }));
    expect(almost.state.phase as MatchState['phase']).not.toBe('declaration');
    const five = ['US', 'CN', 'RU', 'JP'].reduce<Given>((match, seat) => match.and(seat, { type: 'ready', on: true }), open);
    const done = five.and('DK', { type: 'ready', on: true }).and(table, desk({ type: 'enter', seat: 'RK', command: { type: 'ready', on: true }, note: '' }));
    expect(done.state.phase).not.toBe('declaration');
  });
});
