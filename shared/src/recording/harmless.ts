/** Whether parsed JSON may be worked with: no member that stands for an object's prototype, and no depth that would exhaust the stack. */
const DEEPEST = 40;

/** False for data that only an attacker writes; the line it stands in counts as unreadable. */
export function harmless(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((member) => harmless(member, depth + 1));
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return false;
    if (!harmless((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}
