/** What the server keeps of matches: one append-only log a match, its members, and who may write (architecture 3, 7). */
import type { Command } from '@concert/shared/model/commands';
import type { MatchEvent } from '@concert/shared/model/events';
import type { Level, SeatId } from '@concert/shared/model/ids';
import type { MatchState } from '@concert/shared/model/state';
import type { ForkOrigin } from '@concert/shared/recording/format';

export type MatchStatus = 'lobby' | 'running' | 'ended';

/** A match as the lobby knows it; everything that happened in it is in its entries. */
export interface MatchRecord {
  readonly code: string;
  readonly scenario: string;
  readonly title: string;
  readonly preset: string;
  /** Rule level it is played at (LV). */
  readonly level: Level;
  /** How its bots play: `mixed`, or the one temper of all of them. */
  readonly bots: string;
  /** Version of the rules it began under: its recording can be decided again by these only. */
  readonly rules: number;
  readonly private: boolean;
  readonly status: MatchStatus;
  readonly seed: number;
  /** Milliseconds a bot waits before it acts; null = the server's default. */
  readonly botPace: number | null;
  readonly createdAt: number;
  readonly host: string | null;
  /** Last round reached, for the public list. */
  readonly round: number;
  /** The recording whose first entries begin its log, where it goes on from one. */
  readonly fork?: ForkOrigin;
}
/** A match that is over, as the library lists it; `outcome` is its tier. */
export interface EndedMatch extends MatchRecord { readonly outcome: string; readonly endedAt: number }
export type EndedSort = 'newest' | 'oldest' | 'longest' | 'shortest';
export interface EndedWish { readonly scenario?: string | undefined; readonly outcome?: string | undefined; /** Ended at or after, and before. */ readonly from?: number | undefined; readonly before?: number | undefined; /** Rounds played, both included. */ readonly least?: number | undefined; readonly most?: number | undefined; readonly sort?: EndedSort; readonly limit: number; readonly offset: number }

/** A person of a match. Only the hash of the token is kept, so a copy of the store opens no seat. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly seat: SeatId | null;
  readonly joinedAt: number;
}

/** One accepted act with what came of it. `hash` chains the entry before (SHA-256, see chain.ts). */
export interface ActEntry {
  readonly seq: number;
  readonly at: number;
  readonly seat: SeatId | null;
  readonly member: string | null;
  /** The client's command id: a resend of the same id is answered, not repeated. */
  readonly id: string | null;
  readonly command: Command;
  readonly events: readonly MatchEvent[];
  readonly hash: string;
}
/** The whole state at a round's end: loading starts at the last one. */
export interface SnapshotEntry {
  readonly seq: number;
  readonly at: number;
  readonly snapshot: MatchState;
  readonly hash: string;
}
export type Entry = ActEntry | SnapshotEntry;
export const isSnapshot = (entry: Entry): entry is SnapshotEntry => 'snapshot' in entry;

/** Someone else wrote first: this process no longer owns the match. */
export class SequenceConflict extends Error {
  constructor(code: string, expected: number) {
    super(`match ${code}: another writer already appended entry ${expected + 1}`);
    this.name = 'SequenceConflict';
  }
}

/** Every call returns only when its effect is durable. */
export interface MatchLog {
  create(record: MatchRecord): boolean;
  find(code: string): MatchRecord | null;
  /** Public matches that are not over, newest first. */
  list(limit: number): readonly MatchRecord[];
  setStatus(code: string, status: MatchStatus, round: number): void;
  /** How and when a match ended, for the library. */
  setEnding(code: string, outcome: string, endedAt: number): void;
  /** Public matches that are over and whose ending is known, last ended first unless sorted otherwise, and how many there are in all. */
  ended(wish: EndedWish): { readonly total: number; readonly matches: readonly EndedMatch[] };
  /** Matches that are over and whose ending nobody wrote down: those of earlier versions. */
  endingUnknown(limit: number): readonly string[];
  /** Takes a match with its log, people and keys out of the store. */
  remove(code: string): void;
  setHost(code: string, host: string): void;

  /** Appends entry `expectedSeq + 1`; throws `SequenceConflict` when that number is taken. */
  append(code: string, expectedSeq: number, entry: Entry): void;
  /** The first entries of a match that has none yet, all or nothing: a fork's. */
  begin(code: string, entries: readonly Entry[]): void;
  /** Entries with `seq >= fromSeq`, in order. */
  read(code: string, fromSeq: number): readonly Entry[];
  /** Sequence of the last snapshot, 0 when there is none. */
  lastSnapshot(code: string): number;
  /** Command ids already acknowledged, so that a resend after a restart is not doubled. */
  acknowledged(code: string): readonly { readonly member: string; readonly id: string; readonly seq: number }[];

  saveMember(code: string, member: Member): void;
  /** Takes a person out of a match; what they did stays. */
  removeMember(code: string, id: string): void;
  members(code: string): readonly Member[];
  findToken(tokenHash: string): { readonly code: string; readonly member: Member } | null;
  saveSeatKey(code: string, seat: SeatId, key: string): void;
  seatKeys(code: string): Readonly<Record<SeatId, string>>;

  /** Takes or renews the right to write a match until `until`; false while another owner's lease runs. */
  claim(code: string, owner: string, until: number, now: number): boolean;
  release(code: string, owner: string): void;

  /** Throws when the store cannot be read. */
  ping(): void;
  close(): void;
}
