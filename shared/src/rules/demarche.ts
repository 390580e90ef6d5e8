/** M03, AC-6: a démarche: three of four powers with none against speak for the concert; one alone speaks for itself. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { inOrder, powers } from '../model/pairs.ts';
import type { Demarche } from '../model/statecraft.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalStatecraft } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { wake } from './bilaterals.ts';
import { allows } from './level.ts';
import { jointDiscount } from './power.ts';

/** AC-6: price of putting one's name to it. */
const PRICE = 1;
const PRESSURE_A_STEP = 5;
const PROVOCATION_A_STEP = -2;
const ALONE_TRUST = -2;

type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;
export const demarcheAp = (scenario: Scenario, state: MatchState): number => Math.max(0, PRICE - jointDiscount(scenario, state));
/** All but one of the powers, none against: the concert speaks. */
const concertOf = (scenario: Scenario): number => powers(scenario).length - 1;

function whyNot(scenario: Scenario, state: MatchState, seat: SeatId): Refusal | null {
  if (!allows(scenario, state, 'M03')) return refuse('not-at-level', { level: state.options.level });
  if (state.phase !== 'plenary') return refuse('wrong-phase', { phase: 'plenary', now: state.phase });
  if (!state.talks.open) return refuse('plenary-suspended', { rounds: state.talks.suspendedRounds });
  return powers(scenario).includes(seat) ? null : refuse('not-a-power', { seats: powers(scenario).join(',') });
}
const affords = (scenario: Scenario, state: MatchState, seat: SeatId): Refusal | null => {
  const need = demarcheAp(scenario, state);
  const have = state.seats[seat]?.ap ?? 0;
  return need > have ? refuse('no-ap', { need, have }) : null;
};
const mayFace = (state: MatchState, seat: SeatId): SeatId[] =>
  Object.keys(state.seats).filter((target) => target !== seat && !state.craft.demarches.some((each) => each.target === target));

export function decideTableDemarche(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'tableDemarche'>): readonly MatchEvent[] | Refusal {
  const why = whyNot(scenario, state, seat) ?? affords(scenario, state, seat);
  if (why) return why;
  if (!state.seats[command.target] || command.target === seat) return refuse('bad-target', { action: '', seats: mayFace(state, seat).join(',') });
  if (!mayFace(state, seat).includes(command.target) || state.craft.demarches.some((each) => each.by === seat)) return refuse('demarche-tabled', { target: command.target });
  const r = record(scenario, state);
  pay(r, seat, demarcheAp(scenario, state));
  r.emit({ type: 'demarcheMoved', demarche: { id: `d${state.phaseSeq}-${command.target}`, by: seat, target: command.target, favour: [seat], against: [], round: state.round } });
  for (const event of wake(state, powers(scenario).filter((power) => power !== seat))) r.emit(event);
  post(r, 'table.demarche.tabled', { by: seat, target: command.target });
  return r.events;
}

/** In favour costs the signer its AP; against stops it and costs nothing. Silence abstains. */
export function decideAnswerDemarche(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'answerDemarche'>): readonly MatchEvent[] | Refusal {
  const why = whyNot(scenario, state, seat);
  if (why) return why;
  const demarche = state.craft.demarches.find((each) => each.id === command.demarche);
  if (!demarche || demarche.favour.includes(seat) || demarche.against.includes(seat) || demarche.target === seat) return refuse('no-demarche');
  const poor = command.favour ? affords(scenario, state, seat) : null;
  if (poor) return poor;
  const r = record(scenario, state);
  if (command.favour) pay(r, seat, demarcheAp(scenario, state));
  const add = (seats: readonly SeatId[], on: boolean): readonly SeatId[] => (on ? inOrder(scenario, [...seats, seat]) : seats);
  r.emit({ type: 'demarcheMoved', demarche: { ...demarche, favour: add(demarche.favour, command.favour), against: add(demarche.against, !command.favour) } });
  post(r, command.favour ? 'table.demarche.joined' : 'table.demarche.opposed', { seat, by: demarche.by, target: demarche.target });
  return r.events;
}

