/** Where a lesson stands: goes on by itself when the reader has done what a step asks, or when its moment is past. */
import { useEffect } from 'react';
import type { View } from '@concert/shared';
import { holds, momentOf } from '@concert/shared/tutorial/conditions';
import type { Step, Tutorial } from '@concert/shared/tutorial/schema';
import { isShown } from './mark.ts';
import { note, useProgress } from './progress.ts';

/** The step the card shows now, from `at` on; past the end when nothing is left to say. */
export function placeFrom(lesson: Tutorial, view: View, at: number, shown: (target: string) => boolean): number {
  let place = at;
  for (; place < lesson.steps.length; place += 1) {
    const step = lesson.steps[place] as Step;
    const moment = momentOf(step, view);
    if (moment === 'early') break;
    if (moment === 'past' || (step.when && !holds(step.when, view, lesson.seat, shown)) || (step.done && holds(step.done, view, lesson.seat, shown))) continue;
    break;
  }
  return place;
}

export interface Lesson {
  readonly at: number; readonly step: Step | null;
  /** The step's moment is still to come: the lesson has nothing to add to the running phase. */
  readonly early: boolean;
  readonly shown: readonly number[]; readonly hidden: boolean;
  readonly next: () => void; readonly hide: (hidden: boolean) => void;
}

/** `turn` changes when the screen may have changed. */
export function useLesson(lesson: Tutorial, view: View, code: string, turn: number): Lesson {
  const { at, shown, hidden, over } = useProgress(code);
  const place = placeFrom(lesson, view, at, isShown);
  const step = lesson.steps[place] ?? null;
  const early = step !== null && momentOf(step, view) === 'early';
  useEffect(() => {
    const seen = step === null || early || shown.includes(place) ? shown : [...shown, place];
    const ended = view.ending !== null;
    if (place !== at || seen !== shown || ended !== over) note(code, { at: place, shown: seen, over: ended });
  }, [place, at, shown, early, step, code, turn, view.ending, over]);
  return { at: place, step, early, shown, hidden, next: () => note(code, { at: place + 1 }), hide: (next) => note(code, { hidden: next }) };
}
