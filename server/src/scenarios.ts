/** Loads every scenario file at start, and with them what bots know of the real parties; a bad one stops the server with its name and the first thing wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extendScenario, loadScenario, type Scenario } from '@concert/shared';
import { OperatorError } from './operatorError.ts';
import { loadPositions } from './positions.ts';

export const SCENARIO_DIR = path.resolve(import.meta.dirname, '../../assets/scenarios');

const read = (dir: string, file: string): unknown => JSON.parse(readFileSync(path.join(dir, file), 'utf8'));

export function loadScenarios(dir = SCENARIO_DIR): ReadonlyMap<string, Scenario> {
  const scenarios = new Map<string, Scenario>();
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.json')).sort()) {
    try {
      const scenario = loadScenario(extendScenario(read(dir, file), (id) => read(dir, `${id}.json`)));
      scenarios.set(scenario.id, scenario);
    } catch (error) {
      throw new OperatorError(`scenario ${path.join(dir, file)} is not valid (${String((error as Error).message).split('\n').join(' ').slice(0, 300)})`, 'correct the file or remove it');
    }
  }
  if (scenarios.size === 0) throw new OperatorError(`no scenario found in ${dir}`, 'restore assets/scenarios');
  if (dir === SCENARIO_DIR) loadPositions(scenarios);
  return scenarios;
}
