/** PR-3 to PR-7 and DS-1: texts become commitments, one for each giver of each line. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { LineDraft } from '../model/commands.ts';
import type { CommitmentId, Mode, SeatId } from '../model/ids.ts';
import { textsNow } from '../model/entries.ts';
import { powers } from '../model/pairs.ts';
import type { Commitment, MatchState, Proposal, Tranche } from '../model/state.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { clauseOf, sameSeats } from './drafting.ts';
import { boundByMajority } from './commonRules.ts';
import { draftedCost, draftedValues } from './draftingOptions.ts';
import { returnEscrow, tiedLines } from './escrow.ts';
import { clamp, floorDiv } from './integers.ts';
import { allows } from './level.ts';
import { commitmentsOf, givenTranches, owedTranches } from './ledger.ts';
import { answersToCapital } from './desk/capital.ts';
import { isWeak } from './ratification.ts';
import { replaceOlder } from './replacing.ts';
import { inTheOpen } from './secrecy.ts';
import { clauseCost } from './scenarioEvents.ts';
import { over } from './tranches.ts';

/** DS-1: what one text may cost a giver at home. */
const MOST_SUPPORT = 12;

/** PR-5, PR-6: works out the votes at the close of a plenary: the chair's draft first, then in order of tabling. */
export function adoptPlenary(r: Recorder): void {
  const live = textsNow(r.state).filter((p) => p.status === 'live' && p.scope === 'plenary');
  const ordered = [...live.filter((p) => p.chairDraft), ...live.filter((p) => !p.chairDraft)];
  const adopted: LineDraft[] = [];
  for (const proposal of ordered) {
    const silent = proposal.parties.filter((seat) => !proposal.signed.includes(seat) && !boundByMajority(r.scenario, r.state, proposal, seat));
    if (silent.length > 0) {
      expire(r, proposal, silent);
      continue;
    }
    const kept = proposal.lines.filter((line) => !adopted.some((other) => sameLine(other, line)));
    if (kept.length === 0) {
      r.emit({ type: 'proposalDropped', proposal: proposal.id });
      returnEscrow(r, proposal);
      post(r, 'table.duplicate', { author: proposal.author, proposal: proposal.id, clauses: clausesOf(proposal) });
      continue;
    }
    adoptNow(r, proposal, kept);
    adopted.push(...kept);
  }
  closeDraft(r);
}

/** PR-6: a chair's draft that was put and not adopted is a refused one; an adopted one starts the count anew. */
function closeDraft(r: Recorder): void {
  const { talks } = r.state;
  const drafts = textsNow(r.state).filter((p) => p.chairDraft);
  const adopted = drafts.some((p) => p.status === 'adopted');
  if (!adopted && !talks.draftPut) return;
  if (!adopted) post(r, 'table.draftRefused', { seat: talks.chair, count: talks.refusedDrafts + 1 });
  r.emit({ type: 'talksMoved', talks: { ...talks, draftPut: false, refusedDrafts: adopted ? 0 : talks.refusedDrafts + 1 } });
}

/** PR-1: nothing carries over; whoever did not answer is named. */
export function expire(r: Recorder, proposal: Proposal, silent: readonly SeatId[]): void {
  r.emit({ type: 'proposalExpired', proposal: proposal.id, silent });
  returnEscrow(r, proposal);
  post(r, 'table.expired', { author: proposal.author, proposal: proposal.id, clauses: clausesOf(proposal), seats: silent }, readers(proposal));
}

