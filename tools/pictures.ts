/** `npm run pictures`: plays a match in the real page and keeps a picture of every screen and phase, in each language and size, under docs/pictures. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from './browser.ts';
import { buildClient } from './clientBuild.ts';
import { ROOT } from './paths.ts';

const SIZES = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }];
const LANGUAGES = [{ code: 'en', name: 'English' }, { code: 'zh', name: '中文' }];
/** A seed in which the peninsula sees a crisis, so that its phase has a picture too. */
const SEED = Number(process.argv[2] ?? 5);
const folder = path.join(ROOT, 'docs/pictures');

ensureBrowser();
await buildClient();
mkdirSync(folder, { recursive: true });
const { createApp } = await import('../server/src/app.ts');
const app = await createApp({ dataDir: mkdtempSync(path.join(tmpdir(), 'concert-pictures-')), botPace: 0 });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb'] });
const page = await (await browser.newContext({ viewport: SIZES[0]!, reducedMotion: 'reduce' })).newPage();

/** One screen in both languages and all sizes; the language is switched on the page itself, as a reader would. */
async function keep(name: string, before?: (page: Page, width: number) => Promise<void>): Promise<void> {
  for (const { code, name: language } of LANGUAGES) {
    await page.setViewportSize(SIZES[0]!);
    await page.getByRole('button', { name: language, exact: true }).first().click();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await before?.(page, size.width);
      await page.waitForTimeout(900);
      await page.screenshot({ path: path.join(folder, `${name}-${code}-${size.width}.jpg`), type: 'jpeg', quality: 72 });
    }
  }
  await page.setViewportSize(SIZES[0]!);
  await page.getByRole('button', { name: 'English', exact: true }).first().click();
}

await page.goto(`${app.url}/?lang=en&still`);
await page.locator('.play-now').waitFor();
await keep('home');

const post = async (body: object): Promise<{ code: string }> => (await (await fetch(new URL('/api/matches', app.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { code: string };
const enter = async (ticket: { code: string }): Promise<void> => {
  await page.evaluate(([code, text]) => localStorage.setItem('concert.tickets', JSON.stringify({ [code!]: JSON.parse(text!) as unknown })), [ticket.code, JSON.stringify(ticket)]);
  await page.goto(`${app.url}/m/${ticket.code}?still`);
};
await enter(await post({ scenario: 'six-party', preset: 'standard', private: false, name: 'Anna', title: '', seat: 'CN' }));
await page.locator('.lobby').waitFor();
await keep('lobby');

const table = page.locator('[data-phase][data-seq]');
const seen = new Set<string>();
/** Plays to the end; phases without a picture yet get theirs. */
async function play(seed: number): Promise<void> {
  await enter(await post({ scenario: 'six-party', preset: 'untimed', private: true, name: 'Anna', seat: 'CN', startNow: true, seed }));
  for (let step = 0; step < 160; step += 1) {
    await table.or(page.locator('.outcome')).first().waitFor();
    if (await page.locator('.outcome').count()) break;
    const at = await table.evaluate((element) => ({ phase: element.getAttribute('data-phase') ?? '', round: Number(element.getAttribute('data-round')), seq: element.getAttribute('data-seq') }));
    // The first round shows empty hands; from the second on there is something to see.
    if (!seen.has(at.phase) && (at.round >= 2 || at.phase === 'crisis')) {
      seen.add(at.phase);
      await keep(`table-${at.phase}`);
      if (at.phase === 'plenary') {
        await page.locator('.pn-panel .pn-button', { hasText: /Write/ }).first().click().catch(() => {});
        await page.waitForTimeout(600);
        await page.screenshot({ path: path.join(folder, 'composer-en-1440.jpg'), type: 'jpeg', quality: 72 });
        await page.keyboard.press('Escape');
        await page.getByRole('tab', { name: /Ledger/ }).click();
        await page.waitForTimeout(400);
        await page.screenshot({ path: path.join(folder, 'ledger-en-1440.jpg'), type: 'jpeg', quality: 72 });
        await page.getByRole('tab', { name: /Proposals/ }).click();
      }
    }
    const sign = page.getByRole('button', { name: 'Sign', exact: true });
    if (at.phase === 'plenary') for (let left = await sign.count(); left > 0; left -= 1) { await sign.first().click({ timeout: 1500 }).catch(() => {}); await page.waitForTimeout(150); }
    await page.getByRole('button', { name: 'Ready', exact: true }).first().click({ timeout: 3000 }).catch(() => {});
    await page.locator(`.outcome, [data-seq]:not([data-seq="${at.seq}"])`).first().waitFor({ timeout: 15_000 }).catch(() => {});
  }
  await page.locator('.outcome').waitFor();
}
await play(SEED);
await keep('debrief');
await page.setViewportSize(SIZES[0]!);
await page.screenshot({ path: path.join(folder, 'debrief-whole-en.jpg'), type: 'jpeg', quality: 72, fullPage: true });
// Not every match sees a crisis: play on until one does.
for (let seed = SEED + 1; seed <= SEED + 12 && !seen.has('crisis'); seed += 1) await play(seed);
console.log(`phases: ${[...seen].join(' ')}`);
await browser.close();
await app.close();
process.exit(0);
