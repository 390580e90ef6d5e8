/** Delegations (rules DL): offices, drafts for the head, votes inside. */
import { describe, expect, it } from 'vitest';
import { project, type ActCommand, type DeskAct, type SeatId } from '../../../src/index.ts';
import { started as given, table, type Given } from '../../given.ts';

const desk = (act: DeskAct) => ({ type: 'desk' as const, act });
const as = (seat: SeatId, member: string) => ({ kind: 'seat' as const, seat, member });
const assign = (member: string, seat: SeatId | null, office: string | null) => desk({ type: 'assign', member, name: member.toUpperCase(), seat, office });
const open = given({ level: 'full' }).and(table, assign('ann', 'US', 'head')).and(table, assign('ben', 'US', 'economy')).and(table, assign('cho', 'US', 'security'));
const declare: ActCommand = { type: 'declare', level: 2 };
const choose = (actions: string[], dues = {}): ActCommand => ({ type: 'choose', actions: actions.map((action) => ({ action })), dues, reversals: [], denials: [], remedies: [] });
const drafts = (match: Given, seat: SeatId) => project(match.scenario, match.state, { kind: 'seat', seat }).desk?.drafts ?? [];

describe('DL delegations', () => {
  it('DL-1: at most eight members, one head, known offices; who leaves is gone', () => {
    open.when(table, assign('dan', 'US', 'head')).refused('office-taken');
    open.when(table, assign('dan', 'US', 'cook')).refused('unknown-office');
    open.when(table, assign('dan', 'XX', 'press')).refused('unknown-seat');
    const eight = ['d', 'e', 'f', 'g', 'h'].reduce<Given>((match, name) => match.and(table, assign(name, 'US', 'press')), open);
    eight.when(table, assign('i', 'US', 'press')).refused('delegation-full');
    expect(open.and(table, assign('ben', null, null)).state.desk?.delegates.map(({ member }) => member)).toEqual(['ann', 'cho']);
    expect(open.and(table, assign('ben', 'CN', 'head')).state.desk?.delegates.filter(({ member }) => member === 'ben')).toMatchObject([{ seat: 'CN', office: 'head' }]);
  });

  it('DL-2: the head decides everything, an office its field, and a refusal names the office', () => {
    const now = open.until('declaration');
    now.and(as('US', 'ann'), declare);
    expect(now.when(as('US', 'ben'), declare).decision).toMatchObject({ refused: true, code: 'not-your-office', params: { office: 'economy' } });
    now.and(as('US', 'ben'), { type: 'message', to: [], text: 'shall we?' });
    const secret = open.until('secret');
    secret.when(as('US', 'cho'), choose(['UA18'])).refused('not-your-office');
    secret.and(as('US', 'ben'), choose(['UA18']));
  });

  it('DL-2: acts of one field join the sealed decision, the head\'s replaces it', () => {
    const secret = open.until('secret').and(as('US', 'ben'), choose(['UA18'])).and(as('US', 'cho'), choose(['UA13']));
    const sealed = (match: Given): string[] => match.state.sealed.choices['US']?.actions.map(({ action }) => action) ?? [];
    expect(sealed(secret)).toEqual(['UA18', 'UA13']);
    expect(sealed(secret.and(as('US', 'ben'), choose([])))).toEqual(['UA13']);
    expect(sealed(secret.and(as('US', 'ann'), choose(['UA14'])))).toEqual(['UA14']);
  });

  it('DL-3: a draft is the delegation\'s own affair until its head confirms it', () => {
    const drafted = open.until('declaration').and(as('US', 'ben'), { type: 'draft', command: declare });
    expect([drafts(drafted, 'US').length, drafts(drafted, 'CN').length]).toEqual([1, 0]);
    const id = drafts(drafted, 'US')[0]?.id ?? '';
    const voted = drafted.and(as('US', 'cho'), { type: 'voteDraft', draft: id, favour: true }).and(as('US', 'ben'), { type: 'voteDraft', draft: id, favour: true });
    expect(drafts(voted, 'US')[0]?.votes).toEqual({ cho: true, ben: true });
    voted.when(as('US', 'cho'), { type: 'confirmDraft', draft: id }).refused('not-your-office');
    voted.when(as('US', 'cho'), { type: 'dropDraft', draft: id }).refused('not-author');
    voted.when('CN', { type: 'confirmDraft', draft: id }).refused('cannot-draft');
    const done = voted.and(as('US', 'ann'), { type: 'confirmDraft', draft: id });
    expect(done.state.sealed.declarations['US']).toBe(2);
    expect(drafts(done, 'US')).toEqual([]);
    done.when(as('US', 'ann'), { type: 'confirmDraft', draft: id }).refused('unknown-draft');
  });

  it('DL-3: a draft that the rules refuse stays a draft; a dozen are enough', () => {
    const drafted = open.until('declaration').and(as('US', 'ben'), { type: 'draft', command: { type: 'declare', level: 9 } });
    drafted.when(as('US', 'ann'), { type: 'confirmDraft', draft: drafts(drafted, 'US')[0]?.id ?? '' }).refused('level-out-of-range');
    const many = Array.from({ length: 11 }).reduce<Given>((match) => match.and(as('US', 'cho'), { type: 'draft', command: declare }), drafted);
    many.when(as('US', 'ben'), { type: 'draft', command: declare }).refused('too-many-drafts');
    open.when(as('US', 'ben'), { type: 'draft', command: { type: 'message', to: [], text: 'x' } }).refused('cannot-draft');
  });

  it('DL-4: without its head a delegation is led by the next office', () => {
    const headless = open.and(table, assign('ann', null, null)).until('declaration');
    headless.and(as('US', 'cho'), declare);
    headless.when(as('US', 'ben'), declare).refused('not-your-office');
  });

  it('FD-8: a silenced member acts and does not write', () => {
    const silenced = open.and(table, desk({ type: 'mute', member: 'ben', on: true }));
    silenced.when(as('US', 'ben'), { type: 'message', to: [], text: 'x' }).refused('muted');
    silenced.and(table, desk({ type: 'mute', member: 'ben', on: false })).and(as('US', 'ben'), { type: 'message', to: [], text: 'x' });
    open.when(table, desk({ type: 'mute', member: 'nobody', on: true })).refused('unknown-delegate');
  });
});
