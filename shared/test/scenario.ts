/** The scenario of the tests, without a test runner, so that scripts can use it as well. */
import { readFileSync } from 'node:fs';
import { loadScenario, type Scenario } from '../src/index.ts';

export const sixParty: Scenario = loadScenario(JSON.parse(readFileSync(new URL('../../assets/scenarios/six-party.json', import.meta.url), 'utf8')));
