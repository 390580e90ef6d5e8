/** Hostile and clumsy input: every bad act is refused by a code, the server keeps serving, and nobody else hears a thing. */
import net from 'node:net';
import { Client, type Room } from '@colyseus/sdk';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import type { SeatCommand } from '@concert/shared';
import { autoplay } from './autoplay.ts';
import { createMatch, getScenario, joinMatch, listMatches } from '../../client/src/net/api.ts';
import { code, enter, must, PLAY, until, type Player } from './players.ts';

let app: App;
let victim: Player;
let attacker: Player;
/** The attacker's own raw line, to send what our client never would. */
let raw: Room;

async function rawRoom(player: Player): Promise<Room> {
  const sdk = new Client(app.url);
  sdk.auth.token = player.ticket.token;
  const room: Room = await sdk.joinById(player.ticket.roomId);
  room.reconnection.enabled = false;
  room.onMessage('*', () => {});
  room.onError(() => {});
  return room;
}
const ask = async (type: string, payload: unknown): Promise<{ code: string; params?: Record<string, unknown> }> => {
  try {
    await raw.request(type, payload, { timeout: 4000 });
    return { code: 'ok' };
  } catch (error) {
    const { name, reason } = error as { name: string; reason?: { code: string; params: Record<string, unknown> } };
    return name === 'rejected' && reason ? reason : { code: name };
  }
};
const ready = { type: 'ready', on: true };
let ids = 0;
const act = (command: unknown, more: object = {}): object => ({ id: `hostile-${++ids}`, phaseSeq: attacker.line.view?.table.phaseSeq ?? 0, command, ...more });

beforeAll(async () => { app = await createApp({ botPace: 5000, createsPerMinute: 1000 }); });
afterAll(() => app.close());
beforeEach(async () => {
  const ticket = must(await createMatch(app.url, { ...PLAY, seat: 'US', botPace: 20_000 }));
  victim = await enter(app.url, ticket, 'victim');
  attacker = await enter(app.url, must(await joinMatch(app.url, ticket.code, { name: 'attacker' })), 'attacker');
  must(await attacker.line.sit('CN'));
  must(await victim.line.start());
  await until(() => attacker.line.view && victim.line.view, 'the start');
  raw = await rawRoom(attacker);
});
afterEach(async () => {
  expect((await fetch(`${app.url}/healthz`)).status, 'the server still serves').toBe(200);
  victim.line.close();
  attacker.line.close();
  void raw.leave();
});

/** Runs something bad and proves that the other player received no frame for it. */
async function unheard(bad: () => Promise<void>): Promise<void> {
  const before = victim.frames.length;
  const { seq } = { seq: app.store.read(victim.ticket.code, 1).length };
  await bad();
  await new Promise((go) => setTimeout(go, 30));
  expect(victim.frames.length).toBe(before);
  expect(app.store.read(victim.ticket.code, 1)).toHaveLength(seq);
  expect(victim.line.status).toBe('live');
}

