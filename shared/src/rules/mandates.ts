/** SE-7, SC-4: secret mandates as predicates over the final state and the ledger. */
import type { ClauseId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { MandateTest, Scenario } from '../scenario/schema.ts';
import { isInForce, performedTranches } from './ledger.ts';

/** EV-11: so many lines make a text a package. */
const PACKAGE_LINES = 3;

/** Whether the seat's mandate is fulfilled; null for a seat that holds none. War voids all, which is the score's business. */
export function mandateMet(scenario: Scenario, state: MatchState, seat: SeatId): boolean | null {
  const held = state.seats[seat]?.mandate ?? null;
  const mandate = scenario.mandates.find((each) => each.id === held);
  return mandate ? holds(scenario, state, mandate.test) : null;
}

/** One predicate over a match as it stands. */
export function holds(scenario: Scenario, state: MatchState, test: MandateTest): boolean {
  switch (test.is) {
    case 'all': return test.of.every((part) => holds(scenario, state, part));
    case 'any': return test.of.some((part) => holds(scenario, state, part));
    case 'not': return !holds(scenario, state, test.of);
    case 'performed': return performedTranches(state, test.clause, test.giver) >= (test.tranches ?? wholeOf(scenario, test.clause));
    case 'inForce': return isInForce(state, test.clause);
    case 'adoptedWritten': return all(state).some((commitment) => commitment.clause === test.clause && commitment.mode === 'WRITTEN');
    case 'notBefore': return notBefore(scenario, state, test);
    case 'packageBy': return packageBy(scenario, state, test.category, test.round);
    case 'usedAction': return (state.seats[test.seat]?.used[test.action] ?? 0) > 0;
    case 'tensionBelow': return state.history.every((round) => round.indicators.TEN < test.value);
    case 'proNeverBelowStart': return [...state.history.map((round) => round.indicators.PRO), state.indicators.PRO].every((rung) => rung >= scenario.indicators.PRO);
    case 'suspendedAtMost': return Math.max(state.talks.longestSuspension, state.talks.suspendedRounds) <= test.rounds;
    case 'consentedAlways': return consented(scenario, state, test.seat);
    default: return test satisfies never;
  }
}

const all = (state: MatchState): readonly Commitment[] => state.commitments;

/** Tranches that make a clause performed; a continuing clause counts from its first. */
function wholeOf(scenario: Scenario, clause: ClauseId): number {
  const spec = scenario.clauses.find((each) => each.id === clause);
  return spec === undefined || spec.when === 'C' ? 1 : spec.tranches;
}

const performedRounds = (commitment: Commitment): number[] => commitment.tranches.flatMap((tranche) => (tranche.state === 'performed' && tranche.performedAt !== null ? [tranche.performedAt] : []));

/** The first clause (or category) was not performed in a round before the other was adopted in writing, or performed. */
function notBefore(scenario: Scenario, state: MatchState, test: Extract<MandateTest, { is: 'notBefore' }>): boolean {
  const isFirst = (clause: ClauseId): boolean => clause === test.first || scenario.clauses.some((spec) => spec.id === clause && spec.category === test.first);
  const firsts = all(state).filter((commitment) => isFirst(commitment.clause) && (test.giver === undefined || commitment.giver === test.giver)).flatMap(performedRounds);
  const others = all(state).filter((commitment) => commitment.clause === test.clause)
    .flatMap((commitment) => (test.event === 'performed' ? performedRounds(commitment) : commitment.mode === 'WRITTEN' ? [commitment.adoptedAt] : []));
  return firsts.length === 0 || (others.length > 0 && Math.min(...others) <= Math.min(...firsts));
}

/** EV-11: an adopted plenary text of three or more lines with one of this category. */
function packageBy(scenario: Scenario, state: MatchState, category: string, round: number): boolean {
  const inCategory = (clause: ClauseId): boolean => scenario.clauses.some((spec) => spec.id === clause && spec.category === category);
  return state.proposals.some((proposal) =>
    proposal.status === 'adopted' && proposal.scope === 'plenary' && proposal.round <= round && proposal.lines.length >= PACKAGE_LINES && proposal.lines.some((line) => inCategory(line.clause)));
}

/** M21: no adopted line about Korea went over this seat's head. */
function consented(scenario: Scenario, state: MatchState, seat: SeatId): boolean {
  const about = (clause: ClauseId): boolean => scenario.clauses.some((spec) => spec.id === clause && spec.aboutKorea);
  return state.proposals.every((proposal) =>
    proposal.status !== 'adopted' || !proposal.lines.some((line) => about(line.clause)) || proposal.parties.includes(seat) || proposal.signed.includes(seat));
}
