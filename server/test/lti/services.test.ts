/** Deep links, the roster and the grades of a course, asked of a platform over real HTTP (LTI-DL, NRPS, AGS). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LtiChosen, LtiCourse, LtiGrades, LtiRoster } from '@concert/shared/protocol/lti';
import { createApp, type App } from '../../src/app.ts';
import type { ClassOverview } from '../../src/seminar/overview.ts';
import { api, enterWith, know, TestBrowser, toolAt } from './launching.ts';
import { TestPlatform, type PlatformOptions } from './platform.ts';
import { AGS_SCOPES, NRPS_SCOPE } from './platformServices.ts';

const USERS = [
  { id: 'u-teach', name: 'Grace Park', role: 'instructor' }, { id: 'u-1', name: 'Ana López', role: 'learner' }, { id: 'u-2', name: '王芳', role: 'learner' },
  { id: 'u-3', name: '王芳', role: 'learner' }, { id: 'u-4', name: null, role: 'learner' }, { id: 'u-5', name: 'Gone Again', role: 'learner', inactive: true }, { id: 'u-6', name: 'A Parent', role: 'observer' },
] as const;
let app: App;
let platform: TestPlatform;
const begin = async (options: Partial<PlatformOptions> = {}): Promise<void> => {
  platform = await TestPlatform.start({ tool: toolAt(app.url), users: USERS, ...options });
  know(app, platform);
};
beforeEach(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterEach(async () => { await platform.close(); await app.close(); });

async function open(link: string | null = 'link-1', wish: object = { create: { scenario: 'six-party', plan: 'meetings', tables: 1, title: 'Class 1' } }): Promise<LtiChosen & { readonly status: number; readonly problem: string | undefined }> {
  const entry = await enterWith(app, await new TestBrowser().launch(platform, 'u-teach', link));
  const { body, status } = await api<LtiChosen>(app, 'POST', '/api/lti/class', wish, entry.kind === 'choose' ? entry.secret : '');
  return { ...body, status, problem: (body as { code?: string }).code };
}
const people = async (code: string, token: string): Promise<ClassOverview['people']> => (await api<ClassOverview>(app, 'GET', `/api/classes/${code}/desk`, undefined, token)).body.people;
const back = (url: string, jwt: string): Promise<Response> => fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ JWT: jwt }).toString() });

it('deep linking: the link carries the class, and whoever follows it comes to that class and no other', async () => {
  await begin();
  const first = await open();
  const second = await open(null);
  expect(second.back?.url).toBe(`${platform.url}/deep`);
  expect((await back(second.back?.url ?? '', second.back?.jwt ?? '')).status).toBe(200);
  expect(platform.faults).toEqual([]);
  expect(platform.links[1]).toMatchObject({ title: 'Class 1', custom: { class: second.code } });
  expect(platform.columns).toMatchObject([{ label: 'Class 1', scoreMaximum: 100, resourceId: second.code, tag: 'concert' }]);
  expect(second.code).not.toBe(first.code);
  expect(await enterWith(app, await new TestBrowser().launch(platform, 'u-1', 'link-2'))).toMatchObject({ kind: 'place', code: second.code });
  expect(await enterWith(app, await new TestBrowser().launch(platform, 'u-teach', 'link-2'))).toMatchObject({ kind: 'desk', code: second.code });
  // The same answer twice is refused by the platform: a fresh one differs.
  expect((await back(second.back?.url ?? '', second.back?.jwt ?? '')).status).toBe(400);
});

it('deep linking offers the classes of the course, and a class just set up to whoever holds its key; never the class of another course', async () => {
  await begin();
  const made = await open();
  const own = (await api<{ code: string; token: string }>(app, 'POST', '/api/classes', { scenario: 'six-party', plan: 'meetings', title: 'Set up by hand' })).body;
  const choose = async (wish: object): Promise<{ status: number; code: string | undefined }> => { const { status, problem } = await open(null, wish); return { status, code: problem }; };
  const entry = await enterWith(app, await new TestBrowser().launch(platform, 'u-teach', null));
  expect(entry).toMatchObject({ kind: 'choose', deepLink: true, classes: [{ code: made.code, title: 'Class 1', people: 0 }] });
  expect(await choose({ class: made.code })).toEqual({ status: 200, code: made.code });
  expect(await choose({ class: own.code })).toMatchObject({ code: 'unauthorised' });
  expect(await choose({ class: own.code, desk: own.token })).toEqual({ status: 200, code: own.code });
  expect(await choose({ class: 'ZZZZZZ' })).toMatchObject({ code: 'unknown-class' });
  app.lti.saveCourse({ ...app.lti.courseOf(own.code)!, class: own.code });
  const foreign = (await api<{ code: string; token: string }>(app, 'POST', '/api/classes', { scenario: 'six-party', plan: 'meetings' })).body;
  app.lti.saveCourse({ ...app.lti.courseOf(own.code)!, class: foreign.code, context: 'another course' });
  expect(await choose({ class: foreign.code, desk: foreign.token })).toMatchObject({ code: 'lti-other-course' });
  // A link copied into another course carries a class that is not of it: the launch leads to this course's own class.
  platform.links.push({ id: 'copied', title: 'Copied', custom: { class: foreign.code }, lineItem: null });
  expect(await enterWith(app, await new TestBrowser().launch(platform, 'u-1', 'copied'))).toMatchObject({ code: own.code });
});

it('a deep link goes back to registered addresses only', async () => {
  await begin();
  platform.returnTo = platform.url.replace('127.0.0.1', 'localhost');
  expect(await open(null)).toMatchObject({ status: 400, problem: 'lti-return-address' });
  know(app, platform, { frames: [platform.returnTo] });
  expect((await open(null)).back?.url).toBe(`${platform.returnTo}/deep`);
  expect((await fetch(app.url)).headers.get('content-security-policy')).toContain(platform.returnTo);
});

it('the roster: all pages, learners only, two of one name, one without a name, and those who left', async () => {
  await begin();
  const { code, token } = await open('link-1', { create: { scenario: 'six-party', plan: 'meetings', tables: 1 } });
  await api(app, 'POST', `/api/classes/${code}/desk`, { do: 'add', people: [{ name: 'ana lópez', table: 1, seat: 'RU' }] }, token);
  expect((await api<LtiCourse>(app, 'GET', `/api/classes/${code}/lti`, undefined, token)).body).toMatchObject({ platform: 'Test platform', course: 'International Relations', roster: true, grades: true, people: [] });
  const pulled = (await api<LtiRoster>(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token)).body;
  expect(platform.faults).toEqual([]);
  expect(pulled).toEqual({ added: 4, known: 0, left: [], full: false });
  const names = (await people(code, token)).map(({ name, seat }) => `${name} ${seat ?? ''}`.trim()).sort();
  expect(names).toHaveLength(4);
  expect(names).toContain('ana lópez RU');
  expect(names.filter((name) => name.startsWith('王芳'))).toEqual(['王芳', '王芳 (2)']);
  expect((await enterWith(app, await new TestBrowser().launch(platform, 'u-3'))).kind).toBe('place');
  expect((await people(code, token)).filter(({ joined }) => joined).map(({ name }) => name)).toEqual(['王芳 (2)']);
  platform.users.splice(1, 1);
  expect((await api<LtiRoster>(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token)).body).toEqual({ added: 0, known: 3, left: ['ana lópez'], full: false });
  expect(platform.faults).toEqual([]);
});

it('grades: one column, a result for each person, again with other points; one token for all', async () => {
  await begin();
  const { code, token } = await open();
  await api(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token);
  await api(app, 'POST', `/api/classes/${code}/desk`, { do: 'add', people: [{ name: 'Came by code' }] }, token);
  const all = await people(code, token);
  const grade = async (points: number): Promise<LtiGrades> => (await api<LtiGrades>(app, 'POST', `/api/classes/${code}/lti/grades`, { grades: all.map(({ id }) => ({ person: id, points, comment: 'DK 81 (58)' })) }, token)).body;
  const { results } = await grade(81.5);
  expect(results.filter(({ code: refused }) => refused === null)).toHaveLength(4);
  expect(results.filter(({ code: refused }) => refused === 'lti-not-theirs')).toHaveLength(1);
  expect(platform.scores.map(({ userId, scoreGiven, scoreMaximum, comment }) => ({ userId, scoreGiven, scoreMaximum, comment })).sort((a, b) => (a.userId < b.userId ? -1 : 1))).toEqual(['u-1', 'u-2', 'u-3', 'u-4'].map((userId) => ({ userId, scoreGiven: 81.5, scoreMaximum: 100, comment: 'DK 81 (58)' })));
  await new Promise((go) => { setTimeout(go, 5); });
  expect((await grade(90)).results.filter(({ code: refused }) => refused === null)).toHaveLength(4);
  expect(platform.columns).toHaveLength(1);
  expect(platform.faults).toEqual([]);
  expect((await api(app, 'POST', `/api/classes/${code}/lti/grades`, { grades: [{ person: all[0]!.id, points: 101 }] }, token)).body.code).toBe('bad-message');
  expect((await api(app, 'POST', `/api/classes/${code}/lti/grades`, { grades: [{ person: all[0]!.id, points: 1 }] }, 'guess')).status).toBe(401);
});

it('says what the platform did not allow, or that it is away', async () => {
  await begin({ scopes: [AGS_SCOPES[1]], roster: false });
  const { code, token } = await open();
  await enterWith(app, await new TestBrowser().launch(platform, 'u-1'));
  expect((await api<LtiCourse>(app, 'GET', `/api/classes/${code}/lti`, undefined, token)).body).toMatchObject({ roster: false, grades: false });
  expect((await api(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token)).body.code).toBe('lti-no-roster');
  const [person] = await people(code, token);
  expect((await api(app, 'POST', `/api/classes/${code}/lti/grades`, { grades: [{ person: person!.id, points: 1 }] }, token)).body.code).toBe('lti-no-grades');
  const plain = (await api<{ code: string; token: string }>(app, 'POST', '/api/classes', { scenario: 'six-party', plan: 'meetings' })).body;
  expect((await api(app, 'GET', `/api/classes/${plain.code}/lti`, undefined, plain.token)).body.code).toBe('lti-not-linked');
  app.lti.saveCourse({ ...app.lti.courseOf(code)!, membershipsUrl: 'http://127.0.0.1:1/members' });
  app.lti.savePlatform({ ...app.lti.platforms()[0]!, tokenUrl: 'http://127.0.0.1:1/token' });
  expect((await api(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token)).body.code).toBe('lti-unreachable');
});

it('with the class goes what is known of the course; with the platform its courses; the class then stays', async () => {
  await begin({ scopes: [NRPS_SCOPE] });
  const { code, token } = await open();
  await api(app, 'POST', `/api/classes/${code}/lti/roster`, {}, token);
  expect(app.lti.people(code).size).toBe(4);
  expect((await api(app, 'DELETE', `/api/classes/${code}`, undefined, token)).status).toBe(200);
  expect(app.lti.people(code).size).toBe(0);
  expect(app.lti.courseOf(code)).toBeNull();
  expect((await new TestBrowser().launch(platform, 'u-1')).problem).toBe('lti-no-class');
});
