/**
 * A learning platform for tests, strict where the specification is: its OpenID part (authorization, id tokens, keys, client assertions, access tokens) is
 * `oidc-provider`; courses, launches, deep links, memberships and gradebook are ours, after LTI 1.3, LTI-DL 2.0, LTI-NRPS 2.0 and LTI-AGS 2.0.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, type CryptoKey, type JWK } from 'jose';
import { interactionPolicy, Provider, type OidcContext } from 'oidc-provider';
import { AGS_SCOPES, CourseServices, NRPS_SCOPE, ROLE, type Course, type LineItem, type Score, type User } from './platformServices.ts';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/';
/** A role of the institution, which says nothing about the course. */
const PROFESSOR = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor';

export interface Link { readonly id: string; readonly title: string; readonly custom: Readonly<Record<string, string>>; readonly lineItem: string | null }
export interface Tool { readonly login: string; readonly launch: string; readonly jwks: string }
interface Message { readonly type: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest'; readonly user: string; readonly link: string | null; readonly data?: string }
export interface PlatformOptions { readonly tool: Tool; readonly users: readonly User[]; readonly host?: string; readonly scopes?: readonly string[]; readonly roster?: boolean; /** In every address of the gradebook. */ readonly query?: string; /** People on a page of the roster. */ readonly page?: number }

const CLIENT = 'concert-tool';
const COURSE: Course = { id: 'course-301', label: 'IR 301', title: 'International Relations' };

export class TestPlatform {
  readonly deployment = 'deployment-1';
  readonly clientId = CLIENT;
  readonly course = COURSE;
  url = '';
  links: Link[] = [{ id: 'link-1', title: 'Six-party talks', custom: {}, lineItem: null }];
  /** What a tool did that the specification forbids. */
  readonly faults: string[] = [];
  readonly users: User[];
  readonly scopes: readonly string[];
  /** Requests to the services, for counting. */
  readonly asked: string[] = [];
  key!: { readonly private: CryptoKey; readonly kid: string };
  /** Where deep links go back to: platforms with many addresses use another than the one they are registered by. */
  returnTo = '';
  readonly #tool: Tool;
  readonly #roster: boolean;
  readonly #services: CourseServices;
  readonly #messages = new Map<string, Message>();
  #server!: http.Server;
  #provider!: Provider;
  #seenJti = new Set<string>();

  constructor({ tool, users, scopes = [NRPS_SCOPE, ...AGS_SCOPES], roster = true, query = '?type_id=1', page = 3 }: PlatformOptions) {
    this.#tool = tool;
    this.users = [...users];
    this.scopes = scopes;
    this.#roster = roster;
    this.#services = new CourseServices({ url: () => this.url, course: COURSE, users: this.users, query, page });
  }

