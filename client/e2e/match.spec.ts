/** One person and five bots play a whole match through the real page, from Home to the debrief. */
import { expect, test } from '@playwright/test';
import { debrief, declare, goOn, moment, playNow, restrain, sealChoice, signOne, tableText } from './human.ts';

test('a whole match in the browser: all eight rounds to a scored ending and the recording', async ({ page }) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  // A power that declares a red line and is a patron: it meets every phase.
  await playNow(page, '?lang=en&still', 'United States');
  const seen = new Set<string>();
  const rounds = new Set<number>();
  let tabled = false;
  let said = false;
  for (let step = 0; step < 120; step += 1) {
    const at = await moment(page);
    if (!at) break;
    seen.add(at.phase);
    if (process.env['E2E_TRACE']) console.log(Math.round(performance.now() / 1000), at.round, at.phase);
    rounds.add(at.round);
    if (at.phase === 'declaration') await declare(page);
    if (at.phase === 'plenary') {
      if (!tabled) { await tableText(page); tabled = true; }
      await page.getByRole('tab', { name: /Proposals/ }).click();
      await signOne(page);
      if (!said) {
        await page.getByRole('tab', { name: /^Talk/ }).click();
        await page.getByRole('textbox', { name: /^Message/ }).fill('We propose to begin with what all can check.');
        await page.getByRole('button', { name: 'Send' }).click();
        await expect(page.getByText('We propose to begin with what all can check.').first()).toBeVisible();
        said = true;
      }
    }
    if (at.phase === 'secret') await sealChoice(page);
    if (at.phase === 'crisis') await restrain(page);
    await goOn(page);
  }
  await expect(debrief(page)).toBeVisible();
  expect([...seen]).toEqual(expect.arrayContaining(['dawn', 'declaration', 'bilateral', 'plenary', 'secret', 'reveal']));
  // War may end it earlier; a peaceful match has all eight rounds.
  const tier = await debrief(page).getAttribute('data-tier');
  expect(tier).not.toBeNull();
  if (tier !== 'war') expect(Math.max(...rounds)).toBe(8);
  for (const seat of ['China', 'DPRK']) await expect(page.locator('.debrief').getByText(seat).first()).toBeVisible();
  await expect(page.locator('.debrief table').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.locator('a[download]').click();
  expect((await download).suggestedFilename()).toMatch(/\.concert\.jsonl$/);
  expect(broken).toEqual([]);
});
