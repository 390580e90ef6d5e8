/** Which clauses may be written and between whom: the rules' own menu where we may table now, else what the scenario allows at all. */
import type { LegalClause, LegalSlice, PublicScenario, SeatId } from '@concert/shared';

type Party = PublicScenario['clauses'][number]['giver'];
export type Place = LegalSlice['propose'][number];

/** Whether a place of the menu is the one a draft is meant for. */
export const placeOf = (legal: LegalSlice | null, draft: { readonly scope: string; readonly chairDraft: boolean }): Place | null =>
  legal?.propose.find((place) => place.scope === draft.scope && place.chairDraft === draft.chairDraft) ?? legal?.propose.find((place) => place.scope === draft.scope) ?? null;

function sides(party: Party, giver: readonly SeatId[]): SeatId[][] {
  if (party.mode === 'oneOf') return party.seats.map((seat) => [seat]);
  return [party.seats.filter((seat) => party.mode !== 'others' || !giver.includes(seat))];
}
/** The menu of a clause list when nothing may be tabled yet: a draft can still be prepared. */
export function menuOf(scenario: PublicScenario): LegalClause[] {
  return scenario.clauses.map((clause) => ({
    clause: clause.id, ok: true, why: null,
    givers: sides(clause.giver, []), receivers: sides(clause.receiver, clause.giver.mode === 'oneOf' ? [] : clause.giver.seats),
  }));
}
