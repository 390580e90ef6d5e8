/** The clock of a match: presets, late timers, pauses, restarts; time is a number here, nobody waits. */
import { describe, expect, it } from 'vitest';
import { Deadlines, phaseLength, PRESET_MINUTES } from '../src/match/deadlines.ts';
import type { MatchSession } from '../src/match/MatchSession.ts';
import { fakeTime } from './fakeTime.ts';
import { loadScenarios } from '../src/scenarios.ts';

const scenario = loadScenarios().get('six-party')!;

function table(preset: string) {
  const time = fakeTime();
  const asked: unknown[] = [];
  const state = { status: 'running', phaseSeq: 1, phase: 'plenary', options: { rounds: scenario.rounds } };
  const session = { state, scenario, phaseOpenedAt: time.now(), submit: (actor: unknown, command: unknown) => { asked.push([actor, command]); return { ok: true }; } };
  const deadlines = new Deadlines(session as unknown as MatchSession, preset, time, () => {});
  return { time, asked, session, deadlines };
}

describe('phase lengths', () => {
  it('make a whole match as long as its preset', () => {
    for (const [preset, minutes] of Object.entries(PRESET_MINUTES)) {
      if (minutes === null) { expect(phaseLength(scenario, preset, 'plenary')).toBeNull(); continue; }
      const round = Object.keys(scenario.phaseSeconds).reduce((sum, id) => sum + (phaseLength(scenario, preset, id) ?? 0) * (id === 'bilateral' ? scenario.bilateralSlots : 1), 0);
      expect(Math.abs(round * scenario.rounds - minutes * 60_000)).toBeLessThan(1000);
    }
  });
});

describe('the clock', () => {
  it('asks the table to advance the phase it was set for', () => {
    const { time, asked, deadlines } = table('standard');
    deadlines.resume();
    deadlines.follow();
    const length = phaseLength(scenario, 'standard', 'plenary')!;
    time.pass(length - 1);
    expect(asked).toEqual([]);
    time.pass(1);
    expect(asked).toEqual([[{ kind: 'table' }, { type: 'advance', phaseSeq: 1 }]]);
  });
  it('PR-5: takes no free proposals in the last minute of a plenary, a quarter of it at most', () => {
    const { time, deadlines, session } = table('standard');
    deadlines.resume();
    deadlines.follow();
    const length = phaseLength(scenario, 'standard', 'plenary')!;
    const last = Math.min(60_000, Math.round(length / 4));
    expect(deadlines.tooLateToTable()).toBe(0);
    time.pass(length - last);
    expect(deadlines.tooLateToTable()).toBe(0);
    time.pass(1);
    expect(deadlines.tooLateToTable()).toBe(last);
    Object.assign(session.state, { phase: 'bilateral' });
    expect(deadlines.tooLateToTable()).toBe(0);
  });
  it('FD-2: stands still while the desk pauses the table, goes on at its word or at the moment it named', () => {
    const { time, asked, deadlines, session } = table('standard');
    deadlines.resume();
    deadlines.follow();
    const before = deadlines.deadline;
    Object.assign(session.state, { desk: { paused: { reason: '', until: time.now() + 5000 }, extended: null } });
    deadlines.follow();
    time.pass(4999);
    expect(asked).toEqual([]);
    time.pass(1);
    expect(asked).toEqual([[{ kind: 'table' }, { type: 'desk', act: { type: 'resume' } }]]);
    Object.assign(session.state, { desk: { paused: null, extended: null } });
    deadlines.follow();
    expect(deadlines.deadline).toBe(before + 5000);
  });
  it('FD-2: is longer by what the desk adds to this phase, and by nothing in the next', () => {
    const { time, deadlines, session } = table('standard');
    deadlines.resume();
    deadlines.follow();
    const before = deadlines.deadline;
    Object.assign(session.state, { desk: { paused: null, extended: { phaseSeq: 1, seconds: 90 } } });
    deadlines.follow();
    expect(deadlines.deadline).toBe(before + 90_000);
    Object.assign(session, { phaseOpenedAt: time.now() });
    Object.assign(session.state, { phaseSeq: 2 });
    deadlines.follow();
    expect(deadlines.deadline).toBe(time.now() + phaseLength(scenario, 'standard', 'plenary')!);
  });
  it('starts anew with the next phase and forgets the old timer', () => {
    const { time, asked, deadlines, session } = table('standard');
    deadlines.resume();
    deadlines.follow();
    time.pass(1000);
    Object.assign(session, { phaseOpenedAt: time.now() });
    Object.assign(session.state, { phaseSeq: 2, phase: 'secret' });
    deadlines.follow();
    time.pass(phaseLength(scenario, 'standard', 'secret')!);
    expect(asked).toEqual([[{ kind: 'table' }, { type: 'advance', phaseSeq: 2 }]]);
  });
  it('stands still while nobody is there and goes on where it stopped', () => {
    const { time, asked, deadlines } = table('standard');
    deadlines.resume();
    deadlines.follow();
    const { deadline } = deadlines;
    time.pass(30_000);
    deadlines.pause();
    time.pass(3_600_000);
    expect(asked).toEqual([]);
    deadlines.resume();
    expect(deadlines.deadline).toBe(deadline + 3_600_000);
  });
  it('leaves time to come back after a restart long after the deadline', () => {
    const { time, asked, deadlines, session } = table('blitz');
    Object.assign(session, { phaseOpenedAt: time.now() - 86_400_000 });
    deadlines.follow();
    deadlines.resume();
    time.pass(19_000);
    expect(asked).toEqual([]);
    time.pass(1_000);
    expect(asked).toHaveLength(1);
  });
  it('never runs in an untimed match', () => {
    const { time, asked, deadlines } = table('untimed');
    deadlines.resume();
    deadlines.follow();
    time.pass(1e9);
    expect([asked, deadlines.deadline]).toEqual([[], 0]);
  });
});
