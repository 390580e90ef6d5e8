/** What a simple model expected of each issue beside what the table did: the difference is what the people at it made. */
import type { SeatId } from '../model/ids.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shareOf, sumOf } from './figures.ts';
import type { FrontierReport } from './frontier/frontier.ts';

export interface IssueForecast {
  readonly category: string;
  /** Each seat's position 0..100: the share of the issue's clauses that serve it; and its salience 0..100: the issue's part of all it has at stake. */
  readonly stands: readonly { readonly seat: SeatId; readonly position: number; readonly salience: number }[];
  /** Percent of the issue's clauses expected and really signed; delta = signed - expected. */
  readonly expected: number; readonly signed: number; readonly delta: number;
}

/** A baseline from elsewhere, percent by category; what it leaves out is forecast here. */
export type Baseline = Readonly<Record<string, number>>;

/** The weighted mean of positions, weighted by influence times salience (the first step of Bueno de Mesquita's model); influence is relative power, for a seat without one that of the weakest power. */
export function forecastOf(scenario: Scenario, { seats, items, signed }: FrontierReport, baseline: Baseline = {}): readonly IssueForecast[] {
  const weakest = Math.min(...scenario.seats.flatMap(({ pow }) => (pow === null ? [] : [pow])));
  const stake = (at: number, category?: string): number => sumOf(items.flatMap((item) => (category === undefined || item.category === category ? [Math.abs(item.net[at] ?? 0)] : [])));
  return [...new Set(items.map(({ category }) => category))].map((category): IssueForecast => {
    const own = items.flatMap((item, i) => (item.category === category ? [{ item, i }] : []));
    const stands = seats.map((seat, at) => ({
      seat, position: 100 * (shareOf(own.filter(({ item }) => (item.net[at] ?? 0) > 0).length, own.length) ?? 0), salience: 100 * (shareOf(stake(at, category), stake(at)) ?? 0),
    }));
    const weight = stands.map(({ salience }, at) => salience * (scenario.seats[at]?.pow ?? (Number.isFinite(weakest) ? weakest : 1)));
    const expected = baseline[category] ?? shareOf(sumOf(stands.map(({ position }, at) => position * (weight[at] ?? 0))), sumOf(weight)) ?? 0;
    const really = 100 * (shareOf(own.filter(({ i }) => signed.chosen.includes(i)).length, own.length) ?? 0);
    return { category, stands, expected, signed: really, delta: really - expected };
  });
}
