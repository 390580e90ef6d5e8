/** Watching together from this browser: who is here, who leads, and the two ways between their place and the player. */
import type { Place, WatchTicket, WatchView } from '@concert/shared/protocol/watch';
import { createStore, useStore } from 'zustand';
import type { WatchLine, WatchStatus } from '../../net/watch.ts';
import { refused, type Answer, type Refused } from '../../net/answer.ts';
import { pause, replayStore, seek, setViewer, type ReplayState } from '../replayStore.ts';
import { tokenFor } from '../sources.ts';
import { nameOfViewer, stepOf, viewerOf } from './moment.ts';

export interface WatchState {
  readonly ticket: WatchTicket | null; readonly room: WatchView | null; readonly status: WatchStatus | null; readonly lost: string | null;
  /** Whether the player goes where the leader goes; whoever leads is never attached. */
  readonly attached: boolean;
}
const NONE: WatchState = { ticket: null, room: null, status: null, lost: null, attached: true };
export const watchStore = createStore<WatchState>(() => NONE);
export const useWatch = <T>(select: (state: WatchState) => T): T => useStore(watchStore, select);
export const leads = ({ ticket, room }: Pick<WatchState, 'ticket' | 'room'>): boolean => ticket !== null && room?.leader === ticket.person;

/** The parameter of an address that says with whom one watches. */
export const PARAM = 'watch';
const keyOf = (code: string): string => `concert.watch.${code}`;
/** Least time between two places that are sent. */
const SEND_MS = 100;

let line: WatchLine | null = null;
let stop: (() => void) | null = null;
/** The player is being moved by the leader, not by the hand. */
let applying = false;
/** Whether this line has heard the room once. */
let heard = false;
/** The line was broken and stands again: the room may be a new one that knows no place, or has missed where the leader went. */
let back = false;

function setParam(code: string | null): void {
  const url = new URL(location.href);
  if (code === null) url.searchParams.delete(PARAM); else url.searchParams.set(PARAM, code);
  history.replaceState(history.state, '', url);
}

/** Begins to watch what is open here with others, and leads. */
export async function begin(recording: string, name: string): Promise<Answer<WatchTicket>> {
  const net = await import('../../net/watch.ts');
  const key = tokenFor(recording);
  const answer = await net.startWatch(location.origin, recording, name, key);
  if (answer.ok) enter(net, answer.value, name, key);
  return answer;
}
/** Comes in by code; the same person again after a reload. */
export async function come(code: string, name: string, recording: string): Promise<Answer<WatchTicket>> {
  const net = await import('../../net/watch.ts');
  const key = tokenFor(recording);
  const kept = keptTicket(code);
  const answer = await net.joinWatch(location.origin, code, name, kept?.token, key);
  if (!answer.ok) { watchStore.setState({ ...NONE, status: 'lost', lost: answer.code }); return answer; }
  if (answer.value.recording !== recording) return refused('unknown-watch');
  enter(net, answer.value, name, key);
  return answer;
}
function keptTicket(code: string): WatchTicket | null {
  try { return JSON.parse(sessionStorage.getItem(keyOf(code)) ?? 'null') as WatchTicket | null; } catch { return null; }
}

function enter(net: Pick<typeof import('../../net/watch.ts'), 'connectWatch'>, ticket: WatchTicket, name: string, key: string | undefined): void {
  leave(false);
  try { sessionStorage.setItem(keyOf(ticket.code), JSON.stringify(ticket)); } catch { /* a browser that keeps nothing */ }
  setParam(ticket.code);
  watchStore.setState({ ...NONE, ticket, status: 'connecting' });
  heard = false;
  back = false;
  line = net.connectWatch(location.origin, ticket, name, {
    onStatus: (status, code) => {
      if (watchStore.getState().ticket !== ticket) return;
      if (status === 'retrying') back = heard;
      watchStore.setState({ status, lost: code ?? null });
    },
    onState: (room) => { if (watchStore.getState().ticket === ticket) told(room); },
  }, key);
  stop = replayStore.subscribe(moved);
}

/** Leaves the others; the player stays where it is. */
export function leave(address = true): void {
  line?.close();
  line = null;
  stop?.();
  stop = null;
  clearTimeout(sending);
  sending = undefined;
  const was = watchStore.getState();
  if (was.attached && was.ticket && !leads(was)) pause();
  watchStore.setState(NONE);
  if (address && was.ticket) setParam(null);
}

/** The room has said something. */
function told(room: WatchView): void {
  const before = watchStore.getState();
  watchStore.setState({ room });
  const mine = leads(watchStore.getState());
  if (mine) {
    // Who leads anew after a reload goes on where the others are; who has just been given the lead is there.
    if (!heard && room.placed > 0) apply(room);
    else if (!heard || back) send();
    if (before.room && !leads(before)) { watchStore.setState({ attached: true }); replayStore.setState({ playing: false }); send(); }
  } else if (before.attached && room.placed > 0 && (!heard || back || room.placed !== before.room?.placed)) apply(room);
  // A new room does not know who looks around.
  if (back && !mine && !before.attached) void line?.follow(false);
  if (mine || !before.attached || room.placed > 0) back = false;
  heard = true;
}

function apply(place: Place | WatchView): void {
  const { reel } = replayStore.getState();
  if (!reel) return;
  applying = true;
  const viewer = viewerOf(reel, place.viewer);
  if (viewer && nameOfViewer(viewer) !== nameOfViewer(replayStore.getState().viewer)) setViewer(viewer);
  seek(stepOf(reel, place));
  // The leader's clock moves everybody: the own one stands still.
  replayStore.setState({ playing: place.playing && !leads(watchStore.getState()), speed: place.speed as ReplayState['speed'] });
  applying = false;
}

/** The player has moved: by the leader's hand, or the reader's own. */
function moved(now: ReplayState, before: ReplayState): void {
  if (applying || (now.step === before.step && now.viewer === before.viewer && now.playing === before.playing && now.speed === before.speed)) return;
  const state = watchStore.getState();
  if (leads(state)) return send();
  if (state.room && state.attached && now.reel === before.reel) detach();
}

let sending: ReturnType<typeof setTimeout> | undefined;
let sentAt = 0;
/** Says where we are, at once or as soon as the last word is old enough; the newest place counts. */
function send(): void {
  if (sending !== undefined) return;
  sending = setTimeout(() => {
    sending = undefined;
    sentAt = performance.now();
    const { reel, step, viewer, playing, speed } = replayStore.getState();
    if (reel && leads(watchStore.getState())) void line?.place({ step, at: reel.steps[step]?.at ?? 0, viewer: nameOfViewer(viewer), playing, speed });
  }, Math.max(0, SEND_MS - (performance.now() - sentAt)));
}

/** Looks around: the leader's place no longer moves the player. */
export function detach(): void {
  watchStore.setState({ attached: false });
  pause();
  void line?.follow(false);
}
/** Goes back to where the leader is, and with them. */
export function attach(): void {
  const { room } = watchStore.getState();
  watchStore.setState({ attached: true });
  if (room && room.placed > 0) apply(room);
  void line?.follow(true);
}
const closed = (): Refused => refused('server-busy');
export const give = (to: string): Promise<Answer<unknown>> => line?.give(to) ?? Promise.resolve(closed());
export const take = (): Promise<Answer<unknown>> => line?.take() ?? Promise.resolve(closed());
