/** PH-2: the exact fold at the end of a round, step by step in the order of the rule book, each step reading the one before. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { tally, total } from '../engine/tally.ts';
import type { Tally } from '../engine/tally.ts';
import type { SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { Indicators, MatchState, RoundRecord, Term } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { foldActions, foldAnswers } from './actionEffects.ts';
import type { ActionResult, Rung } from './actionEffects.ts';
import { actionSpec } from './actions.ts';
import { bookIndicator, bookSeats } from './booking.ts';
import { fadedMood, nextConsensus } from './consensus.ts';
import { allows } from './level.ts';
import { applyDues } from './dues.ts';
import { clamp, floorDiv } from './integers.ts';
import { actionBreaches, discover, isInForce } from './ledger.ts';
import { declaredLevels, enforcedLevels, enforcementCosts, enforcementWith, paperPressure, pressureModifier, pressureOf } from './pressure.ts';
import { fallCabinets } from './cabinet.ts';
import { foldLinkage } from './cards/linkage.ts';
import { foldRules } from './commonRules.ts';
import { foldDemarches } from './demarche.ts';
import { discloseActs, stillHidden } from './hiddenActs.ts';
import { reaches } from './level.ts';
import { foldWedges } from './wedge.ts';
import { hollowBids } from './events/bids.ts';
import { foldBuds } from './events/buds.ts';
import { foldChoices, foldJointAct } from './events/choices.ts';
import { countLeak } from './events/nexus.ts';
import { eventVerification } from './events/standing.ts';
import { foldRemedies, hotlineStands } from './scenarioEvents.ts';
import { score } from './score.ts';
import { foldSides, standers } from './sideTaking.ts';
import { foldTalks, suspensionMood } from './suspension.ts';
import { BLOC_LIMITS, TENSION_LIMITS, limitedMove, settleTension, tensionFloor } from './tension.ts';
import { bookTrust, concertOrDrift, jointProposal } from './trust.ts';
import { warIndex, warTerms } from './war.ts';

/** RL-8: most rungs in one round. */
const MOST_RUNGS = 2;
const TOP_RUNG = 10;

/** PH-2.1 to 16. Stops after the war index when the hotline rings (PH-5); then `finishRound` does the rest. */
export function foldRound(r: Recorder): void {
  const before = r.state;
  const t = tally();
  foldWedges(r, t); // M11
  applyDues(r, t); // 1
  const done = foldActions(r, t, before); // 2
  discloseActs(r, t);
  foldRules(r, t); // M24
  foldAnswers(r, t);
  actionBreaches(r, t); // CO-12
  foldSides(r, t); // 3
  const concerted = foldDemarches(r, t); // 4
  foldRemedies(r, t); // 5
  const paid = foldChoices(r, t);
  const removed = foldBuds(r, t);
  hollowBids(r, t);
  addPending(r.state, t);
  suspensionMood(before, t);
  bookTensionAndBlocs(r, t); // 6
  bookIndicator(r, 'CM', clamp(r.state.indicators.CM + total(t.cm), -30, 30), t.cm); // 7
  const joint = done.joint || concerted || paid || removed || jointProposal(r.scenario, r.state);
  foldJointAct(r, t, joint);
  bookTrust(r, [...t.trust, ...concertOrDrift(r.scenario, joint)]); // 8, M02
  bookSeats(r, t); // 9
  bookProgramme(r, t, done.rungs);
  countLeak(r); // M16
  bookStanding(r, t);
  bindRedLines(r, before);
  payForPressure(r, done); // 10
  bookLateFinds(r); // 11
  foldLinkage(r); // IN-5
  bookConsensus(r); // 12
  bookWar(r); // 13
  if (!needsHotline(r)) closeRound(r, done.walkedOut);
}

