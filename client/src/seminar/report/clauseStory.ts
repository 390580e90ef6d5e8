/** What became of each clause that was ever written down: who wrote it first, in how many texts it stood, who stood in its way, which text carried it. Pure. */
import type { CommitmentSlice, ProposalSlice } from '@concert/shared';

export interface Block { readonly seat: string; readonly how: 'refused' | 'objected'; readonly reasons: readonly string[]; readonly round: number; readonly proposal: string }
export interface ClauseStory {
  readonly clause: string; readonly givers: readonly string[]; readonly receivers: readonly string[];
  readonly author: string; readonly round: number; readonly proposal: string;
  readonly texts: number;
  readonly blocked: readonly Block[];
  /** The last text that carried it into force. */
  readonly adopted: { readonly proposal: string; readonly author: string; readonly round: number; readonly signed: readonly string[] } | null;
  readonly promises: readonly { readonly giver: string; readonly state: string }[];
}

/** By clause and givers, as the frontier counts them; adopted ones first, then by when they were first written. */
export function clauseStories(proposals: readonly ProposalSlice[], commitments: readonly CommitmentSlice[]): readonly ClauseStory[] {
  const written = proposals.flatMap((proposal) => proposal.lines.map((line) => ({ proposal, line })));
  const groups = Map.groupBy(written, ({ line }) => `${line.clause}:${line.givers.join('+')}`);
  const stories = [...groups.values()].map((all): ClauseStory => {
    const texts = [...new Set(all.map(({ proposal }) => proposal))];
    const { line, proposal: first } = all[0] as (typeof all)[number];
    const carried = all.findLast(({ proposal }) => proposal.status === 'adopted');
    const blocked = texts.flatMap(({ id, round, refusals, objection }): Block[] => [
      ...refusals.map(({ seat, reasons }) => ({ seat, how: 'refused' as const, reasons, round, proposal: id })),
      ...(objection === null ? [] : [{ seat: objection, how: 'objected' as const, reasons: [], round, proposal: id }]),
    ]);
    const promises = carried ? commitments.filter((each) => each.clause === line.clause && carried.line.givers.includes(each.giver) && texts.some(({ id }) => id === each.proposal)) : [];
    return {
      clause: line.clause, givers: line.givers, receivers: (carried?.line ?? line).receivers, author: first.author, round: first.round, proposal: first.id, texts: texts.length, blocked,
      adopted: carried ? { proposal: carried.proposal.id, author: carried.proposal.author, round: carried.proposal.round, signed: carried.proposal.signed } : null,
      promises: promises.map(({ giver, state }) => ({ giver, state })),
    };
  });
  return stories.sort((a, b) => Number(b.adopted !== null) - Number(a.adopted !== null) || (a.adopted?.round ?? a.round) - (b.adopted?.round ?? b.round));
}
