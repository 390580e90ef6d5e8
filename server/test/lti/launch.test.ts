/** Launches from a platform, over real HTTP: who gets where, and every way to be refused (docs/lti.md). */
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import type { LtiChosen } from '@concert/shared/protocol/lti';
import { createApp, type App } from '../../src/app.ts';
import type { ClassOverview } from '../../src/seminar/overview.ts';
import { enter } from '../players.ts';
import { api, enterWith, know, landing, resign, TestBrowser, toolAt } from './launching.ts';
import { TestPlatform } from './platform.ts';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
let app: App;
let platform: TestPlatform;
beforeAll(async () => {
  app = await createApp({ botPace: 0, createsPerMinute: 1000 });
  platform = await TestPlatform.start({
    tool: toolAt(app.url), users: [
      { id: 'u-teach', name: 'Grace Park', role: 'instructor' }, { id: 'u-ana', name: 'Ana López', role: 'learner' }, { id: 'u-nameless', name: null, role: 'learner' },
      { id: 'u-prof', name: 'Prof Li', role: 'learner', professor: true }, { id: 'u-parent', name: 'A Parent', role: 'observer' },
    ],
  });
  know(app, platform);
});
afterAll(async () => { await platform.close(); await app.close(); });

/** The instructor comes, and opens a class with one press. */
async function classOf(link: string | null = 'link-1'): Promise<LtiChosen> {
  const entry = await enterWith(app, await new TestBrowser().launch(platform, 'u-teach', link));
  if (entry.kind === 'desk') return { code: entry.code, token: entry.token, back: null };
  expect(entry).toMatchObject({ kind: 'choose', course: 'International Relations', platform: 'Test platform' });
  return (await api<LtiChosen>(app, 'POST', '/api/lti/class', { create: { scenario: 'six-party', plan: 'meetings', tables: 1 } }, entry.kind === 'choose' ? entry.secret : '')).body;
}

describe('LTI launch', () => {
  it('sends a learner away with what to do as long as there is no class', async () => {
    expect(await new TestBrowser().launch(platform, 'u-ana')).toMatchObject({ ticket: null, problem: 'lti-no-class', status: 404, text: expect.stringContaining('Whoever leads International Relations has not opened the class yet') as string });
  });

  it('an instructor makes the class of the course and is its desk; the next launch leads there at once', async () => {
    const made = await classOf();
    const desk = await api<ClassOverview>(app, 'GET', `/api/classes/${made.code}/desk`, undefined, made.token);
    expect(desk.body).toMatchObject({ title: 'International Relations' });
    const again = await enterWith(app, await new TestBrowser().launch(platform, 'u-teach'));
    expect(again).toMatchObject({ kind: 'desk', code: made.code });
    expect((await api(app, 'GET', `/api/classes/${made.code}/desk`, undefined, again.kind === 'desk' ? again.token : '')).status).toBe(200);
    expect(platform.faults).toEqual([]);
  });

  it('a learner sits down under their own name, and has the same place from another device', async () => {
    const { code, token } = await classOf();
    const entry = await enterWith(app, await new TestBrowser().launch(platform, 'u-ana'));
    expect(entry).toMatchObject({ kind: 'place', code });
    const mine = entry.kind === 'place' ? entry.token : '';
    const me = (await api<ClassTicket>(app, 'GET', `/api/classes/${code}/me`, undefined, mine)).body;
    expect(me).toMatchObject({ name: 'Ana López', waits: null });
    const player = await enter(app.url, { code: me.table ?? '', roomId: me.table ?? '', token: mine, seat: me.seat }, 'Ana');
    player.line.close();
    // The same browser once more: the open tab keeps its secret.
    expect(await enterWith(app, await new TestBrowser().launch(platform, 'u-ana'), ['of-another-class', mine])).toEqual({ kind: 'place', code, token: mine });
    const second = await enterWith(app, await new TestBrowser().launch(platform, 'u-ana'));
    const there = (await api<ClassTicket>(app, 'GET', `/api/classes/${code}/me`, undefined, second.kind === 'place' ? second.token : '')).body;
    expect(there).toMatchObject({ person: me.person, seat: me.seat, table: me.table });
    expect((await api(app, 'GET', `/api/classes/${code}/me`, undefined, mine)).status).toBe(401);
    const { people } = (await api<ClassOverview>(app, 'GET', `/api/classes/${code}/desk`, undefined, token)).body;
    expect(people.filter(({ name }) => name === 'Ana López')).toHaveLength(1);
  });

  it('whoever has no name at the platform gets an invented one; a professor who is a student here is a student; observers stay outside', async () => {
    const { code } = await classOf();
    const nameless = await enterWith(app, await new TestBrowser().launch(platform, 'u-nameless'));
    expect(nameless.kind).toBe('place');
    expect((await api<ClassTicket>(app, 'GET', `/api/classes/${code}/me`, undefined, nameless.kind === 'place' ? nameless.token : '')).body.name).toMatch(/^[A-Z][a-z]+ \d+$/);
    expect((await enterWith(app, await new TestBrowser().launch(platform, 'u-prof'))).kind).toBe('place');
    expect((await new TestBrowser().launch(platform, 'u-parent')).problem).toBe('lti-no-role');
  });

  it('a ticket is good for one use', async () => {
    await classOf();
    const landed = await new TestBrowser().launch(platform, 'u-ana');
    expect((await enterWith(app, landed)).kind).toBe('place');
    expect((await enterWith(app, landed)).code).toBe('lti-expired');
  });
});

