/** One human at the real page: what a player does in each phase, by the words on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';

export const table = (page: Page): Locator => page.locator('[data-phase][data-seq]');
export const debrief = (page: Page): Locator => page.locator('.outcome[data-tier]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

export interface Moment { readonly phase: string; readonly round: number; readonly seq: number }
/** Where the match stands, null once the debrief is shown. */
export async function moment(page: Page): Promise<Moment | null> {
  await expect(table(page).or(debrief(page)).first()).toBeVisible();
  if (await debrief(page).count()) return null;
  const at = await table(page).evaluate((element) => ({ phase: (element as HTMLElement).dataset['phase'] ?? '', round: Number((element as HTMLElement).dataset['round']), seq: Number((element as HTMLElement).dataset['seq']) })).catch(() => null);
  return at;
}

/** Play now with the seat the page draws, or the one named. */
export async function playNow(page: Page, query = '?lang=en&still', seat?: string): Promise<void> {
  await page.goto(`/${query}`);
  if (seat) await page.locator('.play-now').getByText(seat, { exact: true }).click();
  await page.locator('.play-now .btn-big').click();
  await expect(table(page)).toBeVisible({ timeout: 30_000 });
}

/** Says ready and waits until the table has moved on. */
export async function goOn(page: Page): Promise<void> {
  const before = await moment(page);
  if (!before) return;
  const ready = button(page, 'Ready');
  await expect(async () => {
    const now = await moment(page);
    if (!now || now.seq !== before.seq) return;
    if (await ready.count()) await ready.first().click({ timeout: 2000 });
    const after = await moment(page);
    expect(!after || after.seq !== before.seq).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [50, 100, 200, 400] });
}

/** A sealed red line. */
export async function declare(page: Page): Promise<void> {
  const seal = button(page, 'Seal');
  const quick = { timeout: 2000 };
  await expect(async () => {
    if (await page.getByText(/^Sealed:/).count()) return;
    await page.getByRole('radio').nth(2).click({ ...quick, force: true });
    // What is sealed already, or stood last round, cannot be sealed again: then the next level.
    if (!(await seal.isEnabled(quick))) await page.getByRole('radio').nth(3).click({ ...quick, force: true });
    await seal.click(quick);
    await expect(page.getByText(/^Sealed:/).first()).toBeVisible(quick);
  }).toPass({ timeout: 60_000 });
}

/** Writes a text of two clauses in the composer and tables it. */
export async function tableText(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Proposals/ }).click();
  await button(page, 'Write a text').first().click();
  const drawer = page.getByRole('dialog');
  for (const wanted of ['working groups', 'hotline']) {
    await drawer.getByRole('searchbox').fill(wanted);
    await drawer.getByRole('button', { name: /^Add: / }).first().click();
  }
  await drawer.getByRole('button', { name: 'Table it' }).click();
  // Only a text that was tabled closes the drawer; it is then ours to withdraw, unless somebody has already refused it.
  await expect(drawer).toHaveCount(0);
  await expect(button(page, 'Withdraw').or(page.getByText(/^Settled in round/)).first()).toBeVisible();
}

/** Signs the first text that asks for our signature, if there is one. */
export async function signOne(page: Page): Promise<boolean> {
  const sign = button(page, 'Sign').first();
  if (!(await sign.count())) return false;
  await sign.click();
  return true;
}

/** Seals a secret choice: the first act that is open to us, everything due is performed. */
export async function sealChoice(page: Page): Promise<void> {
  await button(page, 'Seal the decision').click();
  await expect(page.getByText('Sealed. Nobody sees it before the reveal.')).toBeVisible();
}

/** Restrains the own client where a crisis asks us. */
export async function restrain(page: Page): Promise<void> {
  const pick = page.getByRole('button', { name: /^Restrain/ });
  if (await pick.count()) await pick.first().click();
}
