/** The toolbox as a user meets it: JSON on standard output, one line for a mistake, recordings proved or refused. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { playMatch } from '@concert/shared/bots/index';
import { fold, waiting, type MatchState } from '@concert/shared';
import { RULES_VERSION } from '@concert/shared/recording/format';
import { recordingLines } from '../src/match/recording.ts';
import { loadScenarios } from '../src/scenarios.ts';
import { seal } from '../src/store/chain.ts';
import { memoryMatchLog } from '../src/store/memoryMatchLog.ts';
import type { ActEntry, Entry, MatchRecord, SnapshotEntry } from '../src/store/MatchLog.ts';
import type { Scenario } from '@concert/shared';
import { temporaryFolder } from './temporaryFolder.ts';

const TOOL = path.resolve(import.meta.dirname, '../tools/concert.ts');
const folder = temporaryFolder('toolbox');

function concert(...args: string[]): { readonly out: string; readonly err: string; readonly code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [TOOL, ...args], { encoding: 'utf8', timeout: 120_000 });
  return { out: stdout, err: stderr, code: status };
}

/** A played match as a recording, made by the same writer as the server's. */
function recording(): string {
  const scenario = loadScenarios().get('six-party') as Scenario;
  const log = memoryMatchLog();
  const record: MatchRecord = { code: 'GOLDEN', scenario: scenario.id, title: '', preset: 'untimed', level: 'core', bots: 'mixed', rules: RULES_VERSION, private: true, status: 'ended', seed: 3, botPace: 0, createdAt: 1, host: null, round: 3 };
  log.create(record);
  let hash = '';
  let seq = 0;
  let state: MatchState = waiting(scenario);
  const append = (entry: Entry): void => { log.append(record.code, seq, entry); seq = entry.seq; hash = entry.hash; };
  for (const { actor, command, events } of playMatch(scenario, { seed: 3, rounds: 3 }).entries) {
    append(seal<ActEntry>(hash, { seq: seq + 1, at: 1000 + seq, seat: actor.kind === 'seat' ? actor.seat : null, member: null, id: null, command, events }));
    state = fold(scenario, events, state);
    if (events.some((event) => event.type === 'roundClosed')) append(seal<SnapshotEntry>(hash, { seq: seq + 1, at: 1000 + seq, snapshot: state }));
  }
  return [...recordingLines(log, record, scenario, '0.1.0')].join('');
}

describe('TOOL simulate', () => {
  const args = ['simulate', '--scenario', 'six-party', '--matches', '3', '--seed', '1', '--json'];

  it('prints one JSON object of the agreed shape, alike each time but for the time fields', () => {
    const [first, second] = [concert(...args), concert(...args)].map((run) => JSON.parse(run.out) as Record<string, unknown>);
    expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining(['scenario', 'matches', 'seed', 'secondsTotal', 'matchesPerSecond', 'outcomes', 'seats', 'indicators', 'series']));
    const untimed = ({ secondsTotal: _s, matchesPerSecond: _m, ...rest }: Record<string, unknown>): string => JSON.stringify(rest);
    expect(untimed(first ?? {})).toBe(untimed(second ?? {}));
    const [row] = (first?.['series'] ?? []) as Record<string, unknown>[];
    for (const key of ['seed', 'outcome', 'rounds', 'meanCON', 'endCON', 'minCON', 'endPRO', 'maxW', 'tests', 'provocations', 'bothBacked', 'breaches', 'kept', 'wedges', 'scores']) expect(row, key).toHaveProperty(key);
  });

  it('prints the same whatever the number of workers, nothing on standard error where nobody watches, and the figures of the thesis', () => {
    const play = (jobs: string): { out: string; err: string } => concert('simulate', '--matches', '12', '--seed', '4', '--rounds', '2', '--level', 'core', '--bots', 'random', '--jobs', jobs, '--json');
    const [one, two] = [play('1'), play('2')];
    const untimed = (out: string): string => out.replace(/"(secondsTotal|matchesPerSecond)":[\d.]+/g, '');
    expect(untimed(two.out)).toBe(untimed(one.out));
    expect(two.err).toBe('');
    const { series, usage, outcomes } = JSON.parse(two.out) as { series: Record<string, unknown>[]; usage: Record<string, unknown>; outcomes: Record<string, number> };
    expect(series.map((row) => row['seed'])).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    for (const key of ['firstTest', 'sides', 'wedgePlays', 'wedgeGain', 'notes', 'buds', 'redLineTexts', 'mandatesMet', 'beatPar', 'con', 'war', 'meanD']) expect(series[0], key).toHaveProperty(key);
    for (const key of ['clauses', 'performed', 'actions', 'events']) expect(usage, key).toHaveProperty(key);
    expect(Object.values(outcomes).reduce((sum, n) => sum + n, 0)).toBe(12);
  });

  it('prints a table for readers', () => {
    const { out } = concert('simulate', '--matches', '2', '--rounds', '1', '--level', 'core', '--bots', 'random');
    expect(out).toMatch(/^six-party, level core, 1 rounds, bots random: 2 matches from seed 1/);
    expect(out).toMatch(/\nstalemate +\d+ +[\d.]+ %/);
  });

  it('sets parameters and policies', () => {
    const { out } = concert('simulate', '--matches', '1', '--bots', 'concert,DK=spoiler', '--set', 'indicators.TEN=70', '--set', 'seats.DK.ds=40', '--json');
    const { series } = JSON.parse(out) as { series: { tempers: Record<string, string> }[] };
    expect(series[0]?.tempers).toMatchObject({ US: 'concert', DK: 'spoiler' });
  });
});

