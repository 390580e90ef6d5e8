/** Collects the events of one decision and folds each at once, so later steps of the same resolution read the result of earlier ones. */
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { evolve } from './evolve.ts';

export interface Recorder {
  readonly scenario: Scenario; state: MatchState; readonly events: MatchEvent[];
  /** The state after each of the events. */
  readonly states: readonly MatchState[];
  emit(event: MatchEvent): void;
}

class Recording implements Recorder {
  readonly scenario: Scenario;
  readonly from: MatchState;
  state: MatchState;
  readonly events: MatchEvent[] = [];
  readonly states: MatchState[] = [];
  constructor(scenario: Scenario, state: MatchState) {
    this.scenario = scenario;
    this.from = state;
    this.state = state;
  }

  emit(event: MatchEvent): void {
    this.events.push(event);
    this.state = evolve(this.state, event);
    this.states.push(this.state);
  }
}

/** The recording made last: a decision hands back its events only, and `resume` spares folding them again. */
let latest: Recording | null = null;

export function record(scenario: Scenario, state: MatchState): Recorder {
  return (latest = new Recording(scenario, state));
}

/** A recorder that stands where these events of a decision lead, ready for what follows from them. */
export function resume(scenario: Scenario, state: MatchState, events: readonly MatchEvent[]): Recorder {
  const made = latest;
  latest = null;
  if (made !== null && made.events === events && made.from === state && made.scenario === scenario) return made;
  const recording = new Recording(scenario, state);
  for (const event of events) recording.emit(event);
  return recording;
}
