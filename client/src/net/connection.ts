/**
 * One member's line to a match: joins, keeps the view by applying patches, sends acts, and comes back by itself after any loss.
 * No DOM: the browser, tests, bots and the load tool use this same file.
 */
import { Client, type Room } from '@colyseus/sdk';
import { applyPatch, type SeatCommand, type View } from '@concert/shared';
import { PROTOCOL_VERSION, type MatchTicket, type PatchMessage, type WelcomeMessage } from '@concert/shared/protocol/messages';
import { done, readRefusal, refused, type Answer } from './answer.ts';
import { joinMatch } from './api.ts';
import { plainLobby, type Lobby } from './lobby.ts';

export type ConnectionStatus = 'connecting' | 'live' | 'retrying' | 'lost';
export interface ConnectionHandlers {
  /** The view after a welcome (`patch` null) or a patch; null while the match has not started. */
  readonly onView?: (view: View | null, patch: PatchMessage | null) => void;
  readonly onWelcome?: (welcome: WelcomeMessage) => void;
  readonly onLobby?: (lobby: Lobby) => void;
  /** `code` says why the line is lost for good (`unknown-match`, `unauthorised`, `version-mismatch`). */
  readonly onStatus?: (status: ConnectionStatus, code?: string) => void;
}
export type ActAnswer = Answer<{ readonly seq: number }>;
export interface Connection {
  readonly status: ConnectionStatus; readonly view: View | null; readonly rev: number; readonly lobby: Lobby | null; readonly you: WelcomeMessage['you'] | null;
  /** Sends one act; after a loss of the line it is sent again under the same id until it is answered. */
  act(command: SeatCommand): Promise<ActAnswer>;
  sit(seat: string, key?: string): Promise<Answer<null>>;
  stand(): Promise<Answer<null>>;
  start(): Promise<Answer<null>>;
  sync(): void;
  close(): void;
}

const ANSWER_MS = 8_000;
const RETRY_MS = [100, 250, 500, 1000, 2000, 4000] as const;
/** Reasons after which coming back cannot help. */
const HOPELESS = new Set(['unknown-match', 'unauthorised', 'version-mismatch', 'match-full']);

/** The token goes by header only: the library's own `joinById` would repeat it in the socket's address, where proxies log it. */
export async function reserve(url: string, roomId: string, token: string): Promise<Room> {
  const response = await fetch(new URL(`/matchmake/joinById/${roomId}`, url), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{}' });
  if (!response.ok) throw new Error(`no place in the room (${response.status})`);
  return new Client(url).consumeSeatReservation((await response.json()) as Parameters<Client['consumeSeatReservation']>[0]);
}

/** Not `randomUUID`: browsers lack it on a plain http address in a local network. */
const commandId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** `url` is the server's origin; the ticket comes from `createMatch` or `joinMatch`. */
export function connect(url: string, ticket: MatchTicket, handlers: ConnectionHandlers = {}): Connection {
  let room: Room | null = null;
  let closed = false;
  let attempts = 0;
  let status: ConnectionStatus = 'connecting';
  let view: View | null = null;
  let rev = 0;
  let asked = false;
  let lobby: Lobby | null = null;
  let you: WelcomeMessage['you'] | null = null;
  /** Wake-ups of requests that wait for the line. */
  let waiting: (() => void)[] = [];

  const setStatus = (next: ConnectionStatus, code?: string): void => {
    if (status !== next || code) { status = next; handlers.onStatus?.(next, code); }
    if (next === 'live' || next === 'lost') { const wake = waiting; waiting = []; for (const go of wake) go(); }
  };
  const sync = (): void => { if (room && !asked) { asked = true; room.request('sync', {}, { timeout: ANSWER_MS }).catch(() => { asked = false; }); } };

  const welcome = (message: WelcomeMessage): void => {
    if (message.protocol !== PROTOCOL_VERSION) { end('version-mismatch'); return; }
    asked = false;
    ({ view, rev, you } = message);
    handlers.onWelcome?.(message);
    handlers.onView?.(view, null);
    attempts = 0;
    setStatus('live');
  };
  const patch = (message: PatchMessage): void => {
    if (!view || asked || message.rev <= rev) return;
    // A number is missing: rather than guess, ask for the whole view.
    if (message.rev !== rev + 1) { sync(); return; }
    view = applyPatch(view, message);
    rev = message.rev;
    handlers.onView?.(view, message);
  };

  const open = async (): Promise<void> => {
    if (closed) return;
    // Joining by token also opens the match's room again after a restart of the server, and tells why when it is gone.
    const joined = await joinMatch(url, ticket.code, { name: 'again', token: ticket.token });
    if (closed) return;
    if (!joined.ok) { if (HOPELESS.has(joined.code)) end(joined.code); else retry(); return; }
    try {
      const fresh = await reserve(url, joined.value.roomId, ticket.token);
      // The library's own reconnection gives up its tokens when the server restarts; ours by member token covers every loss alike.
      fresh.reconnection.enabled = false;
      if (closed) { void fresh.leave(); return; }
      room = fresh;
      asked = false;
      fresh.onMessage('welcome', welcome);
      fresh.onMessage('patch', patch);
      fresh.onStateChange((state: Parameters<typeof plainLobby>[0]) => { lobby = plainLobby(state); handlers.onLobby?.(lobby); });
      fresh.onError(() => {});
      fresh.onLeave(() => { if (room === fresh) { room = null; retry(); } });
    } catch {
      retry();
    }
  };
  const retry = (): void => {
    if (closed) return;
    setStatus('retrying');
    const base = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 4000;
    attempts += 1;
    // Spread out, so that a class does not come back in one instant.
    setTimeout(() => { void open(); }, base * (0.75 + Math.random() / 2));
  };
  const end = (code?: string): void => {
    closed = true;
    const last = room;
    room = null;
    if (last) void Promise.resolve(last.leave()).catch(() => {});
    setStatus('lost', code);
  };

  /** Asks until there is an answer; a line that breaks meanwhile is waited for. */
  const request = async <T>(type: string, payload: object): Promise<Answer<T>> => {
    for (;;) {
      if (closed) return refused('server-busy');
      const line = room;
      if (!line || status !== 'live') { await new Promise<void>((go) => { waiting.push(go); }); continue; }
      try {
        return done((await line.request(type, payload, { timeout: ANSWER_MS })) as T);
      } catch (error) {
        const { name, reason } = error as { name?: string; reason?: unknown };
        if (name === 'rejected') return readRefusal(reason);
        if (name === 'no_handler') return refused('version-mismatch');
        // Dropped or timed out: whether it arrived is unknown, so it is sent again; acts carry an id that makes this harmless.
        if (room === line) { room = null; void Promise.resolve(line.leave(false)).catch(() => {}); retry(); }
      }
    }
  };

  void open();
  return {
    get status() { return status; }, get view() { return view; }, get rev() { return rev; }, get lobby() { return lobby; }, get you() { return you; },
    async act(command) {
      const answer = await request<{ seq: number }>('act', { id: commandId(), phaseSeq: view?.table.phaseSeq ?? 0, command });
      if (!answer.ok && answer.code === 'stale-version') sync();
      return answer.ok ? done({ seq: answer.value.seq }) : answer;
    },
    sit: (seat, key) => request('sit', key === undefined ? { seat } : { seat, key }),
    stand: () => request('stand', {}),
    start: () => request('start', {}),
    sync,
    close: () => end(),
  };
}
