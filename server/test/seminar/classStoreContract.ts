/** What every class store must do; run against memory and the embedded database alike. */
import { describe, expect, it } from 'vitest';
import type { ClassRecord, ClassStore, PersonRecord } from '../../src/seminar/ClassStore.ts';

const record = (code: string, set: Partial<ClassRecord> = {}): ClassRecord => ({
  code, deskHash: `desk ${code}`, createdAt: 1, keepUntil: 100, title: '研讨', scenario: 'six-party', plan: 'class90', level: 'standard',
  settings: { seating: 'balanced', delegations: true, pseudonyms: false, oversight: 'everything', reveal: 'everything', approval: [], keepDays: 30 },
  tables: [`T${code}`], stage: 'setup', stageUntil: null, prepared: [], inbox: [], count: 0, ...set,
});
const person = (id: string, set: Partial<PersonRecord> = {}): PersonRecord => ({ id, name: `name ${id}`, alias: `alias ${id}`, table: null, seat: null, office: null, tokenHash: null, joinedAt: null, muted: false, consent: null, survey: null, ...set });

export function classStoreContract(name: string, open: () => ClassStore, reopen: (store: ClassStore) => ClassStore): void {
  describe(`class store: ${name}`, () => {
    it('keeps a class, changes and all, and refuses a taken code', () => {
      const store = open();
      expect(store.create(record('AAAAAA'))).toBe(true);
      expect(store.create(record('AAAAAA', { title: 'other' }))).toBe(false);
      store.save(record('AAAAAA', { stage: 'play', count: 3 }));
      const again = reopen(store);
      expect(again.find('AAAAAA')).toEqual(record('AAAAAA', { stage: 'play', count: 3 }));
      expect(again.find('BBBBBB')).toBeNull();
    });
    it('finds the class of a table', () => {
      const store = open();
      store.create(record('AAAAAA'));
      store.create(record('BBBBBB', { tables: ['X', 'Y'] }));
      expect([store.ofTable('Y')?.code, store.ofTable('TAAAAAA')?.code, store.ofTable('Z')]).toEqual(['BBBBBB', 'AAAAAA', null]);
    });
    it('keeps people and finds them by token, the old token of a lost phone no longer', () => {
      const store = open();
      store.create(record('AAAAAA'));
      store.savePerson('AAAAAA', person('p2', { tokenHash: 'h2' }));
      store.savePerson('AAAAAA', person('p1'));
      store.savePerson('AAAAAA', person('p2', { tokenHash: 'h3', seat: 'CN', table: 'TAAAAAA' }));
      const again = reopen(store);
      expect(again.people('AAAAAA').map(({ id, seat }) => [id, seat])).toEqual([['p1', null], ['p2', 'CN']]);
      expect(again.findPerson('h3')).toMatchObject({ code: 'AAAAAA', person: { id: 'p2' } });
      expect(again.findPerson('h2')).toBeNull();
    });
    it('forgets one person and leaves the others', () => {
      const store = open();
      store.create(record('AAAAAA'));
      for (const id of ['p1', 'p2']) store.savePerson('AAAAAA', person(id, { tokenHash: `h ${id}` }));
      store.removePerson('AAAAAA', 'p1');
      const again = reopen(store);
      expect(again.people('AAAAAA').map(({ id }) => id)).toEqual(['p2']);
      expect([again.findPerson('h p1'), again.findPerson('h p2')?.person.id]).toEqual([null, 'p2']);
    });
    it('names what is overdue and removes a class with its people', () => {
      const store = open();
      store.create(record('AAAAAA', { keepUntil: 50 }));
      store.create(record('BBBBBB', { keepUntil: 150 }));
      store.savePerson('AAAAAA', person('p1', { tokenHash: 'h1' }));
      expect(store.overdue(100)).toEqual(['AAAAAA']);
      store.remove('AAAAAA');
      expect([store.find('AAAAAA'), store.findPerson('h1'), store.find('BBBBBB')?.code]).toEqual([null, null, 'BBBBBB']);
    });
    it('hands out copies: holding on to one changes nothing', () => {
      const store = open();
      store.create(record('AAAAAA'));
      (store.find('AAAAAA') as { title: string }).title = 'changed';
      expect(store.find('AAAAAA')?.title).toBe('研讨');
    });
  });
}
