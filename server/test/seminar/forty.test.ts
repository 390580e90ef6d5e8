/** A class of forty behind one address on bad Wi-Fi: all get in at once, torn and sleeping lines come back, and no act is lost or done twice. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClassDoor, ClassTicket, DeskOrder } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import type { ClassOverview } from '../../src/seminar/overview.ts';
import { badWifi, type BadWifi } from '../badWifi.ts';
import { enter, must, until, type Player } from '../players.ts';

const PEOPLE = 40;
let app: App;
let wifi: BadWifi;
// The limits of a real server: nothing is opened up for the test.
beforeAll(async () => { app = await createApp({ botPace: 0 }); wifi = await badWifi(app.url); });
afterAll(async () => { await wifi.close(); await app.close(); });

async function call<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
  const response = await fetch(`${wifi.url}/api/classes${path}`, { method, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return await response.json() as T;
}

it('CLASS forty people come in at once, lose their lines and wake up, and every decision counts once', async () => {
  const seminar = await call<{ code: string; token: string }>('POST', '', { scenario: 'six-party', plan: 'meetings', title: 'IR 301', tables: 2 });
  const tables = (await call<ClassDoor>('GET', `/${seminar.code}`)).tables.map(({ code }) => code);
  // The desk sits at its own cable.
  const desk = async (order: DeskOrder): Promise<void> => { const response = await fetch(`${app.url}/api/classes/${seminar.code}/desk`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${seminar.token}` }, body: JSON.stringify(order) }); if (!response.ok) throw new Error(`desk ${order.do}: ${await response.text()}`); };
  const overview = async (): Promise<ClassOverview> => (await fetch(`${app.url}/api/classes/${seminar.code}/desk`, { headers: { authorization: `Bearer ${seminar.token}` } })).json() as Promise<ClassOverview>;

  const tickets = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => call<ClassTicket>('POST', `/${seminar.code}/join`, { name: `student ${i + 1}` })));
  expect(tickets.filter(({ seat, waits }) => seat !== null && waits === null)).toHaveLength(PEOPLE);
  const players: Player[] = await Promise.all(tickets.map((ticket) => enter(wifi.url, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat }, ticket.name)));
  expect((await overview()).people.filter(({ online }) => online)).toHaveLength(PEOPLE);

  await desk({ do: 'start', tables });
  for (const player of players) await until(() => player.line.view, `the view of ${player.name}`);
  const first = players[0]!;
  for (let i = 0; i < 20 && first.line.view?.table.phase !== 'declaration'; i += 1) {
    const seq = first.line.view?.table.phaseSeq;
    await desk({ do: 'endPhase', tables });
    await until(() => first.line.view?.table.phaseSeq !== seq, 'the next phase');
  }
  await until(() => players.every(({ line }) => line.view?.table.phase === 'declaration'), 'all in the declaration');

  // Heads decide while lines are torn under them.
  const heads = players.filter(({ line }, i) => tickets[i]?.office === 'head' && line.view?.legal?.declare);
  expect(heads.length).toBe(10); // five seats declare at each of two tables
  const decided = heads.map(({ line }, i) => line.act({ type: 'declare', level: line.view?.legal?.declare?.levels[i % 3] ?? 0 }));
  expect(wifi.cut(2)).toBeGreaterThan(10);
  await new Promise((go) => setTimeout(go, 150));
  wifi.cut(3);
  for (const answer of await Promise.all(decided)) must(answer);
  for (const [i, { line, name }] of heads.entries()) await until(() => line.view?.me?.sealed.declaration === (line.view?.legal?.declare?.levels[i % 3] ?? 0), `the declaration of ${name}`);
  const declared = tables.flatMap((table) => app.store.read(table, 1).filter((entry) => 'command' in entry && entry.command.type === 'declare'));
  expect(declared).toHaveLength(heads.length);

  // A third of the phones falls asleep through a phase.
  expect(wifi.sleep(3)).toBeGreaterThan(10);
  const seq = Math.max(...players.map(({ line }) => line.view?.table.phaseSeq ?? 0));
  await desk({ do: 'endPhase', tables });
  await new Promise((go) => setTimeout(go, 300));
  wifi.wake();
  await until(() => players.every(({ line }) => line.status === 'live' && (line.view?.table.phaseSeq ?? 0) > seq), 'everybody awake in the next phase');

  // What each sees after all this is what the server would show anew.
  for (const player of players) {
    const again = await enter(app.url, player.ticket, `${player.name} again`);
    await until(() => player.line.rev === again.line.rev || player.line.view?.table.phaseSeq === again.line.view?.table.phaseSeq, 'the same moment');
    expect(again.line.view?.me).toEqual(player.line.view?.me);
    expect(again.line.view?.news).toEqual(player.line.view?.news);
    again.line.close();
  }
  for (const { line } of players) line.close();
}, 60_000);
