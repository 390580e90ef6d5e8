/** CO-8, CO-9, CO-12, CO-13: sunsets, vague words, riders and relief that returns by itself. */
import { describe, expect, it } from 'vitest';
import { legalActs, loadScenario, project } from '../../../src/index.ts';
import type { SeatId } from '../../../src/index.ts';
import type { Given } from '../../given.ts';
import { sixParty } from '../../given.ts';
import { agreed, choose, codes, line, meeting, plenary, promise, quiet, states, trust } from './desk.ts';

const text = (lines: readonly ReturnType<typeof line>[]) => ({ type: 'propose', scope: 'plenary', lines }) as const;

describe('CO-8 sunset', () => {
  it('CO-8: value and cost are halved, toward zero and upward, before they are split', () => {
    const [tranche] = promise(agreed(plenary(), [line('DN03', { options: { sunset: 2 } })]), 'DN03').tranches; // cost 4; 6 4 4 6 0 5
    expect(tranche).toMatchObject({ cost: 2, values: { US: 3, CN: 2, RU: 2, JP: 3, DK: 0, RK: 2 } });
    expect(promise(agreed(plenary(), [line('SA06', { options: { sunset: 3 } })]), 'SA06').tranches.map((each) => each.cost)).toEqual([1, 1]); // cost 3 -> 2
  });
  it('DS-1 with CO-8: the signature costs what the halved price asks for', () => {
    const before = plenary();
    expect(agreed(before, [line('DN03', { options: { sunset: 2 } })]).state.seats['DK']?.ds).toBe((before.state.seats['DK']?.ds ?? 0) - 1);
  });
  it('CO-8: it lapses at dawn n rounds after adoption, without blame, performed or not', () => {
    const match = agreed(plenary(), [line('DN09', { options: { sunset: 2 } }), line('EN02', { options: { sunset: 3 } })]).nextRound('secret');
    expect(promise(match, 'DN09').state).toBe('due');
    const later = match.nextRound('secret');
    expect([promise(later, 'DN09').state, promise(later, 'EN02', 'US').state]).toEqual(['lapsed', 'due']);
    const last = later.nextRound('secret');
    expect(states(last, 'EN02', 'US')).toEqual(['performed', 'performed', 'void', 'void']);
    expect(trust(last, 'DK-RK')).toBeGreaterThan(trust(plenary(), 'DK-RK') - 1);
  });
  it('CO-8: a lapsed promise can be given anew', () => {
    const over = agreed(plenary(), [line('DN09', { options: { sunset: 2 } })]).nextRound('plenary').nextRound('plenary');
    over.and('DK', text([line('DN09')]));
  });
  it('CO-4 with CO-8: a promise kept to the end of its term has earned its halved whole', () => {
    const match = agreed(plenary({ rounds: 5 }), [line('DN09', { options: { sunset: 4 } })]);
    let end = match;
    while (end.state.status === 'running') end = end.tick();
    const terms = end.state.ending?.scores.find((score) => score.seat === 'JP')?.terms.find((term) => term.code === 'score.clauses');
    expect(terms?.params).toMatchObject({ values: 3 }); // 7 halved
  });
  it('CO-8: from 2 to 4 rounds, from the standard level on', () => {
    for (const sunset of [1, 5, 2.5]) plenary().when('US', text([line('SG01', { options: { sunset } })])).refused('sunset-range', { min: 2, max: 4 });
    plenary({ level: 'core' }).when('US', text([line('SG01', { options: { sunset: 2 } })])).refused('option-not-at-level', { option: 'SUNSET' });
  });
});

const vague = (set: object = {}): Given => agreed(plenary(), [line('EN04', { options: { vague: true }, ...set })], 'CN').nextRound('declaration');
const proposal = (match: Given): string => promise(match, 'EN04').proposal;
const read = (match: Given, votes: Readonly<Record<SeatId, 'strict' | 'loose'>>): Given =>
  Object.entries(votes).reduce((now, [seat, reading]) => now.and(seat, { type: 'readClause', proposal: proposal(match), line: 0, reading }), match);

