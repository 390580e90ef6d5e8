/** A recording as tidy tables for research: one row an observation, one column a variable (assets/codebooks/tables.json says what each means). */
import Papa from 'papaparse';
import { evolve } from '../engine/evolve.ts';
import { allPairs, pairKey } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState, Proposal } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import { waiting } from '../rules/setup.ts';
import { occurrencesOf, type Codebook, type Occurrence } from './coding.ts';
import type { Reel } from './reel.ts';

export type Cell = string | number | boolean | null;
export interface Table { readonly name: TableName | 'codebook'; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
/** Columns of every table, in order. */
export const COLUMNS = {
  events: ['match', 'seq', 'step', 'at', 'round', 'phase', 'slot', 'event', 'source', 'target', 'detail', 'visible_to', 'cameo', 'cameo_local', 'goldstein', 'cameo_label'],
  messages: ['match', 'seq', 'step', 'at', 'round', 'phase', 'from', 'to', 'public', 'characters', 'text'],
  proposals: ['match', 'proposal', 'chain', 'version', 'parent', 'seq', 'round', 'phase', 'author', 'scope', 'chair_draft', 'lines', 'parties', 'signed', 'refused_by', 'reasons', 'objected_by', 'status'],
  clauses: ['match', 'proposal', 'line', 'clause', 'category', 'givers', 'receivers', 'mode', 'after_line', 'options', 'scope', 'round', 'status'],
  commitments: ['match', 'commitment', 'proposal', 'line', 'clause', 'category', 'giver', 'receivers', 'mode', 'scope', 'adopted_round', 'state', 'tranches', 'performed', 'feigned', 'first_performed_round', 'broken_round', 'apologised_round', 'deniable'],
  indicators: ['match', 'round', 'label', 'tension', 'blocs', 'consensus', 'validity', 'divergence', 'mood', 'rung', 'institutions', 'verification', 'war_index', 'paper_pressure', 'pressure', 'tests', 'brink', 'provoker'],
  seats: ['match', 'round', 'seat', 'red_line', 'enforced', 'support', 'side'],
  dyads: ['match', 'round', 'a', 'b', 'trust', 'meetings', 'messages', 'proposals', 'agreements', 'events_a_to_b', 'goldstein_a_to_b', 'events_b_to_a', 'goldstein_b_to_a'],
} as const;
export type TableName = keyof typeof COLUMNS;
export type Tables = Readonly<Record<TableName, Table>>;

interface Placed extends Occurrence { readonly seq: number; readonly step: number; readonly at: number; readonly round: number; readonly phase: string; readonly slot: number }
const list = (seats: readonly string[]): string => seats.join(' ');

/** All tables of a recording. `book` is assets/codebooks/cameo.json. */
export function tablesOf(reel: Reel, book: Codebook): Tables {
  const { scenario, header } = reel.opened;
  const { match } = header;
  const found = placed(reel, book);
  const end = reel.stateAt(reel.length - 1);
  const table = (name: TableName, rows: readonly (readonly Cell[])[]): Table => ({ name, columns: COLUMNS[name], rows: rows.map((row) => [match, ...row]) });
  const category = (clause: string): string => lookup(scenario).clauses.get(clause)?.category ?? '';
  const tabled = tabledAt(reel);
  return {
    events: table('events', found.map(({ seq, step, at, round, phase, slot, kind, from, to, detail, seen, code }) => [seq, step, at, round, phase, slot, kind, from, to, detail, seen === 'all' ? 'all' : list(seen), code?.code ?? null, code?.local ?? null, code?.value ?? null, code?.label ?? null])),
    messages: table('messages', messageRows(reel)),
    proposals: table('proposals', end.proposals.map((p) => [p.id, p.chain, p.version, p.parent, tabled.get(p.id)?.seq ?? null, p.round, tabled.get(p.id)?.phase ?? null, p.author, p.scope, p.chairDraft, p.lines.length, list(p.parties), list(p.signed), list(p.refusals.map(({ seat }) => seat)), list([...new Set(p.refusals.flatMap(({ reasons }) => reasons))]), p.objection, p.status])),
    clauses: table('clauses', end.proposals.flatMap((p) => lineRows(p, category))),
    commitments: table('commitments', end.commitments.map((c) => {
      const given = c.tranches.filter(({ state }) => state === 'performed');
      const rounds = given.flatMap(({ performedAt }) => (performedAt === null ? [] : [performedAt]));
      return [c.id, c.proposal, c.line, c.clause, category(c.clause), c.giver, list(c.receivers), c.mode, c.scope, c.adoptedAt, c.state, c.tranches.length, given.length, c.tranches.filter(({ state }) => state === 'feigned').length, rounds.length > 0 ? Math.min(...rounds) : null, c.brokenAt ?? null, c.apologisedAt ?? null, c.deniable];
    })),
    indicators: table('indicators', end.history.map(({ round, indicators: i, paperPressure, pressure, tests, brink, sides }) => [round, scenario.roundLabels[round - 1] ?? '', i.TEN, i.BLOC, i.CON, i.VAL, i.D, i.CM, i.PRO, i.INST, i.V, i.W, paperPressure, pressure, tests, brink, sides?.provoker ?? null])),
    seats: table('seats', end.history.flatMap(({ round, redLines, enforced, ds, sides }) => scenario.seats.map(({ id }) => [round, id, redLines[id] ?? null, (enforced ?? redLines)[id] ?? null, ds[id] ?? null, sides?.picks[id] ?? null]))),
    dyads: table('dyads', dyadRows(reel, found, end)),
  };
}

function placed(reel: Reel, book: Codebook): readonly Placed[] {
  const { scenario } = reel.opened;
  let state = waiting(scenario);
  const found: Placed[] = [];
  for (const { seq, index, at, events } of reel.steps) {
    for (const event of events) {
      const next = evolve(state, event);
      // An act that closes its phase still belongs to it: the state before says where it stands.
      const where = state.round === 0 || event.type === 'eventFired' ? next : state;
      for (const occurrence of occurrencesOf(scenario, book, event, state, next)) found.push({ ...occurrence, seq, step: index, at, round: where.round, phase: where.phase, slot: where.slot });
      state = next;
    }
  }
  return found;
}

function tabledAt(reel: Reel): ReadonlyMap<string, { readonly seq: number; readonly phase: string }> {
  const tabled = new Map<string, { seq: number; phase: string }>();
  for (const { seq, index, events } of reel.steps) {
    for (const event of events) if (event.type === 'proposalTabled') tabled.set(event.proposal.id, { seq, phase: reel.steps[index - 1]?.phase ?? '' });
  }
  return tabled;
}

function messageRows(reel: Reel): Cell[][] {
  const seats = reel.opened.scenario.seats.length;
  return reel.steps.flatMap(({ seq, index, at, events }) => events.flatMap((event) => {
    if (event.type !== 'messageSent') return [];
    const { channel, from, text, round, phase } = event.message;
    const parties = channel.split('+');
    return [[seq, index, at, round, phase, from, list(parties.filter((seat) => seat !== from)), parties.length === seats, [...text].length, text]];
  }));
}

const lineRows = (p: Proposal, category: (clause: string) => string): Cell[][] => p.lines.map((line, n) => [
  p.id, n, line.clause, category(line.clause), list(line.givers), list(line.receivers), line.mode, line.after ?? null,
  Object.entries(line.options ?? {}).map(([name, value]) => (value === true ? name : `${name}=${String(value)}`)).join(' '), p.scope, p.round, p.status,
]);

/** The value of what was said and done stands with its direction; sums, since CAMEO values are no scale for means of means. */
function dyadRows(reel: Reel, found: readonly Placed[], { history }: MatchState): Cell[][] {
  const { scenario } = reel.opened;
  const between = (round: number, from: SeatId, to: SeatId, kind?: string): Placed[] => (byRound.get(round) ?? []).filter((each) => each.from === from && each.to === to && (kind === undefined || each.kind === kind));
  const byRound = new Map<number, Placed[]>();
  for (const each of found) byRound.set(each.round, [...(byRound.get(each.round) ?? []), each]);
  const goldstein = (rows: readonly Placed[]): number => Math.round(rows.reduce((sum, { code }) => sum + (code?.value ?? 0), 0) * 10) / 10;
  return history.flatMap(({ round, trust }) => allPairs(scenario).map(([a, b]) => {
    const both = (kind: string): number => between(round, a, b, kind).length + between(round, b, a, kind).length;
    const [ab, ba] = [between(round, a, b), between(round, b, a)];
    return [round, a, b, trust[pairKey(scenario, a, b)] ?? null, both('met') / 2, both('message'), both('proposed'), both('signed') / 2, ab.length, goldstein(ab), ba.length, goldstein(ba)];
  }));
}

/** What every column means, as data: table -> column -> [kind of value, meaning]. */
export type Meanings = Readonly<Record<TableName, Readonly<Record<string, readonly [type: string, meaning: string]>>>>;

/** The codebook as a table of its own. */
export function codebookOf(meanings: Meanings): Table {
  const rows = (Object.keys(COLUMNS) as TableName[]).flatMap((name) => COLUMNS[name].map((column) => [name, column, ...(meanings[name][column] ?? ['', ''])]));
  return { name: 'codebook', columns: ['table', 'column', 'type', 'meaning'], rows };
}

/** As CSV; a text that a spreadsheet would run as a formula is written so that it stays text. */
export const csvOf = ({ columns, rows }: Table): string => `${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\n' })}\n`;
