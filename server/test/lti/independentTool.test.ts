/** The test platform against a tool that is not ours: what it does for Concert it does for a library of other hands too, from registration to a grade (docs/lti.md). */
import { generateKeyPair } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { independentTool, type IndependentTool } from './independentTool.ts';
import { resign, TestBrowser, toolAt } from './launching.ts';
import { TestPlatform, type PlatformOptions } from './platform.ts';
import { ALL_SCOPES } from './platformServices.ts';

const USERS = [
  { id: 'u-teach', name: 'Grace Park', email: 'grace@school.example', role: 'instructor' }, { id: 'u-1', name: 'Ana López', email: 'ana@school.example', role: 'learner' }, { id: 'u-2', name: '王芳', email: 'wang@school.example', role: 'learner' },
] as const;
let tool: IndependentTool;
let platform: TestPlatform;
/** The library leaves out what stands behind the question mark of a column's address, so the platform has none here; the last test is about that. */
const begin = async (options: Partial<PlatformOptions> = {}): Promise<void> => {
  platform = await TestPlatform.start({ tool: toolAt(tool.url), users: USERS, scopes: ALL_SCOPES, query: '', ...options });
  const page = await (await fetch(`${tool.url}/lti/register?${new URLSearchParams({ openid_configuration: `${platform.url}/.well-known/openid-configuration?registering`, registration_token: 'registration-token' }).toString()}`)).text();
  const token = /name="sessionToken"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="sessionToken"/.exec(page);
  const done = await fetch(`${tool.url}/lti/register/complete`, { method: 'POST', body: new URLSearchParams({ sessionToken: token?.[1] ?? token?.[2] ?? '' }) });
  expect(await done.text()).toContain('Registration Successful');
};
const launch = async (user: string, link: string | null = 'link-1'): Promise<IndependentTool['sessions'][number]> => {
  const { ticket, problem } = await new TestBrowser().launch(platform, user, link);
  expect(problem).toBeNull();
  return tool.sessions[Number(ticket) - 1]!;
};
beforeEach(async () => { tool = await independentTool(); });
afterEach(async () => { await platform.close(); await tool.close(); });

it('registers by itself, launches, and reads what the launch says', async () => {
  await begin();
  expect(await launch('u-1')).toMatchObject({
    user: { id: 'u-1', name: 'Ana López', roles: ['student'] }, context: { id: 'course-301', label: 'IR 301', title: 'International Relations' }, platform: { issuer: platform.url, clientId: platform.clientId, deploymentId: platform.deployment },
    isStudent: true, isInstructor: false, isAssignmentAndGradesAvailable: true, isNameAndRolesAvailable: true, isDeepLinkingAvailable: false,
  });
  expect(await launch('u-teach')).toMatchObject({ isInstructor: true, resourceLink: { id: 'link-1', title: 'Six-party talks' } });
  expect(platform.faults).toEqual([]);
});

it('fetches the roster, makes a column, fills, reads, changes and removes it', async () => {
  await begin();
  const session = await launch('u-teach');
  expect((await tool.lti.getMembers(session)).map(({ userId, name, status, roles }) => [userId, name, status, roles.length])).toEqual([['u-teach', 'Grace Park', 'Active', 1], ['u-1', 'Ana López', 'Active', 1], ['u-2', '王芳', 'Active', 1]]);
  const made = await tool.lti.createLineItem(session, { label: 'Talks', scoreMaximum: 50, resourceId: 'r-1', tag: 'grade' });
  expect(await tool.lti.listLineItems(session)).toEqual([made]);
  const column = { ...session, services: { ...session.services, ags: { ...session.services!.ags!, lineitem: made.id } } };
  const score = (scoreGiven: number): Promise<void> => tool.lti.submitScore(column, { userId: 'u-1', scoreGiven, scoreMaximum: 100, comment: 'DK 81', activityProgress: 'Completed', gradingProgress: 'FullyGraded' });
  await score(60);
  await new Promise((go) => { setTimeout(go, 5); });
  await score(81);
  expect(await tool.lti.getScores(column)).toMatchObject([{ userId: 'u-1', resultScore: 40.5, resultMaximum: 50, comment: 'DK 81' }]);
  expect(await tool.lti.updateLineItem(column, { label: 'Talks, second round', scoreMaximum: 50 })).toMatchObject({ id: made.id, label: 'Talks, second round' });
  expect(await tool.lti.getLineItem(column)).toMatchObject({ label: 'Talks, second round' });
  await tool.lti.deleteLineItem(column);
  expect(platform.columns).toEqual([]);
  expect(platform.faults).toEqual([]);
});

it('chooses content: the link and its column are in the course, and whoever follows it brings both back', async () => {
  await begin();
  const session = await launch('u-teach', null);
  expect(session.isDeepLinkingAvailable).toBe(true);
  const form = await tool.lti.createDeepLinkingResponse(session, [{ type: 'ltiResourceLink', title: 'Round one', url: `${tool.url}/lti/launch`, custom: { round: 'one' }, lineItem: { label: 'Round one', scoreMaximum: 10, resourceId: 'one' } }]);
  const [action = '', jwt = ''] = [/action="([^"]*)"/, /name="JWT" value="([^"]*)"/].map((part) => part.exec(form)?.[1] ?? '');
  expect((await fetch(action, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) })).status).toBe(200);
  const learner = await launch('u-2', 'link-2');
  expect(learner).toMatchObject({ resourceLink: { title: 'Round one' }, customParameters: { round: 'one' }, services: { ags: { lineitem: platform.columns[0]?.id } } });
  await tool.lti.submitScore(learner, { userId: 'u-2', scoreGiven: 9, scoreMaximum: 10, activityProgress: 'Completed', gradingProgress: 'FullyGraded' });
  expect(platform.scores).toMatchObject([{ userId: 'u-2', scoreGiven: 9 }]);
  expect(platform.faults).toEqual([]);
});

it('refuses what ours refuses: a launch sent twice, another key, another deployment', async () => {
  await begin();
  const browser = new TestBrowser();
  const post = await browser.arrive(platform, 'u-1');
  expect((await browser.post(post)).problem).toBeNull();
  expect((await browser.post(post)).problem).toContain('Nonce');
  const { privateKey } = await generateKeyPair('RS256');
  expect((await browser.post(await resign(await browser.arrive(platform, 'u-1'), platform, {}, {}, privateKey))).problem).toContain('signature');
  expect((await browser.post(await resign(await browser.arrive(platform, 'u-1'), platform, { 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': 'elsewhere' }))).problem).toContain('launch config');
});

it('the platform forgives this library no more than ours: a query lost from an address is a fault', async () => {
  await begin({ query: '?type_id=1' });
  const session = await launch('u-teach');
  const made = await tool.lti.createLineItem(session, { label: 'Talks', scoreMaximum: 100 });
  const bare = made.id.split('?')[0];
  await expect(tool.lti.getLineItem({ ...session, services: { ...session.services, ags: { ...session.services!.ags!, lineitem: bare! } } })).rejects.toThrow();
  expect(platform.faults).toEqual([`GET ${new URL(made.id).pathname}: the query of the address was lost`]);
});
