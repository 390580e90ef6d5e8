/** The match's only source of chance: a 32-bit generator whose state is plain data inside the match state. */

/** Advances the state once and gives a whole number in 0..below-1. */
export function draw(random: number, below: number): { readonly value: number; readonly random: number } {
  const next = (random + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) % below, random: next };
}

/** Draws one item; undefined only for an empty list. */
export function pick<T>(random: number, items: readonly T[]): { readonly item: T | undefined; readonly random: number } {
  if (items.length === 0) return { item: undefined, random };
  const drawn = draw(random, items.length);
  return { item: items[drawn.value], random: drawn.random };
}
