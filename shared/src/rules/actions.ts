/** AC: which unilateral acts a seat may choose, what they cost, and the moment all of them are laid open. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { ActionChoice, Refusal, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { TakenAction } from '../model/events.ts';
import type { ClauseId, CommitmentId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState, RoundActs } from '../model/state.ts';
import type { LegalAction } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, ClauseSpec, Scenario } from '../scenario/schema.ts';
import { jointDemarche } from './demarche.ts';
import { checkDisclosures, isHidden } from './hiddenActs.ts';
import { halfCost } from './integers.ts';
import { isInForce } from './ledger.ts';
import { allows, rulesOf } from './level.ts';
import type { Rules } from './level.ts';
import { mayActAlone } from './power.ts';
import { barsAnybody, leakBarred } from './jointEnforcement.ts';
import { ratifyAp } from './ratification.ts';
import { alreadyGiven, givenAlone } from './suspension.ts';
import { liftExcuses } from './events/choices.ts';
import { barOf, eventAp, eventCrises } from './events/standing.ts';
import { checkRemedies, freeActions, remedyAp } from './scenarioEvents.ts';
import { provocationOf, targetOf, targetsOf } from './sideTaking.ts';
import { over } from './tranches.ts';

/** AC-1. */
export const MOST_ACTIONS = 3;
export const MOST_FREE_ACTIONS = 1;

export const actionSpec = (scenario: Scenario, id: string): ActionSpec | undefined => lookup(scenario).actions.get(id);
const mayTake = (spec: ActionSpec, seat: SeatId): boolean => spec.who.includes(seat);

/** AC-2: who may share a joint act with this seat; the leader chooses, a partner joins the leader. */
export function partnersOf(spec: ActionSpec, seat: SeatId): readonly SeatId[] {
  if (!spec.joint) return [];
  return spec.joint.leader === seat ? spec.joint.partners : spec.joint.partners.includes(seat) ? [spec.joint.leader] : [];
}

/** PH-3: AP an action costs this seat now; an event may have made it free. */
export const apOf = (state: MatchState, seat: SeatId, spec: ActionSpec): number => (undoing(state, seat, spec) || (state.free[seat]?.includes(spec.id) ?? false) ? 0 : eventAp(state, seat, spec.id) ?? spec.ap);
/** The same once the choices are open: a sealed remedy must not show in the other side's menu before (rules VI). */
const apOpened = (scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec): number => (undoing(state, seat, spec) || freeActions(scenario, state, seat).includes(spec.id) ? 0 : eventAp(state, seat, spec.id) ?? spec.ap);

/** Why a seat may not take an action at all now, whatever its target; null when it may. AC-11: its own veto in the same choice voids the bar on looking away. */
function whyNot(scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec, vetoed = false): Refusal | null {
  if (!allows(scenario, state, spec.id)) return refuse('action-not-at-level', { action: spec.id, level: spec.level });
  if (!mayTake(spec, seat)) return refuse('action-not-yours', { action: spec.id, seats: spec.who.join(',') });
  const bar = spec.special === 'leak' && !vetoed ? leakBarred(scenario, state, seat) : null;
  if (bar) return refuse('leak-barred', { action: spec.id, clause: bar });
  switch (spec.needs) {
    case 'talks':
      return state.talks.open ? null : refuse('talks-suspended', { action: spec.id });
    case 'inspectors':
      return state.indicators.V > 0 ? null : refuse('nobody-inspects', { action: spec.id });
    case 'jointMeasure':
      return jointMeasure(scenario, state) ? null : refuse('no-joint-measure', { action: spec.id });
    default:
      return (spec.special === 'concession' && !givenAlone(scenario, seat).some((clause) => concedes(scenario, state, seat, clause))) || hostages(scenario, state, seat, spec)?.length === 0 ? refuse('bad-clause', { action: spec.id }) : null;
  }
}

/** AC-11: a joint démarche, joint enforcement after an offence, or a red line fixed by agreement, that a veto could void this round. */
const jointMeasure = (scenario: Scenario, state: MatchState): boolean => jointDemarche(scenario, state) !== undefined || barsAnybody(scenario, state) || scenario.clauses.some((clause) => clause.effect.fixesRedLine !== undefined && isInForce(state, clause.id));