describe('TOOL mistakes end with one line and exit code 1', () => {
  it.each([[], ['fly'], ['simulate', '--bots', 'x'], ['simulate', '--scenario', 'x'], ['simulate', '--what'], ['simulate', '--set', 'no.such=1'], ['simulate', '--matches', '0'], ['simulate', '--jobs', '0'], ['simulate', '--level', 'x'], ['simulate', '--rounds', '99'], ['simulate', '--fix', 'leak.US=hidden'], ['simulate', '--set', 'trust.powers-=90'], ['replay', 'verify'], ['replay', 'verify', '/no/such'], ['scenario', 'check']])('%s %s %s', (...args) => {
    const { out, err, code } = concert(...args.filter((arg) => arg !== undefined));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('TOOL thesis and balance', () => {
  it.each([['thesis', '--only', 'T99'], ['thesis', '--matches', 'x'], ['thesis', '--what'], ['balance', '--usage', '0']])('%s %s %s ends with one line and exit code 1', (tool, ...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../../tools', `${tool}.ts`), ...args], { encoding: 'utf8', timeout: 60_000 });
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });
  it('prints one JSON object', () => {
    const { stdout, status } = spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../../tools/thesis.ts'), '--only', 'T11', '--json'], { encoding: 'utf8', timeout: 60_000 });
    expect(status).toBe(0);
    const { lines } = JSON.parse(stdout) as { lines: Record<string, unknown>[] };
    expect(lines).toHaveLength(1);
    for (const key of ['id', 'measure', 'target', 'measured', 'pass', 'figures']) expect(lines[0]).toHaveProperty(key);
  });
});

describe('TOOL replay', () => {
  const sound = path.join(folder, 'sound.concert.jsonl');
  writeFileSync(sound, recording());
  const changed = (name: string, change: (lines: string[]) => string[]): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `${change(readFileSync(sound, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
    return file;
  };

  it('proves a sound recording and shows a view of it', () => {
    expect(concert('replay', 'verify', sound)).toMatchObject({ code: 0 });
    const view = JSON.parse(concert('replay', 'show', sound, '--seat', 'DK', '--round', '1', '--json').out) as { me: { seat: string }; history: Record<string, unknown> };
    expect(view.me.seat).toBe('DK');
    expect(Object.keys(view.history)).toHaveLength(1);
  });

  it('shows a step, one of a round as links name it, and everything to the all-knowing', () => {
    const at = (...args: string[]): { table: { round: number }; trust: Record<string, { exact: number | null }> } => JSON.parse(concert('replay', 'show', sound, '--json', ...args).out) as never;
    expect(at('--step', '0').table.round).toBe(1);
    expect(at('--round', '2', '--step', '1').table.round).toBe(2);
    expect(Object.values(at('--step', '5', '--seat', 'all').trust).every(({ exact }) => exact !== null)).toBe(true);
    expect(Object.values(at('--step', '5').trust).every(({ exact }) => exact === null)).toBe(true);
    for (const wrong of [['--step', '99999'], ['--step', 'x'], ['--seat', 'FR']]) expect(concert('replay', 'show', sound, ...wrong)).toMatchObject({ code: 1, out: '' });
  });

  it('writes the tables and their codebook', () => {
    const dir = path.join(folder, 'csv');
    const { out, code } = concert('replay', 'export', sound, '--csv', dir, '--json');
    expect(code).toBe(0);
    const { tables } = JSON.parse(out) as { tables: Record<string, number> };
    for (const name of ['events', 'messages', 'proposals', 'clauses', 'commitments', 'indicators', 'seats', 'dyads', 'codebook']) expect(readFileSync(path.join(dir, `${name}.csv`), 'utf8').split('\n')[0], name).toMatch(/^(match|table),/);
    expect(tables).toMatchObject({ indicators: 3, dyads: 45, seats: 18 });
    expect(readFileSync(path.join(dir, 'codebook.md'), 'utf8')).toMatch(/## dyads\.csv[\s\S]*## CAMEO/);
    expect(concert('replay', 'export', sound).code).toBe(1);
  });

  it('opens a cut file as far as it is sound and says on standard error where it broke', () => {
    const { out, err, code } = concert('replay', 'show', changed('short.concert.jsonl', (lines) => lines.slice(0, 40)), '--json');
    expect([code, (JSON.parse(out) as { ending: unknown }).ending]).toEqual([0, null]);
    expect(err).toMatch(/ends early: the last whole entry is number 39/);
  });

  it('names the first difference of an edited, a cut and a forged file', () => {
    const edited = concert('replay', 'verify', changed('edited.concert.jsonl', (lines) => lines.map((line, i) => (i === 9 ? line.replace('"seat":', '"seat" :').replace(/"level":\d/, '"level":4').replace('"on":true', '"on":false') : line))));
    expect(edited.code).toBe(1);
    const cut = concert('replay', 'verify', changed('cut.concert.jsonl', (lines) => lines.slice(0, -20)));
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.out).toMatch(/ends early/);
    const forged = concert('replay', 'verify', changed('forged.concert.jsonl', (lines) => lines.map((line) => line.replace('"outcome":"', '"outcome":"x'))));
    expect(forged.code).toBe(1);
  });
});
