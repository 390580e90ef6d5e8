/** What the operator does, and what outlives a crash: registrations, our key, who is whom. */
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import type { LtiChosen, LtiEntry } from '@concert/shared/protocol/lti';
import { freePort, startServer, type ServerProcess } from '../serverProcess.ts';
import { landing, TestBrowser, toolAt } from './launching.ts';
import { TestPlatform } from './platform.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const CONCERT = path.resolve(import.meta.dirname, '../../tools/concert.ts');
const concert = (...args: string[]): string => execFileSync(process.execPath, [CONCERT, 'lti', ...args], { encoding: 'utf8' });
const folder = (): string => temporaryFolder('lti');
const USERS = [{ id: 'u-teach', name: 'Grace Park', role: 'instructor' }, { id: 'u-ana', name: 'Ana López', role: 'learner' }] as const;
let server: ServerProcess | null = null;
let platform: TestPlatform | null = null;
afterEach(async () => { await server?.kill('SIGKILL'); await platform?.close(); server = null; platform = null; });

async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
  return await response.json() as T;
}

it('an invited platform registers itself; class, place, desk and key outlive kill -9', async () => {
  const data = folder();
  const port = await freePort();
  const env = { DATA_DIR: data, PORT: String(port), LOG_LEVEL: 'debug' };
  server = await startServer(env);
  const { url } = server;
  platform = await TestPlatform.start({ tool: toolAt(url), users: USERS });
  const configuration = `${platform.url}/.well-known/openid-configuration?registering`;
  const invited = new URL(concert('invite', '--data', data, '--url', url).split('\n')[0] ?? '');
  const register = (invitation: string): Promise<Response> => fetch(`${url}/lti/register?${new URLSearchParams({ invitation, openid_configuration: configuration, registration_token: 'registration-token' }).toString()}`, { redirect: 'manual' });
  expect((await landing(await register('guessed'))).problem).toBe('lti-invitation');
  const done = await register(invited.searchParams.get('invitation') ?? '');
  expect(platform.faults).toEqual([]);
  expect(done.status).toBe(200);
  expect(done.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(await done.text()).toContain('registered');
  expect((await landing(await register(invited.searchParams.get('invitation') ?? ''))).problem).toBe('lti-invitation');
  expect(concert('list', '--data', data)).toContain(`issuer ${platform.url}  client ${platform.clientId}  deployments ${platform.deployment}`);

  const enter = async (user: string): Promise<LtiEntry> => { const { ticket } = await new TestBrowser().launch(platform!, user); return post<LtiEntry>(`${url}/api/lti/enter`, { ticket }); };
  const choice = await enter('u-teach');
  const chosen = await post<LtiChosen>(`${url}/api/lti/class`, { create: { scenario: 'six-party', plan: 'meetings', tables: 1 } }, choice.kind === 'choose' ? choice.secret : '');
  const ana = await enter('u-ana');
  const token = ana.kind === 'place' ? ana.token : '';
  const keys = await (await fetch(`${url}/lti/jwks`)).json() as { keys: { n: string }[] };
  // A login under way when the power goes.
  const browser = new TestBrowser();
  const half = await browser.arrive(platform, 'u-ana');
  await server.kill('SIGKILL');
  const said = server.stderr();
  server = await startServer(env);
  expect(await (await fetch(`${url}/lti/jwks`)).json()).toEqual(keys);
  expect((await fetch(`${url}/api/classes/${chosen.code}/desk`, { headers: { authorization: `Bearer ${chosen.token}` } })).status).toBe(200);
  expect(await (await fetch(`${url}/api/classes/${chosen.code}/me`, { headers: { authorization: `Bearer ${token}` } })).json() as ClassTicket).toMatchObject({ name: 'Ana López' });
  expect((await browser.post(half)).problem).toBeNull();
  expect((await browser.post(half)).problem).toMatch(/lti-replayed|lti-no-cookie/);
  expect(await enter('u-teach')).toMatchObject({ kind: 'desk', code: chosen.code });
  // Neither names nor secrets are in the log, not even at its wordiest.
  for (const secret of ['López', 'Grace', token, chosen.token, '"d":']) expect(said + server.stderr()).not.toContain(secret);

  // With the platform go its courses and the desks opened from there.
  const id = concert('list', '--data', data).split(' ')[0] ?? '';
  expect(concert('remove', id, '--data', data)).toContain('removed');
  expect((await fetch(`${url}/api/classes/${chosen.code}/desk`, { headers: { authorization: `Bearer ${chosen.token}` } })).status).toBe(401);
  expect((await landing(await fetch(platform.initiate('u-ana'), { redirect: 'manual' }))).problem).toBe('lti-unknown-platform');
}, 60_000);

it('the command line adds, changes and lists platforms, and names what is missing', () => {
  const data = folder();
  const base = ['--data', data, '--issuer', 'https://lms.example', '--client-id', 'abc'];
  concert('add', ...base, '--auth', 'https://lms.example/auth', '--token', 'https://lms.example/token', '--jwks', 'https://lms.example/jwks');
  concert('add', ...base, '--deployment', '1', '--frame', 'https://school.example/path');
  concert('add', ...base, '--deployment', '2');
  expect(concert('list', '--data', data)).toMatch(/lms\.example {2}issuer https:\/\/lms\.example {2}client abc {2}deployments 1 2 {2}frames https:\/\/school\.example\n$/);
  expect(concert('addresses', '--url', 'https://concert.example/')).toContain('https://concert.example/lti/jwks');
  const fails = (...args: string[]): string => { const { status, stderr } = spawnSync(process.execPath, [CONCERT, 'lti', ...args], { encoding: 'utf8' }); expect(status).toBe(1); expect(stderr.trim().split('\n')).toHaveLength(1); return stderr; };
  expect(fails('add', '--data', data, '--issuer', 'https://lms.example')).toContain('--client-id is missing');
  expect(fails('add', '--data', data, '--issuer', 'https://new.example', '--client-id', 'x', '--auth', 'nonsense')).toContain('--auth nonsense is not an address');
  expect(fails('remove', 'nobody', '--data', data)).toContain('no platform nobody');
  expect(fails('invite', '--data', data)).toContain('--url is missing');
});
