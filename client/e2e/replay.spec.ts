/** Recordings in the real page: samples from two viewpoints to their end, a dropped file, links to moments, nothing that spoils, every size and language. */
import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { hostile } from './forks.ts';

interface Sample { readonly file: string; readonly outcome: string; readonly rounds: number; readonly acts: number }
const FOLDER = path.resolve(import.meta.dirname, '../../assets/recordings');
const SAMPLES = (JSON.parse(readFileSync(path.join(FOLDER, 'index.json'), 'utf8')) as { readonly samples: readonly Sample[] }).samples;
const SIZES = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }];
const FIRST = SAMPLES[0]!;
const textOf = (sample: Sample): string => readFileSync(path.join(FOLDER, sample.file), 'utf8');

const step = async (page: Page): Promise<number> => Number(await page.locator('.rp-head').getAttribute('data-step'));
const player = (page: Page) => page.getByRole('region', { name: 'Player' });
const eyes = (page: Page, name: string | RegExp) => page.locator('.rp-eyes').getByRole('radio', { name });
async function openSample(page: Page, sample: Sample, more = ''): Promise<void> {
  await page.goto(`/r/sample-${sample.file}?lang=en&still${more}`);
  await expect(player(page)).toBeVisible({ timeout: 20_000 });
}
/** Lets a file go over the page, as a hand would. */
async function drop(page: Page, text: string, name = 'mine.concert.jsonl'): Promise<void> {
  const transfer = await page.evaluateHandle(([content, called]) => {
    const data = new DataTransfer();
    data.items.add(new File([content!], called!, { type: 'text/plain' }));
    return data;
  }, [text, name]);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.locator('.rp-drop')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
async function sound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where}: wider than the screen`).toBeLessThanOrEqual(0);
}

for (const sample of SAMPLES) {
  test(`the sample ${sample.file}, round by round through two pairs of eyes to its debrief`, async ({ page }) => {
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(String(error)));
    await openSample(page, sample);
    for (const who of [/^All-knowing/, /^As China saw it/]) {
      await page.locator('.rp-eyes label').filter({ has: page.getByRole('radio', { name: who }) }).click();
      await page.keyboard.press('Home');
      for (let round = 1; round < sample.rounds; round += 1) {
        await expect(page.locator('.table')).toHaveAttribute('data-round', String(round));
        for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press(']');
      }
      await page.keyboard.press('End');
      expect(await step(page)).toBe(sample.acts - 1);
      await expect(page.getByRole('button', { name: 'To the debrief' })).toBeVisible();
    }
    await page.getByRole('button', { name: 'To the debrief' }).click();
    await expect(page.locator('.outcome')).toHaveAttribute('data-tier', sample.outcome);
    await page.getByRole('button', { name: 'Back to the replay' }).click();
    await expect(player(page)).toBeVisible();
    expect(broken).toEqual([]);
  });
}

test('what one seat decides in secret is told to all-knowing eyes and to its own, to no others', async ({ page }) => {
  const lines = textOf(FIRST).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { seat?: string; command?: { type: string; actions?: unknown[] } });
  const acts = lines.filter((line) => line.command);
  const at = acts.findIndex(({ command }) => command?.type === 'choose' && (command.actions?.length ?? 0) > 0);
  const seat = acts[at]!.seat!;
  await openSample(page, FIRST);
  await page.getByRole('slider').fill(String(at));
  await expect(page.locator('.rp-act')).toContainText('decides in secret');
  const other = seat === 'CN' ? 'As Japan saw it' : 'As China saw it';
  await page.locator('.rp-eyes label').filter({ has: page.getByRole('radio', { name: other }) }).click();
  await expect(page.locator('.rp-act')).toContainText('seals its decision');
  await page.locator('.rp-eyes label').filter({ has: page.getByRole('radio', { name: 'The public' }) }).click();
  await expect(page.locator('.rp-act')).toContainText('seals its decision');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/@public$/);
  const hash = await page.evaluate(() => location.hash);
  await page.evaluate(([place, who]) => { location.hash = `${place!.split('@')[0]}@${who!}`; }, [hash, seat]);
  await expect(page.locator('.rp-act')).toContainText('decides in secret');
});

test('every moment has its link: the address follows, leads back after a reload, and obeys the back button', async ({ page }) => {
  await page.goto('/library?lang=en&still');
  await page.goto(`/r/sample-${FIRST.file}?lang=en&still#2.7@RU`);
  await expect(player(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.table')).toHaveAttribute('data-round', '2');
  await expect(page.locator('.rp-head')).toHaveAttribute('data-inround', '7');
  await expect(eyes(page, /^As Russia/)).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#2.8@RU');
  await page.reload();
  await expect(page.locator('.rp-head')).toHaveAttribute('data-inround', '8');
  await page.evaluate(() => { location.hash = '#3.1'; });
  await expect(page.locator('.table')).toHaveAttribute('data-round', '3');
  await page.goBack();
  await expect(page.locator('.table')).toHaveAttribute('data-round', '2');
});

