/** The session without a network: durable before published, one answer per command id, the same state after loading again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf, type MatchOptions, type ViewPatch } from '@concert/shared';
import { MatchSession } from '../src/match/MatchSession.ts';
import { RULES_VERSION } from '@concert/shared/recording/format';
import { loadScenarios } from '../src/scenarios.ts';
import { memoryMatchLog } from '../src/store/memoryMatchLog.ts';
import { SequenceConflict, type MatchLog } from '../src/store/MatchLog.ts';

const scenario = loadScenarios().get('six-party')!;
const seats = scenario.seats.map((seat) => seat.id);
const [first, second] = seats as [string, string];
const options: MatchOptions = { seed: 5, level: 'core', pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(seats.map((id) => [id, 'people'])) };
const table = { kind: 'table' } as const;
const as = (seat: string) => ({ kind: 'seat', seat }) as const;
let log: MatchLog;
let session: MatchSession;
const open = (): MatchSession => new MatchSession('AAAAAA', scenario, log, () => 77);

beforeEach(() => {
  log = memoryMatchLog();
  log.create({ code: 'AAAAAA', scenario: scenario.id, title: '', preset: 'untimed', level: 'core', bots: 'mixed', rules: RULES_VERSION, private: true, status: 'lobby', seed: 5, botPace: null, createdAt: 0, host: null, round: 0 });
  session = open();
  session.submit(table, { type: 'start', options });
});
const ready = { type: 'ready', on: true } as const;

describe('submit', () => {
  it('is durable before anybody hears of it', () => {
    let durable = 0;
    session.watch(as(first), () => { durable = log.read('AAAAAA', 1).length; });
    const before = log.read('AAAAAA', 1).length;
    expect(session.submit(as(second), ready)).toMatchObject({ ok: true });
    expect(durable).toBe(before + 1);
  });
  it('publishes and changes nothing when the store refuses', () => {
    const patches: ViewPatch[] = [];
    session.watch(as(first), (patch) => patches.push(patch));
    const other = open();
    other.submit(as(first), ready);
    const { state } = session;
    expect(() => session.submit(as(second), ready)).toThrow(SequenceConflict);
    expect(session.state).toBe(state);
    expect(patches).toEqual([]);
  });
  it('answers a repeated command id again, also after loading, and only for the same member', () => {
    const context = { member: 'm1', commandId: 'command-1', phaseSeq: session.state.phaseSeq };
    const answer = session.submit(as(first), ready, context);
    expect(answer).toMatchObject({ ok: true, repeated: false });
    for (const again of [session, open()]) expect(again.submit(as(first), ready, context)).toEqual({ ...answer, repeated: true });
    expect(session.submit(as(second), ready, { ...context, member: 'm2' })).toMatchObject({ ok: true, repeated: false });
  });
  it('refuses an act written in another phase', () => {
    expect(session.submit(as(first), ready, { phaseSeq: session.state.phaseSeq + 1 })).toMatchObject({ refused: true, code: 'stale-phase' });
  });
  it('logs no refusal', () => {
    const before = session.seq;
    expect(session.submit(as(first), { type: 'declare', level: 99 })).toMatchObject({ refused: true });
    expect([session.seq, log.read('AAAAAA', 1).length]).toEqual([before, before]);
  });
});

describe('loading', () => {
  it('gives the same state from the start and from a snapshot', () => {
    for (let i = 0; i < 30; i++) {
      session.submit(table, { type: 'advance', phaseSeq: session.state.phaseSeq });
      expect(hashOf(open().state)).toBe(hashOf(session.state));
    }
    expect(log.lastSnapshot('AAAAAA')).toBeGreaterThan(0);
    const snapshot = log.lastSnapshot('AAAAAA');
    const whole = Object.create(log, { lastSnapshot: { value: () => 0 } }) as MatchLog;
    expect(hashOf(new MatchSession('AAAAAA', scenario, whole, () => 0).state)).toBe(hashOf(session.state));
    expect(log.read('AAAAAA', snapshot)[0]).toHaveProperty('snapshot');
  });
});

describe('watching', () => {
  it('counts patches without a gap, and a late viewer starts at the present', () => {
    const revs: number[] = [];
    session.watch(as(first), (patch) => revs.push(patch.rev));
    const from = session.sight(as(first)).rev;
    for (const seat of seats.slice(0, 4)) session.submit(as(seat), ready);
    expect(revs).toEqual([1, 2, 3, 4].map((n) => from + n));
    expect(session.sight(as(second)).view.table.ready).toHaveLength(4);
    expect(session.sight(as(first)).rev).toBe(from + 4);
  });
});
