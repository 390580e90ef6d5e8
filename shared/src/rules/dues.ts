/** CO-2 to CO-6: tranches fall due at dawn, and at the fold each is performed, delayed, withheld or feigned. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { DueChoice } from '../model/commands.ts';
import { commitmentOf, proposalOf } from '../model/entries.ts';
import type { ClauseId, CommitmentId, SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { deniable, principleSince, tranchesOf } from './adoption.ts';
import { clauseOf, crossesBlocs } from './drafting.ts';
import { isTied, settleTie, tieComesDue, untie } from './escrow.ts';
import { eventDetection, eventWorth, mayHold } from './events/standing.ts';
import { allows } from './level.ts';
import { breach, brokenByActs, commitmentsOf, deny, givenTranches, owedTranches, reverse } from './ledger.ts';
import { applyBlocks, priceOverHeads } from './overHeads.ts';
import { carryThrough } from './ratification.ts';
import { openReadings } from './readings.ts';
import { secret, witnesses } from './secrecy.ts';
import { claimed, isDue, over, standing, stateOf } from './tranches.ts';
import { KEPT } from './trust.ts';

/** IN-4: what a promise kept across the dividing line takes off the blocs, once a clause; the last of a division goes slowest. */
export const CROSSING = -4;
const LOOSE_UNDER = 30;
const CROSSING_LOOSE = -2;
/** DS-1: a performed line of this worth pleases its receiver's public, so often a round. */
const WORTH_TELLING = 5;
const MOST_PLEASED = 3;

/** CO-5: what everybody can see cannot be feigned. */
export const mayFeign = (clause: ClauseSpec): boolean => clause.obs < 3;

/** CO-3: an event keeps the giver from performing this round. */
export const isExcused = (state: MatchState, c: Commitment): boolean => c.excused === state.round;

/** CO-3: the answers a giver has to a tranche due; a late one cannot be put off again. */
export function dueOptions(state: MatchState, clause: ClauseSpec, c: Commitment, tranche: Tranche): readonly DueChoice[] {
  if (isTied(state, c, tranche)) return ['perform', 'withhold']; // PR-9: neither late nor feigned
  return ['perform', ...(tranche.state === 'late' ? [] : ['delay' as const]), 'withhold', ...(mayFeign(clause) ? ['feign' as const] : [])];
}

/** PH-1l: what is due this round becomes due. */
export function fallDue(r: Recorder): void {
  untie(r); // PR-9
  for (const c of r.state.commitments) {
    const falls = (t: Tranche): boolean => t.state === 'pending' && t.due !== null && t.due <= r.state.round && tieComesDue(r.state, c, t);
    if (over(c) || c.state === 'ratifying' || !c.tranches.some(falls)) continue;
    const tranches = c.tranches.map((t): Tranche => (falls(t) ? { ...t, state: 'due' } : t));
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state === 'late' ? 'late' : 'due', tranches });
  }
  openReadings(r); // CO-9
}

/** PH-2.1: reversals and denials, then performances in order of adoption and tranche, and what all of them set going. */
export function applyDues(r: Recorder, t: Tally): void {
  tellBilaterals(r);
  priceOverHeads(r, t); // PR-10
  carryThrough(r); // DS-3
  takeBack(r, t);
  applyBlocks(r);
  const choices = new Map((r.state.acts?.dues ?? []).map((due) => [`${due.commitment}/${due.tranche}`, due.choice]));
  const choiceOf = (c: Commitment, tranche: Tranche): DueChoice | 'hold' => choices.get(`${c.id}/${tranche.n}`) ?? r.state.sealed.choices[c.giver]?.dues[c.id] ?? 'perform';
  const give = (c: Commitment, tranche: Tranche): void => answer(r, t, commitmentOf(r.state, c.id) ?? c, tranche, 'perform');
  const settled = new Set<CommitmentId>();
  // Promises stand in order of adoption; nothing below makes a tranche due that is not.
  for (const { id, tranches } of r.state.commitments) {
    if (!tranches.some(isDue)) continue;
    for (const tranche of commitmentOf(r.state, id)?.tranches.filter(isDue) ?? []) {
      const c = commitmentOf(r.state, id);
      if (!c || over(c) || settled.has(id)) break;
      if (isTied(r.state, c, tranche)) for (const done of settleTie(r, c, tranche, choiceOf, (each) => isExcused(r.state, each), give)) settled.add(done);
      else if (isExcused(r.state, c)) putOff(r, c, tranche);
      else answer(r, t, c, tranche, choiceOf(c, tranche));
    }
  }
  keepContinuing(r);
  meetConditions(r);
  raiseValues(r, t);
}

