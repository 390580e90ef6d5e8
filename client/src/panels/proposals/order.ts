/** The order of texts on the table: live first with the chair's draft on top (PR-5), then by tabling; the settled ones by round. */
import type { ProposalSlice } from '@concert/shared';

const serial = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);
export const byTabling = (a: ProposalSlice, b: ProposalSlice): number => a.round - b.round || a.phaseSeq - b.phaseSeq || serial(a.id) - serial(b.id);

export function onTable(proposals: readonly ProposalSlice[]): ProposalSlice[] {
  return proposals.filter((p) => p.status === 'live').sort((a, b) => Number(b.chairDraft) - Number(a.chairDraft) || byTabling(a, b));
}
/** Settled texts, newest first, by round. */
export function settled(proposals: readonly ProposalSlice[]): { readonly round: number; readonly texts: ProposalSlice[] }[] {
  const done = proposals.filter((p) => p.status !== 'live').sort((a, b) => -byTabling(a, b));
  return [...new Set(done.map((p) => p.round))].map((round) => ({ round, texts: done.filter((p) => p.round === round) }));
}
/** The versions of one text, oldest first. */
export const chainOf = (proposals: readonly ProposalSlice[], chain: string): ProposalSlice[] => proposals.filter((p) => p.chain === chain).sort((a, b) => a.version - b.version);
