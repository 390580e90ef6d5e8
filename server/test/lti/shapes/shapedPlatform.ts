/** A platform in a given shape: it opens launches, signs them, gives tokens and answers the services as the shape says, and keeps what it is sent. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import type { App } from '../../../src/app.ts';
import { landing, toolAt, type Landing, type TestBrowser } from '../launching.ts';
import type { Launching, Shape, Who } from './shape.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
/** Signs a message in another way than platforms do. */
export type Sign = (claims: JWTPayload, key: { readonly private: CryptoKey; readonly public: CryptoKey; readonly kid: string }) => string | Promise<string>;
const asPlatformsDo: Sign = (claims, key) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' }).sign(key.private);
export interface Scored { readonly at: string; readonly type: string; readonly body: Readonly<Record<string, unknown>> }

export class ShapedPlatform {
  readonly scored: Scored[] = [];
  readonly faults: string[] = [];
  readonly shape: Shape;
  at = '';
  /** The class of the course, which one shape's list of columns names. */
  class = '';
  readonly #app: App;
  readonly #tool: ReturnType<typeof toolAt>;
  readonly #tokens = new Map<string, string>();
  /** How often the keys were fetched. */
  keysAsked = 0;
  #server!: http.Server;
  #key!: Parameters<Sign>[1];
  #keys: JWK[] = [];

  private constructor(shape: Shape, app: App) {
    this.shape = shape;
    this.#app = app;
    this.#tool = toolAt(app.url);
  }

