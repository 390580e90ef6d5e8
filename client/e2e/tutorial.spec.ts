/** The lesson, played to its wrap-up by somebody who only does what the coach marks; by mouse and by words of no language, so the same in every one. */
import { expect, test, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

const coach = (page: Page) => page.locator('.coach');
const wrap = (page: Page) => page.locator('.wrap');
const LANGUAGES = [{ code: 'en', leave: 'Leave the lesson' }, { code: 'zh', leave: '离开课程' }];

/** What the card says and marks at this moment. */
async function moment(page: Page): Promise<{ step: string; marked: string; next: boolean } | null> {
  return page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('.coach');
    if (!card) return null;
    return { step: card.dataset['step'] ?? '', marked: document.querySelector('[data-coached]')?.getAttribute('data-coach') ?? '', next: [...card.querySelectorAll('.coach-main')].length > 0 };
  });
}

/** Does what is marked, as a hand would: presses it, picks from it, or reads on. */
async function follow(page: Page, { step, marked, next }: { step: string; marked: string; next: boolean }): Promise<void> {
  const target = page.locator('[data-coached]').first();
  const quick = { timeout: 3000 };
  if (next) return coach(page).locator('.coach-main').click(quick);
  if (marked.startsWith('composer-pattern')) {
    await target.getByRole('button').first().click(quick);
    await page.getByRole('option').nth(step === 'protocol' ? 1 : 0).click(quick);
  } else if (marked === 'composer-sides') await target.getByRole('radio').nth(step === 'oral' ? 0 : 1).click({ ...quick, force: true });
  else if (marked.startsWith('mode-')) await target.getByRole('radio').nth(1).click({ ...quick, force: true });
  else if (marked.startsWith('break-')) await target.getByRole('button').click(quick);
  else if (/^(tab|pane)-|^(accept|sign|write|read-texts|composer-table|seal|ready|confirm)$/.test(marked)) await target.click(quick);
}

for (const { code, leave } of LANGUAGES) {
  for (const size of code === 'en' ? [{ width: 1440, height: 900 }, { width: 390, height: 844 }] : [{ width: 1440, height: 900 }]) {
    test(`the lesson in ${code} at ${size.width}, from Home to the wrap-up, by following the coach`, async ({ page }) => {
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(String(error)));
      await page.setViewportSize(size);
      await page.goto(`/?lang=${code}&still`);
      await page.locator('.learn .btn').first().click();
      await expect(coach(page)).toBeVisible({ timeout: 30_000 });
      const steps = new Set<string>();
      let checked = false;
      for (let turn = 0; turn < 400 && !(await page.locator('.outcome').count()); turn += 1) {
        const now = await moment(page);
        if (now) {
          if (process.env['E2E_TRACE'] && !steps.has(now.step)) console.log(now.step, now.marked);
          steps.add(now.step);
          if (now.step === 'table' && !checked) {
            checked = true;
            await expect(coach(page).getByRole('link', { name: leave, includeHidden: true })).toBeVisible();
            const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
            expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
          }
          // A control may go away between the look and the press: the next turn looks again.
          await follow(page, now).catch(() => {});
        }
        await page.waitForTimeout(120);
      }
      for (const step of ['welcome', 'standing', 'line', 'meet', 'sign', 'pattern', 'table', 'refused', 'oral', 'tableOral', 'keep', 'kept', 'december', 'protocol', 'cliff', 'break', 'seal']) expect([...steps]).toContain(step);
      await expect(wrap(page)).toBeVisible();
      for (const deed of ['made', 'signed', 'kept', 'broke', 'others']) await expect(wrap(page).locator(`[data-deed="${deed}"]`), deed).not.toHaveAttribute('data-empty', /.*/);
      await expect(wrap(page).locator('.wrap-causes > li')).toHaveCount(3);
      await expect(wrap(page).locator('a[href="/codex#M23"]')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      expect(broken).toEqual([]);
    });
  }
}

test('the coach never traps: skip, look back, hide, reload and keyboard', async ({ page }) => {
  await page.goto('/?lang=en&still');
  await page.locator('.learn .btn').first().click();
  await expect(coach(page)).toHaveAttribute('data-step', 'welcome', { timeout: 30_000 });
  await coach(page).getByRole('button', { name: 'Next' }).click();
  await expect(coach(page)).toHaveAttribute('data-step', 'ledger');
  await coach(page).getByRole('button', { name: 'Back' }).click();
  await expect(coach(page)).toContainText('October 2008. You lead');
  await coach(page).getByRole('button', { name: 'Forward to now' }).click();
  await coach(page).getByRole('button', { name: 'Skip this step' }).click();
  await expect(coach(page)).toHaveAttribute('data-step', 'standing');
  await page.reload();
  await expect(coach(page)).toHaveAttribute('data-step', 'standing');
  await coach(page).getByRole('button', { name: 'Hide' }).click();
  await expect(coach(page)).toHaveCount(0);
  await expect(page.locator('[data-coached]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the coach' }).click();
  await page.keyboard.press('F6');
  await expect(coach(page)).toBeFocused();
  await coach(page).getByRole('link', { name: 'Leave the lesson' }).click();
  await page.getByRole('link', { name: 'Go on with the lesson' }).click();
  await expect(coach(page)).toHaveAttribute('data-step', 'standing');
});
