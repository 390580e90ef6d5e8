/** Bots at the table: a pace people can follow, never two at once, silent while only people are awaited, and a match they can finish alone. */
import { describe, expect, it } from 'vitest';
import { publicScenario, type MatchOptions } from '@concert/shared';
import { stancesOf } from '@concert/shared/bots/historic/index';
import type { Level } from '@concert/shared/model/ids';
import { BotSeats } from '../src/match/botSeats.ts';
import { MatchSession } from '../src/match/MatchSession.ts';
import { RULES_VERSION } from '@concert/shared/recording/format';
import { loadScenarios } from '../src/scenarios.ts';
import { memoryMatchLog } from '../src/store/memoryMatchLog.ts';
import { isSnapshot, type ActEntry, type MatchLog } from '../src/store/MatchLog.ts';
import { fakeTime, type FakeTime } from './fakeTime.ts';

const scenario = loadScenarios().get('six-party')!;
const ids = scenario.seats.map((seat) => seat.id);

function table(people: readonly string[], pace: number | null, level: Level = 'core'): { session: MatchSession; log: MatchLog; time: FakeTime; bots: BotSeats; complaints: string[]; acts: () => ActEntry[] } {
  const time = fakeTime();
  const log = memoryMatchLog();
  log.create({ code: 'AAAAAA', scenario: scenario.id, title: '', preset: 'untimed', level, bots: 'mixed', rules: RULES_VERSION, private: true, status: 'lobby', seed: 5, botPace: null, createdAt: 0, host: null, round: 0 });
  const session = new MatchSession('AAAAAA', scenario, log, time.now);
  const complaints: string[] = [];
  const bots = new BotSeats({ session, pace, timers: time, seed: 5, temper: null, complain: (seat, what) => complaints.push(`${seat} ${what}`) });
  session.afterEach(() => bots.follow());
  const options: MatchOptions = { seed: 5, level, pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(ids.map((id) => [id, people.includes(id) ? 'people' : 'bot'])) };
  expect(session.submit({ kind: 'table' }, { type: 'start', options })).toMatchObject({ ok: true });
  return { session, log, time, bots, complaints, acts: () => log.read('AAAAAA', 1).filter((e): e is ActEntry => !isSnapshot(e) && e.seat !== null) };
}

describe('bots', () => {
  it('act at a pace people can follow and never two at the same instant', () => {
    const { time, bots, acts } = table([ids[0]!], null);
    bots.wake();
    time.pass(899);
    expect(acts()).toEqual([]);
    time.pass(60_000);
    const at = acts().map((entry) => entry.at);
    expect(at.length).toBeGreaterThan(4);
    at.forEach((t, i) => { if (i > 0) expect(t - at[i - 1]!, `act ${i}`).toBeGreaterThan(200); });
    expect(new Set(acts().map((entry) => entry.seat)).size, 'all five take part').toBe(5);
  });
  it('stop when only people are awaited', () => {
    const { session, time, bots, acts } = table([ids[0]!], null);
    bots.wake();
    time.pass(600_000);
    const before = acts().length;
    expect(time.pending()).toBe(0);
    time.pass(3_600_000);
    expect(acts()).toHaveLength(before);
    expect(session.state.status).toBe('running');
  });
  it('wait while nobody is at the table', () => {
    const { time, bots, acts } = table([], null);
    time.pass(600_000);
    expect(acts()).toEqual([]);
    bots.wake();
    time.pass(20_000);
    const before = acts().length;
    expect(before).toBeGreaterThan(0);
    bots.sleep();
    time.pass(600_000);
    expect(acts()).toHaveLength(before);
  });
  it.each(['core', 'standard', 'full'] as const)('finish a match of level %s alone, and are hardly ever refused', (level) => {
    const { session, time, bots, acts, complaints } = table([], 0, level);
    bots.wake();
    for (let i = 0; i < 400 && session.state.status === 'running'; i++) time.pass(1000);
    expect(session.state.status).toBe('ended');
    expect(complaints.length).toBeLessThan(acts().length / 10);
  });
  it('PH-1.2: read the brief with everybody, and then wait for people alone', () => {
    const { session, time, bots } = table([ids[0]!], 0, 'standard');
    bots.wake();
    while (session.state.phase !== 'brief') session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
    time.pass(5000);
    expect(session.state.phase).toBe('brief');
    expect(session.state.ready.toSorted()).toEqual(ids.slice(1).toSorted());
    session.submit({ kind: 'seat', seat: ids[0]! }, { type: 'ready', on: true });
    expect(session.state.phase).not.toBe('brief');
  });
  it('have the real positions of the parties at hand', () => {
    expect(stancesOf(publicScenario(scenario))).toBeDefined();
  });
  it('are never asked to act on a view that is gone', () => {
    const { session, time, bots, complaints } = table([ids[0]!], 0);
    bots.wake();
    for (let i = 0; i < 60 && session.state.status === 'running'; i++) {
      time.pass(50);
      session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
    }
    expect(complaints.filter((line) => line.includes('stale'))).toEqual([]);
  });
});
