/** PR-1 to PR-4: tabling, signing, refusing, objecting to and withdrawing texts. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import type { LineDraft, Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { proposalOf, textsNow } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { ProposalId, SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { MatchState, Proposal } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { adoptNow, clausesOf, readers } from './adoption.ts';
import { partnerOf, wake } from './bilaterals.ts';
import { checkLine, partiesOf, sameSeats, tidy } from './drafting.ts';
import { checkOptions } from './draftingOptions.ts';
import { checkEscrowAp, escrowed, payEscrow, reserved, returnEscrow } from './escrow.ts';
import { seenBy } from './secrecy.ts';
import { bound } from './cards/linkage.ts';
import { outside } from './commonRules.ts';
import { cosigningBar } from './events/standing.ts';
import { checkObjection, object } from './objection.ts';
import { checkExclusive, noteOffer } from './wedge.ts';

type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;
type Decision = readonly MatchEvent[] | Refusal;

/** PR-1, PR-3: tables a text; its author signs by tabling it. */
export function decidePropose(scenario: Scenario, state: MatchState, seat: SeatId, asked: Of<'propose'>): Decision {
  const { scope, counterTo } = asked;
  const partner = partnerOf(state, seat);
  const parent = counterTo === undefined ? null : visible(state, seat, counterTo);
  const amends = parent?.chairDraft === true && parent.author === seat;
  const command = amends ? { ...asked, chairDraft: true } : asked; // PR-5: the chair's amended draft is still the chair's draft
  const refusal = checkPlace(state, scope, partner) ?? checkParent(seat, scope, counterTo, parent) ?? checkChair(state, seat, command, parent) ?? checkLimits(scenario, state, seat, command, parent);
  if (refusal) return refusal;
  const lines = command.lines.map((line) => tidy(scenario, line));
  const meeting = scope === 'bilateral' && partner ? inOrder(scenario, [seat, partner]) : null;
  // AC-10: an offer made twice is plain, or the two would differ in more than their price.
  const fancy = command.exclusive === true && lines.some((line) => line.options !== undefined || line.after !== undefined);
  const wrong = fancy ? refuse('bad-option', { option: 'exclusive' }) : command.exclusive ? checkExclusive(scenario, state, seat, scope === 'bilateral' ? partner : null, lines) : checkLines(scenario, seenBy(state, seat), lines, meeting);
  if (wrong) return wrong;
  const replaces = parent && parent.author === seat ? parent : null;
  const poor = checkEscrowAp(state, seat, lines, replaces ? reserved(state, replaces) : 0);
  if (poor) return poor;
  const id = nextId(state, seat);
  const proposal: Proposal = {
    id, chain: parent?.chain ?? id, version: (parent?.version ?? 0) + 1, parent: parent?.id ?? null,
    author: seat, scope, chairDraft: command.chairDraft === true, round: state.round, phaseSeq: state.phaseSeq,
    lines, parties: meeting ?? partiesOf(scenario, lines, escrowed(lines) ? [state.talks.chair] : []), signed: [seat], refusals: [], objection: null, status: 'live', ...(command.exclusive ? { exclusive: true } : {}),
  };
  const r = record(scenario, state);
  if (replaces) returnEscrow(r, replaces);
  r.emit({ type: 'proposalTabled', proposal });
  payEscrow(r, seat, lines);
  if (proposal.exclusive) noteOffer(r, proposal);
  // IN-5: whoever sold its name this round has signed as soon as the text is there.
  if (scope === 'plenary') for (const party of proposal.parties) if (party !== seat && bound(state, party, seat) && !checkEscrowAp(state, party, lines) && cosigningBar(scenario, state, party, [seat]) === null) {
    payEscrow(r, party, lines);
    r.emit({ type: 'proposalSigned', proposal: id, seat: party });
  }
  if (replaces) r.emit({ type: 'proposalSuperseded', proposal: replaces.id, by: id });
  for (const event of wake(state, proposal.parties.filter((party) => party !== seat))) r.emit(event);
  post(r, parent ? 'table.countered' : proposal.chairDraft ? 'table.chairDraft' : 'table.tabled', { author: seat, proposal: id, clauses: clausesOf(proposal) }, readers(proposal));
  return r.events;
}

