/** Remembers a slice by the identity of what it was made from, and keeps the old slice when the new one says the same. */

/** Runs `make` again only when one of `inputs` is another object or value than last time; an equal result keeps its identity. */
export function remembered<T>(): (inputs: readonly unknown[], make: () => T) => T {
  let last: { inputs: readonly unknown[]; value: T; text: string } | null = null;
  return (inputs, make) => {
    if (last && last.inputs.length === inputs.length && last.inputs.every((input, i) => Object.is(input, inputs[i]))) return last.value;
    const value = make();
    const text = JSON.stringify(value);
    last = { inputs, value: last && last.text === text ? last.value : value, text };
    return last.value;
  };
}

/** A collection whose members are remembered one by one; members that come out null are not in it. */
export function rememberedEach<S, T>(): (sources: readonly (readonly [key: string, source: S])[], context: readonly unknown[], make: (source: S, key: string) => T | null) => Readonly<Record<string, T>> {
  const slots = new Map<string, (inputs: readonly unknown[], make: () => T | null) => T | null>();
  let last: Readonly<Record<string, T>> = {};
  return (sources, context, make) => {
    const next: Record<string, T> = {};
    let same = true;
    for (const [key, source] of sources) {
      let slot = slots.get(key);
      if (!slot) slots.set(key, (slot = remembered<T | null>()));
      const value = slot([source, ...context], () => make(source, key));
      if (value === null) continue;
      next[key] = value;
      if (last[key] !== value) same = false;
    }
    if (same && Object.keys(last).length === Object.keys(next).length) return last;
    return (last = next);
  };
}
