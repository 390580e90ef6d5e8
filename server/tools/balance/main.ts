/** `npm run balance`: plays the thesis and the tables of docs/balance.md, keeps the figures, and writes page and pictures from them. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../src/operatorError.ts';
import { loadScenarios } from '../../src/scenarios.ts';
import { Pool } from '../simulation/pool.ts';
import { Lab } from '../thesis/lab.ts';
import { FULL, numberOf, runThesis, SCENARIO, thesisTable } from '../thesis/main.ts';
import { charts } from './charts.ts';
import { figuresOf, type Figures } from './figures.ts';
import { page, type Move } from './page.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const DOCS = path.join(ROOT, 'docs');
const FOLDER = 'balance';

function read<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new OperatorError(`${path.relative(ROOT, file)} cannot be read (${(error as Error).message.split('\n')[0]})`, 'run npm run balance without --page');
  }
}

/** Everything the kept figures give, by path below docs/. */
export function rendered(docs = DOCS): Readonly<Record<string, string>> {
  const figures = read<Figures>(path.join(docs, FOLDER, 'figures.json'));
  const moves = read<Move[]>(path.join(docs, FOLDER, 'moves.json'));
  return { 'balance.md': page(figures, moves), ...Object.fromEntries(Object.entries(charts(figures)).map(([name, svg]) => [`${FOLDER}/${name}`, svg])) };
}

async function play(options: { readonly matches: number; readonly usageMatches: number; readonly jobs: number }): Promise<Figures> {
  const scenario = loadScenarios().get(SCENARIO);
  if (!scenario) throw new OperatorError(`the scenario ${SCENARIO} is not here`, 'restore its file in assets/scenarios');
  const pool = new Pool(options.jobs);
  try {
    const lab = new Lab(scenario, pool, options.matches, options.usageMatches);
    const lines = await runThesis(lab);
    process.stdout.write(thesisTable(lines));
    return await figuresOf(lab, lines, read<{ version: string }>(path.join(ROOT, 'package.json')).version);
  } finally {
    await pool.close();
  }
}

export async function balance(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { page: { type: 'boolean', default: false }, matches: { type: 'string' }, usage: { type: 'string' }, jobs: { type: 'string' } } });
  const folder = path.join(DOCS, FOLDER);
  mkdirSync(folder, { recursive: true });
  if (!values.page) {
    const number = (text: string | undefined, name: string, fallback: number): number => (text === undefined ? fallback : numberOf(text, name));
    const figures = await play({ matches: number(values.matches, 'matches', FULL.matches), usageMatches: number(values.usage, 'usage', FULL.usageMatches), jobs: number(values.jobs, 'jobs', availableParallelism()) });
    writeFileSync(path.join(folder, 'figures.json'), `${JSON.stringify(figures, null, 1)}\n`);
  }
  const files = rendered();
  for (const name of readdirSync(folder)) if (name.endsWith('.svg') && !(`${FOLDER}/${name}` in files)) rmSync(path.join(folder, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(DOCS, name), content);
  process.stdout.write(`docs/balance.md and ${Object.keys(files).length - 1} pictures written\n`);
  return 0;
}
