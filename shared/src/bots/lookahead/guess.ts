/** The scenario as a seat has to imagine it: own worth exact, that of the others at the middle of their five steps (rules VI). */
import type { SeatId } from '../../model/ids.ts';
import type { View } from '../../model/view.ts';
import type { PublicScenario } from '../../scenario/public.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { atlasOf } from '../atlas.ts';

/** What each of the five steps stands for. */
const STEP_WORTH: readonly number[] = [-6, -3, 0, 4, 7];
/** SC-2: what a net clause value of 10 is worth, where it was never seen. */
const USUAL_WEIGHT = 5;
const PROLIFERATOR_WEIGHT = 11;
const USUAL_MIN_NET = 3;

/** SC-2: the own weight, which the seat's own account names once it holds something. */
export function ownWeight(view: View): number | null {
  const weight = view.me?.nTerms.find((term) => term.code === 'score.clauses')?.params?.['weight'];
  return typeof weight === 'number' ? weight : null;
}

export function imaginedScenario(scenario: PublicScenario, view: View, seat: SeatId): Scenario {
  const { guessedCost } = atlasOf(scenario);
  return {
    ...scenario,
    seats: scenario.seats.map((each) => ({
      ...each, minNet: USUAL_MIN_NET, mandates: scenario.mandates.filter((mandate) => mandate.seat === each.id).map((mandate) => mandate.id),
      k: (each.id === seat ? ownWeight(view) : null) ?? (each.id === scenario.proliferator ? PROLIFERATOR_WEIGHT : USUAL_WEIGHT),
    })),
    clauses: scenario.clauses.map((clause, i) => {
      const worth = view.worth[clause.id];
      const values = Object.fromEntries(scenario.seats.map(({ id }) => [id, id === seat ? (worth?.own ?? 0) : (STEP_WORTH[(worth?.steps[id] ?? 0) + 2] ?? 0)]));
      return { ...clause, values, cost: worth?.cost ?? Math.min(10, Math.round(guessedCost[i] ?? 3)) };
    }),
    actions: [...scenario.actions], events: [], packages: scenario.packages.map(({ id, clauses }) => ({ id, clauses: [...clauses], net: {} })),
  };
}
