/** Measures rates: warm-up first, then a fixed time. */

const WARM_UP = 0.5;

/** Runs `once` for so many seconds after a warm-up and gives operations a second; `once` says how many it did. */
export function rate(once: () => number, seconds: number): number {
  for (const until = performance.now() + WARM_UP * 1000; performance.now() < until;) once();
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) done += once();
  return Math.round((done / (performance.now() - began)) * 1000);
}