  static async start(shape: Shape, app: App): Promise<ShapedPlatform> {
    const made = new ShapedPlatform(shape, app);
    await made.rotate('platform');
    made.#server = http.createServer((request, response) => { made.#serve(request, response).catch((error: unknown) => { made.faults.push(String(error)); response.writeHead(500).end(); }); });
    await new Promise<void>((go) => { made.#server.listen(0, go); });
    made.at = `http://127.0.0.1:${(made.#server.address() as AddressInfo).port}`;
    made.#know();
    return made;
  }
  /** Signs with a new key from now on, and publishes it beside the old ones. */
  async rotate(kid: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    this.#key = { private: privateKey, public: publicKey, kid };
    const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
    this.#keys.push(this.shape.key?.(jwk) ?? jwk);
  }
  async close(): Promise<void> { this.#server.closeAllConnections(); await new Promise((go) => { this.#server.close(go); }); }

  #know(): void {
    this.#app.lti.savePlatform({ name: this.shape.name, issuer: this.shape.issuer(this.at), clientId: this.shape.client, authUrl: `${this.at}/auth`, tokenUrl: `${this.at}/token`, jwksUrl: `${this.at}/jwks`, tokenAudience: null, deployments: [this.shape.deployment], frames: [], ...this.shape.registered?.(this.at) });
  }

  /** A launch: the login as the platform opens it, our answer checked, the message signed. */
  async launch(browser: TestBrowser, who: Who, launching: Launching, change: Record<string, unknown> = {}, sign: Sign = asPlatformsDo): Promise<Landing> {
    const { method, fields } = this.shape.login(this.at, who, this.#tool.launch);
    const query = new URLSearchParams(fields).toString();
    const login = await browser.fetch(method === 'GET' ? `${this.#tool.login}?${query}` : this.#tool.login, method === 'GET' ? {} : { method, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query });
    const location = login.headers.get('location');
    if (location === null) return landing(login);
    const asked = new URL(location);
    const must = { scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none', client_id: this.shape.client, redirect_uri: this.#tool.launch, login_hint: fields['login_hint'] ?? '', ...(fields['lti_message_hint'] === undefined ? {} : { lti_message_hint: fields['lti_message_hint'] }) };
    for (const [name, value] of Object.entries(must)) if (asked.searchParams.get(name) !== value) this.faults.push(`auth: ${name} is ${asked.searchParams.get(name)}`);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.shape.issuer(this.at), iat: now, exp: now + 300, nonce: asked.searchParams.get('nonce'), ...this.shape.claims(this.at, who, launching, this.#tool.launch), ...change };
    const idToken = await sign(claims as JWTPayload, this.#key);
    return browser.post({ action: this.#tool.launch, fields: { utf8: '✓', authenticity_token: 'x', id_token: idToken, state: asked.searchParams.get('state') ?? '' } });
  }

  /** The answer to a choice of content, as the platform checks it: for it, from its client, its data back. */
  async chosen(jwt: string): Promise<{ readonly custom: Record<string, string>; readonly payload: JWTPayload }> {
    const { payload } = await jwtVerify(jwt, createRemoteJWKSet(new URL(this.#tool.jwks)), { issuer: this.shape.client, audience: this.shape.issuer(this.at), algorithms: ['RS256'], requiredClaims: ['exp', 'iat', 'nonce'] });
    const [item] = payload[`${DL}content_items`] as { type: string; custom: Record<string, string> }[];
    if (item?.type !== 'ltiResourceLink') this.faults.push('deep link: type');
    return { custom: item?.custom ?? {}, payload };
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', this.at);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const json = (status: number, said: unknown, headers: Record<string, string> = {}): unknown => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(said));
    if (url.pathname === '/jwks') { this.keysAsked += 1; return json(200, { keys: this.#keys }); }
    if (url.pathname === '/token') return this.#token(new URLSearchParams(body), json);
    const scope = this.#tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (scope === undefined) { this.faults.push(`token: ${request.method} ${url.pathname}`); return json(401, {}); }
    const path = url.pathname + url.search;
    if (request.method === 'POST' && url.pathname.endsWith('/scores')) {
      if (!scope.endsWith('/score')) this.faults.push('scope of a score');
      this.scored.push({ at: path, type: request.headers['content-type'] ?? '', body: JSON.parse(body) as Scored['body'] });
      return response.writeHead(200, { 'content-type': 'application/json' }).end();
    }
    if (request.method === 'POST') {
      if (!scope.endsWith('/lineitem') || this.shape.made === undefined) { this.faults.push(`a column was made: ${path}`); return json(403, {}); }
      return json(201, { ...(JSON.parse(body) as object), id: this.shape.made(this.at), resourceLinkId: null }, { 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' });
    }
    url.searchParams.delete('resource_id');
    const pages = this.shape.pages(this.at);
    const page = pages[path] ?? pages[url.pathname + url.search];
    if (page === undefined) { this.faults.push(`no such page: ${path}`); return json(404, {}); }
    return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...(page.link === undefined ? {} : { link: page.link }) }).end(JSON.stringify(page.body).replaceAll('"CLASS"', JSON.stringify(this.class)));
  }

  async #token(form: URLSearchParams, json: (status: number, said: unknown) => unknown): Promise<unknown> {
    const scope = form.get('scope') ?? '';
    const audience = this.shape.registered?.(this.at).tokenAudience ?? `${this.at}/token`;
    try {
      const { payload } = await jwtVerify(form.get('client_assertion') ?? '', createRemoteJWKSet(new URL(this.#tool.jwks)), { issuer: this.shape.client, subject: this.shape.client, audience, algorithms: ['RS256'], requiredClaims: ['jti', 'iat', 'exp'] });
      if (Array.isArray(payload.aud)) throw new Error('audience');
    } catch (error) {
      this.faults.push(`assertion: ${String(error)}`);
      return json(400, { error: 'invalid_client' });
    }
    if (form.get('grant_type') !== 'client_credentials' || scope.split(' ').some((each) => !this.shape.scopes.includes(each))) { this.faults.push(`scope: ${scope}`); return json(400, { error: 'invalid_scope' }); }
    const token = `t${this.#tokens.size}`;
    this.#tokens.set(token, scope);
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope, ...this.shape.token });
  }
}