/** PR-4: a signature to a version seen. A plenary text may also be signed by seats it does not bind: their name counts for PR-7 and TR-2. */
export function decideSign(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'sign'>): Decision {
  const proposal = visible(state, seat, command.proposal);
  const refusal = checkLive(proposal, command.proposal, command.version);
  if (refusal || !proposal) return refusal ?? refuse('unknown-proposal', { proposal: command.proposal });
  if (proposal.signed.includes(seat)) return refuse('already-signed', { proposal: proposal.id });
  if (proposal.scope === 'plenary' && outside(scenario, state, seat)) return refuse('ruled-out', { seat });
  const apart = cosigningBar(scenario, state, seat, proposal.signed);
  if (apart !== null) return refuse('no-cosigning', { seat: apart });
  const poor = checkEscrowAp(state, seat, proposal.lines);
  if (poor) return poor;
  const r = record(scenario, state);
  payEscrow(r, seat, proposal.lines);
  r.emit({ type: 'proposalSigned', proposal: proposal.id, seat });
  // PR-6: a chair's draft is put once somebody else stands by it.
  if (proposal.chairDraft && seat !== proposal.author && !state.talks.draftPut) r.emit({ type: 'talksMoved', talks: { ...state.talks, draftPut: true } });
  post(r, 'table.signed', told(proposal, seat), readers(proposal));
  adoptIfComplete(r, proposal.id);
  return r.events;
}

/** PR-3: between two, both signatures are enough. */
function adoptIfComplete(r: Recorder, id: ProposalId): void {
  const proposal = proposalOf(r.state, id);
  if (proposal?.scope === 'bilateral' && proposal.parties.every((seat) => proposal.signed.includes(seat))) adoptNow(r, proposal);
}

/** PR-4: a party's refusal, with its reasons, kills the text. */
export function decideRefuse(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'refuse'>): Decision {
  const proposal = visible(state, seat, command.proposal);
  const refusal = checkLive(proposal, command.proposal, command.version);
  if (refusal || !proposal) return refusal ?? refuse('unknown-proposal', { proposal: command.proposal });
  if (proposal.scope === 'plenary' && bound(state, seat, proposal.author)) return refuse('bound-signature', { author: proposal.author });
  if (!proposal.parties.includes(seat)) return refuse('not-a-party', { proposal: proposal.id, seats: proposal.parties.join(',') });
  if (command.reasons.length === 0) return refuse('no-reason', { proposal: proposal.id });
  const reasons = [...new Set(command.reasons)];
  const r = record(scenario, state);
  r.emit({ type: 'proposalRefused', proposal: proposal.id, seat, reasons });
  returnEscrow(r, proposal);
  post(r, 'table.refused', { ...told(proposal, seat), reasons }, readers(proposal));
  return r.events;
}

/** PR-4: a power that is no party stops a plenary text, at a price. */
export function decideObject(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'object'>): Decision {
  const proposal = visible(state, seat, command.proposal);
  const refusal = checkLive(proposal, command.proposal, command.version);
  if (refusal || !proposal) return refusal ?? refuse('unknown-proposal', { proposal: command.proposal });
  const why = checkObjection(scenario, state, seat, proposal);
  if (why) return why;
  const r = record(scenario, state);
  object(r, proposal, seat);
  returnEscrow(r, proposal);
  post(r, 'table.objected', told(proposal, seat), readers(proposal));
  return r.events;
}

/** PR-4: withdrawal is free until adoption. */
export function decideWithdraw(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'withdraw'>): Decision {
  const proposal = visible(state, seat, command.proposal);
  if (!proposal) return refuse('unknown-proposal', { proposal: command.proposal });
  if (proposal.status !== 'live') return refuse('proposal-closed', { proposal: proposal.id, status: proposal.status });
  if (proposal.author !== seat) return refuse('not-author', { proposal: proposal.id, author: proposal.author });
  const r = record(scenario, state);
  r.emit({ type: 'proposalWithdrawn', proposal: proposal.id });
  returnEscrow(r, proposal);
  post(r, 'table.withdrawn', told(proposal, seat), readers(proposal));
  return r.events;
}

const told = (proposal: Proposal, seat: SeatId): Record<string, string | readonly string[]> => ({ seat, author: proposal.author, proposal: proposal.id, clauses: clausesOf(proposal) });

/** A text one may read; a bilateral of others does not exist for this seat. */
export function visible(state: MatchState, seat: SeatId, id: ProposalId): Proposal | null {
  const proposal = proposalOf(state, id);
  return proposal && readable(proposal, seat) ? proposal : null;
}
export const readable = (proposal: Proposal, seat: SeatId): boolean => proposal.scope === 'plenary' || proposal.parties.includes(seat);

