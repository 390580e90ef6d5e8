/** What all pictures are taken with: one browser page before one server of its own, in both languages and three sizes. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../browser.ts';
import { buildClient } from '../clientBuild.ts';
import { ROOT } from '../paths.ts';

const SIZES = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }] as const;
const LANGUAGES = [{ code: 'en', name: 'English' }, { code: 'zh', name: '中文' }] as const;
const FOLDER = path.join(ROOT, 'docs/pictures');

export interface Studio {
  readonly page: Page; readonly url: string;
  /** One screen in both languages and all sizes; the language is switched on the page itself, as a reader would. */
  readonly keep: (name: string) => Promise<void>;
  /** What the page shows now, at the size it has. */
  readonly shoot: (name: string, whole?: boolean) => Promise<void>;
  /** One address in one language and size. */
  readonly visit: (name: string, address: string, size: 0 | 1 | 2, ready: string, whole?: boolean) => Promise<void>;
  /** Opens the match of a ticket, as whoever holds it. */
  readonly enter: (ticket: { readonly code: string }) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  ensureBrowser();
  await buildClient();
  mkdirSync(FOLDER, { recursive: true });
  const { createApp } = await import('../../server/src/app.ts');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concert-pictures-'));
  // At the end of the process, however it ends: a picture that fails leaves nothing behind either.
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const app = await createApp({ dataDir, botPace: 0, reachableAt: () => 'https://concert.example.org' });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb'] });
  const page = await (await browser.newContext({ viewport: SIZES[0], reducedMotion: 'reduce' })).newPage();
  const shoot: Studio['shoot'] = async (name, whole = false) => { await page.screenshot({ path: path.join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72, fullPage: whole }); };
  return {
    page, url: app.url, shoot,
    keep: async (name) => {
      for (const { code, name: language } of LANGUAGES) {
        await page.setViewportSize(SIZES[0]);
        await page.getByRole('button', { name: language, exact: true }).first().click();
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await page.waitForTimeout(900);
          await shoot(`${name}-${code}-${size.width}`);
        }
      }
      await page.setViewportSize(SIZES[0]);
      await page.getByRole('button', { name: 'English', exact: true }).first().click();
    },
    visit: async (name, address, size, ready, whole = false) => {
      await page.setViewportSize(SIZES[size]);
      await page.goto(`${app.url}${address}`);
      await page.locator(ready).first().waitFor();
      await page.waitForTimeout(1200);
      const language = /lang=(\w+)/.exec(address)?.[1] ?? 'en';
      await shoot(`${name}-${language}-${SIZES[size].width}`, whole);
    },
    enter: async (ticket) => {
      await page.evaluate(([code, text]) => localStorage.setItem('concert.tickets', JSON.stringify({ [code!]: JSON.parse(text!) as unknown })), [ticket.code, JSON.stringify(ticket)]);
      await page.goto(`${app.url}/m/${ticket.code}?still`);
    },
    close: async () => { await browser.close(); await app.close(); },
  };
}
