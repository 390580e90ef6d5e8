/** PR: tabling, signing, refusing, objecting, adoption at the close of the plenary, and every reason a text is not legal. */
import { describe, expect, it } from 'vitest';
import { legalActs, loadScenario } from '../../src/index.ts';
import type { LineDraft, MatchState, ReasonCode, SeatId } from '../../src/index.ts';
import type { Given } from '../given.ts';
import { line, SEATS, signedByAll, sixParty, started } from '../given.ts';
import { proposalOf } from '../../src/model/entries.ts';

const plenary = started().until('plenary');
const text = (lines: readonly LineDraft[], extra: object = {}): { type: 'propose'; scope: 'plenary'; lines: readonly LineDraft[] } => ({ type: 'propose', scope: 'plenary', lines, ...extra });
const last = (match: Given): string => match.state.proposals.at(-1)?.id as string;
const signAll = (match: Given, id: string, seats: readonly SeatId[]): Given => seats.reduce((m, seat) => m.and(seat, { type: 'sign', proposal: id, version: proposalOf(m.state, id)?.version ?? 1 }), match);
const statuses = (match: Given): string[] => match.state.proposals.map((p) => p.status);

describe('PR-1 and PR-2 what may stand in a text', () => {
  it('PR-2: every giver and receiver is a party; the author signs by tabling', () => {
    const match = plenary.and('DK', text([line('NO01'), line('EN01')]));
    expect(proposalOf(match.state, last(match))).toMatchObject({ author: 'DK', version: 1, parties: ['US', 'DK', 'RK'], signed: ['DK'], status: 'live' });
  });
  it('PR-2: A+B jointly, A,B each, A/B one of them, and the other five', () => {
    plenary.when('US', text([line('MP01', { givers: ['US'] })])).refused('wrong-giver', { clause: 'MP01', seats: 'US,RK' });
    plenary.when('US', text([line('EN02', { givers: ['US', 'CN'] })])).refused('wrong-giver', { clause: 'EN02' });
    plenary.when('US', text([line('HU03', { givers: ['US', 'RK'] })])).refused('wrong-giver', { seats: 'US,RK', choose: 1 });
    plenary.and('US', text([line('HU03', { givers: ['RK'] })]));
    plenary.when('US', text([line('DN06', { receivers: ['RU', 'CN'] })])).refused('wrong-receiver', { seats: 'CN,RU' });
    plenary.and('US', text([line('DN06', { receivers: ['CN'] })]));
    plenary.when('US', text([line('DN01', { receivers: ['US'] })])).refused('wrong-receiver');
  });
  it('PR-2: seats are put in scenario order, so that equal lines are equal data', () => {
    const match = plenary.and('US', text([line('EN02', { givers: ['RK', 'RU', 'CN', 'US'] })]));
    expect(proposalOf(match.state, last(match))?.lines[0]?.givers).toEqual(['US', 'CN', 'RU', 'RK']);
  });
  it('PR-1: at least one line, at most twelve, no line twice, no unknown clause', () => {
    plenary.when('US', text([])).refused('no-lines', { max: 12 });
    const thirteen = sixParty.clauses.slice(0, 13).map((clause) => line(clause.id));
    plenary.when('US', text(thirteen)).refused('too-many-lines', { max: 12, have: 13 });
    plenary.when('US', text([line('DN01'), line('DN01', { mode: 'ORAL' })])).refused('duplicate-line', { clause: 'DN01', line: 2 });
    plenary.when('US', text([{ ...line('DN01'), clause: 'XX01' }])).refused('unknown-clause', { clause: 'XX01' });
  });
  it('PR-1: two live texts a seat; one withdrawn makes room, an own counter replaces', () => {
    const two = plenary.and('US', text([line('SG01')])).and('US', text([line('NO01')]));
    two.when('US', text([line('SA01')])).refused('too-many-live', { max: 2 });
    two.and('US', { type: 'withdraw', proposal: last(two) }).and('US', text([line('SA01')]));
    two.and('US', text([line('SA01')], { counterTo: last(two) }));
  });
  it('a line may wait for an earlier one only', () => {
    plenary.and('US', text([line('DN01'), line('EN01', { after: 0 })]));
    for (const after of [1, 2, -1, 0.5]) plenary.when('US', text([line('DN01'), line('EN01', { after })])).refused('bad-condition', { line: 2 });
  });
  it('LV: oral lines need the option, which this scenario pins', () => {
    plenary.and('US', text([line('SG01', { mode: 'ORAL' })]));
    const bare = loadScenario({ ...sixParty, pinned: [] });
    started({}, bare).until('plenary').when('US', text([line('SG01', { mode: 'ORAL' })])).refused('clause-not-at-level', { clause: 'SG01', mode: 'ORAL' });
  });
  it('M13: at blocs 85 no clause crosses the line, within a bloc it still does', () => {
    const closed = plenary.indicators({ BLOC: 85 });
    closed.when('US', text([line('SG01')])).refused('blocs-closed');
    closed.and('US', text([line('SG07')]));
    plenary.indicators({ BLOC: 84 }).and('US', text([line('SG01')]));
  });
  it('CO-13: a clause that needs co-signers makes them parties; between two it is out of place', () => {
    const scenario = loadScenario({ ...sixParty, clauses: sixParty.clauses.map((clause) => (clause.id === 'SG01' ? { ...clause, needsSigners: ['CN', 'RU'] } : clause)) });
    const match = started({}, scenario).until('plenary').and('US', text([line('SG01')]));
    expect(proposalOf(match.state, last(match))?.parties).toEqual(['US', 'CN', 'RU', 'DK']);
    const met = started({}, scenario).until('bilateral', 1).and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });
    met.when('US', { type: 'propose', scope: 'bilateral', lines: [line('SG01')] }).refused('missing-signer', { seats: 'CN,RU' });
  });
  it('PR-8: what stands cannot be promised again, what is spent is spent, an unperformed rest may be replaced', () => {
    const adopted = signedByAll(plenary, 'US', [line('DN01'), line('SA01'), line('DN02')]).match;
    const before = adopted.tick().until('reveal').nextRound('plenary');
    before.and('US', text([line('DN01')])); // not performed yet: may be replaced (CO-8)
    const after = before.nextRound('plenary');
    after.when('US', text([line('DN01')])).refused('already-in-force', { clause: 'DN01', giver: 'DK' });
    after.when('US', text([line('SA01')])).refused('already-spent', { clause: 'SA01', giver: 'US' });
    after.and('US', text([line('DN02')]));
    expect(legalActs(sixParty, after.state, 'US').propose[0]?.clauses.find((clause) => clause.clause === 'DN01')).toMatchObject({ ok: false, why: { code: 'already-in-force' } });
  });
  it('SU-2: a suspended table takes no texts', () => {
    const suspended = plenary.with((state) => ({ talks: { ...state.talks, open: false, suspendedSince: 1 } }));
    suspended.when('US', text([line('SG01')])).refused('plenary-suspended');
    expect(legalActs(sixParty, suspended.state, 'US').propose).toEqual([]);
    plenary.when('US', { type: 'preStep', clause: 'SG01', receivers: ['DK'] }).refused('only-suspended');
  });
});

