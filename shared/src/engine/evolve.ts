/** Folds one event into the next state. It only writes down what `decide` worked out; unchanged parts keep their identity. */
import { placeOf, withEntries, withKey } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { evolveStatecraft, freshRound } from './evolveStatecraft.ts';
import type { Commitment, MatchState, Proposal, RoundRecord, Sealed, SeatState, Term } from '../model/state.ts';

const NOTHING_SEALED: Sealed = { declarations: {}, choices: {}, sides: {}, answers: {}, stands: {} };
const NOTHING_PENDING: MatchState['pending'] = { ten: [], bloc: [], cm: [] };

/** The state after `event`. Values in events are absolute unless their comment in `model/events.ts` says otherwise. */
export function evolve(state: MatchState, event: MatchEvent): MatchState {
  switch (event.type) {
    case 'matchStarted': {
      const seats: Record<SeatId, SeatState> = {};
      for (const [id, seat] of Object.entries(state.seats)) seats[id] = { ...seat, mandate: event.mandates[id] ?? null, holder: event.options.holders[id] ?? 'bot' };
      return { ...state, scenario: event.scenario, options: event.options, random: event.random, status: 'running', seats };
    }
    case 'phaseOpened':
      return openPhase(state, event);
    case 'readied':
      return { ...state, ready: readied(state.ready, event.seat, event.on) };
    case 'seatHeld':
      // Whoever takes a chair over has not said "ready" yet, whatever the one before said.
      return { ...withSeat(state, event.seat, { holder: event.holder }), ready: state.ready.filter((seat) => seat !== event.seat) };
    case 'declared':
      return { ...state, sealed: { ...state.sealed, declarations: withKey(state.sealed.declarations, event.seat, event.level) } };
    case 'redLinesRevealed': {
      const seats: Record<SeatId, SeatState> = { ...state.seats };
      for (const [id, level] of Object.entries(event.levels)) {
        const seat = seats[id];
        if (seat) seats[id] = { ...seat, redLine: level };
      }
      return { ...state, seats, bound: {}, indicators: { ...state.indicators, D: event.divergence }, terms: withTerms(state, { D: event.terms }) };
    }
    case 'invited':
      return { ...state, invitations: [...state.invitations, { from: event.from, to: event.to }] };
    case 'inviteDeclined':
      return { ...state, invitations: state.invitations.filter((i) => i.from !== event.from || i.to !== event.to) };
    case 'met': {
      const both = [event.a, event.b];
      return {
        ...state,
        meetings: [...state.meetings, { slot: event.slot, a: event.a, b: event.b }],
        invitations: state.invitations.filter((i) => !both.includes(i.from) && !both.includes(i.to)),
      };
    }
    case 'messageSent':
      return { ...state, messages: state.messages.concat([event.message]) };
    case 'proposalTabled':
      return { ...state, proposals: state.proposals.concat([event.proposal]) };
    case 'proposalSigned':
      return withProposal(state, event.proposal, (p) => ({ signed: [...p.signed, event.seat] }));
    case 'proposalRefused':
      return withProposal(state, event.proposal, (p) => ({ status: 'refused', refusals: [...p.refusals, { seat: event.seat, reasons: event.reasons }] }));
    case 'proposalObjected':
      return withProposal(state, event.proposal, () => ({ status: 'objected', objection: event.seat }));
    case 'proposalWithdrawn':
      return withProposal(state, event.proposal, () => ({ status: 'withdrawn' }));
    case 'proposalSuperseded':
      return withProposal(state, event.proposal, () => ({ status: 'superseded' }));
    case 'proposalExpired':
      return withProposal(state, event.proposal, () => ({ status: 'expired' }));
    case 'proposalDropped':
      return withProposal(state, event.proposal, () => ({ status: 'duplicate' }));
    case 'proposalAdopted': {
      return { ...withProposal(state, event.proposal, () => ({ status: 'adopted' })), commitments: withEntries(state.commitments, event.commitments) };
    }
    case 'chosen':
      return { ...state, sealed: { ...state.sealed, choices: withKey(state.sealed.choices, event.seat, event.choice) } };
    case 'sidePicked':
      return { ...state, sealed: { ...state.sealed, sides: withKey(state.sealed.sides, event.seat, event.side) } };
    case 'actAnswered': {
      const answers = withKey(state.sealed.answers[event.by] ?? {}, `${event.from}:${event.action}`, event.accept);
      return { ...state, sealed: { ...state.sealed, answers: withKey(state.sealed.answers, event.by, answers) } };
    }
    case 'stood':
      return { ...state, sealed: { ...state.sealed, stands: withKey(state.sealed.stands, event.seat, event.stand) } };
    case 'actsRevealed':
      return { ...state, acts: event.acts };
    case 'crisisOpened':
      return { ...state, crisis: event.crisis };
    case 'sidesRevealed':
      return { ...state, sealed: { ...state.sealed, sides: { ...state.sealed.sides, ...event.picks } } };
    case 'commitmentMoved': {
      const place = placeOf(state.commitments, event.commitment);
      const commitment = state.commitments[place];
      if (!commitment) return state;
      const moved: Writable<Commitment> = { ...commitment, state: event.state };
      put(moved, event.set);
      if (event.tranches) moved.tranches = event.tranches;
      return { ...state, commitments: state.commitments.with(place, moved) };
    }
    case 'seatMoved': {
      const seat = state.seats[event.seat];
      if (!seat) return state;
      const moved: Writable<SeatState> = { ...seat };
      put(moved, event.set);
      if (event.nTerms && event.nTerms.length > 0) moved.nTerms = seat.nTerms.concat(event.nTerms);
      return { ...state, seats: withKey(state.seats, event.seat, moved) };
    }
    case 'trustMoved':
      return { ...state, trust: { ...state.trust, ...event.set } };
    case 'indicatorsMoved': {
      const indicators: Writable<MatchState['indicators']> = { ...state.indicators };
      put(indicators, event.set);
      return { ...state, indicators, terms: withTerms(state, event.terms) };
    }
    case 'pended': {
      const { ten, bloc, cm } = event.pending;
      return { ...state, pending: { ten: [...state.pending.ten, ...ten], bloc: [...state.pending.bloc, ...bloc], cm: [...state.pending.cm, ...cm] } };
    }
    case 'counted':
      return { ...state, clock: event.clock ?? state.clock, tests: event.tests ?? state.tests, launches: event.launches ?? state.launches };
    case 'talksMoved':
      return { ...state, talks: event.talks };
    case 'leakBegan':
      return { ...state, leaks: withKey(state.leaks, event.seat, { since: event.since ?? state.round, foundAt: event.foundAt, found: false }) };
    case 'leakFound': {
      const leak = state.leaks[event.seat];
      return leak ? { ...state, leaks: withKey(state.leaks, event.seat, { ...leak, found: true }) } : state;
    }
    case 'leakEnded':
      return { ...state, leaks: without(state.leaks, event.seat) };
    case 'principleAdopted':
      return { ...state, principles: [...state.principles, event.clause] };
    case 'redLineBound':
      return { ...state, bound: { ...state.bound, ...event.bound } };
    case 'windowOpened':
      return { ...state, windowUntil: event.until };
    case 'eventFired':
      return { ...state, events: withKey(state.events, event.id, state.round) };
    case 'eventResolved':
      return { ...state, events: without(state.events, event.id) };
    case 'freeGranted':
      return { ...state, free: event.free };
    case 'newsPosted':
      return { ...state, news: state.news.concat([event.item]), nextId: Math.max(state.nextId, event.item.id + 1) };
    case 'randomDrawn':
      return { ...state, random: event.random };
    case 'roundClosed':
      return { ...state, history: [...state.history, event.record], pending: NOTHING_PENDING };
    case 'matchEnded':
      return { ...state, status: 'ended', ending: event.ending, ready: [] };
    case 'deskMoved':
      return { ...state, desk: event.desk };
    case 'rewound':
      return event.state;
    default:
      return { ...state, craft: evolveStatecraft(state, event) };
  }
}

