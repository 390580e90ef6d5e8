/** The network side of one match: proves who asks, parses, hands over to the session, sends each viewer its patches. No rule lives here. */
import { Room, ServerError, ClientState, type AuthContext, type Client, type MessageContext, type RoomException } from '@colyseus/core';
import type { Logger } from 'pino';
import { ActMessage, PROTOCOL_VERSION, SitMessage, StandMessage, StartMessage, SyncMessage, type PatchMessage, type RejectMessage, type WelcomeMessage } from '@concert/shared/protocol/messages';
import type { SeatCommand, Viewer } from '@concert/shared';
import type * as z from 'zod';
import { keepTable, type Table } from '../match/table.ts';
import type { Timers } from '../match/deadlines.ts';
import { turn, type MatchHall } from '../match/MatchHall.ts';
import type { MatchSession } from '../match/MatchSession.ts';
import { viewerKey } from '../match/MatchSession.ts';
import type { Metrics } from '../http/metrics.ts';
import { SequenceConflict, type Member } from '../store/MatchLog.ts';
import { Lobby } from './LobbySchema.ts';
import { writeLobby } from './lobbyState.ts';
import { bucket, type Bucket } from './rate.ts';

export interface Limits { readonly actsPerSecond: number; readonly actsBurst: number; readonly messagesPerSecond: number; readonly messageBytes: number; readonly clients: number }
export const LIMITS: Limits = { actsPerSecond: 8, actsBurst: 24, messagesPerSecond: 60, messageBytes: 16_384, clients: 160 };
export interface RoomDeps {
  readonly hall: MatchHall; readonly timers: Timers; readonly log: Logger; readonly metrics: Metrics; readonly limits: Limits;
  readonly botPace: number | null; readonly standInMs: number | null;
}

/** What a handler answers: a value, or a refusal that the client renders by its code. */
type Answer = object | { readonly refused: true; readonly code: string; readonly params: RejectMessage['params'] };
type Seated = Client<{ auth: { code: string; member: string }; userData: { acts: Bucket; viewer: Viewer | null; stop: () => void }; messages: { welcome: WelcomeMessage; patch: PatchMessage } }>;
/** Close code for somebody whom the desk has moved to another table, or whose place another device has taken. */
const MOVED = 4010;
const RECONNECT_SECONDS = 20;
const IDLE_MS = 30 * 60_000;
const LEASE_EVERY_MS = 20_000;

