/** Notes and chapters carried alone: read back, merged, refused on another recording, and never more than text. */
import { expect, test } from 'vitest';
import { createReel, isOpened, keyOfRecording, mergeNotes, notesText, openRecording, readNotes, withAnnotations, type Annotation, type Reel } from '../../src/recording/index.ts';
import { recorded } from './played.ts';

const text = recorded({ seed: 3, level: 'core' });
const reelOf = (of: string): Reel => {
  const opened = openRecording(of);
  if (!isOpened(opened)) throw new Error(opened.code);
  return createReel(opened);
};
const reel = reelOf(text);
const here = keyOfRecording(reel);
const note = (id: string, seq: number, said: string): Annotation => ({ id, kind: 'note', seq, text: said });
const chapter: Annotation = { id: 'own-2', kind: 'chapter', seq: 40, title: 'The second act', text: '' };
const read = (of: string) => { const file = readNotes(of); if (typeof file === 'string') throw new Error(file); return file; };

test('REC-7 what is exported reads back letter by letter, alone and inside the recording, and names its recording', () => {
  const own = [note('own-1', 12, 'Here it turns.\n{"annotation":"no"} <img src=x onerror=alert(1)>'), chapter];
  for (const file of [notesText(here, 'TEST01', own), withAnnotations(text, own)]) expect(read(file)).toEqual({ recording: here, match: 'TEST01', notes: own, unread: 0 });
  const cut = text.split('\n').slice(0, 60).join('\n');
  expect(read(withAnnotations(cut, own)).recording).toBe(keyOfRecording(reelOf(cut)));
});

test('REC-7 another recording is told apart, whatever its name', () => {
  const other = recorded({ seed: 4, level: 'core' });
  expect(read(notesText(keyOfRecording(reelOf(other)), 'TEST01', [chapter])).recording).not.toBe(here);
});

test('REC-7 merging adds what is new once, keeps one’s own, and leaves out moments that do not exist', () => {
  const own = [note('own-1', 12, 'mine'), chapter];
  const inside = [note('src-1', 5, 'in the file')];
  const merged = mergeNotes(own, [note('own-1', 12, 'another, by the same id'), { ...chapter, id: 'renamed' }, inside[0]!, note('n', 3, 'first'), note('late', 99_999, 'nowhere')], inside, 400);
  expect(merged).toMatchObject({ added: 2, known: 2, beyond: 1 });
  expect(merged.notes.map(({ seq, text: said, title }) => [seq, title ?? said])).toEqual([[3, 'first'], [12, 'mine'], [12, 'another, by the same id'], [40, 'The second act']]);
  expect(new Set(merged.notes.map(({ id }) => id)).size).toBe(4);
  expect(mergeNotes(merged.notes, merged.notes, inside, 400)).toMatchObject({ added: 0, known: 4 });
});

test('REC-7 foreign, newer and hostile files', () => {
  expect(readNotes('hello')).toBe('notes-foreign');
  expect(readNotes('{"format":"other"}')).toBe('notes-foreign');
  expect(readNotes('{"format":"concert-notes","version":7}')).toBe('notes-newer');
  const bad = ['{"annotation":{"id":"a","kind":"note","seq":1,"text":"fine"}}', '{"annotation":{"id":"b","kind":"script","seq":1,"text":"x"}}', '{"annotation":{"__proto__":{"polluted":1},"id":"c","kind":"note","seq":1,"text":"x"}}', `{"annotation":{"id":"d","kind":"note","seq":1,"text":"${'x'.repeat(5000)}"}}`, '{"annotation"'];
  const file = read(`{"format":"concert-notes","version":1,"recording":"r","match":"m"}\n${bad.join('\n')}\n`);
  expect([file.notes.map(({ id }) => id), file.unread]).toEqual([['a'], 4]);
  expect('polluted' in {}).toBe(false);
});
