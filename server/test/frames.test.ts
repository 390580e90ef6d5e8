/** Every frame that reaches a seat is the difference of two projections for that seat, nothing more and nothing less (rules VI). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, createProjector, diff, evolve, hashOf, waiting, type MatchState, type ViewPatch } from '@concert/shared';
import { createApp, type App } from '../src/app.ts';
import { isSnapshot } from '../src/store/MatchLog.ts';
import { getScenario, joinMatch } from '../../client/src/net/api.ts';
import { autoplay } from './autoplay.ts';
import { enter, must, sixPlayers, until, type Player } from './players.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, limits: { actsPerSecond: 10_000, actsBurst: 10_000, messagesPerSecond: 10_000 } }); });
afterAll(() => app.close());

it('VI: sends each seat exactly the diff of its own projections, and no other seat\'s words', async () => {
  const seats = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
  const scenario = must(await getScenario(app.url, 'six-party'));
  const got = new Map<string, ViewPatch[]>();
  const six = await sixPlayers(app.url, seats, {}, (seat) => ({ onView: (_view, patch) => { if (patch) got.set(seat, [...(got.get(seat) ?? []), patch]); } }));
  const guest = await enter(app.url, must(await joinMatch(app.url, six[0]!.ticket.code, { name: 'guest' })), 'guest', { onView: (_v, patch) => { if (patch) got.set('public', [...(got.get('public') ?? []), patch]); } });
  const secret = 'only-for-CN-83115';
  await until(() => six[0]!.line.view?.legal?.message, 'a phase in which one may write');
  must(await six[0]!.line.act({ type: 'message', to: ['CN'], text: secret }));
  await Promise.all(six.map((player, i) => autoplay(player, seats[i]!, scenario, 7 + i, (view) => view.table.round > 2)));
  const { code } = six[0]!.ticket;
  const entries = app.store.read(code, 1);
  const settled = (player: Player): boolean => player.frames.length > 0;
  await until(() => six.every(settled), 'frames');
  await new Promise((go) => setTimeout(go, 200));

  const full = app.hall.scenario('six-party')!;
  for (const [index, player] of [...six, guest].entries()) {
    const seat = seats[index];
    const project = createProjector(full, seat ? { kind: 'seat', seat } : { kind: 'public' });
    let state: MatchState = waiting(full);
    let view = project(state);
    const expected: ViewPatch[] = [];
    for (const entry of entries) {
      if (isSnapshot(entry)) continue;
      state = entry.events.reduce(evolve, state);
      const next = project(state);
      const patch = diff(view, next, 0);
      if (patch) { expected.push(patch); view = next; }
    }
    const frames = got.get(seat ?? 'public') ?? [];
    expect(frames.length, `frames of ${seat}`).toBeGreaterThan(10);
    expect(frames.length).toBeLessThanOrEqual(expected.length);
    // The first frames may lie before the first welcome; from then on they match one by one.
    const wanted = expected.slice(expected.length - frames.length);
    frames.forEach((frame, i) => { expect(canonical({ set: frame.set, del: frame.del }), `frame ${i} of ${seat}`).toBe(canonical({ set: wanted[i]!.set, del: wanted[i]!.del })); });
    frames.forEach((frame, i) => { if (i > 0) expect(frame.rev).toBe(frames[i - 1]!.rev + 1); });
    expect(hashOf(player.line.view)).toBe(hashOf(view));
    expect(JSON.stringify([frames, player.welcomes]).includes(secret), `${seat} knows the secret`).toBe(seat === 'US' || seat === 'CN');
  }
  for (const player of [...six, guest]) player.line.close();
}, 120_000);
