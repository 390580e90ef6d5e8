/** How much of a match its people may read before it is over, and while a debrief keeps it back: what their own seat saw live, step by step. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isViews, openViews, withoutMenu, type OpenedViews } from '@concert/shared/recording/index';
import { createMatch } from '../../client/src/net/api.ts';
import { createApp, type App } from '../src/app.ts';
import { must, PLAY, sixPlayers, until, type Player } from './players.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

const ask = (code: string, token?: string): Promise<Response> => fetch(`${app.url}/api/recordings/${code}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
async function seen(code: string, token?: string): Promise<OpenedViews> {
  const text = await (await ask(code, token)).text();
  const opened = openViews(text);
  if (!isViews(opened)) throw new Error(`${opened.code} ${text.slice(0, 200)}`);
  expect(opened.problems).toEqual([]);
  return opened;
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('REC-6 a running match: each seat reads the views its own client received, and nothing of the others', async () => {
  const players = await sixPlayers(app.url, ['US', 'CN', 'RU', 'JP', 'DK', 'RK'], { title: 'in progress' });
  const [us, cn] = players as [Player, Player];
  const { code } = us.ticket;
  const session = app.hall.live.get(code)!.session;
  const advance = (): unknown => session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
  for (let i = 0; i < 40 && session.state.round < 3; i += 1) {
    if (session.state.phase === 'declaration' || us.line.view?.legal?.declare) await us.line.act({ type: 'declare', level: us.line.view?.legal?.declare?.levels[0] ?? 0 });
    if (us.line.view?.legal?.message) await us.line.act({ type: 'message', to: ['CN'], text: `for China alone ${i}` });
    advance();
    await until(() => players.every(({ line }) => line.view?.table.phaseSeq === session.state.phaseSeq), 'everybody to see the phase');
  }
  expect(session.state.messages.some(({ text }) => text.startsWith('for China alone'))).toBe(true);
  for (const { name, ticket, line, frames } of players) {
    const opened = await seen(code, ticket.token);
    expect(opened.viewer).toEqual({ kind: 'seat', seat: name });
    expect(opened.header.over).toBe(false);
    expect(opened.sights.at(-1)?.view).toEqual(plain(withoutMenu(line.view!)));
    // Every view of the file came over the line; the client may have had more of them only where its menu alone changed.
    const received = new Set(frames.flatMap(({ view }) => (view ? [JSON.stringify(sorted(plain(withoutMenu(view))))] : [])));
    const strange = opened.sights.filter(({ view }) => !received.has(JSON.stringify(sorted(plain(view)))));
    expect(strange.map(({ seq }) => seq)).toEqual([]);
    expect(JSON.stringify(opened.sights.at(-1)?.view).includes('for China alone')).toBe(name === 'US' || name === 'CN');
  }
  // Nobody, a stranger's token and a member without a seat see what everybody sees.
  const other = must(await createMatch(app.url, { ...PLAY, seat: 'US', startNow: true }));
  for (const token of [undefined, 'nonsense', other.token]) {
    const opened = await seen(code, token);
    expect(opened.viewer).toEqual({ kind: 'public' });
    expect(JSON.stringify(opened.sights).includes('for China alone')).toBe(false);
    expect(opened.sights.every(({ view }) => view.me === null)).toBe(true);
  }
  const text = await (await ask(code, cn.ticket.token)).text();
  for (const secret of ['"seed"', us.ticket.token, '"command":', '"minNet"']) expect(text, secret).not.toContain(secret);
  for (const { line } of players) line.close();
}, 60_000);

it('REC-6 before the start there is nothing to read, and after the end everything', async () => {
  const ticket = must(await createMatch(app.url, { ...PLAY, seat: 'US' }));
  expect([(await ask(ticket.code)).status, await (await ask(ticket.code)).json()]).toEqual([409, { code: 'not-started', params: {} }]);
  const [player] = await sixPlayers(app.url, ['US']);
  const session = app.hall.live.get(player!.ticket.code)!.session;
  for (let i = 0; i < 400 && session.state.status === 'running'; i += 1) session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
  const [header = ''] = (await (await ask(player!.ticket.code)).text()).split('\n');
  expect(JSON.parse(header)).toMatchObject({ format: 'concert', privacy: 'all' });
  player!.line.close();
}, 60_000);

/** Members in one order, whatever way they came. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