/** PH-2.13: at the brink an open hotline gives the powers one more chance before the round is over. */
export function needsHotline(r: Recorder): boolean {
  const { state, scenario } = r;
  return state.phase !== 'hotline' && state.history.at(-1)?.round !== state.round && state.indicators.W >= scenario.brink && hotlineStands(scenario, state);
}

/** PH-5: folds the answers on the hotline, then ends the round (PH-2.13 to 16). */
export function finishRound(r: Recorder): void {
  const { scenario, state } = r;
  const down = standers(scenario, state).filter((seat) => (state.sealed.stands[seat] ?? 'down') === 'down');
  const terms: Term[] = down.map((seat) => ({ code: 'hotline', value: -4, params: { seat } }));
  const { TEN, PRO, INST } = state.indicators;
  const settled = settleTension(TEN, total(terms), terms, tensionFloor(PRO, INST));
  bookIndicator(r, 'TEN', settled.value, settled.terms);
  bookSeats(r, { ds: down.map((seat) => ({ seat, code: 'hotline', value: -2 })), n: [] });
  bookWar(r);
  post(r, down.length > 0 ? 'fold.hotline.down' : 'fold.hotline.held', { seats: down, war: r.state.indicators.W });
  const walkedOut = (state.acts?.actions ?? []).filter((taken) => actionSpec(scenario, taken.action)?.special === 'walkOut').map((taken) => taken.seat);
  closeRound(r, walkedOut);
}

/** Objections, leaks found at dawn and the like wait in the state for this fold. */
function addPending(state: MatchState, t: Tally): void {
  t.ten.push(...state.pending.ten);
  t.bloc.push(...state.pending.bloc);
  t.cm.push(...state.pending.cm);
}

/** PH-2.6, IN-4. */
function bookTensionAndBlocs(r: Recorder, t: Tally): void {
  const { TEN, BLOC, PRO, INST } = r.state.indicators;
  const tension = limitedMove(t.ten, TENSION_LIMITS);
  const settled = settleTension(TEN, tension.move, tension.terms, tensionFloor(PRO, INST));
  bookIndicator(r, 'TEN', settled.value, settled.terms);
  const blocs = limitedMove(t.bloc, BLOC_LIMITS);
  bookIndicator(r, 'BLOC', clamp(BLOC + blocs.move, 0, 100), blocs.terms);
}

/** PH-2.9, RL-8: rungs by acts and by the clock, less what was given up. */
function bookProgramme(r: Recorder, t: Tally, rungs: readonly Rung[]): void {
  const { scenario, state } = r;
  const terms: Term[] = rungs.map((rung) => ({ code: 'action', value: 1, params: { action: rung.action, seat: rung.seat } }));
  const { every, max } = scenario.clock;
  const frozen = (lookup(scenario).having.get('stopsClock') ?? []).some((clause) => clause.effect.stopsClock === true && isInForce(state, clause.id));
  if (every > 0 && state.indicators.PRO < max && !frozen) {
    const struck = state.clock + 1 >= every;
    if (struck) terms.push({ code: 'clock', value: 1 });
    r.emit({ type: 'counted', clock: struck ? 0 : state.clock + 1 });
  }
  const up = Math.min(MOST_RUNGS, total(terms));
  const next = clamp(state.indicators.PRO + up + total(t.pro), 0, TOP_RUNG);
  bookIndicator(r, 'PRO', next, [...terms, ...t.pro]);
  if (next !== state.indicators.PRO && scenario.proliferator !== null) {
    post(r, next > state.indicators.PRO ? 'fold.rung.up' : 'fold.rung.down', { rung: next }, [scenario.proliferator]); // VI: the exact rung is its holder's
  }
}

