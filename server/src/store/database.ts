/** The embedded database: one file in DATA_DIR, written ahead, synced at every commit, brought to the newest schema when opened. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

export type Row = Record<string, string | number | bigint | null | Uint8Array>;

/** Brings the file to the newest schema, one numbered step a transaction. */
function migrate(db: DatabaseSync): void {
  const { user_version: at } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (at > MIGRATIONS.length) throw new Error(`the database was written by a newer version (schema ${at}, this one knows ${MIGRATIONS.length}): update the server`);
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < at) continue;
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

/** Opens (or creates) `concert.sqlite` in `dataDir`. @throws when the folder cannot be written or the file is of a newer version. */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(path.join(dataDir, 'concert.sqlite'));
  // FULL: an acknowledged act survives the power going off, not only the process (architecture 3).
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000; PRAGMA foreign_keys = ON;');
  migrate(db);
  return db;
}

/** The same schema in memory, for throw-away servers; classes are kept elsewhere there, so nothing refers across tables. */
export function memoryDatabase(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  migrate(db);
  db.exec('PRAGMA foreign_keys = OFF;');
  return db;
}
