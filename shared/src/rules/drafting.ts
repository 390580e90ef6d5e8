/** PR-2, PR-8: which lines a text may hold: who may give and receive a clause, in which mode, and what is spent already. */
import type { LineDraft, MatchOptions, Refusal } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { ClauseId, Mode, SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { LegalClause } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, PartySpec, Scenario } from '../scenario/schema.ts';
import { optionsFor } from './draftingOptions.ts';
import { commitmentsOf, givenTranches, owedTranches } from './ledger.ts';
import { eventBars } from './events/standing.ts';
import type { Bar } from './events/standing.ts';
import { allows } from './level.ts';
import { standing } from './tranches.ts';

/** M13: from here no clause may cross the dividing line. */
const BLOCS_CLOSED_FROM = 85;

export const clauseOf = (scenario: Scenario, id: ClauseId): ClauseSpec | undefined => lookup(scenario).clauses.get(id);
export function sameSeats(a: readonly SeatId[], b: readonly SeatId[]): boolean {
  if (a.length !== b.length) return false;
  for (const seat of a) if (!b.includes(seat)) return false;
  return true;
}

function alikeInOrder(a: readonly SeatId[], b: readonly SeatId[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

type SeatSets = readonly (readonly SeatId[])[];

/** PR-2: the sets of seats that may stand as givers of a clause. */
export function giverSets(scenario: Scenario, clause: ClauseSpec): SeatSets {
  const { givers } = lookup(scenario);
  let sets = givers.get(clause.id);
  if (!sets) givers.set(clause.id, (sets = partySets(scenario, clause.giver, [])));
  return sets;
}

/** PR-2: the sets that may receive it from these givers. */
export function receiverSets(scenario: Scenario, clause: ClauseSpec, givers: readonly SeatId[]): SeatSets {
  const { receivers } = lookup(scenario);
  let known = receivers.get(clause.id);
  if (!known) receivers.set(clause.id, (known = []));
  for (const each of known) if (alikeInOrder(each.givers, givers)) return each.sets;
  const sets = partySets(scenario, clause.receiver, givers);
  known.push({ givers, sets });
  return sets;
}

function partySets(scenario: Scenario, party: PartySpec, givers: readonly SeatId[]): SeatSets {
  const { everyone } = lookup(scenario);
  switch (party.mode) {
    case 'each':
    case 'joint':
      return [inOrder(scenario, party.seats)];
    case 'oneOf':
      return inOrder(scenario, party.seats).filter((seat) => !givers.includes(seat)).map((seat) => [seat]);
    case 'all':
      return [everyone];
    case 'others':
      return [everyone.filter((seat) => !givers.includes(seat))];
    case 'eachOther':
      return [givers.length > 0 ? inOrder(scenario, givers) : inOrder(scenario, party.seats)];
    default:
      return party.mode satisfies never;
  }
}

/** PR-2, CO-13: everybody a line binds or serves, and those who must sign with them. */
export function partiesOf(scenario: Scenario, lines: readonly LineDraft[], besides: readonly SeatId[] = []): SeatId[] {
  const bound = [...besides];
  for (const line of lines) bound.push(...line.givers, ...line.receivers, ...(clauseOf(scenario, line.clause)?.needsSigners ?? []));
  return inOrder(scenario, bound);
}

/** The line with its seats in scenario order, so that equal lines are equal data. */
export function tidy(scenario: Scenario, line: LineDraft): LineDraft {
  const { clause, mode, after, options } = line;
  const tidied: LineDraft = { clause, givers: inOrder(scenario, line.givers), receivers: inOrder(scenario, line.receivers), mode };
  if (after === undefined && options === undefined) return tidied;
  return { ...tidied, ...(after === undefined ? {} : { after }), ...(options && Object.keys(options).length > 0 ? { options } : {}) };
}

/** Whether one line is legal now; `meeting` holds the two seats of a bilateral, null for a plenary text. */
export function checkLine(scenario: Scenario, state: MatchState, line: LineDraft, meeting: readonly SeatId[] | null): Refusal | null {
  const clause = clauseOf(scenario, line.clause);
  if (!clause) return refuse('unknown-clause', { clause: line.clause });
  return checkForm(scenario, state, clause, line, meeting) ?? checkStanding(state, clause, line) ?? checkEvents(eventBars(scenario, state), clause, line);
}

/** What can be said of a line without its history: it depends on the scenario, the match options, the meeting and whether the blocs are closed, and on nothing else. */
function checkForm(scenario: Scenario, state: MatchState, clause: ClauseSpec, line: LineDraft, meeting: readonly SeatId[] | null): Refusal | null {
  const mode = checkMode(scenario, state, clause, line.mode);
  if (mode) return mode;
  const givers = giverSets(scenario, clause);
  if (!givers.some((set) => sameSeats(set, line.givers))) return refuse('wrong-giver', { clause: clause.id, seats: named(scenario, givers), choose: givers.length > 1 ? 1 : (givers[0]?.length ?? 0) });
  const receivers = receiverSets(scenario, clause, line.givers);
  if (!receivers.some((set) => sameSeats(set, line.receivers))) return refuse('wrong-receiver', { clause: clause.id, seats: named(scenario, receivers), choose: receivers.length > 1 ? 1 : (receivers[0]?.length ?? 0) });
  return checkMeeting(clause, line, meeting) ?? (blocsClosed(state) && crossesBlocs(scenario, line.givers, line.receivers) ? refuse('blocs-closed', { clause: clause.id, limit: BLOCS_CLOSED_FROM }) : null);
}

const blocsClosed = (state: MatchState): boolean => state.indicators.BLOC >= BLOCS_CLOSED_FROM;

/** LV: a drafting mode that this match does not play makes the line illegal. */
function checkMode(scenario: Scenario, state: MatchState, clause: ClauseSpec, mode: Mode): Refusal | null {
  return allows(scenario, state, mode) ? null : refuse('clause-not-at-level', { clause: clause.id, mode, level: state.options.level });
}

/** PR-3: a bilateral binds its two parties and nobody else. */
function checkMeeting(clause: ClauseSpec, line: LineDraft, meeting: readonly SeatId[] | null): Refusal | null {
  if (!meeting) return null;
  const missing = (clause.needsSigners ?? []).filter((seat) => !meeting.includes(seat));
  if (missing.length > 0) return refuse('missing-signer', { clause: clause.id, seats: missing.join(',') });
  const outside = [...new Set([...line.givers, ...line.receivers])].filter((seat) => !meeting.includes(seat));
  return outside.length > 0 ? refuse('line-outside-meeting', { clause: clause.id, seats: outside.join(',') }) : null;
}

/** PR-8: what stands cannot be promised again, and what is spent is spent; an unperformed rest may be replaced (CO-8). */
function checkStanding(state: MatchState, clause: ClauseSpec, line: Pick<LineDraft, 'givers' | 'receivers'>): Refusal | null {
  for (const giver of line.givers) {
    if (givenTranches(state, clause.id, giver) < owedTranches(clause)) continue;
    if (clause.rev === 'I') return refuse('already-spent', { clause: clause.id, giver });
    const others = line.receivers.filter((seat) => seat !== giver);
    if (commitmentsOf(state, clause.id).some((c: Commitment) => c.giver === giver && standing(c) && sameSeats(c.receivers, others))) return refuse('already-in-force', { clause: clause.id, giver });
  }
  return null;
}

/** E12, E21: what an event keeps a giver from promising now. */
function checkEvents(bars: readonly Bar[], clause: ClauseSpec, line: Pick<LineDraft, 'givers'>): Refusal | null {
  const bar = bars.find((each) => each.clause === clause.id && (each.giver === null || line.givers.includes(each.giver)));
  if (!bar) return null;
  return bar.first === null ? refuse('event-bars', { event: bar.event, clause: clause.id }) : refuse('clause-first', { event: bar.event, clause: bar.first, clauses: clause.id });
}

/** M13: a giver and a receiver on different sides of the dividing line. */
export function crossesBlocs(scenario: Scenario, givers: readonly SeatId[], receivers: readonly SeatId[]): boolean {
  const bloc = (seat: SeatId): string | undefined => lookup(scenario).seats.get(seat)?.bloc;
  return givers.some((giver) => receivers.some((receiver) => bloc(giver) !== bloc(receiver)));
}

const named = (scenario: Scenario, sets: readonly (readonly SeatId[])[]): string => inOrder(scenario, sets.flat()).join(',');

/** Options that not every clause takes. */
const OPTIONAL = ['SNAP-BACK', 'SATELLITE-RIDER'] as const;
/** A line a clause may make here, and what speaks against its form. */
interface Form { readonly givers: readonly SeatId[]; readonly receivers: readonly SeatId[]; readonly why: Refusal | null }
/** The clauses of one place as they stood by a ledger. */
interface Menu { readonly options: MatchOptions; readonly forms: readonly (readonly Form[])[]; ledger: readonly Commitment[]; clauses: readonly LegalClause[] }
const menus = new WeakMap<Scenario, Map<string, Menu>>();

/**
 * The clauses of the scenario with the parties each may have here, or why it cannot stand in a text now. The menu is asked for after
 * every act, so only clauses whose promises changed since are looked at again; the others, and a menu where none did, stay the same objects.
 */
export function legalClauses(scenario: Scenario, state: MatchState, meeting: readonly SeatId[] | null): readonly LegalClause[] {
  const bars = eventBars(scenario, state);
  const key = `${meeting?.join('+') ?? ''}|${String(blocsClosed(state))}|${bars.map((bar) => `${bar.event}>${bar.clause}${bar.giver ?? ''}`).join()}`;
  let places = menus.get(scenario);
  if (!places) menus.set(scenario, (places = new Map<string, Menu>()));
  const known = places.get(key);
  if (known && (known.options === state.options || sameRules(known.options, state.options))) return renewed(scenario, state, known, bars);
  const forms = scenario.clauses.map((clause) => formsOf(scenario, state, clause, meeting));
  const menu: Menu = { options: state.options, forms, ledger: state.commitments, clauses: scenario.clauses.map((clause, i) => legalClause(scenario, state, clause, forms[i] ?? [], bars)) };
  places.set(key, menu);
  return menu.clauses;
}

const sameRules = (a: MatchOptions, b: MatchOptions): boolean => a.level === b.level && a.pinned.join() === b.pinned.join();

function renewed(scenario: Scenario, state: MatchState, menu: Menu, bars: readonly Bar[]): readonly LegalClause[] {
  const { ledger } = menu;
  if (ledger === state.commitments) return menu.clauses;
  const touched = new Set<ClauseId>();
  for (let i = Math.max(ledger.length, state.commitments.length) - 1; i >= 0; i -= 1) {
    const [was, is] = [ledger[i], state.commitments[i]];
    if (was === is) continue;
    if (was) touched.add(was.clause);
    if (is) touched.add(is.clause);
  }
  menu.ledger = state.commitments;
  if (touched.size > 0) menu.clauses = scenario.clauses.map((clause, i) => (touched.has(clause.id) ? legalClause(scenario, state, clause, menu.forms[i] ?? [], bars) : (menu.clauses[i] as LegalClause)));
  return menu.clauses;
}

function formsOf(scenario: Scenario, state: MatchState, clause: ClauseSpec, meeting: readonly SeatId[] | null): Form[] {
  return giverSets(scenario, clause).flatMap((givers) =>
    receiverSets(scenario, clause, givers).map((receivers) => ({ givers, receivers, why: checkForm(scenario, state, clause, { clause: clause.id, givers, receivers, mode: 'WRITTEN' }, meeting) })));
}

function legalClause(scenario: Scenario, state: MatchState, clause: ClauseSpec, forms: readonly Form[], bars: readonly Bar[]): LegalClause {
  const givers: (readonly SeatId[])[] = [];
  const receivers: (readonly SeatId[])[] = [];
  let why: Refusal | null = null;
  for (const form of forms) {
    const refusal = form.why ?? checkStanding(state, clause, form) ?? checkEvents(bars, clause, form);
    if (refusal) {
      why ??= refusal;
      continue;
    }
    if (!givers.some((set) => sameSeats(set, form.givers))) givers.push(form.givers);
    if (!receivers.some((set) => sameSeats(set, form.receivers))) receivers.push(form.receivers);
  }
  return { clause: clause.id, givers, receivers, ok: givers.length > 0, why: givers.length > 0 ? null : why, ...(OPTIONAL.some((option) => allows(scenario, state, option)) ? { options: optionsFor(clause) } : {}) };
}
