/** FD-9: what waits for a capital, and what the rules answer for it at dawn. */
import type { ProposalId, SeatId } from '../../model/ids.ts';
import type { Commitment, MatchState } from '../../model/state.ts';

/** What waits for a capital: one text of one giver, its promises together. */
export interface Ratification { readonly seat: SeatId; readonly proposal: ProposalId; readonly clauses: readonly string[]; readonly by: number; readonly gains: number; readonly costs: number }

/** FD-9: whether what this seat's people sign now waits for their capital; stand-ins have none to ask. */
export const answersToCapital = (state: MatchState, seat: SeatId): boolean => state.desk?.capital !== undefined && state.seats[seat]?.holder === 'people';

export const asked = (state: MatchState): readonly Commitment[] => state.commitments.filter((c) => c.state === 'ratifying' && c.capital === true);

/** Everything that waits for a capital now, in the order of adoption; `gains` and `costs` are the giver's own, of the whole text. */
export function ratificationsOf(state: MatchState): readonly Ratification[] {
  const found = new Map<string, Ratification>();
  for (const c of asked(state)) {
    const key = `${c.proposal} ${c.giver}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, clauses: [...before.clauses, c.clause] } : { seat: c.giver, proposal: c.proposal, clauses: [c.clause], by: c.ratifyAt ?? 0, ...worthOf(state, c.proposal, c.giver) });
  }
  return [...found.values()];
}

/** What a text is worth to this seat, all tranches of all its promises, and what the seat's own cost it. */
function worthOf(state: MatchState, proposal: ProposalId, seat: SeatId): { readonly gains: number; readonly costs: number } {
  const promises = state.commitments.filter((c) => c.proposal === proposal && c.state !== 'lapsed');
  const sum = (of: (tranche: Commitment['tranches'][number], c: Commitment) => number): number => promises.reduce((all, c) => all + c.tranches.reduce((part, tranche) => part + of(tranche, c), 0), 0);
  return { gains: sum((tranche) => tranche.values[seat] ?? 0), costs: sum((tranche, c) => (c.giver === seat ? tranche.cost : 0)) };
}

/** Answers at dawn, by text and giver: the rules ratify what brings at least as much as it costs; the desk's silence is a no. */
export function verdictsAtDawn(state: MatchState): ReadonlyMap<string, boolean> {
  const bot = state.desk?.capital === 'bot';
  // Where the class has no capital any more, nothing is held up for one.
  const none = state.desk?.capital === undefined;
  return new Map(ratificationsOf(state).map(({ seat, proposal, gains, costs }) => [`${proposal} ${seat}`, none || (bot && gains >= costs)]));
}
