/** What we ask of a platform on our own behalf: an access token by signed assertion (RFC 7523), the names of a course (NRPS), a column of the gradebook and points in it (AGS). */
import { SignJWT } from 'jose';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { SCOPE } from './claims.ts';
import type { ToolKey } from './keys.ts';
import type { Course, Platform } from './LtiStore.ts';

const TIMEOUT_MS = 10_000;
const MOST_PAGES = 20;
const MOST_BYTES = 4_000_000;

/** The platform could not be reached, or answered something we cannot use; `status` is its answer, 0 for none. */
export class PlatformError extends Error {
  readonly status: number;
  constructor(what: string, status: number) {
    super(`${what}: ${status || 'no answer'}`);
    this.status = status;
  }
}

const Members = z.object({ members: z.array(z.object({ user_id: z.union([z.string(), z.number().int().transform(String)]).pipe(z.string().min(1).max(255)), roles: z.array(z.string()).nullish().transform((roles) => roles ?? []), status: z.string().nullish(), name: z.string().nullish(), given_name: z.string().nullish(), family_name: z.string().nullish() })) });
export type CourseMember = z.infer<typeof Members>['members'][number];
const LineItem = z.object({ id: z.url({ protocol: /^https?$/ }), resourceId: z.string().nullish(), tag: z.string().nullish() });
const TAG = 'concert';
export interface Points { readonly user: string; readonly points: number; readonly comment?: string | undefined }

export class PlatformServices {
  readonly #key: () => Promise<ToolKey>;
  readonly #now: () => number;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(key: () => Promise<ToolKey>, now: () => number) {
    this.#key = key;
    this.#now = now;
  }

  async #token(platform: Platform, scopes: readonly string[]): Promise<string> {
    const scope = scopes.join(' ');
    const cached = this.#tokens.get(`${platform.id} ${scope}`);
    if (cached && cached.until > this.#now()) return cached.token;
    const key = await this.#key();
    const now = Math.floor(this.#now() / 1000);
    const assertion = await new SignJWT({ jti: nanoid() }).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' }).setIssuer(platform.clientId).setSubject(platform.clientId)
      .setAudience(platform.tokenAudience ?? platform.tokenUrl).setIssuedAt(now).setExpirationTime(now + 300).sign(key.private);
    const { text } = await ask('token', platform.tokenUrl, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion, scope }) });
    const { access_token: token, expires_in: seconds } = read('token', z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(300) }), text);
    this.#tokens.set(`${platform.id} ${scope}`, { token, until: this.#now() + Math.max(0, seconds - 60) * 1000 });
    return token;
  }

  /** Everybody of the course, page by page. */
  async members(platform: Platform, url: string): Promise<readonly CourseMember[]> {
    const headers = { authorization: `Bearer ${await this.#token(platform, [SCOPE.members])}`, accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' };
    return this.#pages('memberships', url, headers, (text) => read('memberships', Members, text).members);
  }

  /** A list that may come in pages, each with the address of the next in its header (RFC 8288). */
  async #pages<T>(what: string, url: string, headers: Record<string, string>, items: (text: string) => readonly T[]): Promise<readonly T[]> {
    const all: T[] = [];
    let next: string | null = url;
    for (let page = 0; next !== null && page < MOST_PAGES; page += 1) {
      const from: string = next;
      const { text, link } = await ask(what, from, { headers });
      all.push(...items(text));
      const found = /<([^>]+)>\s*;[^,]*rel="?next"?/i.exec(link)?.[1];
      next = found === undefined ? null : new URL(found, from).href;
    }
    return all;
  }

  /** The column of a class: the one of its link, one made before, or a new one. */
  async column(platform: Platform, course: Course, label: string): Promise<string> {
    if (course.lineItemUrl !== null) return course.lineItemUrl;
    if (course.lineItemsUrl === null || !course.scopes.includes(SCOPE.lineItem)) throw new PlatformError('line items', 403);
    const authorization = `Bearer ${await this.#token(platform, [SCOPE.lineItem])}`;
    const list = new URL(course.lineItemsUrl);
    list.searchParams.set('resource_id', course.class);
    const columns = await this.#pages('line items', list.href, { authorization, accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json' }, (text) => read('line items', z.array(LineItem), text));
    const mine = columns.find(({ resourceId, tag }) => resourceId === course.class && tag === TAG);
    if (mine) return mine.id;
    const made = await ask('line items', course.lineItemsUrl, { method: 'POST', headers: { authorization, 'content-type': 'application/vnd.ims.lis.v2.lineitem+json', accept: 'application/vnd.ims.lis.v2.lineitem+json' }, body: JSON.stringify({ scoreMaximum: 100, label, resourceId: course.class, tag: TAG }) });
    return read('line items', LineItem, made.text).id;
  }

  async score(platform: Platform, column: string, { user, points, comment }: Points): Promise<void> {
    // The address of the scores is the column's with `/scores` after its path; whatever it has as a query stays (AGS 3.4).
    const url = new URL(column);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
    await ask('score', url.href, {
      method: 'POST', headers: { authorization: `Bearer ${await this.#token(platform, [SCOPE.score])}`, 'content-type': 'application/vnd.ims.lis.v1.score+json' },
      body: JSON.stringify({ userId: user, scoreGiven: points, scoreMaximum: 100, ...(comment === undefined ? {} : { comment }), timestamp: new Date(this.#now()).toISOString(), activityProgress: 'Completed', gradingProgress: 'FullyGraded' }),
    });
  }
}

/** One request to a platform: no redirects, no endless answers. */
export async function ask(what: string, url: string, init: RequestInit): Promise<{ readonly text: string; readonly link: string }> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, headers: { 'user-agent': 'concert', ...(init.headers as Record<string, string> | undefined) }, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    text = await response.text();
  } catch {
    throw new PlatformError(what, 0);
  }
  if (!response.ok || text.length > MOST_BYTES) throw new PlatformError(what, response.status);
  return { text, link: response.headers.get('link') ?? '' };
}

export function read<T>(what: string, schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new PlatformError(`${what} unreadable`, 200);
  }
}
