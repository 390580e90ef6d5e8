/** A class of two tables and twenty-four people: the desk sets it up, starts, pauses, injects, approves, gives a lost phone its seat back, and leads it to the end. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import { joinClass } from '../src/net/classes.ts';
import { connect, type Connection } from '../src/net/connection.ts';

const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
/** Two people a seat and table: a head and an adviser. */
const ROSTER = [1, 2].flatMap((table) => SEATS.flatMap((seat) => [`${seat} head ${table},${table},${seat},head`, `${seat} aide ${table},${table},${seat},economy`]));

async function phone(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })).newPage();
  await page.goto(`${url}?lang=en`);
  return page;
}
async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Come in' }).click();
}
const noViolations = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
};

test('a class of two tables with twenty-four people, from set-up to the end of the match', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const lines: Connection[] = [];
  await page.goto('/class/new?lang=en');
  await page.getByRole('textbox', { name: 'Name of the class' }).fill('IR 301');
  await page.getByText('50 minutes', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Tables side by side' }).fill('2');
  await page.getByRole('textbox', { name: /Roster/ }).fill(ROSTER.join('\n'));
  await expect(page.getByText('24 people')).toBeVisible();
  await page.getByText('New texts').click();
  await noViolations(page);
  await page.getByRole('button', { name: 'Open the class' }).click();
  await page.waitForURL(/\/desk/);
  const code = /class\/([A-Z]{6})/.exec(page.url())?.[1] ?? '';

  // A head and an aide at real phones, everybody else over real connections.
  const [head, aide] = [await phone(browser, `${origin}/class/${code}`), await phone(browser, `${origin}/class/${code}`)] as const;
  await noViolations(head);
  await comeIn(head, 'us HEAD 1');
  await comeIn(aide, 'US aide 1');
  await Promise.all([head.waitForURL(/\/m\//), aide.waitForURL(/\/m\//)]);
  for (const line of ROSTER.map((row) => row.split(',')[0] ?? '').filter((name) => !name.startsWith('US') || name.endsWith('2'))) {
    const answer = await joinClass(origin, code, { name: line });
    if (!answer.ok) throw new Error(`${line}: ${answer.code}`);
    const ticket: ClassTicket = answer.value;
    lines.push(connect(origin, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat }));
  }
  await expect(page.getByText('waiting, 12 are in')).toHaveCount(2, { timeout: 20_000 });
  await page.getByRole('button', { name: 'Begin 2 tables' }).click();
  await expect(page.getByText('2 of 2 here')).toHaveCount(12, { timeout: 20_000 });
  await noViolations(page);

  // The desk leads: to the declaration, a pause with its reason, a word, news.
  const phaseOf = (table: number) => page.locator('.seminar-card').nth(table - 1);
  for (let i = 0; i < 4 && !(await phaseOf(1).getByText('Red lines').isVisible()); i += 1) { await page.getByRole('button', { name: 'End the phase' }).click(); await page.waitForTimeout(1800); }
  const word = page.getByPlaceholder('A word to the tables, or the reason of a pause');
  await word.fill('Eyes to the front');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(head.getByText('Eyes to the front')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(head.getByText('Eyes to the front')).toBeHidden();

  // The aide means to declare: it becomes a draft, and the head confirms it.
  await aide.getByText('Firm sanctions').last().click();
  await aide.getByRole('button', { name: 'Seal' }).click();
  await expect(aide.getByText('it now lies before the head')).toBeVisible();
  await head.getByRole('button', { name: 'More' }).click();
  await head.getByRole('tab', { name: /delegation/i }).click();
  await expect(head.getByText('Declare the red line')).toBeVisible();
  await head.getByRole('button', { name: 'Confirm as head' }).click();
  await expect(head.getByText('Declare the red line')).toBeHidden();

  // A new text waits for the desk, which lets it pass.
  const china = lines.find((line) => line.you?.name === 'CN head 1');
  if (!china) throw new Error('no head of CN at table 1');
  for (let i = 0; i < 6 && china.view?.table.phase !== 'plenary'; i += 1) { await page.getByRole('button', { name: 'End the phase' }).click(); await page.waitForTimeout(1200); }
  const tabled = await china.act({ type: 'propose', scope: 'plenary', lines: [{ clause: 'DN01', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN' }] });
  expect(tabled.ok).toBe(true);
  await expect(page.getByText('China means to act')).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: 'Let it pass' }).click();
  await expect.poll(() => Object.keys(china.view?.proposals ?? {}).length, { timeout: 10_000 }).toBe(1);

  await page.getByRole('tab', { name: 'Injects' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('A relief ship has been turned back.');
  await page.getByRole('button', { name: 'Send to 2 tables' }).click();
  await expect.poll(() => JSON.stringify(china.view?.news ?? {}), { timeout: 10_000 }).toContain('A relief ship has been turned back.');

  // A lost phone: the same name comes again, the desk nods, the new device has the seat.
  await aide.context().close();
  const found = await phone(browser, `${origin}/class/${code}`);
  await comeIn(found, 'US aide 1');
  await expect(found.getByText('This name is already here.')).toBeVisible();
  await page.getByRole('tab', { name: /Inbox/ }).click();
  await page.getByRole('button', { name: 'It is them' }).click();
  await found.waitForURL(/\/m\//, { timeout: 15_000 });
  await found.getByRole('button', { name: 'Ask the facilitator' }).click();
  await found.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('US aide 1 asks for help')).toBeVisible({ timeout: 10_000 });

  // Substitution: a person moves to another office's chair across the room.
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByLabel('Place of JP aide 2').selectOption({ index: 3 });
  await expect.poll(() => page.getByLabel('Place of JP aide 2').inputValue()).toContain(' RU');

  // To the end: every table reaches its outcome, and the projector shows no secret.
  const running = page.locator('.seminar-card[data-status="running"]');
  for (let i = 0; i < 80 && (await running.count()) > 0; i += 1) { await page.getByRole('button', { name: 'End the phase' }).click({ timeout: 1000 }).catch(() => {}); await page.waitForTimeout(250); }
  await expect(running).toHaveCount(0, { timeout: 20_000 });
  await expect(head.locator('.outcome')).toBeVisible({ timeout: 20_000 });

  // The debrief: the survey before the reveal, then the report, for the desk and for the class.
  await page.getByRole('button', { name: 'Survey', exact: true }).click();
  await head.getByRole('link', { name: 'Survey' }).click({ timeout: 20_000 });
  await expect(head.locator('.seminar-scale')).toHaveCount(4);
  for (const scale of await head.locator('.seminar-scale').all()) await scale.getByRole('radio').nth(4).check();
  await head.getByRole('button', { name: 'Yes', exact: true }).click();
  await noViolations(head);
  await head.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(head.getByText('Thank you.')).toBeVisible();
  await expect(page.getByText('1 of 24 surveys are in')).toBeVisible({ timeout: 10_000 });
  // The reveal, step by step: nothing that was secret is on a phone before the desk has come to it.
  await head.getByRole('link', { name: 'Back to the table' }).click();
  await expect(head.getByRole('heading', { name: 'The rest opens step by step' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Next: Outcome' }).click();
  await expect(head.getByText('Step 1 of 8')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Next: Texts' }).click();
  await expect(head.getByText('Step 2 of 8')).toBeVisible({ timeout: 15_000 });
  await expect(head.getByText('Instructions from home')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next: Interests' }).click();
  await expect(head.getByText('Instructions from home')).toBeVisible({ timeout: 15_000 });
  await noViolations(head);
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page.locator('.seminar-table-report')).toHaveCount(2, { timeout: 20_000 });
  await expect(page.getByText('Complete.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'War index, round by round' }).locator('path')).toHaveCount(2);
  await expect(page.locator('#table-1').getByRole('img', { name: /Packages of the frontier/ })).toBeVisible();
  await expect(page.locator('#table-1').getByText('DN01').or(page.locator('#table-1').getByText(/shut down and seal/)).first()).toBeVisible();
  await noViolations(page);
  // The report as one file: it opens from a disk and asks for nothing.
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Keep as one file (HTML)' }).click();
  const file = test.info().outputPath('report.html');
  await (await saved).saveAs(file);
  const alone = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(`file://${file}`);
  await expect(alone.getByRole('heading', { name: 'All packages and the one you signed' })).toHaveCount(2);
  expect(asked).toEqual([`file://${file}`]);
  await noViolations(alone);
  await alone.close();
  await head.goto(`${origin}/class/${code}/report?lang=en`);
  await expect(head.locator('.seminar-table-report')).toHaveCount(2, { timeout: 20_000 });
  expect(await head.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

  await page.goto(`/class/${code}/screen?lang=zh`);
  await expect(page.locator('.seminar-code')).toHaveText(code);
  await noViolations(page);
  for (const line of lines) line.close();
});
