/** EV-1: whether a condition of an event holds, by the state at dawn and what everybody saw of the rounds before. */
import type { ClauseId, SeatId } from '../../model/ids.ts';
import type { MatchState, RoundActs, Tranche } from '../../model/state.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { Scenario, Trigger } from '../../scenario/schema.ts';
import { commitmentsOf, givenTranches, isInForce, owedTranches } from '../ledger.ts';
import { inTheOpen } from '../secrecy.ts';
import { claimed, over } from '../tranches.ts';
import { trustOf } from '../trust.ts';

/** One condition of an event over a match as it stands. Feints count as performed: an event must not betray them. */
export function triggered(scenario: Scenario, state: MatchState, trigger: Trigger): boolean {
  return holds(scenario, inTheOpen(state), trigger);
}

function holds(scenario: Scenario, state: MatchState, trigger: Trigger): boolean {
  switch (trigger.is) {
    case 'all': return trigger.of.every((part) => holds(scenario, state, part));
    case 'any': return trigger.of.some((part) => holds(scenario, state, part));
    case 'not': return !holds(scenario, state, trigger.of);
    case 'indicator': return within(valueOf(state, trigger.key), trigger.atLeast, trigger.atMost);
    case 'pair': return trustOf(scenario, state, ...trigger.pair) < trigger.below;
    case 'support': return (state.seats[trigger.seat]?.ds ?? 100) < trigger.below;
    case 'redLine': return (state.seats[trigger.seat]?.redLine ?? -1) >= trigger.atLeast;
    case 'acted': return acted(state, trigger);
    case 'tabled': return state.proposals.some((p) => p.scope === 'plenary' && p.lines.some((line) => line.clause === trigger.clause)) || commitmentsOf(state, trigger.clause).some((c) => c.tranches.some(claimed));
    case 'inForce': return isInForce(state, trigger.clause);
    case 'performed': return performedSince(scenario, state, trigger.clause) !== null;
    case 'adopted': return commitmentsOf(state, trigger.clause).some((c) => !over(c));
    case 'overdue': return commitmentsOf(state, trigger.clause).some((c) => !over(c) && c.tranches.some((tranche) => overdueBy(state, tranche) >= trigger.rounds));
    case 'performedFor': return state.round - (performedSince(scenario, state, trigger.clause) ?? Infinity) >= trigger.rounds;
    case 'oral': return state.commitments.some((c) => c.mode === 'ORAL' && c.adoptedAt === state.round - 1 && !over(c) && (lookup(scenario).clauses.get(c.clause)?.obs ?? 3) <= trigger.obs);
    case 'packageWithin': return state.proposals.some((p) => p.status === 'adopted' && p.scope === 'plenary' && p.lines.length >= trigger.lines && p.round >= state.round - trigger.rounds && p.round < state.round);
    case 'suspended': return !state.talks.open;
    case 'pressure': return pressed(state, trigger.rounds, trigger.atLeast, trigger.below);
    case 'lostPoints': return pointsLost(state, trigger.seat, trigger.rounds) >= trigger.points;
    case 'gaveClauses': return clausesGiven(state, trigger.seat) >= trigger.count;
    case 'roundAtLeast': return state.round >= trigger.round;
    case 'after': return state.round - (state.events[trigger.event] ?? Infinity) >= trigger.rounds;
    case 'power': return (state.seats[trigger.seat]?.pow ?? 0) - (lookup(scenario).seats.get(trigger.seat)?.pow ?? 0) >= trigger.gained;
    case 'leakCounter': return state.craft.leakCounter >= trigger.atLeast;
    case 'covertBreach': return runningBreach(state) !== undefined && (state.indicators.V >= trigger.v || state.indicators.INST >= trigger.institutions);
    case 'groupMet': return trigger.groups.some(({ chair }) => (state.history.at(-1)?.met?.[chair] ?? 0) >= trigger.meetings);
    case 'force': return state.craft.acquiesced >= trigger.acquiesced;
    default: return trigger satisfies never;
  }
}

const within = (value: number, atLeast = -Infinity, atMost = Infinity): boolean => value >= atLeast && value <= atMost;
const valueOf = (state: MatchState, key: string): number => ({ ...state.indicators } as Readonly<Record<string, number | undefined>>)[key] ?? 0;

/** E32: the covert breach that would come out first. */
export const runningBreach = (state: MatchState): MatchState['commitments'][number] | undefined =>
  state.commitments.find((c) => c.foundAt !== null && c.tranches.some((tranche) => tranche.state === 'feigned'));

/** What everybody saw done: earlier rounds as the record keeps them, this one at its fold. */
function acted(state: MatchState, trigger: Extract<Trigger, { is: 'acted' }>): boolean {
  const { action, by, minTension, since, states = 1 } = trigger;
  const from = Math.max(state.round - trigger.within, since === undefined ? 0 : (state.events[since] ?? Infinity));
  const enough = (acts: RoundActs['actions']): boolean => {
    const seats = acts.filter((taken) => taken.action === action).flatMap((taken) => [taken.seat, ...(taken.partner === undefined ? [] : [taken.partner])]);
    return new Set(seats.filter((seat) => by === undefined || by.includes(seat))).size >= states;
  };
  // The tension before it is known of the acts just played only.
  if (minTension !== undefined && (state.acts?.tensionBefore ?? 0) < minTension) return false;
  const now = state.phase !== 'dawn' && state.acts !== null && from <= state.round && enough(state.acts.actions);
  return now || state.history.some((round) => round.round >= from && round.round < state.round && enough(round.actions ?? []));
}

/** Round in which a clause was given in full by all givers of a line, as everybody believes; null while it was not. */
export function performedSince(scenario: Scenario, state: MatchState, id: ClauseId): number | null {
  const clause = lookup(scenario).clauses.get(id);
  const all = commitmentsOf(state, id);
  if (!clause || !all.some((c) => c.givers.every((giver) => givenTranches(state, id, giver) >= owedTranches(clause)))) return null;
  return Math.max(...all.flatMap((c) => c.tranches.filter(claimed).map((tranche) => tranche.performedAt ?? 0)));
}

/** Rounds since a tranche first fell due; what was put off is due a round later than at first (CO-3). */
function overdueBy(state: MatchState, tranche: Tranche): number {
  if (tranche.due === null || (tranche.state !== 'due' && tranche.state !== 'late' && tranche.state !== 'pending')) return -1;
  return state.round - tranche.due + (tranche.state === 'late' ? 1 : 0);
}

/** The effective pressure of each of the last rounds. */
function pressed(state: MatchState, rounds: number, atLeast = -Infinity, below = Infinity): boolean {
  const last = state.history.slice(-rounds);
  return last.length === rounds && last.every((round) => round.pressure >= atLeast && round.pressure < below);
}

function pointsLost(state: MatchState, seat: SeatId, rounds: number): number {
  const before = state.history.at(-1 - rounds)?.points?.[seat] ?? null;
  const now = state.seats[seat]?.n ?? 0;
  return before === null ? 0 : before - now;
}

/** Clauses of which the seat gave something in the round before. */
function clausesGiven(state: MatchState, seat: SeatId): number {
  return new Set(state.commitments.filter((c) => c.giver === seat && c.tranches.some((tranche) => claimed(tranche) && tranche.performedAt === state.round - 1)).map((c) => c.clause)).size;
}
