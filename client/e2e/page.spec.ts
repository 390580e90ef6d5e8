/** The page that `concert replay page` writes, opened from a disk: it plays in both languages, through two pairs of eyes, and asks no network for anything. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { PARTED, twoForks } from './forks.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
// Made as the tests begin: this file is also read by the process that only lists them.
let OUT = '';
const WORDS = {
  en: { player: 'Player', play: 'Play', pause: 'Pause', china: /^As China saw it/, all: /^All-knowing/, sealed: 'seals its decision' },
  zh: { player: '播放器', play: '播放', pause: '暂停', china: /^中国的视角/, all: /^全知视角/, sealed: '密封决定' },
} as const;

test.beforeAll(() => {
  OUT = mkdtempSync(path.join(tmpdir(), 'concert-page-'));
  execFileSync(process.execPath, ['server/tools/concert.ts', 'replay', 'page', 'assets/recordings/concert.concert.jsonl', '--out', OUT], { cwd: ROOT, stdio: 'pipe', timeout: 240_000 });
});
test.afterAll(() => rmSync(OUT, { recursive: true, force: true }));

for (const language of ['en', 'zh'] as const) {
  test(`plays from a disk in ${language} without a network`, async ({ page, context }) => {
    const words = WORDS[language];
    const asked: string[] = [];
    const broken: string[] = [];
    page.on('request', (request) => { if (!/^(?:file|data|blob):/.test(request.url())) asked.push(request.url()); });
    page.on('pageerror', (error) => broken.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') broken.push(message.text()); });
    await context.setOffline(true);
    await page.goto(`${pathToFileURL(path.join(OUT, 'index.html')).href}?lang=${language}&still`);
    await expect(page.getByRole('region', { name: words.player })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    const step = async (): Promise<number> => Number(await page.locator('.rp-head').getAttribute('data-step'));

    await page.getByLabel(language === 'en' ? 'Pace' : '播放速度').selectOption('16');
    await page.getByRole('button', { name: words.play, exact: true }).click();
    await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(20);
    await page.getByRole('button', { name: words.pause, exact: true }).click();
    for (const who of [words.all, words.china]) {
      await page.locator('.rp-eyes label').filter({ has: page.getByRole('radio', { name: who }) }).click();
      await page.keyboard.press('Home');
      await page.keyboard.press(']');
      await expect(page.locator('.table')).toHaveAttribute('data-round', '2');
      await page.keyboard.press('End');
      expect(await step()).toBeGreaterThan(100);
    }
    // The second pair of eyes is no ornament: what others decided is sealed to it.
    await page.keyboard.press('Home');
    await expect.poll(async () => { await page.keyboard.press('ArrowRight'); return page.locator('.rp-act').textContent(); }, { timeout: 30_000, intervals: [30] }).toContain(words.sealed);
    await expect(page.locator('.map canvas, canvas').first()).toBeVisible();
    // Nobody can follow a page, and nobody is offered to.
    await expect(page.getByRole('button', { name: language === 'en' ? 'Watch together' : '共同观看' })).toHaveCount(0);
    expect(asked).toEqual([]);
    expect(broken).toEqual([]);
  });
}

test('two files dropped on the page from a disk stand side by side, without a network', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => { if (!/^(?:file|data|blob):/.test(request.url())) asked.push(request.url()); });
  await context.setOffline(true);
  await page.goto(`${pathToFileURL(path.join(OUT, 'index.html')).href}?lang=en&still`);
  await expect(page.getByRole('region', { name: WORDS.en.player })).toBeVisible({ timeout: 30_000 });
  const transfer = await page.evaluateHandle(([a, b]) => {
    const data = new DataTransfer();
    data.items.add(new File([a!], 'one.concert.jsonl', { type: 'text/plain' }));
    data.items.add(new File([b!], 'other.concert.jsonl', { type: 'text/plain' }));
    return data;
  }, [...twoForks()]);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.cmp-parted')).toContainText(PARTED.en, { timeout: 30_000 });
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.cmp-side-a')).not.toHaveAttribute('data-step', '0');
  expect(asked).toEqual([]);
});
