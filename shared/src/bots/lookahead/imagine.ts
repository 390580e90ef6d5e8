/**
 * A whole state that fits what one seat sees: what it cannot know stands at its middle or its usual value (rules VI).
 * Nothing but the view goes in, so a guess can never tell more than its seat knows.
 */
import type { SeatId } from '../../model/ids.ts';
import { NO_STATECRAFT, type Statecraft } from '../../model/statecraft.ts';
import type { Commitment, Indicators, MatchState, Proposal, RoundRecord, SeatState } from '../../model/state.ts';
import type { View } from '../../model/view.ts';
import type { Scenario } from '../../scenario/schema.ts';

const BASE_N = 50;
/** Middle of the three sizes of the mood. */
const MOOD: readonly number[] = [0, 3, 7, 12];
/** PH-3. */
const USUAL_AP = 4;
const middle = (band: number): number => band * 20 + 10;
/** Ids made from here on meet none of the real match. */
const FRESH_IDS = 1_000_000;

export function imagine(scenario: Scenario, view: View, seat: SeatId, seed: number): MatchState {
  const { table, gauges } = view;
  const me = view.me;
  const indicators: Indicators = { ...gauges.values, PRO: rung(gauges.pro), CM: gauges.cmSign * (MOOD[gauges.cm] ?? 0) };
  const trust = Object.fromEntries(Object.values(view.trust).map(({ pair, exact, band }) => [pair, exact ?? middle(band)]));
  const commitments = Object.values(view.commitments).map((c): Commitment => ({ ...c, foundAt: c.tranches.some((tranche) => tranche.state === 'feigned') ? table.round + 2 : null }));
  const proposals = Object.values(view.proposals).map(({ waiting: _waiting, ...text }): Proposal => text);
  const drafts = proposals.filter((text) => text.chairDraft && text.round < table.round && text.status !== 'superseded');
  const inCrisis = table.phase === 'crisis' || table.phase === 'hotline';
  return {
    scenario: scenario.id, options: { seed, level: table.level, pinned: [], rounds: table.rounds, holders: Object.fromEntries(scenario.seats.map(({ id }) => [id, 'bot' as const])) },
    status: 'running', random: seed, round: table.round, phase: table.phase, slot: table.slot, phaseSeq: table.phaseSeq,
    indicators, clock: gauges.proClock ?? 1, tests: gauges.tests, launches: gauges.launches,
    seats: Object.fromEntries(scenario.seats.map(({ id }) => [id, seatState(scenario, view, seat, id, seed)])), trust,
    ready: [],
    sealed: { declarations: own(seat, me?.sealed.declaration), choices: own(seat, me?.sealed.choice), sides: own(seat, me?.sealed.side), answers: {}, stands: own(seat, me?.sealed.stand) },
    invitations: table.phase === 'bilateral' ? (me?.invitations ?? []) : [], meetings: table.meetings, proposals, commitments,
    acts: inCrisis ? { actions: view.revealed, dues: dues(commitments), tensionBefore: gauges.values.TEN } : null,
    crisis: view.crisis ? { action: view.crisis.action, provoker: view.crisis.provoker, victims: view.crisis.victims, provokerPatrons: view.crisis.provokerPatrons, victimPatrons: view.crisis.victimPatrons } : null,
    talks: {
      open: table.talksOpen, suspendedSince: table.talksOpen ? null : Math.max(1, table.round - table.suspendedRounds), suspendedRounds: table.suspendedRounds, longestSuspension: table.suspendedRounds,
      refusedDrafts: table.talksOpen && drafts.length > 0 && drafts.at(-1)?.status !== 'adopted' && (drafts.at(-1)?.signed.length ?? 0) > 1 ? 1 : 0, preSteps: table.preSteps,
      draftPut: proposals.some((text) => text.chairDraft && text.round === table.round && text.signed.length > 1), chair: table.chair,
    },
    leaks: {}, principles: scenario.clauses.filter((clause) => clause.effect.val !== undefined && commitments.some((c) => c.clause === clause.id)).map((clause) => clause.id), bound: {}, windowUntil: table.windowUntil,
    pending: { ten: [], bloc: [], cm: [] }, events: Object.fromEntries(table.events.map((event) => [event, Math.max(1, table.round - 1)])), free: {}, messages: [], news: [],
    history: Object.values(view.history).map((record): RoundRecord => ({ ...record, indicators: { ...record.indicators, PRO: rung(record.pro), CM: 0 }, pressure: record.pressure ?? record.paperPressure, trust, ds: record.ds ?? {} })),
    terms: {}, craft: statecraft(view, seat, me), ending: null, nextId: FRESH_IDS,
  };
}

