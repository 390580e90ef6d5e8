/** SE, CO: promises of earlier years that stand when a match begins: part given and booked, the rest falling due in its rounds. */
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { deniable, tranchesOf } from './adoption.ts';
import { clauseOf, giverSets, receiverSets } from './drafting.ts';
import { isInForce } from './ledger.ts';
import { claimed } from './tranches.ts';

/** Round of everything that happened before the first one. */
const BEFORE = 0;
type Standing = NonNullable<Scenario['standing']>[number];

/** The state with the promises the scenario starts from, and with what they already do to verification (IN-8) and institutions (IS-1). */
export function withStanding(scenario: Scenario, state: MatchState): MatchState {
  if (!scenario.standing?.length) return state;
  const commitments = scenario.standing.flatMap((entry, line) => promised(scenario, state, entry, line));
  const begun: MatchState = { ...state, commitments };
  const inForce = scenario.clauses.filter((clause) => isInForce(begun, clause.id));
  const V = Math.min(3, inForce.reduce((sum, clause) => sum + (clause.effect.v ?? 0), 0));
  const INST = Math.min(5, inForce.filter((clause) => clause.effect.institution === true).length);
  return { ...begun, indicators: { ...state.indicators, V, INST } };
}

function promised(scenario: Scenario, state: MatchState, entry: Standing, line: number): Commitment[] {
  const clause = clauseOf(scenario, entry.clause);
  if (!clause) return [];
  const givers = entry.givers ?? giverSets(scenario, clause)[0] ?? [];
  const receivers = entry.receivers ?? receiverSets(scenario, clause, givers)[0] ?? [];
  const mode = entry.mode ?? 'WRITTEN';
  return givers.map((giver): Commitment => {
    const tranches = begun(scenario, state, clause, giver, givers, entry);
    return {
      id: `before-${entry.clause}-${giver}`, proposal: 'before', line, clause: clause.id, giver, givers, receivers: receivers.filter((seat) => seat !== giver),
      mode, scope: 'plenary', adoptedAt: BEFORE, after: null, state: tranches.every(claimed) ? 'performed' : 'agreed', tranches,
      kept: 0, foundAt: null, freeReversalUntil: null, deniable: deniable(clause, mode),
    };
  });
}

function begun(scenario: Scenario, state: MatchState, clause: ClauseSpec, giver: SeatId, givers: readonly SeatId[], entry: Standing): Tranche[] {
  return tranchesOf(scenario, state, clause, giver, givers, BEFORE).map((tranche): Tranche =>
    tranche.n <= entry.given
      ? { ...tranche, state: 'performed', due: BEFORE, performedAt: BEFORE }
      : { ...tranche, due: (entry.due ?? 1) + tranche.n - entry.given - 1 });
}
