/** Points of 100 that the desk may begin from: for having taken part, for the survey too, or the score of the seat. The instructor changes them. */
import type { DeskOverview, DeskPerson } from '../overview.ts';

export const RULES = ['part', 'survey', 'score'] as const;
export type Rule = (typeof RULES)[number];

/** Null = nothing is sent: whoever did nothing is not given a zero by a rule. */
export function pointsOf(rule: Rule, person: DeskPerson, overview: DeskOverview): number | null {
  const did = (person.doings?.acts ?? 0) + (person.doings?.messages ?? 0) > 0;
  if (rule === 'part') return did ? 100 : null;
  if (rule === 'survey') return did || person.surveyed ? (did ? 50 : 0) + (person.surveyed ? 50 : 0) : null;
  const score = scoreOf(person, overview)?.score;
  return score === undefined || !did ? null : Math.min(100, Math.max(0, score));
}
export const scoreOf = (person: DeskPerson, overview: DeskOverview): { readonly score: number; readonly par: number } | undefined =>
  (person.seat === null ? undefined : overview.tables.find((table) => table.code === person.table)?.scores[person.seat]);
