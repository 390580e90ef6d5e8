/** What each gauge shows: value, scale, marks and the move since the last round. Pure, from the view alone. */
import type { IndicatorKey, Term, View } from '@concert/shared';

export interface GaugeModel {
  readonly key: IndicatorKey;
  /** Null where the viewer knows a band only. */
  readonly value: number | null; readonly band: string | null;
  readonly low: number; readonly high: number; readonly marks: readonly number[];
  readonly trend: number | null; readonly terms: readonly Term[];
  /** Values at the end of each round so far, then now; empty where only a band is known. */
  readonly series: readonly number[];
  /** Rungs nobody but their holder can tell apart. */
  readonly range: readonly [number, number] | null;
  /** Rounds run toward the next rung, where the viewer may know. */
  readonly clock: { readonly run: number; readonly every: number } | null;
  /** High is dangerous, low is dangerous, or neither. */
  readonly sense: 'bad' | 'good' | 'plain';
}

const floorHalf = (value: number): number => Math.floor(value / 2);

/** `every` is the scenario's number of rounds to a rung. */
export function gaugeModels(view: View, every = 0): GaugeModel[] {
  const { gauges, history, table } = view;
  const { values, terms } = gauges;
  const before = history[String(table.round - 1)] ?? null;
  const rounds = Object.values(history).sort((a, b) => a.round - b.round);
  const plain = (key: Exclude<IndicatorKey, 'PRO' | 'CM'>, high: number, sense: GaugeModel['sense'], marks: readonly number[] = []): GaugeModel => ({
    key, value: values[key], band: null, low: 0, high, marks, sense, terms: terms[key] ?? [], trend: before ? values[key] - before.indicators[key] : null,
    series: [...rounds.map((round) => round.indicators[key]), values[key]], range: null, clock: null,
  });
  const war: GaugeModel = {
    ...plain('W', gauges.war, 'bad', [gauges.brink]),
    terms: [{ code: 'war.tension', value: values.TEN }, { code: 'war.blocs', value: floorHalf(values.BLOC) }, { code: 'war.consensus', value: -floorHalf(values.CON) }],
  };
  const { low, high, exact } = gauges.pro;
  const ladder: GaugeModel = {
    key: 'PRO', value: exact, band: exact === null ? `${low}–${high}` : null, low: 0, high: 10, marks: [], sense: 'bad', range: [low, high], clock: gauges.proClock === null || every === 0 ? null : { run: gauges.proClock, every },
    series: [...rounds.map((round) => round.pro.exact ?? round.pro.low), exact ?? low],
    terms: terms.PRO ?? [], trend: before && exact !== null && before.pro.exact !== null ? exact - before.pro.exact : null,
  };
  return [war, plain('CON', 100, 'good', [30, 45, 65]), plain('TEN', 100, 'bad'), plain('BLOC', 100, 'bad', [60, 75, 85]), plain('D', 100, 'bad'), ladder, plain('VAL', 100, 'good'), plain('INST', 5, 'good'), plain('V', 3, 'good')];
}
