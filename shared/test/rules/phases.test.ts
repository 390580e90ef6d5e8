/** PH: the order of phases, when they end, what silence means, and who may ask at all. */
import { describe, expect, it } from 'vitest';
import { isRefusal, waiting } from '../../src/index.ts';

import { at, Given, line, options, SEATS, signedByAll, sixParty, started, table } from '../given.ts';

const nothing = { actions: [], dues: {}, reversals: [], denials: [], remedies: [] };
const trail = (match: Given, phases: number): string[] => {
  const seen: string[] = [];
  for (let m = match, i = 0; i < phases; m = m.tick(), i += 1) seen.push(m.state.phase === 'bilateral' ? `bilateral ${m.state.slot}` : m.state.phase);
  return seen;
};
const fresh = new Given(sixParty, waiting(sixParty));

describe('PH order', () => {
  it('PH-1: a match starts with dawn of round 1 and its effects', () => {
    const match = fresh.when(table, { type: 'start', options: options() }).then({ type: 'matchStarted' }, { type: 'phaseOpened', phase: 'dawn', round: 1, phaseSeq: 1 }, { type: 'seatMoved', set: { ap: 4 } });
    expect(match.state).toMatchObject({ status: 'running', round: 1, phase: 'dawn' });
    expect(match.state.indicators.TEN).toBe(46); // WR.1
  });
  it('PH: dawn, declaration, two slots, plenary, secret, reveal, next dawn; nobody waits in an empty crisis', () => {
    expect(trail(started(), 8)).toEqual(['dawn', 'declaration', 'bilateral 1', 'bilateral 2', 'plenary', 'secret', 'reveal', 'dawn']);
  });
  it('M17: with an institution everybody has a third slot, where the level plays that step (LV)', () => {
    const slots = (level: 'core' | 'standard'): string[] => trail(started({ level }).until('declaration').indicators({ INST: 1 }), 5);
    expect(slots('standard')).toEqual(['declaration', 'bilateral 1', 'bilateral 2', 'bilateral 3', 'plenary']);
    expect(slots('core')).toEqual(['declaration', 'bilateral 1', 'bilateral 2', 'plenary', 'secret']);
  });
  it('SI-1: a provocation opens the crisis phase for the patrons', () => {
    const match = started().until('secret').and('DK', { type: 'choose', ...nothing, actions: [{ action: 'UA08', target: 'RK' }] }).tick();
    expect(match.state.phase).toBe('crisis');
    expect(match.state.crisis).toMatchObject({ provoker: 'DK', provokerPatrons: ['CN'], victimPatrons: ['US'] });
    expect(match.tick().state.phase).toBe('reveal');
  });
  it('PH-5: at the brink an agreed hotline rings before the round is over, without it the round just ends', () => {
    const agreed = signedByAll(started().until('plenary'), 'CN', [line('MP04')]).match.nextRound('secret').nextRound('secret');
    const heat = (match: Given): Given => match.indicators({ TEN: 84, BLOC: 60, CON: 30 }).and('DK', { type: 'choose', ...nothing, actions: [{ action: 'UA03' }] }).tick();
    const ringing = heat(agreed);
    expect(ringing.state.phase).toBe('hotline');
    expect(ringing.state.history).toHaveLength(2);
    const over = ringing.and('US', { type: 'standDown', stand: 'hold' }).tick();
    expect(over.state).toMatchObject({ phase: 'reveal', status: 'running' });
    expect(over.state.history).toHaveLength(3);
    expect(over.state.indicators.TEN).toBe(ringing.state.indicators.TEN - 4 * 3); // US held, CN RU JP stood down by default
    expect(heat(started().until('secret')).state.phase).toBe('reveal');
  });
  it('PH-6: the last round ends the match, and nothing but talk is possible afterwards', () => {
    let match: Given = started({ rounds: 2 });
    while (match.state.status === 'running') match = match.tick();
    expect(match.state).toMatchObject({ round: 2, phase: 'reveal', status: 'ended' });
    expect(match.state.ending?.round).toBe(2);
    match.when('US', { type: 'ready', on: true }).refused('not-running');
    match.when(table, { type: 'advance', phaseSeq: match.state.phaseSeq }).refused('not-running');
    match.when('US', { type: 'message', to: ['CN'], text: 'well played' }).then({ type: 'messageSent' });
  });
  it('PH-2.14: war ends the match in the round it comes', () => {
    const match = started().until('secret').indicators({ TEN: 100, BLOC: 100, CON: 0 }).tick();
    expect(match.state).toMatchObject({ status: 'ended', round: 1 });
    expect(match.state.ending).toMatchObject({ tier: 'war', factor: 0 });
  });
});

