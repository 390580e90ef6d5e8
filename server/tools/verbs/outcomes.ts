/** Figures of played matches: one row a match, and the summary of all rows. */
import type { Played } from '@concert/shared/bots/index';
import type { Tier } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';

export interface Row {
  readonly seed: number; readonly outcome: Tier; readonly rounds: number;
  readonly meanCON: number; readonly endCON: number; readonly minCON: number; readonly endPRO: number; readonly maxW: number;
  readonly tests: number; readonly provocations: number; readonly bothBacked: number; readonly breaches: number;
  /** Tranches truly performed, and texts adopted. */
  readonly kept: number; readonly adopted: number; readonly suspended: number; readonly wedges: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly tempers: Readonly<Record<string, string>>;
  readonly meanBLOC: number; readonly meanTEN: number; readonly endINST: number;
  readonly beatPar: readonly string[];
}
export interface Summary {
  readonly scenario: string; readonly matches: number; readonly seed: number; readonly secondsTotal: number; readonly matchesPerSecond: number;
  readonly outcomes: Readonly<Record<Tier, number>>;
  readonly seats: Readonly<Record<string, { readonly mean: number; readonly sd: number; readonly beatPar: number }>>;
  readonly indicators: Readonly<Record<string, number>>;
  readonly series: readonly Row[];
}

const TIERS: readonly Tier[] = ['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'];
const round2 = (value: number): number => Math.round(value * 100) / 100;
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** One played match as a row. */
export function rowOf(seed: number, { state, events, tempers }: Played): Row {
  const records = state.history;
  const of = (key: 'CON' | 'TEN' | 'BLOC' | 'W'): number[] => records.map((record) => record.indicators[key]);
  let bothBacked = 0;
  let crisis: { provokerPatrons: readonly string[]; victimPatrons: readonly string[] } | null = null;
  for (const event of events) {
    if (event.type === 'crisisOpened') crisis = event.crisis;
    if (event.type === 'sidesRevealed' && crisis) {
      const backs = (seats: readonly string[]): boolean => seats.some((seat) => event.picks[seat] === 'back');
      if (backs(crisis.provokerPatrons) && backs(crisis.victimPatrons)) bothBacked += 1;
    }
  }
  const commitments = Object.values(state.commitments);
  return {
    seed, outcome: state.ending?.tier ?? 'stalemate', rounds: state.round,
    meanCON: round2(mean(of('CON'))), endCON: state.indicators.CON, minCON: Math.min(...of('CON')), endPRO: state.indicators.PRO, maxW: Math.max(...of('W')),
    tests: state.tests, provocations: events.filter((event) => event.type === 'crisisOpened').length, bothBacked,
    breaches: commitments.filter((c) => c.state === 'breached').length,
    kept: commitments.reduce((sum, c) => sum + c.tranches.filter((tranche) => tranche.state === 'performed').length, 0),
    adopted: events.filter((event) => event.type === 'proposalAdopted').length,
    suspended: records.filter((_, i) => state.talks.longestSuspension > i).length, wedges: 0,
    scores: Object.fromEntries((state.ending?.scores ?? []).map((score) => [score.seat, score.score])), tempers,
    meanBLOC: round2(mean(of('BLOC'))), meanTEN: round2(mean(of('TEN'))), endINST: state.indicators.INST,
    beatPar: (state.ending?.scores ?? []).filter((score) => score.beatPar).map((score) => score.seat),
  };
}

/** The summary of contracts: outcome counts, scores by seat, means of indicators, and the rows. */
export function summaryOf(scenario: Scenario, rows: readonly Row[], run: { readonly seed: number; readonly secondsTotal: number; readonly matchesPerSecond: number }): Summary {
  const seats = Object.fromEntries(scenario.seats.map(({ id }) => {
    const scores = rows.map((row) => row.scores[id] ?? 0);
    const middle = mean(scores);
    const sd = Math.sqrt(mean(scores.map((score) => (score - middle) ** 2)));
    return [id, { mean: round2(middle), sd: round2(sd), beatPar: round2(mean(rows.map((row) => (row.beatPar.includes(id) ? 1 : 0)))) }];
  }));
  const all = (key: 'meanCON' | 'meanBLOC' | 'meanTEN' | 'endCON' | 'endPRO' | 'endINST' | 'maxW' | 'tests' | 'provocations' | 'adopted' | 'kept' | 'breaches'): number => round2(mean(rows.map((row) => row[key])));
  return {
    scenario: scenario.id, matches: rows.length, ...run,
    outcomes: Object.fromEntries(TIERS.map((tier) => [tier, rows.filter((row) => row.outcome === tier).length])) as Record<Tier, number>,
    seats,
    indicators: { meanCON: all('meanCON'), meanBLOC: all('meanBLOC'), meanTEN: all('meanTEN'), endCON: all('endCON'), endPRO: all('endPRO'), endINST: all('endINST'), maxW: all('maxW'), tests: all('tests'), provocations: all('provocations'), adopted: all('adopted'), kept: all('kept'), breaches: all('breaches') },
    series: rows,
  };
}
