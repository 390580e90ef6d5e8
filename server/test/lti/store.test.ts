/** What is known of a person at a learning platform goes with the person, the class or the platform, in the same step of the database. */
import { expect, it } from 'vitest';
import { tokenHash } from '../../src/match/codes.ts';
import { sqliteLtiStore } from '../../src/lti/LtiStore.ts';
import type { ClassRecord, PersonRecord } from '../../src/seminar/ClassStore.ts';
import { sqliteClassStore } from '../../src/seminar/sqliteClassStore.ts';
import { openDatabase } from '../../src/store/database.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

it('cascades: a person, a class, a platform', () => {
  const dir = temporaryFolder('lti');
  const classes = sqliteClassStore(dir);
  const lti = sqliteLtiStore(openDatabase(dir));
  const platform = lti.savePlatform({ name: 'P', issuer: 'https://p.example', clientId: 'c', authUrl: 'https://p.example/a', tokenUrl: 'https://p.example/t', jwksUrl: 'https://p.example/k', tokenAudience: null, deployments: ['1'], frames: [] });
  const add = (code: string): void => {
    classes.create({ code, deskHash: code, createdAt: 0, keepUntil: 1, tables: [], prepared: [], inbox: [], count: 0 } as unknown as ClassRecord);
    for (const id of ['a', 'b']) classes.savePerson(code, { id, name: id, tokenHash: null } as unknown as PersonRecord);
    lti.saveCourse({ class: code, platform: platform.id, deployment: '1', context: 'x', title: '', membershipsUrl: null, lineItemsUrl: null, lineItemUrl: null, scopes: [] });
    lti.knowPerson(code, 'user-a', 'a');
    lti.knowPerson(code, 'user-b', 'b');
    lti.openDesk(code, tokenHash(code), 1000);
  };
  add('AAAAAA');
  add('BBBBBB');
  classes.removePerson('AAAAAA', 'a');
  expect([...lti.people('AAAAAA')]).toEqual([['user-b', 'b']]);
  expect(lti.people('BBBBBB').size).toBe(2);
  classes.remove('AAAAAA');
  expect([lti.people('AAAAAA').size, lti.courseOf('AAAAAA'), lti.holdsDesk('AAAAAA', tokenHash('AAAAAA'), 0)]).toEqual([0, null, false]);
  expect([lti.holdsDesk('BBBBBB', tokenHash('BBBBBB'), 999), lti.holdsDesk('BBBBBB', tokenHash('BBBBBB'), 1000)]).toEqual([true, false]);
  lti.removePlatform(platform.id);
  expect([lti.people('BBBBBB').size, lti.courseOf('BBBBBB'), lti.holdsDesk('BBBBBB', tokenHash('BBBBBB'), 0)]).toEqual([0, null, false]);
  expect(classes.find('BBBBBB')?.code).toBe('BBBBBB');
  lti.close();
  classes.close();
});

it('what is passing is used once, and says nothing of anybody afterwards', () => {
  const lti = sqliteLtiStore(openDatabase(temporaryFolder('lti')));
  lti.pass('ticket', 'h', { name: 'Ana' }, 100);
  expect(lti.passing('login', 'h')).toBeNull();
  expect(lti.passing('ticket', 'h')).toEqual({ body: { name: 'Ana' }, expiresAt: 100, used: false });
  expect([lti.use('h'), lti.use('h'), lti.use('none')]).toEqual([true, false, false]);
  expect(lti.passing('ticket', 'h')).toEqual({ body: null, expiresAt: 100, used: true });
  lti.forgetPassed(100);
  expect(lti.passing('ticket', 'h')).toBeNull();
  lti.keepSecret('key', 'first');
  lti.keepSecret('key', 'second');
  expect(lti.secret('key')).toBe('first');
  lti.close();
});
