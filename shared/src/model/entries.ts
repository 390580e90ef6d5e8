/** Texts and promises stand in lists, oldest first: entries are added at the end, changed in their place and never taken out. */
import type { CommitmentId, ProposalId } from './ids.ts';
import type { Commitment, MatchState, Proposal } from './state.ts';

interface Entry { readonly id: string }

/** Where an id was last seen. Only a guess, checked at each use: it makes a look-up quick and never decides what is found. */
const places = new Map<string, number>();
const MOST_PLACES = 4096;

/** Place of the entry with this id in a list, -1 where there is none. */
export function placeOf(list: readonly Entry[], id: string): number {
  const guess = places.get(id);
  if (guess !== undefined && list[guess]?.id === id) return guess;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    if (list[at]?.id !== id) continue;
    if (places.size >= MOST_PLACES) places.clear();
    places.set(id, at);
    return at;
  }
  return -1;
}

export const proposalOf = (state: MatchState, id: ProposalId): Proposal | undefined => state.proposals[placeOf(state.proposals, id)];
export const commitmentOf = (state: MatchState, id: CommitmentId): Commitment | undefined => state.commitments[placeOf(state.commitments, id)];

/** Texts of the running phase, in order of tabling: no text stays live beyond its phase (PR-1). */
export function textsNow(state: MatchState): readonly Proposal[] {
  const { proposals, phaseSeq } = state;
  let from = proposals.length;
  while (from > 0 && proposals[from - 1]?.phaseSeq === phaseSeq) from -= 1;
  return from === 0 ? proposals : proposals.slice(from);
}

/** The list with each of these in place of its older self, or at the end. */
export function withEntries<T extends Entry>(list: readonly T[], changed: readonly T[]): readonly T[] {
  const next = list.slice();
  for (const entry of changed) {
    const at = placeOf(next, entry.id);
    if (at < 0) next.push(entry);
    else next[at] = entry;
  }
  return next;
}

/** The record with this key set. Writing into the copy is several times quicker than a computed key in a literal. */
export function withKey<T>(record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> {
  const copy: Record<string, T> = { ...record };
  copy[key] = value;
  return copy;
}