describe('CO-9 vague words', () => {
  it('CO-9: the vote opens in the first round it falls due, for every seat, and keeps the declaration open', () => {
    const match = vague();
    expect(match.state.craft.readings).toMatchObject([{ line: 0, votes: {}, result: null }]);
    expect(legalActs(quiet, match.state, 'DK').craft.readings).toMatchObject([{ clause: 'EN04', own: null, usual: 'loose' }]);
    expect(project(quiet, match.state, { kind: 'public' }).table.awaited).toContain('DK');
  });
  it('CO-9: votes are sealed until all are in, then open', () => {
    const match = read(vague(), { US: 'strict', DK: 'strict' });
    const seen = (m: Given) => project(quiet, m.state, { kind: 'seat', seat: 'DK' });
    expect(seen(match).craft.readings).toEqual([{ proposal: proposal(match), line: 0, votes: null, result: null }]);
    expect(seen(match).legal?.craft.readings[0]?.own).toBe('strict');
    expect(seen(match.tick()).craft.readings[0]?.votes).toMatchObject({ US: 'strict', CN: 'loose', DK: 'strict' });
  });
  it('CO-9: silence reads with the givers in their blocs and strictly elsewhere; four of six decide', () => {
    const match = agreed(plenary(), [line('DN11', { options: { vague: true } })]).nextRound('declaration').tick(); // giver DK, bloc CN RU DK: three and three
    expect(match.state.craft.readings[0]).toMatchObject({ result: 'loose', votes: { US: 'strict', CN: 'loose', RU: 'loose', JP: 'strict', DK: 'loose', RK: 'strict' } });
  });
  it('CO-9: strict: the obligation stands; the outvoted resent each giver by 4', () => {
    const before = vague();
    const match = read(before, { US: 'loose', CN: 'strict', RU: 'strict', JP: 'strict', DK: 'strict', RK: 'loose' }).tick();
    expect(promise(match, 'EN04', 'US').tranches).toEqual(promise(before, 'EN04', 'US').tranches);
    expect(trust(match, 'US-RK') - trust(before, 'US-RK')).toBe(-8); // both lost, both give
    expect(trust(match, 'CN-RK') - trust(before, 'CN-RK')).toBe(-4);
    expect(trust(match, 'CN-RU')).toBe(trust(before, 'CN-RU'));
  });
  it('CO-9: a tie is loose: what is owed is worth half and costs half', () => {
    const match = read(vague(), { US: 'strict', CN: 'strict', RU: 'strict', JP: 'loose', DK: 'loose', RK: 'loose' }).tick();
    expect(promise(match, 'EN04', 'US')).toMatchObject({ loose: true });
    expect(promise(match, 'EN04', 'US').tranches[0]?.cost).toBe(1);
    const whole = promise(vague(), 'EN04', 'US').tranches[0]?.values ?? {};
    expect(promise(match, 'EN04', 'US').tranches[0]?.values).toEqual(Object.fromEntries(Object.entries(whole).map(([seat, value]) => [seat, Math.trunc(value / 2) + 0])));
  });
  it('CO-9: may be spoken only; no vote in another phase, on another line, or twice over', () => {
    const match = vague({ mode: 'ORAL' });
    match.when('US', { type: 'readClause', proposal: proposal(match), line: 1, reading: 'loose' }).refused('no-reading');
    match.tick().when('US', { type: 'readClause', proposal: proposal(match), line: 0, reading: 'loose' }).refused('wrong-phase');
    expect(match.nextRound('declaration').state.craft.readings).toHaveLength(1);
    plenary({ level: 'standard' }).when('CN', text([line('EN04', { options: { vague: true } })])).refused('option-not-at-level', { option: 'VAGUE' });
  });
  it('CO-9: a meaning nobody else knows cannot be voted on', () => {
    meeting('US', 'DK').when('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01', { options: { vague: true, sideLetter: true } })] }).refused('side-letter-vague');
  });
});

describe('CO-13 snap-back', () => {
  const relief = (): Given => agreed(plenary(), [line('SA02', { options: { snapBack: true } }), line('DN09')]).nextRound('secret');
  it('CO-13: the receiver’s value falls by 2, and so does the giver’s cost', () => {
    const [tranche] = promise(relief(), 'SA02').tranches;
    expect(tranche).toMatchObject({ cost: 3, values: { DK: 5, CN: 3, JP: -6 } });
  });
  it('CO-13: a breach by the receiver takes it back at once, without loss to the giver', () => {
    const given = relief().nextRound('secret');
    expect(promise(given, 'SA02').state).toBe('performed');
    const tested = given.and('DK', choose({ actions: [{ action: 'UA01' }] })).until('reveal');
    expect([promise(tested, 'DN09').state, promise(tested, 'SA02').state]).toEqual(['breached', 'reversed']);
    expect(promise(tested, 'SA02').tranches[0]?.values['DK']).toBe(3); // slow to undo: half of it stays
    expect(codes(tested)).toContain('table.snapBack');
    expect(codes(tested)).not.toContain('table.reversed');
  });
  it('CO-13: not given yet, it lapses', () => {
    const tested = relief().and('DK', choose({ dues: { [promise(relief(), 'DN09').id]: 'withhold' } })).and('US', choose({ dues: { [promise(relief(), 'SA02').id]: 'delay' } })).until('reveal');
    expect(promise(tested, 'SA02').state).toBe('lapsed');
  });
  it('CO-13: for relief that can be undone, in writing', () => {
    plenary().when('US', text([line('SA01', { options: { snapBack: true } })])).refused('no-snap-back', { clauses: 'SA02,SA03,SA04,SA05,SA06' });
    plenary().when('US', text([line('NO01', { options: { snapBack: true } })])).refused('no-snap-back');
    plenary().when('US', text([line('SA02', { mode: 'ORAL', options: { snapBack: true } })])).refused('option-written', { option: 'SNAP-BACK' });
    const menu = legalActs(quiet, plenary().state, 'US').propose[0]?.clauses ?? [];
    expect(menu.find((each) => each.clause === 'SA02')?.options).toContain('SNAP-BACK');
    expect(menu.find((each) => each.clause === 'SA01')?.options).not.toContain('SNAP-BACK');
  });
});

