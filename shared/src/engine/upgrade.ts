/** Reads what earlier versions wrote: events, commands and snapshots of a kept match in today's shapes. Recordings are folded, never decided anew. */
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { Commitment, MatchState, Proposal, Sealed } from '../model/state.ts';
import { NO_STATECRAFT } from '../model/statecraft.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Rules version 1 knew one question in step 7, asked by the mediator; now the question names its act. */
interface OldAnswered { readonly type: 'mediationAnswered'; readonly from: string; readonly by: string; readonly accept: boolean }
interface OldAnswer { readonly type: 'answerMediation'; readonly from: string; readonly accept: boolean }

const mediationOf = (scenario: Scenario): string => scenario.actions.find((spec) => spec.special === 'mediation')?.id ?? '';

/** An event of any version as today's engine folds it. */
export function upgradeEvent(scenario: Scenario, event: MatchEvent): MatchEvent {
  const old = event as MatchEvent | OldAnswered;
  return old.type === 'mediationAnswered' ? { type: 'actAnswered', from: old.from, action: mediationOf(scenario), by: old.by, accept: old.accept } : old;
}

/** A command of any version as today's screens show it. */
export function upgradeCommand(scenario: Scenario, command: Command): Command {
  const old = command as Command | OldAnswer;
  return old.type === 'answerMediation' ? { type: 'answerAct', from: old.from, action: mediationOf(scenario), accept: old.accept } : old;
}

/** A snapshot of any version: lists for texts and promises, answers by act, and the part of the higher mechanisms. */
export function upgradeState(scenario: Scenario, state: MatchState): MatchState {
  const { mediation, ...sealed } = state.sealed as Sealed & { readonly mediation?: Readonly<Record<string, Readonly<Record<string, boolean>>>> };
  const asked = mediationOf(scenario);
  const answers = Object.fromEntries(Object.entries(mediation ?? {}).map(([by, given]) => [by, Object.fromEntries(Object.entries(given).map(([from, accept]) => [`${from}:${asked}`, accept]))]));
  const list = <T>(kept: readonly T[] | Readonly<Record<string, T>>): readonly T[] => (Array.isArray(kept) ? (kept as readonly T[]) : Object.values(kept));
  return {
    ...state,
    sealed: { ...sealed, answers: sealed.answers ?? answers },
    proposals: list<Proposal>(state.proposals), commitments: list<Commitment>(state.commitments),
    craft: { ...NO_STATECRAFT, ...state.craft },
  };
}
