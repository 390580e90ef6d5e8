/** `concert simulate`: plays matches of bots without a network, on all cores, and prints what came of them (contracts: toolbox). */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Level } from '@concert/shared/model/ids';
import { OperatorError } from '../../src/operatorError.ts';
import { loadScenarios } from '../../src/scenarios.ts';
import { readTempers } from '../simulation/bots.ts';
import { readFixes } from '../simulation/fixes.ts';
import { Pool } from '../simulation/pool.ts';
import { progress } from '../simulation/progress.ts';
import { MOST_ROUNDS, withSettings } from '../simulation/settings.ts';
import { summaryOf, table } from '../simulation/summary.ts';

const LEVELS: readonly Level[] = ['core', 'standard', 'full'];
/** Category of clauses that assure the proliferator, in every scenario that has a red line to agree on. */
export const ASSURANCE = 'SG';

function count(text: string | undefined, name: string, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most) throw new OperatorError(`--${name} ${text} is not a whole number from 1 to ${most}`, 'correct it');
  return value;
}

/** Runs the verb; the two time fields of the answer are the only ones that differ between runs. */
export async function simulate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: {
    scenario: { type: 'string', default: 'six-party' }, matches: { type: 'string' }, seed: { type: 'string' }, bots: { type: 'string', default: 'mixed' },
    set: { type: 'string', multiple: true, default: [] }, fix: { type: 'string', multiple: true, default: [] },
    level: { type: 'string', default: 'standard' }, rounds: { type: 'string' }, jobs: { type: 'string' }, json: { type: 'boolean', default: false },
  } });
  const scenarios = loadScenarios();
  const found = scenarios.get(values.scenario);
  if (!found) throw new OperatorError(`no scenario is called ${values.scenario}`, `take one of ${[...scenarios.keys()].join(', ')}`);
  const level = LEVELS.find((known) => known === values.level);
  if (!level) throw new OperatorError(`--level ${values.level} is not known`, `take one of ${LEVELS.join(', ')}`);
  const { scenario, rounds: usual } = withSettings(found, values.set);
  const matches = count(values.matches, 'matches', 10, 1_000_000);
  const seed = count(values.seed, 'seed', 1, 0x7fffffff - matches);
  const rounds = count(values.rounds, 'rounds', usual, MOST_ROUNDS);
  const jobs = count(values.jobs, 'jobs', availableParallelism(), 256);
  const plan = { scenario, level, rounds, tempers: readTempers(scenario, values.bots), ...readFixes(scenario, level, values.fix), assurance: ASSURANCE };

  const pool = new Pool(jobs);
  const bar = progress(matches, scenario.id);
  const began = performance.now();
  try {
    const batch = await pool.run(plan, { seed, matches }, bar.tick);
    const seconds = (performance.now() - began) / 1000;
    bar.end();
    const summary = summaryOf(scenario, batch, { seed, level, rounds, bots: values.bots, set: values.set, fix: values.fix, secondsTotal: Math.round(seconds * 1000) / 1000, matchesPerSecond: Math.round((matches / seconds) * 100) / 100 });
    process.stdout.write(values.json ? `${JSON.stringify(summary)}\n` : table(summary));
  } finally {
    await pool.close();
  }
  return 0;
}
