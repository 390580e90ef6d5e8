/** AC: which unilateral acts a seat may choose, what they cost, and the moment all of them are laid open. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { ActionChoice, Refusal, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { TakenAction } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState, RoundActs } from '../model/state.ts';
import type { LegalAction } from '../model/view.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { over } from './ledger.ts';
import { allows } from './level.ts';
import { checkRemedies, freeActions, remedyAp } from './scenarioEvents.ts';
import { provocationOf, targetOf, targetsOf } from './sideTaking.ts';

/** AC-1. */
export const MOST_ACTIONS = 3;
export const MOST_FREE_ACTIONS = 1;

export const actionSpec = (scenario: Scenario, id: string): ActionSpec | undefined => scenario.actions.find((spec) => spec.id === id);
const mayTake = (spec: ActionSpec, seat: SeatId): boolean => spec.who.includes(seat);

/** AC-2: who may share a joint act with this seat; the leader chooses, a partner joins the leader. */
export function partnersOf(spec: ActionSpec, seat: SeatId): readonly SeatId[] {
  if (!spec.joint) return [];
  return spec.joint.leader === seat ? spec.joint.partners : spec.joint.partners.includes(seat) ? [spec.joint.leader] : [];
}

/** PH-3: AP an action costs this seat now; an event may have made it free. */
export const apOf = (state: MatchState, seat: SeatId, spec: ActionSpec): number => (state.free[seat]?.includes(spec.id) ? 0 : spec.ap);
/** The same once the choices are open: a sealed remedy must not show in the other side's menu before (rules VI). */
const apOpened = (scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec): number => (freeActions(scenario, state, seat).includes(spec.id) ? 0 : spec.ap);

/** Why a seat may not take an action at all now, whatever its target; null when it may. */
function whyNot(scenario: Scenario, state: MatchState, seat: SeatId, spec: ActionSpec): Refusal | null {
  if (!allows(scenario, state, spec.id)) return refuse('action-not-at-level', { action: spec.id, level: spec.level });
  if (!mayTake(spec, seat)) return refuse('action-not-yours', { action: spec.id, seats: spec.who.join(',') });
  if (spec.special === 'walkOut' && !state.talks.open) return refuse('talks-suspended', { action: spec.id });
  return null;
}

/** The menu of step 6: every action of this level that is this seat's to take, with the reason where it may not. */
export function legalActions(scenario: Scenario, state: MatchState, seat: SeatId): LegalAction[] {
  const have = state.seats[seat]?.ap ?? 0;
  return scenario.actions.filter((spec) => mayTake(spec, seat) && allows(scenario, state, spec.id)).map((spec) => {
    const ap = apOf(state, seat, spec);
    const why = whyNot(scenario, state, seat, spec) ?? (ap > have ? refuse('no-ap', { need: ap, have }) : null);
    return { action: spec.id, ap, targets: targetsOf(scenario, seat, spec), partners: partnersOf(spec, seat), ok: why === null, why };
  });
}

/** AC-1: the first thing that speaks against a sealed choice of actions and remedies. */
export function checkActions(scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  const seen = new Set<string>();
  let need = remedyAp(scenario, state, seat, choice);
  let free = 0;
  for (const chosen of choice.actions) {
    const spec = actionSpec(scenario, chosen.action);
    if (!spec) return refuse('unknown-action', { action: chosen.action });
    const why = whyNot(scenario, state, seat, spec) ?? checkParties(scenario, seat, spec, chosen);
    if (why) return why;
    if (seen.has(spec.id)) return refuse('repeated-action', { action: spec.id });
    seen.add(spec.id);
    if (spec.ap === 0) free += 1;
    need += apOf(state, seat, spec);
  }
  if (choice.actions.length > MOST_ACTIONS) return refuse('too-many-actions', { max: MOST_ACTIONS });
  if (free > MOST_FREE_ACTIONS) return refuse('too-many-free-actions', { max: MOST_FREE_ACTIONS });
  const have = state.seats[seat]?.ap ?? 0;
  return checkRemedies(scenario, state, seat, choice) ?? (need > have ? refuse('no-ap', { need, have }) : null);
}

