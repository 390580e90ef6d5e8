/** Looking back at a match that is not over: what one's own seat saw, the latest on asking; the file of it plays elsewhere, and gives nothing more. */
import { expect, test } from '@playwright/test';
import { linkOf } from '../../shared/src/recording/chain.ts';

/** The file with other views in it, chained anew as a forger would. */
function forged(text: string, change: (view: Record<string, unknown>) => void): string {
  const [header = '', first = ''] = text.split('\n');
  const { hash: _hash, ...open } = JSON.parse(first) as { hash: string; view: Record<string, unknown> };
  change(open.view);
  return `${header}\n${JSON.stringify({ ...open, hash: linkOf('', open) })}\n`;
}

test('from the table to what my seat saw, and the file of it on another machine', async ({ page, browser, baseURL }) => {
  await page.goto('/?lang=en&still');
  await page.getByRole('button', { name: /Play now/ }).click({ timeout: 20_000 });
  await page.waitForURL(/\/m\/[A-Z]{6}/, { timeout: 20_000 });
  const code = /\/m\/([A-Z]{6})/.exec(page.url())![1]!;
  await expect(page.locator('.table')).toBeVisible({ timeout: 20_000 });
  const seat = await page.evaluate(async (of) => {
    const { token } = (JSON.parse(localStorage.getItem('concert.tickets') ?? '{}') as Record<string, { token: string }>)[of]!;
    const header = (await (await fetch(`/api/recordings/${of}`, { headers: { authorization: `Bearer ${token}` } })).text()).split('\n')[0]!;
    return (JSON.parse(header) as { viewer: { seat: string } }).viewer.seat;
  }, code);

  await page.getByRole('button', { name: 'Settings' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Look back at this match' }).click();
  const back = await opening;
  await expect(back.locator('.rp-views')).toContainText('and no more', { timeout: 20_000 });
  await expect(back.locator('.rp-views')).toContainText('still going on');
  await expect(back.locator('.rp-eyes').getByRole('radio')).toHaveCount(1);
  await expect(back.getByRole('button', { name: 'Watch together' })).toHaveCount(0);
  await back.keyboard.press('End');
  await back.getByRole('button', { name: 'Load what came since' }).click();
  await expect(back.locator('.rp-head')).toBeVisible();
  await back.getByRole('button', { name: 'Study' }).click();
  await expect(back.locator('.rp-study')).toContainText('cannot be gone on from');

  // A stranger who knows the code reads what the public saw.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${baseURL}/r/${code}?lang=en&still#1.1@${seat}`);
  await expect(stranger.locator('.rp-views')).toContainText('What everybody could see', { timeout: 20_000 });
  await expect(stranger.locator('.rp-eyes').getByRole('radio')).toHaveCount(1);

  // The file, dropped where there is no server of that match; a hostile one takes nothing with it.
  const text = await page.evaluate(async (of) => {
    const { token } = (JSON.parse(localStorage.getItem('concert.tickets') ?? '{}') as Record<string, { token: string }>)[of]!;
    return (await fetch(`/api/recordings/${of}`, { headers: { authorization: `Bearer ${token}` } })).text();
  }, code);
  await stranger.goto('/library?lang=en&still');
  const choose = (content: string) => stranger.locator('input[type=file]').first().setInputFiles({ name: 'mine.concert-view.jsonl', mimeType: 'text/plain', buffer: Buffer.from(content) });
  await choose(text);
  await expect(stranger.locator('.rp-views')).toContainText('and no more', { timeout: 20_000 });
  await stranger.goto('/library?lang=en&still');
  await choose(text.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`));
  await expect(stranger.locator('.rp-refused')).toBeVisible({ timeout: 20_000 });
  for (const change of [(view: Record<string, unknown>) => { view['news'] = { 1: null }; }, (view: Record<string, unknown>) => { view['gauges'] = {}; }, (view: Record<string, unknown>) => { view['seats'] = { XX: 7 }; view['commitments'] = { c: { state: 1 } }; }]) {
    await stranger.goto('/library?lang=en&still');
    await choose(forged(text, change));
    await expect(stranger.locator('.rp-refused').or(stranger.getByText('This recording cannot be shown'))).toBeVisible({ timeout: 20_000 });
    await expect(stranger.getByRole('button', { name: 'Open a recording' })).toBeVisible();
  }
});
