/** A match begun under rules version 1, in a database of that day: it opens, goes on, and its recording is checked as far as it can be. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evolve, hashOf, upgradeEvent, waiting, type Actor, type Command, type MatchEvent, type MatchState } from '@concert/shared';
import { MatchSession } from '../src/match/MatchSession.ts';
import { RULES_VERSION } from '@concert/shared/recording/format';
import { recordingLines } from '../src/match/recording.ts';
import { loadScenarios } from '../src/scenarios.ts';
import { seal } from '../src/store/chain.ts';
import type { ActEntry, Entry, MatchLog, SnapshotEntry } from '../src/store/MatchLog.ts';
import { MIGRATIONS } from '../src/store/migrations.ts';
import { sqliteMatchLog } from '../src/store/sqliteMatchLog.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const scenario = loadScenarios().get('six-party')!;
const GOLDEN = path.resolve(import.meta.dirname, '../../shared/test/golden/older/rules-1-war.jsonl.gz');
const played = gunzipSync(readFileSync(GOLDEN)).toString('utf8').trim().split('\n').slice(1, -1).map((line) => JSON.parse(line) as { actor: Actor; command: Command; events: MatchEvent[] });

const folded = (entries: typeof played): MatchState => entries.flatMap(({ events }) => events).reduce((state, event) => evolve(state, upgradeEvent(scenario, event)), waiting(scenario));
/** A snapshot as version 1 kept it: texts and promises by id, one question, none of the higher mechanisms. */
function asOfOld(state: MatchState): MatchState {
  const { craft: _craft, ...rest } = state;
  const { answers, ...sealed } = rest.sealed;
  const mediation = Object.fromEntries(Object.entries(answers).map(([by, given]) => [by, Object.fromEntries(Object.entries(given).map(([asked, accept]) => [asked.split(':')[0], accept]))]));
  const byId = (list: readonly { readonly id: string }[]): unknown => Object.fromEntries(list.map((each) => [each.id, each]));
  return { ...rest, proposals: byId(state.proposals), commitments: byId(state.commitments), sealed: { ...sealed, mediation } } as unknown as MatchState;
}

/** The match of the golden recording in a file of schema 1, cut after `count` acts; with the snapshots of its rounds, or without. */
function oldLog(count: number, snapshots: boolean): MatchLog {
  const folder = temporaryFolder('older');
  const db = new DatabaseSync(path.join(folder, 'concert.sqlite'));
  db.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1;`);
  db.prepare('INSERT INTO matches (code, scenario, title, preset, private, status, seed, created_at, round) VALUES (?,?,?,?,?,?,?,?,?)').run('OLDOLD', scenario.id, 'of old', 'untimed', 0, 'running', 74, 5, 1);
  const insert = db.prepare('INSERT INTO entries (code, seq, member, command_id, snapshot, body) VALUES (?,?,?,?,?,?)');
  let [hash, seq] = ['', 0];
  const append = (entry: Entry): void => { insert.run('OLDOLD', entry.seq, null, null, 'snapshot' in entry ? 1 : 0, JSON.stringify(entry)); ({ hash, seq } = entry); };
  db.exec('BEGIN');
  played.slice(0, count).forEach(({ actor, command, events }, i) => {
    append(seal<ActEntry>(hash, { seq: seq + 1, at: i, seat: actor.kind === 'seat' ? actor.seat : null, member: null, id: null, command, events }));
    if (snapshots && events.some(({ type }) => type === 'roundClosed')) append(seal<SnapshotEntry>(hash, { seq: seq + 1, at: i, snapshot: asOfOld(folded(played.slice(0, i + 1))) }));
  });
  db.exec('COMMIT');
  db.close();
  return sqliteMatchLog(folder);
}
const open = (log: MatchLog): MatchSession => new MatchSession('OLDOLD', scenario, log, () => 9);

describe('a database of schema 1', () => {
  it('is brought up to date: its matches are of level core and of rules version 1', () => {
    const log = oldLog(3, false);
    expect(log.find('OLDOLD')).toMatchObject({ level: 'core', rules: 1, status: 'running', title: 'of old' });
    log.close();
  });
});

describe('a match of rules version 1', () => {
  it('opens to the same state from its events and from its snapshots', () => {
    const [events, snapshots] = [oldLog(played.length, false), oldLog(played.length, true)];
    expect(open(events).state.ending?.tier).toBe('war');
    expect(snapshots.lastSnapshot('OLDOLD')).toBeGreaterThan(0);
    expect(hashOf(open(snapshots).state)).toBe(hashOf(open(events).state));
    for (const log of [events, snapshots]) log.close();
  });
  it.each([['its events', false], ['a snapshot', true]])('goes on from %s under the rules of today, and loads again', (_, snapshots) => {
    const log = oldLog(Math.floor(played.length / 2), snapshots);
    const session = open(log);
    expect(session.state).toMatchObject({ status: 'running', options: { level: 'core' } });
    for (let i = 0; i < 400 && session.state.status === 'running'; i += 1) {
      expect(session.sight({ kind: 'seat', seat: scenario.seats[0]!.id }).view.legal).not.toBeNull();
      expect(session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq })).toMatchObject({ ok: true });
    }
    expect(session.state.status).toBe('ended');
    expect(hashOf(open(log).state)).toBe(hashOf(session.state));
    log.close();
  });
});

describe('the recording of a match of rules version 1', () => {
  const concert = (...args: string[]): { out: string; code: number | null } => {
    const { stdout, status } = spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../tools/concert.ts'), ...args], { encoding: 'utf8', timeout: 60_000 });
    return { out: stdout, code: status };
  };
  const log = oldLog(played.length, true);
  const lines = [...recordingLines(log, log.find('OLDOLD')!, scenario, '0.2.0')];
  log.close();
  const keptIn = temporaryFolder('older');
  const file = (name: string, text: string): string => { const at = path.join(keptIn, name); writeFileSync(at, text); return at; };

  it('says which rules it began under, and that only chain and digest are checked', () => {
    expect(JSON.parse(lines[0]!)).toMatchObject({ rulesVersion: 1 });
    const { out, code } = concert('replay', 'verify', file('old.concert.jsonl', lines.join('')));
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`sound, \\d+ entries, outcome war; only chain and digest were checked: it began under rules version 1, this is ${RULES_VERSION}`));
    expect(JSON.parse(concert('replay', 'verify', '--json', path.join(keptIn, 'old.concert.jsonl')).out)).toMatchObject({ ok: true, files: [{ rulesVersion: 1, decidedAgain: false, difference: null }] });
  });
  it('is refused when an act was changed', () => {
    const { out, code } = concert('replay', 'verify', file('forged.concert.jsonl', lines.map((line, i) => (i === 40 ? line.replace('"at":', '"at":1') : line)).join('')));
    expect(code).toBe(1);
    expect(out).toMatch(/was changed after it was written/);
  });
  it('shows what a seat saw at the end of a round and of the match', () => {
    const at = file('shown.concert.jsonl', lines.join(''));
    expect(JSON.parse(concert('replay', 'show', at, '--json').out)).toMatchObject({ ending: { tier: 'war' } });
    const view = JSON.parse(concert('replay', 'show', at, '--seat', 'DK', '--round', '1', '--json').out) as { me: { seat: string }; history: object };
    expect([view.me.seat, Object.keys(view.history).length]).toEqual(['DK', 1]);
  });
});
