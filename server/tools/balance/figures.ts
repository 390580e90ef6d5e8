/** The figures behind docs/balance.md: the thesis and a few tables of bots, condensed so that page and pictures can be made again without playing. */
import { quantile, rounded } from '../simulation/statistics.ts';
import { outcomesOf, seatsOf, type SeatFigures } from '../simulation/summary.ts';
import type { Row } from '../simulation/row.ts';
import { CONCERT, HAWKS, MIXED } from '../thesis/concertAndWar.ts';
import { HISTORIC } from '../thesis/fairnessAndHistory.ts';
import { commandOf, SEED, type Arm, type Lab } from '../thesis/lab.ts';
import type { Line } from '../thesis/line.ts';

/** Lower quarter, middle, upper quarter. */
export type Quartiles = readonly [number, number, number];
export interface TableFigures {
  readonly name: string; readonly command: string; readonly matches: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seats: Readonly<Record<string, SeatFigures & { readonly quartiles: Quartiles }>>;
  /** By round; matches that were over by then are left out. */
  readonly con: readonly Quartiles[]; readonly war: readonly Quartiles[];
  /** Matches by their peak war index, in steps of `PEAK_STEP` from `PEAK_FROM`. */
  readonly peaks: readonly number[];
  /** Matches by the round of the first test; the last entry had none. */
  readonly firstTests: readonly number[];
}
export interface Figures {
  readonly version: string; readonly scenario: string; readonly scenarioVersion: number; readonly seed: number; readonly matches: number; readonly usageMatches: number; readonly rounds: number;
  readonly lines: readonly Line[];
  readonly tables: readonly TableFigures[];
  /** Mixed matches by mean consensus and peak war index, in steps of FIELD_STEP: [consensus, war, matches]. */
  readonly field: readonly (readonly [number, number, number])[];
  /** Share of the mixed matches at level full in which each was used. */
  readonly usage: { readonly clauses: Readonly<Record<string, number>>; readonly actions: Readonly<Record<string, number>>; readonly events: Readonly<Record<string, number>> };
}

export const PEAK_FROM = -20;
export const PEAK_STEP = 10;
export const PEAK_BINS = 16;
export const FIELD_STEP = 5;

export const TABLES: readonly { readonly name: string; readonly arm: Arm }[] = [
  { name: 'concert', arm: CONCERT }, { name: 'historic', arm: HISTORIC }, { name: 'mixed', arm: MIXED }, { name: 'hawks and a spoiler', arm: HAWKS },
];

const quartiles = (values: readonly number[]): Quartiles => [rounded(quantile(values, 0.25), 1), rounded(quantile(values, 0.5), 1), rounded(quantile(values, 0.75), 1)];
const byRound = (rows: readonly Row[], key: 'con' | 'war', rounds: number): Quartiles[] =>
  Array.from({ length: rounds }, (_, i) => rows.flatMap((row) => row[key][i] ?? [])).filter((values) => values.length > 0).map(quartiles);
const peakBin = (peak: number): number => Math.max(0, Math.min(PEAK_BINS - 1, Math.floor((peak - PEAK_FROM) / PEAK_STEP)));

/** Condenses the rows of one table of bots. */
export function tableFigures(lab: Pick<Lab, 'scenario' | 'matches'>, name: string, arm: Arm, rows: readonly Row[]): TableFigures {
  const { scenario } = lab;
  const seats = seatsOf(scenario, rows);
  return {
    name, command: commandOf(scenario.id, arm, lab.matches), matches: rows.length, outcomes: outcomesOf(rows),
    seats: Object.fromEntries(Object.entries(seats).map(([seat, figures]) => [seat, { ...figures, quartiles: quartiles(rows.map((row) => row.scores[seat] ?? 0)) }])),
    con: byRound(rows, 'con', scenario.rounds), war: byRound(rows, 'war', scenario.rounds),
    peaks: Array.from({ length: PEAK_BINS }, (_, bin) => rows.filter((row) => peakBin(row.maxW) === bin).length),
    firstTests: [...Array.from({ length: scenario.rounds }, (_, i) => rows.filter((row) => row.firstTest === i + 1).length), rows.filter((row) => row.firstTest === null).length],
  };
}

function fieldOf(rows: readonly Row[]): [number, number, number][] {
  const counts = new Map<string, number>();
  const step = (value: number): number => Math.floor(value / FIELD_STEP) * FIELD_STEP;
  for (const row of rows) { const key = `${step(row.meanCON)},${step(row.maxW)}`; counts.set(key, (counts.get(key) ?? 0) + 1); }
  return [...counts].map(([key, count]): [number, number, number] => { const [con = 0, war = 0] = key.split(',').map(Number); return [con, war, count]; }).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Plays what the page shows beside the thesis (most of it is played already) and condenses it all. */
export async function figuresOf(lab: Lab, lines: readonly Line[], version: string): Promise<Figures> {
  const { scenario, matches, usageMatches } = lab;
  const tables: TableFigures[] = [];
  for (const { name, arm } of TABLES) tables.push(tableFigures(lab, name, arm, (await lab.play(arm)).rows));
  const { usage } = await lab.play({ ...MIXED, level: 'full', matches: usageMatches });
  const shares = (ids: readonly string[], counts: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(ids.map((id) => [id, rounded((counts[id] ?? 0) / usageMatches, 4)]));
  return {
    version, scenario: scenario.id, scenarioVersion: scenario.version, seed: SEED, matches, usageMatches, rounds: scenario.rounds, lines, tables,
    field: fieldOf((await lab.play(MIXED)).rows),
    usage: { clauses: shares(scenario.clauses.map((each) => each.id), usage.clauses), actions: shares(scenario.actions.map((each) => each.id), usage.actions), events: shares(scenario.events.filter((each) => each.kind !== 'powerShift').map((each) => each.id), usage.events) },
  };
}
