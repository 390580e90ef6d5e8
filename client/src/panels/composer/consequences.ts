/** What signing a text would set in motion beyond its worth: who is passed over, what must pass at home, which principles and institutions it carries (M01, M17, M21, M22). */
import type { ClauseId, LineDraft, MeSlice, PublicScenario, SeatId } from '@concert/shared';

export type Consequence =
  | { readonly kind: 'over'; readonly seat: SeatId }
  | { readonly kind: 'ratify' }
  | { readonly kind: 'principle'; readonly clause: ClauseId; readonly value: number }
  | { readonly kind: 'institution'; readonly clause: ClauseId }
  | { readonly kind: 'vague' } | { readonly kind: 'sideLetter' };
/** DS-3: support from which a signature binds at once. */
const STRONG_FROM = 30;

export function consequencesOf(lines: readonly LineDraft[], scenario: PublicScenario, me: Pick<MeSlice, 'seat' | 'ds'> | null, plays: (mechanism: string) => boolean): Consequence[] {
  const specs = new Map(scenario.clauses.map((clause) => [clause.id, clause]));
  const parties = new Set(lines.flatMap((line) => [...line.givers, ...line.receivers, ...(specs.get(line.clause)?.needsSigners ?? [])]));
  const secret = lines.some((line) => line.options?.sideLetter);
  const regional = lines.some((line) => specs.get(line.clause)?.aboutKorea) && !secret;
  const clauses = [...new Set(lines.map((line) => line.clause))];
  return [
    ...(plays('M21') && regional ? scenario.seats.filter((seat) => seat.kind === 'regional' && !parties.has(seat.id)).map(({ id }): Consequence => ({ kind: 'over', seat: id })) : []),
    ...(plays('M22') && me && me.ds < STRONG_FROM && lines.some((line) => line.givers.includes(me.seat)) ? [{ kind: 'ratify' } as const] : []),
    ...(plays('M01') ? clauses.flatMap((clause): Consequence[] => { const value = specs.get(clause)?.effect.val; return value ? [{ kind: 'principle', clause, value }] : []; }) : []),
    ...clauses.flatMap((clause): Consequence[] => (specs.get(clause)?.effect.institution ? [{ kind: 'institution', clause }] : [])),
    ...(lines.some((line) => line.options?.vague) ? [{ kind: 'vague' } as const] : []),
    ...(secret ? [{ kind: 'sideLetter' } as const] : []),
  ];
}
