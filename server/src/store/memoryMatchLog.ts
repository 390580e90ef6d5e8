/** The match log in memory, for tests and throw-away servers; the same contract as the durable one. */
import { isSnapshot, SequenceConflict, type Entry, type MatchLog, type MatchRecord, type Member } from './MatchLog.ts';

interface Kept {
  record: MatchRecord;
  readonly entries: Entry[];
  readonly members: Map<string, Member>;
  readonly keys: Map<string, string>;
  lease: { owner: string; until: number } | null;
  ending: { readonly outcome: string; readonly endedAt: number } | null;
}

export function memoryMatchLog(): MatchLog {
  const matches = new Map<string, Kept>();
  const of = (code: string): Kept => {
    const kept = matches.get(code);
    if (!kept) throw new Error(`unknown match ${code}`);
    return kept;
  };
  // Callers get copies, as they would from a file: nobody can change the past by holding on to it.
  const copy = <T>(value: T): T => structuredClone(value);
  return {
    create(record) {
      if (matches.has(record.code)) return false;
      matches.set(record.code, { record, entries: [], members: new Map(), keys: new Map(), lease: null, ending: null });
      return true;
    },
    find: (code) => matches.get(code)?.record ?? null,
    list: (limit) => [...matches.values()].map((m) => m.record).filter((r) => !r.private && r.status !== 'ended').sort((a, b) => b.createdAt - a.createdAt).slice(0, limit),
    setStatus(code, status, round) { const kept = of(code); kept.record = { ...kept.record, status, round }; },
    setEnding(code, outcome, endedAt) { of(code).ending = { outcome, endedAt }; },
    ended({ scenario, outcome, from = 0, before = Number.POSITIVE_INFINITY, least = 0, most = Number.POSITIVE_INFINITY, sort = 'newest', limit, offset }) {
      const all = [...matches.values()].flatMap(({ record, ending }) => (ending && record.status === 'ended' && !record.private ? [{ ...record, ...ending }] : []))
        .filter((m) => (scenario === undefined || m.scenario === scenario) && (outcome === undefined || m.outcome === outcome) && m.endedAt >= from && m.endedAt < before && m.round >= least && m.round <= most)
        .sort((a, b) => (sort === 'longest' ? b.round - a.round : sort === 'shortest' ? a.round - b.round : sort === 'oldest' ? a.endedAt - b.endedAt : 0) || b.endedAt - a.endedAt || (a.code < b.code ? -1 : 1));
      return { total: all.length, matches: all.slice(offset, offset + limit) };
    },
    endingUnknown: (limit) => [...matches.values()].filter(({ record, ending }) => record.status === 'ended' && ending === null).map(({ record }) => record.code).slice(0, limit),
    remove(code) { matches.delete(code); },
    setHost(code, host) { const kept = of(code); kept.record = { ...kept.record, host }; },
    append(code, expectedSeq, entry) {
      const { entries } = of(code);
      if (entries.length !== expectedSeq || entry.seq !== expectedSeq + 1) throw new SequenceConflict(code, expectedSeq);
      entries.push(copy(entry));
    },
    begin(code, begun) {
      const { entries } = of(code);
      if (entries.length > 0 || begun.some(({ seq }, i) => seq !== i + 1)) throw new SequenceConflict(code, 0);
      entries.push(...begun.map(copy));
    },
    read: (code, fromSeq) => copy(of(code).entries.slice(Math.max(0, fromSeq - 1))),
    lastSnapshot: (code) => of(code).entries.findLast(isSnapshot)?.seq ?? 0,
    acknowledged: (code) => of(code).entries.flatMap((e) => (!isSnapshot(e) && e.member && e.id ? [{ member: e.member, id: e.id, seq: e.seq }] : [])),
    saveMember(code, member) { of(code).members.set(member.id, copy(member)); },
    removeMember(code, id) { of(code).members.delete(id); },
    members: (code) => [...of(code).members.values()],
    findToken(tokenHash) {
      for (const [code, kept] of matches) for (const member of kept.members.values()) if (member.tokenHash === tokenHash) return { code, member };
      return null;
    },
    saveSeatKey(code, seat, key) { of(code).keys.set(seat, key); },
    seatKeys: (code) => Object.fromEntries(of(code).keys),
    claim(code, owner, until, now) {
      const kept = of(code);
      if (kept.lease && kept.lease.owner !== owner && kept.lease.until > now) return false;
      kept.lease = { owner, until };
      return true;
    },
    release(code, owner) { const kept = of(code); if (kept.lease?.owner === owner) kept.lease = null; },
    ping() {},
    close() {},
  };
}