  get columns(): readonly LineItem[] { return this.#services.columns; }
  get scores(): readonly Score[] { return this.#services.scores; }

  static async start(options: PlatformOptions): Promise<TestPlatform> {
    const platform = new TestPlatform(options);
    const { host = '127.0.0.1' } = options;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'platform-key', use: 'sig', alg: 'RS256' };
    platform.key = { private: privateKey, kid: 'platform-key' };
    platform.#server = http.createServer((request, response) => { platform.#serve(request, response).catch((error: unknown) => { response.writeHead(500).end(String(error)); }); });
    await new Promise<void>((go) => { platform.#server.listen(0, '127.0.0.1', go); });
    platform.url = `http://${host}:${(platform.#server.address() as AddressInfo).port}`;
    platform.#provider = platform.#openId(jwk);
    platform.#provider.on('grant.error', (_context, error) => { platform.faults.push(`token: ${error.message} ${(error as Error & { error_detail?: string }).error_detail ?? ''}`); });
    return platform;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((go) => { this.#server.close(go); });
  }

  #openId(jwk: JWK): Provider {
    const claims = ['sub', 'name', 'given_name', 'family_name', 'email', ...['message_type', 'version', 'deployment_id', 'target_link_uri', 'roles', 'context', 'resource_link', 'custom', 'tool_platform', 'launch_presentation'].map((name) => `${LTI}${name}`), `${DL}deep_linking_settings`, 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice', `${AGS}claim/endpoint`];
    // Registered as a native client, since only those may come back to a loopback address without TLS; the extra question to their users is not LTI.
    const policy = interactionPolicy.base();
    policy.get('consent').checks.remove('native_client_prompt');
    return new Provider(this.url, {
      clients: [{ client_id: CLIENT, application_type: 'native', redirect_uris: [this.#tool.launch], response_types: ['id_token'], grant_types: ['implicit', 'client_credentials'], token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'RS256', jwks_uri: this.#tool.jwks, scope: ['openid', ...this.scopes].join(' ') }],
      jwks: { keys: [jwk] }, scopes: ['openid', ...this.scopes], claims: { openid: claims }, conformIdTokenClaims: false, responseTypes: ['id_token'], extraParams: ['lti_message_hint'],
      features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
      // The tool is on this machine, which the provider would not fetch keys from.
      fetch: (from: string, { dispatcher: _guard, ...init }: RequestInit & { dispatcher?: unknown }) => globalThis.fetch(from, init),
      interactions: { url: () => '/nobody', policy }, ttl: { ClientCredentials: 600, IdToken: 300, Session: 3600, Grant: 3600 },
      findAccount: (context: OidcContext, id: string) => ({ accountId: id, claims: () => this.#claims(context.oidc.params['lti_message_hint'] ?? '', id) }),
      // Whoever is signed in has consented by taking the course, as long as the hint names them and a launch is under way.
      loadExistingGrant: async ({ oidc }: OidcContext) => {
        if (oidc.params['login_hint'] !== oidc.session.accountId || this.#messages.get(oidc.params['lti_message_hint'] ?? '')?.user !== oidc.session.accountId) return undefined;
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
  }

  /** The claims of the launch this hint stands for. */
  #claims(hint: string, id: string): Record<string, unknown> {
    const message = this.#messages.get(hint);
    const user = this.users.find((each) => each.id === id);
    if (!message || !user) return { sub: id };
    const link = this.links.find((each) => each.id === message.link);
    return {
      sub: id, ...(user.name === null ? {} : { name: user.name, given_name: user.name.split(' ')[0], family_name: user.name.split(' ').slice(1).join(' ') }), ...(user.email === undefined ? {} : { email: user.email }),
      [`${LTI}message_type`]: message.type, [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: this.deployment, [`${LTI}target_link_uri`]: this.#tool.launch,
      [`${LTI}roles`]: [ROLE[user.role], ...(user.professor === true ? [PROFESSOR] : [])], [`${LTI}context`]: { ...COURSE, type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'] },
      [`${LTI}tool_platform`]: { guid: 'test-platform', name: 'Test platform' }, [`${LTI}launch_presentation`]: { document_target: 'iframe', locale: 'en' },
      ...(this.#roster ? { 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': { context_memberships_url: this.#services.membershipsUrl, service_versions: ['2.0'] } } : {}),
      ...(this.scopes.some((scope) => scope.startsWith(AGS)) ? { [`${AGS}claim/endpoint`]: { scope: this.scopes.filter((scope) => scope.startsWith(AGS)), lineitems: this.#services.lineItemsUrl, ...(link?.lineItem ? { lineitem: link.lineItem } : {}) } } : {}),
      ...(message.type === 'LtiResourceLinkRequest' ? { [`${LTI}resource_link`]: { id: link?.id ?? 'none', title: link?.title }, [`${LTI}custom`]: link?.custom ?? {} } : {}),
      ...(message.type === 'LtiDeepLinkingRequest' ? { [`${DL}deep_linking_settings`]: { deep_link_return_url: `${this.returnTo || this.url}/deep`, accept_types: ['ltiResourceLink'], accept_presentation_document_targets: ['iframe', 'window'], accept_multiple: false, auto_create: true, data: message.data } } : {}),
    };
  }

  /** Signs a user in at the platform: the session cookie the OpenID part looks for. */
  async signIn(user: string): Promise<string> {
    const session = new this.#provider.Session();
    session.loginAccount({ accountId: user });
    await session.save(3600);
    return `${this.#provider.cookieName('session')}=${session.jti}`;
  }

  /** Where a click on a link of the course (or on "choose content") sends the browser. */
  initiate(user: string, link: string | null = 'link-1', data = 'opaque data & more'): URL {
    const hint = `m${this.#messages.size + 1}`;
    this.#messages.set(hint, link === null ? { type: 'LtiDeepLinkingRequest', user, link, data } : { type: 'LtiResourceLinkRequest', user, link });
    const url = new URL(this.#tool.login);
    for (const [name, value] of Object.entries({ iss: this.url, login_hint: user, target_link_uri: this.#tool.launch, client_id: CLIENT, lti_deployment_id: this.deployment, lti_message_hint: hint })) url.searchParams.set(name, value);
    return url;
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const json = (status: number, type: string, body: unknown, headers: Record<string, string> = {}): void => { response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body)); };
    if (url.pathname === '/course') return this.#coursePage(url, response);
    if (url.pathname === '/open') return void response.writeHead(302, { location: this.initiate(url.searchParams.get('as') ?? '', url.searchParams.get('link')).href }).end();
    if (url.pathname === '/.well-known/openid-configuration' && url.searchParams.has('registering')) return json(200, 'application/json', this.#configuration());
    if (url.pathname === '/register') return this.#register(request, await bodyOf(request), json);
    if (url.pathname === '/deep') return this.#deepLinked(await bodyOf(request), response);
    if (CourseServices.serves(url.pathname)) return this.#service(request, url, await bodyOf(request), json);
    if (url.pathname === '/auth') for (const [name, value] of [['response_mode', 'form_post'], ['prompt', 'none'], ['scope', 'openid'], ['response_type', 'id_token']] as const) if (url.searchParams.get(name) !== value) this.faults.push(`auth: ${name} is ${url.searchParams.get(name)}`);
    await this.#provider.callback()(request, response);
  }

  /** Dynamic registration (LTI-DR 1.0, 3.5.2): what the platform says of itself, with all that must be there. */
  #configuration(): object {
    return {
      issuer: this.url, authorization_endpoint: `${this.url}/auth`, token_endpoint: `${this.url}/token`, jwks_uri: `${this.url}/jwks`, registration_endpoint: `${this.url}/register`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'], token_endpoint_auth_signing_alg_values_supported: ['RS256'], id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', ...this.scopes], response_types_supported: ['id_token'], subject_types_supported: ['public'], claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
      'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'test', version: '1', messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }], variables: [] },
    };
  }
  /** A tool's registration (LTI-DR 1.0, 3.6), checked: every address is the tool's own, the launch among them, and no more is asked than is offered. */
  #register(request: http.IncomingMessage, body: string, json: (status: number, type: string, body: unknown) => void): void {
    const asked = JSON.parse(body) as Record<string, unknown>;
    const tool = asked['https://purl.imsglobal.org/spec/lti-tool-configuration'] as Record<string, unknown>;
    const { host, hostname, origin } = new URL(this.#tool.launch);
    const ours = (address: unknown): boolean => URL.canParse(String(address)) && new URL(String(address)).origin === origin;
    const back = asked['redirect_uris'] as readonly string[];
    const messages = (tool['messages'] as readonly { type: string }[]).map(({ type }) => type);
    const wrong = Object.entries({
      token: request.headers.authorization === 'Bearer registration-token', type: (request.headers['content-type'] ?? '').startsWith('application/json'), application: asked['application_type'] === 'web', name: typeof asked['client_name'] === 'string',
      method: asked['token_endpoint_auth_method'] === 'private_key_jwt', login: asked['initiate_login_uri'] === this.#tool.login, keys: asked['jwks_uri'] === this.#tool.jwks, back: back.includes(this.#tool.launch) && back.every(ours),
      response: JSON.stringify(asked['response_types']) === '["id_token"]', grants: ['implicit', 'client_credentials'].every((grant) => (asked['grant_types'] as readonly string[]).includes(grant)),
      scope: String(asked['scope']).split(' ').every((scope) => this.scopes.includes(scope)), domain: [host, hostname].includes(String(tool['domain'])), target: ours(tool['target_link_uri']), claims: Array.isArray(tool['claims']), messages: messages.includes('LtiResourceLinkRequest'),
    }).flatMap(([what, right]) => (right ? [] : [what]));
    if (wrong.length > 0) { this.faults.push(`registration: ${wrong.join(', ')}`); json(400, 'application/json', { error: 'invalid_client_metadata', error_description: wrong.join(', ') }); return; }
    json(200, 'application/json', { ...asked, client_id: CLIENT, 'https://purl.imsglobal.org/spec/lti-tool-configuration': { ...tool, deployment_id: this.deployment } });
  }

  /** The page of the course, as an instructor or learner sees it: links, and a frame they open in. */
  async #coursePage(url: URL, response: http.ServerResponse): Promise<void> {
    const as = url.searchParams.get('as') ?? '';
    const open = (link: string | null): string => `/open?${new URLSearchParams({ as, ...(link === null ? {} : { link }) }).toString()}`;
    const user = this.users.find(({ id }) => id === as);
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': `${await this.signIn(as)}; Path=/; HttpOnly` }).end(`<!doctype html><title>Course</title><h1>${COURSE.title}</h1><ul>${this.links.map((link) => `<li><a target="tool" href="${open(link.id)}">${link.title}</a> <a target="_blank" href="${open(link.id)}">${link.title} (window)</a></li>`).join('')}</ul>${user?.role === 'instructor' ? `<p><a target="tool" href="${open(null)}">Choose content</a></p>` : ''}<iframe name="tool" title="tool" width="1200" height="800"></iframe>`);
  }

  /** A request to the services by whoever holds a token of ours. */
  async #service(request: http.IncomingMessage, url: URL, body: string, json: (status: number, type: string, body: unknown, headers?: Record<string, string>) => void): Promise<void> {
    this.asked.push(`${request.method} ${url.pathname}`);
    const token = await this.#provider.ClientCredentials.find(/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    const said = !token || token.isExpired || token.clientId !== CLIENT ? 'token' : this.#services.answer(request, url, body, (token.scope ?? '').split(' '));
    if (typeof said !== 'string') return json(said.status, said.type ?? 'application/json', said.body ?? null, said.headers);
    this.faults.push(`${request.method} ${url.pathname}: ${said}`);
    json(said.startsWith('token') ? 401 : 400, 'application/json', { error: said });
  }

  /** The deep-linking response (LTI-DL 2.0, 4.5): signed by the tool, for us, once, with our data back. */
  async #deepLinked(body: string, response: http.ServerResponse): Promise<void> {
    try {
      const { payload } = await jwtVerify(new URLSearchParams(body).get('JWT') ?? '', createRemoteJWKSet(new URL(this.#tool.jwks)), { issuer: CLIENT, audience: this.url, algorithms: ['RS256'], requiredClaims: ['exp', 'iat', 'nonce'] });
      const must = (ok: boolean, what: string): void => { if (!ok) throw new Error(what); };
      must(payload[`${LTI}message_type`] === 'LtiDeepLinkingResponse' && payload[`${LTI}version`] === '1.3.0', 'message');
      must(payload[`${LTI}deployment_id`] === this.deployment, 'deployment');
      must(payload[`${DL}data`] === 'opaque data & more', 'data');
      must(!this.#seenJti.has(String(payload['nonce'])), 'nonce');
      this.#seenJti.add(String(payload['nonce']));
      const items = payload[`${DL}content_items`] as { type: string; title?: string; url?: string; custom?: Record<string, string>; lineItem?: { label: string; scoreMaximum: number; resourceId?: string; tag?: string } }[];
      must(items.length === 1 && items.every((item) => item.type === 'ltiResourceLink' && (item.url === undefined || item.url === this.#tool.launch)), 'items');
      for (const { title = '', custom = {}, lineItem } of items) {
        const id = `link-${this.links.length + 1}`;
        if (lineItem) must(lineItem.scoreMaximum > 0 && lineItem.label !== '', 'line item');
        const column = lineItem ? this.#services.addColumn({ ...lineItem, resourceLinkId: id }).id : null;
        this.links.push({ id, title, custom, lineItem: column });
      }
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Chosen</title><p>Content was added.</p>');
    } catch (error) {
      this.faults.push(`deep link: ${(error as Error).message}`);
      response.writeHead(400).end(String(error));
    }
  }
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