/** Turns a signed text into commitments, replaces what they supersede (CO-8), and charges its givers at home (DS-1). */
export function adoptNow(r: Recorder, proposal: Proposal, lines: readonly LineDraft[] = proposal.lines): void {
  const { scenario } = r;
  const commitments = lines.flatMap((line) => commitmentsFor(r.state, scenario, proposal, lines, line));
  // M11: an offer made twice does not betray itself by replacing its twin.
  // DS-3: what still has to pass at home replaces nothing yet.
  if (!proposal.exclusive) for (const made of commitments) if (made.state !== 'ratifying') replaceOlder(r, made);
  r.emit({ type: 'proposalAdopted', proposal: proposal.id, commitments });
  chargeSupport(r, lines);
  for (const line of lines) adoptPrinciple(r, proposal, line);
  const waiting = [...new Set(commitments.filter((made) => made.state === 'ratifying').map((made) => made.giver))];
  for (const giver of waiting) post(r, answersToCapital(r.state, giver) ? 'table.capitalAsked' : 'table.ratifying', { giver, clauses: [...new Set(commitments.filter((made) => made.giver === giver && made.state === 'ratifying').map((made) => made.clause))] }, readers(proposal));
  const text = { author: proposal.author, proposal: proposal.id, clauses: lines.map((line) => line.clause), seats: [...proposal.parties] };
  post(r, proposal.scope === 'plenary' ? 'table.adopted' : 'table.adoptedBilateral', text, readers(proposal));
}

/** VI: plenary texts are public at once, bilateral ones are the parties' own. */
export const readers = (proposal: Proposal): 'all' | readonly SeatId[] => (proposal.scope === 'plenary' ? 'all' : proposal.parties);
export const clausesOf = (proposal: Proposal): string[] => proposal.lines.map((line) => line.clause);

const sameLine = (a: LineDraft, b: LineDraft): boolean => a.clause === b.clause && sameSeats(a.givers, b.givers) && sameSeats(a.receivers, b.receivers);

function commitmentsFor(state: MatchState, scenario: Scenario, proposal: Proposal, lines: readonly LineDraft[], line: LineDraft): Commitment[] {
  const clause = clauseOf(scenario, line.clause);
  if (!clause) return [];
  const index = proposal.lines.indexOf(line);
  const condition = line.after === undefined ? null : conditionOf(state, proposal, lines, line.after);
  const { options } = line;
  const ledger = options?.sideLetter ? state : inTheOpen(state);
  const tied = tiedLines(proposal.lines, (other) => lines.includes(other), index);
  const circle = tied.length < 2 ? [] : tied.flatMap((at) => proposal.lines[at]?.givers.map((giver) => commitmentId(proposal.id, at, giver)) ?? []);
  return line.givers.map((giver): Commitment => ({
    id: commitmentId(proposal.id, index, giver), proposal: proposal.id, line: index, clause: clause.id,
    giver, givers: line.givers, receivers: line.receivers.filter((seat) => seat !== giver),
    mode: line.mode, scope: proposal.scope, adoptedAt: state.round, after: condition, ...standingOf(scenario, state, giver),
    tranches: tranchesOf(scenario, ledger, clause, giver, line.givers, condition === null ? state.round : null, line),
    kept: 0, foundAt: null, freeReversalUntil: null, deniable: deniable(clause, line.mode),
    ...(options && Object.keys(options).length > 0 ? { options } : {}), ...(circle.length > 0 ? { escrowWith: circle.filter((id) => id !== commitmentId(proposal.id, index, giver)) } : {}),
  }));
}

/** DS-3, FD-9: whether it counts from now on, or waits at home until the next dawn. */
function standingOf(scenario: Scenario, state: MatchState, giver: SeatId): Pick<Commitment, 'state' | 'ratifyAt' | 'capital'> {
  if (answersToCapital(state, giver)) return { state: 'ratifying', ratifyAt: state.round + 1, capital: true };
  return isWeak(scenario, state, giver) ? { state: 'ratifying', ratifyAt: state.round + 1 } : { state: 'agreed' };
}

const commitmentId = (proposal: string, line: number, giver: SeatId): CommitmentId => `${proposal}-${line}-${giver}`;
/** CO-9. */
export const deniable = (clause: ClauseSpec, mode: Mode): boolean => mode === 'ORAL' && clause.obs <= 1;

/** The first giver's commitment stands for the whole line that must come first; a dropped duplicate is stood for by its twin. */
function conditionOf(state: MatchState, proposal: Proposal, lines: readonly LineDraft[], after: number): CommitmentId | null {
  const first = proposal.lines[after];
  const giver = first?.givers[0];
  if (!first || giver === undefined) return null;
  if (lines.includes(first)) return commitmentId(proposal.id, after, giver);
  return commitmentsOf(state, first.clause).findLast((c) => c.giver === giver && !over(c))?.id ?? null;
}

