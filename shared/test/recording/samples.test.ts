/** The recordings that come with the program: one per ending, sound to the last act, each with words in every language. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verifyRecording } from '../../src/recording/index.ts';
import type { Sample } from '../../src/protocol/recordings.ts';

const asset = (name: string): string => readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
const { samples } = JSON.parse(asset('recordings/index.json')) as { samples: Sample[] };
const words = ['en', 'zh'].map((language) => JSON.parse(asset(`locales/${language}/replay.json`)) as Record<string, string>);

test('SAM-1 every ending has a sample', () => {
  expect(samples.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture']));
});
// Made by tools/samples.ts: after a change of the rules they are made, and their words read, anew.
test.each(samples)('SAM-2 $file is sound and what its index says', ({ file, outcome, seed, title, look, bytes, acts }) => {
  const text = asset(`recordings/${file}`);
  const verdict = verifyRecording(text);
  expect(verdict.findings).toEqual([]);
  expect(verdict).toMatchObject({ sound: true, outcome });
  expect(verdict.opened?.header.seed).toBe(seed);
  expect(Buffer.byteLength(text)).toBe(bytes);
  expect(verdict.opened?.entries.filter((entry) => !('snapshot' in entry))).toHaveLength(acts);
  for (const texts of words) for (const key of [title, look]) expect(texts[key], key).toBeTruthy();
});
