/** How long the player rests on a step, and where the keys for phases and rounds lead. */
import type { ReelStep } from '@concert/shared/recording/index';

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];
/** Milliseconds at single speed by dwell 1..5: routine passes, what matters stays. */
const REST = [260, 260, 900, 1700, 2900, 4600] as const;
/** Shorter rests are taken together, so that no frame is drawn that nobody could see. */
const SHORTEST = 80;

/** Steps that are shown at every speed. */
const WORTH = 3;

export const restOn = (step: Pick<ReelStep, 'dwell'> | undefined, speed: Speed): number => (REST[step?.dwell ?? 1] ?? REST[1]) / speed;

/** The next step to show and how long to wait before it, at this speed. */
export function nextAt(steps: readonly Pick<ReelStep, 'dwell'>[], from: number, speed: Speed): { readonly step: number; readonly wait: number } {
  let wait = 0;
  let step = from;
  do {
    wait += restOn(steps[step], speed);
    step += 1;
  } while (wait < SHORTEST && step < steps.length - 1 && (steps[step]?.dwell ?? 1) < WORTH);
  return { step: Math.min(step, steps.length - 1), wait };
}

type Placed = Pick<ReelStep, 'round' | 'phase' | 'slot'>;
const samePhase = (a: Placed | undefined, b: Placed | undefined): boolean => a?.round === b?.round && a?.phase === b?.phase && a?.slot === b?.slot;
const sameRound = (a: Placed | undefined, b: Placed | undefined): boolean => a?.round === b?.round;

/** First step of the next stretch (`by` 1), or of this one, or, from there, of the one before (`by` -1). */
export function stretch(steps: readonly Placed[], from: number, by: 1 | -1, unit: 'phase' | 'round'): number {
  const same = unit === 'phase' ? samePhase : sameRound;
  let at = from;
  if (by > 0) {
    while (at < steps.length - 1 && same(steps[at], steps[from])) at += 1;
    return at;
  }
  const start = (of: number): number => { let first = of; while (first > 0 && same(steps[first - 1], steps[of])) first -= 1; return first; };
  at = start(from);
  return at < from || at === 0 ? at : start(at - 1);
}
