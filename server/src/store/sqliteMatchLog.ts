/** The durable match log on the embedded database. */
import { openDatabase, type Row } from './database.ts';
import type { Level } from '@concert/shared/model/ids';
import type { ForkOrigin } from '@concert/shared/recording/format';
import { isSnapshot, SequenceConflict, type EndedMatch, type EndedSort, type Entry, type MatchLog, type MatchRecord, type MatchStatus, type Member } from './MatchLog.ts';

const UNIQUE = 1555; // SQLITE_CONSTRAINT_PRIMARYKEY

const toRecord = (row: Row): MatchRecord => ({
  code: String(row['code']), scenario: String(row['scenario']), title: String(row['title']), preset: String(row['preset']), level: row['level'] as Level, bots: String(row['bots']), rules: Number(row['rules']),
  private: row['private'] === 1, status: row['status'] as MatchStatus, seed: Number(row['seed']),
  botPace: row['bot_pace'] === null ? null : Number(row['bot_pace']), createdAt: Number(row['created_at']),
  host: row['host'] === null ? null : String(row['host']), round: Number(row['round']),
  ...(row['fork'] === null ? {} : { fork: JSON.parse(String(row['fork'])) as ForkOrigin }),
});
const toEnded = (row: Row): EndedMatch => ({ ...toRecord(row), outcome: String(row['outcome']), endedAt: Number(row['ended_at']) });
const toMember = (row: Row): Member => ({
  id: String(row['id']), name: String(row['name']), tokenHash: String(row['token_hash']),
  seat: row['seat'] === null ? null : String(row['seat']), joinedAt: Number(row['joined_at']),
});

/** What the library lists and may be asked for: scenario, outcome, from, before, least and most rounds. */
const ENDED = `private = 0 AND status = 'ended' AND outcome IS NOT NULL AND (?1 IS NULL OR scenario = ?1) AND (?2 IS NULL OR outcome = ?2) AND (?3 IS NULL OR ended_at >= ?3) AND (?4 IS NULL OR ended_at < ?4) AND (?5 IS NULL OR round >= ?5) AND (?6 IS NULL OR round <= ?6)`;
const ORDERS: Readonly<Record<EndedSort, string>> = { newest: 'ended_at DESC, code', oldest: 'ended_at, code', longest: 'round DESC, ended_at DESC, code', shortest: 'round, ended_at DESC, code' };

