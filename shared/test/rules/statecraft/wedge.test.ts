/** M11, AC-10: private offers that exclude each other, and notes compared. */
import { describe, expect, test } from 'vitest';
import type { LineDraft, SeatId } from '../../../src/index.ts';
import { project } from '../../../src/index.ts';
import { sixParty, started, type Given } from '../../given.ts';

const gift = (to: SeatId): LineDraft => ({ clause: 'DN01', givers: ['DK'], receivers: [to], mode: 'WRITTEN' });
const asked: Record<SeatId, LineDraft> = {
  CN: { clause: 'EN02', givers: ['CN'], receivers: ['DK'], mode: 'WRITTEN' }, US: { clause: 'SA01', givers: ['US'], receivers: ['DK'], mode: 'WRITTEN' },
};
/** DK meets the power in the slot, offers DN01 for the price, and the power signs. */
function offer(match: Given, to: SeatId, sign = true): Given {
  const met = match.and('DK', { type: 'invite', to }).and(to, { type: 'acceptInvite', from: 'DK' });
  const tabled = met.and('DK', { type: 'propose', scope: 'bilateral', exclusive: true, lines: [gift(to), asked[to] as LineDraft] });
  const id = tabled.state.proposals.at(-1)?.id ?? '';
  return sign ? tabled.and(to, { type: 'sign', proposal: id, version: 1 }) : tabled;
}
const first = (): Given => started({ level: 'full' }).until('bilateral', 1);
const both = (): Given => offer(offer(first(), 'CN').until('bilateral', 2), 'US');

describe('M11 the wedge', () => {
  test('M11 both sign: the sender books both prices and gives nothing, the powers lose 8 with each other', () => {
    const quiet = first().until('reveal').state;
    const sprung = both().until('reveal').state;
    const value = (clause: string): number => sixParty.clauses.find((each) => each.id === clause)?.values['DK'] ?? 0;
    expect(sprung.seats['DK']?.nTerms).toContainEqual({ code: 'wedge', value: Math.floor((12 * value('EN02')) / 10), params: { clause: 'EN02' } });
    expect(sprung.seats['DK']?.nTerms).toContainEqual({ code: 'wedge', value: Math.floor((12 * value('SA01')) / 10), params: { clause: 'SA01' } });
    expect(sprung.trust['US-CN']).toBe((quiet.trust['US-CN'] ?? 0) - 8);
    expect(sprung.commitments.map((c) => c.state)).toEqual(['lapsed', 'lapsed', 'lapsed', 'lapsed']);
    expect(sprung.craft.wedges[0]?.state).toBe('sprung');
  });
  test('M11 one signature only is an ordinary deal', () => {
    const one = offer(first(), 'CN').until('reveal').state;
    expect(one.craft.wedges[0]?.state).toBe('lapsed');
    expect(one.commitments.map((c) => c.state)).toEqual(['agreed', 'agreed']);
  });
  test('M11 powers that compare notes first void both; the sender loses 4 N and 6 with both', () => {
    const caught = both().until('plenary').and('US', { type: 'compareNotes', with: 'CN' });
    expect(caught.state.seats['US']?.ap).toBe(3);
    expect(caught.state.seats['DK']?.nTerms).toContainEqual({ code: 'wedgeCaught', value: -4 });
    expect(caught.state.trust['CN-DK']).toBe(48 - 6);
    expect(caught.state.commitments.every((c) => c.state === 'lapsed')).toBe(true);
    expect(caught.state.craft.knowledge['CN']).toMatchObject([{ kind: 'notes', with: 'US', found: true }]);
    expect(caught.until('reveal').state.seats['DK']?.nTerms.some((term) => term.code === 'wedge')).toBe(false);
  });
  test('M11 notes need trust of 50 or two institutions, and powers', () => {
    const cold = both().until('plenary').with((state) => ({ trust: { ...state.trust, 'US-CN': 49 } }));
    cold.when('US', { type: 'compareNotes', with: 'CN' }).refused('cannot-compare');
    cold.indicators({ INST: 2 }).when('US', { type: 'compareNotes', with: 'CN' }).then({ type: 'learned' });
    both().until('plenary').when('RK', { type: 'compareNotes', with: 'CN' }).refused('cannot-compare');
  });
  test('AC-10 only a small state, to powers, the same gift, one price each', () => {
    const met = first().and('DK', { type: 'invite', to: 'CN' }).and('CN', { type: 'acceptInvite', from: 'DK' });
    met.when('DK', { type: 'propose', scope: 'bilateral', exclusive: true, lines: [gift('CN')] }).refused('bad-option');
    met.when('CN', { type: 'propose', scope: 'bilateral', exclusive: true, lines: [gift('CN'), asked['CN'] as LineDraft] }).refused('bad-option');
    const second = offer(first(), 'CN').until('bilateral', 2).and('DK', { type: 'invite', to: 'US' }).and('US', { type: 'acceptInvite', from: 'DK' });
    second.when('DK', { type: 'propose', scope: 'bilateral', exclusive: true, lines: [{ ...gift('US'), clause: 'DN09' }, asked['US'] as LineDraft] }).refused('bad-option');
    started({ level: 'standard' }).until('bilateral', 1).and('DK', { type: 'invite', to: 'CN' }).and('CN', { type: 'acceptInvite', from: 'DK' })
      .when('DK', { type: 'propose', scope: 'bilateral', exclusive: true, lines: [gift('CN'), asked['CN'] as LineDraft] }).refused('bad-option');
  });
  test('VI the mark is the sender’s own: the power sees an offer like any other', () => {
    const tabled = offer(first(), 'CN', false);
    const [text] = Object.values(project(sixParty, tabled.state, { kind: 'seat', seat: 'CN' }).proposals);
    expect(text).not.toHaveProperty('exclusive');
    expect(project(sixParty, tabled.state, { kind: 'seat', seat: 'CN' }).me?.wedges).toEqual([]);
    expect(project(sixParty, tabled.state, { kind: 'seat', seat: 'DK' }).me?.wedges).toHaveLength(1);
  });
});
