/** Classes in memory, for tests and throw-away servers; the same contract as the durable store. */
import type { ClassRecord, ClassStore, PersonRecord } from './ClassStore.ts';

export function memoryClassStore(): ClassStore {
  const classes = new Map<string, { record: ClassRecord; readonly people: Map<string, PersonRecord> }>();
  const of = (code: string) => {
    const kept = classes.get(code);
    if (!kept) throw new Error(`unknown class ${code}`);
    return kept;
  };
  return {
    create(record) {
      if (classes.has(record.code)) return false;
      classes.set(record.code, { record: structuredClone(record), people: new Map() });
      return true;
    },
    find: (code) => structuredClone(classes.get(code)?.record ?? null),
    ofTable: (table) => structuredClone([...classes.values()].find(({ record }) => record.tables.includes(table))?.record ?? null),
    save(record) { of(record.code).record = structuredClone(record); },
    remove(code) { classes.delete(code); },
    overdue: (now) => [...classes.values()].filter(({ record }) => record.keepUntil <= now).map(({ record }) => record.code),
    savePerson(code, person) { of(code).people.set(person.id, structuredClone(person)); },
    people: (code) => structuredClone([...of(code).people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    removePerson(code, id) { classes.get(code)?.people.delete(id); },
    findPerson(tokenHash) {
      for (const [code, { people }] of classes) for (const person of people.values()) if (person.tokenHash === tokenHash) return { code, person: structuredClone(person) };
      return null;
    },
    close() {},
  };
}