describe('PH-4 ends of phases', () => {
  it('PH-4: the phase goes on in the same decision that makes the last awaited seat ready', () => {
    const almost = SEATS.slice(1).reduce<Given>((match, seat) => match.and(seat, { type: 'ready', on: true }), started());
    expect(almost.state.phase).toBe('dawn');
    almost.when('US', { type: 'ready', on: true }).then({ type: 'readied', seat: 'US', on: true }, { type: 'phaseOpened', phase: 'declaration' });
    expect(almost.and('US', { type: 'ready', on: true }).state.ready).toEqual([]);
  });
  it('PH-4: only seats that declare are awaited in the declaration', () => {
    const match = SEATS.filter((seat) => seat !== 'DK').reduce<Given>((m, seat) => m.and(seat, { type: 'ready', on: true }), started().until('declaration'));
    expect(match.state.phase).toBe('bilateral');
  });
  it('PH-4: only patrons are awaited in a crisis', () => {
    const crisis = started().until('secret').and('DK', { type: 'choose', ...nothing, actions: [{ action: 'UA08', target: 'RK' }] }).tick();
    const picked = crisis.and('US', { type: 'pickSide', side: 'restrain' }).and('CN', { type: 'pickSide', side: 'restrain' });
    expect(picked.state.phase).toBe('crisis'); // a decision is not yet readiness
    expect(picked.and('US', { type: 'ready', on: true }).and('CN', { type: 'ready', on: true }).state.phase).toBe('reveal');
  });
  it('PH-4: readiness can be taken back, and saying it twice changes nothing', () => {
    const ready = started().and('US', { type: 'ready', on: true });
    expect(ready.when('US', { type: 'ready', on: true }).events()).toEqual([]);
    expect(ready.and('US', { type: 'ready', on: false }).state.ready).toEqual([]);
  });
  it('PH-4: a late timer names a phase that is over and is refused', () => {
    const match = started();
    match.tick().when(table, { type: 'advance', phaseSeq: match.state.phaseSeq }).refused('stale-phase', { phaseSeq: match.state.phaseSeq + 1 });
  });
  it('PH-1 defaults: silence declares the last level, performs what is due and takes no action', () => {
    const { match } = signedByAll(started().until('plenary'), 'CN', [line('DN01')]);
    const next = match.nextRound('reveal');
    expect(next.state.seats['US']?.redLine).toBe(3);
    expect(next.state.commitments.map((c) => c.state)).toEqual(['performed']);
    expect(next.state.acts?.actions).toEqual([]);
  });
});

describe('who may ask', () => {
  it('a match that has not begun hears the table only', () => {
    fresh.when('US', { type: 'ready', on: true }).refused('not-running');
    fresh.when(table, { type: 'advance', phaseSeq: 0 }).refused('not-running');
    started().when(table, { type: 'start', options: options() }).refused('already-started');
  });
  it('the table’s acts are not for seats, a seat must be at the table', () => {
    const match = started();
    match.when('US', { type: 'advance', phaseSeq: 1 }).refused('not-for-seats');
    match.when('US', { type: 'hold', seat: 'CN', holder: 'bot' }).refused('not-for-seats');
    match.when('XX', { type: 'ready', on: true }).refused('unknown-seat');
    match.when(table, { type: 'ready', on: true }).refused('unknown-seat');
    match.when(table, { type: 'hold', seat: 'XX', holder: 'bot' }).refused('unknown-seat');
  });
  it('a seat passes to a bot and back, with a word to all', () => {
    const away = started().when(table, { type: 'hold', seat: 'US', holder: 'bot' }).then({ type: 'seatHeld', seat: 'US', holder: 'bot' }, { type: 'newsPosted' });
    expect(away.when(table, { type: 'hold', seat: 'US', holder: 'bot' }).events()).toEqual([]);
    expect(away.and(table, { type: 'hold', seat: 'US', holder: 'people' }).state.news.at(-1)?.code).toBe('table.heldByPeople');
  });
  it('acts of another phase are refused and say where they belong', () => {
    const dawn = started();
    dawn.when('US', { type: 'declare', level: 2 }).refused('wrong-phase', { phase: 'declaration' });
    dawn.when('US', { type: 'invite', to: 'CN' }).refused('wrong-phase', { phase: 'bilateral' });
    dawn.when('US', { type: 'propose', scope: 'plenary', lines: [line('DN01')] }).refused('wrong-phase', { phase: 'plenary' });
    dawn.when('US', { type: 'choose', ...nothing }).refused('wrong-phase', { phase: 'secret' });
    dawn.when('US', { type: 'pickSide', side: 'back' }).refused('wrong-phase', { phase: 'crisis' });
  });
  it('a refusal leaves the state as it was: decide never changes its input', () => {
    const { state } = started();
    const before = JSON.stringify(state);
    const given = new Given(sixParty, freeze(state));
    expect(isRefusal(given.when(at('US'), { type: 'declare', level: 9 }).decision)).toBe(true);
    given.and('US', { type: 'message', to: [], text: 'note' });
    expect(JSON.stringify(state)).toBe(before);
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
