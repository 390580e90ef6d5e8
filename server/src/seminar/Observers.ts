/** Observers: people who watch a table as far as the door said, and write down what they see, with its moment. */
import type { MatchState } from '@concert/shared';
import type { NoteTag, ObserverNote } from '@concert/shared/protocol/seminar';
import type { MatchSession } from '../match/MatchSession.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import type { ClassRecord, ClassStore, PersonRecord } from './ClassStore.ts';

export const NOTES_MOST = 1000;

/** FD-11: what observers read where the door said messages as well; while a huddle lasts nothing from inside a delegation. */
export const heardBy = (state: MatchState): MatchState['messages'] => (state.desk?.paused?.huddle ? state.messages.filter((message) => message.channel.includes('+')) : state.messages);

export function writeNote(store: ClassStore, record: ClassRecord, person: PersonRecord, session: MatchSession, now: number, said: { readonly text: string; readonly tag: NoteTag }): ObserverNote | Turned {
  if (!person.observes || person.table === null) return turn('not-observer');
  if ((record.notes ?? []).length >= NOTES_MOST) return turn('too-many-notes', { most: NOTES_MOST });
  const count = record.count + 1;
  const { round, phase } = session.state;
  const note: ObserverNote = { id: `n${count}`, person: person.id, table: person.table, at: now, round, phase, seq: session.seq, ...said };
  store.save({ ...record, count, notes: [...(record.notes ?? []), note] });
  return note;
}
