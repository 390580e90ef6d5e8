/** What a lesson's match shows at its end, for one seat: promises made, signed, kept and broken, and what they did to trust. Plain data. */
import type { CommitmentSlice, ProposalSlice, PublicScenario, SeatId, View } from '@concert/shared';

export interface Said { readonly clause: string; readonly mode: string }
export interface Deed { readonly clause: string; readonly seat: SeatId; readonly state: 'disputed' | 'late' | 'breached' | 'reversed' }
export interface Reckoning {
  readonly made: readonly Said[]; readonly signed: readonly Said[]; readonly kept: readonly string[]; readonly broke: readonly string[];
  readonly others: readonly Deed[];
  readonly trust: readonly { readonly seat: SeatId; readonly from: number; readonly to: number }[];
}

const DEEDS: readonly string[] = ['disputed', 'late', 'breached', 'reversed'];
const linesOf = (texts: readonly ProposalSlice[]): Said[] => texts.flatMap((text) => text.lines.map(({ clause, mode }) => ({ clause, mode })));
const broken = (c: CommitmentSlice): boolean => c.state === 'breached' || c.tranches.some((tranche) => tranche.state === 'breached');

export function reckon(view: View, scenario: PublicScenario, me: SeatId): Reckoning {
  const adopted = Object.values(view.proposals).filter((text) => text.status === 'adopted');
  const commitments = Object.values(view.commitments);
  const mine = commitments.filter((c) => c.giver === me);
  const order = scenario.seats.map(({ id }) => id);
  return {
    made: linesOf(adopted.filter((text) => text.author === me)),
    signed: linesOf(adopted.filter((text) => text.author !== me && text.signed.includes(me))),
    kept: [...new Set(mine.filter((c) => c.tranches.some((tranche) => tranche.state === 'performed' && (tranche.performedAt ?? 0) >= 1)).map((c) => c.clause))],
    broke: [...new Set(mine.filter(broken).map((c) => c.clause))],
    others: commitments.filter((c) => c.giver !== me && DEEDS.includes(c.state)).map((c) => ({ clause: c.clause, seat: c.giver, state: c.state as Deed['state'] })),
    trust: order.filter((seat) => seat !== me).flatMap((seat) => {
      const key = order.indexOf(seat) < order.indexOf(me) ? `${seat}-${me}` : `${me}-${seat}`;
      const to = view.trust[key]?.exact;
      const from = scenario.trust[key];
      return typeof to === 'number' && from !== undefined ? [{ seat, from, to }] : [];
    }),
  };
}
