/** The cooperation-conflict curve of every pair: Goldstein values of what one did toward the other, round by round. */
import type { SeatId } from '../model/ids.ts';
import { allPairs } from '../model/pairs.ts';
import { occurrencesOf, type Codebook } from '../recording/coding.ts';
import { correlationOf, meanOf } from './figures.ts';
import { placeOf, type Chronicle, type Place } from './played.ts';

export interface Deed extends Place { readonly from: SeatId; readonly to: SeatId; readonly kind: string; readonly detail: string; readonly code: string; readonly value: number; /** Could everybody know of it when it happened? */ readonly open: boolean }
export interface CoursePoint { readonly round: number; readonly ab: number | null; readonly ba: number | null; readonly both: number | null; readonly deeds: number }
export interface Course {
  readonly a: SeatId; readonly b: SeatId; readonly rounds: readonly CoursePoint[]; readonly deeds: readonly Deed[];
  /** Mean of all coded deeds between the two. */
  readonly mean: number | null;
  /** Lag-1 reciprocity: correlation of what one did in a round with what the other did in the next, both ways pooled. */
  readonly reciprocity: number | null;
}

/** Mean Goldstein value a direction and round, -10..10; null in a round without a coded deed. Means, since values of single events do not add up; statements worth 0 are talk, and would only draw a talkative pair toward the middle. `book` is the CAMEO codebook of the assets. */
export function cooperationOf({ scenario, moments, end }: Chronicle, book: Codebook): readonly Course[] {
  const deeds = moments.flatMap((moment) => occurrencesOf(scenario, book, moment.event, moment.before, moment.after)
    .flatMap(({ kind, from, to, detail, code, seen }): Deed[] => (from !== null && to !== null && code !== null && code.value !== 0 ? [{ ...placeOf(moment), from, to, kind, detail, code: code.local ?? code.code, value: code.value, open: seen === 'all' }] : [])));
  const rounds = Array.from({ length: Math.max(end.round, ...deeds.map(({ round }) => round)) }, (_, i) => i + 1);
  const way = (round: number, from: SeatId, to: SeatId): number | null => meanOf(deeds.filter((deed) => deed.round === round && deed.from === from && deed.to === to).map(({ value }) => value));
  return allPairs(scenario).map(([a, b]): Course => {
    const own = deeds.filter((deed) => (deed.from === a && deed.to === b) || (deed.from === b && deed.to === a));
    const course = rounds.map((round): CoursePoint => {
      const now = own.filter((deed) => deed.round === round);
      return { round, ab: way(round, a, b), ba: way(round, b, a), both: meanOf(now.map(({ value }) => value)), deeds: now.length };
    });
    const answers = course.slice(1).flatMap((now, i) => { const was = course[i]; return [[was?.ab, now.ba], [was?.ba, now.ab]].flatMap(([x, y]): [number, number][] => (typeof x === 'number' && typeof y === 'number' ? [[x, y]] : [])); });
    return { a, b, rounds: course, deeds: own, mean: meanOf(own.map(({ value }) => value)), reciprocity: correlationOf(answers) };
  });
}
