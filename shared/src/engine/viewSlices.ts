/** Slices everybody reads, with bands where VI has bands. Every field is copied by name, so a new secret of the state stays inside until somebody lets it out here. */
import { band, inOrder } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState, RoundRecord, SeatState, Term } from '../model/state.ts';
import type { Band, ClauseWorth, CrisisSlice, GaugesSlice, ProView, RoundView, SeatSlice, TableSlice, TrustSlice, View } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { consensusBand } from '../rules/consensus.ts';
import { giverSets } from '../rules/drafting.ts';
import { stillHidden } from '../rules/hiddenActs.ts';
import { paperPressure } from '../rules/pressure.ts';
import { eventWorth } from '../rules/events/standing.ts';
import { clauseCost } from '../rules/scenarioEvents.ts';
import { defaultSide } from '../rules/sideTaking.ts';
import { preStepsNeeded } from '../rules/suspension.ts';
import { awaited, slotsOf } from './phases.ts';

/** VI: rungs of the ladder as everybody may know them. */
const PRO_BANDS = [[0, 2], [3, 4], [5, 6], [7, 8], [9, 10]] as const;
export function proView(rung: number, exact: boolean): ProView {
  const [low, high] = PRO_BANDS.find(([, top]) => rung <= top) ?? [9, 10];
  return { low, high, exact: exact ? rung : null };
}

/** VI: the mood's sign and size in three steps. */
export const moodSize = (modifier: number): Band => {
  const size = Math.abs(modifier);
  return size === 0 ? 0 : size <= 4 ? 1 : size <= 10 ? 2 : 3;
};

export function tableSlice(scenario: Scenario, state: MatchState, me: SeatId | null): TableSlice {
  const { sealed, phase, talks } = state;
  const decided = phase === 'declaration' ? sealed.declarations : phase === 'secret' ? sealed.choices : phase === 'crisis' ? sealed.sides : phase === 'hotline' ? sealed.stands : {};
  // VI: who met whom is told at the end of the slot; the two know it at once.
  const told = state.meetings.filter(({ slot, a, b }) => phase !== 'bilateral' || slot < state.slot || a === me || b === me);
  return {
    scenario: state.scenario, level: state.options.level, status: state.status, round: state.round, rounds: state.options.rounds,
    phase, slot: state.slot, slots: slotsOf(scenario, state), phaseSeq: state.phaseSeq,
    ready: inOrder(scenario, state.ready), awaited: awaited(scenario, state), decided: inOrder(scenario, Object.keys(decided)),
    chair: talks.chair, talksOpen: talks.open, suspendedRounds: talks.suspendedRounds,
    preSteps: talks.preSteps.map(({ seat, clause, worth }) => ({ seat, clause, worth })), preStepsNeeded: preStepsNeeded(state),
    meetings: told.map(({ slot, a, b }) => ({ slot, a, b })), windowUntil: state.windowUntil !== null && state.round <= state.windowUntil ? state.windowUntil : null, events: Object.keys(state.events),
  };
}

/** What explains a gauge without betraying what VI keeps in bands: the mood, the rung, and the exact trust of other pairs. */
function openTerms(terms: RoundRecord['terms'] | undefined, exactRung: boolean, ended: boolean): RoundRecord['terms'] {
  if (ended) return terms ?? {};
  const { CM: _mood, PRO, CON, ...open } = terms ?? {};
  return { ...open, ...(CON ? { CON: CON.map(openTerm) } : {}), ...(exactRung && PRO ? { PRO } : {}) };
}
const BANDED = ['mean', 'least', 'modifier'];
function openTerm(term: Term): Term {
  if (!term.params || !BANDED.some((name) => name in (term.params ?? {}))) return term;
  return { code: `${term.code}.open`, value: term.value, params: Object.fromEntries(Object.entries(term.params).filter(([name]) => !BANDED.includes(name))) };
}

export function gaugesSlice(scenario: Scenario, state: MatchState, me: SeatId | null): GaugesSlice {
  const { TEN, BLOC, CON, VAL, D, INST, V, W, PRO, CM } = state.indicators;
  const ended = state.status === 'ended';
  const exact = ended || (me !== null && me === scenario.proliferator);
  return {
    values: { TEN, BLOC, CON, VAL, D, INST, V, W }, pro: proView(PRO, exact), proClock: exact || V >= 1 ? state.clock : null, cm: moodSize(CM), cmSign: Math.sign(CM) as -1 | 0 | 1,
    brink: scenario.brink, war: scenario.war, paperPressure: paperPressure(scenario, state), tests: state.tests, launches: state.launches,
    terms: openTerms(state.terms, exact, ended), conBand: consensusBand(CON),
  };
}