/** PH-2.9: values, verification (IN-8) and institutions (IS-1) as the ledger now stands. */
function bookStanding(r: Recorder, t: Tally): void {
  const standing = (effect: 'v' | 'institution'): ClauseSpec[] => (lookup(r.scenario).having.get(effect) ?? []).filter((clause) => isInForce(r.state, clause.id));
  const { V, INST, VAL } = r.state.indicators;
  if (t.val.length > 0) bookIndicator(r, 'VAL', clamp(VAL + total(t.val), 0, 100), t.val);
  const verification = clamp(eventVerification(r.scenario, r.state, standing('v').reduce((sum, clause) => sum + (clause.effect.v ?? 0), r.state.craft.inspections)), 0, 3);
  if (verification !== V) {
    bookIndicator(r, 'V', verification, [{ code: 'verification', value: verification - V }]);
    post(r, verification > V ? 'fold.verification.up' : 'fold.verification.down', { value: verification });
  }
  const institutions = clamp(standing('institution').filter((clause) => clause.effect.institution === true).length, 0, 5);
  if (institutions !== INST) {
    bookIndicator(r, 'INST', institutions, [{ code: 'institution', value: institutions - INST }]);
    post(r, institutions > INST ? 'fold.institution.up' : 'fold.institution.down', { value: institutions });
  }
}

/** CO-13: an agreed response ladder fixes the powers' red line in the round after the act it names. */
function bindRedLines(r: Recorder, before: MatchState): void {
  const ladders = (lookup(r.scenario).having.get('fixesRedLine') ?? []).filter((clause) => isInForce(r.state, clause.id));
  const levels = (before.acts?.actions ?? []).flatMap((taken) => ladders.flatMap((clause) => clause.effect.fixesRedLine?.[taken.action] ?? []));
  const vetoed = (before.acts?.actions ?? []).some((taken) => actionSpec(r.scenario, taken.action)?.special === 'veto');
  if (levels.length === 0 || vetoed) return; // AC-11
  const level = Math.max(...levels);
  r.emit({ type: 'redLineBound', bound: Object.fromEntries(powers(r.scenario).map((power) => [power, level])) });
  post(r, 'fold.redLine.ladder', { level });
}

/** PH-2.10: the wall's real strength, what it costs those who hold it (RL-6), and the one who climbs (RL-5). */
function payForPressure(r: Recorder, done: ActionResult): void {
  const { scenario } = r;
  const enforced = enforcementWith(r.state, done.leakers);
  for (const [seat, level] of Object.entries(enforced)) if (r.state.seats[seat]?.enforcement !== level) r.emit({ type: 'seatMoved', seat, set: { enforcement: level } });
  const n = enforcementCosts(scenario, r.state, enforced);
  const price = floorDiv(pressureOf(scenario, enforced, pressureModifier(scenario, r.state)).effective, 10);
  for (const { id } of scenario.seats) {
    const own = done.rungs.filter((rung) => rung.seat === id && rung.rounds > 0);
    const owes = r.state.seats[id]?.pressureDue ?? false;
    const payments = own.length + (owes ? 1 : 0);
    for (let paid = 0; paid < payments; paid += 1) n.push({ seat: id, code: 'pressure', value: -price + 0 });
    if (payments > 0 && price > 0) post(r, 'fold.pressure.paid', { value: payments * price }, [id]);
    const again = own.some((rung) => rung.rounds > 1);
    if (owes !== again) r.emit({ type: 'seatMoved', seat: id, set: { pressureDue: again } });
  }
  bookSeats(r, { ds: [], n });
}

/** PH-2.11: breaches seen through at once; their trust and mood still count before consensus moves. */
function bookLateFinds(r: Recorder): void {
  const found = tally();
  discover(r, found);
  bookTrust(r, found.trust);
  bookSeats(r, found);
  if (found.val.length > 0) bookIndicator(r, 'VAL', clamp(r.state.indicators.VAL + total(found.val), 0, 100), found.val);
  if (found.cm.length > 0) bookIndicator(r, 'CM', clamp(r.state.indicators.CM + total(found.cm), -30, 30), found.cm);
}