function readied(ready: readonly SeatId[], seat: SeatId, on: boolean): readonly SeatId[] {
  const others = ready.includes(seat) ? ready.filter((other) => other !== seat) : ready;
  return on ? others.concat([seat]) : others;
}

/**
 * A phase starts with nobody ready; a dawn also clears what belonged to the round before.
 * Acts and crisis stay until the dawn is over: triggered events look at the round before (EV-1).
 */
function openPhase(state: MatchState, event: Extract<MatchEvent, { type: 'phaseOpened' }>): MatchState {
  const { round, phase, slot, phaseSeq } = event;
  const next: MatchState = { ...state, round, phase, slot, phaseSeq, ready: [], invitations: [] };
  if (phase === 'dawn') return { ...next, meetings: [], sealed: NOTHING_SEALED, free: {}, terms: {}, craft: freshRound(state.craft) };
  return phase === 'brief' || phase === 'declaration' ? { ...next, acts: null, crisis: null } : next;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** Writes the members of `set` into a copy just made; copies are made where their kind is known, which is quicker than in one place for all. */
function put<T extends object>(copy: Writable<T>, set: { readonly [K in keyof T]?: T[K] } | undefined): void {
  for (const key in set) copy[key] = set[key] as T[typeof key];
}

/** Terms of a round's moves gather per indicator until the next dawn. */
function withTerms(state: MatchState, terms: RoundRecord['terms']): RoundRecord['terms'] {
  const next: Record<string, readonly Term[]> = { ...state.terms };
  for (const key in terms) {
    const added = terms[key as keyof typeof terms] ?? [];
    next[key] = next[key]?.concat(added) ?? added;
  }
  return next;
}

function withSeat(state: MatchState, id: SeatId, set: Partial<SeatState>): MatchState {
  const seat = state.seats[id];
  return seat ? { ...state, seats: withKey(state.seats, id, { ...seat, ...set }) } : state;
}

/** A commitment made without a text (a pre-step) names a proposal that never was; then there is nothing to change. */
function withProposal(state: MatchState, id: string, change: (proposal: Proposal) => Partial<Proposal>): MatchState {
  const place = placeOf(state.proposals, id);
  const proposal = state.proposals[place];
  return proposal ? { ...state, proposals: state.proposals.with(place, { ...proposal, ...change(proposal) }) } : state;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
