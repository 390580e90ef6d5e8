/** What keeps one match going while its room is open: clock, bots and stand-ins around the session. */
import type { SeatId } from '@concert/shared';
import type { Tutorial } from '@concert/shared/tutorial/schema';
import type { Temper } from '@concert/shared/bots/index';
import { BotSeats } from './botSeats.ts';
import { Deadlines, type Timers } from './deadlines.ts';
import type { MatchHall } from './MatchHall.ts';
import type { MatchSession } from './MatchSession.ts';
import { STAND_IN_SECONDS, StandIns, type Presence } from './standIn.ts';
import type { MatchRecord } from '../store/MatchLog.ts';

export interface TableOptions {
  readonly session: MatchSession; readonly record: MatchRecord; readonly hall: MatchHall; readonly timers: Timers; readonly presence: Presence;
  readonly botPace: number | null; readonly standInMs: number | null;
  /** The lesson this match teaches; null for every other match. */
  readonly lesson: Tutorial | null;
  readonly changed: () => void; readonly complain: (seat: SeatId, code: string) => void;
  /** A timer's work threw: it concerns this match alone and must not end the process. */
  readonly failed: (error: unknown) => void;
}
export interface Table {
  readonly deadlines: Deadlines;
  /** Who is connected changed; `anybody` tells whether anyone is there at all. */
  peopleChanged(anybody: boolean): void;
  close(): void;
}

export function keepTable({ session, record, hall, timers: bare, presence, botPace, standInMs, lesson, changed, complain, failed }: TableOptions): Table {
  const timers: Timers = { ...bare, setTimeout: (run, ms) => bare.setTimeout(() => { try { run(); } catch (error) { failed(error); } }, ms) };
  const deadlines = new Deadlines(session, record.preset, timers, changed);
  const bots = new BotSeats({ session, pace: record.botPace ?? botPace, timers, seed: record.seed, temper: record.bots === 'mixed' ? null : record.bots as Temper, complain, lesson });
  const standIns = new StandIns(session, presence, timers, standInMs ?? (STAND_IN_SECONDS[record.preset] ?? 90) * 1000);
  let { round, status } = session.state;
  const stop = session.afterEach(() => {
    const { state } = session;
    if (state.round !== round || state.status !== status) {
      ({ round, status } = state);
      hall.note(session.code, status === 'ended' ? 'ended' : status === 'running' ? 'running' : 'lobby', round, state.ending?.tier ?? null);
    }
    deadlines.follow();
    bots.follow();
    changed();
  });
  deadlines.follow();
  return {
    deadlines,
    // With nobody connected the table sleeps: no clock, no bots. A match never plays itself to the end behind people's backs.
    peopleChanged(anybody) {
      if (anybody) { deadlines.resume(); standIns.wake(); bots.wake(); } else { deadlines.pause(); standIns.sleep(); bots.sleep(); }
    },
    close() { stop(); deadlines.close(); standIns.close(); bots.sleep(); },
  };
}
