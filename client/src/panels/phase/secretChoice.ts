/** The sealed decision while it is being written: what it costs, and how lists are switched. Plain data, no screen. */
import type { ActionChoice, DueChoice, LegalSlice, SecretChoice } from '@concert/shared';

export type Choose = NonNullable<LegalSlice['choose']>;
export const EMPTY: SecretChoice = { actions: [], dues: {}, reversals: [], denials: [], remedies: [] };

const apOf = (choose: Choose, action: string): number => choose.actions.find((legal) => legal.action === action)?.ap ?? 0;
/** Action points the whole choice takes. */
export function apSpent(choose: Choose, choice: SecretChoice): number {
  // AC-8: alone at half the price, rounded up.
  const actions = choice.actions.reduce((all, { action, alone }) => all + (alone ? Math.ceil(apOf(choose, action) / 2) : apOf(choose, action)), 0);
  const remedies = choice.remedies.reduce((all, { event }) => all + (choose.remedies.find((remedy) => remedy.event === event)?.ap ?? 0), 0);
  return actions + remedies + (choice.ratify?.length ?? 0);
}

/** Why one more action does not fit, as the refusal code the table would give. */
export function blocks(choose: Choose, choice: SecretChoice, action: string): 'too-many-actions' | 'too-many-free-actions' | 'no-ap' | null {
  if (choice.actions.some((chosen) => chosen.action === action)) return null;
  const cost = apOf(choose, action);
  if (choice.actions.length >= choose.maxActions) return 'too-many-actions';
  // AC-1: at most one act without cost.
  if (cost === 0 && choice.actions.some((chosen) => apOf(choose, chosen.action) === 0)) return 'too-many-free-actions';
  return apSpent(choose, choice) + cost > choose.ap ? 'no-ap' : null;
}

export const withAction = (choice: SecretChoice, picked: ActionChoice): SecretChoice =>
  ({ ...choice, actions: [...choice.actions.filter((chosen) => chosen.action !== picked.action), picked] });
export const withoutAction = (choice: SecretChoice, action: string): SecretChoice =>
  ({ ...choice, actions: choice.actions.filter((chosen) => chosen.action !== action) });
export const withDue = (choice: SecretChoice, commitment: string, due: DueChoice): SecretChoice =>
  ({ ...choice, dues: { ...choice.dues, [commitment]: due } });
export const toggled = (list: readonly string[], id: string): string[] => (list.includes(id) ? list.filter((x) => x !== id) : [...list, id]);
/** A promise broken on purpose: openly, or behind a show of performance. */
export const isBreach = (due: DueChoice | undefined): boolean => due === 'withhold' || due === 'feign';
export const sameChoice = (a: SecretChoice | null, b: SecretChoice): boolean => a !== null && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const ordered = (choice: SecretChoice) => ({
  actions: choice.actions.map(({ action, target, partner, clause, commitment, alone }) => [action, target ?? null, partner ?? null, clause ?? null, commitment ?? null, alone ?? false]),
  dues: Object.entries(choice.dues).filter(([, due]) => due !== 'perform').sort(([a], [b]) => a.localeCompare(b)),
  reversals: [...choice.reversals].sort(), denials: [...choice.denials].sort(), remedies: choice.remedies.map(({ event, commitment, option }) => [event, commitment ?? null, option ?? null]),
  blocks: [...(choice.blocks ?? [])].sort(), ratify: [...(choice.ratify ?? [])].sort(), disclose: [...(choice.disclose ?? [])].sort(),
});
