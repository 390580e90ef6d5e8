/** The slices of a view, one function each; every field is copied by name, so a new secret of the state stays inside until somebody lets it out here. */
import { band, channelKey, inOrder } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, Message, NewsItem, Proposal, RoundRecord, SeatState } from '../model/state.ts';
import type { ChannelSlice, ClauseWorth, CommitmentSlice, CrisisSlice, GaugesSlice, MeSlice, ProposalSlice, ProView, RoundView, SeatSlice, TableSlice, TrustSlice, View, Viewer } from '../model/view.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { consensusBand } from '../rules/consensus.ts';
import { paperPressure } from '../rules/pressure.ts';
import { defaultSide } from '../rules/sideTaking.ts';
import { preStepsNeeded } from '../rules/suspension.ts';
import { awaited, slotsOf } from './phases.ts';

/** VI: rungs of the ladder as everybody may know them. */
const PRO_BANDS = [[0, 2], [3, 4], [5, 6], [7, 8], [9, 10]] as const;
export function proView(rung: number, exact: boolean): ProView {
  const [low, high] = PRO_BANDS.find(([, top]) => rung <= top) ?? [9, 10];
  return { low, high, exact: exact ? rung : null };
}

export function tableSlice(scenario: Scenario, state: MatchState): TableSlice {
  const { sealed, phase, talks } = state;
  const decided = phase === 'declaration' ? sealed.declarations : phase === 'secret' ? sealed.choices : phase === 'crisis' ? sealed.sides : phase === 'hotline' ? sealed.stands : {};
  return {
    scenario: state.scenario, level: state.options.level, status: state.status, round: state.round, rounds: state.options.rounds,
    phase, slot: state.slot, slots: slotsOf(scenario, state), phaseSeq: state.phaseSeq,
    ready: inOrder(scenario, state.ready), awaited: awaited(scenario, state), decided: inOrder(scenario, Object.keys(decided)),
    chair: talks.chair, talksOpen: talks.open, suspendedRounds: talks.suspendedRounds,
    preSteps: talks.preSteps.map(({ seat, clause, worth }) => ({ seat, clause, worth })), preStepsNeeded: preStepsNeeded(state),
    meetings: state.meetings.map(({ slot, a, b }) => ({ slot, a, b })), windowUntil: state.windowUntil, events: Object.keys(state.events),
  };
}

/** Terms of CM and PRO would tell what VI keeps in bands. */
const openTerms = (terms: RoundRecord['terms'] | undefined, exact: boolean): RoundRecord['terms'] => {
  const { CM: _cm, PRO, ...open } = terms ?? {};
  return exact && PRO ? { ...open, PRO } : open;
};

export function gaugesSlice(scenario: Scenario, state: MatchState, me: SeatId | null): GaugesSlice {
  const { PRO, CM, ...values } = state.indicators;
  const exact = me === scenario.proliferator || state.status === 'ended';
  const size = Math.abs(CM);
  return {
    values, pro: proView(PRO, exact), cm: size === 0 ? 0 : size <= 4 ? 1 : size <= 10 ? 2 : 3, cmSign: Math.sign(CM) as -1 | 0 | 1,
    brink: scenario.brink, war: scenario.war, paperPressure: paperPressure(scenario, state), tests: state.tests, launches: state.launches,
    terms: openTerms(state.terms, exact), conBand: consensusBand(values.CON),
  };
}

export function seatSlice(scenario: Scenario, id: SeatId, seat: SeatState): SeatSlice | null {
  const spec = scenario.seats.find((s) => s.id === id);
  return spec ? { id, kind: spec.kind, bloc: spec.bloc, holder: seat.holder, redLine: seat.redLine, pow: seat.pow, dsBand: band(seat.ds), cabinet: seat.cabinet, par: spec.par } : null;
}

export function meSlice(state: MatchState, me: SeatId): MeSlice | null {
  const seat = state.seats[me];
  if (!seat) return null;
  const { sealed } = state;
  return {
    seat: me, ds: seat.ds, ap: seat.ap, n: seat.n, nTerms: seat.nTerms, mandate: seat.mandate,
    sealed: { declaration: sealed.declarations[me] ?? null, choice: sealed.choices[me] ?? null, side: sealed.sides[me] ?? null, stand: sealed.stands[me] ?? null },
    invitations: state.invitations.filter((i) => i.from === me || i.to === me),
    jointOffers: Object.entries(sealed.choices).flatMap(([from, choice]) => (from === me ? [] : choice.actions.filter((a) => a.partner === me).map(({ action }) => ({ from, action })))),
    enforcement: seat.enforcement,
  };
}

export function trustSlice(pair: string, value: number, me: SeatId | null, ended: boolean): TrustSlice {
  const [a = '', b = ''] = pair.split('-');
  return { pair, a, b, exact: ended || a === me || b === me ? value : null, band: band(value) };
}

/** A bilateral text is its parties' alone until the debrief. */
export function proposalSlice(proposal: Proposal, me: SeatId | null, ended: boolean): ProposalSlice | null {
  if (proposal.scope === 'bilateral' && !ended && (me === null || !proposal.parties.includes(me))) return null;
  const refused = proposal.refusals.map((refusal) => refusal.seat);
  const waiting = proposal.status === 'live' ? proposal.parties.filter((seat) => !proposal.signed.includes(seat) && !refused.includes(seat)) : [];
  return { ...proposal, waiting };
}

