/** Measures rates side by side: the jobs take short turns, so that whatever else the machine does meets all of them, and each keeps its best turn. */

const TURNS = 8;
const TURN_SECONDS = 0.35;
/** The first turns only warm up. */
const WARM_UP = 2;

/** Operations a second of each job; a job says how many operations one run of it is. */
export function rates<K extends string>(jobs: Readonly<Record<K, (() => number) | null>>): Record<K, number | null> {
  const best = Object.fromEntries(Object.keys(jobs).map((name) => [name, null])) as Record<K, number | null>;
  for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) for (const [name, once] of Object.entries(jobs) as [K, (() => number) | null][]) {
    if (once === null) continue;
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < TURN_SECONDS * 1000) done += once();
    const rate = Math.round((done / (performance.now() - began)) * 1000);
    if (turn >= WARM_UP) best[name] = Math.max(best[name] ?? 0, rate);
  }
  return best;
}
