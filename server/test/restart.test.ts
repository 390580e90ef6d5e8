/** The server is killed in the middle of a round and started again on the same folder: nobody loses an acknowledged act, nothing happens twice. */
import { afterAll, expect, it } from 'vitest';
import { Client } from '@colyseus/sdk';
import { sqliteMatchLog } from '../src/store/sqliteMatchLog.ts';
import { firstBreak } from '../src/store/chain.ts';
import { isSnapshot } from '../src/store/MatchLog.ts';
import { createMatch, joinMatch } from '../../client/src/net/api.ts';
import { enter, must, PLAY, until, type Player } from './players.ts';
import { freePort, startServer, type ServerProcess } from './serverProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let server: ServerProcess | null = null;
afterAll(async () => { await server?.kill('SIGKILL'); });

it('SIGKILL in mid-round: clients continue, acknowledged acts are kept, a resent id is not doubled', async () => {
  const dataDir = temporaryFolder('restart');
  const env = { PORT: String(await freePort()), DATA_DIR: dataDir, CREATES_PER_MINUTE: '1000' };
  server = await startServer(env);
  const { url } = server;
  const ticket = must(await createMatch(url, { ...PLAY, botPace: 20_000, seat: 'US' }));
  const us = await enter(url, ticket, 'us');
  const cn = await enter(url, must(await joinMatch(url, ticket.code, { name: 'cn' })), 'cn');
  must(await cn.line.sit('CN'));
  must(await us.line.start());
  await until(() => us.line.view?.legal?.message && cn.line.view?.legal?.message, 'a phase in which one may write');

  const sent: string[] = [];
  const acknowledged: string[] = [];
  let writing = true;
  const write = async (player: Player, to: string): Promise<void> => {
    for (let i = 0; writing; i++) {
      const text = `${player.name} ${i}`;
      sent.push(text);
      const answer = await player.line.act({ type: 'message', to: [to], text });
      if (answer.ok) acknowledged.push(text);
      else if (answer.code !== 'too-fast') throw new Error(answer.code);
      else sent.splice(sent.indexOf(text), 1);
      await new Promise((go) => setTimeout(go, answer.ok ? 1 : 60));
    }
  };
  const writers = [write(us, 'CN'), write(cn, 'US')];
  await until(() => acknowledged.length > 20, 'acts under way');
  await server.kill('SIGKILL');
  const before = acknowledged.length;
  await new Promise((go) => setTimeout(go, 300));
  expect(us.line.status).toBe('retrying');
  server = await startServer(env);
  await until(() => acknowledged.length > before + 20, 'acts after the restart');
  writing = false;
  await Promise.all(writers);

  const texts = (player: Player): string[] => Object.values(player.line.view!.channels).flatMap((channel) => channel.messages.map((m) => m.text));
  await until(() => texts(us).length >= acknowledged.length && texts(cn).length >= acknowledged.length, 'everything to arrive');
  for (const player of [us, cn]) expect(texts(player).sort()).toEqual([...acknowledged].sort());
  expect(sent.sort()).toEqual([...acknowledged].sort());

  // A resend of an acknowledged id by hand, from another device, is answered with the same number and changes nothing.
  const sdk = new Client(url);
  sdk.auth.token = us.ticket.token;
  const room = await sdk.joinById(us.ticket.roomId);
  room.onMessage('*', () => {});
  const act = { id: 'resent-by-hand', phaseSeq: us.line.view!.table.phaseSeq, command: { type: 'message', to: ['CN'], text: 'once' } };
  const first = (await room.request('act', act)) as { seq: number };
  expect(await room.request('act', act)).toEqual(first);
  await server.kill('SIGKILL');
  server = await startServer(env);
  await until(() => us.line.status === 'live' && us.line.view, 'the line again', 20_000);
  const after = await sdk.joinById(us.ticket.roomId).catch(() => null) ?? await sdk.joinById(us.ticket.roomId);
  after.onMessage('*', () => {});
  expect(await after.request('act', act)).toEqual(first);
  expect(texts(us).filter((text) => text === 'once')).toHaveLength(1);

  us.line.close();
  cn.line.close();
  expect(await server.kill('SIGTERM')).toBe(0);
  server = null;
  const log = sqliteMatchLog(dataDir);
  const entries = log.read(ticket.code, 1);
  expect(firstBreak('', entries)).toBeNull();
  const ids = entries.flatMap((entry) => (isSnapshot(entry) || !entry.id ? [] : [`${entry.member} ${entry.id}`]));
  expect(new Set(ids).size).toBe(ids.length);
  log.close();
}, 120_000);