describe('PR-3 and PR-4 answers', () => {
  const tabled = plenary.and('US', text([line('NO01')]));
  const id = last(tabled);
  it('PR-3: a signature counts for the version seen, once', () => {
    const signed = tabled.and('DK', { type: 'sign', proposal: id, version: 1 });
    signed.when('DK', { type: 'sign', proposal: id, version: 1 }).refused('already-signed');
    tabled.when('DK', { type: 'sign', proposal: id, version: 2 }).refused('stale-version', { version: 1 });
    tabled.when('DK', { type: 'sign', proposal: 'p0-XX-1', version: 1 }).refused('unknown-proposal');
    expect(proposalOf(signed.state, id)?.status).toBe('live'); // until the close
  });
  it('PR-4: a party’s refusal needs a reason and kills the text', () => {
    tabled.when('DK', { type: 'refuse', proposal: id, version: 1, reasons: [] }).refused('no-reason');
    tabled.when('CN', { type: 'refuse', proposal: id, version: 1, reasons: ['not-now'] }).refused('not-a-party', { seats: 'US,DK' });
    const reasons: ReasonCode[] = ['no-assurance', 'not-now'];
    const refused = tabled.and('DK', { type: 'refuse', proposal: id, version: 1, reasons });
    expect(proposalOf(refused.state, id)).toMatchObject({ status: 'refused', refusals: [{ seat: 'DK', reasons }] });
    expect(refused.state.news.at(-1)).toMatchObject({ code: 'table.refused', params: { seat: 'DK', author: 'US', clauses: ['NO01'], reasons } });
    refused.when('DK', { type: 'sign', proposal: id, version: 1 }).refused('proposal-closed', { status: 'refused' });
  });
  it('PR-4: the objection of a power that is no party kills the text for 1 AP and costs all', () => {
    const objected = tabled.and('CN', { type: 'object', proposal: id, version: 1 });
    expect(proposalOf(objected.state, id)).toMatchObject({ status: 'objected', objection: 'CN' });
    expect(objected.state.seats['CN']).toMatchObject({ ap: 3, ds: 62 });
    expect(objected.state.seats['DK']?.n).toBe(54);
    expect(objected.state.trust['US-CN']).toBe(42);
    expect(objected.state.pending).toMatchObject({ ten: [{ value: 3 }], bloc: [{ value: 4 }], cm: [{ value: -6 }] });
    expect(objected.tick().tick().state.indicators.BLOC).toBe(38 + 4);
  });
  it('PR-4: Japan may object too, without profit for the proliferator', () => {
    const objected = tabled.and('JP', { type: 'object', proposal: id, version: 1 });
    expect(objected.state.seats['DK']?.n).toBe(50);
  });
  it('PR-4: only powers object, only to texts that do not bind them, and only with an AP', () => {
    tabled.when('RK', { type: 'object', proposal: id, version: 1 }).refused('may-not-object');
    tabled.when('US', { type: 'object', proposal: id, version: 1 }).refused('party-may-not-object');
    tabled.seat('CN', { ap: 0 }).when('CN', { type: 'object', proposal: id, version: 1 }).refused('no-ap', { need: 1, have: 0 });
  });
  it('PR-4: a counter is a new version that names its parent; signatures start anew', () => {
    const countered = tabled.and('DK', { type: 'propose', scope: 'plenary', lines: [line('NO01'), line('SA01')], counterTo: id });
    expect(proposalOf(countered.state, last(countered))).toMatchObject({ parent: id, chain: id, version: 2, signed: ['DK'], author: 'DK' });
    expect(proposalOf(countered.state, id)?.status).toBe('live'); // its author may withdraw it
    countered.when('CN', { type: 'propose', scope: 'plenary', lines: [line('SA03')], counterTo: id }).refused('not-a-party');
    countered.when('US', { type: 'propose', scope: 'plenary', lines: [line('SA03')], counterTo: 'p0-XX-1' }).refused('unknown-proposal');
    countered.and('US', { type: 'withdraw', proposal: id }).when('DK', { type: 'propose', scope: 'plenary', lines: [line('SA03')], counterTo: id }).refused('proposal-closed');
  });
  it('PR-4: an author’s own counter replaces its text', () => {
    const amended = tabled.when('US', { type: 'propose', scope: 'plenary', lines: [line('NO01', { mode: 'ORAL' })], counterTo: id }).then({ type: 'proposalTabled' }, { type: 'proposalSuperseded', proposal: id });
    expect(statuses(amended)).toEqual(['superseded', 'live']);
  });
  it('PR-4: only its author withdraws a text, and only while it is live', () => {
    tabled.when('DK', { type: 'withdraw', proposal: id }).refused('not-author', { author: 'US' });
    tabled.and('US', { type: 'withdraw', proposal: id }).when('US', { type: 'withdraw', proposal: id }).refused('proposal-closed', { status: 'withdrawn' });
  });
  it('PH-4: a new text calls its parties back to the table, nobody else', () => {
    const waiting = plenary.and('DK', { type: 'ready', on: true }).and('JP', { type: 'ready', on: true });
    expect(waiting.and('US', text([line('NO01')])).state.ready).toEqual(['JP']);
  });
});

