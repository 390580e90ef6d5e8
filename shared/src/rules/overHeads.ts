/** PR-10, M21: what is agreed about the peninsula over the head of a state of the peninsula, and what that state may do about it. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { Refusal, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf, proposalOf } from '../model/entries.ts';
import type { CommitmentId, ProposalId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { allows } from './level.ts';
import { secret, witnesses } from './secrecy.ts';
import { dueTranche, over, stateOf } from './tranches.ts';

const PRICE = -6;

const heads = (scenario: Scenario): SeatId[] => scenario.seats.filter((seat) => seat.kind === 'regional').map((seat) => seat.id);

/** Texts about the peninsula this seat neither is party to nor has signed. */
function overHead(scenario: Scenario, state: MatchState, seat: SeatId, which: (c: Commitment) => boolean): Map<ProposalId, Set<string>> {
  const { clauses } = lookup(scenario);
  const texts = new Map<ProposalId, Set<string>>();
  for (const c of state.commitments) {
    const proposal = proposalOf(state, c.proposal);
    if (!proposal || !which(c) || over(c) || secret(c) || clauses.get(c.clause)?.aboutKorea !== true) continue;
    if (proposal.parties.includes(seat) || proposal.signed.includes(seat)) continue;
    texts.set(c.proposal, (texts.get(c.proposal) ?? new Set()).add(c.clause));
  }
  return texts;
}

/** PH-2.1: support lost once a round, and a veto for each such text; `found` are side letters that came out just now. */
export function priceOverHeads(r: Recorder, t: Tally, found?: readonly CommitmentId[]): void {
  if (!allows(r.scenario, r.state, 'M21')) return;
  for (const seat of heads(r.scenario)) {
    // A letter that came out in its own round is counted by the fold like any other text.
    const texts = overHead(r.scenario, r.state, seat, (c) => (found ? found.includes(c.id) && c.adoptedAt < r.state.round : c.adoptedAt === r.state.round));
    if (texts.size === 0) continue;
    t.ds.push({ seat, code: 'overHeads', value: PRICE });
    r.emit({ type: 'vetoMoved', seat, proposals: [...new Set([...(r.state.craft.vetoes[seat] ?? []), ...texts.keys()])] });
    post(r, 'table.overHeads', { seat, clauses: [...new Set([...texts.values()].flatMap((clauses) => [...clauses]))] });
  }
}

/** Due promises of others under texts this seat holds a veto in. */
export function legalBlocks(state: MatchState, seat: SeatId): readonly CommitmentId[] {
  const texts = state.craft.vetoes[seat] ?? [];
  if (texts.length === 0) return [];
  return state.commitments.filter((c) => texts.includes(c.proposal) && c.giver !== seat && dueTranche(c) !== undefined).map((c) => c.id);
}

/** One tranche a text. */
export function checkBlocks(state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  const may = legalBlocks(state, seat);
  const texts: (ProposalId | undefined)[] = [];
  for (const id of choice.blocks ?? []) {
    const text = commitmentOf(state, id)?.proposal;
    if (!may.includes(id) || texts.includes(text)) return refuse('cannot-block');
    texts.push(text);
  }
  return null;
}

/** PH-2.1, before anything is performed: a tranche blocked is owed no more, pays nobody and blames nobody. */
export function applyBlocks(r: Recorder): void {
  for (const { id: seat } of r.scenario.seats) {
    for (const id of r.state.sealed.choices[seat]?.blocks ?? []) {
      const c = commitmentOf(r.state, id);
      const tranche = c && dueTranche(c);
      if (!c || !tranche) continue; // another veto was there first
      const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: 'void' } : other));
      const nothing = tranches.every((other) => other.state === 'void');
      r.emit({ type: 'commitmentMoved', commitment: id, state: nothing ? 'blocked' : stateOf(tranches), tranches, ...(nothing ? { set: { deniable: false } } : {}) });
      r.emit({ type: 'vetoMoved', seat, proposals: (r.state.craft.vetoes[seat] ?? []).filter((text) => text !== c.proposal) });
      post(r, 'table.blocked', { seat, giver: c.giver, clause: c.clause }, witnesses(c), r.scenario.places[c.clause]);
    }
  }
}
