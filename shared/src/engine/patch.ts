/** The difference of two views of one viewer, by slice identity, and its application: all the client ever does to its copy. */
import type { View, ViewPatch } from '../model/view.ts';
import { COLLECTIONS, FIELDWISE } from '../model/view.ts';

type Bag = Readonly<Record<string, unknown>>;
const fieldwise = (key: string, before: unknown, after: unknown): boolean => (FIELDWISE as readonly string[]).includes(key) && isBag(before) && isBag(after);
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const isCollection = (key: string): boolean => (COLLECTIONS as readonly string[]).includes(key);

/** Slices of `next` whose identity differs from `prev`; null when nothing changed. `rev` numbers the patch. */
export function diff(prev: View | null, next: View, rev: number): ViewPatch | null {
  const set: Record<string, unknown> = {};
  const del: Record<string, string[]> = {};
  for (const key of Object.keys(next) as (keyof View)[]) {
    const before = prev?.[key];
    const after = next[key];
    if (Object.is(before, after)) continue;
    if (!isCollection(key)) {
      if (key === 'viewer' && prev !== null) continue;
      set[key] = fieldwise(key, before, after) ? changedIn(before as unknown as Bag, after as unknown as Bag) : after;
      continue;
    }
    const was = (before ?? {}) as Bag;
    const now = after as Bag;
    const changed = changedIn(was, now);
    const gone = Object.keys(was).filter((id) => !(id in now));
    if (Object.keys(changed).length > 0) set[key] = changed;
    if (gone.length > 0) del[key] = gone;
  }
  return Object.keys(set).length + Object.keys(del).length === 0 ? null : { rev, set, del };
}

const changedIn = (was: Bag, now: Bag): Bag => Object.fromEntries(Object.entries(now).filter(([id, part]) => was[id] !== part));

/** The copy after a patch; untouched slices keep their identity. */
export function applyPatch(view: View, patch: ViewPatch): View {
  const next: Record<string, unknown> = { ...view };
  for (const [key, value] of Object.entries(patch.set)) next[key] = isCollection(key) || fieldwise(key, next[key], value) ? { ...(next[key] as Bag), ...(value as Bag) } : value;
  for (const [key, ids] of Object.entries(patch.del)) {
    const rest = { ...(next[key] as Record<string, unknown>) };
    for (const id of ids ?? []) delete rest[id];
    next[key] = rest;
  }
  return next as unknown as View;
}
