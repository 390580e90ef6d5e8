/** The sealed decision of a round, as the position has it: acts in its order, dues not simply performed, what it takes back or denies. */
import type { ActionChoice, DueChoice, SeatCommand, SecretChoice } from '../../model/commands.ts';
import type { CommitmentId } from '../../model/ids.ts';
import type { LegalAction } from '../../model/view.ts';
import { atlasOf } from '../atlas.ts';
import { once } from '../talk.ts';
import type { Mind } from '../types.ts';
import { follows } from './circumstances.ts';
import type { Rule } from './schema.ts';
import type { Stance } from './stances.ts';

type Menu = NonNullable<Mind['legal']['choose']>;

export function choose(mind: Mind, stance: Stance): SeatCommand | null {
  const menu = mind.legal.choose;
  if (!menu) return null;
  const sealed = mind.me.sealed.choice;
  if (sealed) return joinLate(mind, stance, menu, sealed);
  let { ap } = menu;
  const remedies: SecretChoice['remedies'][number][] = [];
  for (const { event, ap: price, commitments, options } of menu.remedies) {
    const rule = price > ap ? undefined : stance.remedies.find((each) => each.event === event && follows(mind, each));
    const [commitment] = commitments;
    if (!rule || (commitments.length > 0 && commitment === undefined)) continue;
    const option = options && (options.find((each) => each === rule.option) ?? options[0]);
    remedies.push({ event, ...(commitment === undefined ? {} : { commitment }), ...(option === undefined ? {} : { option }) });
    ap -= price;
  }
  const ratify = menu.ratify.slice(0, Math.max(0, ap));
  ap -= ratify.length;
  return {
    type: 'choose', actions: acts(mind, stance, menu, ap), dues: dues(mind, stance, menu),
    reversals: named(mind, menu.reversals, stance.takesBack), denials: named(mind, menu.denials, stance.denies), remedies, ...(ratify.length > 0 ? { ratify } : {}),
  };
}

/** AC-1, AC-2: own acts in the order of the position; a joint act that a partner asks for comes first. */
function acts(mind: Mind, stance: Stance, menu: Menu, ap: number): ActionChoice[] {
  const taken: ActionChoice[] = [];
  let left = ap;
  let free = 0;
  const { acts: specs } = atlasOf(mind.scenario);
  const take = (act: LegalAction, choice: ActionChoice): void => {
    const nothing = specs.get(act.action)?.ap === 0;
    if (taken.length >= menu.maxActions || act.ap > left || (nothing && free >= 1) || taken.some((each) => each.action === act.action)) return;
    taken.push(choice);
    left -= act.ap;
    if (nothing) free += 1;
  };
  for (const offer of mind.me.jointOffers) {
    const act = menu.actions.find((each) => each.ok && each.action === offer.action && each.partners.includes(offer.from));
    if (act && stance.joins.some((each) => each.action === offer.action && follows(mind, each))) take(act, { action: offer.action, partner: offer.from });
  }
  for (const each of stance.acts) {
    const act = menu.actions.find((one) => one.action === each.action);
    const choice = act?.ok && follows(mind, each) ? withParties(mind, each, act) : null;
    if (act && choice) take(act, choice);
  }
  return taken;
}

function withParties(mind: Mind, wish: Stance['acts'][number], act: LegalAction): ActionChoice | null {
  const spec = atlasOf(mind.scenario).acts.get(act.action);
  if (spec?.joint) { const partner = wish.partner ?? act.partners[0]; return partner !== undefined && act.partners.includes(partner) ? { action: act.action, partner } : null; }
  if (spec?.target !== undefined) { const target = wish.target ?? act.targets[0]; return target !== undefined && act.targets.includes(target) ? { action: act.action, target } : null; }
  if (act.clauses) return wish.clause !== undefined && act.clauses.includes(wish.clause) ? { action: act.action, clause: wish.clause } : null;
  if (act.commitments) { const [commitment] = act.commitments; return commitment === undefined ? null : { action: act.action, commitment }; }
  return { action: act.action };
}

function dues(mind: Mind, stance: Stance, menu: Menu): Record<CommitmentId, DueChoice> {
  const chosen: Record<CommitmentId, DueChoice> = {};
  for (const { commitment, options } of menu.dues) {
    const clause = mind.view.commitments[commitment]?.clause ?? '';
    const choice = stance.dues.find((each) => each.clauses.includes(clause) && follows(mind, each))?.choice ?? 'perform';
    if (choice !== 'perform' && options.includes(choice)) chosen[commitment] = choice;
  }
  return chosen;
}

const named = (mind: Mind, menu: readonly CommitmentId[], rules: readonly (Rule & { readonly clauses: readonly string[] })[]): CommitmentId[] =>
  rules.length === 0 ? [] : menu.filter((id) => rules.some((each) => each.clauses.includes(mind.view.commitments[id]?.clause ?? '') && follows(mind, each)));

/** A partner asks for a joint act after the choice was sealed. */
function joinLate(mind: Mind, stance: Stance, menu: Menu, sealed: SecretChoice): SeatCommand | null {
  if (sealed.actions.length >= menu.maxActions) return null;
  let left = menu.ap - (sealed.ratify?.length ?? 0);
  for (const { action } of sealed.actions) left -= menu.actions.find((each) => each.action === action)?.ap ?? 0;
  for (const { event } of sealed.remedies) left -= menu.remedies.find((each) => each.event === event)?.ap ?? 0;
  for (const { from, action } of mind.me.jointOffers) {
    const act = menu.actions.find((each) => each.ok && each.action === action && each.partners.includes(from));
    if (!act || act.ap > left || sealed.actions.some((each) => each.action === action) || !once(mind, `join ${from} ${action}`)) continue;
    if (stance.joins.some((each) => each.action === action && follows(mind, each))) return { type: 'choose', ...sealed, actions: [...sealed.actions, { action, partner: from }] };
  }
  return null;
}
