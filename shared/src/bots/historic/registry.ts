/** Positions by scenario. Shared code reads no files: server, tools and tests hand them in before they play (`registerPositions`). */
import type { PublicScenario } from '../../scenario/public.ts';
import { compile, type Stances } from './stances.ts';
import { Positions } from './schema.ts';

const known = new Map<string, Stances>();

/** Takes the positions of a scenario from plain JSON; a second call for the same scenario replaces the first. @throws when they break the schema. */
export function registerPositions(json: unknown): Positions {
  const positions = Positions.parse(json);
  known.set(positions.scenario, compile(positions));
  return positions;
}

/** What is known of the parties of this scenario; undefined where nothing is. */
export const stancesOf = (scenario: PublicScenario): Stances | undefined => known.get(scenario.id);
