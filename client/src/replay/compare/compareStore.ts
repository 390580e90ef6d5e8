/** The two recordings that are compared: at which stop, whose eyes, playing or not, and how far a reader who wants no foreknowledge has come. */
import type { Viewer } from '@concert/shared';
import { createReel, createViewReel, isOpened, isViews, looksLikeViews, openViews, type RecordingRefusal, type Reel } from '@concert/shared/recording/index';
import { createStore, useStore } from 'zustand';
import type { Refused } from '../../net/answer.ts';
import { keep } from '../kept.ts';
import { replayStore, type Source } from '../replayStore.ts';
import { fetchRecording, read, tokenFor } from '../sources.ts';
import { FILE_IDS } from './paths.ts';
import { eyesOf, stopAt, stopsOf, type Pair, type Stop } from './pair.ts';

export interface Loaded { readonly id: string; readonly source: Source | null; readonly reel: Reel | null; readonly refusal: RecordingRefusal | null; readonly lost: Refused | null }
export interface Compared { readonly loaded: Pair<Loaded> | null; readonly reels: Pair<Reel> | null; readonly stops: readonly Stop[]; readonly at: number; readonly furthest: number; readonly eyes: readonly Viewer[]; readonly viewer: Viewer; readonly playing: boolean; /** Rises when the same address has new files behind it. */ readonly turn: number }

const NOTHING = { loaded: null, reels: null, stops: [], at: 0, furthest: 0, eyes: [], viewer: { kind: 'all' } as Viewer, playing: false } as const;
export const compareStore = createStore<Compared>(() => ({ ...NOTHING, turn: 0 }));
export const useCompared = <T>(select: (state: Compared) => T): T => useStore(compareStore, select);

/** How long a stop is shown while both play. */
const REST_MS = 1100;
const SHAPE = /^#(\d{1,4})(?:\.(\d{1,4}))?(?:@([\w-]{1,32}))?$/;

async function load(id: string): Promise<Loaded> {
  const found = await fetchRecording(id, tokenFor(id));
  const none = { id, source: null, reel: null, refusal: null, lost: null };
  if (!found.ok) return { ...none, lost: found };
  const opened = looksLikeViews(found.text) ? openViews(found.text) : await read(found.text);
  if (isViews(opened)) return { ...none, source: found.source, reel: createViewReel(opened) };
  return isOpened(opened) ? { ...none, source: found.source, reel: createReel(opened) } : { ...none, source: found.source, refusal: opened };
}

let asked = 0;
/** Opens both; the last of two askings counts. `hash` as `#round.phase@eyes`. */
export async function openPair(ids: readonly [string, string], hash: string): Promise<void> {
  leavePair();
  const own = (asked += 1);
  const [a, b] = [await load(ids[0]), await load(ids[1])];
  if (own !== asked) return;
  const reels = a.reel && b.reel ? { a: a.reel, b: b.reel } : null;
  const stops = reels ? stopsOf(reels) : [];
  const eyes = reels ? eyesOf(reels) : [];
  const found = SHAPE.exec(hash);
  const { asWeGo } = replayStore.getState();
  const at = found ? stopAt(stops, Number(found[1]), Number(found[2] ?? 1)) : asWeGo ? 0 : Math.max(0, stops.length - 1);
  const viewer = eyes.find((each) => nameOf(each) === found?.[3]) ?? eyes[0] ?? { kind: 'all' };
  compareStore.setState({ loaded: { a, b }, reels, stops, eyes, at, furthest: at, viewer, playing: false });
}
/** As the address has it; the all-knowing eyes go without saying. */
export const nameOf = (viewer: Viewer): string | undefined => (viewer.kind === 'all' ? undefined : viewer.kind === 'public' ? 'public' : viewer.seat);

/** Keeps two files of the reader's in this browser and says that they are there. */
export async function keepPair(files: readonly [File, File]): Promise<void> {
  for (const [i, file] of files.entries()) await keep({ name: file.name, text: await file.text() }, FILE_IDS[i]);
  compareStore.setState(({ turn }) => ({ turn: turn + 1 }));
}

/** The last stop that may be shown. */
export const lastStop = ({ stops, furthest }: Pick<Compared, 'stops' | 'furthest'>, asWeGo: boolean): number => (asWeGo ? furthest : Math.max(0, stops.length - 1));

export function goTo(at: number): void {
  const { stops, furthest, at: now } = compareStore.getState();
  const to = Math.min(Math.max(0, Math.trunc(at)), stops.length - 1);
  if (to !== now && to >= 0) compareStore.setState({ at: to, furthest: Math.max(furthest, to) });
}
let timer: ReturnType<typeof setTimeout> | undefined;
function tick(): void {
  clearTimeout(timer);
  const { playing, at, stops } = compareStore.getState();
  if (!playing) return;
  if (at >= stops.length - 1) return pausePair();
  timer = setTimeout(() => { goTo(compareStore.getState().at + 1); tick(); }, REST_MS);
}
/** From the end it begins again. */
export function playPair(): void {
  const { at, stops } = compareStore.getState();
  compareStore.setState({ playing: true, ...(at >= stops.length - 1 ? { at: 0 } : {}) });
  tick();
}
export function pausePair(): void { clearTimeout(timer); compareStore.setState({ playing: false }); }
export const lookWith = (viewer: Viewer): void => compareStore.setState({ viewer });
/** Hiding begins where the reader is. */
export const hideFromHere = (): void => compareStore.setState(({ at }) => ({ furthest: at }));
export function leavePair(): void { asked += 1; pausePair(); compareStore.setState(NOTHING); }
