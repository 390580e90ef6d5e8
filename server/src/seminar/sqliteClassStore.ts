/** Classes on the embedded database, beside the matches. */
import { openDatabase } from '../store/database.ts';
import type { ClassRecord, ClassStore, PersonRecord } from './ClassStore.ts';

/** Opens (or creates) `concert.sqlite` in `dataDir`. */
export function sqliteClassStore(dataDir: string): ClassStore {
  const db = openDatabase(dataDir);
  const sql = {
    create: db.prepare('INSERT OR IGNORE INTO classes (code, desk_hash, keep_until, body) VALUES (?,?,?,?)'),
    find: db.prepare('SELECT body FROM classes WHERE code = ?'),
    ofTable: db.prepare("SELECT classes.body AS body FROM classes, json_each(classes.body, '$.tables') AS t WHERE t.value = ?"),
    save: db.prepare('UPDATE classes SET keep_until = ?, body = ? WHERE code = ?'),
    remove: db.prepare('DELETE FROM classes WHERE code = ?'),
    overdue: db.prepare('SELECT code FROM classes WHERE keep_until <= ? ORDER BY keep_until'),
    savePerson: db.prepare('INSERT INTO people (class, id, token_hash, body) VALUES (?,?,?,?) ON CONFLICT (class, id) DO UPDATE SET token_hash = excluded.token_hash, body = excluded.body'),
    removePerson: db.prepare('DELETE FROM people WHERE class = ? AND id = ?'),
    people: db.prepare('SELECT body FROM people WHERE class = ? ORDER BY id'),
    token: db.prepare('SELECT class, body FROM people WHERE token_hash = ?'),
  };
  const parse = <T>(row: unknown): T => JSON.parse(String((row as { body: string }).body)) as T;
  return {
    create: (r) => sql.create.run(r.code, r.deskHash, r.keepUntil, JSON.stringify(r)).changes === 1,
    find(code) { const row = sql.find.get(code); return row ? parse<ClassRecord>(row) : null; },
    ofTable(table) { const row = sql.ofTable.get(table); return row ? parse<ClassRecord>(row) : null; },
    save(r) { sql.save.run(r.keepUntil, JSON.stringify(r), r.code); },
    remove(code) { sql.remove.run(code); },
    overdue: (now) => sql.overdue.all(now).map((row) => String(row['code'])),
    savePerson(code, person) { sql.savePerson.run(code, person.id, person.tokenHash, JSON.stringify(person)); },
    people: (code) => sql.people.all(code).map((row) => parse<PersonRecord>(row)),
    removePerson(code, id) { sql.removePerson.run(code, id); },
    findPerson(tokenHash) { const row = sql.token.get(tokenHash); return row ? { code: String(row['class']), person: parse<PersonRecord>(row) } : null; },
    close() { db.close(); },
  };
}
