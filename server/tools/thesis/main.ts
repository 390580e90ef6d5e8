/** `npm run thesis`: plays the experiments of the essay's claims and prints what was asked, what came out, and whether that is enough. */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../src/operatorError.ts';
import { loadScenarios } from '../../src/scenarios.ts';
import { Pool } from '../simulation/pool.ts';
import { t1, t2, t3, t4, t5 } from './concertAndWar.ts';
import { t6, t7, t8 } from './dangerAndTrust.ts';
import { t10, t11, t9 } from './fairnessAndHistory.ts';
import { Lab, SEED, type Experiments } from './lab.ts';
import type { Line } from './line.ts';

export const SCENARIO = 'six-party';
export const LINES: Readonly<Record<string, (lab: Experiments) => Promise<Line[]>>> = { T1: t1, T2: t2, T3: t3, T4: t4, T5: t5, T6: t6, T7: t7, T8: t8, T9: t9, T10: t10, T11: t11 };
/** Matches of every arm, and of the one that looks for what is never used. */
export const FULL = { matches: 1000, usageMatches: 10_000 };
const QUICK = { matches: 60, usageMatches: 200 };

/** A count given on the command line. */
export function numberOf(text: string, name: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 1_000_000) throw new OperatorError(`--${name} ${text} is not a whole number from 1 to 1000000`, 'correct it');
  return value;
}

/** The lines asked for, in their order. */
export async function runThesis(lab: Experiments, only: readonly string[] = []): Promise<Line[]> {
  const unknown = only.find((id) => !(id in LINES));
  if (unknown !== undefined) throw new OperatorError(`--only ${unknown} is no line of the thesis`, `take one of ${Object.keys(LINES).join(', ')}`);
  const lines: Line[] = [];
  for (const [id, line] of Object.entries(LINES)) if (only.length === 0 || only.includes(id)) lines.push(...await line(lab));
  return lines;
}

/** One block a line: verdict, measure, target, measured. */
export function thesisTable(lines: readonly Line[]): string {
  const claims = new Map<string, Line[]>();
  for (const line of lines) claims.set(line.claim, [...(claims.get(line.claim) ?? []), line]);
  const blocks = [...claims].map(([claim, own]) => [
    `${own[0]?.id.replace(/[a-z]$/, '') ?? ''} ${claim}`,
    ...own.map((line) => `  ${line.pass ? 'pass      ' : 'fall short'}  ${line.id.padEnd(5)} ${line.measure}: ${line.measured}; target ${line.target}`),
  ].join('\n'));
  const passed = lines.filter((line) => line.pass).length;
  return `${blocks.join('\n')}\n\n${passed} of ${lines.length} lines pass\n`;
}

export async function thesis(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: {
    quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] },
    matches: { type: 'string' }, usage: { type: 'string' }, jobs: { type: 'string' },
  } });
  const size = values.quick ? QUICK : FULL;
  const scenario = loadScenarios().get(SCENARIO);
  if (!scenario) throw new OperatorError(`the scenario ${SCENARIO} is not here`, 'restore its file in assets/scenarios');
  const pool = new Pool(values.jobs === undefined ? availableParallelism() : numberOf(values.jobs, 'jobs'));
  const lab = new Lab(scenario, pool, values.matches === undefined ? size.matches : numberOf(values.matches, 'matches'), values.usage === undefined ? size.usageMatches : numberOf(values.usage, 'usage'));
  try {
    const lines = await runThesis(lab, values.only.flatMap((each) => each.split(',')));
    const { matches, seconds } = lab.speed;
    if (matches > 0) process.stderr.write(`${matches} matches in ${seconds.toFixed(0)} s: ${(matches / seconds).toFixed(0)} a second\n`);
    process.stdout.write(values.json ? `${JSON.stringify({ scenario: scenario.id, matches: lab.matches, usageMatches: lab.usageMatches, seed: SEED, lines })}\n` : thesisTable(lines));
  } finally {
    await pool.close();
  }
  return 0;
}
