/** Finished matches in the library: listed, filtered, forgotten by their host; and a match that goes on from a recorded step, from here or from a file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, project, waiting, evolve, type MatchState } from '@concert/shared';
import type { MatchTicket } from '@concert/shared/protocol/messages';
import type { RecordingPage } from '@concert/shared/protocol/recordings';
import { createReel, isOpened, openRecording, verifyRecording, type Opened } from '@concert/shared/recording/index';
import { playMatch } from '@concert/shared/bots/index';
import { linkOf } from '@concert/shared/recording/chain';
import { createApp, type App } from '../src/app.ts';
import { firstBreak, seal } from '../src/store/chain.ts';
import { isSnapshot, type ActEntry, type Entry, type SnapshotEntry } from '../src/store/MatchLog.ts';
import { enter, until } from './players.ts';
import { createMatch } from '../../client/src/net/api.ts';
import { must } from './players.ts';

let app: App;
let host: { code: string; token: string };
let text: string;
let opened: Opened;
const read = (answer: Response): Promise<Record<string, unknown>> => answer.json() as Promise<Record<string, unknown>>;
const get = async (path: string): Promise<unknown> => (await fetch(`${app.url}${path}`)).json();
const fork = (body: object): Promise<Response> => fetch(`${app.url}/api/matches`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const upload = (file: string, query: string): Promise<Response> => fetch(`${app.url}/api/matches/fork?${query}`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: file });

/** A public match of this server, played to its end by bots without waiting for their pace. */
async function finished(seed: number): Promise<{ code: string; token: string }> {
  const ticket = must(await createMatch(app.url, { scenario: 'six-party', name: 'host', preset: 'untimed', private: false, seat: 'US', seed, title: `match ${seed}`, botPace: 0 }));
  const { store, hall } = app;
  const scenario = hall.scenario('six-party')!;
  let [seq, hash] = [0, ''];
  let state: MatchState = waiting(scenario);
  const append = (entry: Entry): void => { store.append(ticket.code, seq, entry); seq = entry.seq; hash = entry.hash; };
  for (const { actor, command, events } of playMatch(scenario, { seed, level: 'standard' }).entries) {
    append(seal<ActEntry>(hash, { seq: seq + 1, at: 1_700_000_000_000 + seq, seat: actor.kind === 'seat' ? actor.seat : null, member: null, id: null, command, events }));
    state = events.reduce(evolve, state);
    if (events.some(({ type }) => type === 'roundClosed')) append(seal<SnapshotEntry>(hash, { seq: seq + 1, at: 1_700_000_000_000 + seq, snapshot: state }));
  }
  hall.note(ticket.code, 'ended', state.round, state.ending!.tier);
  return ticket;
}

beforeAll(async () => {
  app = await createApp({ botPace: 0, createsPerMinute: 1000 });
  host = await finished(41);
  text = await (await fetch(`${app.url}/api/recordings/${host.code}`)).text();
  const result = openRecording(text);
  if (!isOpened(result)) throw new Error(result.code);
  opened = result;
}, 60_000);
afterAll(() => app.close());

