/** EV-4: the rounds of seeded events, drawn once when the match starts. */
import type { Recorder } from '../../engine/recorder.ts';
import type { MatchState } from '../../model/state.ts';
import { draw } from '../random.ts';
import { happenings } from './fire.ts';
import type { Happening } from './fire.ts';

/** Draws a round for each seeded event this match plays; an event that comes every so many rounds needs no luck. */
export function drawRounds(r: Recorder): void {
  const seeded = happenings(r.scenario, r.state).filter((event) => event.seed !== undefined);
  if (seeded.length === 0) return;
  let random = r.state.random;
  const drawn: Record<string, readonly number[]> = {};
  for (const { id, seed } of seeded) {
    const last = Math.min(seed?.to ?? r.state.options.rounds, r.state.options.rounds);
    const from = seed?.from ?? 1;
    const every = seed?.every;
    if (from > last) drawn[id] = [];
    else if (every !== undefined) drawn[id] = Array.from({ length: Math.floor((last - from) / every) + 1 }, (_, i) => from + i * every);
    else {
      const next = draw(random, last - from + 1);
      random = next.random;
      drawn[id] = [from + next.value];
    }
  }
  r.emit({ type: 'randomDrawn', random });
  r.emit({ type: 'roundsDrawn', drawn });
}

/** Whether a drawn round of this event has come that it has not answered yet. */
export function seedRipe(state: MatchState, event: Happening): boolean {
  const fired = state.events[event.id] ?? 0;
  return (state.craft.drawn[event.id] ?? []).some((round) => round <= state.round && round > fired);
}
