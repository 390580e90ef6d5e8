/** Remembers a slice by the identity of what it was made from, and keeps the old slice when the new one says the same. */

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((input, i) => Object.is(input, b[i]));

/** Runs `make` again only when one of `inputs` is another object or value than last time; an equal result keeps its identity. */
export function remembered<T>(): (inputs: readonly unknown[], make: () => T) => T {
  let last: { inputs: readonly unknown[]; value: T; text: string | null } | null = null;
  return (inputs, make) => {
    if (last && same(last.inputs, inputs)) return last.value;
    const value = make();
    if (last) {
      // Text is made on the second run only: most slices are built once and stay.
      last.text ??= JSON.stringify(last.value);
      const text = JSON.stringify(value);
      last = last.text === text ? { inputs, value: last.value, text } : { inputs, value, text };
    } else last = { inputs, value, text: null };
    return last.value;
  };
}

/** The same for a large slice, where fields that say the same keep their identity while others change. */
export function rememberedFields<T extends object | null>(): (inputs: readonly unknown[], make: () => T) => T {
  const texts = new Map<string, { value: unknown; text: string }>();
  const merged = (before: T | null, now: T): T => {
    if (now === null) return now;
    const next: Record<string, unknown> = {};
    let changed = before === null;
    for (const [key, field] of Object.entries(now)) {
      const old = texts.get(key);
      const text = old && Object.is(old.value, field) ? old.text : JSON.stringify(field);
      next[key] = old && old.text === text ? old.value : field;
      if (next[key] !== old?.value) changed = true;
      texts.set(key, { value: next[key], text });
    }
    return changed || before === null ? (next as T) : before;
  };
  let last: { inputs: readonly unknown[]; value: T } | null = null;
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
export function rememberedEach<S, T>(): (whole: unknown, context: readonly unknown[], sources: () => readonly (readonly [key: string, source: S])[], make: (source: S, key: string) => T | null) => Readonly<Record<string, T>> {
  const slots = new Map<string, (inputs: readonly unknown[], make: () => T | null) => T | null>();
  let last: Readonly<Record<string, T>> = {};
  let seen: readonly unknown[] | null = null;
  return (whole, context, sources, make) => {
    const now = [whole, ...context];
    if (seen && same(seen, now)) return last;
    seen = now;
    const next: Record<string, T> = {};
    let changed = false;
    for (const [key, source] of sources()) {
      let slot = slots.get(key);
      if (!slot) slots.set(key, (slot = remembered<T | null>()));
      const value = slot([source, ...context], () => make(source, key));
      if (value === null) continue;
      next[key] = value;
      if (last[key] !== value) changed = true;
    }
    if (changed || Object.keys(last).length !== Object.keys(next).length) last = next;
    return last;
  };
}
