/** One person's line to a watch room: joins, hears where the leader is, says where it leads, and comes back by itself. No DOM. */
import type { Room } from '@colyseus/sdk';
import type { Place, WatchDoor, WatchTicket, WatchView } from '@concert/shared/protocol/watch';
import { done, readRefusal, refused, type Answer } from './answer.ts';
import { reserve } from './connection.ts';

async function call<T>(url: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
  try {
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key ? { authorization: `Bearer ${key}` } : {}) };
    const response = await fetch(new URL(path, url), body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return response.ok ? done(answer as T) : readRefusal(answer);
  } catch {
    return refused('server-busy');
  }
}
/** `key` is our member's token of the match, where its recording is kept back. */
export const startWatch = (url: string, recording: string, name: string, key?: string): Promise<Answer<WatchTicket>> => call(url, '/api/watch', { recording, name }, key);
export const getWatch = (url: string, code: string): Promise<Answer<WatchDoor>> => call(url, `/api/watch/${encodeURIComponent(code)}`);
export const joinWatch = (url: string, code: string, name: string, token?: string, key?: string): Promise<Answer<WatchTicket>> =>
  call(url, `/api/watch/${encodeURIComponent(code)}/join`, { name, ...(token === undefined ? {} : { token }) }, key);

export type WatchStatus = 'connecting' | 'live' | 'retrying' | 'lost';
export interface WatchHandlers { readonly onState: (state: WatchView) => void; readonly onStatus: (status: WatchStatus, code?: string) => void }
export interface WatchLine {
  place(place: Place): Promise<Answer<unknown>>;
  follow(on: boolean): Promise<Answer<unknown>>;
  give(to: string): Promise<Answer<unknown>>;
  take(): Promise<Answer<unknown>>;
  close(): void;
}
interface Synced { readonly people: { forEach(each: (person: { readonly name: string; readonly online: boolean; readonly follows: boolean }, id: string) => void): void }; readonly [key: string]: unknown }

/** The synced state as plain data: what the room changes later must not change under a drawing. */
function plain(state: Synced): WatchView {
  const people: Record<string, WatchView['people'][string]> = {};
  state.people.forEach(({ name, online, follows }, id) => { people[id] = { name, online, follows }; });
  const text = (key: string): string => { const said = state[key]; return typeof said === 'string' ? said : ''; };
  const number = (key: string): number => Number(state[key] ?? 0);
  return { code: text('code'), recording: text('recording'), leader: text('leader'), placed: number('placed'), step: number('step'), at: number('at'), viewer: text('viewer') || 'all', playing: state['playing'] === true, speed: number('speed') || 1, people };
}

const ANSWER_MS = 6_000;
const RETRY_MS = [200, 500, 1000, 2000, 4000] as const;
const HOPELESS = new Set(['unknown-watch', 'unauthorised', 'watch-full', 'not-revealed', 'unknown-match']);

export function connectWatch(url: string, ticket: WatchTicket, name: string, handlers: WatchHandlers, key?: string): WatchLine {
  let room: Room | null = null;
  let closed = false;
  let attempts = 0;
  const retry = (): void => {
    if (closed) return;
    handlers.onStatus('retrying');
    const wait = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 4000;
    attempts += 1;
    setTimeout(() => { void open(); }, wait * (0.75 + Math.random() / 2));
  };
  const end = (code?: string): void => {
    closed = true;
    const last = room;
    room = null;
    if (last) void Promise.resolve(last.leave()).catch(() => {});
    handlers.onStatus('lost', code);
  };
  const open = async (): Promise<void> => {
    if (closed) return;
    const joined = await joinWatch(url, ticket.code, name, ticket.token, key);
    if (closed) return;
    if (!joined.ok) { if (HOPELESS.has(joined.code)) end(joined.code); else retry(); return; }
    try {
      const fresh = await reserve(url, joined.value.roomId, joined.value.token);
      fresh.reconnection.enabled = false;
      if (closed) { void fresh.leave(); return; }
      room = fresh;
      fresh.onStateChange((state: unknown) => { attempts = 0; handlers.onStatus('live'); handlers.onState(plain(state as Synced)); });
      fresh.onError(() => {});
      fresh.onLeave(() => { if (room === fresh) { room = null; retry(); } });
    } catch {
      retry();
    }
  };
  /** Asked once: a place that is late is out of date, whoever asks for the lead asks again. */
  const ask = async (type: string, payload: object): Promise<Answer<unknown>> => {
    if (!room) return refused('server-busy');
    try {
      return done(await room.request(type, payload, { timeout: ANSWER_MS }));
    } catch (error) {
      const { name: kind, reason } = error as { name?: string; reason?: unknown };
      return kind === 'rejected' ? readRefusal(reason) : refused('server-busy');
    }
  };
  void open();
  return { place: (place) => ask('place', place), follow: (on) => ask('follow', { on }), give: (to) => ask('give', { to }), take: () => ask('take', {}), close: () => end() };
}
