/** Whether two pieces of plain data say the same; parts that are the same object are not looked into. */

type Bag = Readonly<Record<string, unknown>>;

/** Undefined members count as absent, as they do on the wire. */
export function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i += 1) if (!alike(a[i], b[i])) return false;
    return true;
  }
  return !Array.isArray(b) && within(a as Bag, b as Bag, true) && within(b as Bag, a as Bag, false);
}

function within(a: Bag, b: Bag, deep: boolean): boolean {
  for (const key in a) {
    const [mine, other] = [a[key], b[key]];
    if (mine !== undefined && (deep ? !alike(mine, other) : other === undefined)) return false;
  }
  return true;
}
