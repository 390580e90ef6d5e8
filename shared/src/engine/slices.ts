/**
 * Remembers a slice by the identity of what it was made from, and keeps the old slice when the new one says the same.
 * `closely` false leaves the comparison out, for lookers that send no patches.
 */
import { alike } from './alike.ts';

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return true;
};

/** Runs `make` again only when one of `inputs` is another object or value than last time; an equal result keeps its identity. */
export function remembered<T>(closely: boolean): (inputs: readonly unknown[], make: () => T) => T {
  let last: { inputs: readonly unknown[]; readonly value: T } | null = null;
  return (inputs, make) => {
    if (last && same(last.inputs, inputs)) return last.value;
    const value = make();
    if (closely && last && alike(last.value, value)) last.inputs = inputs;
    else last = { inputs, value };
    return last.value;
  };
}

/** The same for a large slice, where fields that say the same keep their identity while others change. */
export function rememberedFields<T extends object | null>(closely: boolean): (inputs: readonly unknown[], make: () => T) => T {
  let last: { inputs: readonly unknown[]; value: T } | null = null;
  let fields: Readonly<Record<string, unknown>> = {};
  const merged = (before: T | null, now: T): T => {
    if (now === null || !closely) return now;
    const next: Record<string, unknown> = {};
    let changed = before === null;
    for (const [key, field] of Object.entries(now)) {
      next[key] = key in fields && alike(fields[key], field) ? fields[key] : field;
      if (next[key] !== fields[key] || !(key in fields)) changed = true;
    }
    if (!changed && before !== null) return before;
    fields = { ...fields, ...next };
    return next as T;
  };
  return (inputs, make) => {
    if (last && same(last.inputs, inputs)) return last.value;
    last = { inputs, value: merged(last?.value ?? null, make()) };
    return last.value;
  };
}

/**
 * A collection whose members are remembered one by one by their source and the context; members that come out null are not in it.
 * `whole` is the object all sources come from: while it and the context stay, nothing is looked at.
 */
export function rememberedEach<S, T>(closely: boolean): (whole: unknown, context: readonly unknown[], sources: () => Iterable<readonly [key: string, source: S]>, make: (source: S, key: string) => T | null) => Readonly<Record<string, T>> {
  const slots = new Map<string, { source: S; context: readonly unknown[]; value: T | null }>();
  let last: Readonly<Record<string, T>> = {};
  let seen: { readonly whole: unknown; readonly context: readonly unknown[] } | null = null;
  let members = 0;
  return (whole, context, sources, make) => {
    const stays = seen !== null && same(seen.context, context);
    if (seen && stays && seen.whole === whole) return last;
    const inContext = seen && stays ? seen.context : context;
    seen = { whole, context: inContext };
    const changed: [key: string, value: T][] = [];
    let now = 0;
    let gone = false;
    const keep: string[] = [];
    for (const [key, source] of sources()) {
      let slot = slots.get(key);
      if (!slot || slot.source !== source || slot.context !== inContext) {
        const value = make(source, key);
        const before = slot ? slot.value : null;
        const settled = closely && before !== null && value !== null && alike(before, value) ? before : value;
        if (slot) Object.assign(slot, { source, context: inContext, value: settled });
        else slots.set(key, (slot = { source, context: inContext, value: settled }));
        if (settled === null) gone ||= key in last;
        else if (last[key] !== settled) changed.push([key, settled]);
      }
      if (slot.value !== null) { now += 1; keep.push(key); }
    }
    if (changed.length === 0 && !gone && now === members) return last;
    // Members never leave a match, so the usual change is a few more or other ones at hand.
    members = now;
    last = Object.fromEntries(keep.map((key) => [key, (slots.get(key) as { value: T }).value]));
    return last;
  };
}

/**
 * The same for lookers that send no patches: a changed source or context makes its member again, whatever it says.
 * Sources come in the same order each time, as those of a match do.
 */
export function lookedEach<S, T>(): (whole: unknown, context: readonly unknown[], sources: () => readonly (readonly [key: string, source: S])[], make: (source: S, key: string) => T | null) => Readonly<Record<string, T>> {
  let last: Record<string, T> = {};
  let before: readonly (readonly [key: string, source: S])[] = [];
  let seenWhole: unknown = null;
  let seenContext: readonly unknown[] | null = null;
  return (whole, context, sources, make) => {
    const stays = seenContext !== null && same(seenContext, context);
    if (stays && seenWhole === whole) return last;
    const now = sources();
    const next: Record<string, T> = {};
    for (let i = 0; i < now.length; i += 1) {
      const [key, source] = now[i] as readonly [string, S];
      const old = stays ? before[i] : undefined;
      const value = old !== undefined && old[0] === key && old[1] === source ? (last[key] ?? null) : make(source, key);
      if (value !== null) next[key] = value;
    }
    seenWhole = whole;
    seenContext = context;
    before = now;
    return (last = next);
  };
}
