/** The room of people who watch a recording together: passes on where the leader is. The recording itself each fetches as far as they may. */
import { ClientState, Room, ServerError, type AuthContext, type Client, type MessageContext, type RoomException } from '@colyseus/core';
import type { Logger } from 'pino';
import type * as z from 'zod';
import type { RejectMessage } from '@concert/shared/protocol/messages';
import { FollowMessage, GiveMessage, PlaceMessage, TakeMessage } from '@concert/shared/protocol/watch';
import { turn, type Turned } from '../match/MatchHall.ts';
import { type Watch, WATCHERS_MOST, type Watches } from '../watch/Watches.ts';
import { bucket, type Bucket } from './rate.ts';
import { WatchPerson, WatchState } from './WatchSchema.ts';

export interface WatchDeps { readonly watches: Watches; readonly log: Logger; readonly now: () => number }
type Watcher = Client<{ auth: { code: string; person: string }; userData: { asks: Bucket } }>;
/** Places and the rest together: a little above what a dragged slider sends. */
const ASKS_PER_SECOND = 15;
const ASKS_BURST = 45;
const RECONNECT_SECONDS = 10;
/** Two tabs of one person are two clients. */
const CLIENTS = WATCHERS_MOST + 20;
export const watchRoomId = (code: string): string => `watch-${code}`;

export function watchRoom({ watches, log, now }: WatchDeps) {
  return class WatchRoom extends Room<{ state: WatchState; client: Watcher }> {
    override maxClients = CLIENTS;
    override patchRate = 80;
    override maxMessagesPerSecond = 60;
    override autoDispose = true;
    override state = new WatchState();
    watch!: Watch;
    readonly sessions = new Map<string, string>();
    /** People who look around by themselves. */
    readonly apart = new Set<string>();

    static override async onAuth(token: string | undefined, _options: unknown, _context: AuthContext) {
      const known = token ? watches.whose(token) : null;
      if (!known) throw new ServerError(401, 'unauthorised');
      return known;
    }
    override onCreate({ code }: { code: string }): void {
      const watch = watches.find(code);
      if (!watch) throw new ServerError(404, 'unknown-watch');
      this.roomId = watchRoomId(code);
      this.watch = watch;
      this.#show();
    }

    override messages = {
      place: (client: Watcher, raw: unknown, context: MessageContext) => this.#answer(client, PlaceMessage, raw, context, (place, person) => {
        if (person !== this.watch.leader) return turn('not-leading');
        this.watch.place = place;
        this.watch.placed += 1;
        return null;
      }),
      follow: (client: Watcher, raw: unknown, context: MessageContext) => this.#answer(client, FollowMessage, raw, context, ({ on }, person) => {
        if (on) this.apart.delete(person); else this.apart.add(person);
        return null;
      }),
      give: (client: Watcher, raw: unknown, context: MessageContext) => this.#answer(client, GiveMessage, raw, context, ({ to }, person) => {
        if (person !== this.watch.leader) return turn('not-leading');
        if (!this.#isHere(to)) return turn('not-here');
        this.#lead(to);
        return null;
      }),
      take: (client: Watcher, raw: unknown, context: MessageContext) => this.#answer(client, TakeMessage, raw, context, (_, person) => {
        if (this.watch.leader !== person && this.#isHere(this.watch.leader)) return turn('leader-here', { name: this.watch.people.get(this.watch.leader)?.name ?? '' });
        this.#lead(person);
        return null;
      }),
    };

    override onJoin(client: Watcher): void {
      if (!client.auth || client.auth.code !== this.watch.code || !this.watch.people.has(client.auth.person)) throw new ServerError(403, 'unauthorised');
      this.#came(client);
      // Who never acknowledges the join would make the server buffer without end.
      this.clock.setTimeout(() => { if (client.state === ClientState.JOINING) client.leave(4002); }, 10_000);
    }
    override onDrop(client: Watcher): void {
      this.#gone(client);
      this.allowReconnection(client, RECONNECT_SECONDS).catch(() => {}); // never awaited: a kicked socket would stay open
    }
    override onReconnect(client: Watcher): void {
      if (client.auth && this.watch.people.has(client.auth.person)) this.#came(client); else client.leave(4002);
    }
    override onLeave(client: Watcher): void { this.#gone(client); }
    override onDispose(): void { if (this.watch) watches.here(this.watch, new Set()); }
    /** Required: without it one throwing handler ends the whole process. */
    override onUncaughtException(error: RoomException, where: string): void { log.error({ watch: this.roomId, where, err: error.cause ?? error }, 'a watch handler threw'); }

    #isHere(person: string): boolean { for (const id of this.sessions.values()) if (id === person) return true; return false; }
    #lead(person: string): void {
      watches.lead(this.watch, person);
      this.apart.delete(person);
      // What was playing stops with who led: the next leader starts from the same moment.
      this.watch.place = { ...this.watch.place, playing: false };
      this.watch.placed += 1;
    }

    #answer<T>(client: Watcher, shape: z.ZodType<T>, raw: unknown, context: MessageContext, handle: (message: T, person: string) => Turned | null): unknown {
      let refusal: Turned | null;
      try {
        const parsed = shape.safeParse(raw);
        const person = client.auth?.person;
        if (!client.userData?.asks.take(now())) refusal = turn('too-fast', { perSecond: ASKS_PER_SECOND });
        else if (!parsed.success) refusal = turn('bad-message', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
        else if (!person || !this.watch.people.has(person)) refusal = turn('unauthorised');
        else refusal = handle(parsed.data, person);
      } catch (error) {
        log.error({ watch: this.roomId, err: error }, 'a watch handler failed');
        refusal = turn('internal');
      }
      if (refusal) return context.reject({ code: refusal.code, params: refusal.params } satisfies RejectMessage);
      this.#show();
      return context.resolve({ ok: true });
    }

    #came(client: Watcher): void {
      client.userData ??= { asks: bucket(ASKS_PER_SECOND, ASKS_BURST) };
      this.sessions.set(client.sessionId, client.auth!.person);
      this.#show();
    }
    #gone(client: Watcher): void { if (this.sessions.delete(client.sessionId)) this.#show(); }

    #show(): void {
      const { code, recording, leader, placed, place, people } = this.watch;
      const online = new Set(this.sessions.values());
      watches.here(this.watch, online);
      const { state } = this;
      for (const [key, value] of Object.entries({ code, recording, leader, placed, ...place })) if (state[key as 'code'] !== value) state[key as 'code'] = value as string;
      for (const id of [...state.people.keys()]) if (!people.has(id)) state.people.delete(id);
      for (const { id, name } of people.values()) {
        let shown = state.people.get(id);
        if (!shown) state.people.set(id, (shown = new WatchPerson({ name })));
        if (shown.online !== online.has(id)) shown.online = online.has(id);
        if (shown.follows !== !this.apart.has(id)) shown.follows = !this.apart.has(id);
      }
    }
  };
}