/** CO-6, CO-9: own promises taken back with notice or denied; an act of the same round that breaks the clause makes the notice worthless (CO-12). */
function takeBack(r: Recorder, t: Tally): void {
  for (const { id: seat } of r.scenario.seats) {
    const choice = r.state.sealed.choices[seat];
    for (const id of choice?.reversals ?? []) {
      const c = commitmentOf(r.state, id);
      if (c?.giver === seat && !brokenByActs(r.scenario, r.state.acts?.actions ?? [], c, r.state.craft.announced)) reverse(r, t, id, { announced: true });
    }
    for (const id of choice?.denials ?? []) if (commitmentOf(r.state, id)?.giver === seat) deny(r, t, id);
  }
}

function answer(r: Recorder, t: Tally, c: Commitment, tranche: Tranche, choice: DueChoice | 'hold'): void {
  const clause = clauseOf(r.scenario, c.clause);
  if (!clause) return;
  switch (choice) {
    case 'perform':
      return perform(r, t, c, clause, tranche, 'performed');
    case 'feign':
      return mayFeign(clause) ? perform(r, t, c, clause, tranche, 'feigned') : perform(r, t, c, clause, tranche, 'performed');
    case 'delay':
      if (mayHold(r.scenario, r.state, c)) return putOff(r, c, tranche); // E06
      return tranche.state === 'late' ? breach(r, t, c.id) : delay(r, t, c, tranche);
    case 'withhold':
      return breach(r, t, c.id);
    case 'hold':
      return hold(r, c, tranche);
    default:
      return choice satisfies never;
  }
}

/** CO-4, CO-5: books a tranche; a feint looks the same to everybody until it is found. */
function perform(r: Recorder, t: Tally, c: Commitment, clause: ClauseSpec, tranche: Tranche, as: 'performed' | 'feigned'): void {
  const { scenario, state } = r;
  const firstOfClause = !commitmentsOf(state, c.clause).some((other) => !secret(other) && other.tranches.some(claimed));
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: as, performedAt: state.round, values: eventWorth(scenario, state, c.clause, other.values) } : other));
  const found = as === 'feigned' ? Math.min(c.foundAt ?? Infinity, foundAt(scenario, state, clause)) : c.foundAt; // an earlier feint is not found later for a second one
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: stateOf(tranches), tranches, set: { foundAt: found } });
  for (const b of c.receivers) if (b !== c.giver) t.trust.push({ a: c.giver, b, code: KEPT, value: 4 });
  if (firstOfClause && !secret(c) && crossesBlocs(scenario, c.givers, c.receivers)) t.bloc.push({ code: 'crossing', value: state.indicators.BLOC < LOOSE_UNDER ? CROSSING_LOOSE : CROSSING, params: { clause: c.clause } });
  if (c.givers.every((giver) => givenTranches(r.state, c.clause, giver) >= owedTranches(clause))) completed(r, t, c, clause, as);
  post(r, 'table.performed', { giver: c.giver, clause: c.clause, receivers: c.receivers, tranche: tranche.n, tranches: owedTranches(clause) }, witnesses(c), scenario.places[c.clause]);
}

/** A line given in full by all its givers. */
function completed(r: Recorder, t: Tally, c: Commitment, clause: ClauseSpec, as: 'performed' | 'feigned'): void {
  // Where all give to each other the last to give is a receiver too.
  const line = commitmentsOf(r.state, c.clause).filter((other) => other.proposal === c.proposal && other.line === c.line);
  for (const seat of inOrder(r.scenario, line.flatMap((other) => other.receivers))) {
    const pleased = t.ds.filter((term) => term.seat === seat && term.code === 'received').length;
    if ((clause.values[seat] ?? 0) >= WORTH_TELLING && pleased < MOST_PLEASED) t.ds.push({ seat, code: 'received', value: 1, params: { clause: c.clause } });
  }
  if (!secret(c)) hurtAllies(r, t, c);
  // RL-8: only what is really given up lowers the ladder.
  if (clause.effect.pro && as === 'performed') t.pro.push({ code: 'clause', value: clause.effect.pro, params: { clause: c.clause } });
}

/** AC-5: an ally whose own case is unmet is hurt by what is given, in a text that leaves its case out as much as outside any. */
function hurtAllies(r: Recorder, t: Tally, c: Commitment): void {
  for (const { jealousy } of r.scenario.actions) {
    for (const hurt of jealousy ?? []) {
      if (hurt.clause !== c.clause) continue;
      const met = commitmentsOf(r.state, hurt.unless).some((other) => other.tranches.some(claimed) || (other.proposal === c.proposal && !over(other)));
      if (!met) t.trust.push({ a: hurt.a, b: hurt.b, code: 'jealousy', value: hurt.delta });
    }
  }
}

/** CO-5: found after max(0, 3 - obs - V) rounds, a round sooner with three institutions where the level plays that step (M17). */
function foundAt(scenario: Scenario, state: MatchState, clause: ClauseSpec): number {
  const delay = Math.max(0, 3 - clause.obs - state.indicators.V - (state.indicators.INST >= 3 && allows(scenario, state, 'M17-steps') ? 1 : 0));
  return state.round + delay + eventDetection(scenario, state);
}

