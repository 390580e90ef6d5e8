/** Every screen for everybody: accessibility rules, both languages, and nothing wider than the screen. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { playNow } from './human.ts';

const SIZES = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }];

async function sound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where}: wider than the screen`).toBeLessThanOrEqual(0);
}

for (const language of ['en', 'zh']) {
  test(`home and table in ${language} at three sizes`, async ({ page }) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.goto(`/?lang=${language}&still`);
      await expect(page.locator('.play-now .btn-big')).toBeVisible();
      await sound(page, `home ${language} ${size.width}`);
    }
    await playNow(page, `?lang=${language}&still`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect(page.locator('[data-phase]')).toBeVisible();
      await sound(page, `table ${language} ${size.width}`);
    }
  });
}

for (const language of ['en', 'zh']) {
  test(`the codex in ${language}, on its own page at three sizes and beside the table`, async ({ page }) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const entry of ['', '#M12', '#R1', '#tiers', '#promise']) {
        await page.goto(`/codex?lang=${language}&still${entry}`);
        await expect(page.locator('.codex')).toBeVisible();
        await sound(page, `codex${entry} ${language} ${size.width}`);
      }
    }
    await playNow(page, `?lang=${language}&still`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.locator('.pn-now .codex-link').first().click();
      await expect(page.locator('.codex-panel .codex-entry')).toBeVisible();
      await sound(page, `codex beside the table ${language} ${size.width}`);
      await page.keyboard.press('Escape');
      await expect(page.locator('.codex-panel')).toHaveCount(0);
    }
  });
}

test('an address that leads nowhere says so and shows the way back', async ({ page }) => {
  await page.goto('/nowhere/at/all?lang=en');
  await expect(page.getByRole('link').first()).toBeVisible();
  await page.goto('/m/ZZZZZZ?lang=en');
  await expect(page.getByRole('alert').or(page.getByRole('heading')).first()).toBeVisible();
});
