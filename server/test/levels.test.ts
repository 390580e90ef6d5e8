/** The rule level of a match: chosen at the door, kept by the store, played by the rules. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreateMatch } from '@concert/shared/protocol/messages';
import { createApp, type App } from '../src/app.ts';
import { MatchHall, type Entered } from '../src/match/MatchHall.ts';
import { RULES_VERSION } from '@concert/shared/recording/format';
import { loadScenarios } from '../src/scenarios.ts';
import { sqliteMatchLog } from '../src/store/sqliteMatchLog.ts';
import { enter, PLAY, until } from './players.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const scenarios = loadScenarios();
const LEVELS = ['core', 'standard', 'full'] as const;

describe('LV at the hall', () => {
  const folder = temporaryFolder('levels');
  const wish = (more: object): CreateMatch => CreateMatch.parse({ scenario: 'six-party', name: 'Ada', seat: 'US', startNow: true, seed: 4, private: false, ...more });

  it.each([...LEVELS, undefined])('%s is kept over a restart of the server; without a wish it is standard', (level) => {
    const log = sqliteMatchLog(folder);
    const hall = new MatchHall({ log, scenarios, now: () => 1, owner: 'first' });
    const { record } = hall.create(wish(level ? { level } : {})) as Entered;
    hall.release(record.code);
    log.close();

    const again = sqliteMatchLog(folder);
    const after = new MatchHall({ log: again, scenarios, now: () => 2, owner: 'second' });
    expect(after.find(record.code)).toMatchObject({ level: level ?? 'standard', rules: RULES_VERSION });
    expect(after.open(record.code).state.options.level).toBe(level ?? 'standard');
    expect(after.list().find(({ code }) => code === record.code)?.level).toBe(level ?? 'standard');
    again.close();
  });
});

describe('LV at the door', () => {
  let app: App;
  beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
  afterAll(() => app.close());
  const post = async (body: object): Promise<{ status: number; json: Record<string, unknown> }> => {
    const answer = await fetch(`${app.url}/api/matches`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...PLAY, ...body }) });
    return { status: answer.status, json: await answer.json() as Record<string, unknown> };
  };

  it.each(['expert', 'Standard', '', 2, null])('a level nobody knows (%j) is refused as bad-message and makes no match', async (level) => {
    const before = app.store.list(60).length;
    expect(await post({ level, private: false })).toEqual({ status: 400, json: { code: 'bad-message', params: { field: 'level' } } });
    expect(app.store.list(60)).toHaveLength(before);
  });

  it('the lobby, the list and the view name the level', async () => {
    const { json } = await post({ level: 'full', seat: 'US' });
    const ticket = json as unknown as Parameters<typeof enter>[1];
    const lobbies: { readonly level?: string }[] = [];
    const player = await enter(app.url, ticket, 'us', { onLobby: (lobby) => lobbies.push(lobby as { level?: string }) });
    await until(() => lobbies.at(-1)?.level === 'full', 'the lobby to name the level');
    expect(await (await fetch(`${app.url}/api/matches/${ticket.code}`)).json()).toMatchObject({ level: 'full' });
    expect(await player.line.start()).toMatchObject({ ok: true });
    await until(() => player.line.view, 'the view');
    expect(player.line.view?.table.level).toBe('full');
    player.line.close();
  });
});
