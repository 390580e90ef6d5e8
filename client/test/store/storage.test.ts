/** A frame that is denied storage gets one in memory; everybody else keeps the browser's. */
import { expect, it } from 'vitest';
import { ensureStorage } from '../../src/store/storage.ts';

it('a denied storage becomes one in memory', () => {
  const page = {} as { localStorage: Storage };
  Object.defineProperty(page, 'localStorage', { get() { throw new Error('Access is denied for this document.'); }, configurable: true });
  ensureStorage(page, 'localStorage');
  page.localStorage.setItem('key', 'value');
  expect([page.localStorage.getItem('key'), page.localStorage.getItem('none'), page.localStorage.length, page.localStorage.key(0)]).toEqual(['value', null, 1, 'key']);
  page.localStorage.removeItem('key');
  expect(page.localStorage.getItem('key')).toBeNull();
});
it('a storage that works is left alone', () => {
  const own = { length: 0 } as Storage;
  const page = { localStorage: own };
  ensureStorage(page, 'localStorage');
  expect(page.localStorage).toBe(own);
});
