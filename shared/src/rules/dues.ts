/** CO-2 to CO-6: tranches fall due at dawn, and at the fold each is performed, delayed, withheld or feigned. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { DueChoice } from '../model/commands.ts';
import type { ClauseId, SeatId } from '../model/ids.ts';
import { inOrder } from '../model/pairs.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { deniable, principleSince, tranchesOf } from './adoption.ts';
import { clauseOf, crossesBlocs } from './drafting.ts';
import { allows } from './level.ts';
import { breach, brokenByActs, claimed, commitmentsOf, deny, givenTranches, over, owedTranches, reverse, standing } from './ledger.ts';
import { KEPT } from './trust.ts';

/** IN-4: what a promise kept across the dividing line takes off the blocs, once a clause. */
const CROSSING = -4;
/** DS-1: a performed line of this worth pleases its receiver's public, so often a round. */
const WORTH_TELLING = 5;
const MOST_PLEASED = 3;

const isDue = (tranche: Tranche): boolean => tranche.state === 'due' || tranche.state === 'late';
/** The tranche the giver must answer for this round, if any. */
export const dueTranche = (c: Commitment): Tranche | undefined => (over(c) ? undefined : c.tranches.find(isDue));

/** CO-5: what everybody can see cannot be feigned. */
export const mayFeign = (clause: ClauseSpec): boolean => clause.obs < 3;

/** CO-3: the answers a giver has to a tranche due; a late one cannot be put off again. */
export function dueOptions(clause: ClauseSpec, tranche: Tranche): readonly DueChoice[] {
  return ['perform', ...(tranche.state === 'late' ? [] : ['delay' as const]), 'withhold', ...(mayFeign(clause) ? ['feign' as const] : [])];
}

/** PH-1l: what is due this round becomes due. */
export function fallDue(r: Recorder): void {
  for (const c of Object.values(r.state.commitments)) {
    if (over(c) || !c.tranches.some((t) => t.state === 'pending' && t.due !== null && t.due <= r.state.round)) continue;
    const tranches = c.tranches.map((t): Tranche => (t.state === 'pending' && t.due !== null && t.due <= r.state.round ? { ...t, state: 'due' } : t));
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state === 'late' ? 'late' : 'due', tranches });
  }
}

/** PH-2.1: reversals and denials, then performances in order of adoption and tranche, and what all of them set going. */
export function applyDues(r: Recorder, t: Tally): void {
  tellBilaterals(r);
  takeBack(r, t);
  const choices = new Map((r.state.acts?.dues ?? []).map((due) => [`${due.commitment}/${due.tranche}`, due.choice]));
  const inOrder = Object.values(r.state.commitments).sort((a, b) => a.adoptedAt - b.adoptedAt);
  for (const { id } of inOrder) {
    for (const tranche of r.state.commitments[id]?.tranches.filter(isDue) ?? []) {
      const c = r.state.commitments[id];
      if (!c || over(c)) break;
      answer(r, t, c, tranche, choices.get(`${id}/${tranche.n}`) ?? r.state.sealed.choices[c.giver]?.dues[id] ?? 'perform');
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
      const c = r.state.commitments[id];
      if (c?.giver === seat && !brokenByActs(r.scenario, r.state.acts?.actions ?? [], c)) reverse(r, t, id, { announced: true });
    }
    for (const id of choice?.denials ?? []) if (r.state.commitments[id]?.giver === seat) deny(r, t, id);
  }
}

function answer(r: Recorder, t: Tally, c: Commitment, tranche: Tranche, choice: DueChoice): void {
  const clause = clauseOf(r.scenario, c.clause);
  if (!clause) return;
  switch (choice) {
    case 'perform':
      return perform(r, t, c, clause, tranche, 'performed');
    case 'feign':
      return mayFeign(clause) ? perform(r, t, c, clause, tranche, 'feigned') : perform(r, t, c, clause, tranche, 'performed');
    case 'delay':
      return tranche.state === 'late' ? breach(r, t, c.id) : delay(r, t, c, tranche);
    case 'withhold':
      return breach(r, t, c.id);
    default:
      return choice satisfies never;
  }
}

