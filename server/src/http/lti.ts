/** HTTP of learning platforms (LTI 1.3): login, launch, our keys, registration; what the page asks afterwards; roster and grades for the desk. */
import express, { type Application, type Handler, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ChooseClass, EnterLti, ReturnGrades } from '@concert/shared/protocol/lti';
import { turn, type Turned } from '../match/MatchHall.ts';
import type { ClassRecord } from '../seminar/ClassStore.ts';
import { isTurned, type Classes } from '../seminar/Classes.ts';
import type { Courses } from '../lti/Courses.ts';
import type { ToolKey } from '../lti/keys.ts';
import { Login, type Launches } from '../lti/launch.ts';
import type { LtiStore } from '../lti/LtiStore.ts';
import { Register, register } from '../lti/register.ts';
import { problemPage, REGISTERED_SCRIPT, registeredPage, windowPage } from './ltiPages.ts';

export interface LtiApiDeps {
  readonly store: LtiStore; readonly launches: Launches; readonly courses: Courses; readonly classes: Classes; readonly key: () => Promise<ToolKey>; readonly now: () => number; readonly log: Logger;
  /** Our address as platforms know it; without it the one the browser used. */
  readonly publicUrl: string | null;
}

/** A launch is larger than anything else a stranger may send. */
export const LAUNCH_PATH = '/lti/launch';
export const LAUNCH_BYTES = 128 * 1024;
const LAUNCHES_PER_MINUTE = 600;
const STATUS: Readonly<Record<string, number>> = { unauthorised: 401, 'unknown-class': 404, 'lti-not-linked': 404, 'lti-expired': 410, 'lti-other-course': 403, 'lti-no-role': 403, 'lti-no-class': 404, 'lti-unreachable': 502, 'too-fast': 429, 'class-full': 409, 'class-closed': 409 };
const refuseWith = (response: Response, { code, params }: Turned): unknown => response.status(STATUS[code] ?? 400).json({ code, params });
const bearer = (request: Request): string => /^Bearer (\S{1,80})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
const badField = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): Turned => turn('bad-message', { field: error.issues[0]?.path.map(String).join('.') ?? '' });
/** Sent back by the platform's form from another site, and, in a frame, kept for that site alone. */
const COOKIE = 'Path=/lti; Max-Age=600; Secure; SameSite=None; Partitioned';
const CHECK = 'lti_check';
/** One a login, so that several links opened at once do not disturb each other. */
const cookieName = (state: string): string => `lti_${state.slice(0, 16).replace(/[^A-Za-z0-9_-]/g, '')}`;
const cookieOf = (request: Request, name: string): string => (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=')).find(([each]) => each === name)?.[1] ?? '';
/** Pages that say something and do nothing may stand in a platform's frame before we know it. */
const anywhere = (response: Response): Response => { response.set({ 'content-security-policy': String(response.getHeader('content-security-policy')).replace(/frame-ancestors [^;]*/, 'frame-ancestors *') }); return response; };
/** What browsers say a page is fetched for when it is to stand inside another one. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'embed', 'object']);

export function serveLti(app: Application, { store, launches, courses, classes, key, now, log, publicUrl }: LtiApiDeps): void {
  const rate = new RateLimiterMemory({ points: LAUNCHES_PER_MINUTE, duration: 60 });
  const fresh: Handler = (_request, response, next) => { response.set({ 'cache-control': 'no-store' }); next(); };
  const json = express.json({ limit: '16kb', strict: true });
  const form = express.urlencoded({ extended: false, limit: LAUNCH_BYTES, parameterLimit: 40 });
  const origin = (request: Request): string => publicUrl ?? `http://${request.headers.host ?? ''}`;
  /** People see a page in their language that says what to do; whoever runs the server sees the code. */
  const problem = (request: Request, response: Response, turned: Turned): unknown => {
    log.info({ lti: turned.code, ...turned.params }, 'a launch was refused');
    return anywhere(response).status(STATUS[turned.code] ?? 400).type('html').send(problemPage(request, turned));
  };
  const slowly: Handler = async (request, response, next) => {
    const spent = await rate.consume(String(request.headers['x-real-ip'] ?? 'unknown')).then(() => null, (limit: { msBeforeNext?: number }) => limit);
    return spent ? refuseWith(response, turn('too-fast', { seconds: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) })) : next();
  };

  const login = (request: Request, response: Response, said: unknown): unknown => {
    const wish = Login.safeParse(said);
    if (!wish.success) return problem(request, response, turn('lti-bad-message', { field: wish.error.issues[0]?.path.map(String).join('.') ?? '' }));
    if (FRAMES.has(String(request.headers['sec-fetch-dest'] ?? ''))) {
      // In a frame: does a cookie stay? Asked by redirects alone, for a script's step would make us the one who sends the browser back, and the platform's own cookie then stays away.
      const again = new URLSearchParams(Object.entries(wish.data).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
      const checked = (said as { checked?: unknown }).checked !== undefined;
      if (!checked) {
        response.append('set-cookie', `${CHECK}=1; HttpOnly; ${COOKIE}`);
        return response.redirect(303, `/lti/login?${again.toString()}&checked`);
      }
      if (cookieOf(request, CHECK) === '') return response.type('html').send(windowPage(request, `/lti/login?${again.toString()}`));
    }
    const begun = launches.begin(wish.data, `${origin(request)}${LAUNCH_PATH}`);
    if ('refused' in begun) return problem(request, response, begun);
    response.append('set-cookie', `${cookieName(begun.state)}=${begun.browser}; HttpOnly; ${COOKIE}`);
    return response.redirect(302, begun.url);
  };
  app.get('/lti/login', fresh, slowly, (request, response) => login(request, response, request.query));
  app.post('/lti/login', fresh, slowly, form, (request, response) => login(request, response, request.body));
  app.post(LAUNCH_PATH, fresh, slowly, form, async (request, response) => {
    const { id_token: idToken, state, error } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof error === 'string') return problem(request, response, turn('lti-refused', { reason: error.slice(0, 60) }));
    if (typeof idToken !== 'string' || typeof state !== 'string') return problem(request, response, turn('lti-bad-message', { field: typeof state === 'string' ? 'id_token' : 'state' }));
    const come = await launches.arrive({ idToken, state, browser: cookieOf(request, cookieName(state)) });
    const ticket = 'refused' in come ? come : courses.admit(come);
    response.append('set-cookie', `${cookieName(state)}=; ${COOKIE.replace('600', '0')}`);
    // In the part of the address that browsers keep to themselves, good for one use.
    return typeof ticket === 'string' ? response.redirect(303, `/lti${'deepLink' in come && come.deepLink ? '?deep' : ''}#${ticket}`) : problem(request, response, ticket);
  });
  app.get(LAUNCH_PATH, fresh, (request, response) => problem(request, response, turn('lti-bad-message', { field: 'id_token' })));
  app.get('/lti/jwks', async (_request, response) => response.set({ 'cache-control': 'public, max-age=300' }).json({ keys: [(await key()).public] }));
  app.get('/lti/registered.js', (_request, response) => response.type('text/javascript').send(REGISTERED_SCRIPT));
  app.get('/lti/register', fresh, slowly, async (request, response) => {
    const wish = Register.safeParse(request.query);
    if (!wish.success) return problem(request, response, turn('lti-bad-message', { field: wish.error.issues[0]?.path.map(String).join('.') ?? '' }));
    const done = await register(store, wish.data, origin(request), now());
    return 'refused' in done ? problem(request, response, done) : anywhere(response).type('html').send(registeredPage(request, done.deployments.length > 0));
  });

  app.post('/api/lti/enter', fresh, json, async (request, response) => {
    const wish = EnterLti.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const entry = await courses.enter(wish.data.ticket, wish.data.known);
    return 'refused' in entry ? refuseWith(response, entry) : response.json(entry);
  });
  app.post('/api/lti/class', fresh, json, async (request, response) => {
    const wish = ChooseClass.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const chosen = await courses.choose(bearer(request), wish.data, `${origin(request)}${LAUNCH_PATH}`);
    return 'refused' in chosen ? refuseWith(response, chosen) : response.json(chosen);
  });

  const withDesk = (found: (request: Request, response: Response, record: ClassRecord) => unknown): Handler => (request, response) => {
    const record = classes.deskOf(String(request.params['code']).slice(0, 12), bearer(request));
    return record ? found(request, response, record) : refuseWith(response, turn('unauthorised'));
  };
  const answer = (response: Response, said: object): unknown => (isTurned(said) ? refuseWith(response, said) : response.json(said));
  app.get('/api/classes/:code/lti', fresh, withDesk((_request, response, record) => answer(response, courses.course(record))));
  app.post('/api/classes/:code/lti/roster', fresh, withDesk(async (_request, response, record) => answer(response, await courses.roster(record))));
  app.post('/api/classes/:code/lti/grades', fresh, json, withDesk(async (request, response, record) => {
    const wish = ReturnGrades.safeParse(request.body);
    return wish.success ? answer(response, await courses.grade(record, wish.data)) : refuseWith(response, badField(wish.error));
  }));
}
