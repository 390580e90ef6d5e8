/** Watching a recording together: real clients lead, follow, hand over, leave and come back; what is kept back stays so. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Place, WatchTicket, WatchView } from '@concert/shared/protocol/watch';
import { getWatch, connectWatch, joinWatch, startWatch, type WatchLine, type WatchStatus } from '../../client/src/net/watch.ts';
import { createMatch } from '../../client/src/net/api.ts';
import { createApp, type App } from '../src/app.ts';
import { WATCHERS_MOST, WATCHES_MOST, Watches } from '../src/watch/Watches.ts';
import type { StoredWatch, WatchStore } from '../src/watch/WatchStore.ts';
import { freePort, startServer, type ServerProcess } from './serverProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { code, must, PLAY, sixPlayers, until } from './players.ts';

const SAMPLE = 'sample-concert.concert.jsonl';
let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

interface Seat { readonly ticket: WatchTicket; readonly line: WatchLine; state: WatchView | null; status: WatchStatus; lost: string | undefined }
const open: Seat[] = [];
afterEach(() => { for (const { line } of open.splice(0)) line.close(); });
async function sit(ticket: WatchTicket, name: string, url = app.url): Promise<Seat> {
  const seat: { -readonly [K in keyof Seat]: Seat[K] } = { ticket, line: null as unknown as WatchLine, state: null, status: 'connecting', lost: undefined };
  seat.line = connectWatch(url, ticket, name, { onState: (state) => { seat.state = state; }, onStatus: (status, lost) => { seat.status = status; seat.lost = lost; } });
  open.push(seat);
  await until(() => seat.state?.people[ticket.person]?.online, `${name} to be here`);
  return seat;
}
const PLACE: Place = { step: 120, at: 1_700_000_120_000, viewer: 'seat:CN', playing: true, speed: 4 };
async function pair(): Promise<readonly [Seat, Seat]> {
  const ticket = must(await startWatch(app.url, SAMPLE, 'Ann'));
  const lead = await sit(ticket, 'Ann');
  return [lead, await sit(must(await joinWatch(app.url, ticket.code.toLowerCase(), 'Ben')), 'Ben')];
}

describe('watching together', () => {
  it('the leader\'s step, eyes, pace and play reach everybody; nobody else leads', async () => {
    const [ann, ben] = await pair();
    expect(must(await getWatch(app.url, ann.ticket.code))).toEqual({ code: ann.ticket.code, recording: SAMPLE, people: 2, leader: 'Ann' });
    must(await ann.line.place(PLACE));
    await until(() => ben.state?.step === 120, 'the place to arrive');
    expect(ben.state).toMatchObject({ ...PLACE, leader: ann.ticket.person, recording: SAMPLE });
    expect(code(await ben.line.place({ ...PLACE, step: 3 }))).toBe('not-leading');
    expect(code(await ben.line.give(ben.ticket.person))).toBe('not-leading');
    expect(code(await ben.line.take())).toBe('leader-here');
    must(await ben.line.follow(false));
    await until(() => ann.state?.people[ben.ticket.person]?.follows === false, 'Ann to see that Ben looks around');
    must(await ben.line.follow(true));
    await until(() => ann.state?.people[ben.ticket.person]?.follows === true, 'Ben to be back');
  });
  it('the lead is handed over, to people who are here only, and playing stops with who led', async () => {
    const [ann, ben] = await pair();
    must(await ann.line.place(PLACE));
    expect(code(await ann.line.give('nobody'))).toBe('not-here');
    must(await ann.line.give(ben.ticket.person));
    await until(() => ann.state?.leader === ben.ticket.person, 'Ben to lead');
    expect(ann.state).toMatchObject({ step: 120, playing: false });
    expect(code(await ann.line.place({ ...PLACE, step: 1 }))).toBe('not-leading');
    must(await ben.line.place({ ...PLACE, step: 7 }));
    await until(() => ann.state?.step === 7, 'Ben to lead Ann');
  });
  it('where the leader is gone anybody may take the lead; who led comes back as a follower, at the same place', async () => {
    const [ann, ben] = await pair();
    must(await ann.line.place(PLACE));
    ann.line.close();
    await until(() => ben.state?.people[ann.ticket.person]?.online === false, 'Ann to be gone');
    must(await ben.line.take());
    await until(() => ben.state?.leader === ben.ticket.person, 'Ben to lead');
    const back = await sit(must(await joinWatch(app.url, ann.ticket.code, 'Ann', ann.ticket.token)), 'Ann');
    expect(back.ticket.person).toBe(ann.ticket.person);
    expect(back.state).toMatchObject({ step: 120, leader: ben.ticket.person });
    expect(Object.keys(back.state!.people)).toHaveLength(2);
  });
  it('everybody gone, the room is opened again for who comes back, where it was', async () => {
    const [ann, ben] = await pair();
    must(await ann.line.place(PLACE));
    ann.line.close();
    ben.line.close();
    await new Promise((go) => setTimeout(go, 300));
    const back = await sit(must(await joinWatch(app.url, ann.ticket.code, 'Ann', ann.ticket.token)), 'Ann');
    expect(back.state).toMatchObject({ step: 120, viewer: 'seat:CN', leader: ann.ticket.person });
  });
});

describe('a restart of the server', () => {
  it('after SIGKILL all find each other under the same code, with the same people, and the leader leads on', async () => {
    const env = { PORT: String(await freePort()), DATA_DIR: temporaryFolder('watch'), CREATES_PER_MINUTE: '1000' };
    let server: ServerProcess = await startServer(env);
    try {
      const ticket = must(await startWatch(server.url, SAMPLE, 'Ann'));
      const ann = await sit(ticket, 'Ann', server.url);
      const ben = await sit(must(await joinWatch(server.url, ticket.code, 'Ben')), 'Ben', server.url);
      must(await ann.line.place(PLACE));
      await until(() => ben.state?.step === 120, 'the place to arrive');
      must(await ann.line.give(ben.ticket.person));
      await until(() => ann.state?.leader === ben.ticket.person, 'Ben to lead');
      await server.kill('SIGKILL');
      await until(() => ann.status === 'retrying' && ben.status === 'retrying', 'both to notice');
      server = await startServer(env);
      await until(() => [ann, ben].every(({ status, state }) => status === 'live' && Object.values(state?.people ?? {}).filter(({ online }) => online).length === 2), 'both to be back', 20_000);
      expect(ann.state).toMatchObject({ code: ticket.code, recording: SAMPLE, leader: ben.ticket.person, placed: 0 });
      expect(code(await ann.line.place(PLACE))).toBe('not-leading');
      must(await ben.line.place({ ...PLACE, step: 77 }));
      await until(() => ann.state?.step === 77, 'Ben to lead on');
      // Somebody new finds them too.
      expect(must(await getWatch(server.url, ticket.code))).toMatchObject({ people: 2, leader: 'Ben' });
    } finally {
      for (const { line } of open.splice(0)) line.close();
      await server.kill('SIGTERM');
    }
  }, 60_000);
  it('what all have left goes after half an hour, from the store too, whatever restarts between', () => {
    const kept = new Map<string, StoredWatch>();
    const store: WatchStore = { all: () => [...kept.values()], save: (watch) => { kept.set(watch.code, watch); }, remove: (gone) => { kept.delete(gone); }, close() {} };
    let now = 0;
    const first = new Watches(() => now, store);
    const begun = first.start(SAMPLE, 'Ann');
    if ('refused' in begun) throw new Error(begun.code);
    first.here(begun.watch, new Set([begun.person.id]));
    now = 20 * 60_000;
    const second = new Watches(() => now, store);
    expect(second.whose(begun.token)).toEqual({ code: begun.watch.code, person: begun.person.id });
    expect(JSON.stringify([...kept.values()])).not.toContain(begun.token);
    const again = second.find(begun.watch.code)!;
    second.here(again, new Set([begun.person.id]));
    second.here(again, new Set());
    now += 31 * 60_000;
    expect(new Watches(() => now, store).find(begun.watch.code)).toBeNull();
    expect(kept.size).toBe(0);
  });
});

describe('limits', () => {
  it('refuses what is malformed, too fast, unknown, or without a key', async () => {
    const [ann] = await pair();
    for (const bad of [{ ...PLACE, step: -1 }, { ...PLACE, viewer: '<b>' }, { ...PLACE, speed: 3 }, { ...PLACE, more: 1 }, { ...PLACE, at: Number.NaN }]) expect(code(await ann.line.place(bad as Place))).toBe('bad-message');
    const answers = await Promise.all(Array.from({ length: 55 }, (_, i) => ann.line.place({ ...PLACE, step: i })));
    expect(answers.map(code)).toContain('too-fast');
    expect(code(await getWatch(app.url, 'ZZZZZZ'))).toBe('unknown-watch');
    expect(code(await joinWatch(app.url, 'nonsense', 'Eve'))).toBe('unknown-watch');
    expect(code(await startWatch(app.url, 'sample-../../secret', 'Eve'))).toBe('bad-message');
    expect(code(await startWatch(app.url, 'sample-none.concert.jsonl', 'Eve'))).toBe('unknown-match');
    expect(code(await startWatch(app.url, 'ZZZZZZ', 'Eve'))).toBe('unknown-match');
    expect((await fetch(`${app.url}/matchmake/joinById/watch-${ann.ticket.code}`, { method: 'POST', headers: { authorization: 'Bearer guess' }, body: '{}' })).status).toBe(401);
  });
  it('holds so many people and no more; who has left makes room', () => {
    const watches = new Watches(() => 0);
    const begun = watches.start(SAMPLE, 'Ann');
    if ('refused' in begun) throw new Error(begun.code);
    const { watch } = begun;
    for (let i = 1; i < WATCHERS_MOST; i += 1) watches.join(watch, `n${i}`, undefined);
    watches.here(watch, new Set(watch.people.keys()));
    expect(watches.join(watch, 'late', undefined)).toMatchObject({ code: 'watch-full' });
    expect(watches.join(watch, 'Ann', begun.token)).toMatchObject({ person: { id: begun.person.id } });
    watches.here(watch, new Set([...watch.people.keys()].slice(0, 40)));
    expect(watches.join(watch, 'late', undefined)).toMatchObject({ person: { name: 'late' } });
    expect(watches.join(watch, 'LATE', undefined)).toMatchObject({ person: { name: 'LATE 2' } });
    expect(watch.people.size).toBe(42);
    for (let i = 1; i < WATCHES_MOST; i += 1) expect('refused' in watches.start(SAMPLE, 'x')).toBe(false);
    expect(watches.start(SAMPLE, 'x')).toMatchObject({ code: 'server-busy' });
  });
  it('a match that is not over has nobody to lead through it', async () => {
    const { code: match, token } = must(await createMatch(app.url, { ...PLAY, seat: 'US', startNow: true }));
    expect(code(await startWatch(app.url, match, 'Ann', token))).toBe('match-running');
  });
});

describe('privacy', () => {
  it('what a debrief keeps back is led by and shown to its own people only, each with their own eyes', async () => {
    const players = await sixPlayers(app.url, ['US', 'CN']);
    const [us, cn] = players;
    const match = us!.ticket.code;
    const session = app.hall.live.get(match)!.session;
    for (let i = 0; i < 400 && session.state.status === 'running'; i += 1) session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
    const kept = app.hall.withheld;
    app.hall.withheld = (each) => each === match || kept(each);
    try {
      expect(code(await startWatch(app.url, match, 'Eve'))).toBe('not-revealed');
      const ticket = must(await startWatch(app.url, match, 'Ann', us!.ticket.token));
      expect(code(await joinWatch(app.url, ticket.code, 'Eve'))).toBe('not-revealed');
      expect(code(await joinWatch(app.url, ticket.code, 'Ben', undefined, cn!.ticket.token))).toBe('ok');
      const [header = ''] = (await (await fetch(`${app.url}/api/recordings/${match}`, { headers: { authorization: `Bearer ${cn!.ticket.token}` } })).text()).split('\n');
      expect(JSON.parse(header)).toMatchObject({ format: 'concert-view', viewer: { kind: 'seat', seat: 'CN' }, over: true });
      expect((await fetch(`${app.url}/api/recordings/${match}`)).status).toBe(403);
    } finally {
      app.hall.withheld = kept;
      for (const { line } of players) line.close();
    }
  });
});
