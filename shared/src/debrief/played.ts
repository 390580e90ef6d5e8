/** What every measure of the debrief reads: a match as it was played, event by event, with the truth before and after each. */
import { evolve } from '../engine/evolve.ts';
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { PhaseId, SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { waiting } from '../rules/setup.ts';
import type { Scenario } from '../scenario/schema.ts';

/** One accepted act, as a log or a recording keeps it. */
export interface PlayedEntry { readonly seq: number; readonly at: number; readonly seat: SeatId | null; readonly member?: string | null; readonly command: Command; readonly events: readonly MatchEvent[] }
export interface Played { readonly scenario: Scenario; readonly entries: readonly PlayedEntry[] }

/** Where something happened: `seq` of the log and `step` of the replay (acts counted from 0). */
export interface Place { readonly seq: number; readonly step: number; readonly round: number; readonly phase: PhaseId }
export interface Moment extends Place { readonly at: number; readonly seat: SeatId | null; readonly event: MatchEvent; readonly before: MatchState; readonly after: MatchState }
export interface Act extends Place { readonly at: number; readonly seat: SeatId | null; readonly member: string | null; readonly command: Command }
export interface Chronicle { readonly scenario: Scenario; readonly moments: readonly Moment[]; readonly acts: readonly Act[]; readonly start: MatchState; readonly end: MatchState }

/** Plays the events through once. What a rewind of the desk has undone (FD-5) is left out, except what was said; so is what is said after the end, which is the debrief's own talk. */
export function chronicleOf({ scenario, entries }: Played): Chronicle {
  const start = waiting(scenario);
  let state = start;
  let moments: Moment[] = [];
  let acts: Act[] = [];
  let step = -1;
  for (const { seq, at, seat, member = null, command, events } of entries) {
    step += 1;
    const over = state.status === 'ended' && !events.some(({ type }) => type === 'rewound');
    if (!over) acts.push({ seq, step, at, seat, member, command, round: state.round, phase: state.phase });
    for (const event of events) {
      const before = state;
      state = evolve(before, event);
      if (event.type === 'rewound') {
        const { round } = event.state;
        moments = moments.filter((each) => each.round < round || each.event.type === 'messageSent');
        acts = acts.filter((act) => act.round < round || act.command.type === 'message' || act.command.type === 'desk');
        continue;
      }
      if (over) continue;
      // What closes a phase still belongs to it: the state before says where it stands.
      const where = before.round === 0 || event.type === 'eventFired' || event.type === 'phaseOpened' ? state : before;
      moments.push({ seq, step, at, seat, round: where.round, phase: where.phase, event, before, after: state });
    }
  }
  return { scenario, moments, acts, start, end: state };
}

export const placeOf = ({ seq, step, round, phase }: Place): Place => ({ seq, step, round, phase });
/** The moments of one kind of event, oldest first. */
export function momentsOf<T extends MatchEvent['type']>({ moments }: Chronicle, type: T): readonly (Moment & { readonly event: Extract<MatchEvent, { type: T }> })[] {
  return moments.filter((each): each is Moment & { readonly event: Extract<MatchEvent, { type: T }> } => each.event.type === type);
}
