/** What of a table's recording may be used for research: only what was done by those who agreed, without names, times counted from the beginning. */
import { createHash } from 'node:crypto';
import { isSnapshot } from '@concert/shared/recording/index';
import type { Cell, Opened, Table, TableName, Tables } from '@concert/shared/recording/index';
import type { PersonRecord } from './ClassStore.ts';

/** Stable within a class and told by nobody who does not hold its record; goes with it. */
export const pseudonymOf = (secret: string, id: string): string => `p${createHash('sha256').update(`concert research ${secret} ${id}`).digest('hex').slice(0, 10)}`;

const MASK = '[name]';
/** Takes the names of the class out of a text: whole names, invented ones, and the longer parts of real ones. */
export function scrubber(people: readonly Pick<PersonRecord, 'name' | 'alias'>[]): (text: string) => string {
  const names = new Set(people.flatMap(({ name, alias }) => [name, alias, ...name.split(/\s+/).filter((part) => [...part].length > 2 || /\p{Script=Han}/u.test(part))]));
  const found = [...names].filter((name) => [...name].length > 1).sort((a, b) => b.length - a.length).map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (found.length === 0) return (text) => text;
  // Chinese is written without spaces; elsewhere a name is a word of its own.
  const any = new RegExp(found.map((name) => (/\p{Script=Han}/u.test(name) ? name : `(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`)).join('|'), 'giu');
  return (text) => text.replaceAll(any, MASK);
}

export interface Consent {
  /** Members of the match who agreed. */
  readonly agreed: ReadonlySet<string>;
  /** Seats all of whose people agreed, stand-ins' seats among them. */
  readonly open: ReadonlySet<string>;
}

/** Whose data is whole: a seat is open when everybody who ever acted for it, or sits there, agreed; one word on paper closes a seat that nobody sat in. */
export function consentOf(opened: Pick<Opened, 'entries' | 'scenario'>, table: string, people: readonly PersonRecord[]): Consent {
  const agreed = new Set(people.filter((person) => person.consent === true).map(({ id }) => id));
  const actors = new Map<string, Set<string>>(opened.scenario.seats.map(({ id }) => [id, new Set(people.filter((person) => person.table === table && person.seat === id).map((person) => person.id))]));
  const onPaper = new Set<string>();
  for (const entry of opened.entries) {
    if (isSnapshot(entry)) continue;
    if (entry.seat !== null && entry.member != null) actors.get(entry.seat)?.add(entry.member);
    if (entry.command.type !== 'desk') continue;
    const { act } = entry.command;
    if (act.type === 'enter') onPaper.add(act.seat);
    if (act.type === 'assign' && act.seat !== null) actors.get(act.seat)?.add(act.member);
  }
  const open = [...actors].filter(([seat, who]) => (who.size === 0 ? !onPaper.has(seat) : [...who].every((member) => agreed.has(member)))).map(([seat]) => seat);
  return { agreed, open: new Set(open) };
}

/** The tables of a recording with what others did taken out, the match under another name, and times in milliseconds from its first act. */
export function consentedTables(tables: Tables, opened: Pick<Opened, 'entries'>, { agreed, open }: Consent, match: string, clean: (text: string) => string): Table[] {
  const acts = opened.entries.flatMap((entry) => (isSnapshot(entry) ? [] : [entry]));
  const began = acts[0]?.at ?? 0;
  const speakers = new Map(acts.map((entry) => [entry.seq, entry.member ?? null]));
  const may = (seat: Cell): boolean => seat === null || seat === '' || open.has(String(seat));
  const only = (seats: Cell): string => String(seats ?? '').split(' ').filter((seat) => open.has(seat)).join(' ');
  const texts = new Set(tables.proposals.rows.filter((row) => may(at('proposals', row, 'author'))).map((row) => at('proposals', row, 'proposal')));
  const kept: Readonly<Record<TableName, (row: readonly Cell[]) => boolean>> = {
    events: (row) => may(at('events', row, 'source')),
    messages: (row) => { const who = speakers.get(Number(at('messages', row, 'seq'))) ?? null; return who === null ? may(at('messages', row, 'from')) : agreed.has(who); },
    proposals: (row) => may(at('proposals', row, 'author')),
    clauses: (row) => texts.has(at('clauses', row, 'proposal')),
    commitments: (row) => may(at('commitments', row, 'giver')) && texts.has(at('commitments', row, 'proposal')),
    indicators: () => true,
    seats: (row) => may(at('seats', row, 'seat')),
    dyads: (row) => may(at('dyads', row, 'a')) && may(at('dyads', row, 'b')),
  };
  const changed: Readonly<Record<string, (value: Cell, row: readonly Cell[]) => Cell>> = {
    'messages.text': (value) => clean(String(value)),
    'proposals.signed': only, 'proposals.refused_by': only,
    'proposals.objected_by': (value) => (may(value) ? value : null),
    // Reasons are not told apart by who gave them.
    'proposals.reasons': (value, row) => (String(at('proposals', row, 'refused_by') ?? '').split(' ').every((seat) => may(seat)) ? value : null),
    'indicators.provoker': (value) => (may(value) ? value : null),
  };
  function at(name: TableName, row: readonly Cell[], column: string): Cell { return row[tables[name].columns.indexOf(column)] ?? null; }
  return (Object.keys(kept) as TableName[]).map((name) => {
    const { columns, rows } = tables[name];
    return {
      name, columns,
      rows: rows.filter(kept[name]).map((row) => row.map((value, i) => {
        const column = columns[i] ?? '';
        if (column === 'match') return match;
        if (column === 'at') return Number(value) - began;
        return changed[`${name}.${column}`]?.(value, row) ?? (`${name}.${column}` in changed ? null : value);
      })),
    };
  });
}
