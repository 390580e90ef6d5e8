/** The tables are tidy and say what happened; codes come from the codebook with their values; a spreadsheet runs nothing. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { codebookOf, COLUMNS, createReel, csvOf, isOpened, openRecording, tablesOf, type Codebook, type Meanings, type Table, type TableName } from '../../src/recording/index.ts';
import { recorded } from './played.ts';

const asset = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../assets/codebooks/${name}.json`, import.meta.url), 'utf8'));
const book = asset('cameo') as Codebook;
const meanings = (asset('tables') as { tables: Meanings }).tables;
const opened = openRecording(recorded({ seed: 31, level: 'full' }));
if (!isOpened(opened)) throw new Error(opened.code);
const reel = createReel(opened);
const tables = tablesOf(reel, book);
const column = ({ columns, rows }: Table, name: string): unknown[] => rows.map((row) => row[columns.indexOf(name)]);
const end = reel.stateAt(reel.length);

test('TAB-1 every table has its columns, each with a meaning, and rows as wide', () => {
  for (const name of Object.keys(COLUMNS) as TableName[]) {
    expect(Object.keys(meanings[name]), name).toEqual([...COLUMNS[name]]);
    if (name !== 'messages') expect(tables[name].rows.length, name).toBeGreaterThan(0); // bots are silent
    for (const row of tables[name].rows) expect(row.length, name).toBe(COLUMNS[name].length);
  }
  expect(codebookOf(meanings).rows.every(([, , type, meaning]) => type !== '' && meaning !== '')).toBe(true);
});

test('TAB-2 the tables count what the match counts', () => {
  expect(tables.proposals.rows).toHaveLength(end.proposals.length);
  expect(tables.clauses.rows).toHaveLength(end.proposals.reduce((sum, { lines }) => sum + lines.length, 0));
  expect(tables.commitments.rows).toHaveLength(end.commitments.length);
  expect(tables.messages.rows).toHaveLength(end.messages.length);
  expect(column(tables.indicators, 'consensus')).toEqual(end.history.map(({ indicators }) => indicators.CON));
  expect(tables.dyads.rows).toHaveLength(end.history.length * 15);
  expect(tables.seats.rows).toHaveLength(end.history.length * 6);
  const met = column(tables.events, 'event').filter((kind) => kind === 'met').length;
  expect(column(tables.dyads, 'meetings').reduce<number>((sum, n) => sum + Number(n), 0)).toBe(met / 2);
});

test('TAB-3 coded rows carry exactly the values of the codebook, with the local mark where CAMEO has no code', () => {
  const { columns, rows } = tables.events;
  const at = (row: readonly unknown[], name: string): unknown => row[columns.indexOf(name as never)];
  const coded = rows.filter((row) => at(row, 'cameo') !== null);
  expect(coded.length).toBeGreaterThan(50);
  const known = new Map([...Object.values(book.actions), ...Object.values(book.events), ...Object.values(book.performed)].map((code) => [`${code.code} ${code.local ?? ''}`, code]));
  for (const row of coded) {
    const code = known.get(`${at(row, 'cameo') as string} ${(at(row, 'cameo_local') ?? '') as string}`);
    expect(code && [code.value, code.label]).toEqual([at(row, 'goldstein'), at(row, 'cameo_label')]);
  }
  for (const row of rows.filter((each) => at(each, 'event') === 'action')) expect(at(row, 'cameo')).toBe(book.actions[String(at(row, 'detail'))]?.code ?? null);
  expect(rows.filter((row) => at(row, 'event') === 'declared').every((row) => at(row, 'visible_to') === at(row, 'source'))).toBe(true);
});

test('TAB-4 CSV reads back as written, numbers bare, formulas as text', () => {
  const back = Papa.parse<string[]>(csvOf(tables.indicators).trimEnd());
  expect(back.data[0]).toEqual([...tables.indicators.columns]);
  expect(back.data).toHaveLength(tables.indicators.rows.length + 1);
  const mood = back.data.slice(1).map((row) => Number(row[tables.indicators.columns.indexOf('mood')]));
  expect(mood).toEqual(column(tables.indicators, 'mood'));
  expect(csvOf({ name: 'messages', columns: ['text', 'n'], rows: [['=HYPERLINK("http://x")', -5]] })).toBe('text,n\n"\'=HYPERLINK(""http://x"")",-5\n');
});
