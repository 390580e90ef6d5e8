/** M08 and M09: what relative power allows: force alone at half the price, and cheaper joint acts between near equals. */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { allows } from './level.ts';

/** M09, AC-6: from here the leading power needs the others. */
const NEAR_EQUAL = 10;
/** M08: so far ahead a power may act alone. */
const FAR_AHEAD = 15;

interface Share { readonly seat: SeatId; readonly pow: number }
/** Asked for every act of every menu, and the same for as long as no seat changes. */
const known = new WeakMap<MatchState['seats'], readonly Share[]>();
function shares({ seats }: MatchState): readonly Share[] {
  let found = known.get(seats);
  if (!found) known.set(seats, (found = Object.entries(seats).flatMap(([seat, { pow }]) => (pow === null ? [] : [{ seat, pow }])).sort((a, b) => b.pow - a.pow)));
  return found;
}

/** Lead of the strongest power over the next. */
export function topGap(state: MatchState): number {
  const [first, second] = shares(state);
  return first && second ? first.pow - second.pow : 0;
}

/** M09: joint acts cost one AP less while the powers are near equals. */
export const jointDiscount = (scenario: Scenario, state: MatchState): number => (allows(scenario, state, 'M09') && topGap(state) <= NEAR_EQUAL ? 1 : 0);

/** M08, AC-8: whether this seat is so far ahead that it may use force alone; only in scenarios with that flag. */
export const mayActAlone = (scenario: Scenario, state: MatchState, seat: SeatId): boolean =>
  scenario.force === true && allows(scenario, state, 'M08') && shares(state)[0]?.seat === seat && topGap(state) >= FAR_AHEAD;
