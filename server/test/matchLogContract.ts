/** One suite for every store (architecture 7): what the session relies on, whatever keeps the log. */
import { describe, expect, it } from 'vitest';
import { firstBreak, seal } from '../src/store/chain.ts';
import { SequenceConflict, type ActEntry, type MatchLog, type MatchRecord, type SnapshotEntry } from '../src/store/MatchLog.ts';

const record = (code: string, more: Partial<MatchRecord> = {}): MatchRecord => ({
  code, scenario: 'six-party', title: 'a table', preset: 'standard', level: 'standard', bots: 'mixed', rules: 2, private: false, status: 'lobby', seed: 7, botPace: null, createdAt: 1000, host: 'm1', round: 0, ...more,
});
const act = (seq: number, previous: string, more: Partial<ActEntry> = {}): ActEntry =>
  seal<ActEntry>(previous, { seq, at: 5, seat: 'US', member: 'm1', id: `cmd-000${seq}`, command: { type: 'ready', on: true }, events: [{ type: 'readied', seat: 'US', on: true }], ...more });

/** `reopen` closes nothing by itself: it gives a second handle on the same data, or the same one where there is no file. */
export function matchLogContract(name: string, open: () => MatchLog, reopen: (log: MatchLog) => MatchLog): void {
  describe(`match log contract: ${name}`, () => {
    it('keeps a match and refuses the same code twice', () => {
      const log = open();
      expect(log.create(record('AAAAAA'))).toBe(true);
      expect(log.create(record('AAAAAA', { title: 'other' }))).toBe(false);
      expect(reopen(log).find('AAAAAA')).toEqual(record('AAAAAA'));
      expect(log.find('ZZZZZZ')).toBeNull();
    });
    it('lists public open matches, newest first', () => {
      const log = open();
      log.create(record('OLDONE', { createdAt: 1 }));
      log.create(record('NEWONE', { createdAt: 2 }));
      log.create(record('HIDDEN', { createdAt: 3, private: true }));
      log.create(record('FINISH', { createdAt: 4 }));
      log.setStatus('FINISH', 'ended', 8);
      expect(log.list(10).map((r) => r.code)).toEqual(['NEWONE', 'OLDONE']);
      expect(log.list(1)).toHaveLength(1);
      expect(log.find('FINISH')).toMatchObject({ status: 'ended', round: 8 });
    });
    it('lists public matches that are over, last ended first, by scenario, outcome and time', () => {
      const log = open();
      for (const [code, more] of [['FIRST1', {}], ['SECOND', { scenario: 'g7', fork: { recording: 'FIRST1', title: 'a table', seq: 4, round: 2 } }], ['THIRD3', { private: true }], ['FOURTH', {}], ['FIFTH5', {}]] as const) log.create(record(code, more));
      for (const code of ['FIRST1', 'SECOND', 'THIRD3', 'FIFTH5']) log.setStatus(code, 'ended', 4);
      log.setEnding('FIRST1', 'war', 100);
      log.setEnding('SECOND', 'concert', 200);
      log.setEnding('THIRD3', 'war', 300);
      const codes = (wish: object): string[] => reopen(log).ended({ limit: 10, offset: 0, ...wish }).matches.map(({ code }) => code);
      expect(codes({})).toEqual(['SECOND', 'FIRST1']);
      expect(codes({ scenario: 'g7' })).toEqual(['SECOND']);
      expect(codes({ outcome: 'war' })).toEqual(['FIRST1']);
      expect(codes({ from: 100, before: 200 })).toEqual(['FIRST1']);
      expect(log.ended({ limit: 1, offset: 1 })).toMatchObject({ total: 2, matches: [{ code: 'FIRST1', outcome: 'war', endedAt: 100, round: 4 }] });
      expect(log.find('SECOND')?.fork).toEqual({ recording: 'FIRST1', title: 'a table', seq: 4, round: 2 });
      expect(log.endingUnknown(9)).toEqual(['FIFTH5']);
    });
    it('lists by length, and in the order asked for', () => {
      const log = open();
      for (const [code, rounds, at] of [['SHORT1', 3, 300], ['MIDDLE', 6, 100], ['LONG11', 12, 200], ['LONG22', 12, 250]] as const) { log.create(record(code)); log.setStatus(code, 'ended', rounds); log.setEnding(code, 'war', at); }
      const codes = (wish: object): string[] => reopen(log).ended({ limit: 10, offset: 0, ...wish }).matches.map(({ code }) => code);
      expect(codes({ least: 6 })).toEqual(['LONG22', 'LONG11', 'MIDDLE']);
      expect(codes({ least: 4, most: 8 })).toEqual(['MIDDLE']);
      expect(codes({ most: 2 })).toEqual([]);
      expect(codes({ sort: 'oldest' })).toEqual(['MIDDLE', 'LONG11', 'LONG22', 'SHORT1']);
      expect(codes({ sort: 'longest' })).toEqual(['LONG22', 'LONG11', 'MIDDLE', 'SHORT1']);
      expect(codes({ sort: 'shortest' })).toEqual(['SHORT1', 'MIDDLE', 'LONG22', 'LONG11']);
      expect(log.ended({ limit: 1, offset: 0, least: 12 }).total).toBe(2);
    });
    it('forgets a match with all that belongs to it', () => {
      const log = open();
      log.create(record('AAAAAA'));
      log.append('AAAAAA', 0, act(1, ''));
      log.saveMember('AAAAAA', { id: 'm1', name: 'A', tokenHash: 'h1', seat: 'US', joinedAt: 1 });
      log.saveSeatKey('AAAAAA', 'US', 'key');
      log.remove('AAAAAA');
      const again = reopen(log);
      expect([again.find('AAAAAA'), again.findToken('h1')]).toEqual([null, null]);
      expect(again.create(record('AAAAAA'))).toBe(true);
      expect(again.read('AAAAAA', 1)).toEqual([]);
    });
    it('takes the first entries of a fork all at once, or none of them', () => {
      const log = open();
      log.create(record('AAAAAA'));
      const first = act(1, '');
      expect(() => log.begin('AAAAAA', [first, act(3, first.hash)])).toThrow(SequenceConflict);
      expect(log.read('AAAAAA', 1)).toEqual([]);
      log.begin('AAAAAA', [first, act(2, first.hash)]);
      expect(reopen(log).read('AAAAAA', 1).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(() => log.begin('AAAAAA', [first])).toThrow(SequenceConflict);
    });
    it('appends in order and gives the chain back unbroken', () => {
      const log = open();
      log.create(record('AAAAAA'));
      const first = act(1, '');
      const second = act(2, first.hash, { events: [] });
      log.append('AAAAAA', 0, first);
      log.append('AAAAAA', 1, second);
      const read = reopen(log).read('AAAAAA', 1);
      expect(read).toEqual([first, second]);
      expect(firstBreak('', read)).toBeNull();
      expect(firstBreak('', [first, { ...second, at: 6 }])).toBe(2);
      expect(log.read('AAAAAA', 2)).toEqual([second]);
    });
    it('refuses a taken, a skipped and a misnumbered sequence', () => {
      const log = open();
      log.create(record('AAAAAA'));
      log.append('AAAAAA', 0, act(1, ''));
      expect(() => log.append('AAAAAA', 0, act(1, ''))).toThrow(SequenceConflict);
      expect(() => log.append('AAAAAA', 2, act(3, ''))).toThrow(SequenceConflict);
      expect(() => log.append('AAAAAA', 1, act(3, ''))).toThrow(SequenceConflict);
      expect(() => reopen(log).append('AAAAAA', 0, act(1, ''))).toThrow(SequenceConflict);
      expect(log.read('AAAAAA', 1)).toHaveLength(1);
    });
    it('finds the last snapshot and the acknowledged command ids', () => {
      const log = open();
      log.create(record('AAAAAA'));
      expect(log.lastSnapshot('AAAAAA')).toBe(0);
      log.append('AAAAAA', 0, act(1, ''));
      log.append('AAAAAA', 1, seal<SnapshotEntry>('x', { seq: 2, at: 6, snapshot: { round: 1 } as never }));
      log.append('AAAAAA', 2, act(3, 'y', { id: null, member: null, seat: null }));
      expect(log.lastSnapshot('AAAAAA')).toBe(2);
      expect(reopen(log).acknowledged('AAAAAA')).toEqual([{ member: 'm1', id: 'cmd-0001', seq: 1 }]);
    });
    it('keeps members, tokens, seats, seat keys and the host', () => {
      const log = open();
      log.create(record('AAAAAA'));
      log.saveMember('AAAAAA', { id: 'm1', name: 'Ada', tokenHash: 'h1', seat: null, joinedAt: 1 });
      log.saveMember('AAAAAA', { id: 'm2', name: '李', tokenHash: 'h2', seat: 'CN', joinedAt: 2 });
      log.saveMember('AAAAAA', { id: 'm1', name: 'Ada', tokenHash: 'h1', seat: 'US', joinedAt: 1 });
      log.saveSeatKey('AAAAAA', 'US', 'k');
      log.setHost('AAAAAA', 'm2');
      const again = reopen(log);
      expect(again.members('AAAAAA').map((m) => [m.name, m.seat])).toEqual([['Ada', 'US'], ['李', 'CN']]);
      expect(again.findToken('h2')).toMatchObject({ code: 'AAAAAA', member: { id: 'm2' } });
      expect(again.findToken('nothing')).toBeNull();
      expect(again.seatKeys('AAAAAA')).toEqual({ US: 'k' });
      expect(again.find('AAAAAA')?.host).toBe('m2');
      again.removeMember('AAAAAA', 'm2');
      expect([again.members('AAAAAA').length, again.findToken('h2')]).toEqual([1, null]);
    });
    it('leases a match to one owner at a time', () => {
      const log = open();
      log.create(record('AAAAAA'));
      expect(log.claim('AAAAAA', 'one', 100, 0)).toBe(true);
      expect(log.claim('AAAAAA', 'two', 150, 50)).toBe(false);
      expect(log.claim('AAAAAA', 'one', 200, 50)).toBe(true);
      expect(log.claim('AAAAAA', 'two', 300, 200)).toBe(true);
      log.release('AAAAAA', 'two');
      expect(log.claim('AAAAAA', 'one', 400, 201)).toBe(true);
    });
  });
}
