/** A choice of class that an instructor has yet to make for a learning platform; it outlives the way to the set-up page, in this tab only. */
import type { LtiEntry } from '@concert/shared/protocol/lti';

export type Choice = Extract<LtiEntry, { readonly kind: 'choose' }>;
const KEY = 'concert.lti';
/** A little less than the server's hour, so that nobody is sent back with what it no longer takes. */
const GOOD_MS = 55 * 60_000;
export function pendingChoice(): Choice | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { readonly choice: Choice; readonly at: number } | null;
    return kept && Date.now() - kept.at < GOOD_MS ? kept.choice : null;
  } catch { return null; }
}
export function keepChoice(choice: Choice | null): void {
  if (choice) sessionStorage.setItem(KEY, JSON.stringify({ choice, at: Date.now() }));
  else sessionStorage.removeItem(KEY);
}