describe('LTI refusals', () => {
  const launch = async (change: Record<string, unknown>, header: Record<string, string> = {}): Promise<string | null> => {
    const browser = new TestBrowser();
    return (await browser.post(await resign(await browser.arrive(platform, 'u-teach'), platform, change, header))).problem;
  };
  it('the meddling of these tests alone is not what is refused', async () => { expect(await launch({})).toBeNull(); });
  it('a signature by another key, or none', async () => {
    const browser = new TestBrowser();
    const other = await generateKeyPair('RS256');
    expect((await browser.post(await resign(await browser.arrive(platform, 'u-teach'), platform, {}, {}, other.privateKey))).problem).toBe('lti-bad-signature');
    expect(await launch({}, { kid: 'unheard-of' })).toBe('lti-bad-signature');
    const bare = async (alg: string): Promise<string | null> => {
      const post = await browser.arrive(platform, 'u-teach');
      const token = `${Buffer.from(JSON.stringify({ alg, kid: platform.key.kid })).toString('base64url')}.${(post.fields['id_token'] ?? '').split('.')[1]}.`;
      return (await browser.post({ ...post, fields: { ...post.fields, id_token: token } })).problem;
    };
    expect(await bare('none')).toBe('lti-bad-signature');
    expect(await bare('HS256')).toBe('lti-bad-signature');
    expect(await bare('RS256')).toBe('lti-bad-signature');
  });
  it('another audience, issuer or authorised party', async () => {
    expect(await launch({ aud: 'another-tool' })).toBe('lti-foreign');
    expect(await launch({ aud: ['another-tool', platform.clientId] })).toBe('lti-foreign');
    expect(await launch({ aud: ['another-tool', platform.clientId], azp: platform.clientId })).toBeNull();
    expect(await launch({ azp: 'another-tool' })).toBe('lti-foreign');
    expect(await launch({ iss: 'https://evil.example' })).toBe('lti-foreign');
  });
  it('what has expired, or was signed too long ago', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await launch({ exp: now - 120 })).toBe('lti-expired');
    expect(await launch({ iat: now - 3600 })).toBe('lti-expired');
    expect(await launch({ exp: undefined })).toBe('lti-bad-message');
  });
  it('a nonce of another login, and a launch sent twice', async () => {
    expect(await launch({ nonce: 'another' })).toBe('lti-replayed');
    const browser = new TestBrowser();
    const post = await browser.arrive(platform, 'u-teach');
    const state = post.fields['state'] ?? '';
    const thief = browser.copy();
    // Both at once, cookies and all: one of them is in.
    const both = await Promise.all([browser.post(post), thief.post(post)]);
    expect(both.filter(({ problem }) => problem === null)).toHaveLength(1);
    expect(both.filter(({ problem }) => problem === 'lti-replayed')).toHaveLength(1);
    expect((await thief.copy().post(post)).problem).toMatch(/lti-replayed|lti-no-cookie/);
    // An old id token under a fresh state.
    const fresh = await browser.arrive(platform, 'u-teach');
    expect((await browser.post({ ...fresh, fields: { ...fresh.fields, id_token: post.fields['id_token'] ?? '' } })).problem).toBe('lti-replayed');
    expect(state).not.toBe(fresh.fields['state']);
  });
  it('a state that nobody began, or another browser did', async () => {
    const browser = new TestBrowser();
    const post = await browser.arrive(platform, 'u-teach');
    expect((await browser.post({ ...post, fields: { ...post.fields, state: 'made-up' } })).problem).toBe('lti-expired');
    expect((await new TestBrowser().post(post)).problem).toBe('lti-no-cookie');
    expect((await browser.post(post)).problem).toBeNull();
  });
  it('a deployment, platform or message that is not known', async () => {
    expect(await launch({ [`${LTI}deployment_id`]: 'elsewhere' })).toBe('lti-wrong-deployment');
    expect(await launch({ [`${LTI}context`]: undefined })).toBe('lti-bad-message');
    expect(await launch({ [`${LTI}version`]: '1.1.0' })).toBe('lti-bad-message');
    expect(await launch({ [`${LTI}message_type`]: 'LtiSubmissionReviewRequest' })).toBe('lti-bad-message');
    const login = async (change: Record<string, string>): Promise<string | null> => {
      const url = platform.initiate('u-teach');
      for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
      return (await landing(await fetch(url, { redirect: 'manual' }))).problem;
    };
    expect(await login({ iss: 'https://unknown.example' })).toBe('lti-unknown-platform');
    expect(await login({ client_id: 'another' })).toBe('lti-unknown-platform');
    expect(await login({ lti_deployment_id: 'elsewhere' })).toBe('lti-wrong-deployment');
    expect((await landing(await fetch(`${app.url}/lti/login`, { redirect: 'manual' }))).problem).toBe('lti-bad-message');
    // The issuer is shown as it came, so it is made harmless; the page may stand in a frame of a platform we do not know.
    const strange = platform.initiate('u-teach');
    strange.searchParams.set('iss', '<script>alert(1)</script>');
    const page = await fetch(strange, { headers: { 'accept-language': 'zh-CN' } });
    expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
    expect(await page.text()).toContain('&#60;script&#62;');
  });
  it('what the platform itself refused: somebody else is signed in there', async () => {
    const browser = new TestBrowser();
    browser.keep(platform.url, await platform.signIn('u-ana'));
    const login = await browser.fetch(platform.initiate('u-teach'));
    const html = await (await browser.fetch(login.headers.get('location') ?? '')).text();
    expect(html).toMatch(/name="error"/);
    const error = /name="error" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const state = /name="state" value="([^"]*)"/.exec(html)?.[1] ?? '';
    expect((await browser.post({ action: `${app.url}/lti/launch`, fields: { error, state } })).problem).toBe('lti-refused');
  });
});

