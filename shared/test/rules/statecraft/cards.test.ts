/** M09, M10, IN-5, SC-4: core-interest and linkage cards. */
import { describe, expect, test } from 'vitest';
import { project } from '../../../src/index.ts';
import { scoreSeat } from '../../../src/rules/score.ts';
import { sixParty, started, type Given } from '../../given.ts';

const full = (): Given => started({ level: 'full' });
/** Round 2, first slot, the two in a meeting. */
const meeting = (a = 'US', b = 'CN'): Given => full().nextRound('bilateral').and(a, { type: 'invite', to: b }).and(b, { type: 'acceptInvite', from: a });
const card = (match: Given, seat: string): string => match.state.craft.cards[seat]?.find((each) => each.kind === 'linkage')?.id ?? '';

describe('M10 linkage', () => {
  test('M10 every power is dealt one secret card in rounds 2, 4, 6, ...', () => {
    expect(Object.keys(full().until('declaration').state.craft.cards)).toEqual([]);
    const second = full().nextRound('declaration');
    expect(Object.keys(second.state.craft.cards).sort()).toEqual(['CN', 'JP', 'RU', 'US']);
    expect(project(sixParty, second.state, { kind: 'seat', seat: 'CN' }).me?.cards).toHaveLength(1);
    expect(JSON.stringify(project(sixParty, second.state, { kind: 'seat', seat: 'CN' }))).not.toContain(card(second, 'US'));
    expect(second.nextRound('declaration').state.craft.cards['US']).toHaveLength(1);
    expect(second.nextRound('declaration').nextRound('declaration').state.craft.cards['US']).toHaveLength(2);
  });
  test('IN-5 traded for a red line: bound next round, +4 N, D +25 once, public from the fold', () => {
    const offered = meeting().and('US', { type: 'offerCard', card: card(meeting(), 'US'), give: { kind: 'level', level: 0 } });
    expect(project(sixParty, offered.state, { kind: 'seat', seat: 'CN' }).legal?.craft.answerCards).toHaveLength(1);
    const sold = offered.and('CN', { type: 'answerCard', from: 'US', card: card(meeting(), 'US'), accept: true });
    expect(project(sixParty, sold.state, { kind: 'public' }).craft.traded).toEqual([]);
    const next = sold.nextRound('declaration');
    expect(project(sixParty, next.state, { kind: 'public' }).craft.traded).toMatchObject([{ seat: 'US', card: { buyer: 'CN' } }]);
    const shown = next.and('US', { type: 'declare', level: 4 }).tick().state;
    expect(shown.seats['US']?.redLine).toBe(0);
    expect(scoreSeat(sixParty, sold.state, 'US', 'managed').terms).toContainEqual({ code: 'score.linkage', value: 4 });
    expect(scoreSeat(sixParty, meeting().state, 'US', 'managed').terms.some((term) => term.code === 'score.linkage')).toBe(false);
    const levels = Object.values(sixParty.seats).filter((seat) => seat.kind === 'power').map((seat) => shown.seats[seat.id]?.redLine ?? 0);
    expect(shown.indicators.D).toBe(Math.min(100, 25 * (Math.max(...levels) - Math.min(...levels)) + 25));
  });
  test('IN-5 traded for a signature: it stands under the buyer’s plenary text at once and cannot be refused', () => {
    const sold = meeting().and('US', { type: 'offerCard', card: card(meeting(), 'US'), give: { kind: 'signature' } }).and('CN', { type: 'answerCard', from: 'US', card: card(meeting(), 'US'), accept: true });
    const tabled = sold.until('plenary').and('CN', { type: 'propose', scope: 'plenary', lines: [{ clause: 'NO01', givers: ['US', 'DK'], receivers: ['US', 'DK'], mode: 'WRITTEN' }] });
    const text = tabled.state.proposals.at(-1);
    expect(text?.signed).toEqual(['CN', 'US']);
    tabled.when('US', { type: 'refuse', proposal: text?.id ?? '', version: 1, reasons: ['not-now'] }).refused('bound-signature');
  });
  test('IN-5 refusals: no meeting, no such card, a price out of range, nothing to answer', () => {
    full().nextRound('bilateral').when('US', { type: 'offerCard', card: 'x', give: { kind: 'signature' } }).refused('no-meeting');
    meeting().when('US', { type: 'offerCard', card: 'x', give: { kind: 'signature' } }).refused('no-card');
    meeting().when('US', { type: 'offerCard', card: card(meeting(), 'US'), give: { kind: 'level', level: 7 } }).refused('bad-price');
    meeting().when('CN', { type: 'answerCard', from: 'US', card: 'x', accept: true }).refused('no-card-offer');
    meeting('US', 'DK').when('US', { type: 'offerCard', card: card(meeting(), 'US'), give: { kind: 'signature' } }).refused('no-meeting');
    started({ level: 'standard' }).nextRound('bilateral').when('US', { type: 'offerCard', card: 'x', give: { kind: 'signature' } }).refused('not-at-level');
  });
});

describe('M09 core interests', () => {
  const risen = (): Given => started({ level: 'standard' }).seat('CN', { pow: 25 }).seat('US', { pow: 40 }).until('brief');
  test('M09 a gain of 5 in power draws one card; others see that, not which', () => {
    const held = risen().state.craft.cards['CN']?.[0];
    expect(held).toMatchObject({ kind: 'core', state: 'held' });
    expect(sixParty.coreCards?.clauses['CN']).toContain(held?.clause);
    expect(project(sixParty, risen().state, { kind: 'seat', seat: 'US' }).craft.held).toEqual({ CN: 1 });
    expect(risen().nextRound('brief').state.craft.cards['CN']).toHaveLength(1);
    expect(started({ level: 'core' }).seat('CN', { pow: 25 }).until('declaration').state.craft.cards).toEqual({});
  });
  test('SC-4 it pays 6 when its clause was performed', () => {
    const match = risen();
    const clause = match.state.craft.cards['CN']?.[0]?.clause ?? '';
    const giver = sixParty.clauses.find((each) => each.id === clause)?.giver.seats[0] ?? '';
    const done = match.with({ commitments: [{
      id: 'y', proposal: 'p', line: 0, clause, giver, givers: [giver], receivers: [], mode: 'WRITTEN', scope: 'plenary', adoptedAt: 1, after: null, state: 'performed',
      tranches: [{ n: 1, state: 'performed', due: 1, performedAt: 1, values: {}, cost: 0 }], kept: 0, foundAt: null, freeReversalUntil: null, deniable: false,
    }] });
    expect(scoreSeat(sixParty, done.state, 'CN', 'managed').terms).toContainEqual({ code: 'score.core', value: 6 });
    expect(scoreSeat(sixParty, match.state, 'CN', 'managed').terms.some((term) => term.code === 'score.core')).toBe(false);
  });
});
