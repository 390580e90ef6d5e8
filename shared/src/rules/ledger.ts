/** CO: the ledger of promises: what stands, what it is worth, and how a promise is broken, taken back, denied or lapses. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { PairTerm, Tally } from '../engine/tally.ts';
import { commitmentOf } from '../model/entries.ts';
import type { TakenAction } from '../model/events.ts';
import type { ClauseId, CommitmentId, SeatId } from '../model/ids.ts';
import { pairKey } from '../model/pairs.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import type { Statecraft } from '../model/statecraft.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { fireOn } from './events/fire.ts';
import { half, halfCost } from './integers.ts';
import { allows } from './level.ts';
import { knows, secret, witnesses } from './secrecy.ts';
import { disputeSatellite, isSatellite } from './satellite.ts';
import { claimed, over, owed, standing } from './tranches.ts';

/** CO-6: rounds in which counterparts of a broken line may take theirs back free. */
const FREE_ROUNDS = 2;
/** CO-4: a continuing clause earns its second half when it was kept for so many rounds. */
const KEPT_FOR_REST = 2;


const NONE: readonly Commitment[] = [];
/** The list asked about last: the first few questions read it through, more of them are worth an index. */
let asked: { readonly list: readonly Commitment[]; times: number; index: ReadonlyMap<ClauseId, readonly Commitment[]> | null } = { list: NONE, times: 0, index: null };
const READS = 5;

/** All commitments of a clause, oldest first. */
export function commitmentsOf(state: MatchState, clause: ClauseId): readonly Commitment[] {
  const list = state.commitments;
  if (list.length === 0) return NONE;
  if (asked.list !== list) asked = { list, times: 0, index: null };
  asked.times += 1;
  if (asked.times > READS) asked.index ??= Map.groupBy(list, (c) => c.clause);
  return asked.index ? (asked.index.get(clause) ?? NONE) : list.filter((c) => c.clause === clause);
}

/** Commitments of a clause that stand (IS-1), feints included: standing effects are what the table believes. */
export const inForce = (state: MatchState, clause: ClauseId): readonly Commitment[] => commitmentsOf(state, clause).filter(standing);

/** A clause is in force when every giver of one of its lines stands by it. */
export function isInForce(state: MatchState, clause: ClauseId): boolean {
  const all = commitmentsOf(state, clause);
  return all.some((c) => standing(c) && c.givers.every((giver) => giver === c.giver || all.some((other) => other.giver === giver && standing(other))));
}

/** CO-4: what has to be answered for; a continuing clause is performed once and then kept, though it is booked in two halves. */
export const owedTranches = (clause: ClauseSpec): number => (clause.when === 'C' ? 1 : clause.tranches);

/** Tranches this giver has given of a clause, as everybody believes. */
export const givenTranches = (state: MatchState, clause: ClauseId, giver: SeatId): number => count(state, clause, giver, claimed);

/** Tranches really performed: by one giver, or by the slowest giver of the clause. */
export function performedTranches(state: MatchState, clause: ClauseId, giver?: SeatId): number {
  const really = (tranche: Tranche): boolean => tranche.state === 'performed';
  if (giver !== undefined) return count(state, clause, giver, really);
  const done = commitmentsOf(state, clause).map((c) => Math.min(...c.givers.map((each) => count(state, clause, each, really))));
  return Math.max(0, ...done);
}

function count(state: MatchState, clause: ClauseId, giver: SeatId, which: (tranche: Tranche) => boolean): number {
  // What was taken back, or half lost when an act broke a standing clause, has to be given anew.
  const gone = (c: Commitment): boolean => c.state === 'reversed' || (c.state === 'breached' && !c.tranches.some((tranche) => tranche.state === 'breached'));
  const own = commitmentsOf(state, clause).filter((c) => c.giver === giver && !gone(c));
  return own.reduce((sum, c) => sum + c.tranches.filter(which).length, 0);
}

/** How the ledger is read: `believed` counts others' feints as if performed (CO-5), `final` adds what continuing clauses pay at the end of the match (CO-4). */
export interface Reading { readonly believed?: boolean; readonly final?: boolean; /** Leaves out what this seat knows nothing of (CO-10). */ readonly by?: SeatId }

