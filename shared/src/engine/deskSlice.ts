/** The desk as a viewer may see it (FD, DL, VI): a delegation reads its own drafts and requests, everybody who sits where. */
import type { DeskSlice } from '../model/desk.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';

/** `everything` is the debrief's and the replay's all-knowing eye. */
export function deskSlice(state: MatchState, seat: SeatId | null, everything: boolean): DeskSlice | null {
  const { desk } = state;
  if (!desk) return null;
  const own = (each: { readonly seat: SeatId }): boolean => everything || each.seat === seat;
  return {
    paused: desk.paused, extended: desk.extended, approval: desk.approval, ...(desk.capital ? { capital: desk.capital } : {}),
    delegates: desk.delegates.map(({ muted: _muted, ...each }) => each),
    drafts: desk.drafts.filter(own), requests: desk.requests.filter(own),
  };
}
