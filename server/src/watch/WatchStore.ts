/** What of watching together outlives the process: codes, people and who leads, so that all find each other again after a restart. Where they are the leader's page says anew. */
import type { DatabaseSync } from 'node:sqlite';

export interface StoredWatcher { readonly id: string; readonly name: string; readonly tokenHash: string }
/** `emptySince`: when the last one left; null while somebody is here. */
export interface StoredWatch { readonly code: string; readonly recording: string; readonly leader: string; readonly people: readonly StoredWatcher[]; readonly emptySince: number | null }
export interface WatchStore { all(): readonly StoredWatch[]; save(watch: StoredWatch): void; remove(code: string): void; close(): void }

/** For throw-away servers. */
export const forgetfulWatchStore = (): WatchStore => ({ all: () => [], save() {}, remove() {}, close() {} });

export function sqliteWatchStore(db: DatabaseSync): WatchStore {
  const sql = {
    all: db.prepare('SELECT body FROM watches ORDER BY code'),
    save: db.prepare('INSERT INTO watches (code, body) VALUES (?,?) ON CONFLICT (code) DO UPDATE SET body = excluded.body'),
    remove: db.prepare('DELETE FROM watches WHERE code = ?'),
  };
  return {
    all: () => sql.all.all().map((row) => JSON.parse(String(row['body'])) as StoredWatch),
    save(watch) { sql.save.run(watch.code, JSON.stringify(watch)); },
    remove(code) { sql.remove.run(code); },
    close() { db.close(); },
  };
}