/** AC-5: clauses this seat can concede to the proliferator alone, outside any text; null where the act concedes nothing. */
function concessions(scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec): ClauseId[] | null {
  if (spec.special !== 'concession') return null;
  const found: ClauseId[] = [];
  for (const clause of givenAlone(scenario, seat)) if (concedes(scenario, state, seat, clause)) found.push(clause.id);
  return found;
}
function concedes(scenario: Scenario, state: MatchState, seat: SeatId, clause: ClauseSpec): boolean {
  const to = scenario.proliferator;
  return to !== null && clause.receiver.seats.includes(to) && !alreadyGiven(state, clause, seat) && !barOf(scenario, state, clause.id, seat);
}

/** AC-11: own due promises of the category with other givers beside, that can be held back; null where the act holds nothing. */
function hostages(scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec): CommitmentId[] | null {
  if (spec.holds === undefined) return null;
  const held = (c: Commitment): boolean => c.giver === seat && c.givers.length > 1 && !over(c) && c.tranches.some((tranche) => tranche.state === 'due' || tranche.state === 'late');
  return state.commitments.filter((c) => held(c) && scenario.clauses.some((clause) => clause.id === c.clause && clause.category === spec.holds)).map((c) => c.id);
}

/** AC-1: an act that can be taken back is taken back by doing it again, free of AP. */
export const undoing = (state: MatchState, seat: SeatId, spec: ActionSpec): boolean => spec.undoable === true && (state.seats[seat]?.used[spec.id] ?? 0) % 2 === 1;

/** The menu of step 6: every action of this level that is this seat's to take, with the reason where it may not. */
export function legalActions(scenario: Scenario, state: MatchState, seat: SeatId): LegalAction[] {
  const have = state.seats[seat]?.ap ?? 0;
  const alone = mayActAlone(scenario, state, seat);
  return ownActions(scenario, state, seat).map((spec) => {
    const ap = apOf(state, seat, spec);
    const why = whyNot(scenario, state, seat, spec) ?? (ap > have ? refuse('no-ap', { need: ap, have }) : null);
    const act: LegalAction = { action: spec.id, ap, targets: targetsOf(scenario, seat, spec), partners: partnersOf(spec, seat), ok: why === null, why };
    if (spec.special !== 'concession' && !spec.holds && !alone) return act;
    return { ...act, ...(spec.special === 'concession' ? { clauses: concessions(scenario, state, seat, spec) ?? [] } : {}), ...(spec.holds ? { commitments: hostages(scenario, state, seat, spec) ?? [] } : {}),
      ...(alone && spec.ap > 0 && !spec.hidden ? { alone: true as const } : {}) };
  });
}

const taken = new WeakMap<Rules, Map<SeatId, readonly ActionSpec[]>>();
/** Actions of this level that are this seat's to take. */
function ownActions(scenario: Scenario, state: MatchState, seat: SeatId): readonly ActionSpec[] {
  const rules = rulesOf(scenario, state.options);
  let seats = taken.get(rules);
  if (!seats) taken.set(rules, (seats = new Map()));
  let found = seats.get(seat);
  if (!found) seats.set(seat, (found = scenario.actions.filter((spec) => mayTake(spec, seat) && allows(scenario, state, spec.id))));
  return found;
}

/** AC-1: the first thing that speaks against a sealed choice of actions and remedies. */
export function checkActions(scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  const seen = new Set<string>();
  let need = remedyAp(scenario, state, seat, choice) + ratifyAp(choice);
  let free = 0;
  const vetoes = choice.actions.some(({ action }) => actionSpec(scenario, action)?.special === 'veto');
  for (const chosen of choice.actions) {
    const spec = actionSpec(scenario, chosen.action);
    if (!spec) return refuse('unknown-action', { action: chosen.action });
    const why = whyNot(scenario, state, seat, spec, vetoes) ?? checkParties(scenario, state, seat, spec, chosen);
    if (why) return why;
    if (seen.has(spec.id)) return refuse('repeated-action', { action: spec.id });
    seen.add(spec.id);
    if (spec.ap === 0) free += 1;
    need += chosen.alone ? halfCost(apOf(state, seat, spec)) : apOf(state, seat, spec);
  }
  if (choice.actions.length > MOST_ACTIONS) return refuse('too-many-actions', { max: MOST_ACTIONS });
  if (free > MOST_FREE_ACTIONS) return refuse('too-many-free-actions', { max: MOST_FREE_ACTIONS });
  const have = state.seats[seat]?.ap ?? 0;
  return checkRemedies(scenario, state, seat, choice) ?? checkDisclosures(scenario, state, seat, choice) ?? (need > have ? refuse('no-ap', { need, have }) : null);
}