test('a dropped file plays without the server, stays after a reload, and a damaged one says how far it goes', async ({ page, context }) => {
  const text = textOf(FIRST);
  await page.goto('/?lang=en&still');
  await expect(page.locator('.play-now')).toBeVisible();
  await drop(page, text);
  await expect(player(page)).toBeVisible({ timeout: 20_000 });
  expect(new URL(page.url()).pathname).toBe('/r/file');
  await page.keyboard.press('ArrowRight');
  await page.reload();
  await expect(player(page)).toBeVisible({ timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await drop(page, text.split('\n').slice(0, 90).join('\n'), 'cut.jsonl');
  await expect(page.getByRole('button', { name: 'Remarks on this file' })).toBeVisible();
  await page.getByRole('button', { name: 'Remarks on this file' }).click();
  await expect(page.getByRole('dialog')).toContainText('The file ends early');
  await page.keyboard.press('Escape');
  await drop(page, '<script>window.broken = true</script>', 'evil.html');
  await expect(page.locator('.rp-refused')).toContainText('not a recording of Concert');
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  await context.setOffline(false);
});

test('bad files: each is told what it is and what can still be seen; nothing hangs, nothing of their text runs', async ({ page }) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  await page.goto('/library?lang=en&still');
  await expect(page.locator('.sample').first()).toBeVisible();
  const lines = textOf(FIRST).trimEnd().split('\n');
  const header = lines[0]!;
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['empty.jsonl', '', /empty/i], ['foreign.json', '{"some":"other file"}', /not a recording of Concert/],
    ['binary.jsonl', '\u0000\u0001PK\u0003\u0004'.repeat(500), /not a recording of Concert/],
    ['newer.jsonl', [header.replace(/"version":\d+/, '"version":99'), ...lines.slice(1)].join('\n'), /newer/],
  ];
  for (const [name, text, says] of refused) {
    await drop(page, text, name);
    await expect(page.locator('.rp-refused'), name).toContainText(says, { timeout: 10_000 });
  }
  // Larger than any recording: refused by its size, before a character is read.
  const huge = await page.evaluateHandle(() => { const data = new DataTransfer(); const part = new Uint8Array(1024 * 1024).fill(65); data.items.add(new File(Array.from({ length: 300 }, () => part), 'huge.jsonl')); return data; });
  await page.dispatchEvent('body', 'drop', { dataTransfer: huge });
  await expect(page.locator('.rp-refused')).toContainText('300', { timeout: 10_000 });
  await huge.dispose();
  // Edited in the middle: played as far as it is sound, and the remark says where it broke.
  await drop(page, lines.map((line, i) => (i === 70 ? line.replace(/"at":\d+/, '"at":1') : line)).join('\n'), 'edited.jsonl');
  await expect(player(page)).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('End');
  expect(await step(page)).toBeLessThan(FIRST.acts - 1);
  await page.getByRole('button', { name: 'Remarks on this file' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  // Script in every text a person could have written.
  await drop(page, hostile(), '<img src=x onerror="window.broken=1">.jsonl');
  // The edited one stands on the page until this one is read.
  await expect.poll(async () => { await page.keyboard.press('End'); return page.locator('.rp-act').textContent(); }, { timeout: 20_000 }).toContain('writes to');
  await page.getByRole('button', { name: 'Study', exact: true }).click();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => ['broken' in window, document.querySelector('img[src=x]') !== null])).toEqual([false, false]);
  expect(broken).toEqual([]);
});

