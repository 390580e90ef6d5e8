/** Loads every coached lesson at start, by the scenario it plays; a bad one stops the server with its name and the first thing wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from '@concert/shared';
import { tutorialProblems } from '@concert/shared/tutorial/references';
import { Tutorial } from '@concert/shared/tutorial/schema';
import { OperatorError } from './operatorError.ts';

export const TUTORIAL_DIR = path.resolve(import.meta.dirname, '../../assets/tutorial');
export type Tutorials = ReadonlyMap<string, Tutorial>;

export function loadTutorials(scenarios: ReadonlyMap<string, Scenario>, dir = TUTORIAL_DIR): Tutorials {
  const tutorials = new Map<string, Tutorial>();
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.json')).sort()) {
    const at = path.join(dir, file);
    try {
      const tutorial = Tutorial.parse(JSON.parse(readFileSync(at, 'utf8')));
      const [problem] = tutorialProblems(tutorial, scenarios.get(tutorial.scenario));
      if (problem !== undefined) throw new Error(problem);
      tutorials.set(tutorial.scenario, tutorial);
    } catch (error) {
      throw new OperatorError(`lesson ${at} is not valid (${String((error as Error).message).split('\n').join(' ').slice(0, 300)})`, 'correct the file or remove it');
    }
  }
  return tutorials;
}
