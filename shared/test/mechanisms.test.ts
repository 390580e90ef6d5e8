/** docs/mechanisms.md says where each mechanism stands: every one has a row, every file it names is there, every recording it names shows it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenFiles, readGolden } from './golden/format.ts';
import { MECHANISMS } from './golden/mechanisms.ts';

const root = new URL('../../', import.meta.url);
const doc = readFileSync(new URL('docs/mechanisms.md', root), 'utf8');
const numbered = new Set([...readFileSync(new URL('docs/rules.md', root), 'utf8').matchAll(/^\*\*([^*]+)\*\*/gm)].flatMap((rule) => (rule[1] ?? '').split(/[, ]+/)));
const rows = doc.split('\n').filter((line) => /^\| M\d\d /.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const files = (cell = ''): string[] => [...cell.matchAll(/`([\w/.-]+\.tsx?)`/g)].map((found) => found[1] ?? '');
const there = (folder: string, cell?: string): readonly string[] => files(cell).filter((file) => !existsSync(new URL(`${folder}/${file}`, root)));

describe('MECHANISMS of the essay', () => {
  it('each has a row, in order', () => expect(rows.map(([id]) => id)).toEqual(Object.keys(MECHANISMS)));

  it.each(rows)('%s (%s) names rules, files and a recording that are there', (...row) => {
    const [id = '', , , numbers = '', screen, bots, tests, recorded = ''] = row as string[];
    expect([...numbers.matchAll(/[A-Z]{1,2}-?\d+/g)].map(([number]) => number).filter((number) => !numbered.has(number))).toEqual([]);
    expect([...there('client/src', screen), ...there('shared/src/bots', bots), ...there('shared/test/rules', tests)]).toEqual([]);
    expect(files(screen).length * files(tests).length).toBeGreaterThan(0);
    const golden = goldenFiles().find((file) => file.startsWith(`${recorded.replaceAll('`', '')}.`));
    expect(golden && readGolden(golden).header.mechanisms).toContain(id);
  });
});