describe('LTI pages', () => {
  it('only registered platforms may frame ours, and take a form from them', async () => {
    const policy = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).headers.get('content-security-policy') ?? '';
    expect(await policy('/')).toContain(`frame-ancestors 'self' ${platform.url}`);
    expect(await policy('/lti')).toContain(`form-action 'self' ${platform.url};`);
    expect(await policy('/')).not.toContain('*');
  });
  it('inside a frame the login first looks whether a cookie stays, and offers a window where none does', async () => {
    const headers = { 'sec-fetch-dest': 'iframe', 'accept-language': 'zh-CN' };
    const first = await fetch(platform.initiate('u-teach'), { redirect: 'manual', headers });
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^lti_check=1; HttpOnly; Path=\/lti; .*Secure; SameSite=None; Partitioned$/);
    const checked = new URL(first.headers.get('location') ?? '', app.url);
    const kept = await fetch(checked, { redirect: 'manual', headers: { ...headers, cookie: 'lti_check=1' } });
    expect(kept.headers.get('location')).toMatch(new RegExp(`^${platform.url}/auth\\?`));
    const lost = await fetch(checked, { redirect: 'manual', headers });
    expect(lost.status).toBe(200);
    const html = await lost.text();
    expect(html).toContain('lang="zh"');
    const again = /href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#38;', '&') ?? '';
    expect(new URL(again, app.url).searchParams.get('lti_message_hint')).toMatch(/^m\d+$/);
    // In the window the same login goes on: nothing of it was used up.
    expect((await fetch(new URL(again, app.url), { redirect: 'manual', headers: { 'sec-fetch-dest': 'document' } })).headers.get('location')).toMatch(new RegExp(`^${platform.url}/auth`));
  });
  it('publishes the public half of our key only', async () => {
    const { keys } = await (await fetch(`${app.url}/lti/jwks`)).json() as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});
