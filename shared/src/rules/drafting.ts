/** PR-2, PR-8: which lines a text may hold: who may give and receive a clause, in which mode, and what is spent already. */
import type { LineDraft, Refusal } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { ClauseId, Mode, SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { LegalClause } from '../model/view.ts';
import type { ClauseSpec, PartySpec, Scenario } from '../scenario/schema.ts';
import { commitmentsOf, givenTranches, owedTranches, standing } from './ledger.ts';
import { allows } from './level.ts';

/** M13: from here no clause may cross the dividing line. */
const BLOCS_CLOSED_FROM = 85;

export const clauseOf = (scenario: Scenario, id: ClauseId): ClauseSpec | undefined => scenario.clauses.find((clause) => clause.id === id);
const everyone = (scenario: Scenario): SeatId[] => scenario.seats.map((seat) => seat.id);
export const sameSeats = (a: readonly SeatId[], b: readonly SeatId[]): boolean => a.length === b.length && a.every((seat) => b.includes(seat));

/** PR-2: the sets of seats that may stand as givers of a clause. */
export function giverSets(scenario: Scenario, clause: ClauseSpec): SeatId[][] {
  return partySets(scenario, clause.giver, []);
}

/** PR-2: the sets that may receive it from these givers. */
export function receiverSets(scenario: Scenario, clause: ClauseSpec, givers: readonly SeatId[]): SeatId[][] {
  return partySets(scenario, clause.receiver, givers);
}

function partySets(scenario: Scenario, party: PartySpec, givers: readonly SeatId[]): SeatId[][] {
  switch (party.mode) {
    case 'each':
    case 'joint':
      return [inOrder(scenario, party.seats)];
    case 'oneOf':
      return inOrder(scenario, party.seats).filter((seat) => !givers.includes(seat)).map((seat) => [seat]);
    case 'all':
      return [everyone(scenario)];
    case 'others':
      return [everyone(scenario).filter((seat) => !givers.includes(seat))];
    case 'eachOther':
      return [givers.length > 0 ? inOrder(scenario, givers) : inOrder(scenario, party.seats)];
    default:
      return party.mode satisfies never;
  }
}

/** PR-2, CO-13: everybody a line binds or serves, and those who must sign with them. */
export function partiesOf(scenario: Scenario, lines: readonly LineDraft[]): SeatId[] {
  return inOrder(scenario, lines.flatMap((line) => [...line.givers, ...line.receivers, ...(clauseOf(scenario, line.clause)?.needsSigners ?? [])]));
}

/** The line with its seats in scenario order, so that equal lines are equal data. */
export function tidy(scenario: Scenario, line: LineDraft): LineDraft {
  return { ...line, givers: inOrder(scenario, line.givers), receivers: inOrder(scenario, line.receivers) };
}

/** Whether one line is legal now; `meeting` holds the two seats of a bilateral, null for a plenary text. */
export function checkLine(scenario: Scenario, state: MatchState, line: LineDraft, meeting: readonly SeatId[] | null): Refusal | null {
  const clause = clauseOf(scenario, line.clause);
  if (!clause) return refuse('unknown-clause', { clause: line.clause });
  const mode = checkMode(scenario, state, clause, line.mode);
  if (mode) return mode;
  const givers = giverSets(scenario, clause);
  if (!givers.some((set) => sameSeats(set, line.givers))) return refuse('wrong-giver', { clause: clause.id, seats: named(scenario, givers), choose: givers.length > 1 ? 1 : (givers[0]?.length ?? 0) });
  const receivers = receiverSets(scenario, clause, line.givers);
  if (!receivers.some((set) => sameSeats(set, line.receivers))) return refuse('wrong-receiver', { clause: clause.id, seats: named(scenario, receivers), choose: receivers.length > 1 ? 1 : (receivers[0]?.length ?? 0) });
  return (
    checkMeeting(clause, line, meeting) ??
    (state.indicators.BLOC >= BLOCS_CLOSED_FROM && crossesBlocs(scenario, line.givers, line.receivers) ? refuse('blocs-closed', { clause: clause.id, limit: BLOCS_CLOSED_FROM }) : null) ??
    checkStanding(state, clause, line)
  );
}

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
function checkStanding(state: MatchState, clause: ClauseSpec, line: LineDraft): Refusal | null {
  for (const giver of line.givers) {
    if (givenTranches(state, clause.id, giver) < owedTranches(clause)) continue;
    if (clause.rev === 'I') return refuse('already-spent', { clause: clause.id, giver });
    const others = line.receivers.filter((seat) => seat !== giver);
    if (commitmentsOf(state, clause.id).some((c: Commitment) => c.giver === giver && standing(c) && sameSeats(c.receivers, others))) return refuse('already-in-force', { clause: clause.id, giver });
  }
  return null;
}

/** M13: a giver and a receiver on different sides of the dividing line. */
export function crossesBlocs(scenario: Scenario, givers: readonly SeatId[], receivers: readonly SeatId[]): boolean {
  const bloc = (seat: SeatId): string | undefined => scenario.seats.find((s) => s.id === seat)?.bloc;
  return givers.some((giver) => receivers.some((receiver) => bloc(giver) !== bloc(receiver)));
}

const named = (scenario: Scenario, sets: readonly (readonly SeatId[])[]): string => inOrder(scenario, sets.flat()).join(',');

const menus = new WeakMap<object, Map<string, readonly LegalClause[]>>();

/** The clauses of the scenario with the parties each may have here, or why it cannot stand in a text now. */
export function legalClauses(scenario: Scenario, state: MatchState, meeting: readonly SeatId[] | null): readonly LegalClause[] {
  const closed = state.indicators.BLOC >= BLOCS_CLOSED_FROM;
  // The menu depends on the ledger and these few facts only, and is asked for after every act.
  const key = `${scenario.id}|${meeting?.join('+') ?? ''}|${closed}|${state.options.level}`;
  const known = menus.get(state.commitments) ?? new Map<string, readonly LegalClause[]>();
  menus.set(state.commitments, known);
  const cached = known.get(key);
  if (cached) return cached;
  const menu = scenario.clauses.map((clause) => legalClause(scenario, state, clause, meeting));
  known.set(key, menu);
  return menu;
}

function legalClause(scenario: Scenario, state: MatchState, clause: ClauseSpec, meeting: readonly SeatId[] | null): LegalClause {
  const givers: SeatId[][] = [];
  const receivers: SeatId[][] = [];
  let why: Refusal | null = null;
  for (const from of giverSets(scenario, clause)) {
    for (const to of receiverSets(scenario, clause, from)) {
      const refusal = checkLine(scenario, state, { clause: clause.id, givers: from, receivers: to, mode: 'WRITTEN' }, meeting);
      if (refusal) {
        why ??= refusal;
        continue;
      }
      if (!givers.some((set) => sameSeats(set, from))) givers.push(from);
      if (!receivers.some((set) => sameSeats(set, to))) receivers.push(to);
    }
  }
  return { clause: clause.id, givers, receivers, ok: givers.length > 0, why: givers.length > 0 ? null : why };
}
