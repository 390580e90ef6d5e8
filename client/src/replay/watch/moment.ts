/** The leader's moment in the recording that is open here, which may hold less than the leader's. Pure. */
import type { Viewer } from '@concert/shared';
import type { Place } from '@concert/shared/protocol/watch';
import type { Reel } from '@concert/shared/recording/index';

type Steps = Pick<Reel, 'length' | 'steps'>;

/** The step of a place: the same one where both have the same file, else the last one that had happened by then. */
export function stepOf({ length, steps }: Steps, { step, at }: Pick<Place, 'step' | 'at'>): number {
  if (steps[step]?.at === at) return step;
  return Math.max(0, Math.min(length - 1, steps.findLastIndex((each) => each.at <= at)));
}

export const nameOfViewer = (viewer: Viewer): string => (viewer.kind === 'seat' ? `seat:${viewer.seat}` : viewer.kind);

/** The viewer a place names, if the recording has such eyes; null where it has not. */
export function viewerOf({ only, opened }: Pick<Reel, 'only' | 'opened'>, name: string): Viewer | null {
  const viewer: Viewer | null = name === 'all' || name === 'public' ? { kind: name } : opened.scenario.seats.some(({ id }) => name === `seat:${id}`) ? { kind: 'seat', seat: name.slice('seat:'.length) } : null;
  return only !== null && viewer !== null && nameOfViewer(only) !== name ? null : viewer;
}
