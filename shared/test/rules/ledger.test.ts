/** CO and DS-1: what a promise is worth, when it falls due, and how it is kept, put off, broken, feigned, taken back, denied or replaced. */
import { describe, expect, it } from 'vitest';
import { legalActs, loadScenario, project } from '../../src/index.ts';
import type { Commitment, LineDraft, MatchState, SecretChoice } from '../../src/index.ts';
import { inForce, isInForce, netOf, performedTranches } from '../../src/rules/ledger.ts';
import type { Given } from '../given.ts';
import { line, signedByAll, sixParty, started } from '../given.ts';

const plenary = started().until('plenary');
const choice = (set: Partial<SecretChoice>): { type: 'choose' } & SecretChoice => ({ type: 'choose', actions: [], dues: {}, reversals: [], denials: [], remedies: [], ...set });
/** A text adopted in round 1, at dawn of round 2. */
const adopted = (lines: readonly LineDraft[], from: Given = plenary): Given => signedByAll(from, 'US', lines).match.nextRound();
const of = (state: MatchState, clause: string, giver?: string): Commitment => state.commitments.findLast((c) => c.clause === clause && (giver === undefined || c.giver === giver)) as Commitment;
const states = (c: Commitment): string[] => c.tranches.map((tranche) => tranche.state);

