/** Gives entries of one kind the same members in the same order, absent ones as undefined: what is asked of them all the time is then quick to find. */

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What kind of entry this is: conditions and effects are told by their own word wherever they stand, others by the list they stand in; null for a record by ids. */
function kindOf(value: Bag, path: string): string | null {
  if (typeof value['is'] === 'string') return 'is';
  if (typeof value['do'] === 'string') return 'do';
  return path.endsWith('[]') || path === 'clauses[].effect' ? path : null;
}

/** The same data in even shapes. Undefined members count as absent everywhere: in comparisons, hashes and on the wire. */
export function shaped<T extends object>(whole: T): T {
  const members = new Map<string, Set<string>>();
  gather(whole, '', members);
  return even(whole, '', members) as T;
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function gather(value: unknown, path: string, members: Map<string, Set<string>>): void {
  if (Array.isArray(value)) return value.forEach((entry) => gather(entry, `${path}[]`, members));
  if (!isBag(value)) return;
  const kind = kindOf(value, path);
  let known = kind === null ? undefined : members.get(kind);
  if (kind !== null && !known) members.set(kind, (known = new Set()));
  for (const key of Object.keys(value)) {
    known?.add(key);
    gather(value[key], below(path, key), members);
  }
}

function even(value: unknown, path: string, members: ReadonlyMap<string, ReadonlySet<string>>): unknown {
  if (Array.isArray(value)) return value.map((entry) => even(entry, `${path}[]`, members));
  if (!isBag(value)) return value;
  const made = blank(members.get(kindOf(value, path) ?? '') ?? Object.keys(value));
  for (const key of Object.keys(made)) made[key] = even(value[key], below(path, key), members);
  return made;
}

/** Parsed, since an object that grows member by member is kept as a table of words once it has more than a dozen. */
const blank = (keys: Iterable<string>): Record<string, unknown> => JSON.parse(`{${[...keys].map((key) => `${JSON.stringify(key)}:null`).join()}}`) as Record<string, unknown>;
