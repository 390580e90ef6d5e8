/** CO-1, CO-5: what stands in a promise and its tranches, without asking anything else of the match. */
import type { Commitment, CommitmentState, Tranche } from '../model/state.ts';

const OVER: readonly CommitmentState[] = ['breached', 'reversed', 'lapsed', 'superseded', 'disputed', 'blocked'];

/** True when nothing more is owed and nothing stands by this promise (CO-1). */
export const over = (c: Commitment): boolean => OVER.includes(c.state);
/** As everybody believes: a feint counts as performed until it is found (CO-5). */
export const claimed = (tranche: Tranche): boolean => tranche.state === 'performed' || tranche.state === 'feigned';
/** To be given yet, now or later. */
export const owed = (tranche: Tranche): boolean => tranche.state === 'pending' || isDue(tranche);
export const isDue = (tranche: Tranche): boolean => tranche.state === 'due' || tranche.state === 'late';
/** IS-1: in force = at least the first tranche performed, and not broken, taken back or lapsed since. A replaced line stands by what it gave. */
export const standing = (c: Commitment): boolean => c.tranches.some(claimed) && (!over(c) || c.state === 'superseded');
/** The tranche the giver must answer for this round, if any. */
export const dueTranche = (c: Commitment): Tranche | undefined => (over(c) ? undefined : c.tranches.find(isDue));

/** CO-1: the state of a promise by its tranches. */
export function stateOf(all: readonly Tranche[]): Commitment['state'] {
  const tranches = all.filter((tranche) => tranche.state !== 'void'); // AC-11: a share held back is owed no more
  if (tranches.every(claimed)) return 'performed';
  if (tranches.some((t) => t.state === 'late')) return 'late';
  return tranches.some((t) => t.state === 'due') ? 'due' : 'agreed';
}
