/** `concert simulate`: plays matches of bots without a network and prints what came of them (contracts: toolbox). */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { playMatch } from '@concert/shared/bots/index';
import type { Level } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';
import { loadScenarios } from '../../src/scenarios.ts';
import { OperatorError } from '../../src/operatorError.ts';
import { readTempers } from './botSpec.ts';
import { summaryOf, rowOf, type Row, type Summary } from './outcomes.ts';
import { withSettings } from './settings.ts';

const LEVELS: readonly Level[] = ['core', 'standard', 'full'];

function count(text: string | undefined, name: string, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new OperatorError(`--${name} ${text} is not a whole number from 1 to ${most}`, 'correct it');
  return value;
}

/** Runs the verb; the two time fields of the answer are the only ones that differ between runs. */
export function simulate(args: string[]): number {
  const { values } = parseArgs({ args, options: {
    scenario: { type: 'string', default: 'six-party' }, matches: { type: 'string' }, seed: { type: 'string' }, bots: { type: 'string', default: 'mixed' },
    set: { type: 'string', multiple: true, default: [] }, level: { type: 'string', default: 'core' }, rounds: { type: 'string' }, json: { type: 'boolean', default: false },
  } });
  const scenarios = loadScenarios();
  const found = scenarios.get(values.scenario);
  if (!found) throw new OperatorError(`no scenario is called ${values.scenario}`, `take one of ${[...scenarios.keys()].join(', ')}`);
  const level = LEVELS.find((known) => known === values.level);
  if (!level) throw new OperatorError(`--level ${values.level} is not known`, `take one of ${LEVELS.join(', ')}`);
  const scenario = withSettings(found, values.set);
  const matches = count(values.matches, 'matches', 10, 1_000_000);
  const seed = count(values.seed, 'seed', 1, 0x7fffffff);
  const rounds = count(values.rounds, 'rounds', scenario.rounds, 20);
  const began = process.hrtime.bigint();
  const rows = playAll(scenario, { matches, seed, rounds, level, bots: values.bots });
  const secondsTotal = Number(process.hrtime.bigint() - began) / 1e9;
  const summary = summaryOf(scenario, rows, { seed, secondsTotal: Math.round(secondsTotal * 1000) / 1000, matchesPerSecond: Math.round((matches / secondsTotal) * 100) / 100 });
  process.stdout.write(values.json ? `${JSON.stringify(summary)}\n` : table(summary));
  return 0;
}

interface Run { readonly matches: number; readonly seed: number; readonly rounds: number; readonly level: Level; readonly bots: string }

function playAll(scenario: Scenario, { matches, seed, rounds, level, bots }: Run): Row[] {
  const tempers = readTempers(scenario, bots);
  const rows: Row[] = [];
  for (let i = 0; i < matches; i += 1) {
    rows.push(rowOf(seed + i, playMatch(scenario, { seed: seed + i, rounds, level, tempers })));
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1}/${matches}`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  return rows;
}

/** The same figures for a reader. */
function table(s: Summary): string {
  const share = (n: number): string => `${Math.round((100 * n) / s.matches)} %`;
  const lines = [
    `${s.scenario}: ${s.matches} matches from seed ${s.seed}, ${s.matchesPerSecond} a second`,
    '', ...Object.entries(s.outcomes).map(([tier, n]) => `${tier.padEnd(13)}${String(n).padStart(6)}  ${share(n)}`),
    '', `${'seat'.padEnd(8)}${'mean'.padStart(7)}${'sd'.padStart(7)}${'beat par'.padStart(10)}`,
    ...Object.entries(s.seats).map(([seat, f]) => `${seat.padEnd(8)}${f.mean.toFixed(1).padStart(7)}${f.sd.toFixed(1).padStart(7)}${`${Math.round(100 * f.beatPar)} %`.padStart(10)}`),
    '', ...Object.entries(s.indicators).map(([name, value]) => `${name.padEnd(16)}${value.toFixed(2).padStart(8)}`),
  ];
  return `${lines.join('\n')}\n`;
}
