/** Turning points that lead to their moments, and two recordings side by side: from the library, by address, by two files, with keys, at every size and in both languages. */
import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { PARTED, twoForks } from './forks.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../assets/recordings');
const WAR = 'war.concert.jsonl';
const CONCERT = 'concert.concert.jsonl';
const PAIR = `/compare/sample-${CONCERT}...sample-${WAR}`;
const slider = (page: Page, name = 'Phase of both matches') => page.getByRole('slider', { name });
const at = async (page: Page): Promise<number> => Number(await slider(page).inputValue());
const stepOf = async (page: Page, side: 'a' | 'b'): Promise<number> => Number(await page.locator(`.cmp-side-${side}`).getAttribute('data-step'));
async function openPair(page: Page, more = '?lang=en&still'): Promise<void> {
  await page.goto(`${PAIR}${more}`);
  await expect(page.locator('.cmp-table')).toBeVisible({ timeout: 30_000 });
}
async function sound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${where}: wider than the screen`).toBeLessThanOrEqual(0);
}

test('every turning point leads to its moment, keeps to the eyes, and nothing is told before its time', async ({ page }) => {
  await page.goto(`/r/sample-${WAR}?lang=en&still`);
  await page.getByRole('button', { name: 'Study', exact: true }).click({ timeout: 20_000 });
  const links = page.locator('.study-turns .study-link');
  await expect(links.first()).toBeVisible({ timeout: 20_000 });
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(5);
  expect(count).toBeLessThanOrEqual(8);
  for (let i = 0; i < count; i += 1) {
    const hash = await links.nth(i).getAttribute('href');
    await links.nth(i).click();
    await expect(links.nth(i)).toHaveAttribute('aria-current', 'step');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
  }
  const turns = page.locator('.study-turns');
  await expect(turns).toContainText('The end: War');
  await expect(turns).toContainText('though it was worth something to every party');
  await page.locator('.rp-eyes').getByRole('radio', { name: 'The public' }).check({ force: true });
  await expect(turns).not.toContainText('though it was worth something to every party');
  await page.goto(`/r/sample-${WAR}?lang=en&still#2.1`);
  await page.reload();
  await page.getByRole('button', { name: 'Reveal as we go' }).click({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Study', exact: true }).click();
  await expect(turns).toBeVisible({ timeout: 20_000 });
  await expect(turns).toContainText('The first nuclear test');
  await expect(turns).not.toContainText('The end');
});

test('two samples with one slider: keys, eyes, table, and the way to each alone', async ({ page }) => {
  await openPair(page);
  const end = await at(page);
  await expect(page.locator('.cmp-table tbody tr').first()).toContainText('War');
  await expect(page.locator('.cmp-parted')).toHaveText('The two have no beginning in common.');
  await page.keyboard.press('Home');
  expect([await at(page), await page.locator('.cmp-table tbody tr').first().innerText()]).toEqual([0, expect.stringContaining('still open')]);
  await page.keyboard.press('ArrowRight');
  expect(await at(page)).toBe(1);
  await page.keyboard.press(']');
  await expect(page.locator('.cmp-where')).toContainText('Round 2');
  await page.keyboard.press('[');
  expect(await at(page)).toBe(0);
  await slider(page).fill(String(Math.floor(end / 2)));
  expect([await stepOf(page, 'a') > 0, await stepOf(page, 'b') > 0]).toEqual([true, true]);
  await expect(page.getByRole('row', { name: /Mean trust/ })).toBeVisible();
  await page.locator('.rp-eyes').getByRole('radio', { name: 'The public' }).check({ force: true });
  await expect(page.getByRole('row', { name: /Mean trust/ })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\d+\.\d+@public$/);
  const hash = await page.evaluate(() => location.hash);
  const where = await page.locator('.cmp-where').innerText();
  await page.reload();
  await expect(page.locator('.cmp-where')).toHaveText(where, { timeout: 30_000 });
  expect(await page.evaluate(() => location.hash)).toBe(hash);
  const steps = await stepOf(page, 'b');
  await page.getByRole('link', { name: 'Open B alone at this moment' }).click();
  await expect(page.locator('.rp-head')).toHaveAttribute('data-step', String(steps), { timeout: 20_000 });
});

