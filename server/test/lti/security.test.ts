/** What somebody might try who holds a browser, a platform of their own, or a platform's public key; launch.test.ts has the plain refusals, this has the crafted ones. */
import { createHmac } from 'node:crypto';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LtiChosen } from '@concert/shared/protocol/lti';
import { createApp, type App } from '../../src/app.ts';
import { api, enterWith, TestBrowser } from './launching.ts';
import { moodle } from './shapes/moodle.ts';
import { DL, LTI, type Shape } from './shapes/shape.ts';
import { ShapedPlatform, type Sign } from './shapes/shapedPlatform.ts';

let app: App;
const platforms: ShapedPlatform[] = [];
const begin = async (shape: Shape = moodle): Promise<ShapedPlatform> => { const platform = await ShapedPlatform.start(shape, app); platforms.push(platform); return platform; };
beforeEach(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterEach(async () => { vi.useRealTimers(); for (const platform of platforms.splice(0)) await platform.close(); await app.close(); });
const LINK = { kind: 'link', class: null } as const;
const teach = async (platform: ShapedPlatform, change: Record<string, unknown> = {}, sign?: Sign): Promise<string | null> => (await platform.launch(new TestBrowser(), 'instructor', LINK, change, sign)).problem;
const part = (of: unknown): string => Buffer.from(typeof of === 'string' ? of : JSON.stringify(of)).toString('base64url');
async function open(platform: ShapedPlatform, kind: 'deep' | 'link' = 'link', change: Record<string, unknown> = {}): Promise<{ readonly secret: string; readonly status: number; readonly body: LtiChosen & { readonly code?: string } }> {
  const entry = await enterWith(app, await platform.launch(new TestBrowser(), 'instructor', kind === 'deep' ? { kind } : LINK, change));
  const secret = entry.kind === 'choose' ? entry.secret : '';
  return { secret, ...(await api<LtiChosen>(app, 'POST', '/api/lti/class', { create: { scenario: 'six-party', plan: 'meetings', tables: 1 } }, secret)) };
}

describe('a message that is not signed as it should be', () => {
  const confused = (of: (key: Parameters<Sign>[1]) => Promise<string | Buffer>): Sign => async (claims, key) => {
    const head = `${part({ alg: 'HS256', kid: key.kid, typ: 'JWT' })}.${part(claims)}`;
    return `${head}.${createHmac('sha256', await of(key)).update(head).digest('base64url')}`;
  };
  it.each<[string, Sign]>([
    ['by nobody ("none")', (claims, { kid }) => `${part({ alg: 'none', kid })}.${part(claims)}.`], ['by nobody, in capitals', (claims, { kid }) => `${part({ alg: 'NONE', kid })}.${part(claims)}.`], ['by nobody, without an algorithm', (claims, { kid }) => `${part({ kid })}.${part(claims)}.`],
    ['with the public key as a shared secret, as text', confused(({ public: key }) => exportSPKI(key))], ['with the public key as a shared secret, trimmed', confused(async ({ public: key }) => (await exportSPKI(key)).trim())],
    ['with the public key as a shared secret, its number', confused(async ({ public: key }) => Buffer.from((await exportJWK(key)).n ?? '', 'base64url'))], ['with the published key as it stands', confused(async ({ public: key }) => JSON.stringify(await exportJWK(key)))],
    ['with a key it brings along', async (claims, { kid }) => { const own = await generateKeyPair('RS256', { extractable: true }); return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, jwk: await exportJWK(own.publicKey) }).sign(own.privateKey); }],
    ['with a key of the sender’s address', async (claims, { kid }) => { const own = await generateKeyPair('RS256'); return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, jku: 'http://127.0.0.1:1/jwks', x5u: 'http://127.0.0.1:1/x' }).sign(own.privateKey); }],
    ['with a rule we must know and do not', async (claims, key) => new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'RS256', kid: key.kid, crit: ['exp'], exp: 1 }).sign(key.private, { crit: { exp: true } })],
    ['rightly, and changed afterwards', async (claims, key) => { const [head, , signature] = (await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.private)).split('.'); return `${head}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`; }],
    ['at all: not a token', () => 'aaa.bbb.ccc'], ['at all: encrypted', () => 'a.b.c.d.e'],
  ])('%s', async (_what, sign) => {
    const platform = await begin();
    expect(await teach(platform, {}, sign)).toBe('lti-bad-signature');
    expect(await teach(platform)).toBeNull();
  });

  it('a key that is not known makes us look once, not as often as somebody likes; a new key is found', async () => {
    const platform = await begin();
    const unknown: Sign = (claims, key) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'unheard-of' }).sign(key.private);
    expect(await teach(platform)).toBeNull();
    expect(platform.keysAsked).toBe(1);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 15_000);
    for (let times = 0; times < 4; times += 1) expect(await teach(platform, {}, unknown)).toBe('lti-bad-signature');
    expect(platform.keysAsked).toBe(2);
    await platform.rotate('new-key');
    vi.setSystemTime(Date.now() + 15_000);
    expect(await teach(platform)).toBeNull();
    expect(platform.keysAsked).toBe(3);
  });
});