describe('PR-5 to PR-7 adoption', () => {
  it('PR-5: votes close together, the chair’s draft first, then in order of tabling; a repeated line is dropped', () => {
    const first = plenary.and('US', text([line('DN01'), line('EN01')]));
    const second = first.and('CN', text([line('DN01')], { chairDraft: true }));
    const [free, draft] = second.state.proposals.map((each) => each.id) as [string, string];
    const signed = signAll(signAll(second, free, ['CN', 'RU', 'JP', 'DK', 'RK']), draft, ['US', 'RU', 'JP', 'DK', 'RK']);
    const closed = signed.when({ kind: 'table' }, { type: 'advance', phaseSeq: signed.state.phaseSeq }).then({ type: 'proposalAdopted', proposal: draft }, { type: 'proposalAdopted', proposal: free });
    expect(closed.state.commitments.map(({ clause, proposal }) => [clause, proposal])).toEqual([['DN01', draft], ['EN01', free]]);
  });
  it('PR-5: a text that only repeats is a duplicate and fails', () => {
    const one = signedByAll(plenary, 'US', [line('DN01')]).match;
    const two = signedByAll(one, 'CN', [line('DN01', { mode: 'ORAL' })]).match.tick();
    expect(statuses(two)).toEqual(['adopted', 'duplicate']);
  });
  it('a line that waits for a dropped one waits for its twin', () => {
    const one = signedByAll(plenary, 'US', [line('DN01')]);
    const two = signedByAll(one.match, 'CN', [line('DN01'), line('EN01', { after: 0 })]).match.tick();
    expect(two.state.commitments.find((c) => c.clause === 'EN01')?.after).toBe(`${one.id}-0-DK`);
  });
  it('PR-1: what lacks a signature expires and names the silent', () => {
    const tabled = plenary.and('US', text([line('DN01')])).and('DK', { type: 'sign', proposal: 'p5-US-1', version: 1 });
    tabled.when({ kind: 'table' }, { type: 'advance', phaseSeq: tabled.state.phaseSeq }).then({ type: 'proposalExpired', silent: ['CN', 'RU', 'JP', 'RK'] }, { type: 'newsPosted' });
  });
  it('PR-5: one chair’s draft a plenary, by the chair alone; the chair’s own amendment stays the draft', () => {
    plenary.when('US', text([line('DN01')], { chairDraft: true })).refused('not-chair', { seat: 'CN' });
    const put = plenary.and('CN', text([line('DN01')], { chairDraft: true }));
    put.when('CN', text([line('DN02')], { chairDraft: true })).refused('draft-already-put');
    const amended = put.and('CN', text([line('DN01'), line('EN01')], { counterTo: last(put) }));
    expect(proposalOf(amended.state, last(amended))).toMatchObject({ chairDraft: true, version: 2 });
  });
  it('PR-6: a draft with a second signature that is not adopted is refused; untouched it is not, adopted it clears the count', () => {
    const count = (match: Given): number => match.tick().state.talks.refusedDrafts;
    const put = plenary.and('CN', text([line('DN01')], { chairDraft: true }));
    expect(count(plenary)).toBe(0);
    expect(count(put)).toBe(0);
    const seconded = put.and('US', { type: 'sign', proposal: last(put), version: 1 });
    expect(count(seconded)).toBe(1);
    expect(count(seconded.and('CN', { type: 'withdraw', proposal: last(put) }))).toBe(1);
    const once = seconded.with((state: MatchState) => ({ talks: { ...state.talks, refusedDrafts: 1 } }));
    expect(count(signAll(once, last(put), ['RU', 'JP', 'DK', 'RK']))).toBe(0);
  });
  it('PR-7: a principle counts only with every power’s name under the text, party or not, once a match, where values are played (M01)', () => {
    const tabledAt = (level: 'core' | 'standard'): Given => { const tabled = started({ level }).until('plenary').and('US', text([line('SG06')])); return signAll(tabled, last(tabled), ['DK']); };
    const joinedAt = (level: 'core' | 'standard'): Given => { const tabled = tabledAt(level); return signAll(tabled, last(tabled), ['CN', 'RU', 'JP']).tick(); };
    expect(tabledAt('standard').tick().state.principles).toEqual([]);
    expect(joinedAt('core').state.principles).toEqual([]);
    const joined = joinedAt('standard');
    expect(joined.state.principles).toEqual(['SG06']);
    expect(joined.state.indicators.VAL).toBe(45);
    expect(joined.tick().state.indicators.VAL).toBe(53); // at the fold
    expect(joined.nextRound('reveal').state.indicators.VAL).toBe(53);
  });
  it('PR-3: proposal ids tell nothing about texts their reader may not know', () => {
    expect(SEATS.map((seat) => last(plenary.and(seat, text([line('MP04')]))))).toEqual(SEATS.map((seat) => `p5-${seat}-1`));
  });
});
