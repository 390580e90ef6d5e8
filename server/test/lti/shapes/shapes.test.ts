/** Launches and services in the shapes of the platforms people have (docs/lti.md names the sources): each is taken from choosing content to points in the gradebook. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LtiChosen, LtiCourse, LtiGrades, LtiRoster } from '@concert/shared/protocol/lti';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../../src/app.ts';
import type { ClassOverview } from '../../../src/seminar/overview.ts';
import { api, enterWith, TestBrowser } from '../launching.ts';
import { blackboard } from './blackboard.ts';
import { canvas } from './canvas.ts';
import { moodle } from './moodle.ts';
import { brightspace, openEdx, reference, sakai } from './others.ts';
import { AGS, DL, LTI, NRPS, SCOPE, V, type Shape } from './shape.ts';
import { ShapedPlatform } from './shapedPlatform.ts';

let app: App;
let platform: ShapedPlatform;
beforeEach(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterEach(async () => { await platform.close(); await app.close(); });
const begin = async (shape: Shape): Promise<void> => { platform = await ShapedPlatform.start(shape, app); };
const INVENTED = /^[A-Z][a-z]+ \d+$/;
async function open(kind: 'deep' | 'link' = 'link', change: Record<string, unknown> = {}): Promise<LtiChosen> {
  const entry = await enterWith(app, await platform.launch(new TestBrowser(), 'instructor', kind === 'deep' ? { kind } : { kind, class: null }, change));
  expect(entry).toMatchObject({ kind: 'choose' });
  const { body, status } = await api<LtiChosen>(app, 'POST', '/api/lti/class', { create: { scenario: 'six-party', plan: 'meetings', tables: 1, title: 'Talks' } }, entry.kind === 'choose' ? entry.secret : '');
  expect([status, body.code]).toEqual([200, expect.stringMatching(/^[A-Z]{6}$/)]);
  platform.class = body.code;
  return body;
}
const people = async ({ code, token }: LtiChosen): Promise<ClassOverview['people']> => (await api<ClassOverview>(app, 'GET', `/api/classes/${code}/desk`, undefined, token)).body.people;

describe.each([moodle, canvas, blackboard, brightspace, sakai, openEdx, reference])('a launch in the shape of $name', (shape) => {
  it('is taken: content chosen, sat down, roster fetched, points given', async () => {
    await begin(shape);
    const made = await open('deep');
    expect(new URL(made.back?.url ?? '').origin).toBe(platform.at);
    const { custom, payload } = await platform.chosen(made.back?.jwt ?? '');
    const settings = shape.claims(platform.at, 'instructor', { kind: 'deep' }, '')[DL] as { data?: string };
    expect(payload['https://purl.imsglobal.org/spec/lti-dl/claim/data']).toBe(settings.data);
    expect(custom).toEqual({ class: made.code });

    const learner = await enterWith(app, await platform.launch(new TestBrowser(), 'learner', { kind: 'link', class: made.code }));
    expect(learner).toMatchObject({ kind: 'place', code: made.code });
    const me = (await api<ClassTicket>(app, 'GET', `/api/classes/${made.code}/me`, undefined, learner.kind === 'place' ? learner.token : '')).body;
    expect(me.name).toEqual(shape.expected.learner ?? expect.stringMatching(INVENTED));
    const desk = await enterWith(app, await platform.launch(new TestBrowser(), 'instructor', { kind: 'link', class: made.code }));
    expect(desk).toMatchObject({ kind: 'desk', code: made.code });
    expect((await api<LtiCourse>(app, 'GET', `/api/classes/${made.code}/lti`, undefined, made.token)).body).toMatchObject({ course: shape.expected.course, platform: shape.name, roster: true, grades: true });

    expect((await api<LtiRoster>(app, 'POST', `/api/classes/${made.code}/lti/roster`, {}, made.token)).body).toEqual({ added: shape.expected.roster.length, known: 1, left: [], full: false });
    const here = await people(made);
    expect(here.filter(({ id }) => id !== me.person).map(({ name }) => name)).toEqual(shape.expected.roster.map((name) => name ?? expect.stringMatching(INVENTED)));
    const grades = await api<LtiGrades>(app, 'POST', `/api/classes/${made.code}/lti/grades`, { grades: here.map(({ id }) => ({ person: id, points: 81.5 })) }, made.token);
    expect(grades.body.results.map(({ code }) => code)).toEqual(here.map(() => null));
    expect(platform.scored.map(({ at, type }) => [at, type])).toEqual(here.map(() => [shape.expected.scores, 'application/vnd.ims.lis.v1.score+json']));
    expect(platform.scored.map(({ body }) => String(body['userId']).replace(platform.at, ''))).toContain(shape.expected.user);
    expect(platform.faults).toEqual([]);
  });
});

describe('what the standard allows and platforms do', () => {
  const learn = async (change: Record<string, unknown>): Promise<string | null> => {
    const landed = await platform.launch(new TestBrowser(), 'learner', { kind: 'link', class: null }, change);
    return landed.problem ?? (await enterWith(app, landed)).kind;
  };
  it.each([
    ['an empty list where an object belongs', { [`${LTI}custom`]: [] }], ['nothing where a claim belongs', { [`${LTI}custom`]: null, [NRPS]: null, [AGS]: null, name: null, given_name: null, family_name: null, [`${LTI}lis`]: null }],
    ['blank addresses of services', { [AGS]: { scope: [SCOPE.score], lineitem: '', lineitems: '' }, [NRPS]: { context_memberships_url: '' } }], ['addresses that are none', { [AGS]: { scope: null, lineitem: '/relative' }, [NRPS]: { context_memberships_url: '$ToolProxyBinding.memberships.url' } }],
    ['numbers for names of things', { [`${LTI}context`]: { id: 2 }, [`${LTI}resource_link`]: { id: 3 }, [`${LTI}deployment_id`]: 1, sub: 4 }], ['a link without a title, claims nobody knows', { [`${LTI}resource_link`]: { id: '3' }, 'https://school.example/claim': { a: [1] } }],
    ['the audience as a list of one', { aud: [moodle.client] }], ['the audience as a list with us as the party', { aud: [moodle.client, 'other'], azp: moodle.client }],
    ['roles short, long, strange and doubled', { [`${LTI}roles`]: ['Learner', `${V}/membership#Learner`, 'urn:lti:sysrole:ims/lis/None', 'https://school.example/role#Muse'] }], ['another target than it began with', { [`${LTI}target_link_uri`]: 'https://school.example/elsewhere?x=1' }],
    ['a clock half a minute ahead', { iat: Math.floor(Date.now() / 1000) + 30, nbf: Math.floor(Date.now() / 1000) + 30 }],
  ])('%s is taken', async (_what, change) => {
    await begin(moodle);
    // The same course, whichever way it is written.
    await open('link', `${LTI}context` in change ? { [`${LTI}context`]: { id: '2' } } : {});
    expect(await learn(change)).toBe('place');
  });

  it.each([
    ['nobody in particular', { sub: undefined }, 'lti-bad-message', 'sub'], ['no course', { [`${LTI}context`]: undefined }, 'lti-bad-message', 'context'], ['no role at all', { [`${LTI}roles`]: [] }, 'lti-no-role', ''], ['roles left out', { [`${LTI}roles`]: undefined }, 'lti-no-role', ''],
    ['a clock five minutes ahead', { iat: Math.floor(Date.now() / 1000) + 300 }, 'lti-expired', ''], ['a message not yet valid', { nbf: Math.floor(Date.now() / 1000) + 300 }, 'lti-expired', ''], ['another message', { [`${LTI}message_type`]: 'LtiStartProctoring' }, 'lti-bad-message', 'message_type'],
  ] as const)('%s is refused with a code that says so', async (_what, change, code, field) => {
    await begin(moodle);
    await open();
    const landed = await platform.launch(new TestBrowser(), 'learner', { kind: 'link', class: null }, change);
    expect([landed.ticket, landed.problem]).toEqual([null, code]);
    expect(landed.text).toContain(field);
  });

  it.each([
    ['a variable not filled in', { name: '$Person.name.full', given_name: '$Person.name.given', family_name: '' }, null], ['a blank name and its parts', { name: ' ', given_name: 'Ana', family_name: 'López' }, 'Ana López'],
    ['one part only', { name: undefined, given_name: undefined, family_name: '王' }, '王'], ['a sum of money', { name: '$100 Bill', given_name: '', family_name: '' }, '$100 Bill'],
  ] as const)('a name: %s', async (_what, change, name) => {
    await begin(moodle);
    const { code } = await open();
    const entry = await enterWith(app, await platform.launch(new TestBrowser(), 'learner', { kind: 'link', class: null }, change));
    expect((await api<ClassTicket>(app, 'GET', `/api/classes/${code}/me`, undefined, entry.kind === 'place' ? entry.token : '')).body.name).toEqual(name ?? expect.stringMatching(INVENTED));
  });

  it('a place for something else than links is not answered with one', async () => {
    await begin(canvas);
    const landed = await platform.launch(new TestBrowser(), 'instructor', { kind: 'deep' }, { [DL]: { deep_link_return_url: `${platform.at}/x`, accept_types: ['file'], accept_presentation_document_targets: ['iframe'] } });
    expect(landed.problem).toBe('lti-bad-message');
    expect(landed.text).toContain('accept_types');
  });

  it('a column that may be filled but not made: where the launch names it points go there, where not the desk says so', async () => {
    await begin(openEdx);
    const made = await open('deep');
    expect((await api<LtiCourse>(app, 'GET', `/api/classes/${made.code}/lti`, undefined, made.token)).body).toMatchObject({ roster: true, grades: false });
    await enterWith(app, await platform.launch(new TestBrowser(), 'learner', { kind: 'link', class: made.code }));
    expect((await api<LtiCourse>(app, 'GET', `/api/classes/${made.code}/lti`, undefined, made.token)).body).toMatchObject({ grades: true });
  });

  it('in a frame without cookies, with platform storage on offer, a window is offered; without its cookie the launch is refused', async () => {
    await begin(canvas);
    const { fields } = canvas.login(platform.at, 'learner', `${app.url}/lti/launch`);
    const headers = { 'sec-fetch-dest': 'iframe', 'content-type': 'application/x-www-form-urlencoded' };
    const first = await fetch(`${app.url}/lti/login`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields).toString() });
    const second = await fetch(new URL(first.headers.get('location') ?? '', app.url), { redirect: 'manual', headers });
    expect([first.status, second.status]).toEqual([303, 200]);
    expect(await second.text()).toContain('target="_blank"');
    class Forgetful extends TestBrowser { override keep(): void { /* third-party cookies are blocked */ } }
    expect((await platform.launch(new Forgetful(), 'learner', { kind: 'link', class: null })).problem).toBe('lti-no-cookie');
  });

  it('of two schools with one issuer, the deployment tells which has come where the client is left out', async () => {
    await begin({ ...canvas, login: (at, who, tool) => { const { client_id: _left, ...fields } = canvas.login(at, who, tool).fields; return { method: 'POST', fields: { ...fields } }; } });
    const [own] = app.lti.platforms();
    app.lti.removePlatform(own!.id);
    app.lti.savePlatform({ ...own!, clientId: '99', name: 'Another school', deployments: ['7:other'] });
    app.lti.savePlatform(own!);
    await open();
    expect(platform.faults).toEqual([]);
  });
});
