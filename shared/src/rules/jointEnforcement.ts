/** CO-13: an undertaking to enforce together bars its givers from looking away for some rounds after a provocation or a found breach. */
import type { ClauseId, SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { inForce } from './ledger.ts';

/** Rounds since the proliferator last provoked a crisis or was found to break its word; Infinity when it never did. */
function sinceOffence(scenario: Scenario, state: MatchState): number {
  const seat = scenario.proliferator;
  const provoked = state.history.findLast((record) => record.sides?.provoker === seat)?.round;
  const broke = Math.max(-Infinity, ...state.commitments.flatMap((c) => (c.giver === seat && c.brokenAt !== undefined ? [c.brokenAt] : [])));
  return state.round - Math.max(provoked ?? -Infinity, broke);
}

/** AC-11: whether such a bar stands against anybody now, so that a veto would have something to void. */
export const barsAnybody = (scenario: Scenario, state: MatchState): boolean => scenario.seats.some(({ id }) => leakBarred(scenario, state, id) !== null);

/** The clause that makes a leak of this seat illegal now, or null. */
export function leakBarred(scenario: Scenario, state: MatchState, seat: SeatId): ClauseId | null {
  if (scenario.proliferator === null) return null;
  const clause = scenario.clauses.find((spec) => spec.effect.barsLeaks !== undefined && inForce(state, spec.id).some((c) => c.giver === seat && c.state !== 'superseded') && sinceOffence(scenario, state) <= spec.effect.barsLeaks);
  return clause?.id ?? null;
}
