/** Observers' notes as files: a sheet for the debrief, and remarks for the replay of their table. */
import Papa from 'papaparse';
import type { NoteTag, ObserverNote } from '@concert/shared/protocol/seminar';
import { notesText } from '@concert/shared/recording/notes';
import { recordingUrl } from '../net/api.ts';
import { deskToken } from './keys.ts';

export const NOTE_COLUMNS = ['time', 'table', 'round', 'phase', 'seq', 'observer', 'about', 'note'] as const;

/** CSV as spreadsheets want it; what looks like a formula stays text. */
export const notesCsv = (notes: readonly ObserverNote[], tableOf: (table: string) => number, who: (person: string) => string): string =>
  `\uFEFF${Papa.unparse({ fields: [...NOTE_COLUMNS], data: notes.map((note) => [new Date(note.at).toISOString(), tableOf(note.table), note.round, note.phase, note.seq, who(note.person), note.tag, note.text]) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;

/** A file the replay reads: each note stands at the entry that was the last when it was written. */
export const notesForReplay = (recording: string, match: string, notes: readonly ObserverNote[], who: (person: string) => string, about: (tag: NoteTag) => string): string =>
  notesText(recording, match, notes.map((note) => ({ id: note.id, kind: 'note' as const, seq: note.seq, title: about(note.tag), text: note.text, author: who(note.person) })));

/** The same with the seal of the recording it belongs to, as far as the desk may read it. */
export async function notesFileOf(code: string, table: string, notes: readonly ObserverNote[], who: (person: string) => string, about: (tag: NoteTag) => string): Promise<string> {
  const response = await fetch(recordingUrl(location.origin, table), { headers: { authorization: `Bearer ${deskToken(code) ?? ''}` } }).catch(() => null);
  const last = response?.ok ? (await response.text()).trimEnd().split('\n').findLast((line) => line.startsWith('{"end":true')) : undefined;
  const digest = last === undefined ? undefined : (JSON.parse(last) as { readonly digest?: string }).digest;
  return notesForReplay(digest ?? `${table} 0`, table, notes, who, about);
}
