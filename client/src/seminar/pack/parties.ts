/** Who may stand on either side of a clause, from the seats of its public data. */
import type { PublicScenario } from '@concert/shared';

export type PublicClause = PublicScenario['clauses'][number];

/** Clauses a seat can promise, and clauses others can promise it; what all give each other counts as giving only. */
export const gives = (clause: PublicClause, seat: string): boolean => clause.giver.mode === 'all' || clause.giver.seats.includes(seat);
export const receives = (clause: PublicClause, seat: string): boolean => !gives(clause, seat) && (clause.receiver.mode === 'all' || clause.receiver.seats.includes(seat));

/** The names on one side: seats joined as the language joins them, alternatives by its word for "or". */
export function sideWords(side: PublicClause['giver'], language: string, name: (seat: string) => string): string {
  return new Intl.ListFormat(language, { type: side.mode === 'oneOf' ? 'disjunction' : 'conjunction' }).format(side.seats.map(name));
}

const LEVELS = ['core', 'standard', 'full'];
/** Whether something of one rule level is played at another. */
export const playedAt = (level: string, of: string): boolean => LEVELS.indexOf(of) <= LEVELS.indexOf(level);
