/** Where people of a class really sit: members of the matches at its tables, delegates with offices; and the desk's own acts there. */
import { isRefusal, type DeskAct, type Refusal } from '@concert/shared';
import type { MatchHall } from '../match/MatchHall.ts';
import type { MatchSession } from '../match/MatchSession.ts';
import type { ClassRecord, PersonRecord } from './ClassStore.ts';

export interface PlacesOptions {
  readonly hall: MatchHall; readonly now: () => number;
  /** The running session of a table, its room made where there is none. */
  readonly session: (table: string) => Promise<MatchSession>;
  /** Tells the room of a table that its people have changed. */
  readonly reseated: (table: string) => void;
  /** Closes a table and takes its match out of the store. */
  readonly clear: (table: string) => Promise<void>;
}

export class Places {
  readonly hall: MatchHall;
  readonly now: () => number;
  readonly session: (table: string) => Promise<MatchSession>;
  readonly reseated: (table: string) => void;
  readonly clear: (table: string) => Promise<void>;

  constructor({ hall, now, session, reseated, clear }: PlacesOptions) {
    this.hall = hall;
    this.now = now;
    this.session = session;
    this.reseated = reseated;
    this.clear = clear;
  }

  /** Makes a place at a table real: a member of its match with a seat, and a delegate with an office where the class has delegations. */
  async sitDown(record: ClassRecord, person: PersonRecord, before: PersonRecord | null): Promise<void> {
    // Who only watched sat nowhere.
    if (before?.table != null && before.seat !== null && before.table !== person.table) {
      this.hall.dismiss(before.table, before.id);
      await this.act(before.table, { type: 'assign', member: before.id, name: before.alias, seat: null, office: null });
      this.reseated(before.table);
    }
    if (person.table === null || person.seat === null || person.tokenHash === null) return;
    this.hall.admit(person.table, { id: person.id, name: person.alias, tokenHash: person.tokenHash, seat: person.seat, joinedAt: person.joinedAt ?? this.now() });
    if (record.settings.delegations) await this.act(person.table, { type: 'assign', member: person.id, name: person.alias, seat: person.seat, office: person.office });
    this.reseated(person.table);
  }

  async act(table: string, act: DeskAct): Promise<Refusal | null> {
    const session = await this.session(table);
    const outcome = session.submit({ kind: 'table' }, { type: 'desk', act });
    return isRefusal(outcome) ? outcome : null;
  }
}