/** VI: support is shown in bands, as it stood at the last fold. */
export function seatSlice(scenario: Scenario, state: MatchState, id: SeatId, seat: SeatState): SeatSlice | null {
  const spec = lookup(scenario).seats.get(id);
  if (!spec) return null;
  const support = state.status === 'ended' ? seat.ds : (state.history.at(-1)?.ds[id] ?? spec.ds);
  return { id, kind: spec.kind, bloc: spec.bloc, holder: seat.holder, redLine: seat.redLine, pow: seat.pow, dsBand: band(support), cabinet: seat.cabinet, par: spec.par };
}

export function trustSlice(pair: string, value: number, me: SeatId | null, ended: boolean, bought: readonly string[] = []): TrustSlice {
  const [a = '', b = ''] = pair.split('-');
  return { pair, a, b, exact: ended || a === me || b === me || bought.includes(pair) ? value : null, band: band(value) };
}

export function roundSlice(scenario: Scenario, record: RoundRecord, me: SeatId | null, ended: boolean): RoundView {
  const { TEN, BLOC, CON, VAL, D, INST, V, W, PRO } = record.indicators;
  const exact = ended || (me !== null && me === scenario.proliferator);
  return {
    round: record.round, indicators: { TEN, BLOC, CON, VAL, D, INST, V, W }, pro: proView(PRO, exact), terms: openTerms(record.terms, exact, ended),
    paperPressure: record.paperPressure, redLines: record.redLines, sides: record.sides, tests: record.tests, brink: record.brink,
    ...(record.actions ? { actions: record.actions } : {}),
    pressure: ended ? record.pressure : null, enforcement: ended ? (record.enforced ?? record.redLines) : null, trust: ended ? record.trust : null, ds: ended ? record.ds : null,
  };
}

/** Public acts of the round, from their reveal until the next declaration; hidden ones come out with the debrief (AC-4). */
export function revealedSlice(scenario: Scenario, state: MatchState): View['revealed'] {
  if (!state.acts) return [];
  return state.acts.actions.filter((act) => state.status === 'ended' || !stillHidden(scenario, state, act)).map(({ seat, action, target, partner, clause, alone }) => ({ seat, action, ...(target ? { target } : {}), ...(partner ? { partner } : {}), ...(clause ? { clause } : {}), ...(alone ? { alone } : {}) }));
}

export function crisisSlice(scenario: Scenario, state: MatchState): CrisisSlice | null {
  const { crisis, sealed, phase } = state;
  if (!crisis) return null;
  const mayPick = inOrder(scenario, [...crisis.provokerPatrons, ...crisis.victimPatrons]);
  return {
    action: crisis.action, provoker: crisis.provoker, victims: crisis.victims, provokerPatrons: crisis.provokerPatrons, victimPatrons: crisis.victimPatrons,
    mayPick, picked: mayPick.filter((seat) => sealed.sides[seat] !== undefined), defaultSide: defaultSide(scenario, state),
    picks: phase === 'crisis' ? null : sealed.sides,
  };
}

/** VI: own worth exact, that of the others in five steps; the price of a clause only for those who may have to give it. */
const step = (value: number): -2 | -1 | 0 | 1 | 2 => (value >= 6 ? 2 : value >= 2 ? 1 : value >= -1 ? 0 : value >= -4 ? -1 : -2);
const knownSteps = new WeakMap<ClauseSpec, Map<SeatId | null, ClauseWorth['steps']>>();
function stepsOf(clause: ClauseSpec, me: SeatId | null): ClauseWorth['steps'] {
  let byViewer = knownSteps.get(clause);
  if (!byViewer) knownSteps.set(clause, (byViewer = new Map()));
  let steps = byViewer.get(me);
  if (!steps) byViewer.set(me, (steps = Object.fromEntries(Object.entries(clause.values).filter(([seat]) => seat !== me).map(([seat, value]) => [seat, step(value)]))));
  return steps;
}
export function worthSlice(scenario: Scenario, state: MatchState, me: SeatId | null, clause: ClauseSpec): ClauseWorth {
  const steps = stepsOf(clause, me);
  const gives = me !== null && giverSets(scenario, clause).some((set) => set.includes(me));
  return { clause: clause.id, own: me === null ? null : (eventWorth(scenario, state, clause.id, clause.values)[me] ?? 0), cost: gives ? clauseCost(scenario, state, clause, me) : null, steps };
}