/** Whoever is no party learns of a bilateral deal at the fold; a feint looks performed to all but its giver until it is found. */
export function commitmentSlice(scenario: Scenario, state: MatchState, commitment: Commitment, me: SeatId | null, ended: boolean): CommitmentSlice | null {
  const { foundAt: _foundAt, ...open } = commitment;
  const party = me !== null && (commitment.giver === me || commitment.receivers.includes(me));
  const folded = state.history.some((record) => record.round >= commitment.adoptedAt);
  if (commitment.scope === 'bilateral' && !party && !folded && !ended) return null;
  if (ended || commitment.giver === me || !commitment.tranches.some((tranche) => tranche.state === 'feigned')) return open;
  const tranches = commitment.tranches.map((tranche) => (tranche.state === 'feigned' ? { ...tranche, state: 'performed' as const } : tranche));
  const observable = scenario.clauses.find((clause) => clause.id === commitment.clause)?.obs !== 0;
  const done = tranches.every((tranche) => tranche.state === 'performed');
  return { ...open, tranches, state: done ? (observable ? 'performed' : 'unverifiable') : open.state };
}

/** Channels this viewer reads: those its seat belongs to; for the public the plenary. A channel keeps its identity while nothing is said in it. */
export function channelSources(): (scenario: Scenario, state: MatchState, me: SeatId | null) => (readonly [string, ChannelSlice])[] {
  const known = new Map<string, ChannelSlice>();
  let read: readonly Message[] = [];
  return (scenario, state, me) => {
    const all = scenario.seats.map((seat) => seat.id);
    const plenary = channelKey(scenario, all);
    if (state.messages.length < read.length) known.clear();
    for (const key of [plenary, ...(me === null ? [] : [me])]) if (!known.has(key)) known.set(key, { key, seats: key.split('+'), messages: [] });
    for (const message of state.messages.slice(known.size > 0 && state.messages.length >= read.length ? read.length : 0)) {
      const seats = message.channel.split('+');
      if (message.channel !== plenary && (me === null || !seats.includes(me))) continue;
      const channel = known.get(message.channel) ?? { key: message.channel, seats, messages: [] };
      known.set(message.channel, { ...channel, messages: [...channel.messages, message] });
    }
    read = state.messages;
    return [...known.entries()];
  };
}

export const maySeeNews = (item: NewsItem, me: SeatId | null, all: boolean): boolean => all || item.to === 'all' || (me !== null && item.to.includes(me));

export function roundSlice(scenario: Scenario, record: RoundRecord, me: SeatId | null, ended: boolean): RoundView {
  const { pressure, trust, ds, indicators, terms, ...open } = record;
  const { PRO, CM: _cm, ...values } = indicators;
  const exact = ended || me === scenario.proliferator;
  return { ...open, terms: openTerms(terms, exact), indicators: values, pro: proView(PRO, exact), pressure: ended ? pressure : null, trust: ended ? trust : null, ds: ended ? ds : null };
}

/** Public acts of the round, from their reveal until the next declaration. */
export function revealedSlice(scenario: Scenario, state: MatchState): View['revealed'] {
  if (!state.acts || state.phase === 'secret') return [];
  const hidden = new Set(scenario.actions.filter((action) => action.hidden).map((action) => action.id));
  return state.acts.actions.filter((act) => !hidden.has(act.action)).map(({ seat, action, target, partner }) => ({ seat, action, ...(target ? { target } : {}), ...(partner ? { partner } : {}) }));
}

export function crisisSlice(scenario: Scenario, state: MatchState): CrisisSlice | null {
  const { crisis, sealed, phase } = state;
  if (!crisis || phase === 'secret') return null;
  const mayPick = inOrder(scenario, [...crisis.provokerPatrons, ...crisis.victimPatrons]);
  return {
    action: crisis.action, provoker: crisis.provoker, victims: crisis.victims, provokerPatrons: crisis.provokerPatrons, victimPatrons: crisis.victimPatrons,
    mayPick, picked: mayPick.filter((seat) => sealed.sides[seat] !== undefined), defaultSide: defaultSide(scenario, state),
    picks: phase === 'crisis' ? null : sealed.sides,
  };
}

/** VI: own worth exact, that of the others in five steps. */
const step = (value: number): -2 | -1 | 0 | 1 | 2 => (value >= 6 ? 2 : value >= 2 ? 1 : value >= -1 ? 0 : value >= -4 ? -1 : -2);
export function worthSlice(_scenario: Scenario, viewer: Viewer, clause: ClauseSpec): ClauseWorth {
  const me = viewer.kind === 'seat' ? viewer.seat : null;
  const steps = Object.fromEntries(Object.entries(clause.values).filter(([seat]) => seat !== me).map(([seat, value]) => [seat, step(value)]));
  return { clause: clause.id, own: me === null ? null : (clause.values[me] ?? 0), cost: me === null ? null : clause.cost, steps };
}