function checkParties(scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec, chosen: ActionChoice): Refusal | null {
  const targets = targetsOf(scenario, seat, spec);
  const target = targetOf(scenario, seat, spec, chosen);
  if (spec.target === undefined ? chosen.target !== undefined : target === undefined || !targets.includes(target)) return refuse('bad-target', { action: spec.id, seats: targets.join(',') });
  const partners = partnersOf(spec, seat);
  const partner = partnerOf(spec, seat, chosen);
  if (spec.joint === undefined || chosen.alone ? chosen.partner !== undefined : partner === undefined || !partners.includes(partner)) return refuse('bad-partner', { action: spec.id, seats: partners.join(',') });
  const clauses = concessions(scenario, state, seat, spec);
  if (clauses === null ? chosen.clause !== undefined : chosen.clause === undefined || !clauses.includes(chosen.clause)) return refuse('bad-clause', { action: spec.id });
  const held = hostages(scenario, state, seat, spec);
  if (held === null ? chosen.commitment !== undefined : chosen.commitment === undefined || !held.includes(chosen.commitment)) return refuse('bad-clause', { action: spec.id });
  if (chosen.alone && (!mayActAlone(scenario, state, seat) || spec.ap === 0 || spec.hidden)) return refuse('cannot-act-alone', { action: spec.id });
  return null;
}

/** A joint act with only one possible partner names it by itself. */
function partnerOf(spec: ActionSpec, seat: SeatId, chosen: ActionChoice): SeatId | undefined {
  const partners = partnersOf(spec, seat);
  return chosen.partner ?? (partners.length === 1 ? partners[0] : undefined);
}

/** AC-2: whom a chosen joint act asks to join. */
export function chosenPartner(scenario: Scenario, seat: SeatId, chosen: ActionChoice): SeatId | undefined {
  const spec = actionSpec(scenario, chosen.action);
  return spec?.joint ? partnerOf(spec, seat, chosen) : undefined;
}

/** AC-2: a joint act is confirmed when the leader and one partner chose it with each other. */
function confirmed(state: MatchState, spec: ActionSpec, leader: SeatId, partner: SeatId): boolean {
  const names = (seat: SeatId, other: SeatId): boolean => state.sealed.choices[seat]?.actions.some((chosen) => chosen.action === spec.id && partnerOf(spec, seat, chosen) === other) ?? false;
  return names(leader, partner) && names(partner, leader);
}

interface Opened { readonly taken: TakenAction[]; readonly spent: Record<SeatId, number>; readonly alone: { readonly seat: SeatId; readonly action: string; readonly partner: SeatId }[] }

