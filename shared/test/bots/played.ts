/** Walks a played match again, act by act, with the view each seat had. */
import { evolve, project, publicScenario, waiting, type MatchState, type Scenario, type SeatCommand, type SeatId } from '../../src/index.ts';
import type { Played } from '../../src/bots/index.ts';
import { profileOf } from '../../src/bots/temper.ts';
import { newMemory, type Mind } from '../../src/bots/types.ts';

export { sixParty } from '../scenario.ts';

/** The mind of a bot of this temper as it looks at a state. */
export function mindAt(scenario: Scenario, state: MatchState, seat: SeatId, temper: Mind['profile']['temper']): Mind {
  const view = project(scenario, state, { kind: 'seat', seat });
  if (!view.me || !view.legal) throw new Error(`${seat} sees no menu`);
  return { view, scenario: publicScenario(scenario), seat, random: () => 0.5, memory: newMemory(), profile: profileOf(temper), me: view.me, legal: view.legal };
}

/** Calls back with every act of a seat and the state it was made in. */
export function eachAct(scenario: Scenario, played: Played, see: (seat: SeatId, command: SeatCommand, before: MatchState) => void): void {
  let state = waiting(scenario);
  for (const { actor, command, events } of played.entries) {
    if (actor.kind === 'seat') see(actor.seat, command as SeatCommand, state);
    state = events.reduce(evolve, state);
  }
}
