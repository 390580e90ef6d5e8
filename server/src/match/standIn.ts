/** A seat whose people are all gone for too long is held by a bot and given back when one of them returns. */
import type { SeatId } from '@concert/shared';
import type { MatchSession } from './MatchSession.ts';
import type { Timers } from './deadlines.ts';

/** Seconds a seat may be empty before a bot stands in; days-long play is patient. */
export const STAND_IN_SECONDS: Readonly<Record<string, number>> = {
  blitz: 90, standard: 90, seminar: 90, untimed: 600, tutorial: 600,
  // Phones in a classroom sleep; from home people come and go for days.
  class50: 180, class75: 180, class90: 180, class150: 180, meetings: 900, weeks: 14 * 86_400,
};

/** `owners` are the seats that belong to people, whoever holds them at the moment. */
export interface Presence { readonly owners: () => ReadonlySet<SeatId>; readonly online: (seat: SeatId) => boolean }

export class StandIns {
  readonly #session: MatchSession;
  readonly #presence: Presence;
  readonly #timers: Timers;
  readonly #after: number;
  readonly #waiting = new Map<SeatId, NodeJS.Timeout>();
  #asleep = true;

  constructor(session: MatchSession, presence: Presence, timers: Timers, afterMs: number) {
    this.#session = session;
    this.#presence = presence;
    this.#timers = timers;
    this.#after = afterMs;
  }

  /** Looks who is there; called whenever somebody comes, goes, sits or stands. */
  follow(): void {
    const { state } = this.#session;
    if (state.status !== 'running') return this.close();
    const owners = this.#presence.owners();
    for (const [seat, { holder }] of Object.entries(state.seats)) {
      const here = owners.has(seat) && this.#presence.online(seat);
      if (here || !owners.has(seat)) this.#forget(seat);
      if (here && holder === 'bot') this.#hold(seat, 'people');
      else if (!owners.has(seat) && holder === 'people') this.#hold(seat, 'bot');
      else if (!here && holder === 'people' && !this.#asleep && !this.#waiting.has(seat)) {
        this.#waiting.set(seat, this.#timers.setTimeout(() => { this.#waiting.delete(seat); if (!this.#presence.online(seat)) this.#hold(seat, 'bot'); }, this.#after));
      }
    }
  }

  /** With nobody at the table nobody is kept waiting, so nobody is replaced. */
  sleep(): void { this.close(); }
  wake(): void { this.#asleep = false; this.follow(); }
  close(): void { this.#asleep = true; for (const seat of [...this.#waiting.keys()]) this.#forget(seat); }

  #forget(seat: SeatId): void { const timer = this.#waiting.get(seat); if (timer) this.#timers.clearTimeout(timer); this.#waiting.delete(seat); }
  #hold(seat: SeatId, holder: 'people' | 'bot'): void { this.#session.submit({ kind: 'table' }, { type: 'hold', seat, holder }); }
}
