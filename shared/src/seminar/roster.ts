/** A pasted or imported roster becomes people: CSV or one name a line, with or without a head line; columns name, table, seat, office; the seat may be `observer`. */
import Papa from 'papaparse';
import type * as z from 'zod';
import type { Person as PersonShape } from '../protocol/seminar.ts';

export type Person = z.input<typeof PersonShape>;
export interface Roster { readonly people: readonly Person[]; /** Lines that could not be read, from 1. */ readonly unread: readonly number[] }

/** Head lines that spreadsheets come with; anything else is a name. */
const COLUMNS: Readonly<Record<string, keyof Person>> = { name: 'name', student: 'name', 姓名: 'name', 名字: 'name', table: 'table', group: 'table', 桌: 'table', 组: 'table', seat: 'seat', role: 'seat', country: 'seat', 席位: 'seat', office: 'office', 职务: 'office' };
const MOST_NAME = 60;
/** In the place of a seat: this one watches. */
const OBSERVERS: readonly string[] = ['observer', '观察员', '觀察員'];

/** `seats` are the ids a seat may have. */
export function readRoster(text: string, seats: readonly string[], offices: readonly string[]): Roster {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const head = (data[0] ?? []).map((cell) => COLUMNS[cell.trim().toLowerCase()]);
  const named = head.includes('name');
  const columns: readonly (keyof Person | undefined)[] = named ? head : ['name', 'table', 'seat', 'office'];
  const people: Person[] = [];
  const unread: number[] = [];
  for (const [i, row] of data.entries()) {
    if (named && i === 0) continue;
    const cell = (column: keyof Person): string => (row[columns.indexOf(column)] ?? '').trim();
    const name = cell('name').slice(0, MOST_NAME);
    const observes = OBSERVERS.includes(cell('seat').toLowerCase());
    const seat = seats.find((id) => id.toLowerCase() === cell('seat').toLowerCase());
    const office = offices.find((id) => id.toLowerCase() === cell('office').toLowerCase());
    const table = /^\d+$/.test(cell('table')) ? Number(cell('table')) : undefined;
    if (name === '' || (cell('seat') !== '' && !seat && !observes) || (cell('office') !== '' && !office) || (cell('table') !== '' && (table === undefined || table < 1 || table > 12))) unread.push(i + 1);
    else people.push({ name, ...(table === undefined ? {} : { table }), ...(seat ? { seat } : {}), ...(office && !observes ? { office } : {}), ...(observes ? { observes } : {}) });
  }
  return { people, unread };
}