const own = <T>(seat: SeatId, value: T | null | undefined): Readonly<Record<SeatId, T>> => (value === null || value === undefined ? {} : { [seat]: value });
const rung = ({ low, high, exact }: View['gauges']['pro']): number => exact ?? Math.floor((low + high) / 2);

/** PH-1: whoever says nothing performs what is due. */
const dues = (commitments: readonly Commitment[]): NonNullable<MatchState['acts']>['dues'] =>
  commitments.flatMap((c) => c.tranches.filter((tranche) => tranche.state === 'due' || tranche.state === 'late').slice(0, 1).map((tranche) => ({ commitment: c.id, tranche: tranche.n, choice: 'perform' as const })));

function seatState(scenario: Scenario, view: View, seat: SeatId, id: SeatId, seed: number): SeatState {
  const slice = view.seats[id];
  const spec = scenario.seats.find((each) => each.id === id);
  const mine = id === seat ? view.me : null;
  const redLine = slice?.redLine ?? null;
  const shot = view.history[String(view.table.round - 1)]?.tests ?? 0;
  const ds = mine?.ds ?? middle(slice?.dsBand ?? 2);
  const booked = mine?.nTerms.find((term) => term.code === 'score.clauses')?.value ?? 0;
  return {
    ds, pow: slice?.pow ?? null, n: mine ? mine.n - booked : BASE_N, ap: mine?.ap ?? (ds >= 70 ? USUAL_AP + 1 : ds < 30 ? USUAL_AP - 2 : USUAL_AP),
    redLine, enforcement: mine ? mine.enforcement : (redLine ?? 0), cabinet: slice?.cabinet ?? null,
    // What another one is after is drawn from what it may be after.
    mandate: mine ? mine.mandate : spec && spec.mandates.length > 0 && view.me?.mandate != null ? (spec.mandates[(seed >>> 8) % spec.mandates.length] ?? null) : null,
    holder: 'bot', used: used(view, id), pressureDue: id === scenario.proliferator && shot > 0,
    nTerms: mine ? mine.nTerms.filter((term) => term.code !== 'score.clauses') : [],
  };
}

/** AC-3: how often everybody saw a seat take each act; the own hidden ones count as well. */
function used(view: View, id: SeatId): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (action: string): void => { counts[action] = (counts[action] ?? 0) + 1; };
  for (const round in view.history) for (const act of view.history[round]?.actions ?? []) if (act.seat === id) count(act.action);
  if (view.me?.seat === id) for (const act of view.me.hidden) if (act.round < view.table.round) count(act.action);
  return counts;
}

function statecraft(view: View, seat: SeatId, me: View['me']): Statecraft {
  const { craft, table } = view;
  return {
    ...NO_STATECRAFT,
    buds: Object.fromEntries(craft.buds.map((bud) => [bud.event, { event: bud.event, stage: bud.stage, plantedAt: Math.max(1, table.round - bud.stage), state: bud.state, knownTo: bud.knownTo, told: [], public: bud.public, pledges: bud.ownPledge > 0 ? { [seat]: bud.ownPledge } : {} }])),
    effects: craft.effects, bids: craft.bids, cards: me ? { [seat]: me.cards } : {}, demarches: craft.demarches, knowledge: me ? { [seat]: me.knowledge } : {},
    hidden: me?.hidden ?? [], wedges: me?.wedges ?? [], announced: craft.announced, accusations: craft.accusations,
    readings: craft.readings.map((each) => ({ ...each, commitments: Object.values(view.commitments).filter((c) => c.proposal === each.proposal && c.line === each.line).map((c) => c.id), votes: each.votes ?? {} })),
    vetoes: me ? { [seat]: me.vetoes } : {}, joined: craft.joined, acquiesced: craft.acquiesced,
  };
}