describe('messages of the room', () => {
  it('refuses malformed acts by code and goes on', () => unheard(async () => {
    for (const bad of [
      undefined, null, 7, 'text', [], {}, { id: 'x' }, act({ type: 'nonsense' }), act({ type: 'ready' }), act({ type: 'ready', on: 'yes' }), act({ ...ready, extra: 1 }), act(ready, { extra: 1 }),
      act({ type: 'declare', level: 1.5 }), act({ type: 'declare', level: Number.NaN }), act({ type: 'sign', proposal: '../../etc', version: 1 }), act({ type: 'start', options: {} }), act({ type: 'advance', phaseSeq: 1 }), act({ type: 'hold', seat: 'US', holder: 'bot' }),
      act(ready, { id: 'short' }), act(ready, { phaseSeq: -1 }), act(new Map([['type', 'ready']])), act({ type: 'message', to: ['US'], text: new Set(['x']) }), act(JSON.parse('{"type":"ready","on":true,"__proto__":{"x":1}}')),
    ]) expect([await ask('act', bad), bad]).toMatchObject([{ code: 'bad-message' }, bad]);
  }));
  it('refuses too large a message by code, and cuts off a huge one', () => unheard(async () => {
    expect(await ask('act', act({ type: 'message', to: ['US'], text: 'x'.repeat(20_000) }))).toMatchObject({ code: 'too-large' });
    const gone = new Promise<number>((resolve) => { raw.onLeave((reason) => resolve(reason)); });
    raw.send('act', { text: 'x'.repeat(100_000) });
    expect(await gone).toBeGreaterThan(1000);
  }));
  it('cuts off an unknown type and answers an unknown request', () => unheard(async () => {
    expect(await ask('takeOver', {})).toMatchObject({ code: 'no_handler' });
    const gone = new Promise<number>((resolve) => { raw.onLeave((reason) => resolve(reason)); });
    raw.send('__proto__', {});
    expect(await gone).toBe(4002);
  }));
  it('survives frames that are no protocol at all', () => unheard(async () => {
    for (const bytes of [[], [0], [255, 255, 255], [13, 200, 1, 2, 3], [14, 1, 163], Array.from({ length: 900 }, (_, i) => (i * 37) % 256)]) {
      try { raw.connection.send(new Uint8Array(bytes)); } catch { raw = await rawRoom(attacker); }
      await new Promise((go) => setTimeout(go, 10));
      if (!raw.connection.isOpen) raw = await rawRoom(attacker);
    }
  }));
  it('refuses too frequent acts with too-fast and cuts off a flood', () => unheard(async () => {
    const codes = await Promise.all(Array.from({ length: 40 }, () => ask('act', act({ type: 'sign', proposal: 'none', version: 1 }))));
    expect(codes.filter((c) => c.code === 'too-fast').length).toBeGreaterThan(5);
    expect(codes.filter((c) => c.code !== 'too-fast').length).toBeGreaterThan(5);
    const gone = new Promise<number>((resolve) => { raw.onLeave((reason) => resolve(reason)); });
    for (let i = 0; i < 400; i++) raw.send('sync', {});
    expect(await gone).toBe(4002);
  }));
});

describe('acts that are not allowed', () => {
  it('refuses a stale phase, and a seat only speaks for itself', () => unheard(async () => {
    expect(await ask('act', act(ready, { phaseSeq: 999 }))).toMatchObject({ code: 'stale-phase' });
    expect(await ask('act', act({ ...ready, seat: 'US' }))).toMatchObject({ code: 'bad-message' });
  }));
  it('refuses an act out of phase', () => unheard(async () => {
    expect((await ask('act', act({ type: 'pickSide', side: 'back' }))).code).not.toBe('ok');
  }));
  it('refuses the seat of others: taken, wrong key, already seated', () => unheard(async () => {
    const third = await enter(app.url, must(await joinMatch(app.url, victim.ticket.code, { name: 'third' })), 'third');
    expect(code(await third.line.act({ type: 'ready', on: true }))).toBe('no-seat');
    expect(code(await third.line.sit('US'))).toBe('seat-taken');
    expect(code(await third.line.sit('US', 'AAAAAAAA'))).toBe('wrong-seat-key');
    expect(code(await third.line.sit('XX'))).toBe('bad-message');
    expect(code(await attacker.line.sit('RU'))).toBe('already-seated');
    expect(code(await third.line.start())).toBe('not-host');
    expect(code(await victim.line.start())).toBe('match-running');
    third.line.close();
  }));
  it('opens a shared seat with its key', async () => {
    const third = await enter(app.url, must(await joinMatch(app.url, victim.ticket.code, { name: 'third' })), 'third');
    const key = victim.line.you?.seatKey;
    expect(code(await third.line.sit('US', key ?? ''))).toBe('ok');
    await until(() => third.line.view?.viewer.kind === 'seat', 'the view of the shared seat');
    expect(third.line.view?.viewer).toEqual({ kind: 'seat', seat: 'US' });
    third.line.close();
  });
  it('gives a spectator the public view only', async () => {
    const third = await enter(app.url, must(await joinMatch(app.url, victim.ticket.code, { name: 'third', spectate: true })), 'third');
    expect(third.line.view).toMatchObject({ viewer: { kind: 'public' }, legal: null });
    expect(third.line.you?.seatKey).toBeNull();
    third.line.close();
  });
});