describe('CO-2 and CO-4 what a promise holds', () => {
  it('CO-2: F and C are due the round after adoption, tranche t of P t rounds after', () => {
    const match = adopted([line('DN01'), line('DN02'), line('VE01')]);
    expect(of(match.state, 'DN01').tranches.map((t) => t.due)).toEqual([2]);
    expect(of(match.state, 'DN02').tranches.map((t) => t.due)).toEqual([2, 3, 4]);
    expect(of(match.state, 'VE01').tranches.map((t) => t.due)).toEqual([2]);
    expect([of(match.state, 'DN01').state, of(match.state, 'DN02').state]).toEqual(['due', 'due']);
  });
  it('CO-4: value splits over tranches, the rest in the last, and each tranche over its givers in turn; each giver pays its own cost', () => {
    const match = adopted([line('EN02')]); // DK 8 over four givers, each over four tranches; cost 3 each
    expect(['US', 'CN', 'RU', 'RK'].map((giver) => of(match.state, 'EN02', giver).tranches.map((t) => t.values['DK']))).toEqual([[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]);
    expect(of(match.state, 'EN02', 'RK').tranches.map((t) => t.cost)).toEqual([0, 0, 0, 3]);
    const disabling = of(adopted([line('DN02')]).state, 'DN02');
    expect(disabling.tranches.map((t) => t.values['US'])).toEqual([2, 2, 3]);
    expect(disabling.tranches.map((t) => t.cost)).toEqual([1, 1, 3]);
  });
  it('CO-4: a continuing clause books half when first performed, the rest at the end if it was kept two rounds', () => {
    const match = adopted([line('VE01')]);
    const net = (round: Given, seat: string, final = true): number => { const { values, cost } = netOf(sixParty, round.state, seat, { final }); return values - cost; };
    const once = match.until('reveal');
    expect([net(once, 'US'), net(once, 'DK')]).toEqual([2, -1]);
    const twice = once.nextRound('reveal');
    expect([net(twice, 'US', false), net(twice, 'DK', false)]).toEqual([2, -1]);
    expect([net(twice, 'US'), net(twice, 'DK')]).toEqual([5, -2]);
  });
  it('DS-1: a written signature costs its giver half the price at home, an oral one a quarter, at most 12 a text', () => {
    const ds = (lines: readonly LineDraft[]): number | undefined => signedByAll(plenary, 'US', lines).match.tick().state.seats['DK']?.ds;
    expect(ds([line('DN01')])).toBe(60 - 2);
    expect(ds([line('VE03')])).toBe(60 - 3);
    expect(ds([line('VE03', { mode: 'ORAL' })])).toBe(60 - 2);
    expect(ds([line('DN05'), line('DN07'), line('DN06', { receivers: ['CN'] }), line('VE03')])).toBe(60 - 12);
  });
});

describe('CO-3 answers to what is due', () => {
  const due = adopted([line('DN01'), line('SG01')]).until('secret');
  const id = (clause: string): string => of(due.state, clause).id;
  it('CO-3: silence performs; trust +4 with each receiver and the blocs ease by 4 once a clause', () => {
    const folded = due.tick();
    expect(of(folded.state, 'DN01')).toMatchObject({ state: 'performed', tranches: [{ state: 'performed', performedAt: 2 }] });
    expect(folded.state.trust['US-DK']).toBe(10 + 8); // both promises are between these two
    expect(folded.state.trust['CN-DK']).toBe(48 + 4);
    expect(folded.state.indicators.BLOC).toBe(38 - 8);
    expect(isInForce(folded.state, 'DN01')).toBe(true);
    expect(performedTranches(folded.state, 'DN01')).toBe(1);
  });
  it('DS-1: a line worth 5 or more pleases its receiver at home', () => {
    const folded = due.tick();
    expect(folded.state.seats['RK']?.ds).toBe((due.state.seats['RK']?.ds ?? 0) + 1); // DN01 is worth 6 to it
  });
  it('CO-3: put off it is late and due again; a second time is not possible, and silence then performs', () => {
    const late = due.and('DK', choice({ dues: { [id('DN01')]: 'delay' } })).tick();
    expect(of(late.state, 'DN01')).toMatchObject({ state: 'late', tranches: [{ state: 'late', due: 3 }] });
    expect(late.state.trust['CN-DK']).toBe(48 - 5);
    const again = late.nextRound('secret');
    again.when('DK', choice({ dues: { [id('DN01')]: 'delay' } })).refused('nothing-due');
    expect(legalActs(sixParty, again.state, 'DK').choose?.dues).toEqual([{ commitment: id('DN01'), options: ['perform', 'withhold'] }]);
    expect(of(again.tick().state, 'DN01').state).toBe('performed');
    expect(of(again.and('DK', choice({ dues: { [id('DN01')]: 'withhold' } })).tick().state, 'DN01').state).toBe('breached');
  });
  it('CO-6: withheld openly it is a breach: -15 with receivers, -6 with onlookers, mood -5 once a text', () => {
    const broken = due.and('US', choice({ dues: { [id('SG01')]: 'withhold' } })).tick();
    expect(of(broken.state, 'SG01').state).toBe('breached');
    expect(broken.state.trust['US-DK']).toBe(0); // 10 - 15 + 4
    expect(broken.state.trust['US-JP']).toBe(80 + 3 - 1 - 6); // all powers had signed in round 1
    expect(broken.state.trust['US-RK']).toBe(60 - 6);
    expect(broken.state.indicators.CM).toBe(-2); // -5, halved
  });
  it('CO-3: one answers for one’s own promises only, and for what is due', () => {
    due.when('US', choice({ dues: { [id('DN01')]: 'perform' } })).refused('not-your-commitment');
    due.tick().until('reveal').nextRound('secret').when('DK', choice({ dues: { [id('DN01')]: 'perform' } })).refused('nothing-due', { clause: 'DN01' });
  });
  it('a sealed choice is legal as a whole or not at all, and the last one counts', () => {
    const sealed = due.and('DK', choice({ dues: { [id('DN01')]: 'delay' } })).and('DK', choice({}));
    expect(of(sealed.tick().state, 'DN01').state).toBe('performed');
    due.when('DK', choice({ dues: { [id('DN01')]: 'delay' }, reversals: ['x'] })).refused('not-your-commitment');
  });
});

describe('CO-5 feints', () => {
  const due = adopted([line('DN03'), line('SA03')]).until('secret');
  const id = of(due.state, 'DN03').id;
  const feigned = due.and('DK', choice({ dues: { [id]: 'feign' } })).tick();
  it('CO-5: a feint looks performed and earns trust, yet pays nobody and costs nothing', () => {
    expect(states(of(feigned.state, 'DN03'))).toEqual(['feigned']);
    expect(feigned.state.trust['CN-DK']).toBe(52);
    expect(netOf(sixParty, feigned.state, 'US')).toEqual({ values: 0, cost: 3 });
    expect(netOf(sixParty, feigned.state, 'DK')).toEqual({ values: 5, cost: 0 });
    expect(netOf(sixParty, feigned.state, 'US', { believed: true })).toEqual({ values: 6, cost: 3 });
    expect(performedTranches(feigned.state, 'DN03')).toBe(0);
    expect(inForce(feigned.state, 'DN03')).toHaveLength(1);
  });
  it('CO-5: others see it performed until it is found, its giver the truth', () => {
    const seen = (seat: string): unknown => project(sixParty, feigned.state, { kind: 'seat', seat }).commitments[id]?.tranches[0]?.state;
    expect(['US', 'DK'].map(seen)).toEqual(['performed', 'feigned']);
  });
  it('CO-5: it is found at dawn after 3 - obs - V rounds and is a breach then', () => {
    expect(of(feigned.state, 'DN03').foundAt).toBe(4); // observability 1, no verification
    const before = feigned.nextRound('reveal');
    expect(of(before.state, 'DN03').state).toBe('performed');
    const found = before.nextRound();
    expect(of(found.state, 'DN03').state).toBe('breached');
    expect(found.state.trust['CN-DK']).toBe((before.state.trust['CN-DK'] ?? 0) - 15);
    expect(found.state.news.some((item) => item.code === 'table.found' && item.round === 4)).toBe(true);
  });
  it('CO-6: counterparts named by the broken clause may take theirs back free for two rounds', () => {
    const found = feigned.nextRound('reveal').nextRound('secret');
    const relief = of(found.state, 'SA03');
    expect(relief.freeReversalUntil).toBe(6);
    const taken = found.and('US', choice({ reversals: [relief.id] }));
    expect(taken.tick().state.trust['US-DK']).toBe(found.tick().state.trust['US-DK']);
    expect(taken.tick().state.news.some((item) => item.code === 'table.reversedFree')).toBe(true);
  });
  it('RL-8: only what is really given up lowers the ladder', () => {
    const returned = adopted([line('DN08')]).until('secret');
    const feint = returned.and('DK', choice({ dues: { [of(returned.state, 'DN08').id]: 'feign' } }));
    expect([returned.tick().state.indicators.PRO, feint.tick().state.indicators.PRO]).toEqual([2, 3]);
  });
  it('CO-5: what everybody can see cannot be feigned', () => {
    const open = adopted([line('DN01')]).until('secret');
    open.when('DK', choice({ dues: { [of(open.state, 'DN01').id]: 'feign' } })).refused('cannot-feign', { clause: 'DN01' });
  });
});

describe('CO-7 to CO-9 taking back, replacing, denying', () => {
  it('CO-7: R takes back all, S half, I cannot be taken back; with notice trust -6 and mood -2', () => {
    const done = adopted([line('MP01'), line('SA03'), line('SA01')]).until('reveal').nextRound('secret');
    const [pause, relief, funds] = [of(done.state, 'MP01', 'US'), of(done.state, 'SA03'), of(done.state, 'SA01')];
    done.when('US', choice({ reversals: [funds.id] })).refused('cannot-reverse', { clause: 'SA01' });
    expect(legalActs(sixParty, done.state, 'US').choose?.reversals).toEqual([pause.id, relief.id]);
    const taken = done.and('US', choice({ reversals: [pause.id] })).tick();
    expect(of(taken.state, 'MP01', 'US').state).toBe('reversed');
    expect(of(taken.state, 'MP01', 'RK').state).toBe('performed');
    expect(isInForce(taken.state, 'MP01')).toBe(false); // a joint clause stands by all its givers
    expect(taken.state.trust['US-DK']).toBe((done.state.trust['US-DK'] ?? 0) - 6);
    expect(taken.state.indicators.CM).toBe(-1);
    expect(of(taken.state, 'MP01', 'US').tranches[0]?.state).toBe('void');
    const half = of(done.and('US', choice({ reversals: [relief.id] })).tick().state, 'SA03');
    expect(half).toMatchObject({ state: 'reversed', tranches: [{ state: 'performed', values: { DK: 3 }, cost: 1 }] }); // of 5 and 3
  });
  it('CO-8: a later text replaces the unperformed rest without blame, and no more than the rest', () => {
    const running = adopted([line('DN02')]).until('reveal').nextRound('plenary'); // one of three given
    const replaced = signedByAll(running, 'US', [line('DN02', { mode: 'ORAL' })]).match.tick();
    const [old, now] = replaced.state.commitments as [Commitment, Commitment];
    expect([old.state, states(old)]).toEqual(['superseded', ['performed', 'void', 'void']]);
    expect(now.tranches.map((t) => [t.n, t.due, t.values['US']])).toEqual([[2, 4, 2], [3, 5, 3]]);
    const end = replaced.nextRound('reveal').nextRound('reveal');
    expect(performedTranches(end.state, 'DN02')).toBe(3);
    expect(netOf(sixParty, end.state, 'US').values).toBe(7);
    expect(end.state.indicators.PRO).toBe(3 + 1 - 1); // the clock once, the clause once its last tranche is given
  });
  it('CO-9: an oral promise that cannot be proved is denied once, one round after it was given', () => {
    const spoken = adopted([line('SG01', { mode: 'ORAL' }), line('DN01', { mode: 'ORAL' }), line('SG02')]).until('secret');
    const words = of(spoken.state, 'SG01');
    expect(legalActs(sixParty, spoken.state, 'US').choose?.denials).toEqual([words.id]); // DN01 is in plain sight, SG02 written
    const denied = spoken.and('US', choice({ denials: [words.id] })).tick();
    expect(of(denied.state, 'SG01')).toMatchObject({ state: 'disputed', tranches: [{ state: 'void' }] });
    expect(denied.state.trust['US-DK']).toBe(4 + 4); // 10 - 10, and DN01 and SG02 kept
    expect(denied.state.trust['US-RK']).toBe(60 - 3);
    spoken.nextRound('secret').when('US', choice({ denials: [words.id] })).refused('cannot-deny', { round: 2 });
  });
});

describe('action for action', () => {
  const pair = adopted([line('DN02'), line('EN01', { after: 0 })]);
  it('what waits for another line falls due the round after that one was given in full', () => {
    expect(of(pair.state, 'EN01')).toMatchObject({ state: 'agreed', tranches: [{ due: null }] });
    const third = pair.nextRound('reveal').nextRound('reveal');
    expect(of(third.state, 'DN02').state).toBe('performed');
    expect(of(third.state, 'EN01').tranches[0]?.due).toBe(5);
    expect(of(third.nextRound('secret').state, 'EN01').state).toBe('due');
  });
  it('PH-1j: when the first action is broken off, the one that waits lapses without blame', () => {
    const broken = pair.until('secret').and('DK', choice({ dues: { [of(pair.state, 'DN02').id]: 'withhold' } })).nextRound();
    expect(of(broken.state, 'EN01').state).toBe('lapsed');
  });
});

describe('CO-12 what acts break', () => {
  const frozen = adopted([line('DN09'), line('MP01')]).until('reveal').nextRound('secret');
  it('CO-12: a test breaks the moratorium, and everybody hears it', () => {
    const tested = frozen.and('DK', choice({ actions: [{ action: 'UA01' }] })).tick().until('reveal');
    expect(of(tested.state, 'DN09')).toMatchObject({ state: 'breached', tranches: [{ state: 'breached' }] }); // R: its value is gone
    expect(tested.state.news.filter((item) => item.code === 'table.breached')).toHaveLength(1);
    expect(of(tested.state, 'MP01', 'US').freeReversalUntil).toBe(5);
  });
  it('CO-12: notice given in the same round is no excuse, in an earlier round it is', () => {
    const id = of(frozen.state, 'DN09').id;
    const same = frozen.and('DK', choice({ actions: [{ action: 'UA01' }], reversals: [id] })).tick().until('reveal');
    expect(of(same.state, 'DN09').state).toBe('breached');
    const noticed = frozen.and('DK', choice({ reversals: [id] })).nextRound('secret').and('DK', choice({ actions: [{ action: 'UA01' }] })).tick().until('reveal');
    expect(of(noticed.state, 'DN09').state).toBe('reversed');
  });
  it('CO-12: a joint exercise breaks the pause for both who hold it; with another partner for none', () => {
    const held = (partner: string): string[] => {
      const match = frozen.and('US', choice({ actions: [{ action: 'UA12', partner }] })).and(partner, choice({ actions: [{ action: 'UA12', partner: 'US' }] })).tick();
      return ['US', 'RK'].map((giver) => of(match.state, 'MP01', giver).state);
    };
    expect(held('RK')).toEqual(['breached', 'breached']);
    expect(held('JP')).toEqual(['performed', 'performed']);
  });
  it('IS-3: breaking an adopted principle costs values and mood in place of CO-6’s mood', () => {
    const scenario = loadScenario({ ...sixParty, pinned: [...sixParty.pinned, 'M01'] });
    const start = started({}, scenario).until('plenary');
    const principled = signedByAll(start, 'US', [line('SG06')], ['CN', 'RU', 'JP']).match.nextRound('secret');
    const id = of(principled.state, 'SG06').id;
    const kept = principled.tick().nextRound('secret');
    expect(kept.state.indicators.VAL).toBe(53);
    const taken = kept.and('US', choice({ reversals: [id] })).tick();
    expect(taken.state.indicators.VAL).toBe(33);
    expect(taken.state.indicators.CM).toBe(-3);
  });
});

describe('SU-3 first steps', () => {
  it('SU-3: a first step is given at once and in writing; its first tranche only', () => {
    const suspended = started().until('plenary').with((state) => ({ talks: { ...state.talks, open: false, suspendedSince: 1 } }));
    const stepped = suspended.and('DK', { type: 'preStep', clause: 'DN02', receivers: ['US', 'CN', 'RU', 'JP', 'RK'] });
    const made = of(stepped.state, 'DN02');
    expect(made).toMatchObject({ state: 'performed', mode: 'WRITTEN', tranches: [{ n: 1, state: 'performed', values: { US: 2 }, cost: 1 }] });
    suspended.when('DK', { type: 'preStep', clause: 'SA01', receivers: ['DK'] }).refused('cannot-give');
    suspended.when('DK', { type: 'preStep', clause: 'DN02', receivers: ['US'] }).refused('wrong-receiver');
  });
});