/** All confirmed actions in seat order, AP each seat spends, and joint acts that found no partner. */
function open(scenario: Scenario, state: MatchState): Opened {
  const opened: Opened = { taken: [], spent: {}, alone: [] };
  const pay = (seat: SeatId, ap: number): boolean => {
    const spent = (opened.spent[seat] ?? 0) + ap;
    if (spent > (state.seats[seat]?.ap ?? 0)) return false; // only when a remedy took back a free action
    opened.spent[seat] = spent;
    return true;
  };
  for (const { id } of scenario.seats) {
    const choice = state.sealed.choices[id];
    if (!choice) continue;
    pay(id, remedyAp(scenario, state, id, choice) + ratifyAp(choice));
    for (const chosen of choice.actions) {
      const spec = actionSpec(scenario, chosen.action);
      if (!spec || whyNot(scenario, state, id, spec)) continue;
      const target = targetOf(scenario, id, spec, chosen);
      const partner = partnerOf(spec, id, chosen);
      const extra = { ...(chosen.clause === undefined ? {} : { clause: chosen.clause }), ...(chosen.commitment === undefined ? {} : { commitment: chosen.commitment }), ...(chosen.alone ? { alone: true as const } : {}) };
      if (spec.joint && partner !== undefined && !chosen.alone) {
        const [leader, joiner] = spec.joint.leader === id ? [id, partner] : [partner, id];
        if (!confirmed(state, spec, leader, joiner)) opened.alone.push({ seat: id, action: spec.id, partner });
        else if (pay(id, apOpened(scenario, state, id, spec)) && id === leader) opened.taken.push({ seat: leader, action: spec.id, partner: joiner });
      } else if ((!spec.joint || chosen.alone) && pay(id, chosen.alone ? halfCost(apOpened(scenario, state, id, spec)) : apOpened(scenario, state, id, spec))) {
        opened.taken.push({ seat: id, action: spec.id, ...(target === undefined ? {} : { target }), ...extra });
      }
    }
  }
  return opened;
}

/** CO-3: every tranche due with the giver's choice; what was not named is performed. */
function openDues(state: MatchState, taken: readonly TakenAction[]): RoundActs['dues'] {
  const held = new Set(taken.flatMap((act) => act.commitment ?? []));
  return state.commitments.flatMap((commitment) =>
    (over(commitment) ? [] : commitment.tranches).filter((tranche) => tranche.state === 'due' || tranche.state === 'late').map((tranche) => ({
      commitment: commitment.id, tranche: tranche.n, choice: held.has(commitment.id) ? ('hold' as const) : (state.sealed.choices[commitment.giver]?.dues[commitment.id] ?? ('perform' as const)),
    })));
}

/** End of step 6: opens the sealed choices, confirms joint acts, takes the AP, tells the table, and opens a crisis (SI-1). */
export function revealActs(r: Recorder): void {
  liftExcuses(r);
  const { scenario, state } = r;
  const { taken, spent, alone } = open(scenario, state);
  const acts: RoundActs = { actions: taken, dues: openDues(state, taken), tensionBefore: state.indicators.TEN };
  r.emit({ type: 'actsRevealed', acts });
  for (const [seat, ap] of Object.entries(spent)) if (ap > 0) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) - ap } });
  for (const failed of alone) post(r, 'fold.joint.alone', failed, [failed.seat]);
  const count = (special: ActionSpec['special']): number => taken.filter((each) => actionSpec(scenario, each.action)?.special === special).length;
  const [tests, launches] = [count('test'), count('launch')];
  if (tests + launches > 0) r.emit({ type: 'counted', tests: state.tests + tests, launches: state.launches + launches });
  for (const each of taken) announce(r, each);
  const crisis = provocationOf(scenario, acts, eventCrises(scenario, state));
  if (!crisis) return;
  r.emit({ type: 'crisisOpened', crisis });
  // An event's cause may be disputed (SI-1): then the news takes no side.
  const what = actionSpec(scenario, crisis.action) ? { action: crisis.action } : { event: crisis.action };
  post(r, 'event' in what ? 'fold.crisis.event' : 'fold.crisis', { provoker: crisis.provoker, ...what, receivers: crisis.victims, seats: [...crisis.provokerPatrons, ...crisis.victimPatrons] }, 'all', scenario.places[crisis.action]);
}

/** AC-4: public actions are news at once; hidden ones are not. */
function announce(r: Recorder, taken: TakenAction): void {
  const spec = actionSpec(r.scenario, taken.action);
  if (!spec || isHidden(r.state, spec, taken.seat)) return;
  if (undoing(r.state, taken.seat, spec)) return post(r, 'fold.action.undone', { seat: taken.seat, action: taken.action });
  const form = taken.partner !== undefined ? 'fold.action.joint' : taken.target !== undefined ? 'fold.action.target' : 'fold.action';
  const { seat, action, target, partner } = taken;
  post(r, form, { seat, action, ...(target === undefined ? {} : { target }), ...(partner === undefined ? {} : { partner }) }, 'all', r.scenario.places[taken.action]);
}
