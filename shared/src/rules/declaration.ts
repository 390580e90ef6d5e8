/** RL-4, PH declaration: each power and each regional that enforces seals a red line; all are revealed together. */
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';

export const LOWEST = 0;
export const HIGHEST = 4;
const LEVELS: readonly number[] = [0, 1, 2, 3, 4];

/** Seats that declare a level; the proliferator declares none. */
export const declares = (state: MatchState, seat: SeatId): boolean => state.seats[seat]?.redLine !== null && state.seats[seat] !== undefined;

/** The levels this seat may declare now, null when it has none to declare. */
export function legalDeclaration(state: MatchState, seat: SeatId): { readonly levels: readonly number[]; readonly bound: number | null } | null {
  return state.phase === 'declaration' && declares(state, seat) ? { levels: LEVELS, bound: state.bound[seat] ?? null } : null;
}

/** A sealed level; sending it again replaces the earlier one. A bound level overrides it at the reveal (RL-4). */
export function decideDeclare(state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'declare' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'declaration') return refuse('wrong-phase', { phase: 'declaration', now: state.phase });
  if (!declares(state, seat)) return refuse('declares-none', { seat });
  if (!LEVELS.includes(command.level)) return refuse('level-out-of-range', { min: LOWEST, max: HIGHEST });
  return [{ type: 'declared', seat, level: command.level }];
}
