/** M08 and M09: what relative power allows: force alone at half the price, and cheaper joint acts between near equals. */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { allows } from './level.ts';

/** M09, AC-6: from here the leading power needs the others. */
const NEAR_EQUAL = 10;
/** M08: so far ahead a power may act alone. */
const FAR_AHEAD = 15;

/** The strongest power and its lead over the next; asked for every act of every menu. */
function leader({ seats }: MatchState): { readonly seat: SeatId | null; readonly lead: number } {
  let [seat, first, second]: [SeatId | null, number, number] = [null, -1, -1];
  for (const id in seats) {
    const pow = seats[id]?.pow ?? -1;
    if (pow > first) [seat, first, second] = [id, pow, first];
    else if (pow > second) second = pow;
  }
  return { seat, lead: second < 0 ? 0 : first - second };
}

/** Lead of the strongest power over the next. */
export const topGap = (state: MatchState): number => leader(state).lead;

/** M09: joint acts cost one AP less while the powers are near equals. */
export const jointDiscount = (scenario: Scenario, state: MatchState): number => (allows(scenario, state, 'M09') && topGap(state) <= NEAR_EQUAL ? 1 : 0);

/** M08, AC-8: whether this seat is so far ahead that it may use force alone; only in scenarios with that flag. */
export const mayActAlone = (scenario: Scenario, state: MatchState, seat: SeatId): boolean =>
  scenario.force === true && allows(scenario, state, 'M08') && leader(state).seat === seat && topGap(state) >= FAR_AHEAD;
