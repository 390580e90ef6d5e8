/** A moment as an address: `#round.step`, with `@SEAT` or `@public` behind it where the reader does not look with all-knowing eyes. */
import type { Viewer } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';

export interface Place { readonly round: number; readonly inRound: number; readonly viewer: Viewer | null }
const SHAPE = /^#?(\d{1,4})(?:\.(\d{1,6}))?(?:@([\w-]{1,32}))?$/;
const ALL: Viewer = { kind: 'all' };

/** Viewer as the address has it; null for the all-knowing one, which goes without saying. */
const nameOf = (viewer: Viewer): string | null => (viewer.kind === 'all' ? null : viewer.kind === 'public' ? 'public' : viewer.seat);

/** What a hash asks for, or null when it is none of ours. */
export function readPlace(hash: string): Place | null {
  const found = SHAPE.exec(hash);
  if (!found) return null;
  const [, round = '0', step = '0', who] = found;
  return { round: Number(round), inRound: Number(step), viewer: who === undefined ? null : who === 'public' ? { kind: 'public' } : { kind: 'seat', seat: who } };
}

/** The hash of a step; -1 is nowhere. */
export function placeOf(reel: Reel, step: number, viewer: Viewer = ALL): string {
  const at = reel.steps[step];
  if (!at) return '';
  const who = nameOf(viewer);
  return `#${at.round}.${at.inRound}${who === null ? '' : `@${who}`}`;
}

/** The step a place names; a step beyond its round is the round's last, a round beyond the end nowhere. */
export function stepAt(reel: Reel, place: Place): number {
  const exact = reel.stepOf(place.round, place.inRound);
  if (exact >= 0) return exact;
  return reel.steps.findLastIndex((step) => step.round === place.round && step.inRound <= Math.max(1, place.inRound));
}

export const sameViewer = (a: Viewer, b: Viewer): boolean => a.kind === b.kind && (a.kind !== 'seat' || b.kind !== 'seat' || a.seat === b.seat);

/** The viewer of a place, if the recording has such a seat; else the all-knowing one. */
export function viewerAt(reel: Reel, place: Place): Viewer {
  const { viewer } = place;
  if (viewer?.kind === 'seat' && !reel.opened.scenario.seats.some(({ id }) => id === viewer.seat)) return ALL;
  return viewer ?? ALL;
}
