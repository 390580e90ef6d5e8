/** FD-9, FD-10: what a delegation has signed waits for its capital; delegations among themselves. */
import { describe, expect, it } from 'vitest';
import { legalActs, project, type DeskAct, type MatchState } from '../../../src/index.ts';
import { ratificationsOf } from '../../../src/rules/desk/capital.ts';
import { started as given, table, type Given } from '../../given.ts';
import { agreed, line, plenary, quiet } from '../wording/desk.ts';

const desk = (act: DeskAct) => ({ type: 'desk' as const, act });
/** A plenary at which all six have signed a promise of the US and one of the DPRK. */
function signed(capital: 'off' | 'desk' | 'bot'): Given {
  const talks = plenary();
  return agreed(capital === 'off' ? talks : talks.and(table, desk({ type: 'capital', by: capital })), [line('SA02'), line('DN03')]);
}
const promise = (match: Given): MatchState['commitments'][number] => match.state.commitments.find((c) => c.giver === 'US' && c.clause === 'SA02')!;
const told = (match: Given, code: string): boolean => match.state.news.some((item) => item.code === code);
const text = (match: Given): string => promise(match).proposal;

describe('FD-9 the capital that ratifies', () => {
  it('FD-9: without one a signature binds as ever', () => {
    expect(promise(signed('off'))).not.toHaveProperty('capital');
    expect(promise(signed('off')).state).toBe('agreed');
  });
  it('FD-9: with one the promise waits for the next dawn, and everybody sees that it does', () => {
    const match = signed('desk');
    expect(promise(match)).toMatchObject({ state: 'ratifying', capital: true, ratifyAt: 2 });
    expect(told(match, 'table.capitalAsked')).toBe(true);
    expect(ratificationsOf(match.state)).toMatchObject([{ seat: 'US', clauses: ['SA02'], by: 2 }, { seat: 'DK', clauses: ['DN03'], by: 2 }]);
    const view = project(match.scenario, match.state, { kind: 'seat', seat: 'US' });
    expect(view.desk?.capital).toBe('desk');
    // What waits for the capital cannot be carried through for an action point as well (DS-3).
    expect(legalActs(quiet, match.state, 'US').choose?.ratify ?? []).toEqual([]);
  });
  it('FD-9: the desk ratifies at once, with a word for the own delegation alone', () => {
    const match = signed('desk').and(table, desk({ type: 'ratify', seat: 'US', proposal: text(signed('desk')), verdict: 'ratify', reason: 'Well done.' }));
    expect(promise(match).state).toBe('agreed');
    expect(match.state.news.find((item) => item.code === 'table.capitalWord')?.to).toEqual(['US']);
    match.when(table, desk({ type: 'ratify', seat: 'US', proposal: text(match), verdict: 'ratify', reason: '' })).refused('nothing-to-ratify');
    expect(promise(match.nextRound('brief')).state).not.toBe('lapsed');
  });
  it('FD-9: the desk rejects: it lapses and costs a little trust with those who were promised', () => {
    const before = signed('desk');
    const match = before.and(table, desk({ type: 'ratify', seat: 'US', proposal: text(before), verdict: 'reject', reason: '' }));
    expect(promise(match).state).toBe('lapsed');
    expect(told(match, 'table.capitalRejected')).toBe(true);
    expect(Object.entries(match.state.trust).filter(([pair, value]) => value < before.state.trust[pair]!)).toHaveLength(1);
  });
  it('FD-9: the desk that does not answer by dawn has not ratified', () => {
    const match = signed('desk').nextRound('brief');
    expect(promise(match).state).toBe('lapsed');
    expect(told(match, 'table.capitalSilent')).toBe(true);
  });
  it('FD-9: the rules ratify what brings the seat at least what it costs it, and nothing else', () => {
    const match = signed('bot');
    const asked = ratificationsOf(match.state).find(({ seat }) => seat === 'US');
    const passes = asked!.gains >= asked!.costs;
    expect(promise(match.nextRound('brief')).state === 'lapsed').toBe(!passes);
    // The same text, too dear by one for what it brings, and worth it to the point.
    const worth = (brings: number) => match.with((state) => ({ commitments: state.commitments.map((c) => ({ ...c, tranches: c.tranches.map((tranche, n) => ({ ...tranche, cost: c.giver === 'US' && n === 0 ? 4 : 0, values: { US: c.giver === 'DK' && n === 0 ? brings : 0 } })) })) }));
    expect(promise(worth(3).nextRound('brief')).state).toBe('lapsed');
    expect(promise(worth(4).nextRound('brief')).state).not.toBe('lapsed');
  });
  it('FD-9: a stand-in has no capital to ask, and a capital taken away holds nothing up', () => {
    const held = given().and(table, desk({ type: 'capital', by: 'desk' })).and(table, { type: 'hold', seat: 'US', holder: 'bot' });
    expect(held.state.seats['US']?.holder).toBe('bot');
    const freed = signed('desk').and(table, desk({ type: 'capital', by: 'off' }));
    expect(freed.state.desk).not.toHaveProperty('capital');
    expect(promise(freed.nextRound('brief')).state).not.toBe('lapsed');
  });
  it('FD-9: an answer for an unknown seat or text is refused', () => {
    signed('desk').when(table, desk({ type: 'ratify', seat: 'XX', proposal: 'p1', verdict: 'ratify', reason: '' })).refused('unknown-seat');
    signed('desk').when(table, desk({ type: 'ratify', seat: 'CN', proposal: text(signed('desk')), verdict: 'ratify', reason: '' })).refused('nothing-to-ratify');
  });
});

describe('FD-10 delegations among themselves', () => {
  it('FD-10: in a huddle only the own delegation is heard', () => {
    const match = given().until('declaration').and(table, desk({ type: 'pause', reason: 'five minutes', until: null, huddle: true }));
    expect(match.state.desk?.paused).toMatchObject({ huddle: true });
    expect(told(match, 'table.deskHuddle')).toBe(true);
    match.when('US', { type: 'message', to: ['CN'], text: 'psst' }).refused('huddle');
    match.when('US', { type: 'message', to: [], text: 'what have we promised?' }).events();
    match.and(table, desk({ type: 'resume' })).when('US', { type: 'message', to: ['CN'], text: 'again' }).events();
  });
  it('FD-7: an amended act stays what it was', () => {
    const match = given().until('declaration').and(table, desk({ type: 'approval', commands: ['declare'] })).and({ kind: 'seat', seat: 'US', member: 'm' }, { type: 'declare', level: 1 });
    const [request] = match.state.desk!.requests;
    match.when(table, desk({ type: 'settle', request: request!.id, verdict: 'approve', reason: '', amended: { type: 'ready', on: true } })).refused('bad-amendment');
    expect(match.and(table, desk({ type: 'settle', request: request!.id, verdict: 'approve', reason: '', amended: { type: 'declare', level: 3 } })).state.sealed.declarations['US']).toBe(3);
  });
});