function pay(r: Recorder, seat: SeatId, ap: number): void {
  if (ap !== 0) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) - ap } });
}

/** AC-11: the veto of step 6 voids what was joint this round. */
const vetoed = (scenario: Scenario, state: MatchState): boolean =>
  (state.acts?.actions ?? []).some((taken) => scenario.actions.some((spec) => spec.id === taken.action && spec.special === 'veto'));

/** 2 for the concert, 1 for a power alone, 0 when somebody spoke against it or vetoed it. */
export function factorOf(scenario: Scenario, state: MatchState, demarche: Demarche): 0 | 1 | 2 {
  if (demarche.against.length > 0) return 0;
  const joint = demarche.favour.length >= concertOf(scenario);
  return joint ? (vetoed(scenario, state) ? 0 : 2) : 1;
}

/** Whether a joint démarche stands that a veto could stop (AC-11). */
export const jointDemarche = (scenario: Scenario, state: MatchState): Demarche | undefined =>
  state.craft.demarches.find((each) => each.against.length === 0 && each.favour.length >= concertOf(scenario));

/** RL-3: what the round's démarches add to the pressure on the proliferator. */
export const demarchePressure = (scenario: Scenario, state: MatchState): number =>
  state.craft.demarches.filter((each) => each.target === scenario.proliferator).reduce((sum, each) => sum + PRESSURE_A_STEP * factorOf(scenario, state, each), 0);

/** PH-2.4. True when all powers spoke together (TR-2). */
export function foldDemarches(r: Recorder, t: Tally): boolean {
  const { scenario, state } = r;
  let all = false;
  for (const demarche of state.craft.demarches) {
    const factor = factorOf(scenario, state, demarche);
    const params = { target: demarche.target };
    if (factor === 0) {
      post(r, 'fold.demarche.failed', { by: demarche.by, target: demarche.target, seats: [...demarche.against] });
      continue;
    }
    const provoked = state.crisis?.provoker === demarche.target;
    if (provoked) t.n.push({ seat: demarche.target, code: 'demarche', value: PROVOCATION_A_STEP * factor });
    if (factor === 2) {
      t.ten.push({ code: 'demarche', value: -2, params });
      t.cm.push({ code: 'demarche', value: 2, params });
      if (powers(scenario).every((power) => demarche.favour.includes(power))) all = true;
      post(r, 'fold.demarche.joint', { seats: [...demarche.favour], target: demarche.target });
    } else {
      for (const a of demarche.favour) for (const b of powers(scenario)) if (!demarche.favour.includes(b) && b !== demarche.target) t.trust.push({ a, b, code: 'demarcheAlone', value: ALONE_TRUST });
      post(r, 'fold.demarche.alone', { seats: [...demarche.favour], target: demarche.target });
    }
  }
  return all;
}

/** AC-2: AP of a démarche somebody stopped comes back while they can still be used, at the close of the plenary. */
export function returnDemarcheAp(r: Recorder): void {
  const ap = demarcheAp(r.scenario, r.state);
  if (ap === 0) return;
  for (const demarche of r.state.craft.demarches) if (demarche.against.length > 0) for (const seat of demarche.favour) pay(r, seat, -ap);
}

export function legalDemarche(scenario: Scenario, state: MatchState, seat: SeatId): Pick<LegalStatecraft, 'tableDemarche' | 'answerDemarche' | 'demarcheAp'> {
  const ap = demarcheAp(scenario, state);
  if (whyNot(scenario, state, seat)) return { tableDemarche: [], answerDemarche: [], demarcheAp: ap };
  const own = state.craft.demarches.some((each) => each.by === seat);
  const poor = affords(scenario, state, seat) !== null;
  const open = state.craft.demarches.filter((each) => !each.favour.includes(seat) && !each.against.includes(seat) && each.target !== seat);
  return { tableDemarche: own || poor ? [] : mayFace(state, seat), answerDemarche: open.map((each) => each.id), demarcheAp: ap };
}
