/** What people said before the reveal, by seat: four factors of subjective value, trust given and received, and the word they thought was kept beside the word that was. */
import type { SeatId } from '../model/ids.ts';
import { correlationOf, meanOf } from './figures.ts';
import type { PromiseReport } from './promises.ts';
import type { SurplusReport } from './surplus.ts';

/** The answers of one person: factors 1..7, ratings of other seats 0..10 (protocol/seminar). */
export interface Answer { readonly seat: SeatId; readonly survey: { readonly outcome: number; readonly self: number; readonly process: number; readonly relationship: number; readonly trust: Readonly<Record<SeatId, number>>; readonly kept: Readonly<Record<SeatId, number>> } }
export const FACTORS = ['outcome', 'self', 'process', 'relationship'] as const;
export type Factor = (typeof FACTORS)[number];

export interface SeatSurvey {
  readonly seat: SeatId; readonly answers: number;
  readonly factors: Readonly<Record<Factor, number | null>>;
  /** Mean of the four. */
  readonly subjective: number | null;
  readonly trustGiven: number | null; readonly trustReceived: number | null;
  /** 0..10: how far others thought it kept its word, how far it did; positive `reputation` = thought better than it was. */
  readonly thought: number | null; readonly really: number | null; readonly reputation: number | null;
  /** Mean absolute error of this seat's own judgement of the others. */
  readonly error: number | null;
}
export interface SurveyReport {
  readonly seats: readonly SeatSurvey[];
  /** Directed ratings 0..10, mean of the people of a seat. */
  readonly trust: readonly { readonly from: SeatId; readonly to: SeatId; readonly rating: number }[];
  /** Both ways of each pair: correlation, and the pair that trusts each other most unequally. */
  readonly mutual: number | null;
  readonly leastTrusted: { readonly from: SeatId; readonly to: SeatId; readonly rating: number } | null;
  readonly bestJudge: SeatId | null;
  /** Subjective value with the surplus that was really had, over seats. */
  readonly withSurplus: number | null;
}

export function surveyOf(seats: readonly SeatId[], answers: readonly Answer[], promises: PromiseReport, surplus: SurplusReport): SurveyReport {
  const by = (seat: SeatId): Answer['survey'][] => answers.filter((answer) => answer.seat === seat).map(({ survey }) => survey);
  const rating = (kind: 'trust' | 'kept', from: SeatId, to: SeatId): number | null => meanOf(by(from).flatMap((survey) => survey[kind][to] ?? []));
  const trust = seats.flatMap((from) => seats.flatMap((to) => { const given = from === to ? null : rating('trust', from, to); return given === null ? [] : [{ from, to, rating: given }]; }));
  const toward = (kind: 'trust' | 'kept', to: SeatId): number | null => meanOf(seats.flatMap((from) => (from === to ? [] : rating(kind, from, to) ?? [])));
  const kept = (seat: SeatId): number | null => { const rate = promises.bySeat.find((each) => each.seat === seat)?.rate ?? null; return rate === null ? null : 10 * rate; };
  const rows = seats.map((seat): SeatSurvey => {
    const own = by(seat);
    const factors = Object.fromEntries(FACTORS.map((factor) => [factor, meanOf(own.map((survey) => survey[factor]))])) as Record<Factor, number | null>;
    const [thought, really] = [toward('kept', seat), kept(seat)];
    const errors = seats.flatMap((other) => { const [guess, truth] = [other === seat ? null : rating('kept', seat, other), kept(other)]; return guess === null || truth === null ? [] : [Math.abs(guess - truth)]; });
    return {
      seat, answers: own.length, factors, subjective: meanOf(FACTORS.flatMap((factor) => factors[factor] ?? [])),
      trustGiven: meanOf(trust.filter(({ from }) => from === seat).map((each) => each.rating)), trustReceived: toward('trust', seat),
      thought, really, reputation: thought === null || really === null ? null : thought - really, error: meanOf(errors),
    };
  });
  const both = trust.flatMap(({ from, to, rating: given }): [number, number][] => { const back = seats.indexOf(from) < seats.indexOf(to) ? trust.find((each) => each.from === to && each.to === from) : undefined; return back ? [[given, back.rating]] : []; });
  return {
    seats: rows, trust, mutual: correlationOf(both),
    leastTrusted: trust.reduce<SurveyReport['leastTrusted']>((least, each) => (least === null || each.rating < least.rating ? each : least), null),
    bestJudge: rows.filter(({ error }) => error !== null).reduce<SeatSurvey | null>((best, each) => (best === null || (each.error ?? 0) < (best.error ?? 0) ? each : best), null)?.seat ?? null,
    withSurplus: correlationOf(rows.flatMap(({ seat, subjective }): [number, number][] => { const own = surplus.seats.find((each) => each.seat === seat); return subjective === null || !own ? [] : [[own.kept, subjective]]; })),
  };
}
