/** CO-10: a promise that does not exist for anybody but two, and what happens when it comes out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, legalActs, project } from '../../../src/index.ts';
import type { SeatId } from '../../../src/index.ts';
import { knows } from '../../../src/rules/secrecy.ts';
import type { Given } from '../../given.ts';
import { dice, SEATS, sixParty, walk } from '../../given.ts';
import { agreed, agreedBetween, choose, codes, line, meeting, promise, quiet, trust } from './desk.ts';

const hidden = { options: { sideLetter: true } } as const;
/** China and the North agree on satellites alone; they trust each other enough to keep it. */
const letter = (): Given => agreedBetween(meeting('CN', 'DK'), 'CN', 'DK', [line('DN13', { givers: ['CN'], ...hidden })]);
const looks = (match: Given, seat: SeatId) => project(quiet, match.state, { kind: 'seat', seat });
const ledger = (match: Given, seat: SeatId): string[] => Object.values(looks(match, seat).commitments).map((c) => c.clause);

describe('CO-10 side letters', () => {
  it('CO-10: the parties read it, nobody else does, not after the fold and not after the deed', () => {
    const performed = letter().until('reveal').nextRound('reveal');
    expect(promise(performed, 'DN13').state).toBe('performed');
    for (const seat of SEATS) expect(ledger(performed, seat)).toEqual(seat === 'CN' || seat === 'DK' ? ['DN13'] : []);
    const told = (seat: SeatId): string[] => Object.values(looks(performed, seat).news).map((item) => item.code);
    expect(told('DK')).toContain('table.performed');
    for (const code of ['table.performed', 'table.agreedBilateral', 'table.adoptedBilateral']) expect(told('US')).not.toContain(code);
  });
  it('CO-10: its worth to others is not in their books until they know, and counts at the end', () => {
    const performed = letter().until('reveal').nextRound('reveal');
    expect(looks(performed, 'JP').me?.n).toBe(performed.state.seats['JP']?.n);
    expect(looks(performed, 'DK').me?.nTerms.at(-1)).toMatchObject({ code: 'score.clauses', params: { values: 2 } }); // half of 5 while it runs
    let end = performed;
    while (end.state.status === 'running') end = end.tick();
    expect(end.state.ending?.scores.find((score) => score.seat === 'JP')?.terms.find((term) => term.code === 'score.clauses')?.params).toMatchObject({ values: 5 });
  });
  it('CO-10: it relieves no gauge before it is known', () => {
    const across = (set: object): string => JSON.stringify(agreedBetween(meeting('DK', 'RK'), 'RK', 'DK', [line('EN07', set)]).nextRound('reveal').state.terms);
    expect(across({})).toContain('crossing');
    expect(across(hidden)).not.toContain('crossing');
  });
  it('CO-10: others’ menus do not tell: what is given in secret can be asked for in public, and then counts once', () => {
    const performed = letter().until('reveal').nextRound('plenary').nextRound('plenary');
    const menu = (seat: SeatId) => legalActs(quiet, performed.state, seat).propose[0]?.clauses.find((each) => each.clause === 'DN13')?.givers;
    expect(menu('JP')).toEqual([['CN'], ['RU']]);
    expect(menu('DK')).toEqual([['RU']]);
    performed.when('DK', { type: 'propose', scope: 'plenary', lines: [line('DN13', { givers: ['CN'] })] }).refused('already-in-force');
    const open = agreed(performed, [line('DN13', { givers: ['CN'] })], 'JP');
    expect(open.state.commitments.map((c) => [c.state, c.tranches.map((tranche) => tranche.state)])).toEqual([['superseded', ['void']], ['agreed', ['pending']]]);
  });
  it('CO-10: steps given in secret are asked for again, so that the numbers do not tell', () => {
    const begun = agreedBetween(meeting('DK', 'RK'), 'RK', 'DK', [line('EN03', hidden)]).nextRound('reveal').nextRound('plenary');
    expect(promise(begun, 'EN03').tranches.map((tranche) => tranche.state)).toEqual(['performed', 'due']);
    const open = agreed(begun, [line('EN03')], 'JP');
    expect(promise(open, 'EN03').tranches.map((tranche) => tranche.n)).toEqual([1, 2]);
  });
  it('CO-10: looked for with 2 AP it comes out, and the allies left out resent it by 6', () => {
    const before = agreedBetween(meeting('DK', 'RK'), 'RK', 'DK', [line('EN07', hidden)]).nextRound('brief');
    const asked = before.and('RU', { type: 'inquire', about: { kind: 'covert', seat: 'RK' } });
    expect(promise(asked, 'EN07').found).toBe(true);
    expect(ledger(asked, 'JP')).toEqual(['EN07']);
    expect(codes(asked)).toContain('table.sideLetter.found');
    expect([trust(asked, 'US-RK') - trust(before, 'US-RK'), trust(asked, 'CN-DK') - trust(before, 'CN-DK'), trust(asked, 'JP-RK') - trust(before, 'JP-RK')]).toEqual([-6, -6, 0]);
    expect(asked.state.craft.knowledge['RU']).toMatchObject([{ kind: 'covert', seat: 'RK', found: [promise(asked, 'EN07').id] }]);
    expect(before.and('RU', { type: 'inquire', about: { kind: 'covert', seat: 'JP' } }).state.craft.knowledge['RU']).toMatchObject([{ found: [] }]);
  });
  it('CO-10: a deed across the dividing line counts for the blocs once it is known', () => {
    const before = agreedBetween(meeting('DK', 'RK'), 'RK', 'DK', [line('EN07', hidden)]).nextRound('reveal').nextRound('brief');
    const asked = before.and('RU', { type: 'inquire', about: { kind: 'covert', seat: 'DK' } });
    expect(asked.state.pending.bloc).toContainEqual(expect.objectContaining({ code: 'crossing', value: -4 }));
  });
  it('CO-10: between seats that trust each other less than 30 it comes out at the next dawn', () => {
    const match = agreedBetween(meeting('US', 'DK'), 'US', 'DK', [line('SA03', hidden)]);
    const dawn = match.nextRound('dawn');
    expect(promise(dawn, 'SA03').found).toBe(true);
    expect([trust(dawn, 'US-JP'), trust(dawn, 'US-RK')]).toEqual([trust(match, 'US-JP') - 1 - 6, trust(match, 'US-RK') - 6]); // drift, and the letter
    expect(trust(dawn, 'CN-DK')).toBe(trust(match, 'CN-DK') - 6);
    expect(dawn.state.craft.vetoes).toEqual({ RK: [promise(dawn, 'SA03').proposal] });
  });
  it('CO-10: broken in secret it costs the two alone', () => {
    const due = letter().nextRound('secret');
    const broken = due.and('CN', choose({ dues: { [promise(due, 'DN13').id]: 'withhold' } })).until('reveal');
    expect(trust(broken, 'CN-DK') - trust(due, 'CN-DK')).toBe(-15);
    expect(trust(broken, 'CN-RK')).toBe(trust(due, 'CN-RK'));
    expect(broken.state.terms?.CM ?? []).not.toContainEqual(expect.objectContaining({ code: 'breach' }));
    expect(Object.values(looks(broken, 'JP').news).map((item) => item.code)).not.toContain('table.breached');
  });
  it('CO-10: between two alone, a text as a whole, at the full level', () => {
    const met = meeting('US', 'DK');
    met.when('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01'), line('SA03', hidden)] }).refused('side-letter-place', { clause: 'NO01' });
    met.until('plenary').when('US', { type: 'propose', scope: 'plenary', lines: [line('NO01', hidden)] }).refused('side-letter-place');
    meeting('US', 'DK', { level: 'standard' }).when('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01', hidden)] }).refused('option-not-at-level', { option: 'SIDE-LETTER' });
  });
  it('CO-10: nobody accuses in public of what only two know', () => {
    const friends = meeting('US', 'DK').with((state) => ({ trust: { ...state.trust, 'US-DK': 60 } }));
    const match = agreedBetween(friends, 'US', 'DK', [line('DN04', hidden)]).nextRound('secret');
    const later = match.and('DK', choose({ dues: { [promise(match, 'DN04').id]: 'feign' } })).nextRound('plenary');
    expect(promise(later, 'DN04').state).toBe('performed');
    expect(legalActs(quiet, later.state, 'US').craft.accuse?.commitments ?? []).toEqual([]);
    later.when('US', { type: 'accuse', commitment: promise(later, 'DN04').id }).refused('nothing-to-accuse');
  });
});

describe('VI secrecy of side letters', () => {
  it('VI: whoever is no party sees the same match with the letters as without them, all along random play', () => {
    let letters = 0;
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const roll = dice(seed);
      walk(seed, (state) => {
        if (state.status === 'ended' || roll(12) !== 0) return;
        const seat = SEATS[roll(SEATS.length)] as SeatId;
        if (state.commitments.every((c) => knows(c, seat))) return;
        letters += 1;
        const without = { ...state, commitments: state.commitments.filter((c) => knows(c, seat)) };
        expect(hashOf(project(sixParty, without, { kind: 'seat', seat }))).toBe(hashOf(project(sixParty, state, { kind: 'seat', seat })));
      }, { level: 'full' });
    }), { numRuns: 25 });
    expect(letters).toBeGreaterThan(0);
  });
});