test('reveal as we go: length, outcome and later moments stay unknown until one comes to them', async ({ page }) => {
  await page.goto('/library?lang=en&still');
  await page.getByText('Hide outcomes').click();
  await expect(page.locator('.sample').first()).not.toHaveAttribute('data-tier');
  await openSample(page, FIRST);
  await expect(page.getByRole('slider')).toHaveAttribute('max', '0');
  await expect(page.locator('.rp-where')).not.toContainText(' of 3');
  await page.keyboard.press('End');
  expect(await step(page)).toBe(0);
  await page.keyboard.press(']');
  const furthest = await step(page);
  expect(furthest).toBeGreaterThan(10);
  await page.keyboard.press('Home');
  await expect(page.getByRole('slider')).toHaveAttribute('max', String(furthest));
});

test('plays at its pace and stops; the space bar is enough', async ({ page }) => {
  await openSample(page, FIRST);
  await page.getByLabel('Pace').selectOption('16');
  await page.locator('.table-map').click({ position: { x: 5, y: 5 }, force: true });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => step(page), { timeout: 20_000 }).toBeGreaterThan(40);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const stopped = await step(page);
  await page.waitForTimeout(500);
  expect(await step(page)).toBe(stopped);
});

test('dragging the slider keeps the frames coming', async ({ page }) => {
  await openSample(page, FIRST);
  const worst = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.rp-slider')!;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    const most = Number(slider.max);
    const waits: number[] = [];
    let before = performance.now();
    slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (let i = 0; i < 90; i += 1) {
      native.set!.call(slider, String(Math.round(((i * 37) % 90) / 90 * most)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      waits.push(now - before);
      before = now;
    }
    slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    return waits.sort((a, b) => a - b);
  });
  console.log(`seek by slider: median ${worst[45]?.toFixed(1)} ms, p95 ${worst[85]?.toFixed(1)} ms, longest ${worst.at(-1)?.toFixed(1)} ms a frame`);
  // The figure is for readers of the log: speed is never asserted, what the slider shows is.
  const at = await step(page);
  expect(at).toBe(await page.locator('.rp-slider').inputValue().then(Number));
  // Held, the table waits; let go, it shows the moment the slider stands at.
  const round = await page.locator('.rp-where').textContent().then((text) => /Round (\d+)/.exec(text ?? '')?.[1] ?? '');
  await expect(page.locator('.table')).toHaveAttribute('data-round', round);
});

for (const language of ['en', 'zh']) {
  test(`library and player in ${language} at three sizes`, async ({ page }) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.goto(`/library?lang=${language}&still`);
      await expect(page.locator('.sample').first()).toBeVisible();
      await sound(page, `library ${language} ${size.width}`);
      for (const place of ['#1.1', '#3.9@DK']) {
        await page.goto(`/r/sample-${SAMPLES.at(-1)!.file}?lang=${language}&still${place}`);
        await expect(page.locator('.rp-head')).toBeVisible({ timeout: 20_000 });
        await sound(page, `player ${place} ${language} ${size.width}`);
      }
      await page.locator('.rp-tools button').first().click();
      await expect(page.locator('.rp-moment').first()).toBeVisible();
      await sound(page, `moments ${language} ${size.width}`);
      await page.keyboard.press('Escape');
    }
  });
}