describe('the recording and the library', () => {
  it('is written in the format of today, carries its scenario and verifies', () => {
    expect(opened.problems).toEqual([]);
    expect(opened.header).toMatchObject({ version: 2, match: host.code, scenario: { id: 'six-party' } });
    expect(verifyRecording(text)).toMatchObject({ sound: true, decidedAgain: true });
    expect(linkOf('', { a: 1 })).toBe(seal<ActEntry>('', { a: 1 } as never).hash);
  });
  it('lists public finished matches with their outcome and people, filtered and paged', async () => {
    const other = await finished(42);
    const hidden = must(await createMatch(app.url, { scenario: 'six-party', name: 'h', private: true }));
    app.hall.note(hidden.code, 'ended', 3, 'war');
    const all = await get('/api/recordings') as RecordingPage;
    expect(all.recordings.map(({ code }) => code).sort()).toEqual([host.code, other.code].sort());
    const mine = all.recordings.find(({ code }) => code === host.code)!;
    expect(mine).toMatchObject({ title: 'match 41', scenario: 'six-party', outcome: opened.closing!.outcome, fork: null });
    expect(mine.seats.find(({ seat }) => seat === 'US')).toEqual({ seat: 'US', holder: 'people', names: ['host'] });
    expect(await get('/api/recordings?size=1&page=2')).toMatchObject({ total: 2, page: 2, pages: 2 });
    expect(await get('/api/recordings?scenario=g7')).toMatchObject({ total: 0, recordings: [] });
    expect(await get(`/api/recordings?outcome=${String(opened.closing!.outcome)}&from=2020-01-01`)).toMatchObject({ recordings: expect.arrayContaining([expect.objectContaining({ code: host.code })]) });
    expect(await get('/api/recordings?to=2020-01-01')).toMatchObject({ total: 0 });
    const rounds = all.recordings.map((each) => each.rounds).sort((a, b) => a - b);
    const listed = async (query: string): Promise<readonly number[]> => ((await get(`/api/recordings?${query}`)) as RecordingPage).recordings.map((each) => each.rounds);
    expect(await listed('sort=shortest')).toEqual(rounds);
    expect(await listed('sort=longest')).toEqual([...rounds].reverse());
    expect((await listed(`least=${rounds[0]! + 1}`)).every((each) => each > rounds[0]!)).toBe(true);
    expect(await listed(`most=${rounds[0]! - 1}`)).toEqual([]);
    expect(await listed(`least=${rounds[1]!}&most=${rounds[1]!}`)).toContain(rounds[1]);
    for (const bad of ['sort=cheapest', 'least=-1', 'most=1e9', 'least=x']) expect((await fetch(`${app.url}/api/recordings?${bad}`)).status, bad).toBe(400);
    expect((await fetch(`${app.url}/api/recordings?page=0`)).status).toBe(400);
    expect((await fetch(`${app.url}/api/recordings?from=yesterday`)).status).toBe(400);
  });
  it('is forgotten by its host alone, and only after the end', async () => {
    const gone = await finished(43);
    const remove = (token: string): Promise<Response> => fetch(`${app.url}/api/recordings/${gone.code}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    expect(await read(await remove('nobody'))).toMatchObject({ code: 'unauthorised' });
    expect(await read(await remove(host.token))).toMatchObject({ code: 'unauthorised' });
    app.hall.note(gone.code, 'running', 3);
    expect(await read(await remove(gone.token))).toMatchObject({ code: 'match-running' });
    app.hall.note(gone.code, 'ended', 3, 'war');
    expect(await read(await remove(gone.token))).toEqual({ ok: true });
    expect((await fetch(`${app.url}/api/recordings/${gone.code}`)).status).toBe(404);
    expect(app.store.find(gone.code)).toBeNull();
  });
});

describe('continue from here', () => {
  it('begins a live match with the recorded entries up to the step, and says of what it is a fork', async () => {
    const reel = createReel(opened);
    const step = reel.stepOf(3, 1) + 7;
    const ticket = await (await fork({ fork: { recording: host.code, step }, name: 'heir', seat: 'CN', botPace: 0 })).json() as MatchTicket;
    expect(ticket).toMatchObject({ seat: 'CN' });
    const log = app.store.read(ticket.code, 1);
    const recorded = opened.entries.filter((entry) => entry.seq <= (reel.steps[step]?.seq ?? 0));
    expect(hashOf(log.slice(0, recorded.length))).toBe(hashOf(recorded));
    expect(firstBreak('', log)).toBeNull();
    expect(app.store.find(ticket.code)).toMatchObject({ status: 'running', level: 'standard', private: true, fork: { recording: host.code, title: 'match 41', seq: reel.steps[step]?.seq, round: 3 } });
    // Only who holds the seats has changed.
    const after = log.slice(recorded.length).map((entry) => (isSnapshot(entry) ? 'snapshot' : entry.command));
    expect(after).toEqual([{ type: 'hold', seat: 'CN', holder: 'people' }]);
    const heir = await enter(app.url, ticket, 'heir');
    const then = project(opened.scenario, reel.stateAt(step), { kind: 'seat', seat: 'CN' });
    expect(heir.line.view?.gauges).toEqual(then.gauges);
    expect(heir.line.view?.proposals).toEqual(then.proposals);
    expect(heir.line.view?.seats['CN']?.holder).toBe('people');
    // It goes on: the bots act, the clock of phases runs on, and everything new is chained to the old.
    expect((await heir.line.act({ type: 'ready', on: true })).ok || heir.line.view?.table.phase !== 'brief').toBe(true);
    await until(() => app.store.read(ticket.code, 1).length > log.length + 3, 'the bots to go on');
    expect(firstBreak('', app.store.read(ticket.code, 1))).toBeNull();
    heir.line.close();
  });
  it('plays on to another end, whose recording verifies and names its origin', async () => {
    const ticket = await (await fork({ fork: { recording: host.code, round: 2 }, name: 'heir' })).json() as MatchTicket;
    const session = app.hall.live.get(ticket.code)!.session;
    expect(session.state.round).toBe(2);
    for (let i = 0; i < 400 && session.state.status === 'running'; i += 1) session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
    expect(session.state.status).toBe('ended');
    const again = verifyRecording(await (await fetch(`${app.url}/api/recordings/${ticket.code}`)).text());
    expect(again).toMatchObject({ sound: true, decidedAgain: true });
    expect(again.opened?.header.fork).toMatchObject({ recording: host.code, round: 2 });
    expect(again.opened?.entries.slice(0, again.opened.header.fork?.seq)).toEqual(opened.entries.slice(0, again.opened?.header.fork?.seq));
  });
  it('gives the running phase a fresh clock', async () => {
    const ticket = await (await fork({ fork: { recording: host.code, round: 2 }, name: 'heir', preset: 'standard' })).json() as MatchTicket;
    expect(Date.now() - app.hall.live.get(ticket.code)!.session.phaseOpenedAt).toBeLessThan(60_000);
  });
  it('refuses what is no place to go on from', async () => {
    const refused = async (body: object): Promise<unknown> => (await read(await fork({ name: 'heir', ...body })))['code'];
    expect(await refused({ fork: { recording: 'NOSUCH', step: 1 } })).toBe('unknown-match');
    expect(await refused({ fork: { recording: host.code } })).toBe('no-step');
    expect(await refused({ fork: { recording: host.code, step: 999_999 } })).toBe('no-step');
    expect(await refused({ fork: { recording: host.code, step: createReel(opened).length - 1 } })).toBe('step-after-end');
    expect(await refused({ fork: { recording: host.code, step: -1 } })).toBe('bad-message');
    expect(await refused({ fork: { recording: host.code, step: 1 }, seat: 'FR' })).toBe('bad-message');
    const running = must(await createMatch(app.url, { scenario: 'six-party', name: 'h' }));
    expect(await refused({ fork: { recording: running.code, step: 1 } })).toBe('match-running');
  });
});

describe('continue from a file', () => {
  const lines = (): string[] => text.trimEnd().split('\n');
  it('takes a cut file up to the step, deciding every act again', async () => {
    const answer = await upload(`${lines().slice(0, 60).join('\n')}\n`, 'name=heir&step=40&seat=DK&botPace=0');
    const ticket = await answer.json() as MatchTicket;
    expect(ticket).toMatchObject({ seat: 'DK' });
    expect(app.store.find(ticket.code)).toMatchObject({ private: true, fork: { recording: host.code } });
    const heir = await enter(app.url, ticket, 'heir');
    expect(heir.line.view?.me?.seat).toBe('DK');
    heir.line.close();
  });
  it('refuses files that are foreign, damaged before the step, forged, or of another scenario', async () => {
    const refused = async (file: string, query = 'name=heir&step=40'): Promise<unknown> => (await read(await upload(file, query)))['code'];
    expect(await refused('hello')).toBe('unsound-recording');
    expect(await refused(`${lines().slice(0, 20).join('\n')}\n`)).toBe('no-step');
    let link = '';
    const forged = lines().slice(1, 60).map((line, i) => {
      const { hash: _hash, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const entry = i === 9 ? { ...rest, events: [{ type: 'indicatorsMoved', set: { TEN: 0 }, terms: {} }] } : rest;
      link = linkOf(link, entry);
      return JSON.stringify({ ...entry, hash: link });
    });
    expect(await refused(`${[lines()[0], ...forged].join('\n')}\n`)).toBe('unsound-recording');
    expect(await refused(text.replace('"brink":', '"brink":1'))).toBe('other-scenario');
    expect(await refused(text.replace('"rulesVersion":2', '"rulesVersion":1'))).toBe('other-rules');
    expect(await refused(text, 'step=4')).toBe('bad-message');
    expect((await upload('x'.repeat(9_000_000), 'name=a&step=1')).status).toBe(413);
  });
});