/**
 * CO-2, CO-4: the tranches a giver still owes of a clause, due one round after another from `from`, undated while a condition is open.
 * Value and cost are split over the tranches, with the rest in the last; a tranche's value then over the givers, whose odd points go round from
 * tranche to tranche, so that a line given by half is worth half, whoever gave it. Each giver pays its own cost.
 */
export function tranchesOf(scenario: Scenario, state: MatchState, clause: ClauseSpec, giver: SeatId, givers: readonly SeatId[], from: number | null, drafted?: Pick<LineDraft, 'options' | 'receivers'>): Tranche[] {
  const count = owedTranches(clause);
  const given = givenTranches(state, clause.id, giver) % count;
  const part = (value: number, n: number): number => {
    const each = Math.trunc(value / count) + 0;
    return n === count ? value - each * (count - 1) : each;
  };
  const share = (value: number, n: number): number => {
    const each = Math.trunc(value / givers.length) + 0;
    const takesRest = givers[(givers.length * count - 1 + n - count) % givers.length] === giver;
    return takesRest ? value - each * (givers.length - 1) : each;
  };
  const cost = draftedCost(clause, clauseCost(scenario, state, clause, giver), drafted?.options);
  const whole = draftedValues(clause.values, drafted?.options, drafted?.receivers ?? []);
  return Array.from({ length: count - given }, (_, i): Tranche => {
    const n = given + i + 1;
    const values = Object.fromEntries(Object.entries(whole).map(([seat, value]) => [seat, share(part(value, n), n)]));
    return { n, state: 'pending', due: from === null ? null : from + i + 1, performedAt: null, values, cost: part(cost, n) };
  });
}

/** DS-1: a signature costs support at home, an oral one half, at most 12 for one text. */
function chargeSupport(r: Recorder, lines: readonly LineDraft[]): void {
  const charged = new Map<SeatId, number>();
  for (const line of lines) {
    const clause = clauseOf(r.scenario, line.clause);
    if (!clause) continue;
    for (const giver of line.givers) charged.set(giver, (charged.get(giver) ?? 0) + supportCost(draftedCost(clause, clauseCost(r.scenario, r.state, clause, giver), line.options), line.mode));
  }
  for (const [seat, cost] of charged) {
    const ds = r.state.seats[seat]?.ds;
    if (ds !== undefined && cost > 0) r.emit({ type: 'seatMoved', seat, set: { ds: clamp(ds - Math.min(cost, MOST_SUPPORT), 0, 100) } });
  }
}

export const supportCost = (cost: number, mode: Mode): number => (mode === 'WRITTEN' ? floorDiv(cost + 1, 2) : floorDiv(cost + 3, 4));

/** PR-7, M01: a principle lifts the shared values only with every power's name under the text, once a match. */
function adoptPrinciple(r: Recorder, proposal: Proposal, line: LineDraft): void {
  const clause = clauseOf(r.scenario, line.clause);
  if (!clause?.effect.val || !allows(r.scenario, r.state, 'M01') || proposal.scope !== 'plenary' || r.state.principles.includes(clause.id)) return;
  if (!signedByPowers(r.scenario, proposal)) return;
  r.emit({ type: 'principleAdopted', clause: clause.id });
  post(r, 'table.principle', { clause: clause.id, value: clause.effect.val });
}
const signedByPowers = (scenario: Scenario, proposal: Proposal): boolean => powers(scenario).every((power) => proposal.signed.includes(power));

/** The round in which a principle was first adopted under every power's name; null when it never was. */
export function principleSince(scenario: Scenario, state: MatchState, clause: string): number | null {
  const texts = state.proposals.filter((p) => p.status === 'adopted' && p.scope === 'plenary' && signedByPowers(scenario, p) && p.lines.some((line) => line.clause === clause));
  return texts.length === 0 ? null : Math.min(...texts.map((p) => p.round));
}
