/** Notes and chapters on their own (`*.concert-notes.jsonl`): a line that names the recording they belong to, and the remarks as its file has them. */
import * as z from 'zod';
import { AnnotationLine, MOST_CHARACTERS, type Annotation } from './format.ts';
import { harmless } from './harmless.ts';
import type { Opened } from './open.ts';
import type { Reel } from './reel.ts';

const NOTES_NAME = 'concert-notes';
const NOTES_FORMAT = 1;
/** More in one file than a reader would write. */
const MOST_NOTES = 2000;
const NotesHeader = z.looseObject({ format: z.literal(NOTES_NAME), version: z.literal(NOTES_FORMAT), recording: z.string().max(200), match: z.string().max(200) });

export interface NotesFile { readonly recording: string; readonly match: string; readonly notes: readonly Annotation[]; /** Lines that are no remarks. */ readonly unread: number }
export type NotesRefusal = 'notes-foreign' | 'notes-newer' | 'notes-large';
export interface Merged { readonly notes: readonly Annotation[]; readonly added: number; readonly known: number; readonly beyond: number }

type Json = Readonly<Record<string, unknown>>;
function parse(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && harmless(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

/** What tells recordings apart: the seal; without one the match and its length; of one viewer's views, which grow while the match goes on, match and viewer. */
export function keyOfRecording({ opened: { header, closing, entries }, only }: { readonly opened: Pick<Opened, 'header' | 'closing' | 'entries'>; readonly only: Reel['only'] }): string {
  if (only) return `${header.match} ${only.kind === 'seat' ? only.seat : only.kind}`;
  return closing?.digest ?? `${header.match} ${entries.length}`;
}

export const notesText = (recording: string, match: string, notes: readonly Annotation[]): string =>
  `${[{ format: NOTES_NAME, version: NOTES_FORMAT, recording, match }, ...notes.map((annotation) => ({ annotation }))].map((line) => JSON.stringify(line)).join('\n')}\n`;

/** Reads the remarks of such a file, or of a whole recording that carries them. Runs nothing, folds nothing. */
export function readNotes(text: string): NotesFile | NotesRefusal {
  if (text.length > MOST_CHARACTERS) return 'notes-large';
  const lines = text.replace(/^\uFEFF/, '').split('\n').filter((line) => line.trim() !== '');
  const first = parse(lines[0] ?? '');
  const format = first?.['format'];
  if (typeof format !== 'string' || !['concert', 'concert-view', NOTES_NAME].includes(format)) return 'notes-foreign';
  const notes: Annotation[] = [];
  let unread = 0;
  for (const line of lines) {
    if (!line.startsWith('{"annotation"')) continue;
    const read = AnnotationLine.safeParse(parse(line));
    if (read.success && notes.length < MOST_NOTES) notes.push(read.data.annotation); else unread += 1;
  }
  if (format === NOTES_NAME) {
    const header = NotesHeader.safeParse(first);
    if (!header.success) return typeof first?.['version'] === 'number' && first['version'] > NOTES_FORMAT ? 'notes-newer' : 'notes-foreign';
    return { recording: header.data.recording, match: header.data.match, notes, unread };
  }
  const match = typeof first?.['match'] === 'string' ? first['match'].slice(0, 200) : '';
  return { recording: keyInText(first as Json, match, lines), match, notes, unread };
}

/** `keyOfRecording` of a file that was not opened. */
function keyInText(header: Json, match: string, lines: readonly string[]): string {
  const viewer = header['viewer'] as Json | undefined;
  if (header['format'] === 'concert-view') return `${match} ${viewer?.['kind'] === 'seat' ? String(viewer['seat']) : String(viewer?.['kind'])}`;
  const end = lines.findLast((line) => line.startsWith('{"end":true'));
  const digest = end === undefined ? undefined : parse(end)?.['digest'];
  return typeof digest === 'string' ? digest : `${match} ${lines.filter((line) => !line.startsWith('{"annotation"')).length - 1}`;
}

const sameRemark = (a: Annotation, b: Annotation): boolean => a.kind === b.kind && a.seq === b.seq && JSON.stringify([a.title, a.text]) === JSON.stringify([b.title, b.text]);

/** Own notes and those of a file together, in order; what is there already, or in the recording itself, comes once. `last` is the last entry there is. */
export function mergeNotes(own: readonly Annotation[], added: readonly Annotation[], inside: readonly Annotation[], last: number): Merged {
  const notes = [...own];
  const ids = new Set([...own, ...inside].map(({ id }) => id));
  let [known, beyond] = [0, 0];
  for (const note of added) {
    if ([...notes, ...inside].some((each) => sameRemark(each, note))) { known += 1; continue; }
    if (note.seq > last) { beyond += 1; continue; }
    let { id } = note;
    for (let n = 2; ids.has(id); n += 1) id = `${note.id.slice(0, 190)}-${n}`;
    ids.add(id);
    notes.push({ ...note, id });
  }
  return { notes: notes.sort((a, b) => a.seq - b.seq), added: notes.length - own.length, known, beyond };
}
