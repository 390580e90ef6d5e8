/** CO-10: who knows of a promise: a side letter does not exist for anybody but its two parties until it is found. */
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';

/** True while only its parties know of it. */
export const secret = (c: Commitment): boolean => c.options?.sideLetter === true && c.found !== true;
export const isParty = (c: Commitment, seat: SeatId): boolean => c.givers.includes(seat) || c.receivers.includes(seat);
/** Whether this seat (or, for null, the public) may know that the promise exists. */
export const knows = (c: Commitment, seat: SeatId | null): boolean => !secret(c) || (seat !== null && isParty(c, seat));
/** Who reads news about it. */
export const witnesses = (c: Commitment): 'all' | readonly SeatId[] => (secret(c) ? [...new Set([...c.givers, ...c.receivers])] : 'all');

/** The state as the public's ledger has it. */
export const inTheOpen = (state: MatchState): MatchState => (state.commitments.some(secret) ? { ...state, commitments: state.commitments.filter((c) => !secret(c)) } : state);

const ledgers = new WeakMap<readonly Commitment[], Map<SeatId, readonly Commitment[]>>();

/** The state without the promises this seat knows nothing of; the same state where there are none, so that a menu never tells what its reader may not know. */
export function seenBy(state: MatchState, seat: SeatId): MatchState {
  if (state.commitments.every((c) => knows(c, seat))) return state;
  let lists = ledgers.get(state.commitments);
  if (!lists) ledgers.set(state.commitments, (lists = new Map()));
  let known = lists.get(seat);
  if (!known) lists.set(seat, (known = state.commitments.filter((c) => knows(c, seat))));
  return { ...state, commitments: known };
}
