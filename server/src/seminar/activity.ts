/** Who has done how much at a table and when last: counted as acts come in, from the log once when the table opens. */
import type { SeatId } from '@concert/shared';
import { isSnapshot, type ActEntry, type Entry } from '../store/MatchLog.ts';

export interface Doings { readonly acts: number; readonly messages: number; readonly words: number; readonly lastAt: number }
const NOTHING: Doings = { acts: 0, messages: 0, words: 0, lastAt: 0 };

/** Words of a text; a run of characters written without spaces counts each. */
export const wordsIn = (text: string): number => [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter((each) => each.isWordLike).length;
const pairOf = (a: SeatId, b: SeatId): string => (a < b ? `${a}-${b}` : `${b}-${a}`);

export class Activity {
  readonly members = new Map<string, Doings>();
  readonly seats = new Map<SeatId, Doings>();
  /** When two seats last talked, met or tabled a text to each other. */
  readonly pairs = new Map<string, number>();

  constructor(entries: readonly Entry[]) { for (const entry of entries) if (!isSnapshot(entry)) this.note(entry); }

  note({ seat, member, at, command }: ActEntry): void {
    if (seat === null || command.type === 'ready') return;
    const words = command.type === 'message' ? wordsIn(command.text) : 0;
    const add = (before: Doings = NOTHING): Doings => ({ acts: before.acts + 1, messages: before.messages + (command.type === 'message' ? 1 : 0), words: before.words + words, lastAt: at });
    this.seats.set(seat, add(this.seats.get(seat)));
    if (member !== null) this.members.set(member, add(this.members.get(member)));
    const others = command.type === 'message' ? command.to : command.type === 'invite' ? [command.to] : command.type === 'acceptInvite' ? [command.from] : command.type === 'propose' ? command.lines.flatMap((line) => [...line.givers, ...line.receivers]) : [];
    for (const other of others) if (other !== seat) this.pairs.set(pairOf(seat, other), at);
  }

  /** Pairs of these seats that have had nothing to do with each other for `ms`, the longest silence first; `since` counts where they never had. */
  silent(seats: readonly SeatId[], now: number, since: number, ms: number): { readonly a: SeatId; readonly b: SeatId; readonly forMs: number }[] {
    return seats.flatMap((a, i) => seats.slice(i + 1).map((b) => ({ a, b, forMs: now - (this.pairs.get(pairOf(a, b)) ?? since) })))
      .filter(({ forMs }) => forMs >= ms).sort((x, y) => y.forMs - x.forMs);
  }
}
