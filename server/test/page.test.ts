/** The page and its files: every screen's address gives the page, hashed files stay cached, nothing outside the folder is served. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let app: App;
beforeAll(async () => {
  const clientDir = temporaryFolder('page');
  writeFileSync(path.join(clientDir, 'index.html'), '<!doctype html>the page');
  mkdirSync(path.join(clientDir, 'assets'));
  writeFileSync(path.join(clientDir, 'assets/app-abc123.js'), 'run()');
  writeFileSync(path.join(clientDir, '../concert-outside.txt'), 'secret');
  app = await createApp({ clientDir });
});
afterAll(() => app.close());

it('gives the page for every screen, always fresh', async () => {
  for (const screen of ['/', '/m/ABCDEF', '/r/ABCDEF', '/settings']) {
    const answer = await fetch(app.url + screen);
    expect([screen, answer.status, await answer.text()]).toEqual([screen, 200, '<!doctype html>the page']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("object-src 'none'");
  }
});
it('keeps hashed files for a year and answers what is missing with 404', async () => {
  const file = await fetch(`${app.url}/assets/app-abc123.js`);
  expect([file.status, await file.text(), file.headers.get('cache-control')]).toEqual([200, 'run()', 'public, max-age=31536000, immutable']);
  for (const missing of ['/assets/other.js', '/api/nothing', '/..%2fconcert-outside.txt', '/%2e%2e/concert-outside.txt', '/m/a/b']) expect([missing, (await fetch(app.url + missing)).status]).toEqual([missing, 404]);
  expect((await fetch(`${app.url}/`, { method: 'HEAD' })).status).toBe(200);
});