function checkParties(scenario: Scenario, seat: SeatId, spec: ActionSpec, chosen: ActionChoice): Refusal | null {
  const targets = targetsOf(scenario, seat, spec);
  const target = targetOf(scenario, seat, spec, chosen);
  if (spec.target === undefined ? chosen.target !== undefined : target === undefined || !targets.includes(target)) return refuse('bad-target', { action: spec.id, seats: targets.join(',') });
  const partners = partnersOf(spec, seat);
  const partner = partnerOf(spec, seat, chosen);
  if (spec.joint === undefined ? chosen.partner !== undefined : partner === undefined || !partners.includes(partner)) return refuse('bad-partner', { action: spec.id, seats: partners.join(',') });
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
    pay(id, remedyAp(scenario, state, id, choice));
    for (const chosen of choice.actions) {
      const spec = actionSpec(scenario, chosen.action);
      if (!spec || whyNot(scenario, state, id, spec)) continue;
      const target = targetOf(scenario, id, spec, chosen);
      const partner = partnerOf(spec, id, chosen);
      if (spec.joint && partner !== undefined) {
        const [leader, joiner] = spec.joint.leader === id ? [id, partner] : [partner, id];
        if (!confirmed(state, spec, leader, joiner)) opened.alone.push({ seat: id, action: spec.id, partner });
        else if (pay(id, apOpened(scenario, state, id, spec)) && id === leader) opened.taken.push({ seat: leader, action: spec.id, partner: joiner });
      } else if (!spec.joint && pay(id, apOpened(scenario, state, id, spec))) {
        opened.taken.push({ seat: id, action: spec.id, ...(target === undefined ? {} : { target }) });
      }
    }
  }
  return opened;
}

/** CO-3: every tranche due with the giver's choice; what was not named is performed. */
function openDues(state: MatchState): RoundActs['dues'] {
  return Object.values(state.commitments).flatMap((commitment) =>
    (over(commitment) ? [] : commitment.tranches).filter((tranche) => tranche.state === 'due' || tranche.state === 'late').map((tranche) => ({
      commitment: commitment.id, tranche: tranche.n, choice: state.sealed.choices[commitment.giver]?.dues[commitment.id] ?? ('perform' as const),
    })));
}

/** End of step 6: opens the sealed choices, confirms joint acts, takes the AP, tells the table, and opens a crisis (SI-1). */
export function revealActs(r: Recorder): void {
  const { scenario, state } = r;
  const { taken, spent, alone } = open(scenario, state);
  const acts: RoundActs = { actions: taken, dues: openDues(state), tensionBefore: state.indicators.TEN };
  r.emit({ type: 'actsRevealed', acts });
  for (const [seat, ap] of Object.entries(spent)) if (ap > 0) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) - ap } });
  for (const failed of alone) post(r, 'fold.joint.alone', failed, [failed.seat]);
  const count = (special: ActionSpec['special']): number => taken.filter((each) => actionSpec(scenario, each.action)?.special === special).length;
  const [tests, launches] = [count('test'), count('launch')];
  if (tests + launches > 0) r.emit({ type: 'counted', tests: state.tests + tests, launches: state.launches + launches });
  for (const each of taken) announce(r, each);
  const crisis = provocationOf(scenario, acts);
  if (!crisis) return;
  r.emit({ type: 'crisisOpened', crisis });
  post(r, 'fold.crisis', { provoker: crisis.provoker, action: crisis.action, receivers: crisis.victims, seats: [...crisis.provokerPatrons, ...crisis.victimPatrons] }, 'all', scenario.places[crisis.action]);
}

/** AC-4: public actions are news at once; hidden ones are not. */
function announce(r: Recorder, taken: TakenAction): void {
  const spec = actionSpec(r.scenario, taken.action);
  if (!spec || spec.hidden) return;
  const form = taken.partner !== undefined ? 'fold.action.joint' : taken.target !== undefined ? 'fold.action.target' : 'fold.action';
  post(r, form, { ...taken }, 'all', r.scenario.places[taken.action]);
}