describe('the plenary', () => {
  it('refuses a clause the giver cannot give, a stale version, a text of others, and a sealed choice out of phase', async () => {
    const ticket = must(await createMatch(app.url, { ...PLAY, seat: 'US' }));
    const us = await enter(app.url, ticket, 'us');
    const cn = await enter(app.url, must(await joinMatch(app.url, ticket.code, { name: 'cn' })), 'cn');
    must(await cn.line.sit('CN'));
    must(await us.line.start());
    await until(() => us.line.view && cn.line.view, 'the start');
    const scenario = must(await getScenario(app.url, 'six-party'));
    const plenary = (view: { table: { phase: string } }): boolean => view.table.phase === 'plenary';
    await Promise.all([autoplay(us, 'US', scenario, 1, plenary), autoplay(cn, 'CN', scenario, 2, plenary)]);
    const quiet = async (): Promise<number> => {
      for (let last = -1; ;) {
        const now = app.store.read(ticket.code, 1).length;
        if (now === last) return now;
        last = now;
        await new Promise((go) => setTimeout(go, 250));
      }
    };
    const before = await quiet();
    const frames = us.frames.length;
    const say = async (command: SeatCommand): Promise<string> => code(await cn.line.act(command));
    const menu = cn.line.view!.legal!.propose.find((p) => p.scope === 'plenary')!;
    const clause = menu.clauses.find((c) => c.ok && c.givers.every((g) => !g.includes('CN')))!;
    expect(await say({ type: 'propose', scope: 'plenary', lines: [{ clause: clause.clause, givers: ['CN'], receivers: [...clause.receivers[0]!], mode: 'WRITTEN' }] })).toBe('wrong-giver');
    expect(await say({ type: 'propose', scope: 'plenary', lines: [{ clause: 'NO-SUCH', givers: ['CN'], receivers: ['US'], mode: 'WRITTEN' }] })).toBe('unknown-clause');
    expect(await say({ type: 'propose', scope: 'plenary', lines: [] })).toBe('no-lines');
    const live = Object.values(cn.line.view!.proposals).find((p) => p.status === 'live');
    if (live) expect(await say({ type: 'sign', proposal: live.id, version: live.version + 1 })).toMatch(/stale-version|not-a-party|already-signed/);
    expect(await say({ type: 'sign', proposal: 'p999', version: 1 })).toBe('unknown-proposal');
    expect(await say({ type: 'withdraw', proposal: 'p999' })).toBe('unknown-proposal');
    expect(await say({ type: 'choose', actions: [], dues: {}, reversals: [], denials: [], remedies: [] })).toBe('wrong-phase');
    expect(await say({ type: 'message', to: ['US'], text: 'x'.repeat(3000) })).toBe('message-too-long');
    expect(app.store.read(ticket.code, 1)).toHaveLength(before);
    expect(us.frames).toHaveLength(frames);
    us.line.close();
    cn.line.close();
  });
});

