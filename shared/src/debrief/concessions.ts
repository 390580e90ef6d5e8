/** The concession path: what each party asked for itself in one offer after another, and when it stopped moving. */
import type { SeatId } from '../model/ids.ts';
import type { ProposalStatus } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shareOf } from './figures.ts';
import { momentsOf, placeOf, type Chronicle, type Place } from './played.ts';
import type { LineDraft } from '../model/commands.ts';

export interface Offer extends Place { readonly proposal: string; readonly scope: 'plenary' | 'bilateral'; readonly lines: number; /** Net of the text to its author, and to the one among its other parties who gets least from it. */ readonly own: number; readonly others: number; readonly status: ProposalStatus }
export interface ConcessionPath {
  readonly seat: SeatId; readonly offers: readonly Offer[];
  /** Steps from one offer to the next in which it asked less for itself, more, or neither gave nor took. */
  readonly down: number; readonly up: number; readonly flat: number;
  /** Rounds in a row at the end of its offers without movement; two and more are a deadlock. */
  readonly stuck: number; readonly deadlock: boolean;
}
export interface Concessions { readonly paths: readonly ConcessionPath[]; /** Adopted lines whose text was adopted in the last tenth of the time, over all adopted lines. */ readonly lastTenth: number | null; readonly inLastRound: number | null }

/** Net of a text to a seat if every tranche is given: values minus the cost of each line it gives. */
export function worthOf(scenario: Scenario, lines: readonly LineDraft[], seat: SeatId): number {
  return lines.reduce((sum, { clause, givers }) => {
    const spec = lookup(scenario).clauses.get(clause);
    return spec ? sum + (spec.values[seat] ?? 0) - (givers.includes(seat) ? spec.cost : 0) : sum;
  }, 0);
}

export function concessionsOf(chronicle: Chronicle): Concessions {
  const { scenario, end } = chronicle;
  const status = new Map(end.proposals.map(({ id, status: now }) => [id, now]));
  const tabled = momentsOf(chronicle, 'proposalTabled').filter(({ event }) => !event.proposal.exclusive);
  const paths = scenario.seats.map(({ id: seat }): ConcessionPath => {
    const offers = tabled.filter(({ event }) => event.proposal.author === seat).map((moment): Offer => {
      const { id, scope, lines, parties } = moment.event.proposal;
      const others = parties.filter((party) => party !== seat).map((party) => worthOf(scenario, lines, party));
      return { ...placeOf(moment), proposal: id, scope, lines: lines.length, own: worthOf(scenario, lines, seat), others: others.length > 0 ? Math.min(...others) : 0, status: status.get(id) ?? 'expired' };
    });
    const moves = offers.slice(1).map((offer, i) => offer.own - (offers[i]?.own ?? 0));
    const stuck = stuckRounds(offers);
    return { seat, offers, down: moves.filter((move) => move < 0).length, up: moves.filter((move) => move > 0).length, flat: moves.filter((move) => move === 0).length, stuck, deadlock: stuck >= 2 };
  });
  return { paths, ...late(chronicle) };
}

/** Rounds between the last offer and the last one worth something else to its author. */
function stuckRounds(offers: readonly Offer[]): number {
  const last = offers.at(-1);
  if (!last) return 0;
  const moved = offers.findLastIndex(({ own }) => own !== last.own);
  return last.round - (offers[moved + 1]?.round ?? last.round);
}

function late(chronicle: Chronicle): Pick<Concessions, 'lastTenth' | 'inLastRound'> {
  const { acts, end } = chronicle;
  const adopted = momentsOf(chronicle, 'proposalAdopted').map(({ at, round, event }) => ({ at, round, lines: new Set(event.commitments.map(({ line }) => line)).size }));
  const all = adopted.reduce((sum, { lines }) => sum + lines, 0);
  const [from, to] = [acts[0]?.at ?? 0, acts.at(-1)?.at ?? 0];
  const of = (which: (each: { readonly at: number; readonly round: number }) => boolean): number => adopted.filter(which).reduce((sum, { lines }) => sum + lines, 0);
  return { lastTenth: to > from ? shareOf(of(({ at }) => at - from >= 0.9 * (to - from)), all) : null, inLastRound: shareOf(of(({ round }) => round === end.round), all) };
}