describe('a message out of its place', () => {
  it('a right one of another platform, under a login at this one', async () => {
    const [one, two] = [await begin(), await begin()];
    // The same client id at both, as if by chance: the issuer tells, and where even that is copied, the key.
    expect(await teach(one, { iss: two.shape.issuer(two.at) })).toBe('lti-foreign');
    let theirs = '';
    await two.launch(new TestBrowser(), 'instructor', LINK, {}, async (claims, key) => { theirs = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.private); return theirs; });
    expect(await teach(one, {}, () => theirs)).toBe('lti-bad-signature');
    expect(await teach(one, {}, async (claims) => { const own = await generateKeyPair('RS256'); return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'platform' }).sign(own.privateKey); })).toBe('lti-bad-signature');
  });

  it('twice the same name in a form, and forms without end', async () => {
    await begin();
    const send = async (body: string): Promise<{ status: number; text: string }> => { const answer = await fetch(`${app.url}/lti/launch`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }); return { status: answer.status, text: await answer.text() }; };
    expect((await send('id_token=a&id_token=b&state=c')).text).toContain('lti-bad-message');
    expect((await send('id_token=a&state=c&state=d')).text).toContain('lti-bad-message');
    // Refused by its length, before it is read.
    expect((await send(`state=s&id_token=${'a'.repeat(200_000)}`)).status).toBe(413);
    // Large, and yet to be read: 90 kB of roles are more than a person can have.
    const platform = platforms[0]!;
    expect(await teach(platform, { [`${LTI}roles`]: Array.from({ length: 1500 }, () => 'http://purl.imsglobal.org/vocab/lis/v2/membership#X') })).toBe('lti-bad-message');
    expect(await teach(platform, { name: 'x'.repeat(90_000) })).toBe('lti-bad-message');
  });

  it('the class of one platform is out of reach for another, though it name the same course, user and class', async () => {
    const [one, two] = [await begin(), await begin()];
    const made = (await open(one)).body;
    const learner = await two.launch(new TestBrowser(), 'learner', { kind: 'link', class: made.code });
    expect(learner.problem).toBe('lti-no-class');
    const entry = await enterWith(app, await two.launch(new TestBrowser(), 'instructor', { kind: 'link', class: made.code }));
    expect(entry).toMatchObject({ kind: 'choose', classes: [] });
    expect((await api(app, 'POST', '/api/lti/class', { class: made.code }, entry.kind === 'choose' ? entry.secret : '')).body.code).toBe('lti-other-course');
  });
});

describe('an answer that would go astray', () => {
  const settings = (address: string): Record<string, unknown> => ({ [DL]: { deep_link_return_url: address, accept_types: ['ltiResourceLink'], accept_presentation_document_targets: ['iframe'] } });
  it('to another platform, registered or not, to another port, scheme or name', async () => {
    const [one, two] = [await begin(), await begin()];
    for (const address of [`${two.at}/deep`, 'https://elsewhere.example/deep', one.at.replace('http:', 'https:'), `${one.at.replace('127.0.0.1', 'localhost')}/deep`, `http://127.0.0.1:1@elsewhere.example/`]) {
      const { status, body } = await open(one, 'deep', settings(address));
      expect([address, status, body.code]).toEqual([address, 400, 'lti-return-address']);
    }
    expect(await platforms[0]!.launch(new TestBrowser(), 'instructor', { kind: 'deep' }, settings('javascript:alert(1)'))).toMatchObject({ ticket: null, problem: 'lti-bad-message' });
  });

  it('is given once: the choice made again is refused', async () => {
    const platform = await begin();
    const first = await open(platform, 'deep');
    expect([first.status, first.body.back?.url.startsWith(platform.at)]).toEqual([200, true]);
    expect((await api(app, 'POST', '/api/lti/class', { class: first.body.code }, first.secret)).body.code).toBe('lti-expired');
    expect((await api(app, 'POST', '/api/lti/class', { class: first.body.code }, 'guess')).body.code).toBe('lti-expired');
  });

  it('a learner cannot choose content, whatever the message says', async () => {
    const platform = await begin();
    await open(platform);
    expect((await platform.launch(new TestBrowser(), 'learner', { kind: 'deep' })).problem).toBe('lti-no-role');
  });
});
