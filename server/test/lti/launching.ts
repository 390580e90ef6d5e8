/** A browser's part of a launch over real HTTP: cookies kept by origin, redirects and forms followed one at a time so that a test may meddle in between. */
import { SignJWT } from 'jose';
import type { LtiEntry } from '@concert/shared/protocol/lti';
import type { App } from '../../src/app.ts';
import type { TestPlatform } from './platform.ts';

export interface Post { readonly action: string; readonly fields: Readonly<Record<string, string>> }
/** Where a launch came out: a ticket, or the code of what went wrong. */
export interface Landing { readonly ticket: string | null; readonly problem: string | null; readonly status: number; readonly text: string }

export class TestBrowser {
  readonly #jar = new Map<string, Map<string, string>>();

  async fetch(url: URL | string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const cookies = [...(this.#jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...(cookies ? { cookie: cookies } : {}) } });
    for (const line of response.headers.getSetCookie()) this.keep(origin, line.split(';')[0] ?? '');
    return response;
  }
  keep(origin: string, cookie: string): void {
    const jar = this.#jar.get(origin) ?? new Map<string, string>();
    jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
    this.#jar.set(origin, jar);
  }

  /** Another browser with the same cookies: what a thief would have who read them all. */
  copy(): TestBrowser {
    const other = new TestBrowser();
    for (const [origin, jar] of this.#jar) for (const [name, value] of jar) other.keep(origin, `${name}=${value}`);
    return other;
  }

  /** From a click to the form the platform has the browser post to us. */
  async arrive(platform: TestPlatform, user: string, link: string | null = 'link-1'): Promise<Post> {
    this.keep(platform.url, await platform.signIn(user));
    const login = await this.fetch(platform.initiate(user, link));
    const authorize = login.headers.get('location') ?? '';
    if (!authorize.startsWith(platform.url)) throw new Error(`login led to ${authorize}`);
    const html = await (await this.fetch(authorize)).text();
    const fields = Object.fromEntries([...html.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
    if (fields['error'] !== undefined) throw new Error(`the platform said ${fields['error']}: ${fields['error_description']}`);
    return { action: /action="([^"]*)"/.exec(html)?.[1] ?? '', fields };
  }
  async post({ action, fields }: Post): Promise<Landing> {
    const response = await this.fetch(action, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
    return landing(response);
  }
  async launch(platform: TestPlatform, user: string, link: string | null = 'link-1'): Promise<Landing> { return this.post(await this.arrive(platform, user, link)); }
}

export async function landing(response: Response): Promise<Landing> {
  const ticket = new URL(response.headers.get('location') ?? '/', 'http://tool').hash.slice(1);
  const text = await response.text();
  return { ticket: ticket === '' ? null : ticket, problem: /data-problem="([^"]*)"/.exec(text)?.[1] ?? null, status: response.status, text };
}

export interface Reply<T> { readonly status: number; readonly body: T & { readonly code?: string } }
export async function api<T>(app: App, method: string, path: string, body?: object, token?: string): Promise<Reply<T>> {
  const response = await fetch(`${app.url}${path}`, { method, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: await response.json() as Reply<T>['body'] };
}
export const enterWith = async (app: App, { ticket, problem }: Landing, known: readonly string[] = []): Promise<LtiEntry & { readonly code?: string }> => {
  if (ticket === null) throw new Error(`no ticket: ${problem}`);
  return (await api<LtiEntry>(app, 'POST', '/api/lti/enter', { ticket, known })).body;
};
/** The tool's addresses on this server. */
export const toolAt = (url: string): { readonly login: string; readonly launch: string; readonly jwks: string } => ({ login: `${url}/lti/login`, launch: `${url}/lti/launch`, jwks: `${url}/lti/jwks` });
/** Makes the platform known to the server, as the operator does. */
export const know = (app: Pick<App, 'lti'>, platform: TestPlatform, more: object = {}): void => {
  app.lti.savePlatform({ name: 'Test platform', issuer: platform.url, clientId: platform.clientId, authUrl: `${platform.url}/auth`, tokenUrl: `${platform.url}/token`, jwksUrl: `${platform.url}/jwks`, tokenAudience: null, deployments: [platform.deployment], frames: [], ...more });
};

/** The claims of an id token, unproved. */
export const claimsOf = (idToken: string): Record<string, unknown> => JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
/** The same launch with other claims, signed by the platform's own key or by another. */
export const resign = (post: Post, platform: TestPlatform, change: Record<string, unknown>, header: Record<string, string> = {}, key: Parameters<SignJWT['sign']>[0] = platform.key.private): Promise<Post> =>
  new SignJWT({ ...claimsOf(post.fields['id_token'] ?? ''), ...change }).setProtectedHeader({ alg: 'RS256', kid: platform.key.kid, ...header }).sign(key).then((idToken) => ({ ...post, fields: { ...post.fields, id_token: idToken } }));
