/** A second reading of the rule book against the code: cases that lie between two rules. */
import { describe, expect, it } from 'vitest';
import { legalActs, project } from '../../src/index.ts';
import type { Commitment, LineDraft, MatchState, SeatCommand, SecretChoice } from '../../src/index.ts';
import { revealActs } from '../../src/rules/actions.ts';
import { foldRound } from '../../src/rules/fold.ts';
import { netOf } from '../../src/rules/ledger.ts';
import { settleTension } from '../../src/rules/tension.ts';
import type { Given } from '../given.ts';
import { line, SEATS, signedByAll, sixParty, started } from '../given.ts';
import { act, begun, over, phase, withIndicators } from './table.ts';
import { commitmentOf, proposalOf } from '../../src/model/entries.ts';

const plenary = started().until('plenary');
const adopted = (lines: readonly LineDraft[]): Given => signedByAll(plenary, 'US', lines).match.nextRound();
const of = (state: MatchState, clause: string, giver?: string): Commitment => state.commitments.find((c) => c.clause === clause && (giver === undefined || c.giver === giver)) as Commitment;
const choice = (set: Partial<SecretChoice>): SeatCommand => ({ type: 'choose', actions: [], dues: {}, reversals: [], denials: [], remedies: [], ...set });
const toTheEnd = (match: Given): Given => (match.state.status === 'running' ? toTheEnd(match.tick()) : match);
const codes = (match: Given): string[] => match.state.news.map((item) => item.code);

describe('CO-4 continuing clauses', () => {
  const kept = adopted([line('VE03')]).until('reveal');
  const net = (match: Given, final = false): number[] => ['US', 'DK'].map((seat) => { const { values, cost } = netOf(sixParty, match.state, seat, { final }); return values - cost; });
  it('CO-4: half at first performance and no more while the match runs, the rest at its end', () => {
    expect(net(kept)).toEqual([4, -3]);
    expect(net(kept.nextRound('reveal').nextRound('reveal'))).toEqual([4, -3]);
    const end = toTheEnd(kept);
    const clauses = (seat: string): unknown => end.state.ending?.scores.find((score) => score.seat === seat)?.terms.find((term) => term.code === 'score.clauses')?.params;
    expect([clauses('US'), clauses('DK')]).toMatchObject([{ values: 9, cost: 0 }, { values: 0, cost: 6 }]);
    expect(project(sixParty, end.state, { kind: 'seat', seat: 'US' }).me?.nTerms.find((term) => term.code === 'score.clauses')?.params).toMatchObject({ values: 9 });
  });
  it('CO-4: performed in the last round alone it stays at half', () => {
    const last = signedByAll(started({ rounds: 2 }).until('plenary'), 'US', [line('VE03')]).match;
    expect(net(toTheEnd(last), true)).toEqual([4, -3]);
  });
  it('CO-7: taken back slowly, half of what was booked stays, and the end adds nothing', () => {
    const back = toTheEnd(kept.nextRound('secret').and('DK', choice({ reversals: [of(kept.state, 'VE03').id] })));
    expect(of(back.state, 'VE03').state).toBe('reversed');
    expect(net(back, true)[0]).toBe(2);
  });
  it('IS-1, IN-8: a continuing clause is in force from its first performance on', () => {
    const match = adopted([line('AR03'), line('VE01')]);
    expect(match.state.indicators).toMatchObject({ INST: 0, V: 0 });
    const done = match.until('reveal');
    expect(done.state.indicators).toMatchObject({ INST: 1, V: 1 });
    expect(of(done.state, 'VE01')).toMatchObject({ state: 'performed', kept: 1 });
    expect(done.nextRound('reveal').state.indicators).toMatchObject({ INST: 1, V: 1 });
  });
});