/** CO-4, CO-5: what the ledger is worth to a seat and what it cost it; truth counts unless the reading says otherwise. */
export function netOf(scenario: Scenario, state: MatchState, seat: SeatId, { believed = false, final = false, by }: Reading = {}): { values: number; cost: number } {
  const sum = { values: 0, cost: 0 };
  for (const c of state.commitments) {
    if (by !== undefined && !knows(c, by)) continue;
    const continuing = clauseSpec(scenario, c.clause)?.when === 'C';
    const whole = !continuing || (final && (standing(c) || ranItsTerm(c)) && c.kept >= KEPT_FOR_REST);
    for (const tranche of c.tranches) {
      if (tranche.state !== 'performed' && !(tranche.state === 'feigned' && believed && c.giver !== seat)) continue;
      const value = tranche.values[seat] ?? 0;
      sum.values += whole ? value : half(value);
      if (c.giver === seat) sum.cost += whole ? tranche.cost : halfCost(tranche.cost);
    }
  }
  return sum;
}

/** CO-8: a promise for some rounds only that was kept to its end has earned its (halved) whole. */
const ranItsTerm = (c: Commitment): boolean => c.state === 'lapsed' && c.options?.sunset !== undefined && c.tranches.every((tranche) => tranche.state === 'performed');

/** CO-5: a feint stays one when its line was replaced or lapsed since; neither launders it. */
const hidesFeint = (c: Commitment): boolean => (c.state === 'superseded' || c.state === 'lapsed') && c.tranches.some((tranche) => tranche.state === 'feigned');

/** CO-6: breaks a commitment: trust of receivers and onlookers, the mood, and the counterparts' right to take theirs back. */
export function breach(r: Recorder, t: Tally, id: CommitmentId, { covert = false }: { covert?: boolean } = {}): void {
  const c = commitmentOf(r.state, id);
  const spec = c && clauseSpec(r.scenario, c.clause);
  if (!c || !spec || (over(c) && !hidesFeint(c))) return;
  const owed = c.tranches.some((tranche) => tranche.state === 'due' || tranche.state === 'late' || tranche.state === 'feigned');
  // A standing clause broken by an act loses what taking it back would lose (CO-7); a tranche not given loses only itself and what was to follow.
  const performed = owed ? c.tranches : takenBack(c.tranches, spec, 'breached');
  const tranches = performed.map((tranche): Tranche => {
    if (tranche.state === 'due' || tranche.state === 'late' || tranche.state === 'feigned') return { ...tranche, state: 'breached' };
    return tranche.state === 'pending' ? { ...tranche, state: 'void' } : tranche;
  });
  const hurt = r.scenario.seats.flatMap(({ id: seat }) => (seat !== c.giver && knows(c, seat) ? [{ a: c.giver, b: seat, ...(c.receivers.includes(seat) ? { code: 'breach', value: -15 } : { code: 'breachSeen', value: -6 }) }] : []));
  r.emit({ type: 'commitmentMoved', commitment: id, state: 'breached', tranches, set: { foundAt: null, deniable: false, ...remembered(r, hurt) } });
  t.trust.push(...hurt);
  if (secret(c)) { /* Nobody else knows: the mood is not theirs to lose. */ } else if (!breakPrinciple(r, t, c) && !t.cm.some((term) => term.code === 'breach' && term.params?.['proposal'] === c.proposal)) {
    t.cm.push({ code: 'breach', value: -5, params: { clause: c.clause, proposal: c.proposal } });
  }
  freeCounterparts(r, c, spec);
  post(r, covert ? 'table.found' : 'table.breached', { giver: c.giver, clause: c.clause, receivers: c.receivers }, witnesses(c), r.scenario.places[c.clause]);
  snapBack(r, c);
}

/** CO-11: what an apology will need to know. */
function remembered(r: Recorder, hurt: readonly PairTerm[]): Partial<Pick<Commitment, 'brokenAt' | 'trustLost'>> {
  if (!allows(r.scenario, r.state, 'ACCUSE')) return {};
  const lost = hurt.map(({ a, b, value }): [SeatId, number] => [b, Math.min(-value, r.state.trust[pairKey(r.scenario, a, b)] ?? 0)]);
  return { brokenAt: r.state.round, trustLost: Object.fromEntries(lost) };
}

