/** A round played once more from one of its acts, by the engine, with something done otherwise: what the war index would have been at its end. */
import { step } from '../../engine/decide.ts';
import { isRefusal, type Actor, type Command } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { momentsOf, type Act, type Chronicle } from '../played.ts';

export interface Fork { readonly start: MatchState; readonly acts: readonly Act[] }
/** How the round ended: its war index, and every event on the way. */
export interface Outcome { readonly war: number; readonly events: readonly MatchEvent[] }
export interface Otherwise { readonly first?: readonly { readonly seat: SeatId; readonly command: Command }[]; readonly instead?: (act: Act) => Command }

/** Acts that may fall away without another round being played: there may be no crisis or hotline any more, or one more. */
const LOOSE: readonly string[] = ['ready', 'advance', 'pickSide', 'standDown', 'message'] satisfies Command['type'][];
/** Phases a round has left at most. */
const MOST_ADVANCES = 16;

/** The state before the first of these acts, and the acts to the end of their round; null where the round never closed. */
export function forkAt(chronicle: Chronicle, first: number): Fork | null {
  const start = chronicle.moments.find((moment) => moment.step >= first)?.before;
  const closed = start && momentsOf(chronicle, 'roundClosed').find(({ event, step: at }) => event.record.round === start.round && at >= first);
  return start && closed ? { start, acts: chronicle.acts.filter((act) => act.step >= first && act.step <= closed.step) } : null;
}

/** Decides every act again. Null where an act would not have been possible, or the rules of the recording are not those of today. */
export function playedOtherwise(scenario: Scenario, { start, acts }: Fork, { first = [], instead = ({ command }) => command }: Otherwise = {}): Outcome | null {
  let state = start;
  const events: MatchEvent[] = [];
  const { round } = start;
  const act = (actor: Actor, command: Command): boolean => {
    const taken = step(scenario, state, actor, command);
    if (isRefusal(taken)) return false;
    state = taken.state;
    events.push(...taken.events);
    return true;
  };
  const closed = (): MatchEvent | undefined => events.find((event) => event.type === 'roundClosed' && event.record.round === round);
  try {
    for (const { seat, command } of first) if (!act({ kind: 'seat', seat }, command)) return null;
    for (const done of acts) {
      if (closed()) break;
      const actor: Actor = done.seat === null ? { kind: 'table' } : { kind: 'seat', seat: done.seat, ...(done.member ? { member: done.member } : {}) };
      if (!act(actor, instead(done)) && !LOOSE.includes(done.command.type)) return null;
    }
    for (let left = MOST_ADVANCES; left > 0 && !closed() && state.status === 'running' && state.round === round; left -= 1) if (!act({ kind: 'table' }, { type: 'advance', phaseSeq: state.phaseSeq })) return null;
  } catch {
    // A forged file may hold a state that no rule knows.
    return null;
  }
  const end = closed();
  return end?.type === 'roundClosed' ? { war: end.record.indicators.W, events } : null;
}

/** How the round really ended, if the rules of today play it as it was recorded. */
export function playedAgain(chronicle: Chronicle, fork: Fork): Outcome | null {
  const again = playedOtherwise(chronicle.scenario, fork);
  const recorded = momentsOf(chronicle, 'roundClosed').findLast(({ event }) => event.record.round === fork.start.round);
  return again && recorded && again.war === recorded.event.record.indicators.W ? again : null;
}
