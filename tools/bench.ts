/**
 * `npm run bench [-- --json]`: how fast the engine folds, decides and projects a recorded bot match, side by side with a bare reducer in the same run.
 * Figures of one machine at one moment: read the ratios.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createProjector, diff, evolve, isRefusal, loadScenario, decide, waiting, type MatchEvent, type View } from '../shared/src/index.ts';
import { playMatch } from '../shared/src/bots/table.ts';
import { ROOT } from './paths.ts';

const SECONDS = 2;
const scenario = loadScenario(JSON.parse(readFileSync(path.join(ROOT, 'assets/scenarios/six-party.json'), 'utf8')));
const { events, entries } = playMatch(scenario, { seed: 7 });

/** Runs `once` for about two seconds after a warm-up and gives operations a second; `once` says how many it did. */
function rate(once: () => number): number {
  for (let i = 0; i < 5; i += 1) once();
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < SECONDS * 1000) done += once();
  return Math.round((done / (performance.now() - began)) * 1000);
}

const foldMatch = (): number => { let state = waiting(scenario); for (const event of events) state = evolve(state, event); return events.length; };
/** The peer: the least an immutable reducer can do with the same events, one spread and one counter. */
const foldBare = (): number => {
  let state: { readonly seen: number; readonly last: MatchEvent | null } = { seen: 0, last: null };
  for (const event of events) state = { ...state, seen: state.seen + 1, last: event };
  return state.seen;
};
const decideMatch = (): number => {
  let state = waiting(scenario);
  for (const { actor, command } of entries) {
    const answer = decide(scenario, state, actor, command);
    if (isRefusal(answer)) throw new Error(`bench: a recorded act was refused: ${answer.code}`);
    for (const event of answer) state = evolve(state, event);
  }
  return entries.length;
};
const projectMatch = (): number => {
  const projectors = scenario.seats.map((seat) => createProjector(scenario, { kind: 'seat', seat: seat.id }));
  const views: (View | null)[] = projectors.map(() => null);
  let state = waiting(scenario);
  let patches = 0;
  for (const entry of entries) {
    for (const event of entry.events) state = evolve(state, event);
    projectors.forEach((project, seat) => { const view = project(state); if (diff(views[seat] ?? null, view, 1)) patches += 1; views[seat] = view; });
  }
  return patches;
};

const figures = { foldedEventsPerSecond: rate(foldMatch), bareReducerEventsPerSecond: rate(foldBare), decidedActsPerSecond: rate(decideMatch), patchesPerSecond: rate(projectMatch) };
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else {
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value.toLocaleString('en').padStart(14)}`);
  console.log(`\nfolding a match costs ${(figures.bareReducerEventsPerSecond / figures.foldedEventsPerSecond).toFixed(1)} times a bare reducer on the same ${events.length} events`);
}