/** CO-13: relief drafted with a snap-back is gone as soon as one of its receivers is found to have broken its word, without loss to its giver. */
function snapBack(r: Recorder, broken: Commitment): void {
  for (const c of r.state.commitments) {
    if (!c.options?.snapBack || over(c) || !c.receivers.includes(broken.giver) || !knows(broken, c.giver)) continue;
    const spec = clauseSpec(r.scenario, c.clause);
    if (!spec) continue;
    if (!c.tranches.some(claimed)) { lapse(r, c.id); continue; }
    const tranches = takenBack(c.tranches, spec, 'void').map((tranche): Tranche => (owed(tranche) ? { ...tranche, state: 'void' } : tranche));
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: 'reversed', tranches, set: { foundAt: null, deniable: false } });
    post(r, 'table.snapBack', { giver: c.giver, clause: c.clause, receivers: [broken.giver] }, witnesses(c), r.scenario.places[c.clause]);
  }
}

/** CO-6, CO-7: takes a performed clause back; with notice it costs less than breaking it, and nothing after a counterpart broke faith. */
export function reverse(r: Recorder, t: Tally, id: CommitmentId, { announced }: { announced: boolean }): void {
  const c = commitmentOf(r.state, id);
  const spec = c && clauseSpec(r.scenario, c.clause);
  if (!c || !spec || spec.rev === 'I' || over(c) || !c.tranches.some(claimed)) return;
  const free = c.freeReversalUntil !== null && c.freeReversalUntil >= r.state.round;
  const tranches = takenBack(c.tranches, spec, 'void').map((tranche): Tranche => (owed(tranche) ? { ...tranche, state: 'void' } : tranche));
  r.emit({ type: 'commitmentMoved', commitment: id, state: 'reversed', tranches, set: { foundAt: null, deniable: false } });
  if (announced && !free) {
    for (const seat of c.receivers) if (seat !== c.giver) t.trust.push({ a: c.giver, b: seat, code: 'reversal', value: -6 });
    if (!secret(c) && !breakPrinciple(r, t, c)) t.cm.push({ code: 'reversal', value: -2, params: { clause: c.clause } });
  }
  freeCounterparts(r, c, spec);
  post(r, free ? 'table.reversedFree' : 'table.reversed', { giver: c.giver, clause: c.clause, receivers: c.receivers }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-9: an oral promise nobody can prove is denied: words are cheap, and so is their loss. */
export function deny(r: Recorder, t: Tally, id: CommitmentId): void {
  const c = commitmentOf(r.state, id);
  if (!c || !mayDeny(r.state, c)) return;
  const tranches = c.tranches.map((tranche): Tranche => (owed(tranche) ? { ...tranche, state: 'void' } : tranche));
  r.emit({ type: 'commitmentMoved', commitment: id, state: 'disputed', tranches, set: { deniable: false } });
  for (const { id: seat } of r.scenario.seats) {
    if (seat !== c.giver && knows(c, seat)) t.trust.push({ a: c.giver, b: seat, code: c.receivers.includes(seat) ? 'denial' : 'denialSeen', value: c.receivers.includes(seat) ? -10 : -3 });
  }
  if (!secret(c)) {
    t.cm.push({ code: 'denial', value: -4, params: { clause: c.clause } });
    fireOn(r, t, 'denial'); // E05
  }
  post(r, 'table.denied', { giver: c.giver, clause: c.clause, receivers: c.receivers }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-9: once, one round after adoption. */
export const mayDeny = (state: MatchState, c: Commitment): boolean => c.deniable && !over(c) && state.round === c.adoptedAt + 1;

/** CO-7: own performed commitments that may be taken back. */
export const mayReverse = (scenario: Scenario, c: Commitment): boolean => !over(c) && c.tranches.some(claimed) && clauseSpec(scenario, c.clause)?.rev !== 'I';

/** CO-1: ends a promise without blame; what was given stays given. */
export function lapse(r: Recorder, id: CommitmentId): void {
  const c = commitmentOf(r.state, id);
  if (!c || over(c)) return;
  const tranches = c.tranches.map((tranche): Tranche => (owed(tranche) ? { ...tranche, state: 'void' } : tranche));
  r.emit({ type: 'commitmentMoved', commitment: id, state: 'lapsed', tranches, set: { deniable: false } });
  post(r, 'table.lapsed', { giver: c.giver, clause: c.clause }, witnesses(c), r.scenario.places[c.clause]);
}

/** CO-5: feints whose time has come are found. */
export function discover(r: Recorder, t: Tally): void {
  for (const c of r.state.commitments) {
    if (c.foundAt !== null && c.foundAt <= r.state.round && c.tranches.some((tranche) => tranche.state === 'feigned')) breach(r, t, c.id, { covert: true });
  }
}

/** PH-1j: a promise for some rounds only lapses at its end (CO-8), and an action promised for an action when that other action can no longer come; both without blame. */
export function sunset(r: Recorder): void {
  for (const c of r.state.commitments) {
    if (c.options?.sunset !== undefined && !over(c) && r.state.round >= c.adoptedAt + c.options.sunset) { lapse(r, c.id); continue; }
    if (c.after === null || over(c) || c.tranches.some((tranche) => tranche.due !== null)) continue;
    const first = commitmentOf(r.state, c.after);
    if (first && over(first) && first.state !== 'superseded') lapse(r, c.id);
  }
}

/** CO-12: acts of this round that break a clause their actor stands by; notice given in the same round is no excuse. */
export function actionBreaches(r: Recorder, t: Tally): void {
  const acts = r.state.acts?.actions ?? [];
  for (const { id } of r.state.commitments) {
    const c = commitmentOf(r.state, id);
    if (!c || !standing(c) || c.state === 'superseded' || !brokenByActs(r.scenario, acts, c, r.state.craft.announced)) continue;
    if (isSatellite(r.scenario, r.state, c, acts)) disputeSatellite(r, t, c);
    else breach(r, t, id);
  }
}

/** Whether one of these acts, done by the giver alone or as a partner of a joint act, breaks this commitment. */
export function brokenByActs(scenario: Scenario, acts: NonNullable<MatchState['acts']>['actions'], c: Commitment, announced: Statecraft['announced'] = []): boolean {
  const rules = clauseSpec(scenario, c.clause)?.brokenBy;
  if (!rules) return false;
  return rules.some((rule) =>
    acts.some((act) => {
      if (act.action !== rule.action || (rule.unannounced === true && noticeGiven(announced, act)) || (act.seat !== c.giver && act.partner !== c.giver) || (rule.by && !rule.by.includes(c.giver))) return false;
      return !rule.with || [act.seat, act.partner, act.target].some((seat) => seat !== undefined && rule.with?.includes(seat));
    }),
  );
}

/** CO-12: one of the states of an act announced it in steps 4 or 5. */
const noticeGiven = (announced: Statecraft['announced'], act: TakenAction): boolean => announced.some(({ seat, action }) => action === act.action && (seat === act.seat || seat === act.partner));

const clauseSpec = (scenario: Scenario, id: ClauseId): ClauseSpec | undefined => lookup(scenario).clauses.get(id);

/** CO-7: R takes back all booked value and cost, S half of it, I nothing. */
function takenBack(tranches: readonly Tranche[], spec: ClauseSpec, as: 'void' | 'breached'): readonly Tranche[] {
  if (spec.rev === 'I') return tranches;
  return tranches.map((tranche): Tranche => {
    if (!claimed(tranche)) return tranche;
    if (spec.rev === 'R' || tranche.state === 'feigned') return { ...tranche, state: as };
    const values = Object.fromEntries(Object.entries(tranche.values).map(([seat, value]) => [seat, value - half(value)]));
    return { ...tranche, values, cost: tranche.cost - halfCost(tranche.cost) };
  });
}

/** IS-3: breaking an adopted principle costs values and mood in place of CO-6's mood. */
function breakPrinciple(r: Recorder, t: Tally, c: Commitment): boolean {
  if (!r.state.principles.includes(c.clause)) return false;
  if (t.val.some((term) => term.code === 'principleBroken' && term.params?.['clause'] === c.clause)) return true;
  t.val.push({ code: 'principleBroken', value: -20, params: { clause: c.clause } });
  t.cm.push({ code: 'principleBroken', value: -6, params: { clause: c.clause } });
  return true;
}

/** CO-6: lines of the same text that the broken clause was paired with may be taken back free for two rounds. */
function freeCounterparts(r: Recorder, broken: Commitment, spec: ClauseSpec): void {
  for (const c of r.state.commitments) {
    if (c.proposal !== broken.proposal || c.giver === broken.giver || over(c) || !spec.pairs.includes(c.clause)) continue;
    r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { freeReversalUntil: r.state.round + FREE_ROUNDS } });
  }
}