describe('CO-12 the satellite', () => {
  const withEvent = loadScenario({ ...quiet, events: [{ id: 'E04', kind: 'happening', on: 'satellite', effects: [] }] });
  const launch = (options: object, scenario = withEvent, besides: readonly ReturnType<typeof line>[] = []): Given => {
    const match = agreed(plenary({ level: 'full' }, scenario), [line('DN12', options), ...besides]).nextRound('secret').nextRound('secret');
    return match.and('DK', choose({ actions: [{ action: 'UA02' }] })).until('reveal');
  };
  it('CO-12: written without the rider: a dispute, not a breach', () => {
    const match = launch({});
    expect(promise(match, 'DN12').state).toBe('disputed');
    expect(states(match, 'DN12')).toEqual(['performed']);
    expect(codes(match)).toContain('table.satellite');
    expect(match.state.events['E04']).toBeDefined();
  });
  it('CO-12: the rider, a spoken promise or satellites launched by others leave no room: a breach', () => {
    expect(promise(launch({ options: { rider: true } }), 'DN12').state).toBe('breached');
    expect(promise(launch({ mode: 'ORAL' }), 'DN12').state).toBe('breached');
    expect(promise(launch({}, withEvent, [line('DN13', { givers: ['CN'] })]), 'DN12').state).toBe('breached');
  });
  it('CO-12: where the event is not played it is a breach as ever', () => {
    expect(promise(launch({}, quiet), 'DN12').state).toBe('breached');
  });
  it('catalogue 2: the rider costs its giver one more, and belongs to the clause that knows it', () => {
    expect(promise(agreed(plenary(), [line('DN12', { options: { rider: true } })]), 'DN12').tranches[0]?.cost).toBe(4);
    plenary().when('US', text([line('DN09', { options: { rider: true } })])).refused('no-rider', { clauses: 'DN12' });
    expect(sixParty.clauses.filter((clause) => clause.rider).map((clause) => clause.id)).toEqual(['DN12']);
  });
});

describe('CO-12 announcements', () => {
  const charter = (): Given => agreed(plenary(), [line('AR01'), line('MP05')], 'CN').nextRound('secret').nextRound('bilateral');
  const exercise = (match: Given): Given => {
    const act = choose({ actions: [{ action: 'UA12', partner: 'RK' }] });
    return match.until('secret').and('US', act).and('RK', choose({ actions: [{ action: 'UA12', partner: 'US' }] })).until('reveal');
  };
  it('CO-12: a surprise breaks the charter and the promise of notice', () => {
    const match = exercise(charter());
    expect([promise(match, 'AR01', 'US').state, promise(match, 'MP05', 'US').state, promise(match, 'MP05', 'RK').state]).toEqual(['breached', 'breached', 'breached']);
  });
  it('CO-12: announced in steps 4 or 5 by one of its states it breaks neither', () => {
    const match = exercise(charter().and('RK', { type: 'announce', action: 'UA12' }));
    expect([promise(match, 'AR01', 'US').state, promise(match, 'MP05', 'US').state, promise(match, 'MP05', 'RK').state]).toEqual(['performed', 'performed', 'performed']);
    expect(exercise(charter().until('plenary').and('US', { type: 'announce', action: 'UA12' })).state.commitments.some((c) => c.state === 'breached')).toBe(false);
  });
  it('CO-12: other clauses do not care for announcements', () => {
    const halt = agreed(plenary(), [line('MP01')], 'CN').nextRound('secret').nextRound('bilateral').and('US', { type: 'announce', action: 'UA12' });
    expect(promise(exercise(halt), 'MP01', 'US').state).toBe('breached');
  });
  it('CO-12: it holds for its round, is public, and can be made once for each act', () => {
    const said = charter().and('US', { type: 'announce', action: 'UA12' });
    expect(project(quiet, said.state, { kind: 'public' }).craft.announced).toEqual([{ seat: 'US', action: 'UA12' }]);
    said.when('US', { type: 'announce', action: 'UA12' }).refused('already-announced');
    said.when('US', { type: 'announce', action: 'UA07' }).refused('cannot-announce');
    said.until('secret').when('US', { type: 'announce', action: 'UA11' }).refused('wrong-phase');
    expect(promise(exercise(said.nextRound('bilateral')), 'AR01', 'US').state).toBe('breached');
    plenary({ level: 'core' }).when('US', { type: 'announce', action: 'UA12' }).refused('not-at-level');
  });
});
