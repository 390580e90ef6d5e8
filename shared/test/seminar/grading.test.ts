/** The grading sheet opens in a spreadsheet and runs nothing there. */
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { GRADING_COLUMNS, gradingSheet, type Graded } from '../../src/seminar/grading.ts';

const row = (set: Partial<Graded>): Graded => ({ name: 'Ada', alias: 'Cedar 1', table: 1, seat: 'US', office: 'head', acts: 3, messages: 2, words: 40, surveyed: true, outcome: 'concert', score: 68, par: 46, ...set });

it('GRADING one row a person under a head line, empty where there is nothing', () => {
  const { data } = Papa.parse<Record<string, string>>(gradingSheet([row({}), row({ name: 'Bo, "the second"', table: null, seat: null, score: null })]).replace('\uFEFF', ''), { header: true, skipEmptyLines: true });
  expect(Object.keys(data[0] ?? {})).toEqual([...GRADING_COLUMNS]);
  expect(data[0]).toMatchObject({ name: 'Ada', seat: 'US', score: '68', surveyed: 'true' });
  expect(data[1]).toMatchObject({ name: 'Bo, "the second"', table: '', score: '' });
});
it('GRADING a name that is a formula stays a name', () => {
  for (const name of ['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)']) expect(gradingSheet([row({ name })])).toContain(`'${name.slice(0, 2)}`.replaceAll('"', '""'));
});
