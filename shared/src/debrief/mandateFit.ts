/** What each seat was sent for beside what it did: texts within its instructions, its secret mandate, refusals at home; goals kept apart, so that nobody reads one winner. */
import type { SeatId } from '../model/ids.ts';
import { mandateMet } from '../rules/mandates.ts';
import { concerned } from './parties.ts';
import { worthOf } from './concessions.ts';
import { shareOf, sumOf } from './figures.ts';
import { momentsOf, placeOf, type Chronicle, type Place } from './played.ts';

export interface MandateFit {
  readonly seat: SeatId;
  /** Adopted texts it was party to: how many are worth at least what its capital asks of a text (`minNet` of the scenario). */
  readonly texts: number; readonly inside: number; readonly share: number | null;
  /** Those below, with what they are worth to it. */
  readonly outside: readonly (Place & { readonly proposal: string; readonly net: number })[];
  /** Promises that fell at home (DS-3): involuntary defection. */
  readonly refusedAtHome: readonly (Place & { readonly clause: string })[];
  readonly mandate: string | null; readonly met: boolean | null;
  /** Points: what everybody could see, what was secret, and what the common ending added or took. */
  readonly goals: { readonly open: number; readonly secret: number; readonly common: number } | null;
}

const SECRET = ['score.mandate', 'score.core', 'score.linkage'];

export function mandateFitOf(chronicle: Chronicle): readonly MandateFit[] {
  const { scenario, end } = chronicle;
  const adopted = momentsOf(chronicle, 'proposalAdopted').map((moment) => ({ moment, text: end.proposals.find(({ id }) => id === moment.event.proposal) }));
  const fallen = momentsOf(chronicle, 'commitmentMoved').flatMap((moment) => {
    const was = moment.before.commitments.find(({ id }) => id === moment.event.commitment);
    return was?.state === 'ratifying' && moment.event.state === 'lapsed' ? [{ ...placeOf(moment), clause: was.clause, giver: was.giver }] : [];
  });
  return scenario.seats.map(({ id: seat, minNet }): MandateFit => {
    const texts = adopted.flatMap(({ moment, text }) => (text && concerned(text.lines).includes(seat) ? [{ ...placeOf(moment), proposal: text.id, net: worthOf(scenario, text.lines, seat) }] : []));
    const outside = texts.filter(({ net }) => net < minNet);
    const score = end.ending?.scores.find((each) => each.seat === seat);
    const secret = sumOf((score?.terms ?? []).filter(({ code }) => SECRET.includes(code)).map(({ value }) => value));
    return {
      seat, texts: texts.length, inside: texts.length - outside.length, share: shareOf(texts.length - outside.length, texts.length), outside,
      refusedAtHome: fallen.filter(({ giver }) => giver === seat).map(({ giver: _giver, ...rest }) => rest),
      mandate: end.seats[seat]?.mandate ?? null, met: score ? score.mandateMet : mandateMet(scenario, end, seat),
      goals: score ? { open: score.n - secret, secret, common: score.score - score.n } : null,
    };
  });
}
