/** Six real clients play a whole match over real sockets; at the end all six know the same public truth. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf, publicHash, waiting, evolve, type View } from '@concert/shared';
import { createApp, type App } from '../src/app.ts';
import { firstBreak, sha256 } from '../src/store/chain.ts';
import { isSnapshot, type Entry } from '../src/store/MatchLog.ts';
import { getScenario, joinMatch, recordingUrl } from '../../client/src/net/api.ts';
import { autoplay } from './autoplay.ts';
import { code, enter, must, sixPlayers, until } from './players.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, limits: { actsPerSecond: 10_000, actsBurst: 10_000, messagesPerSecond: 10_000 } }); });
afterAll(() => app.close());

/** What every viewer is shown alike once the match is over. */
const shared = ({ table, ending, revealed, seats, trust, proposals, history }: View): string => hashOf({ table, ending, revealed, seats, trust, proposals, history });

it('plays a whole match to the end and all six end with the same public hash', async () => {
  const seats = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
  const scenario = must(await getScenario(app.url, 'six-party'));
  const six = await sixPlayers(app.url, seats);
  const acts = await Promise.all(six.map((player, i) => autoplay(player, seats[i]!, scenario, 100 + i)));
  for (const player of six) await until(() => player.line.view?.table.status === 'ended', `the end at ${player.name}`);
  await new Promise((go) => setTimeout(go, 100));
  expect(acts.every((own) => own.filter((a) => a.answer.ok).length > 8), 'every seat took part').toBe(true);
  expect(six[0]!.line.view?.ending).not.toBeNull();
  expect(new Set(six.map((player) => shared(player.line.view!))).size).toBe(1);

  // A seventh person at the door sees the public view; it is the one the log folds to.
  const { code: match } = six[0]!.ticket;
  const guest = await enter(app.url, must(await joinMatch(app.url, match, { name: 'guest' })), 'guest');
  const full = app.hall.scenario('six-party')!;
  const state = app.store.read(match, 1).reduce((s, entry) => (isSnapshot(entry) ? entry.snapshot : entry.events.reduce(evolve, s)), waiting(full));
  expect(hashOf(guest.line.view)).toBe(publicHash(full, state));
  expect(code(await six[0]!.line.act({ type: 'ready', on: true }))).toMatch(/match-ended|not-running/);
  expect(code(await guest.line.sit('US'))).toBe('match-ended');

  // The recording opens now, and its chain and digest hold.
  const lines = (await (await fetch(recordingUrl(app.url, match))).text()).trimEnd().split('\n');
  const [header, ...rest] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const closing = rest.pop()!;
  expect(header).toMatchObject({ format: 'concert', match, scenario: { id: 'six-party' } });
  expect(firstBreak('', rest as unknown as Entry[])).toBeNull();
  expect(rest.filter((entry) => 'snapshot' in entry)).toHaveLength(state.history.length);
  expect(closing).toMatchObject({ end: true, entries: rest.length, outcome: state.ending?.tier });
  expect(closing['digest']).toBe(sha256(`${lines.slice(0, -1).join('\n')}\n`));
  for (const player of [...six, guest]) player.line.close();
}, 120_000);
