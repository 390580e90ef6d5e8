/** Who may read how much of a match: all of it once it is over and nobody keeps it back; before, what the asker's own seat or the public saw. */
import type { Viewer } from '@concert/shared';
import { viewsLines } from '@concert/shared/recording/viewsFormat';
import { isSnapshot, type ActEntry, type MatchLog, type MatchRecord } from '../store/MatchLog.ts';
import { turn, type MatchHall, type Turned } from './MatchHall.ts';
import { seatHolders } from './recording.ts';

type Eyes = Exclude<Viewer, { kind: 'all' }>;
export type Reading = { readonly whole: true } | { readonly whole: false; readonly viewer: Eyes };
export const mayRead = (reading: Reading | Turned): reading is Reading => 'whole' in reading;

export class Readings {
  readonly #hall: MatchHall;
  readonly #log: MatchLog;
  readonly #isDesk: (table: string, token: string) => boolean;

  /** `isDesk` tells whether a token belongs to the desk that leads the class of this table. */
  constructor({ hall, log, isDesk }: { readonly hall: MatchHall; readonly log: MatchLog; readonly isDesk: (table: string, token: string) => boolean }) {
    this.#hall = hall;
    this.#log = log;
    this.#isDesk = isDesk;
  }

  /** What the holder of this token (none = '') may read of a match. */
  of(code: string, token: string): Reading | Turned {
    const record = this.#hall.find(code);
    if (!record || !this.#hall.scenario(record.scenario)) return turn('unknown-match', { match: code });
    if (record.status === 'lobby') return turn('not-started');
    const withheld = this.#hall.withheld(code);
    if (record.status === 'ended' && (!withheld || this.#isDesk(code, token))) return { whole: true };
    const known = token === '' ? null : this.#hall.whose(token);
    const seat = known?.code === code ? known.member.seat : null;
    if (seat !== null) return { whole: false, viewer: { kind: 'seat', seat } };
    // What was at a class's table is the class's: a passer-by is not even shown its public side.
    return withheld && known?.code !== code && !this.#isDesk(code, token) ? turn('not-revealed') : { whole: false, viewer: { kind: 'public' } };
  }

  /** The lines of a file with what this viewer saw so far. */
  lines(record: MatchRecord, viewer: Eyes, software: string): Generator<string> {
    const { code } = record;
    const scenario = this.#hall.scenario(record.scenario);
    if (!scenario) throw new Error(`scenario ${record.scenario} is missing`);
    const acts = this.#log.read(code, 1).filter((entry): entry is ActEntry => !isSnapshot(entry));
    return viewsLines(scenario, {
      match: code, title: record.title, rulesVersion: record.rules, software, preset: record.preset, over: record.status === 'ended',
      seats: seatHolders(this.#log, code, scenario), startedAt: acts[0]?.at ?? null,
    }, viewer, acts, this.#hall.sealed(code));
  }
}
