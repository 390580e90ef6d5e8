/** Timers whose time is a number that a test moves on. */
import type { Timers } from '../src/match/deadlines.ts';

export interface FakeTime extends Timers { pass(ms: number): void; readonly pending: () => number }

export function fakeTime(): FakeTime {
  let now = 1_000_000;
  let next = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    pending: () => timers.size,
    setTimeout: (run, ms) => { timers.set(++next, { at: now + ms, run }); return next as unknown as NodeJS.Timeout; },
    clearTimeout: (timer) => { timers.delete(timer as unknown as number); },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
      }
      now = end;
    },
  };
}
