/** Golden matches on disk: gzip of one JSON line a header, an entry, and an end with the hash of the final state. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Actor, Command, MatchEvent, Tier } from '../../src/index.ts';

export interface Golden {
  readonly header: { readonly golden: 1; readonly scenario: string; /** Switches of the scenario this match was played under. */ readonly set: object; readonly seed: number; readonly tempers: Readonly<Record<string, string>>; /** Mechanisms of the essay at work in it. */ readonly mechanisms: readonly string[] };
  readonly entries: readonly { readonly actor: Actor; readonly command: Command; readonly events: readonly MatchEvent[] }[];
  readonly end: { readonly tier: Tier; readonly hash: string };
}

export const FOLDER = import.meta.dirname;
export const goldenFiles = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl.gz')).sort();

export function readGolden(name: string): Golden {
  const lines = gunzipSync(readFileSync(path.join(FOLDER, name))).toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as never);
  return { header: lines[0] as unknown as Golden['header'], entries: lines.slice(1, -1), end: lines.at(-1) as unknown as Golden['end'] };
}

export function writeGolden(name: string, { header, entries, end }: Golden): void {
  writeFileSync(path.join(FOLDER, name), gzipSync([header, ...entries, end].map((line) => `${JSON.stringify(line)}\n`).join(''), { level: 9 }));
}
