/** The real positions of the six parties, registered for tests that play them. */
import { readFileSync } from 'node:fs';
import { registerPositions } from '../../src/bots/historic/index.ts';

export const positionsJson: unknown = JSON.parse(readFileSync(new URL('../../../assets/positions/six-party.json', import.meta.url), 'utf8'));
export const positions = registerPositions(positionsJson);
