/** PR-9: lines tied in escrow: tranche k of each is given together with tranche k of the others, or none is, without blame. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { DueChoice, LineDraft, Refusal } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { CommitmentId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Proposal, Tranche } from '../model/state.ts';
import { lapse } from './ledger.ts';
import { witnesses } from './secrecy.ts';
import { over } from './tranches.ts';

const PRICE = 1;
/** After so many rounds in which one side held back, everybody is free. */
const MOST_FAILURES = 2;

export const escrowed = (lines: readonly LineDraft[]): boolean => lines.some((line) => line.options?.escrow !== undefined);

/** The chair's price for holding both sides' promises, reserved with its name. */
const priceOf = (state: MatchState, seat: SeatId, lines: readonly LineDraft[]): number => (seat === state.talks.chair && escrowed(lines) ? PRICE : 0);
/** AP that come back when this text dies or is replaced. */
export const reserved = (state: MatchState, proposal: Proposal): number => (proposal.signed.includes(state.talks.chair) ? priceOf(state, state.talks.chair, proposal.lines) : 0);

/** Why this seat cannot put its name to a text with an escrow, or null; `back` are AP it gets back by the same act. */
export function checkEscrowAp(state: MatchState, seat: SeatId, lines: readonly LineDraft[], back = 0): Refusal | null {
  const need = priceOf(state, seat, lines);
  const have = (state.seats[seat]?.ap ?? 0) + back;
  return need > have ? refuse('no-ap', { need, have }) : null;
}

export function payEscrow(r: Recorder, seat: SeatId, lines: readonly LineDraft[]): void {
  const ap = priceOf(r.state, seat, lines);
  if (ap > 0) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) - ap } });
}

/** AC-2 for a text: what was reserved for it comes back when it fails. */
export function returnEscrow(r: Recorder, proposal: Proposal): void {
  const ap = reserved(r.state, proposal);
  const chair = r.state.talks.chair;
  if (ap > 0) r.emit({ type: 'seatMoved', seat: chair, set: { ap: (r.state.seats[chair]?.ap ?? 0) + ap } });
}

/** The places of all lines tied to the line at `i`, itself included: ties of ties hold together. Only lines still in the text count. */
export function tiedLines(lines: readonly LineDraft[], kept: (line: LineDraft) => boolean, i: number): readonly number[] {
  const circle = new Set([i]);
  for (let grown = -1; grown !== circle.size; ) {
    grown = circle.size;
    lines.forEach((line, at) => {
      const with_ = line.options?.escrow;
      const other = with_ === undefined ? undefined : lines[with_];
      if (with_ === undefined || !other || !kept(line) || !kept(other)) return;
      if (circle.has(at)) circle.add(with_);
      else if (circle.has(with_)) circle.add(at);
    });
  }
  return [...circle].sort((a, b) => a - b);
}

const placeIn = (c: Commitment, tranche: Tranche): number => c.tranches.findIndex((other) => other.n === tranche.n);

/** The promises whose tranche of the same place is tied to this one. */
export function tiesOf(state: MatchState, c: Commitment, tranche: Tranche): readonly { readonly c: Commitment; readonly tranche: Tranche }[] {
  if (!c.escrowWith) return [];
  const place = placeIn(c, tranche);
  return c.escrowWith.flatMap((id) => {
    const other = commitmentOf(state, id);
    const twin = other?.tranches[place];
    return other && twin ? [{ c: other, tranche: twin }] : [];
  });
}

export const isTied = (state: MatchState, c: Commitment, tranche: Tranche): boolean => tiesOf(state, c, tranche).length > 0;

/** A tied tranche falls due with the last of those it is tied to. */
export const tieComesDue = (state: MatchState, c: Commitment, tranche: Tranche): boolean =>
  tiesOf(state, c, tranche).every(({ c: other, tranche: twin }) => !over(other) && twin.due !== null && twin.due <= state.round);

/** PH-1j: what is tied to something that can no longer come is nobody's debt any more. */
export function untie(r: Recorder): void {
  let again = true;
  while (again) {
    again = false;
    for (const { id } of r.state.commitments) {
      const c = commitmentOf(r.state, id);
      if (!c?.escrowWith || over(c)) continue;
      const next = c.tranches.find((tranche) => tranche.state === 'pending' || tranche.state === 'due');
      if (!next || !tiesOf(r.state, c, next).some(({ c: other, tranche }) => tranche.state !== 'performed' && (over(other) || tranche.state === 'void'))) continue;
      lapse(r, id);
      again = true;
    }
  }
}

/**
 * PH-2.1: the tranches tied to this one, given together or not at all. Nobody is late and nobody is blamed;
 * after two rounds in which somebody held back the tie lapses and all are free. Returns whom it settled.
 */
export function settleTie(r: Recorder, c: Commitment, tranche: Tranche, choiceOf: (c: Commitment, tranche: Tranche) => DueChoice | 'hold', excused: (c: Commitment) => boolean, give: (c: Commitment, tranche: Tranche) => void): readonly CommitmentId[] {
  const all = [{ c, tranche }, ...tiesOf(r.state, c, tranche)];
  const ids = all.map((each) => each.c.id);
  const broken = all.some((each) => over(each.c) || each.tranche.state !== 'due');
  const absent = all.filter((each) => excused(each.c));
  const holding = all.filter((each) => !excused(each.c) && choiceOf(each.c, each.tranche) !== 'perform');
  if (!broken && absent.length === 0 && holding.length === 0) {
    for (const each of all) give(each.c, each.tranche);
    for (const { c: other } of all) if (other.escrowFailures) r.emit({ type: 'commitmentMoved', commitment: other.id, state: commitmentOf(r.state, other.id)?.state ?? other.state, set: { escrowFailures: 0 } });
    return ids;
  }
  const failures = Math.max(...all.map((each) => each.c.escrowFailures ?? 0)) + (holding.length > 0 ? 1 : 0);
  post(r, 'table.escrow.failed', { givers: [...new Set((holding.length > 0 ? holding : all).map((each) => each.c.giver))], clauses: [...new Set(all.map((each) => each.c.clause))] }, witnesses(c));
  for (const { c: other, tranche: twin } of all) {
    if (over(other) || twin.state !== 'due') continue;
    if (failures >= MOST_FAILURES) { lapse(r, other.id); continue; }
    const tranches = other.tranches.map((each): Tranche => (each.n === twin.n ? { ...each, due: r.state.round + 1 } : each));
    r.emit({ type: 'commitmentMoved', commitment: other.id, state: other.state, tranches, set: { escrowFailures: failures } });
  }
  return ids;
}