describe('CO-4 what each giver brings', () => {
  it('CO-4: whatever the number of givers, all of them together bring v//n by each tranche and v at the end', () => {
    for (const [clause, seat, expected] of [['EN02', 'DK', [2, 2, 2, 2]], ['EN05', 'DK', [2, 2, 2, 4]], ['EN02', 'RU', [0, 0, 0, 2]], ['SG02', 'DK', [7]], ['SA07', 'DK', [-7]]] as const) {
      const state = adopted([line(clause)]).state;
      const all = state.commitments;
      expect(expected.map((_, i) => all.reduce((sum, c) => sum + (c.tranches[i]?.values[seat] ?? 0), 0))).toEqual(expected);
    }
  });
  it('CO-4: no giver’s share of a harm is a gain', () => {
    const shares = Object.values(adopted([line('SA07')]).state.commitments).map((c) => c.tranches[0]?.values['DK'] ?? 0);
    expect(Math.max(...shares)).toBeLessThan(0);
  });
  it('CO-4: half of a shared shipment is worth half', () => {
    const match = adopted([line('EN02')]).until('reveal').nextRound('reveal');
    expect(netOf(sixParty, match.state, 'DK').values).toBe(4);
  });
});

describe('DS-1 and IN-4 clauses of several givers', () => {
  it('DS-1: where each gives to the other, both are receivers, also the last to give', () => {
    const due = adopted([line('NO03')]).until('secret');
    const done = due.until('reveal');
    const gained = (seat: string): number => (done.state.seats[seat]?.ds ?? 0) - (due.state.seats[seat]?.ds ?? 0);
    expect([gained('JP'), gained('DK')]).toEqual([1, 1]);
  });
  it('IN-4: a clause that crosses the blocs counts as such, whoever gives first', () => {
    const due = adopted([line('EN02')]).until('secret');
    const first = due.and('US', choice({ dues: { [of(due.state, 'EN02', 'US').id]: 'withhold' } })).until('reveal');
    expect(first.state.terms?.BLOC).toContainEqual({ code: 'crossing', value: -4, params: { clause: 'EN02' } });
    expect(first.nextRound('reveal').state.terms?.BLOC ?? []).not.toContainEqual(expect.objectContaining({ code: 'crossing' }));
  });
  it('IN-4: under BLOC 30 a promise kept across them takes off half as much', () => {
    const kept = adopted([line('EN02')]).until('secret').indicators({ BLOC: 29 }).until('reveal');
    expect(kept.state.terms?.BLOC).toContainEqual({ code: 'crossing', value: -2, params: { clause: 'EN02' } });
  });
});

it('AC-5: an ally is hurt by what a text gives while it leaves the ally’s case out, not by one that takes it in', () => {
  const moved = (lines: readonly LineDraft[]): number => { const match = adopted(lines).until('secret'); return (match.until('reveal').state.trust['US-JP'] ?? 0) - (match.state.trust['US-JP'] ?? 0); };
  const alone = moved([line('SA03')]);
  expect(moved([line('SA02')])).toBe(alone - 8);
  expect(moved([line('SA02'), line('HU01')])).toBeGreaterThanOrEqual(alone);
});

describe('CO-5 feints', () => {
  const due = adopted([line('DN07')]).until('secret'); // declaration only: found after two rounds
  const id = of(due.state, 'DN07').id;
  const feigned = due.and('DK', choice({ dues: { [id]: 'feign' } })).until('reveal');
  it('CO-5: a second feint does not put off the finding of the first', () => {
    expect(of(feigned.state, 'DN07').foundAt).toBe(4);
    const twice = feigned.nextRound('secret').and('DK', choice({ dues: { [id]: 'feign' } })).nextRound();
    expect(twice.state.round).toBe(4);
    expect(of(twice.state, 'DN07').state).toBe('breached');
  });
  it('CO-5, CO-8: a new text over the rest does not launder a feint', () => {
    const again = signedByAll(feigned.nextRound('plenary'), 'CN', [line('DN07', { mode: 'ORAL' })]).match.until('secret');
    expect(commitmentOf(again.state, id)?.state).toBe('superseded');
    const found = again.nextRound();
    expect(commitmentOf(found.state, id)).toMatchObject({ state: 'breached', tranches: [{ state: 'breached' }, { state: 'void' }, { state: 'void' }, { state: 'void' }] });
    expect(codes(found)).toContain('table.found');
    expect(netOf(sixParty, toTheEnd(found).state, 'US').values).toBe(2 + 2 + 4); // tranches 2 to 4 of 10
  });
});

