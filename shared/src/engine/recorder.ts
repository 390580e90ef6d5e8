/** Collects the events of one decision and folds each at once, so later steps of the same resolution read the result of earlier ones. */
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { evolve } from './evolve.ts';

export interface Recorder { readonly scenario: Scenario; state: MatchState; readonly events: MatchEvent[]; emit(event: MatchEvent): void }

export function record(scenario: Scenario, state: MatchState): Recorder {
  const recorder: Recorder = {
    scenario, state, events: [],
    emit(event) { recorder.events.push(event); recorder.state = evolve(recorder.state, event); },
  };
  return recorder;
}
