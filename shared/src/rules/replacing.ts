/** CO-8, CO-10: a new promise takes the place of what is left of an older one, and an open one that of a hidden one. */
import type { Recorder } from '../engine/recorder.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import { commitmentsOf } from './ledger.ts';
import { secret } from './secrecy.ts';
import { over } from './tranches.ts';

const owed = (tranche: Tranche): boolean => tranche.state === 'pending' || tranche.state === 'due' || tranche.state === 'late';

/** Older promises of the same clause by the same giver that the new one replaces: those that still owe something; a hidden one whole, where an open one is made. */
const replacedBy = (state: MatchState, made: Commitment): readonly Commitment[] =>
  commitmentsOf(state, made.clause).filter((c) => c.giver === made.giver && c.id !== made.id && !over(c) && (c.tranches.some(owed) || (secret(c) && !secret(made))));

/**
 * Replaces without blame. What an open promise repeats of a hidden one counts once, when it is given in the open: whoever knows nothing of
 * the letter must not find the clause given already.
 */
export function replaceOlder(r: Recorder, made: Commitment): void {
  for (const old of replacedBy(r.state, made)) {
    const whole = secret(old) && !secret(made);
    const tranches = old.tranches.map((tranche): Tranche => (owed(tranche) || (whole && tranche.state === 'performed') ? { ...tranche, state: 'void' } : tranche));
    r.emit({ type: 'commitmentMoved', commitment: old.id, state: 'superseded', tranches, set: { deniable: false } });
  }
}
