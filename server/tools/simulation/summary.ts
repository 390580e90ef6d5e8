/** The summary of simulated matches: outcome counts, scores by seat, means of indicators, usage, and one row a match (contracts: simulate). */
import type { Tier } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';
import type { Batch } from './play.ts';
import type { Row, Usage } from './row.ts';
import { deviation, mean, rounded } from './statistics.ts';

export const TIERS: readonly Tier[] = ['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'];
const MEANS = ['meanCON', 'meanBLOC', 'meanTEN', 'meanD', 'endCON', 'minCON', 'endPRO', 'endINST', 'endVAL', 'maxW', 'tests', 'provocations', 'bothBacked', 'adopted', 'kept', 'breaches', 'suspended', 'wedges', 'notes'] as const;

export interface SeatFigures { readonly mean: number; readonly sd: number; readonly beatPar: number; readonly mandateMet: number; readonly par: number }
export interface Summary {
  readonly scenario: string; readonly matches: number; readonly seed: number; readonly level: string; readonly rounds: number; readonly bots: string;
  readonly set: readonly string[]; readonly fix: readonly string[];
  readonly secondsTotal: number; readonly matchesPerSecond: number;
  readonly outcomes: Readonly<Record<Tier, number>>;
  /** `beatPar` and `mandateMet` are shares of the matches. */
  readonly seats: Readonly<Record<string, SeatFigures>>;
  readonly indicators: Readonly<Record<(typeof MEANS)[number], number>>;
  /** In how many matches each clause, action and event was used; refused acts of bots, by code. */
  readonly usage: Usage;
  readonly series: readonly Row[];
}

export const outcomesOf = (rows: readonly Row[]): Record<Tier, number> =>
  Object.fromEntries(TIERS.map((tier) => [tier, rows.filter((row) => row.outcome === tier).length])) as Record<Tier, number>;

export function seatsOf(scenario: Scenario, rows: readonly Row[]): Record<string, SeatFigures> {
  const share = (hit: (row: Row) => boolean): number => rounded(mean(rows.map((row) => (hit(row) ? 1 : 0))), 4);
  return Object.fromEntries(scenario.seats.map(({ id, par }) => {
    const scores = rows.map((row) => row.scores[id] ?? 0);
    return [id, { mean: rounded(mean(scores)), sd: rounded(deviation(scores)), beatPar: share((row) => row.beatPar.includes(id)), mandateMet: share((row) => row.mandatesMet.includes(id)), par }];
  }));
}

type Heading = Pick<Summary, 'seed' | 'level' | 'rounds' | 'bots' | 'set' | 'fix' | 'secondsTotal' | 'matchesPerSecond'>;
export function summaryOf(scenario: Scenario, { rows, usage }: Batch, heading: Heading): Summary {
  return {
    scenario: scenario.id, matches: rows.length, ...heading,
    outcomes: outcomesOf(rows), seats: seatsOf(scenario, rows),
    indicators: Object.fromEntries(MEANS.map((key) => [key, rounded(mean(rows.map((row) => row[key])))])) as Summary['indicators'],
    usage, series: rows,
  };
}

/** The same figures for a reader. */
export function table(s: Summary): string {
  const share = (n: number): string => `${(100 * n).toFixed(1).padStart(5)} %`;
  const refused = Object.values(s.usage.refused).reduce((all, n) => all + n, 0);
  const lines = [
    `${s.scenario}, level ${s.level}, ${s.rounds} rounds, bots ${s.bots}: ${s.matches} matches from seed ${s.seed}, ${s.matchesPerSecond} a second`,
    ...[...s.set.map((each) => `set ${each}`), ...s.fix.map((each) => `fix ${each}`)],
    '', ...Object.entries(s.outcomes).map(([tier, n]) => `${tier.padEnd(13)}${String(n).padStart(6)} ${share(n / s.matches)}`),
    '', `${'seat'.padEnd(8)}${'mean'.padStart(7)}${'sd'.padStart(7)}${'par'.padStart(5)}${'beat par'.padStart(10)}${'mandate'.padStart(10)}`,
    ...Object.entries(s.seats).map(([seat, f]) => `${seat.padEnd(8)}${f.mean.toFixed(1).padStart(7)}${f.sd.toFixed(1).padStart(7)}${String(f.par).padStart(5)}   ${share(f.beatPar)}   ${share(f.mandateMet)}`),
    '', ...Object.entries(s.indicators).map(([name, value]) => `${name.padEnd(16)}${value.toFixed(2).padStart(8)}`),
    ...(refused > 0 ? ['', `${refused} acts of bots were refused by the rules`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
