/** A state out of events, without any rule: how matches are loaded and recordings are read. */
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import { waiting } from '../rules/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { evolve } from './evolve.ts';

/** Folds events from the scenario's start, or from a given state. */
export const fold = (scenario: Scenario, events: readonly MatchEvent[], from: MatchState = waiting(scenario)): MatchState => events.reduce(evolve, from);
