/** The export for research: the tables of all matches of a class as far as people agreed, who they were without names, their surveys, and what every column means. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf, type MatchState, type Scenario } from '@concert/shared';
import { codebookOf, createReel, csvOf, isOpened, isSnapshot, openRecording, RULES_VERSION, tablesOf, type Cell, type Codebook, type Meanings, type Opened, type Table } from '@concert/shared/recording/index';
import { PLANS } from '@concert/shared/protocol/seminar';
import { recordingLines } from '../match/recording.ts';
import type { MatchHall } from '../match/MatchHall.ts';
import type { MatchLog } from '../store/MatchLog.ts';
import { Activity } from './activity.ts';
import type { ClassRecord, PersonRecord } from './ClassStore.ts';
import { consentedTables, consentOf, pseudonymOf, scrubber, type Consent } from './consented.ts';
import type { ZipFile } from './zip.ts';

/** Columns of what the export adds to the tables of a recording; each is explained in assets/codebooks/research.json. */
export const RESEARCH_COLUMNS = {
  matches: ['match', 'scenario', 'scenario_version', 'scenario_hash', 'rules_version', 'seed', 'level', 'plan', 'rounds_planned', 'rounds_played', 'outcome', 'capital', 'people', 'open_seats', 'stand_in_seats', 'rewound'],
  people: ['person', 'match', 'seat', 'office', 'acts', 'messages', 'words', 'score', 'par', 'survey_outcome', 'survey_self', 'survey_process', 'survey_relationship', 'survey_text'],
  ratings: ['person', 'match', 'seat', 'toward', 'trust', 'kept'],
  desk: ['match', 'seq', 'at', 'act', 'detail'],
} as const;
type Added = keyof typeof RESEARCH_COLUMNS;
interface Codebooks { readonly book: Codebook; readonly meanings: Meanings; readonly added: Readonly<Record<Added, Readonly<Record<string, readonly [string, string]>>>>; readonly notes: readonly string[] }

const ASSETS = path.resolve(import.meta.dirname, '../../../assets/codebooks');
const asset = (name: string): unknown => JSON.parse(readFileSync(path.join(ASSETS, name), 'utf8'));
export function codebooks(): Codebooks {
  const added = asset('research.json') as { readonly notes: readonly string[]; readonly tables: Codebooks['added'] };
  return { book: asset('cameo.json') as Codebook, meanings: (asset('tables.json') as { readonly tables: Meanings }).tables, added: added.tables, notes: added.notes };
}

export interface ResearchDeps { readonly hall: MatchHall; readonly log: MatchLog; readonly software: string }

/** Where the export says something else than a recording would. */
const inExport: Readonly<Record<string, (row: readonly Cell[]) => Cell[]>> = {
  match: ([table, column]) => [table ?? '', column ?? '', 'id', 'number of the table in the class; joins all tables'],
  at: ([table, column]) => [table ?? '', column ?? '', 'integer', 'milliseconds from the first act of the match'],
};

/** The files of the export. Reads whole matches: for the desk alone, and seldom. */
export function researchFiles(record: ClassRecord, people: readonly PersonRecord[], deps: ResearchDeps): ZipFile[] {
  const books = codebooks();
  const clean = scrubber(people);
  const known = record.tables.flatMap((code, i) => { const played = openTable(code, deps); return played ? [tableOf(record, people, code, `m${i + 1}`, played, books, clean)] : []; });
  const joined = (name: string, columns: readonly string[]): Table => ({ name: name as Table['name'], columns, rows: known.flatMap((table) => table.find((each) => each.name === name)?.rows ?? []) });
  const names = [...new Set(known.flatMap((tables) => tables.map((table) => ({ name: table.name as string, columns: table.columns }))).map((each) => JSON.stringify(each)))].map((text) => JSON.parse(text) as { readonly name: string; readonly columns: readonly string[] });
  const meant = codebookOf(books.meanings);
  const explained: Table = { ...meant, rows: [...(Object.keys(RESEARCH_COLUMNS) as Added[]).flatMap((name) => RESEARCH_COLUMNS[name].map((column): Cell[] => [name, column, ...(books.added[name][column] ?? ['', ''])])), ...meant.rows.map((row) => inExport[String(row[1])]?.(row) ?? row)] };
  return [
    { name: 'README.txt', text: `${books.notes.join('\n')}\n` },
    { name: 'codebook.csv', text: csvOf(explained) },
    ...names.map(({ name, columns }) => ({ name: `${name}.csv`, text: csvOf(joined(name, columns)) })),
  ];
}

