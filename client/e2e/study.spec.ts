/** A recording studied: a note kept over a reload, and a live match that goes on from a recorded moment. */
import { expect, test } from '@playwright/test';

test('a note stays with its moment, and the match goes on from there', async ({ page }) => {
  await page.goto('/r/sample-concert.concert.jsonl?lang=en&still#3.1');
  await expect(page.locator('.rp-head')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Study' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Here trust begins to grow.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('.study-notes li')).toHaveText(/3\.1.*Here trust begins to grow\./);
  await page.reload();
  await page.getByRole('button', { name: 'Study' }).click({ timeout: 20_000 });
  await expect(page.locator('.study-notes li')).toHaveCount(1);
  await page.locator('.rp-study').getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.rp-study')).toHaveCount(0);
  await page.getByRole('button', { name: 'Study' }).click();
  await page.getByRole('combobox', { name: 'Your seat' }).selectOption('CN');
  await page.getByRole('button', { name: 'Begin a match from here' }).click();
  await page.waitForURL(/\/m\/[A-Z]{6}/, { timeout: 20_000 });
  await expect(page.locator('.table')).toHaveAttribute('data-round', '3', { timeout: 20_000 });
});
