/** Which commitments a reader asks for, and in what order: what presses first. */
import type { CommitmentSlice, SeatId } from '@concert/shared';

export const FILTERS = ['due', 'ours', 'owed', 'all'] as const;
export type Filter = (typeof FILTERS)[number];
const PRESSES = ['late', 'due', 'disputed', 'breached', 'ratifying', 'agreed', 'unverifiable', 'performed', 'reversed', 'superseded', 'lapsed', 'blocked'] as const;

export function select(commitments: readonly CommitmentSlice[], filter: Filter, me: SeatId | null): CommitmentSlice[] {
  const keep = (c: CommitmentSlice): boolean =>
    filter === 'all' ? true
      : filter === 'due' ? c.giver === me && (c.state === 'due' || c.state === 'late')
        : filter === 'ours' ? c.giver === me : me !== null && c.receivers.includes(me) && c.giver !== me;
  return commitments.filter(keep).sort((a, b) => PRESSES.indexOf(a.state) - PRESSES.indexOf(b.state) || a.adoptedAt - b.adoptedAt || a.line - b.line);
}
/** One line of a text binds each giver by itself; givers that stand alike are shown together. */
export function together(commitments: readonly CommitmentSlice[]): { readonly first: CommitmentSlice; readonly givers: readonly SeatId[] }[] {
  const standing = (c: CommitmentSlice): string => JSON.stringify([c.proposal, c.line, c.state, c.mode, c.after, c.deniable, c.freeReversalUntil, c.tranches.map(({ state, due, performedAt }) => [state, due, performedAt])]);
  const groups = new Map<string, CommitmentSlice[]>();
  for (const commitment of commitments) groups.set(standing(commitment), [...(groups.get(standing(commitment)) ?? []), commitment]);
  return [...groups.values()].flatMap((group) => (group[0] ? [{ first: group[0], givers: group.map((c) => c.giver) }] : []));
}
/** Groups a sorted list by state, keeping its order. */
export function byState(commitments: readonly CommitmentSlice[]): { readonly state: CommitmentSlice['state']; readonly rows: CommitmentSlice[] }[] {
  return [...new Set(commitments.map((c) => c.state))].map((state) => ({ state, rows: commitments.filter((c) => c.state === state) }));
}