function openTable(code: string, { hall, log, software }: ResearchDeps): Opened | null {
  const match = hall.find(code);
  const scenario = match && hall.scenario(match.scenario);
  if (!match || !scenario) return null;
  const opened = openRecording([...recordingLines(log, match, scenario, software)].join(''), (id) => hall.scenario(id));
  return isOpened(opened) ? opened : null;
}

function tableOf(record: ClassRecord, people: readonly PersonRecord[], code: string, match: string, opened: Opened, books: Codebooks, clean: (text: string) => string): Table[] {
  const reel = createReel(opened);
  const consent = consentOf(opened, code, people);
  const end = reel.stateAt(reel.length - 1);
  const activity = new Activity(opened.entries as ConstructorParameters<typeof Activity>[0]);
  const own = people.filter((person) => person.table === code && person.seat !== null && consent.agreed.has(person.id));
  const person = ({ id }: PersonRecord): string => pseudonymOf(record.research?.salt ?? '', id);
  const added = (name: Added, rows: readonly (readonly Cell[])[]): Table => ({ name: name as Table['name'], columns: RESEARCH_COLUMNS[name], rows });
  return [
    added('matches', [matchRow(record, match, opened, end, consent)]),
    added('people', own.map((each) => {
      const doings = activity.members.get(each.id);
      const result = consent.open.has(each.seat ?? '') ? end.ending?.scores.find(({ seat }) => seat === each.seat) : undefined;
      const { survey } = each;
      return [person(each), match, each.seat, each.office, doings?.acts ?? 0, doings?.messages ?? 0, doings?.words ?? 0, result?.score ?? null, result?.par ?? null, survey?.outcome ?? null, survey?.self ?? null, survey?.process ?? null, survey?.relationship ?? null, survey ? clean(survey.text) : null];
    })),
    added('ratings', own.flatMap((each) => opened.scenario.seats.flatMap(({ id }) => {
      const [trust, kept] = [each.survey?.trust[id], each.survey?.kept[id]];
      return trust === undefined && kept === undefined ? [] : [[person(each), match, each.seat, id, trust ?? null, kept ?? null]];
    }))),
    added('desk', deskRows(opened, match, clean)),
    ...consentedTables(tablesOf(reel, books.book), opened, consent, match, clean),
  ];
}

function matchRow(record: ClassRecord, match: string, { header, scenario, entries }: Opened, end: MatchState, { open }: Consent): Cell[] {
  const seats = scenario.seats.map(({ id }) => id);
  return [
    match, scenario.id, scenario.version, hashOf(scenario satisfies Scenario), header.rulesVersion || RULES_VERSION, header.seed, record.level, record.plan, Math.min(PLANS[record.plan].rounds, scenario.rounds), end.history.length, end.ending?.tier ?? null, record.settings.capital ?? 'off',
    header.seats.filter(({ holder }) => holder === 'people').length, seats.filter((seat) => open.has(seat)).join(' '), header.seats.filter(({ holder }) => holder === 'bot').map(({ seat }) => seat).join(' '),
    entries.some((entry) => !isSnapshot(entry) && entry.command.type === 'desk' && entry.command.act.type === 'rewind'),
  ];
}

/** What the facilitator did to the match; who sat where and was silenced is not research. */
function deskRows({ entries }: Opened, match: string, clean: (text: string) => string): Cell[][] {
  const acts = entries.flatMap((entry) => (isSnapshot(entry) ? [] : [entry]));
  const began = acts[0]?.at ?? 0;
  return acts.flatMap(({ seq, at, command }) => {
    if (command.type !== 'desk') return [];
    const { act } = command;
    const detail = act.type === 'pause' ? act.reason : act.type === 'say' ? act.text : act.type === 'inject' ? `${act.inject.kind}: ${act.inject.text}` : act.type === 'extend' ? String(act.seconds) : act.type === 'rewind' ? String(act.round) : act.type === 'settle' || act.type === 'ratify' ? act.verdict : act.type === 'capital' ? act.by : act.type === 'resume' ? '' : null;
    return detail === null ? [] : [[match, seq, at - began, act.type, clean(detail)]];
  });
}
