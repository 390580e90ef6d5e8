/** The slider of the player dragged in Chromium: frames and long tasks while it moves and when the hand rests, beside the same drag over nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';

export interface Drag { readonly frames: number; readonly median: number; readonly p95: number; readonly longest: number; /** Main-thread tasks longer than 50 ms. */ readonly longTasks: number; readonly longestTask: number }
export interface SliderFigures { readonly idle: Drag; readonly drag: Drag; readonly rest: Drag; readonly seeks: number }

const FRAMES = 120;
/** Milliseconds of quiet after which a hand counts as resting. */
const REST_MS = 700;

/** Runs in the page: `move` is called once a frame. */
const measured = `async (mode) => {
  const slider = document.querySelector('.rp-slider');
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const most = Number(slider.max);
  const tasks = [];
  const watch = new PerformanceObserver((list) => { for (const entry of list.getEntries()) tasks.push(entry.duration); });
  watch.observe({ entryTypes: ['longtask'] });
  const waits = [];
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  let before = performance.now();
  const count = mode === 'rest' ? Math.ceil(${REST_MS} / 16) : ${FRAMES};
  if (mode === 'drag') slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  for (let i = 0; i < count; i += 1) {
    if (mode === 'drag') {
      // Back and forth over the whole length, as a hand looking for a moment does.
      const share = Math.abs(((i * 2) % (2 * count)) / count - 1);
      native.call(slider, String(Math.round(share * most)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await frame();
    const now = performance.now();
    waits.push(now - before);
    before = now;
  }
  if (mode === 'drag') slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  else await new Promise((go) => setTimeout(go, 60));
  watch.disconnect();
  waits.sort((a, b) => a - b);
  const at = (share) => Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] * 10) / 10;
  return { frames: waits.length, median: at(0.5), p95: at(0.95), longest: at(1), longTasks: tasks.length, longestTask: Math.round(Math.max(0, ...tasks)) };
}`;

async function run(page: Page, mode: 'idle' | 'drag' | 'rest'): Promise<Drag> {
  return page.evaluate(`(${measured})(${JSON.stringify(mode)})`);
}

/** Three passes on a warm page; of each figure the best, as whatever else the machine does only adds. */
export async function dragSlider(browser: Browser, url: string): Promise<SliderFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('.rp-slider').waitFor();
  await page.waitForTimeout(1500);
  const passes: SliderFigures[] = [];
  for (let i = 0; i < 4; i += 1) {
    const idle = await run(page, 'idle');
    const drag = await run(page, 'drag');
    const rest = await run(page, 'rest');
    if (i > 0) passes.push({ idle, drag, rest, seeks: FRAMES });
  }
  await page.close();
  const best = (of: 'idle' | 'drag' | 'rest'): Drag => Object.fromEntries((['frames', 'median', 'p95', 'longest', 'longTasks', 'longestTask'] as const).map((key) => [key, Math.min(...passes.map((pass) => pass[of][key]))])) as unknown as Drag;
  return { idle: best('idle'), drag: best('drag'), rest: best('rest'), seeks: FRAMES };
}

/** A server of our own with the built client, and Chromium; null where either is missing. */
export async function sliderFigures(root: string): Promise<SliderFigures | null> {
  const { existsSync } = await import('node:fs');
  if (!existsSync(path.join(root, 'client/dist/index.html'))) return null;
  const { chromium } = await import('@playwright/test');
  const { createApp } = await import('../../server/src/app.ts');
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] }).catch(() => null);
  if (!browser) return null;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concert-bench-'));
  const app = await createApp({ dataDir, port: 0 });
  try {
    return await dragSlider(browser, `${app.url}/r/sample-concert.concert.jsonl?lang=en&still`);
  } finally {
    await browser.close();
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