/** AC-11: one giver's share is left out, value and cost; neither late nor broken. */
function hold(r: Recorder, c: Commitment, tranche: Tranche): void {
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: 'void' } : other));
  const nothing = tranches.every((other) => other.state === 'void');
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: nothing ? 'lapsed' : stateOf(tranches), tranches });
  post(r, 'table.held', { giver: c.giver, clause: c.clause, receivers: c.receivers, tranche: tranche.n }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-3: excused by an event, due again next round without blame. */
function putOff(r: Recorder, c: Commitment, tranche: Tranche): void {
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, due: r.state.round + 1 } : other));
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, tranches });
  post(r, 'table.excused', { giver: c.giver, clause: c.clause }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-3: late, due again next round. */
function delay(r: Recorder, t: Tally, c: Commitment, tranche: Tranche): void {
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: 'late', due: r.state.round + 1 } : other));
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: 'late', tranches });
  for (const b of c.receivers) if (b !== c.giver) t.trust.push({ a: c.giver, b, code: 'late', value: -5 });
  post(r, 'table.late', { giver: c.giver, clause: c.clause, receivers: c.receivers, tranche: tranche.n }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-4: counts the rounds a continuing clause is kept. */
function keepContinuing(r: Recorder): void {
  for (const c of r.state.commitments) {
    if (c.state === 'performed' && clauseOf(r.scenario, c.clause)?.when === 'C' && standing(c)) r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { kept: c.kept + 1 } });
  }
}

/** Action for action: what waited for another line falls due from the round after that line was given in full. */
function meetConditions(r: Recorder): void {
  for (const c of r.state.commitments) {
    if (c.after === null || over(c) || c.tranches.some((t) => t.due !== null) || !lineGiven(r, c)) continue;
    const tranches = c.tranches.map((t, i): Tranche => ({ ...t, due: r.state.round + 1 + i }));
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, tranches });
  }
}

/** What counts is that all givers of that line gave the clause in full, be it under a text that replaced it. */
function lineGiven(r: Recorder, c: Commitment): boolean {
  const first = commitmentOf(r.state, c.after ?? '');
  const clause = first && clauseOf(r.scenario, first.clause);
  return clause !== undefined && first !== undefined && first.givers.every((giver) => givenTranches(r.state, clause.id, giver) >= owedTranches(clause));
}

/** PR-7: principles adopted this round lift the shared values at the fold. */
function raiseValues(r: Recorder, t: Tally): void {
  for (const id of r.state.principles) {
    const value = clauseOf(r.scenario, id)?.effect.val ?? 0;
    if (principleSince(r.scenario, r.state, id) === r.state.round) t.val.push({ code: 'principle', value, params: { clause: id } });
  }
}

/** VI: that two seats agreed, and on what, is public from the fold. */
function tellBilaterals(r: Recorder): void {
  const told = new Set<string>();
  for (const c of r.state.commitments) {
    if (c.adoptedAt !== r.state.round || c.scope !== 'bilateral' || told.has(c.proposal) || secret(c)) continue;
    told.add(c.proposal);
    const clauses = r.state.commitments.filter((other) => other.proposal === c.proposal).map((other) => other.clause);
    post(r, 'table.agreedBilateral', { seats: [...(proposalOf(r.state, c.proposal)?.parties ?? [])], clauses: [...new Set(clauses)] });
  }
}

/** SU-3: performs the first tranche of a clause at once, outside any text; the rest is not promised. */
export function performNow(r: Recorder, t: Tally, clauseId: ClauseId, giver: SeatId, receivers: readonly SeatId[]): void {
  const { scenario, state } = r;
  const clause = clauseOf(scenario, clauseId);
  if (!clause) return;
  const givers = clause.giver.mode === 'oneOf' ? [giver] : clause.giver.seats;
  const [first] = tranchesOf(scenario, state, clause, giver, givers, state.round - 1);
  if (!first) return;
  const id = `now-${state.phaseSeq}-${clauseId}-${giver}`;
  const commitment: Commitment = {
    id, proposal: id, line: 0, clause: clauseId, giver, givers: [giver], receivers: receivers.filter((seat) => seat !== giver),
    mode: 'WRITTEN', scope: 'plenary', adoptedAt: state.round, after: null, state: 'due', tranches: [{ ...first, state: 'due' }],
    kept: 0, foundAt: null, freeReversalUntil: null, deniable: deniable(clause, 'WRITTEN'),
  };
  r.emit({ type: 'proposalAdopted', proposal: id, commitments: [commitment] });
  perform(r, t, commitment, clause, { ...first, state: 'due' }, 'performed');
}