/** CO-4, CO-5: books a tranche; a feint looks the same to everybody until it is found. */
function perform(r: Recorder, t: Tally, c: Commitment, clause: ClauseSpec, tranche: Tranche, as: 'performed' | 'feigned'): void {
  const { scenario, state } = r;
  const firstOfClause = !commitmentsOf(state, c.clause).some((other) => other.tranches.some(claimed));
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: as, performedAt: state.round } : other));
  const found = as === 'feigned' ? Math.min(c.foundAt ?? Infinity, foundAt(scenario, state, clause)) : c.foundAt; // an earlier feint is not found later for a second one
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: stateOf(tranches), tranches, set: { foundAt: found } });
  for (const b of c.receivers) if (b !== c.giver) t.trust.push({ a: c.giver, b, code: KEPT, value: 4 });
  if (firstOfClause && crossesBlocs(scenario, c.givers, c.receivers)) t.bloc.push({ code: 'crossing', value: CROSSING, params: { clause: c.clause } });
  if (c.givers.every((giver) => givenTranches(r.state, c.clause, giver) >= owedTranches(clause))) completed(r, t, c, clause, as);
  post(r, 'table.performed', { giver: c.giver, clause: c.clause, receivers: c.receivers, tranche: tranche.n, tranches: owedTranches(clause) }, 'all', scenario.places[c.clause]);
}

/** A line given in full by all its givers. */
function completed(r: Recorder, t: Tally, c: Commitment, clause: ClauseSpec, as: 'performed' | 'feigned'): void {
  // Where all give to each other the last to give is a receiver too.
  const line = commitmentsOf(r.state, c.clause).filter((other) => other.proposal === c.proposal && other.line === c.line);
  for (const seat of inOrder(r.scenario, line.flatMap((other) => other.receivers))) {
    const pleased = t.ds.filter((term) => term.seat === seat && term.code === 'received').length;
    if ((clause.values[seat] ?? 0) >= WORTH_TELLING && pleased < MOST_PLEASED) t.ds.push({ seat, code: 'received', value: 1, params: { clause: c.clause } });
  }
  // RL-8: only what is really given up lowers the ladder.
  if (clause.effect.pro && as === 'performed') t.pro.push({ code: 'clause', value: clause.effect.pro, params: { clause: c.clause } });
}

function stateOf(tranches: readonly Tranche[]): Commitment['state'] {
  if (tranches.every(claimed)) return 'performed';
  if (tranches.some((t) => t.state === 'late')) return 'late';
  return tranches.some((t) => t.state === 'due') ? 'due' : 'agreed';
}

/** CO-5: found after max(0, 3 - obs - V) rounds, a round sooner with three institutions where the level plays that step (M17). */
function foundAt(scenario: Scenario, state: MatchState, clause: ClauseSpec): number {
  const delay = Math.max(0, 3 - clause.obs - state.indicators.V - (state.indicators.INST >= 3 && allows(scenario, state, 'M17-steps') ? 1 : 0));
  return state.round + delay;
}

/** CO-3: late, due again next round. */
function delay(r: Recorder, t: Tally, c: Commitment, tranche: Tranche): void {
  const tranches = c.tranches.map((other): Tranche => (other.n === tranche.n ? { ...other, state: 'late', due: r.state.round + 1 } : other));
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: 'late', tranches });
  for (const b of c.receivers) if (b !== c.giver) t.trust.push({ a: c.giver, b, code: 'late', value: -5 });
  post(r, 'table.late', { giver: c.giver, clause: c.clause, receivers: c.receivers, tranche: tranche.n }, 'all', r.scenario.places[c.clause]);
}

/** CO-4: counts the rounds a continuing clause is kept. */
function keepContinuing(r: Recorder): void {
  for (const c of Object.values(r.state.commitments)) {
    if (standing(c) && c.state === 'performed' && clauseOf(r.scenario, c.clause)?.when === 'C') r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { kept: c.kept + 1 } });
  }
}

/** Action for action: what waited for another line falls due from the round after that line was given in full. */
function meetConditions(r: Recorder): void {
  for (const c of Object.values(r.state.commitments)) {
    if (c.after === null || over(c) || c.tranches.some((t) => t.due !== null) || !lineGiven(r, c)) continue;
    const tranches = c.tranches.map((t, i): Tranche => ({ ...t, due: r.state.round + 1 + i }));
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, tranches });
  }
}

/** What counts is that all givers of that line gave the clause in full, be it under a text that replaced it. */
function lineGiven(r: Recorder, c: Commitment): boolean {
  const first = r.state.commitments[c.after ?? ''];
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
  for (const c of Object.values(r.state.commitments)) {
    if (c.scope !== 'bilateral' || c.adoptedAt !== r.state.round || told.has(c.proposal)) continue;
    told.add(c.proposal);
    const clauses = Object.values(r.state.commitments).filter((other) => other.proposal === c.proposal).map((other) => other.clause);
    post(r, 'table.agreedBilateral', { seats: [...(r.state.proposals[c.proposal]?.parties ?? [])], clauses: [...new Set(clauses)] });
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
