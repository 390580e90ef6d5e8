/** What is replayed here: the reel, the step, whose eyes, the pace, and how far a reader who wants no foreknowledge has come. */
import type { Viewer } from '@concert/shared';
import { createReel, createViewReel, isViews, type Opened, type OpenedViews, type RecordingRefusal, type Reel } from '@concert/shared/recording/index';
import { createStore, useStore } from 'zustand';
import { nextAt, type Speed } from './pace.ts';

/** Where a recording came from; `id` is what stands behind `/r/`. */
export interface Source { readonly kind: 'match' | 'sample' | 'file' | 'page'; readonly id: string; readonly name: string }
export interface ReplayState {
  readonly source: Source | null;
  readonly reel: Reel | null;
  readonly refusal: RecordingRefusal | null;
  readonly step: number;
  readonly viewer: Viewer;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Nothing beyond `furthest` is shown: no outcome, no later marks, no length. */
  readonly asWeGo: boolean;
  readonly furthest: number;
}

const AS_WE_GO = 'concert.asWeGo';
const stored = (): boolean => { try { return localStorage.getItem(AS_WE_GO) === '1'; } catch { return false; } };
const NOTHING = { source: null, reel: null, refusal: null, step: 0, viewer: { kind: 'all' } as Viewer, playing: false, furthest: 0 } as const;

export const replayStore = createStore<ReplayState>(() => ({ ...NOTHING, speed: 1, asWeGo: stored() }));
export const useReplay = <T>(select: (state: ReplayState) => T): T => useStore(replayStore, select);
/** For parts that are drawn only while a recording is open. */
export function useReel(): Reel {
  const reel = useReplay((state) => state.reel);
  if (!reel) throw new Error('drawn without a recording');
  return reel;
}
/** The last step that may be shown or spoken of. */
export const lastShown = ({ reel, asWeGo, furthest }: Pick<ReplayState, 'reel' | 'asWeGo' | 'furthest'>): number => (asWeGo ? furthest : Math.max(0, (reel?.length ?? 1) - 1));
export const useLastShown = (): number => useReplay(lastShown);

/** Opens a recording at a step, through these eyes. */
export function open(opened: Opened | OpenedViews, source: Source, place?: (reel: Reel) => { readonly step: number; readonly viewer: Viewer }): Reel {
  const reel = isViews(opened) ? createViewReel(opened) : createReel(opened);
  const at = place?.(reel) ?? { step: 0, viewer: { kind: 'all' } as Viewer };
  const step = Math.min(Math.max(0, at.step), reel.length - 1);
  replayStore.setState({ ...NOTHING, source, reel, step, viewer: reel.only ?? at.viewer, furthest: step });
  return reel;
}
/** Nothing of the file can be played. */
export const openRefused = (refusal: RecordingRefusal, source: Source): void => replayStore.setState({ ...NOTHING, source, refusal });

/** Goes to a step; playing goes on from there. */
export function seek(step: number): void {
  const { reel, furthest, step: now } = replayStore.getState();
  if (!reel || !Number.isFinite(step)) return;
  const to = Math.min(Math.max(0, Math.trunc(step)), reel.length - 1);
  if (to === now) return;
  replayStore.setState({ step: to, furthest: Math.max(furthest, to) });
}

let timer: ReturnType<typeof setTimeout> | undefined;
function tick(): void {
  const { reel, step, speed, playing } = replayStore.getState();
  clearTimeout(timer);
  if (!playing || !reel) return;
  if (step >= reel.length - 1) return pause();
  const next = nextAt(reel.steps, step, speed);
  timer = setTimeout(() => { if (replayStore.getState().step === step) seek(next.step); tick(); }, next.wait);
}

/** Plays on from here; from the last step it begins again. */
export function play(): void {
  const { reel, step } = replayStore.getState();
  if (!reel) return;
  replayStore.setState({ playing: true, ...(step >= reel.length - 1 ? { step: 0 } : {}) });
  tick();
}
export function pause(): void {
  clearTimeout(timer);
  replayStore.setState({ playing: false });
}
export const setSpeed = (speed: Speed): void => { replayStore.setState({ speed }); tick(); };
/** Looks with other eyes at the same moment. */
export const setViewer = (viewer: Viewer): void => replayStore.setState(({ reel }) => ({ viewer: reel?.only ?? viewer }));
/** Hides or shows what comes later; hiding begins at the step where the reader is. */
export function setAsWeGo(asWeGo: boolean): void {
  try { localStorage.setItem(AS_WE_GO, asWeGo ? '1' : '0'); } catch { /* a browser that keeps nothing */ }
  replayStore.setState(({ step }) => ({ asWeGo, furthest: step }));
}
/** Puts the recording away. */
export function leave(): void {
  pause();
  replayStore.setState(NOTHING);
}
