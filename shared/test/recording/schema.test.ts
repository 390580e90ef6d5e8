/** The published JSON Schema is the one the program reads with, and it takes every line of a recording and no other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { recordingJsonSchema } from '../../src/recording/jsonSchema.ts';
import { EventSchema } from '../../src/recording/eventSchema.ts';
import { RecordingHeader } from '../../src/recording/format.ts';
import { goldenFiles, readGolden } from '../golden/format.ts';
import { recorded } from './played.ts';

const root = new URL('../../../', import.meta.url);
const published = JSON.parse(readFileSync(new URL('assets/schemas/recording.schema.json', root), 'utf8')) as Parameters<typeof z.fromJSONSchema>[0];

// Made by tools/recordingSchema.ts.
test('SCH-1 the published schema is today\'s', () => {
  expect(JSON.parse(JSON.stringify(recordingJsonSchema()))).toEqual(published);
});

test('SCH-2 it takes every line of a recording, and refuses what is none', () => {
  const schema = z.fromJSONSchema(published);
  const lines = recorded({ seed: 6, level: 'full' }, [{ id: 'a', kind: 'source', seq: 1, text: { en: 'x' }, certainty: 'disputed' }]).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of lines) expect(schema.safeParse(line).success, JSON.stringify(line).slice(0, 200)).toBe(true);
  const act = lines[5] ?? {};
  for (const wrong of [{}, { ...act, seq: 'five' }, { ...act, hash: 'x' }, { ...act, events: [{ type: 'becameKing' }] }, { annotation: { id: 'a', kind: 'song', seq: 1, text: '' } }]) expect(schema.safeParse(wrong).success).toBe(false);
});

test('SCH-3 the events of every golden match, all mechanisms among them, fit', () => {
  for (const file of goldenFiles()) {
    for (const { events } of readGolden(file).entries) {
      const read = z.array(EventSchema).safeParse(events);
      expect(read.success ? null : [file, read.error.issues[0]]).toBeNull();
    }
  }
});

test('SCH-4 the page on the format names every member of the header', () => {
  const page = readFileSync(new URL('docs/recording-format.md', root), 'utf8');
  for (const member of Object.keys(RecordingHeader.shape)) expect(page, member).toContain(`\`${member}\``);
});
