/** AC-5, AC-8: what step 7 asks of others about an act just revealed, and what their silence means. */
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent, TakenAction } from '../model/events.ts';
import type { ActionId, SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { UNITED_FROM } from './consensus.ts';

export interface Question { readonly from: SeatId; readonly action: ActionId }

/** Who must answer an act, by what the act is; nobody for most. */
export function askedBy(scenario: Scenario, spec: ActionSpec, taken: TakenAction): readonly SeatId[] {
  const others = (seats: readonly SeatId[]): readonly SeatId[] => seats.filter((seat) => seat !== taken.seat);
  if (taken.alone) return others(scenario.seats.map((seat) => seat.id)); // AC-8: acquiesce or object
  switch (spec.special) {
    case 'mediation':
      return others(powers(scenario));
    case 'visit':
      return taken.target === undefined ? [] : [taken.target];
    case 'inspection':
      return others([...powers(scenario), ...(scenario.proliferator === null ? [] : [scenario.proliferator])]);
    default:
      return [];
  }
}

/** What silence means: a mediator and a guest are welcome, an inspection is not; force alone is let happen. */
export function silenceAccepts(scenario: Scenario, state: MatchState, spec: ActionSpec, taken: TakenAction, seat: SeatId): boolean {
  if (taken.alone) return true;
  if (spec.special === 'mediation') return state.indicators.CON >= UNITED_FROM;
  if (spec.special === 'inspection') return seat !== scenario.proliferator && state.indicators.CON >= UNITED_FROM;
  return spec.special === 'visit';
}

const questions = (scenario: Scenario, state: MatchState, seat: SeatId): Question[] =>
  (state.acts?.actions ?? []).flatMap((taken) => {
    const spec = lookup(scenario).actions.get(taken.action);
    return spec && askedBy(scenario, spec, taken).includes(seat) ? [{ from: taken.seat, action: taken.action }] : [];
  });

/** Acts this seat may answer now, answered ones included. */
export const askedNow = (scenario: Scenario, state: MatchState, seat: SeatId): readonly Question[] => (state.phase === 'crisis' ? questions(scenario, state, seat) : []);

export const answerGiven = (state: MatchState, seat: SeatId, question: Question): boolean | undefined => state.sealed.answers[seat]?.[`${question.from}:${question.action}`];

/** The answers of everybody asked about one act, silence as it counts. */
export function answersTo(scenario: Scenario, state: MatchState, taken: TakenAction): { readonly accepters: readonly SeatId[]; readonly refusers: readonly SeatId[] } {
  const spec = lookup(scenario).actions.get(taken.action);
  if (!spec) return { accepters: [], refusers: [] };
  const asked = askedBy(scenario, spec, taken);
  const accepts = (seat: SeatId): boolean => answerGiven(state, seat, { from: taken.seat, action: taken.action }) ?? silenceAccepts(scenario, state, spec, taken, seat);
  return { accepters: asked.filter(accepts), refusers: asked.filter((seat) => !accepts(seat)) };
}

/** A sealed answer; sending it again replaces it. */
export function decideAnswerAct(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'answerAct' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'crisis') return refuse('wrong-phase', { phase: 'crisis', now: state.phase });
  const asked = askedNow(scenario, state, seat).some((question) => question.from === command.from && question.action === command.action);
  return asked ? [{ type: 'actAnswered', from: command.from, action: command.action, by: seat, accept: command.accept }] : refuse('no-mediation', { from: command.from });
}