/** The room class, bound to what the server is made of; Colyseus makes the instances. */
export function matchRoom(deps: RoomDeps) {
  const { hall, timers, log, metrics, limits } = deps;
  return class MatchRoom extends Room<{ state: Lobby; client: Seated }> {
    override maxClients = limits.clients;
    override patchRate = 250; // presence only; changes that matter are sent at once
    override maxMessagesPerSecond = limits.messagesPerSecond;
    override autoDispose = true; // until it runs: see #showLobby
    override state = new Lobby();
    session!: MatchSession;
    table!: Table;
    /** Connected sessions and whose they are; a dropped one is not here until it is back. */
    readonly online = new Map<string, string>();
    idleSince = timers.now();

    static override async onAuth(token: string | undefined, _options: unknown, _context: AuthContext) {
      const known = token ? hall.whose(token) : null;
      if (!known) throw new ServerError(401, 'unauthorised');
      return { code: known.code, member: known.member.id };
    }

    override onCreate({ code }: { code: string }): void {
      const record = hall.find(code);
      if (!record) throw new ServerError(404, 'unknown-match');
      this.roomId = code;
      this.session = hall.open(code);
      this.table = keepTable({
        session: this.session, record, hall, timers, botPace: deps.botPace, standInMs: deps.standInMs, lesson: hall.lesson(record),
        presence: {
          owners: () => new Set(hall.members(code).flatMap((m) => m.seat ?? [])),
          online: (seat) => hall.members(code).some((m) => m.seat === seat && this.#isHere(m)),
        },
        changed: () => { if (this.table) this.#showLobby(); },
        complain: (seat, what) => log.debug({ match: code, seat, refused: what }, 'a bot was refused'),
        failed: (error) => this.#failed(error, 'timer'),
      });
      hall.live.set(code, {
        session: this.session, online: () => new Set(this.online.values()), deadline: () => this.table.deadlines.deadline,
        reseated: () => this.#reseatedByDesk(), counted: () => this.#peopleChanged(),
      });
      this.session.afterEach((done) => { for (const listener of hall.onAct) listener(code, done); });
      this.#showLobby();
      this.clock.setInterval(() => { if (!hall.renew(code)) this.#failed(new SequenceConflict(code, this.session.seq), 'lease'); }, LEASE_EVERY_MS);
      this.clock.setInterval(() => this.#retireWhenIdle(), 60_000);
    }

    override messages = {
      act: (client: Seated, raw: unknown, context: MessageContext) => this.#answer(client, 'act', ActMessage, raw, context, (act, member): Answer => {
        if (!client.userData!.acts.take(timers.now())) return turn('too-fast', { perSecond: limits.actsPerSecond });
        const { status } = this.session.state;
        if (member.seat === null) return turn('no-seat');
        if (status === 'waiting') return turn('not-started');
        const late = isFreeProposal(act.command as SeatCommand) ? this.table.deadlines.tooLateToTable() : 0;
        if (late > 0 && status === 'running') return turn('too-late-to-table', { seconds: Math.round(late / 1000) });
        const outcome = this.session.submit({ kind: 'seat', seat: member.seat, member: member.id }, act.command as SeatCommand, { member: member.id, commandId: act.id, phaseSeq: act.phaseSeq });
        if (!('refused' in outcome)) return { ok: true, seq: outcome.seq };
        if (status === 'ended') return turn('match-ended');
        // What was refused as stale was written against an older picture: send the present one along (architecture 3).
        if (outcome.code.startsWith('stale-')) this.#welcome(client);
        return outcome;
      }),
      sit: (client: Seated, raw: unknown, context: MessageContext) => this.#answer(client, 'sit', SitMessage, raw, context, (sit, member): Answer =>
        hall.ledByDesk(this.roomId) ? turn('desk-seats') : (hall.sit(this.roomId, member.id, sit.seat, sit.key) ?? this.#reseated(member.id))),
      stand: (client: Seated, raw: unknown, context: MessageContext) => this.#answer(client, 'stand', StandMessage, raw, context, (_, member): Answer =>
        hall.ledByDesk(this.roomId) ? turn('desk-seats') : (hall.stand(this.roomId, member.id) ?? this.#reseated(member.id))),
      start: (client: Seated, raw: unknown, context: MessageContext) => this.#answer(client, 'start', StartMessage, raw, context, (_, member): Answer => {
        if (hall.find(this.roomId)?.host !== member.id) return turn('not-host');
        if (this.session.state.status !== 'waiting') return turn(this.session.state.status === 'running' ? 'match-running' : 'match-ended');
        const outcome = hall.start(this.roomId, this.session);
        if ('refused' in outcome) return outcome;
        this.#peopleChanged();
        for (const other of this.clients) this.#welcome(other);
        return { ok: true, seq: outcome.seq };
      }),
      sync: (client: Seated, raw: unknown, context: MessageContext) => this.#answer(client, 'sync', SyncMessage, raw, context, (): Answer => { this.#welcome(client); return { ok: true }; }),
    };

    override onJoin(client: Seated): void {
      const member = client.auth && client.auth.code === this.roomId ? hall.member(this.roomId, client.auth.member) : undefined;
      if (!member) throw new ServerError(403, 'unauthorised');
      client.userData = { acts: bucket(limits.actsPerSecond, limits.actsBurst), viewer: null, stop: () => {} };
      this.online.set(client.sessionId, member.id);
      this.#peopleChanged();
      this.#welcome(client);
      // Who never acknowledges the join would make the server buffer without end.
      this.clock.setTimeout(() => { if (client.state === ClientState.JOINING) client.leave(4002); }, 10_000);
    }
    override onDrop(client: Seated): void {
      this.#gone(client);
      this.allowReconnection(client, RECONNECT_SECONDS).catch(() => {}); // never awaited: a kicked socket would stay open
    }
    override onReconnect(client: Seated): void {
      if (!client.auth || !hall.member(this.roomId, client.auth.member)) { client.leave(4002); return; }
      client.userData ??= { acts: bucket(limits.actsPerSecond, limits.actsBurst), viewer: null, stop: () => {} };
      this.online.set(client.sessionId, client.auth.member);
      this.#peopleChanged();
      this.#welcome(client);
    }
    override onLeave(client: Seated): void { this.#gone(client); }
    override onDispose(): void {
      this.table?.close();
      hall.people.delete(this.roomId);
      hall.live.delete(this.roomId);
      hall.release(this.roomId);
    }
    /** Required: without it one throwing handler ends the whole process. */
    override onUncaughtException(error: RoomException, where: string): void { log.error({ match: this.roomId, where, err: error.cause ?? error }, 'a room handler threw'); }

    #isHere(member: Member): boolean { for (const id of this.online.values()) if (id === member.id) return true; return hall.nearby(member.id); }

    /** Parses one request and answers it; a bug inside is a coded refusal for the sender and a log line for us, never silence. */
    #answer<T>(client: Seated, type: string, shape: z.ZodType<T>, raw: unknown, context: MessageContext, handle: (message: T, member: Member) => Answer): unknown {
      const stop = metrics.timeAct(type);
      let answer: Answer;
      try {
        const parsed = sizeOf(raw) > limits.messageBytes ? null : shape.safeParse(raw);
        const member = client.auth && client.userData ? hall.member(this.roomId, client.auth.member) : undefined;
        if (!parsed) answer = turn('too-large', { most: limits.messageBytes });
        else if (!parsed.success) answer = turn('bad-message', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
        else if (!member) answer = turn('unauthorised');
        else answer = handle(parsed.data, member);
      } catch (error) {
        this.#failed(error, type);
        answer = turn('internal');
      }
      const refusal = 'refused' in answer ? answer : null;
      stop(refusal?.code ?? 'ok');
      return refusal ? context.reject({ code: refusal.code, params: refusal.params } satisfies RejectMessage) : context.resolve(answer);
    }

    /** Our own fault, logged. Where another writer owns the match now, this room only misleads: it closes and is rebuilt from the log. */
    #failed(error: unknown, where: string): void {
      log.error({ match: this.roomId, where, err: error }, 'a match handler failed');
      if (error instanceof SequenceConflict) this.disconnect(4003).catch(() => {});
    }

    #viewer(member: Member): Viewer { return member.seat === null ? { kind: 'public' } : { kind: 'seat', seat: member.seat }; }

    /** Sends the full view and, from then on, every patch of it. */
    #welcome(client: Seated): void {
      const member = client.auth && hall.member(this.roomId, client.auth.member);
      if (!member || !client.userData) return;
      const viewer = this.#viewer(member);
      const started = this.session.state.status !== 'waiting';
      const { userData } = client;
      if (!userData.viewer || viewerKey(userData.viewer) !== viewerKey(viewer) || !started) {
        userData.stop();
        userData.viewer = started ? viewer : null;
        userData.stop = started ? this.session.watch(viewer, (patch) => client.send('patch', patch)) : () => {};
      }
      const sight = started ? this.session.sight(viewer) : null;
      client.send('welcome', {
        protocol: PROTOCOL_VERSION, code: this.roomId, scenario: this.session.scenario.id,
        you: { member: member.id, name: member.name, seat: member.seat, host: hall.find(this.roomId)?.host === member.id, seatKey: member.seat ? hall.seatKey(this.roomId, member.seat) : null },
        rev: sight?.rev ?? 0, view: sight?.view ?? null,
      });
    }

    /** Every tab of a member who sat down or stood up now sees with other eyes. */
    #reseated(member: string): Answer {
      this.#peopleChanged();
      for (const client of this.clients) if (client.auth?.member === member) this.#welcome(client);
      return { ok: true };
    }
    /** Who was moved to another table leaves this one; everybody else sees with the eyes of the seat they have now. */
    #reseatedByDesk(): void {
      for (const client of [...this.clients]) {
        if (client.auth && hall.member(this.roomId, client.auth.member)) this.#welcome(client);
        else client.leave(MOVED);
      }
      this.#peopleChanged();
    }
    #gone(client: Seated): void {
      client.userData?.stop();
      if (client.userData) client.userData.viewer = null;
      if (this.online.delete(client.sessionId)) this.#peopleChanged();
    }
    #peopleChanged(): void {
      hall.people.set(this.roomId, new Set(this.online.values()).size);
      if (this.online.size === 0) this.idleSince = timers.now();
      this.table.peopleChanged(this.online.size > 0);
      this.#showLobby();
    }
    #showLobby(): void {
      const record = hall.find(this.roomId);
      if (!record) return;
      // A running match stays in memory; everything else is rebuilt from the log when somebody comes back.
      this.autoDispose = this.session.state.status !== 'running';
      writeLobby(this.state, { record, members: hall.members(this.roomId), session: this.session, deadlines: this.table.deadlines, online: new Set(this.online.values()) });
      this.broadcastPatch();
    }
    #retireWhenIdle(): void {
      if (this.online.size === 0 && this.clients.length === 0 && timers.now() - this.idleSince > IDLE_MS) this.disconnect().catch((error: unknown) => log.error(error));
    }
  };
}

/** PR-5: neither the chair's draft nor a counter to a text on the table. */
const isFreeProposal = (command: SeatCommand): boolean => command.type === 'propose' && command.scope === 'plenary' && !command.chairDraft && command.counterTo === undefined;

/** Size of a decoded message as text; what cannot be written as JSON (cycles, big integers) counts as too large. */
function sizeOf(raw: unknown): number {
  try { return JSON.stringify(raw)?.length ?? 0; } catch { return Number.POSITIVE_INFINITY; }
}