/** Opens (or creates) `concert.sqlite` in `dataDir`. */
export function sqliteMatchLog(dataDir: string): MatchLog {
  const db = openDatabase(dataDir);
  const sql = {
    create: db.prepare('INSERT OR IGNORE INTO matches (code, scenario, title, preset, level, bots, rules, private, status, seed, bot_pace, created_at, host, round, fork) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)'),
    find: db.prepare('SELECT * FROM matches WHERE code = ?'),
    list: db.prepare(`SELECT * FROM matches WHERE private = 0 AND status <> 'ended' ORDER BY created_at DESC LIMIT ?`),
    status: db.prepare('UPDATE matches SET status = ?, round = ? WHERE code = ?'),
    ending: db.prepare('UPDATE matches SET outcome = ?, ended_at = ? WHERE code = ?'),
    ended: Object.fromEntries(Object.entries(ORDERS).map(([sort, order]) => [sort, db.prepare(`SELECT * FROM matches WHERE ${ENDED} ORDER BY ${order} LIMIT ?7 OFFSET ?8`)])) as Record<EndedSort, ReturnType<typeof db.prepare>>,
    endedCount: db.prepare(`SELECT count(*) AS n FROM matches WHERE ${ENDED}`),
    unknown: db.prepare(`SELECT code FROM matches WHERE status = 'ended' AND outcome IS NULL LIMIT ?`),
    remove: ['entries', 'members', 'seat_keys', 'matches'].map((table) => db.prepare(`DELETE FROM ${table} WHERE code = ?`)),
    host: db.prepare('UPDATE matches SET host = ? WHERE code = ?'),
    append: db.prepare('INSERT INTO entries (code, seq, member, command_id, snapshot, body) SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE ?2 = 1 + (SELECT coalesce(max(seq), 0) FROM entries WHERE code = ?1)'),
    read: db.prepare('SELECT body FROM entries WHERE code = ? AND seq >= ? ORDER BY seq'),
    snapshot: db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM entries WHERE code = ? AND snapshot = 1'),
    ids: db.prepare('SELECT member, command_id AS id, seq FROM entries WHERE code = ? AND command_id IS NOT NULL AND member IS NOT NULL ORDER BY seq'),
    saveMember: db.prepare('INSERT INTO members (code, id, name, token_hash, seat, joined_at) VALUES (?,?,?,?,?,?) ON CONFLICT (code, id) DO UPDATE SET name = excluded.name, token_hash = excluded.token_hash, seat = excluded.seat'),
    removeMember: db.prepare('DELETE FROM members WHERE code = ? AND id = ?'),
    members: db.prepare('SELECT * FROM members WHERE code = ? ORDER BY joined_at, id'),
    token: db.prepare('SELECT * FROM members WHERE token_hash = ?'),
    saveKey: db.prepare('INSERT INTO seat_keys (code, seat, key) VALUES (?,?,?) ON CONFLICT (code, seat) DO UPDATE SET key = excluded.key'),
    keys: db.prepare('SELECT seat, key FROM seat_keys WHERE code = ?'),
    claim: db.prepare('UPDATE matches SET owner = ?2, lease_until = ?3 WHERE code = ?1 AND (owner IS NULL OR owner = ?2 OR lease_until <= ?4)'),
    release: db.prepare('UPDATE matches SET owner = NULL, lease_until = 0 WHERE code = ? AND owner = ?'),
    ping: db.prepare('SELECT count(*) FROM matches WHERE code IS NULL'),
  };
  const insert = (code: string, expectedSeq: number, entry: Entry): void => {
    if (entry.seq !== expectedSeq + 1) throw new SequenceConflict(code, expectedSeq);
    const act = isSnapshot(entry) ? null : entry;
    try {
      const done = sql.append.run(code, entry.seq, act?.member ?? null, act?.id ?? null, act ? 0 : 1, JSON.stringify(entry));
      if (done.changes !== 1) throw new SequenceConflict(code, expectedSeq);
    } catch (error) {
      if ((error as { errcode?: number }).errcode === UNIQUE) throw new SequenceConflict(code, expectedSeq);
      throw error;
    }
  };
  const together = (work: () => void): void => {
    db.exec('BEGIN IMMEDIATE');
    try { work(); db.exec('COMMIT'); } catch (error) { db.exec('ROLLBACK'); throw error; }
  };
  return {
    create: (r) => sql.create.run(r.code, r.scenario, r.title, r.preset, r.level, r.bots, r.rules, r.private ? 1 : 0, r.status, r.seed, r.botPace, r.createdAt, r.host, r.round, r.fork ? JSON.stringify(r.fork) : null).changes === 1,
    find(code) { const row = sql.find.get(code); return row ? toRecord(row as Row) : null; },
    list: (limit) => sql.list.all(limit).map((row) => toRecord(row as Row)),
    setStatus(code, status, round) { sql.status.run(status, round, code); },
    setEnding(code, outcome, endedAt) { sql.ending.run(outcome, endedAt, code); },
    ended({ scenario, outcome, from, before, least, most, sort = 'newest', limit, offset }) {
      const asked = [scenario ?? null, outcome ?? null, from ?? null, before ?? null, least ?? null, most ?? null] as const;
      return { total: Number(sql.endedCount.get(...asked)?.['n'] ?? 0), matches: sql.ended[sort].all(...asked, limit, offset).map((row) => toEnded(row as Row)) };
    },
    endingUnknown: (limit) => sql.unknown.all(limit).map((row) => String(row['code'])),
    remove(code) { together(() => { for (const each of sql.remove) each.run(code); }); },
    setHost(code, host) { sql.host.run(host, code); },
    append: insert,
    begin(code, entries) { together(() => { for (const [at, entry] of entries.entries()) insert(code, at, entry); }); },
    read: (code, fromSeq) => sql.read.all(code, fromSeq).map((row) => JSON.parse(String(row['body'])) as Entry),
    lastSnapshot: (code) => Number(sql.snapshot.get(code)?.['seq'] ?? 0),
    acknowledged: (code) => sql.ids.all(code).map((row) => ({ member: String(row['member']), id: String(row['id']), seq: Number(row['seq']) })),
    saveMember(code, m) { sql.saveMember.run(code, m.id, m.name, m.tokenHash, m.seat, m.joinedAt); },
    removeMember(code, id) { sql.removeMember.run(code, id); },
    members: (code) => sql.members.all(code).map((row) => toMember(row as Row)),
    findToken(tokenHash) { const row = sql.token.get(tokenHash) as Row | undefined; return row ? { code: String(row['code']), member: toMember(row) } : null; },
    saveSeatKey(code, seat, key) { sql.saveKey.run(code, seat, key); },
    seatKeys: (code) => Object.fromEntries(sql.keys.all(code).map((row) => [String(row['seat']), String(row['key'])])),
    claim: (code, owner, until, now) => sql.claim.run(code, owner, until, now).changes === 1,
    release(code, owner) { sql.release.run(code, owner); },
    ping() { sql.ping.get(); },
    close() { db.close(); },
  };
}