describe('PR-3 and PR-4 who signs', () => {
  it('PR-3: the name of a seat that is no party binds it to nothing and replaces no party’s', () => {
    const tabled = plenary.and('US', { type: 'propose', scope: 'plenary', lines: [line('NO01')] });
    const id = tabled.state.proposals.at(-1)?.id as string;
    const joined = tabled.and('CN', { type: 'sign', proposal: id, version: 1 }).until('secret');
    expect(proposalOf(joined.state, id)?.status).toBe('expired');
    const full = tabled.and('CN', { type: 'sign', proposal: id, version: 1 }).and('DK', { type: 'sign', proposal: id, version: 1 }).until('secret');
    expect(full.state.commitments.map((c) => c.giver)).toEqual(['US', 'DK']);
  });
  it('PR-3, PR-4: a text between two exists for nobody else: not to sign, refuse, counter, object to or withdraw', () => {
    const met = started().until('bilateral', 1).and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' }).and('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01')] });
    const proposal = met.state.proposals[0]?.id as string;
    for (const command of [{ type: 'sign', proposal, version: 1 }, { type: 'refuse', proposal, version: 1, reasons: ['not-now'] }, { type: 'object', proposal, version: 1 }, { type: 'withdraw', proposal }] as const) met.when('CN', command).refused('unknown-proposal');
    expect(legalActs(sixParty, met.state, 'CN').answer).toEqual({});
  });
});

describe('SI-5, IS-2 windows', () => {
  const restrained = (state: MatchState, round: number): MatchState => {
    const r = over({ ...state, round });
    r.emit({ type: 'chosen', seat: 'DK', choice: { actions: [act('UA08')], dues: {}, reversals: [], denials: [], remedies: [] } });
    for (const seat of SEATS) r.emit({ type: 'seatMoved', seat, set: { ap: 4 } });
    phase(r, 'secret', round);
    revealActs(r);
    for (const seat of ['US', 'CN']) r.emit({ type: 'sidePicked', seat, side: 'restrain' });
    phase(r, 'reveal');
    foldRound(r);
    return r.state;
  };
  it('SI-5: a second crisis mastered opens a second window', () => {
    const { E36: _closed, ...events } = restrained(withIndicators(begun().state, { CON: 60 }), 1).events;
    const later = restrained(withIndicators({ ...begun().state, windowUntil: 3, events }, { CON: 60 }), 5);
    expect([later.windowUntil, later.events['E36']]).toEqual([7, 5]);
  });
  it('IS-2: a window that is over is no window', () => {
    const seen = (round: number): number | null => project(sixParty, { ...begun().state, round, windowUntil: 3 }, { kind: 'public' }).table.windowUntil;
    expect([seen(3), seen(4)]).toEqual([3, null]);
  });
});

describe('VI', () => {
  it('AC-2: a joint act with only one possible partner asks that partner, named or not', () => {
    const asked = started().until('secret').and('RK', choice({ actions: [{ action: 'UA12' }] }));
    const offers = (seat: string) => project(sixParty, asked.state, { kind: 'seat', seat }).me?.jointOffers;
    expect([offers('US'), offers('JP'), offers('RK')]).toEqual([[{ from: 'RK', action: 'UA12' }], [], []]);
  });
  it('VI: tension at the top of its scale says nothing about the rung below it', () => {
    expect(settleTension(95, 12, [], 34).terms).toEqual([{ code: 'ceiling', value: -7 }]);
  });
});
