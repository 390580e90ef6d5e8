/** Mistakes of whoever runs the server: one line with cause and cure, exit code 1, no stack trace; and the health of a good start. */
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { freePort, startServer } from './serverProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = (): string => temporaryFolder('operator');
async function fails(env: Record<string, string>): Promise<string> {
  const error = await startServer({ DATA_DIR: folder(), PORT: '0', ...env }).then(async (server) => { await server.kill('SIGKILL'); return { status: 0, stderr: '' }; }, (e: { status: number; stderr: string }) => e);
  expect(error.status).toBe(1);
  expect(error.stderr.trim().split('\n')).toHaveLength(1);
  return error.stderr;
}

it('names a port in use', async () => {
  const taken = net.createServer();
  const port = await freePort();
  await new Promise<void>((go) => { taken.listen(port, '127.0.0.1', go); });
  expect(await fails({ PORT: String(port) })).toMatch(/port \d+ on 127\.0\.0\.1 is in use: stop the other program or set PORT/);
  taken.close();
});
it('names a bad number', async () => { expect(await fails({ PORT: 'abc' })).toMatch(/PORT=abc is not a whole number/); });
it('names an address that is not here', async () => { expect(await fails({ HOST: '203.0.113.7' })).toMatch(/203\.0\.113\.7/); });
it('names a data folder that cannot be used', async () => {
  const file = path.join(folder(), 'file');
  writeFileSync(file, '');
  expect(await fails({ DATA_DIR: path.join(file, 'data') })).toMatch(/cannot keep matches in .*: make the folder writable or set DATA_DIR/);
});
it('names a database of a newer version', async () => {
  const dir = folder();
  const db = new DatabaseSync(path.join(dir, 'concert.sqlite'));
  db.exec('PRAGMA user_version = 999');
  db.close();
  expect(await fails({ DATA_DIR: dir })).toMatch(/newer version/);
});
it('starts, answers its health, serves metrics, and ends on SIGTERM with 0', async () => {
  const server = await startServer({ DATA_DIR: folder(), PORT: '0' });
  for (const page of ['/healthz', '/readyz']) expect(await (await fetch(server.url + page)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('concert_people_online 0');
  expect(await server.kill('SIGTERM')).toBe(0);
  expect(server.stderr()).toBe('');
});