function checkLive(proposal: Proposal | null, id: ProposalId, version: number): Refusal | null {
  if (!proposal) return refuse('unknown-proposal', { proposal: id });
  if (proposal.status !== 'live') return refuse('proposal-closed', { proposal: id, status: proposal.status });
  return proposal.version === version ? null : refuse('stale-version', { proposal: id, version: proposal.version });
}

function checkPlace(state: MatchState, scope: 'plenary' | 'bilateral', partner: SeatId | null): Refusal | null {
  if (state.phase !== scope) return refuse('wrong-phase', { phase: scope, now: state.phase });
  if (scope === 'plenary') return state.talks.open ? null : refuse('plenary-suspended', { rounds: state.talks.suspendedRounds });
  return partner ? null : refuse('no-meeting');
}

/** PR-4: a counter answers a live text of the same place, by one of its parties. */
function checkParent(seat: SeatId, scope: 'plenary' | 'bilateral', counterTo: ProposalId | undefined, parent: Proposal | null): Refusal | null {
  if (counterTo === undefined) return null;
  if (!parent || parent.scope !== scope) return refuse('unknown-proposal', { proposal: counterTo });
  if (parent.status !== 'live') return refuse('proposal-closed', { proposal: parent.id, status: parent.status });
  return mayCounter(parent, seat) ? null : refuse('not-a-party', { proposal: parent.id, seats: parent.parties.join(',') });
}
export const mayCounter = (parent: Proposal, seat: SeatId): boolean => parent.author === seat || parent.parties.includes(seat);

/** PR-5: one chair's draft a plenary; the chair may amend its own. */
function checkChair(state: MatchState, seat: SeatId, command: Of<'propose'>, parent: Proposal | null): Refusal | null {
  if (!command.chairDraft) return null;
  if (command.scope !== 'plenary' || state.talks.chair !== seat) return refuse('not-chair', { seat: state.talks.chair });
  const amends = parent?.chairDraft === true && parent.author === seat;
  return draftTabled(state) && !amends ? refuse('draft-already-put', { seat }) : null;
}
export const draftTabled = (state: MatchState): boolean => textsNow(state).some((p) => p.chairDraft);

/** PR-1: so many lines, so many live texts a seat; the chair's draft and what a counter replaces do not count. */
function checkLimits(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'propose'>, parent: Proposal | null): Refusal | null {
  const { lines, live } = scenario.proposalLimits;
  if (command.lines.length === 0) return refuse('no-lines', { max: lines });
  if (command.lines.length > lines) return refuse('too-many-lines', { max: lines, have: command.lines.length });
  if (command.chairDraft) return null;
  const replaces = parent && parent.author === seat && !parent.chairDraft ? 1 : 0;
  return liveOf(state, seat) - replaces >= live ? refuse('too-many-live', { max: live }) : null;
}
/** Live texts of a seat, its chair's draft apart. */
export const liveOf = (state: MatchState, seat: SeatId): number => count(state, (p) => p.status === 'live' && p.author === seat && !p.chairDraft);

function checkLines(scenario: Scenario, state: MatchState, lines: readonly LineDraft[], meeting: readonly SeatId[] | null): Refusal | null {
  for (const [i, line] of lines.entries()) {
    const wrong = checkLine(scenario, state, line, meeting);
    if (wrong) return wrong;
    if (line.after !== undefined && (!Number.isInteger(line.after) || line.after < 0 || line.after >= i)) return refuse('bad-condition', { clause: line.clause, line: i + 1 });
    const twin = lines.slice(0, i).some((other) => other.clause === line.clause && sameSeats(other.givers, line.givers) && sameSeats(other.receivers, line.receivers));
    if (twin) return refuse('duplicate-line', { clause: line.clause, line: i + 1 });
    const option = checkOptions(scenario, state, lines, i, meeting);
    if (option) return option;
  }
  return null;
}

function count(state: MatchState, which: (text: Proposal) => boolean): number {
  const { proposals, phaseSeq } = state;
  let sum = 0;
  // Texts of the running phase are the last ones (model/entries).
  for (let at = proposals.length - 1; at >= 0 && proposals[at]?.phaseSeq === phaseSeq; at -= 1) if (which(proposals[at] as Proposal)) sum += 1;
  return sum;
}

/** Numbers count one author's texts of one phase, so that an id tells nothing about texts its reader may not know. */
function nextId(state: MatchState, seat: SeatId): ProposalId {
  const own = count(state, (p) => p.author === seat);
  return `p${state.phaseSeq}-${seat}-${own + 1}`;
}