/** PH-2.12, IN-2, IN-3: consensus walks, then the mood fades (IN-3). */
function bookConsensus(r: Recorder): void {
  const next = nextConsensus(r.scenario, r.state);
  bookIndicator(r, 'CON', next.value, next.terms);
  const { CM } = r.state.indicators;
  const left = fadedMood(CM, r.state.indicators.VAL, allows(r.scenario, r.state, 'M01'));
  bookIndicator(r, 'CM', left, [{ code: 'halved', value: left - CM }]);
}

/** PH-2.13: the war index is absolute, so its terms are those of this moment. */
function bookWar(r: Recorder): void {
  const { TEN, BLOC, CON } = r.state.indicators;
  const terms = warTerms(TEN, BLOC, CON).filter((term) => term.value !== 0);
  r.emit({ type: 'indicatorsMoved', set: { W: warIndex(TEN, BLOC, CON) }, terms: { W: terms } });
}

/** PH-2.14 to 16. */
function closeRound(r: Recorder, walkedOut: readonly SeatId[]): void {
  const { scenario } = r;
  const war = r.state.indicators.W >= scenario.war;
  if (!war) foldTalks(r, walkedOut); // 15
  if (!war) fallCabinets(r); // DS-4
  r.emit({ type: 'roundClosed', record: recordOf(scenario, r.state) });
  if (!war) communique(r);
  if (!war && r.state.round < r.state.options.rounds) return;
  const ending = score(scenario, r.state);
  const { crisis, indicators } = r.state;
  if (war && crisis) post(r, 'fold.war.provoked', { war: indicators.W, provoker: crisis.provoker });
  else if (war) post(r, 'fold.war', { war: indicators.W });
  post(r, 'fold.ending', { tier: ending.tier });
  r.emit({ type: 'matchEnded', ending });
}

/** Step 8: what everybody reads when the round is over. */
function communique(r: Recorder): void {
  const { W, CON, TEN, BLOC, D, INST } = r.state.indicators;
  if (W >= r.scenario.brink) post(r, 'fold.brink', { war: W, limit: r.scenario.war });
  post(r, 'fold.communique', { round: r.state.round, war: W, consensus: CON, tension: TEN, blocs: BLOC, divergence: D, institutions: INST });
}

/** The round as history keeps it. W's terms are those of its last reckoning. */
function recordOf(scenario: Scenario, state: MatchState): RoundRecord {
  const { TEN, BLOC, CON } = state.indicators;
  const actions = (state.acts?.actions ?? []).filter((taken) => !stillHidden(scenario, state, taken));
  const indicators: Indicators = state.indicators;
  return {
    round: state.round, indicators, terms: { ...state.terms, W: warTerms(TEN, BLOC, CON) },
    paperPressure: paperPressure(scenario, state), pressure: pressureOf(scenario, enforcedLevels(state), pressureModifier(scenario, state)).effective,
    redLines: declaredLevels(state), ...lessEnforced(state),
    sides: state.crisis ? { provoker: state.crisis.provoker, picks: state.sealed.sides } : null,
    tests: actions.filter((taken) => actionSpec(scenario, taken.action)?.special === 'test').length, actions,
    brink: state.indicators.W >= scenario.brink, trust: state.trust,
    ds: Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, seat.ds])),
    ...(reaches(state, 'standard') ? lookedBackAt(state) : {}),
  };
}

/** RL-2: levels really enforced, kept only where a wall had a secret hole. */
function lessEnforced(state: MatchState): Pick<RoundRecord, 'enforced'> {
  const [declared, enforced] = [declaredLevels(state), enforcedLevels(state)];
  return Object.keys(declared).some((seat) => declared[seat] !== enforced[seat]) ? { enforced } : {};
}

/** EV-1: what later dawns ask about this round. */
const lookedBackAt = (state: MatchState): Pick<RoundRecord, 'points' | 'met'> => ({
  points: Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, seat.n])),
  met: Object.fromEntries(Object.keys(state.seats).map((id) => [id, state.meetings.filter(({ a, b }) => a === id || b === id).length])),
});
