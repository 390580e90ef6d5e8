/** What a package is worth to whom: the counting rule of the catalogue, values per seat minus the cost each giver pays (PR-2). */
import type { SeatId } from '../model/ids.ts';
import type { ScenarioProblem } from './load.ts';
import type { ClauseSpec, Scenario } from './schema.ts';

/** Givers when nobody chose yet: where the table may name one of several, the first listed stands for it. */
export const usualGivers = (clause: ClauseSpec): readonly SeatId[] => (clause.giver.mode === 'oneOf' ? clause.giver.seats.slice(0, 1) : clause.giver.seats);

/** Net worth of a set of clauses to one seat if every tranche is performed. */
export const netWorth = (clauses: readonly ClauseSpec[], seat: SeatId): number =>
  clauses.reduce((sum, clause) => sum + (clause.values[seat] ?? 0) - (usualGivers(clause).includes(seat) ? clause.cost : 0), 0);

/** Rows of `packages` whose printed net differs from the clauses' sum. */
export function packageProblems(scenario: Scenario): ScenarioProblem[] {
  return scenario.packages.flatMap((row, i) => {
    const clauses = scenario.clauses.filter((clause) => row.clauses.includes(clause.id));
    return scenario.seats.flatMap((seat): ScenarioProblem[] => {
      const net = netWorth(clauses, seat.id);
      return row.net[seat.id] === net ? [] : [{ path: `$.packages[${i}].net.${seat.id}`, message: `says ${String(row.net[seat.id])}, but its clauses sum to ${net}` }];
    });
  });
}
