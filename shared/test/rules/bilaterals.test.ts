/** PH bilaterals: invitations, meetings, and what hardened blocs cost (M13). */
import { describe, expect, it } from 'vitest';
import { legalActs, project } from '../../src/index.ts';
import { line, sixParty, started } from '../given.ts';

const slot = started().until('bilateral', 1);
const met = slot.and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });

describe('PH bilaterals', () => {
  it('an invitation is seen by the two it joins only', () => {
    const sent = slot.and('US', { type: 'invite', to: 'DK' });
    const seen = (seat: string): number | undefined => project(sixParty, sent.state, { kind: 'seat', seat }).me?.invitations.length;
    expect(['US', 'DK', 'CN'].map(seen)).toEqual([1, 1, 0]);
  });
  it('two that invite each other meet at once', () => {
    slot.and('US', { type: 'invite', to: 'CN' }).when('CN', { type: 'invite', to: 'US' }).then({ type: 'met', a: 'US', b: 'CN', slot: 1 });
  });
  it('a seat has one invitation out and any number in; declined, it may ask another', () => {
    const asked = slot.and('US', { type: 'invite', to: 'DK' }).and('CN', { type: 'invite', to: 'DK' });
    asked.when('US', { type: 'invite', to: 'CN' }).refused('already-invited', { seat: 'DK' });
    expect(legalActs(sixParty, asked.state, 'DK').meet?.accept).toEqual(['US', 'CN']);
    asked.and('DK', { type: 'declineInvite', from: 'US' }).and('US', { type: 'invite', to: 'CN' });
  });
  it('a meeting ends the other invitations of both', () => {
    const crowd = slot.and('RK', { type: 'invite', to: 'DK' }).and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });
    expect(crowd.state.invitations).toEqual([]);
    crowd.when('DK', { type: 'acceptInvite', from: 'RK' }).refused('already-meeting', { seat: 'US' });
    crowd.when('RK', { type: 'invite', to: 'DK' }).refused('partner-busy', { seat: 'DK' });
  });
  it('nobody meets itself, a stranger, or without an invitation', () => {
    slot.when('US', { type: 'invite', to: 'US' }).refused('self-invite');
    slot.when('US', { type: 'invite', to: 'XX' }).refused('unknown-seat');
    slot.when('US', { type: 'acceptInvite', from: 'CN' }).refused('no-invitation', { from: 'CN' });
    slot.when('US', { type: 'declineInvite', from: 'CN' }).refused('no-invitation', { from: 'CN' });
  });
  it('PH-4: an invitation and a meeting call a ready seat back to the table', () => {
    const done = slot.and('DK', { type: 'ready', on: true }).and('US', { type: 'invite', to: 'DK' });
    expect(done.state.ready).toEqual([]);
    const both = done.and('US', { type: 'ready', on: true }).and('DK', { type: 'acceptInvite', from: 'US' });
    expect(both.state.ready).toEqual([]);
  });
  it('the next slot starts anew', () => {
    const next = met.tick();
    expect(next.state.slot).toBe(2);
    expect(legalActs(sixParty, next.state, 'US').meet).toMatchObject({ with: null });
    expect(next.state.news.at(-1)).toMatchObject({ code: 'table.met', params: { a: 'US', b: 'DK', slot: 1 }, to: 'all' });
  });
  it('M13: at blocs 60 a meeting across the line costs its inviter 2 AP; within a bloc it is free', () => {
    const hard = slot.indicators({ BLOC: 60 });
    const crossed = hard.and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });
    expect([crossed.state.seats['US']?.ap, crossed.state.seats['DK']?.ap]).toEqual([2, 4]);
    const within = hard.and('US', { type: 'invite', to: 'JP' }).and('JP', { type: 'acceptInvite', from: 'US' });
    expect(within.state.seats['US']?.ap).toBe(4);
    hard.seat('US', { ap: 1 }).when('US', { type: 'invite', to: 'DK' }).refused('bloc-gap', { need: 2, have: 1 });
    slot.indicators({ BLOC: 59 }).seat('US', { ap: 1 }).and('US', { type: 'invite', to: 'DK' });
  });
  it('PR-3: a bilateral text needs a meeting and binds its two only', () => {
    slot.when('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01')] }).refused('no-meeting');
    met.when('US', { type: 'propose', scope: 'bilateral', lines: [line('SA05')] }).refused('line-outside-meeting', { seats: 'RK' });
    met.when('US', { type: 'propose', scope: 'bilateral', lines: [line('SG01')] }).then({ type: 'proposalTabled' });
    met.when('US', { type: 'propose', scope: 'plenary', lines: [line('SG01')] }).refused('wrong-phase', { phase: 'plenary' });
  });
  it('PR-3: it is adopted at once when both have signed, nobody else can read or stop it', () => {
    const tabled = met.and('DK', { type: 'propose', scope: 'bilateral', lines: [line('SG01')] });
    const id = tabled.state.proposals[0]?.id as string;
    tabled.when('CN', { type: 'sign', proposal: id, version: 1 }).refused('unknown-proposal');
    tabled.when('CN', { type: 'object', proposal: id, version: 1 }).refused('unknown-proposal');
    tabled.when('US', { type: 'sign', proposal: id, version: 1 }).then({ type: 'proposalSigned' }, { type: 'proposalAdopted' });
  });
  it('PR-1: what is not signed by the end of the slot lapses, and names who was silent', () => {
    const tabled = met.and('DK', { type: 'propose', scope: 'bilateral', lines: [line('SG01')] });
    const over = tabled.when({ kind: 'table' }, { type: 'advance', phaseSeq: tabled.state.phaseSeq }).then({ type: 'proposalExpired', silent: ['US'] });
    expect(over.state.proposals[0]?.status).toBe('expired');
  });
});