test('from the library two are ticked; two dropped files that share a beginning show where they part', async ({ page }) => {
  await page.goto('/library?lang=en&still');
  const ticks = page.locator('.library-tick');
  await ticks.nth(0).click();
  await expect(page.locator('.library-compare-bar')).toContainText('Tick a second one');
  await ticks.nth(1).click();
  await page.locator('.library-compare-bar').getByRole('link', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/compare\/sample-.*\.\.\.sample-/);
  await expect(page.locator('.cmp-table')).toBeVisible({ timeout: 30_000 });
  const text = readFileSync(path.join(FOLDER, WAR), 'utf8');
  const short = `${text.split('\n').slice(0, 80).join('\n')}\n`;
  const transfer = await page.evaluateHandle(([a, b]) => {
    const data = new DataTransfer();
    data.items.add(new File([a!], 'whole.concert.jsonl', { type: 'text/plain' }));
    data.items.add(new File([b!], 'short.concert.jsonl', { type: 'text/plain' }));
    return data;
  }, [text, short]);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page).toHaveURL(/\/compare\/file-a\.\.\.file-b/);
  await expect(page.locator('.cmp-parted')).toContainText(/Both are the same as far as the shorter one goes: \d+ acts/, { timeout: 30_000 });
  await page.goto(`/compare/sample-${WAR}...sample-nothing.jsonl?lang=en`);
  await expect(page.locator('section[role=alert]')).toContainText('can be played', { timeout: 20_000 });
});

test('two forks of one match, dropped together, say where they part and lead there', async ({ page }) => {
  await page.goto('/library?lang=en&still');
  await expect(page.locator('.library-tick').first()).toBeVisible();
  const transfer = await page.evaluateHandle(([a, b]) => {
    const data = new DataTransfer();
    data.items.add(new File([a!], 'one.concert.jsonl', { type: 'text/plain' }));
    data.items.add(new File([b!], 'other.concert.jsonl', { type: 'text/plain' }));
    return data;
  }, [...twoForks()]);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.cmp-parted')).toContainText(PARTED.en, { timeout: 30_000 });
  await page.locator('.cmp-parted').getByRole('button', { name: 'Go there' }).click();
  await expect(page.locator('.cmp-where')).toContainText('Round 2');
  // Before they part they are one match: the war index is the same in both.
  await page.keyboard.press('Home');
  const cells = await page.locator('.cmp-table tbody tr', { hasText: 'War index' }).locator('td').allInnerTexts();
  expect(cells[0]).toBe(cells[1]);
});

test('reveal as we go tells neither the ending nor the length', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('concert.asWeGo', '1'));
  await openPair(page);
  expect([await at(page), await slider(page).getAttribute('max')]).toEqual([0, '0']);
  await expect(page.locator('.cmp')).not.toContainText('the powers act together');
  await page.keyboard.press('ArrowRight');
  expect(await slider(page).getAttribute('max')).toBe('1');
});

for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }]) {
  test(`side by side at ${size.width} by ${size.height}, in two languages`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const lang of ['en', 'zh']) {
      await openPair(page, `?lang=${lang}&still#3.5`);
      await sound(page, `${size.width} ${lang}`);
      const [a, b] = [await page.locator('.cmp-side-a').boundingBox(), await page.locator('.cmp-side-b').boundingBox()];
      expect(size.width > 860 ? a?.y === b?.y : (b?.y ?? 0) > (a?.y ?? 0)).toBe(true);
      expect(await page.locator('.cmp').innerText()).not.toMatch(/compare\.|turn\.|\{\{/);
    }
  });
}