describe('the door', () => {
  const post = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> => fetch(`${app.url}${path}`, { method: 'POST', headers, body });
  it('answers bad bodies, codes, scenarios and tokens by code', async () => {
    expect(await (await post('/api/matches', '{"scen')).json()).toMatchObject({ code: 'bad-message' });
    expect(await (await post('/api/matches', '[]')).json()).toMatchObject({ code: 'bad-message' });
    expect((await post('/api/matches', `{"name":"${'x'.repeat(20_000)}"}`)).status).toBe(413);
    expect(code(await createMatch(app.url, { ...PLAY, scenario: 'atlantis' }))).toBe('unknown-scenario');
    expect(code(await createMatch(app.url, { ...PLAY, seat: 'XX' }))).toBe('bad-message');
    expect(code(await joinMatch(app.url, 'ABCDEF', { name: 'x' }))).toBe('unknown-match');
    expect(code(await joinMatch(app.url, '__proto__', { name: 'x' }))).toBe('unknown-match');
    expect(code(await joinMatch(app.url, victim.ticket.code, { name: '' }))).toBe('bad-message');
    expect(code(await joinMatch(app.url, victim.ticket.code, { name: 'x', token: 'x'.repeat(32) }))).toBe('unauthorised');
    expect(code(await getScenario(app.url, '../secret'))).toBe('unknown-scenario');
    expect(must(await listMatches(app.url))).toEqual([]);
  });
  it('closes the door when a match has too many members', async () => {
    const { code: match } = must(await createMatch(app.url, PLAY));
    const codes: string[] = [];
    for (let i = 0; i < 81; i++) codes.push(code(await joinMatch(app.url, match, { name: `n${i}` })));
    expect([codes[78], codes[79], codes[80]]).toEqual(['ok', 'match-full', 'match-full']);
  });
  it('keeps the recording of a running match closed: a stranger reads what the public saw', async () => {
    const answer = await fetch(`${app.url}/api/recordings/${victim.ticket.code}`, { headers: { authorization: 'Bearer guessed-or-stolen-elsewhere' } });
    const [header = ''] = (await answer.text()).split('\n');
    expect([answer.status, JSON.parse(header)]).toEqual([200, expect.objectContaining({ format: 'concert-view', viewer: { kind: 'public' } })]);
  });
  it('lets nobody in without a token of this match, and nobody create rooms', async () => {
    const other = must(await createMatch(app.url, { ...PLAY }));
    const sdk = new Client(app.url);
    sdk.auth.token = other.token;
    await expect(sdk.joinById(victim.ticket.roomId).then((room) => new Promise((_, reject) => { room.onMessage('*', () => {}); room.onError(() => {}); room.onLeave(() => reject(new Error('thrown out'))); }))).rejects.toThrow();
    sdk.auth.token = 'nonsense';
    await expect(sdk.joinById(victim.ticket.roomId)).rejects.toThrow();
    await expect(sdk.create('match', { code: victim.ticket.code })).rejects.toThrow();
    await expect(sdk.joinOrCreate('match', { isAdmin: true })).rejects.toThrow();
  });
  it('answers raw HTTP that would crash a parser, and goes on', async () => {
    const { port } = app;
    const send = (text: string): Promise<string> => new Promise((resolve) => {
      let got = '';
      const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => { got += data.toString(); });
      socket.on('close', () => resolve(got.split('\r\n')[0] ?? ''));
      socket.on('error', () => resolve(got));
      setTimeout(() => socket.destroy(), 1500);
    });
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n';
    expect(await send('GET / HTTP/1.1\r\nHost: a b[\r\n\r\n')).toContain('400');
    expect(await send('GET / HTTP/1.1\r\nHost: [\r\n\r\n')).toContain('400');
    expect(await send('TRACE / HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('405');
    expect(await send('GET *:99999 HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('400');
    expect(await send('GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: 1:\r\nConnection: close\r\n\r\n')).toMatch(/200|503/);
    expect(await send(`GET *[ HTTP/1.1\r\nHost: x\r\n${upgrade}`)).toContain('400');
    await send(`GET //[ HTTP/1.1\r\nHost: x\r\n${upgrade}`);
    expect(await send('POST /matchmake/joinById/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toContain('413');
    expect(await send('POST /api/matches HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n')).toContain('413');
    await send('POST /matchmake/joinById/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnull');
    await send('POST /matchmake/constructor/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
  });
  it('sends the headers that keep the page to itself', async () => {
    const { headers } = await fetch(`${app.url}/healthz`, { headers: { origin: 'https://evil.example' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('guessing codes (last: it locks this address out for a minute)', () => {
  it('is limited, and a member who knows the token still comes back', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 40; i++) codes.push(code(await joinMatch(app.url, 'QQQQQQ', { name: 'x' })));
    expect(codes[0]).toBe('unknown-match');
    expect(codes.at(-1)).toBe('too-fast');
    expect(code(await joinMatch(app.url, victim.ticket.code, { name: 'stranger' }))).toBe('too-fast');
    expect(code(await joinMatch(app.url, victim.ticket.code, { name: 'victim', token: victim.ticket.token }))).toBe('ok');
  });
});
