/** From a learning platform's page into a class: an instructor makes one, puts its link into the course, a learner follows it and sits, names and points go to and fro. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { TestPlatform } from '../../server/test/lti/platform.ts';

const CONCERT = path.resolve(import.meta.dirname, '../../server/tools/concert.ts');
const noViolations = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
};

test('a course on a learning platform: choose, launch, sit, roster, grades', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const origin = baseURL ?? '';
  // The platform is another site than ours (localhost, 127.0.0.1), so that its frame is a third party's to the browser.
  const platform = await TestPlatform.start({
    tool: { login: `${origin}/lti/login`, launch: `${origin}/lti/launch`, jwks: `${origin}/lti/jwks` }, host: 'localhost',
    users: [{ id: 'u-teach', name: 'Grace Park', role: 'instructor' }, { id: 'u-ana', name: 'Ana López', role: 'learner' }, { id: 'u-wang', name: '王芳', role: 'learner' }],
  });
  try {
    const { url } = platform;
    execFileSync(process.execPath, [CONCERT, 'lti', 'add', '--data', process.env['E2E_DATA'] ?? '', '--name', 'Test platform', '--issuer', url, '--client-id', platform.clientId, '--auth', `${url}/auth`, '--token', `${url}/token`, '--jwks', `${url}/jwks`, '--deployment', platform.deployment]);

    // The instructor chooses content: the choice stays in the platform's frame, and goes back to it.
    const teacher = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } })).newPage();
    await teacher.goto(`${url}/course?as=u-teach`);
    await teacher.getByRole('link', { name: 'Choose content' }).click();
    const frame = teacher.frameLocator('iframe');
    await expect(frame.getByRole('heading', { name: 'Which class?' })).toBeVisible();
    await frame.getByRole('textbox', { name: 'Name of the class' }).fill('IR 301');
    await frame.getByRole('button', { name: 'Open the class' }).click();
    await expect(frame.getByText('Content was added.')).toBeVisible();
    expect(platform.faults).toEqual([]);

    // Another class for the same course, by way of the set-up page, all of it inside the frame.
    await teacher.goto(`${url}/course?as=u-teach`);
    await teacher.getByRole('link', { name: 'Choose content' }).click();
    await expect(frame.getByRole('button', { name: /IR 301/ })).toBeVisible();
    await frame.getByRole('link', { name: 'With all settings' }).click();
    await frame.getByRole('textbox', { name: 'Name of the class' }).fill('Invented names');
    await frame.getByText('Invented names at the table').click();
    await frame.getByRole('button', { name: 'Open the class' }).click();
    await expect(frame.getByText('Content was added.')).toBeVisible();
    expect(platform.links.map(({ title }) => title)).toEqual(['Six-party talks', 'IR 301', 'Invented names']);
    expect(platform.faults).toEqual([]);

    // The link of the course, in a window: straight to the desk.
    await teacher.goto(`${url}/course?as=u-teach`);
    const [desk] = await Promise.all([teacher.waitForEvent('popup'), teacher.getByRole('link', { name: 'IR 301 (window)' }).click()]);
    await desk.waitForURL(/\/class\/[A-Z]{6}\/desk/);
    await desk.getByRole('tab', { name: 'Course' }).click();
    await desk.getByRole('button', { name: 'Fetch the names of the course' }).click();
    await expect(desk.getByText('2 names added. 0 were known.')).toBeVisible();
    await noViolations(desk);

    // A learner follows the same link in the frame, and is offered a window of their own.
    const learner = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } })).newPage();
    await learner.goto(`${url}/course?as=u-ana`);
    await learner.getByRole('link', { name: 'IR 301', exact: true }).click();
    const inside = learner.frameLocator('iframe');
    await expect(inside.getByRole('heading', { name: 'Concert opens best in a window of its own' })).toBeVisible();
    const [table] = await Promise.all([learner.waitForEvent('popup'), inside.getByRole('button', { name: 'Open in a window of its own' }).click()]);
    await table.waitForURL(/\/m\/[A-Z]{6}/);
    await expect(table.getByText('Ana López').first()).toBeVisible();
    await expect(inside.getByText('Concert is open in the other window')).toBeVisible();

    // Points for both into the platform's gradebook.
    await desk.getByRole('spinbutton', { name: 'Points of Ana López' }).fill('88');
    await desk.getByRole('spinbutton', { name: 'Points of 王芳' }).fill('75.5');
    await desk.getByRole('button', { name: 'Send points of 2 people' }).click();
    await expect(desk.getByText('Points of 2 people arrived.')).toBeVisible();
    await expect(desk.getByRole('cell', { name: 'arrived' })).toHaveCount(2);
    expect(platform.scores.map(({ userId, scoreGiven }) => [userId, scoreGiven])).toEqual([['u-ana', 88], ['u-wang', 75.5]]);
    expect(platform.faults).toEqual([]);

    // Somebody opens the address by hand: told what to do.
    await learner.goto(`${origin}/lti/launch`);
    await expect(learner.getByText('Go back to your course and follow the link there')).toBeVisible();
    await noViolations(learner);
  } finally {
    await platform.close();
  }
});
