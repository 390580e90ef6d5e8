/** Slices that differ with who looks: one's own secrets, texts and talk between parties, and what a promise is really worth. */
import { channelKey } from '../model/pairs.ts';
import type { ChannelKey, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Message, NewsItem, Proposal, Term, Tranche } from '../model/state.ts';
import type { ChannelSlice, CommitmentSlice, MeSlice, ProposalSlice, View } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { chosenPartner } from '../rules/actions.ts';
import { clauseOf } from '../rules/drafting.ts';
import { floorDiv } from '../rules/integers.ts';
import { netOf } from '../rules/ledger.ts';
import { secret } from '../rules/secrecy.ts';

export function meSlice(scenario: Scenario, state: MatchState, me: SeatId): MeSlice | null {
  const seat = state.seats[me];
  const spec = lookup(scenario).seats.get(me);
  if (!seat || !spec) return null;
  const { sealed } = state;
  const { values, cost } = netOf(scenario, state, me, { believed: true, final: state.status === 'ended', ...(state.status === 'ended' ? {} : { by: me }) });
  const booked = floorDiv(spec.k * (values - cost), 10); // SC-2, with others' feints as if performed (CO-5)
  const ledger: Term[] = booked === 0 ? [] : [{ code: 'score.clauses', value: booked, params: { net: values - cost, values, cost, weight: spec.k } }];
  return {
    seat: me, ds: seat.ds, ap: seat.ap, n: seat.n + booked, nTerms: [...seat.nTerms, ...ledger], mandate: seat.mandate,
    sealed: sealedOf(state, me), invitations: invitationsOf(state, me),
    // AC-2: a partner learns that it is asked, not what else the other chose.
    jointOffers: Object.entries(sealed.choices).flatMap(([from, choice]) => (from === me ? [] : choice.actions.filter((chosen) => chosenPartner(scenario, from, chosen) === me).map(({ action }) => ({ from, action })))),
    enforcement: seat.enforcement,
    cards: state.craft.cards[me] ?? [], staffCard: scenario.mad || spec.kind !== 'power' ? null : (scenario.staffCard ?? null),
    knowledge: state.craft.knowledge[me] ?? [], hidden: state.craft.hidden.filter((act) => act.seat === me), wedges: state.craft.wedges.filter((wedge) => wedge.sender === me),
    vetoes: state.craft.vetoes[me] ?? [],
  };
}

/** Own sealed slips of the running phase. */
export function sealedOf({ sealed }: MatchState, me: SeatId): MeSlice['sealed'] {
  return { declaration: sealed.declarations[me] ?? null, choice: sealed.choices[me] ?? null, side: sealed.sides[me] ?? null, stand: sealed.stands[me] ?? null };
}
export const invitationsOf = (state: MatchState, me: SeatId): MeSlice['invitations'] => state.invitations.filter((i) => i.from === me || i.to === me);

/** A bilateral text is its parties' alone until the debrief. */
export function proposalSlice(proposal: Proposal, me: SeatId | null, ended: boolean): ProposalSlice | null {
  if (proposal.scope === 'bilateral' && !ended && (me === null || !proposal.parties.includes(me))) return null;
  const { id, chain, version, parent, author, scope, chairDraft, round, phaseSeq, lines, parties, signed, refusals, objection, status } = proposal;
  const waiting = status === 'live' ? parties.filter((seat) => !signed.includes(seat)) : [];
  return { id, chain, version, parent, author, scope, chairDraft, round, phaseSeq, lines, parties, signed, refusals, objection, status, waiting };
}

/** Whoever is no party learns of a bilateral deal at the fold; a feint looks performed to all but its giver until it is found (CO-5). */
export function commitmentSlice(scenario: Scenario, state: MatchState, c: Commitment, me: SeatId | null, ended: boolean): CommitmentSlice | null {
  const party = me !== null && (c.givers.includes(me) || c.receivers.includes(me));
  const folded = (state.history.at(-1)?.round ?? 0) >= c.adoptedAt;
  if (!ended && !party && (secret(c) || (c.scope === 'bilateral' && !folded))) return null;
  const { id, proposal, line, clause, giver, givers, receivers, mode, scope, adoptedAt, after, kept, freeReversalUntil, deniable } = c;
  const truth = ended || giver === me;
  const unseen = !truth && c.state === 'performed' && clauseOf(scenario, clause)?.obs === 0;
  return {
    id, proposal, line, clause, giver, givers, receivers, mode, scope, adoptedAt, after, kept, freeReversalUntil, deniable, ...(c.locked ? { locked: true } : {}), ...wordingSlice(c),
    // What nobody can observe is never seen to be performed, honest or not.
    state: unseen ? 'unverifiable' : c.state,
    tranches: c.tranches.map((tranche) => trancheSlice(tranche, truth, ended, giver, me)),
  };
}

