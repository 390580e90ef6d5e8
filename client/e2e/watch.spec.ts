/** Two pages watch a recording together: the second follows, looks around, returns, takes the lead; and notes go from one reader to another. */
import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const step = async (page: Page): Promise<number> => Number(await page.locator('.rp-head').getAttribute('data-step'));
const bar = (page: Page) => page.locator('.watch-bar');
async function begin(page: Page): Promise<string> {
  await page.goto('/r/sample-concert.concert.jsonl?lang=en&still');
  await page.getByRole('button', { name: 'Watch together' }).click({ timeout: 20_000 });
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ann');
  await page.getByRole('button', { name: 'Begin, and lead' }).click();
  const link = await page.getByRole('textbox', { name: 'Link for the others' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Nobody follows yet');
  return link;
}

test('one leads, the other follows, looks around, returns, and takes over when the leader is gone', async ({ page, browser }) => {
  const link = await begin(page);
  const second = await browser.newContext();
  const ben = await second.newPage();
  await ben.goto(`${link}?lang=en&still`);
  await expect(bar(ben)).toContainText('Following Ann', { timeout: 20_000 });
  await expect(bar(page)).toContainText('1 person follows');

  // Step, viewpoint and pace go over.
  await page.keyboard.press(']');
  await page.locator('.rp-eyes label').filter({ has: page.getByRole('radio', { name: /^As Russia/ }) }).click();
  await page.getByLabel('Pace').selectOption('4');
  await expect.poll(() => step(ben)).toBe(await step(page));
  await expect(ben.locator('.rp-eyes').getByRole('radio', { name: /^As Russia/ })).toBeChecked();
  await expect(ben.getByLabel('Pace')).toHaveValue('4');
  await expect(ben.locator('.table')).toHaveAttribute('data-round', '2');

  // Playing too: the follower's own clock stands still.
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(ben.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect.poll(() => step(ben)).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect.poll(() => step(ben)).toBe(await step(page));

  // Looks around, and comes back to where the leader has gone meanwhile.
  await ben.keyboard.press('Home');
  await expect(bar(ben)).toContainText('You look around');
  await page.keyboard.press(']');
  await expect(page.locator('.table')).toHaveAttribute('data-round', '3');
  await ben.waitForTimeout(400);
  expect(await step(ben)).toBe(0);
  await page.getByRole('button', { name: 'Watch together' }).click();
  await expect(page.locator('.watch-people')).toContainText('looks around');
  for (const each of [page, ben]) {
    const { violations } = await new AxeBuilder({ page: each }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await ben.getByRole('button', { name: 'Return to Ann' }).click();
  await expect.poll(() => step(ben)).toBe(await step(page));

  // The lead is handed over, and taken where nobody leads.
  await page.getByRole('button', { name: 'Watch together' }).click();
  await page.getByRole('button', { name: /^Hand the lead to/ }).click();
  await page.keyboard.press('Escape');
  await expect(bar(ben)).toContainText('You lead');
  await ben.keyboard.press('ArrowRight');
  await expect.poll(async () => (await step(page)) === (await step(ben))).toBe(true);
  await second.close();
  await expect(bar(page)).toContainText('is not here', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Take the lead' }).click();
  await expect(bar(page)).toContainText('You lead');

  // A reload keeps the place and the lead; a link to a moment takes no company along.
  const before = await step(page);
  await page.reload();
  await expect(bar(page)).toContainText('You lead', { timeout: 20_000 });
  await expect.poll(() => step(page)).toBe(before);
  await page.getByRole('button', { name: 'Link to this moment' }).click();
  expect(await page.getByRole('textbox', { name: 'Link to this moment' }).inputValue()).not.toContain('watch=');
});

test('a code nobody watches under, and a file of one\'s own that is nowhere else', async ({ page }) => {
  await page.goto('/library?lang=en&still');
  await page.getByRole('textbox', { name: 'Code' }).fill('zzzzzz');
  await page.getByRole('button', { name: 'Come in' }).click();
  await expect(page.locator('section[role=alert]')).toContainText('Nobody watches together under that code');
  await page.goto('/library?lang=en&still');
  await page.locator('input[type=file]').setInputFiles('assets/recordings/concert.concert.jsonl');
  await expect(page.locator('.rp-head')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Watch together' })).toHaveCount(0);
});

test('notes leave alone, come back on the same recording only, and stay text', async ({ page, browser }) => {
  const hostile = '<img src=x onerror="window.broken=1"> {{seat}}';
  await page.goto('/r/sample-concert.concert.jsonl?lang=en&still#3.1');
  await page.getByRole('button', { name: 'Study' }).click({ timeout: 20_000 });
  await page.getByRole('textbox', { name: 'Note' }).fill(hostile);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the notes alone' }).click();
  const file = { name: 'notes.concert-notes.jsonl', mimeType: 'text/plain', buffer: readFileSync(await (await downloading).path()) };
  const drawer = (of: Page) => of.locator('.rp-study');
  await drawer(page).locator('input[type=file]').setInputFiles(file);
  await expect(drawer(page)).toContainText('Nothing new in that file');

  const other = await (await browser.newContext()).newPage();
  await other.goto('/r/sample-concert.concert.jsonl?lang=en&still');
  await other.getByRole('button', { name: 'Study' }).click({ timeout: 20_000 });
  await drawer(other).locator('input[type=file]').setInputFiles(file);
  await expect(drawer(other)).toContainText('1 note brought in');
  await expect(other.locator('.study-notes li')).toContainText(hostile);
  expect(await other.evaluate(() => 'broken' in window)).toBe(false);
  await drawer(other).locator('input[type=file]').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await expect(drawer(other)).toContainText('holds no notes of Concert');

  await other.goto('/r/sample-war.concert.jsonl?lang=en&still');
  await other.getByRole('button', { name: 'Study' }).click({ timeout: 20_000 });
  await drawer(other).locator('input[type=file]').setInputFiles(file);
  await expect(drawer(other)).toContainText('belongs to another recording');
  await expect(other.locator('.study-notes')).toHaveCount(0);
});
