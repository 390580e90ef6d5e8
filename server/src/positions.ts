/** Hands the bots the real positions of each scenario that has some (assets/positions); a bad file stops the server with its name and the first thing wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from '@concert/shared';
import { positionProblems, registerPositions } from '@concert/shared/bots/historic/index';
import { OperatorError } from './operatorError.ts';

export const POSITIONS_DIR = path.resolve(import.meta.dirname, '../../assets/positions');

/** Registers every file of the folder; with `scenarios` their ids are checked too. A missing folder means that nobody has positions. */
export function loadPositions(scenarios?: ReadonlyMap<string, Scenario>, dir = POSITIONS_DIR): void {
  if (!existsSync(dir)) return;
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.json')).sort()) {
    const wrong = (message: string): never => { throw new OperatorError(`positions ${path.join(dir, file)} are not valid (${message.split('\n').join(' ').slice(0, 300)})`, 'correct the file or remove it'); };
    try {
      const positions = registerPositions(JSON.parse(readFileSync(path.join(dir, file), 'utf8')));
      const [problem] = scenarios ? positionProblems(positions, scenarios.get(positions.scenario)) : [];
      if (problem !== undefined) wrong(problem);
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      wrong(String((error as Error).message));
    }
  }
}
