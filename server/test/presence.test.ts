/** Coming and going: stand-ins, returning, two tabs, other devices, the library's own reconnection, the sleeping table. */
import { Client, type Room } from '@colyseus/sdk';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { createMatch, joinMatch } from '../../client/src/net/api.ts';
import { enter, must, PLAY, until, type Player } from './players.ts';

let app: App;
const open: Player[] = [];
beforeAll(async () => { app = await createApp({ botPace: 20_000, standInMs: 150, createsPerMinute: 1000 }); });
afterAll(() => app.close());
afterEach(() => { for (const player of open.splice(0)) player.line.close(); });

async function two(): Promise<[Player, Player]> {
  const ticket = must(await createMatch(app.url, { ...PLAY, botPace: 20_000, seat: 'US' }));
  const us = await enter(app.url, ticket, 'us');
  const cn = await enter(app.url, must(await joinMatch(app.url, ticket.code, { name: 'cn' })), 'cn');
  must(await cn.line.sit('CN'));
  must(await us.line.start());
  await until(() => us.line.view && cn.line.view, 'the start');
  open.push(us, cn);
  return [us, cn];
}
const holder = (player: Player, seat: string): string | undefined => player.line.view?.seats[seat]?.holder;

it('a bot stands in for absent people, says so, and gives the seat back', async () => {
  const [us, cn] = await two();
  const news = Object.keys(us.line.view!.news).length;
  cn.line.close();
  await until(() => us.line.lobby?.seats.get('CN')?.online === false, 'CN to be shown offline');
  expect(holder(us, 'CN')).toBe('people');
  await until(() => holder(us, 'CN') === 'bot', 'the stand-in');
  expect(Object.keys(us.line.view!.news).length).toBeGreaterThan(news);
  const back = await enter(app.url, cn.ticket, 'cn again');
  open.push(back);
  await until(() => holder(us, 'CN') === 'people', 'the return');
  expect(back.line.view?.viewer).toEqual({ kind: 'seat', seat: 'CN' });
});

it('a short absence replaces nobody', async () => {
  const [us, cn] = await two();
  cn.line.close();
  open.push(await enter(app.url, cn.ticket, 'cn again'));
  await new Promise((go) => setTimeout(go, 300));
  expect(holder(us, 'CN')).toBe('people');
});

it('two tabs of one member see the same and count as one person', async () => {
  const [us, cn] = await two();
  const tab = await enter(app.url, cn.ticket, 'cn tab');
  open.push(tab);
  await until(() => tab.line.view?.legal?.message, 'a phase in which one may write');
  must(await tab.line.act({ type: 'message', to: ['US'], text: 'from the second tab' }));
  const heard = (player: Player): boolean => JSON.stringify(player.line.view?.channels ?? {}).includes('from the second tab');
  await until(() => heard(cn) && heard(us) && heard(tab), 'the message everywhere');
  expect(us.line.lobby?.people.size).toBe(2);
  tab.line.close();
  await new Promise((go) => setTimeout(go, 300));
  expect(holder(us, 'CN')).toBe('people');
  expect(us.line.lobby?.seats.get('CN')?.online).toBe(true);
});

it('standing up hands the seat to a bot, and somebody else may take it', async () => {
  const [us, cn] = await two();
  const oldKey = cn.line.you?.seatKey;
  must(await cn.line.stand());
  await until(() => holder(us, 'CN') === 'bot' && cn.line.view?.viewer.kind === 'public', 'the empty seat');
  const third = await enter(app.url, must(await joinMatch(app.url, us.ticket.code, { name: 'third' })), 'third');
  open.push(third);
  must(await third.line.sit('CN'));
  await until(() => holder(us, 'CN') === 'people', 'the new holder');
  expect(third.line.you?.seatKey).not.toBe(oldKey);
});

it('with nobody at the table the match sleeps', async () => {
  const ticket = must(await createMatch(app.url, { ...PLAY, preset: 'blitz', botPace: 0, seat: 'US', startNow: true }));
  const us = await enter(app.url, ticket, 'us');
  await until(() => (us.line.lobby?.deadline ?? 0) > 0, 'a clock');
  await until(() => (us.line.view?.table.awaited ?? []).join() === 'US', 'only people to be awaited');
  await until(() => us.line.lobby?.phaseSeq === us.line.view?.table.phaseSeq, 'the clock of this phase');
  const { deadline } = us.line.lobby!;
  us.line.close();
  await new Promise((go) => setTimeout(go, 400));
  const seq = app.store.read(ticket.code, 1).length;
  await new Promise((go) => setTimeout(go, 300));
  expect(app.store.read(ticket.code, 1)).toHaveLength(seq);
  const again = await enter(app.url, ticket, 'us again');
  open.push(again);
  expect(holder(again, 'US')).toBe('people');
  await until(() => (again.line.lobby?.deadline ?? 0) > Date.now(), 'the clock again');
  expect(again.line.lobby!.deadline - deadline, 'the clock stood still').toBeGreaterThan(600);
  expect(again.line.lobby!.paused).toBe(false);
});

it('other clients may use the reconnection of the library', async () => {
  const [, cn] = await two();
  const sdk = new Client(app.url);
  sdk.auth.token = cn.ticket.token;
  const room: Room = await sdk.joinById(cn.ticket.roomId);
  room.onMessage('*', () => {});
  const token = room.reconnectionToken;
  room.reconnection.enabled = false;
  const gone = new Promise((resolve) => { room.onLeave(resolve); });
  room.connection.close();
  await gone;
  let welcomed = false;
  const back: Room = await sdk.reconnect(token);
  back.onMessage('welcome', () => { welcomed = true; });
  back.onMessage('*', () => {});
  await until(() => welcomed, 'a welcome after reconnecting');
  await back.leave();
});
