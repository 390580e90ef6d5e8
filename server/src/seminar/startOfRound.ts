/** FD-5: the match as a round began, as its log gives it. */
import { evolve, upgradeEvent, upgradeState, waiting, type MatchState } from '@concert/shared';
import type { MatchSession } from '../match/MatchSession.ts';
import { isSnapshot } from '../store/MatchLog.ts';

/** The state right after the first phase of `round` opened for the first time; null when the match has not come so far. */
export function startOfRound(session: MatchSession, round: number): MatchState | null {
  let state = waiting(session.scenario);
  for (const entry of session.entries()) {
    if (isSnapshot(entry)) { state = upgradeState(session.scenario, entry.snapshot); continue; }
    for (const event of entry.events) {
      const before = state.round;
      state = evolve(state, upgradeEvent(session.scenario, event));
      if (state.round === round && before !== round && state.status === 'running' && event.type === 'phaseOpened') return state;
    }
  }
  return null;
}