/** How it is worded, and what has become of it in public. What trust a breach cost stays between the two. */
function wordingSlice(c: Commitment): Pick<Commitment, 'options' | 'escrowWith' | 'escrowFailures' | 'brokenAt' | 'apologisedAt' | 'ratifyAt' | 'capital' | 'loose' | 'excused' | 'found'> {
  const { options, escrowWith, escrowFailures, brokenAt, apologisedAt, ratifyAt, capital, loose, excused, found } = c;
  return {
    ...(options ? { options } : {}), ...(escrowWith ? { escrowWith } : {}), ...(escrowFailures ? { escrowFailures } : {}), ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(apologisedAt === undefined ? {} : { apologisedAt }), ...(c.state === 'ratifying' && ratifyAt !== undefined ? { ratifyAt, ...(capital ? { capital } : {}) } : {}), ...(loose ? { loose } : {}), ...(excused === undefined ? {} : { excused }), ...(found ? { found } : {}),
  };
}

/** VI: what a tranche is worth to others, and costs them, stays theirs. */
function trancheSlice(tranche: Tranche, truth: boolean, ended: boolean, giver: SeatId, me: SeatId | null): Tranche {
  const { n, due, performedAt, values, cost } = tranche;
  const state = tranche.state === 'feigned' && !truth ? 'performed' : tranche.state;
  if (ended) return { n, state, due, performedAt, values, cost };
  const own = me === null ? undefined : values[me];
  return { n, state, due, performedAt, values: own === undefined || me === null ? {} : { [me]: own }, cost: giver === me ? cost : 0 };
}

/** Reads the messages once each. A channel keeps its identity while nothing is said in it; private ones stay with their parties for ever, save from a recording's all-knowing eye. */
export function channelReader(scenario: Scenario, everything = false): (state: MatchState, me: SeatId | null) => Readonly<Record<ChannelKey, ChannelSlice>> {
  const plenary = channelKey(scenario, scenario.seats.map((seat) => seat.id));
  let channels: Record<ChannelKey, ChannelSlice> = {};
  let read: readonly Message[] | null = null;
  return (state, me) => {
    if (read === state.messages) return channels;
    const goesOn = read !== null && read.length <= state.messages.length && read.at(-1) === state.messages[read.length - 1];
    const next: Record<ChannelKey, ChannelSlice> = goesOn ? { ...channels } : {};
    let changed = !goesOn;
    for (const key of [plenary, ...(me === null ? [] : [me])]) next[key] ??= { key, seats: key.split('+'), messages: [] };
    const fresh = new Map<ChannelKey, Message[]>();
    for (const message of goesOn && read ? state.messages.slice(read.length) : state.messages) {
      const seats = message.channel.split('+');
      if (!everything && message.channel !== plenary && (me === null || !seats.includes(me))) continue;
      const gathered = fresh.get(message.channel);
      if (gathered) gathered.push(message);
      else fresh.set(message.channel, [message]);
    }
    // A channel is copied once, however much was said in it since the last look.
    for (const [key, messages] of fresh) next[key] = { key, seats: key.split('+'), messages: [...(next[key]?.messages ?? []), ...messages] };
    if (fresh.size > 0) changed = true;
    read = state.messages;
    if (changed) channels = next;
    return channels;
  };
}

/** News this viewer may read, numbered as it reads them, so that the numbers tell nothing about what others were told. */
export function newsReader(): (news: readonly NewsItem[], me: SeatId | null, all: boolean) => View['news'] {
  let told: Record<string, NewsItem> = {};
  let read: readonly NewsItem[] | null = null;
  let count = 0;
  let everything = false;
  return (news, me, all) => {
    if (read === news && everything === all) return told;
    const goesOn = read !== null && everything === all && read.length <= news.length && read.at(-1) === news[read.length - 1];
    if (!goesOn) count = 0;
    const fresh = (goesOn && read ? news.slice(read.length) : news).filter((item) => all || item.to === 'all' || (me !== null && item.to.includes(me)));
    const next = goesOn ? { ...told } : {};
    for (const item of fresh) {
      count += 1;
      next[String(count)] = { ...item, id: count, to: item.to === 'all' || me === null ? item.to : [me] };
    }
    if (!goesOn || fresh.length > 0) told = next;
    read = news;
    everything = all;
    return told;
  };
}
