/**
 * What a threat that bloomed cost the table, in action points (T6).
 *
 * The price of removing a bud is paid in AP (BU-2), its bloom is paid in tension, trust, support and points. To compare them, every loss is
 * valued at what the rule book asks to make it good again, so that the unit is the same on both sides. What an event changes beyond this
 * (dearer clauses, tied hands) is not counted: the figure is a lower bound of the loss.
 */
import type { ActionSpec, EventSpec, Scenario } from '@concert/shared/scenario/schema';
import type { EventEffect } from '@concert/shared/scenario/schema';

/** AP for one unit. */
export const PER_UNIT = {
  /** UA10, UA20 and UA24 bring one point for one AP. */
  n: 1,
  /** SI-4: 1 AP or three points of support. */
  ds: 1 / 3,
  ap: 1,
  /** UA20 lowers tension by 4 for one AP. */
  ten: 1 / 4,
  /** The war index counts blocs half of tension. */
  bloc: 1 / 8,
  /** UA20 brings a mood of +3 for one AP; values and divergence enter consensus at 0.2 and 0.3 (theory 4). */
  cm: 1 / 3,
  val: 0.2 / 3,
  divergence: 0.3 / 3,
  /** A visit warms one pair by 8 for one AP (UA10, UA24). */
  trust: 1 / 8,
} as const;

/** What an action does to the table in public, in AP. */
export function actionLoss(spec: ActionSpec): number {
  const trust = spec.trust.reduce((all, entry) => all + entry.delta, 0);
  return spec.ten * PER_UNIT.ten + spec.bloc * PER_UNIT.bloc - spec.cm * PER_UNIT.cm - trust * PER_UNIT.trust;
}

const INDICATORS: Readonly<Record<string, number>> = { TEN: PER_UNIT.ten, BLOC: PER_UNIT.bloc, CM: -PER_UNIT.cm, VAL: -PER_UNIT.val };

/** One effect of an event, in AP. */
export function effectLoss(effect: EventEffect): number {
  switch (effect.do) {
    case 'indicator': return effect.value * (INDICATORS[effect.key] ?? 0) * (effect.each === true ? effect.rounds ?? 1 : 1);
    case 'trust': case 'drawnPair': return -effect.value * PER_UNIT.trust;
    case 'support': return -effect.value * PER_UNIT.ds;
    case 'points': return -effect.value * PER_UNIT.n;
    case 'ap': return -effect.value * PER_UNIT.ap * (effect.rounds ?? 1);
    case 'divergence': return effect.value * PER_UNIT.divergence * (effect.rounds ?? 1);
    default: return 0;
  }
}

/** What an event's own effects cost where it happens; the crisis it opens and the acts it invites are priced as they happen. */
export const eventLoss = (event: EventSpec): number => (event.kind === 'happening' ? event.effects.reduce((all, effect) => all + effectLoss(effect), 0) : 0);

/** Acts an event makes cheaper: if they are taken while it stands, they are part of its bloom. */
export function invitedActs(event: EventSpec): readonly { readonly seat: string; readonly actions: readonly string[]; readonly rounds: number }[] {
  if (event.kind !== 'happening') return [];
  return event.effects.flatMap((effect) => (effect.do === 'actionCost' ? [{ seat: effect.seat, actions: effect.actions, rounds: effect.rounds ?? Number.POSITIVE_INFINITY }] : []));
}

export const specOf = (scenario: Scenario, action: string): ActionSpec | undefined => scenario.actions.find((spec) => spec.id === action);
