/** FD-11 on a phone: somebody comes as an observer, sees the table and none of its secrets, writes a note; two neighbours share a laptop behind a PIN. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { createClass, joinClass, myPlace, orderDesk, seeDesk } from '../src/net/classes.ts';
import type { Answer } from '../src/net/answer.ts';
import { connect, type Connection } from '../src/net/connection.ts';
import type { DeskOverview } from '../src/seminar/overview.ts';

const must = <T>(answer: Answer<T>): T => { if (!answer.ok) throw new Error(answer.code); return answer.value; };
const noViolations = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
};
const open = async (browser: Browser, width: number, height: number): Promise<Page> => (await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })).newPage();

test('an observer on a phone: the door, the table without its secrets, a note, and a seat from the desk', async ({ browser, baseURL, page: desk }) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  const { code, token } = must(await createClass(origin, { scenario: 'six-party', title: 'IR 302', plan: 'meetings', tables: 2, roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'DK' }] }));
  const phone = await open(browser, 390, 844);
  await phone.goto(`/class/${code}?lang=en`);
  await phone.getByRole('button', { name: 'As an observer' }).click();
  await phone.getByRole('group', { name: 'Which table' }).getByRole('button', { name: 'Table 1' }).click();
  await noViolations(phone);
  await phone.getByRole('textbox', { name: 'Your name' }).fill('Oscar');
  await phone.getByRole('button', { name: 'Come in' }).click();
  await expect(phone.getByRole('heading', { name: 'Observing table 1' })).toBeVisible();

  // At the table: words between two, words inside, a sealed red line.
  const lines: Connection[] = [];
  for (const name of ['Ada', 'Bea']) { const ticket = must(await joinClass(origin, code, { name })); lines.push(connect(origin, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat })); }
  const [ada] = lines as [Connection, Connection];
  const overview = async (): Promise<DeskOverview> => must(await seeDesk<DeskOverview>(origin, code, token));
  const [table] = (await overview()).tables;
  must(await orderDesk(origin, code, token, { do: 'start', tables: [table!.code] }));
  await expect.poll(() => ada.view?.table.phase).toBeTruthy();
  for (let i = 0; i < 12 && ada.view?.table.phase !== 'declaration'; i += 1) {
    const { phaseSeq } = ada.view!.table;
    must(await orderDesk(origin, code, token, { do: 'endPhase', tables: [table!.code] }));
    await expect.poll(() => ada.view?.table.phaseSeq).not.toBe(phaseSeq);
  }
  must(await ada.act({ type: 'message', to: ['DK'], text: 'a secret between two' }));
  must(await ada.act({ type: 'message', to: [], text: 'a secret among ourselves' }));
  must(await ada.act({ type: 'declare', level: 3 }));
  await expect(phone.getByText('Red lines · round 1').or(phone.getByText(/round 1$/).first()).first()).toBeVisible();
  const watched = phone.waitForResponse((response) => response.url().endsWith(`/api/classes/${code}/watch`));
  const sent = await (await watched).text();
  for (const secret of ['a secret between two', 'a secret among ourselves', ada.view!.me!.mandate ?? '"mandate":"']) { expect(sent).not.toContain(secret); await expect(phone.locator('body')).not.toContainText(secret); }
  expect((JSON.parse(sent) as { view: { me: unknown } }).view.me).toBeNull();

  await phone.getByRole('textbox', { name: /What do you see/ }).fill('They wait for each other.');
  await phone.getByRole('button', { name: 'trust', exact: true }).click();
  await phone.getByRole('button', { name: 'Write it down' }).click();
  await expect(phone.getByRole('listitem').filter({ hasText: 'They wait for each other.' })).toBeVisible();
  await noViolations(phone);
  expect((await overview()).notes.map(({ text, tag, phase }) => [text, tag, phase])).toEqual([['They wait for each other.', 'trust', 'declaration']]);
  await expect(phone.getByRole('heading', { name: 'Where the table stands' })).toBeVisible();
  await expect(phone.getByText(/^tension \d+, blocs/)).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // The desk sees them and gives a seat: the phone goes to the table by itself.
  await desk.addInitScript(([at, key]) => localStorage.setItem('concert.desks', JSON.stringify({ [at!]: key })), [code, token]);
  await desk.goto(`/class/${code}/desk?lang=en`);
  await expect(desk.getByText('1 observer: Oscar')).toBeVisible();
  await desk.getByRole('tab', { name: 'People' }).click();
  await expect(desk.getByRole('combobox', { name: 'Place of Oscar' })).toHaveValue(`${table!.code} *`);
  await noViolations(desk);
  await desk.getByRole('combobox', { name: 'Place of Oscar' }).selectOption(`${table!.code} RU`);
  await phone.waitForURL(/\/m\//, { timeout: 20_000 });
  await expect(phone.locator('[data-phase][data-seq]')).toBeVisible({ timeout: 30_000 });
  // And takes it away again: back to watching.
  await desk.getByRole('combobox', { name: 'Place of Oscar' }).selectOption(`${table!.code} *`);
  await expect(phone.getByRole('heading', { name: 'Observing table 1' })).toBeVisible({ timeout: 30_000 });
  for (const line of lines) line.close();
  await phone.context().close();
});

test('two neighbours at one laptop: a PIN keeps the other one’s place closed, the desk helps who forgot', async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  const { code, token } = must(await createClass(origin, { scenario: 'six-party', title: 'IR 303', plan: 'meetings', roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'DK' }] }));
  const { tables } = must(await seeDesk<DeskOverview>(origin, code, token));
  must(await orderDesk(origin, code, token, { do: 'start', tables: tables.map((table) => table.code) }));
  const page = await open(browser, 1024, 768);
  const enter = async (name: string): Promise<void> => { await page.getByRole('textbox', { name: 'Your name' }).fill(name); await page.getByRole('button', { name: 'Come in' }).click(); await expect(page.locator('[data-phase][data-seq]')).toBeVisible({ timeout: 30_000 }); };
  const now = page.getByText(/At this device now: /);
  await page.goto(`/class/${code}?lang=en`);
  await enter('Ada');
  await page.getByRole('link', { name: 'Two at this device' }).click();
  await enter('Bea');
  await expect(now).toHaveText('At this device now: Bea');

  // Bea goes without a PIN, Ada with one.
  await page.getByRole('button', { name: 'Hand over to Ada' }).click();
  await noViolations(page);
  await page.getByRole('button', { name: 'Hand it over', exact: true }).click();
  await noViolations(page);
  await page.getByRole('button', { name: 'I am Ada' }).click();
  await expect(now).toHaveText('At this device now: Ada');
  const key = await page.evaluate((at) => (JSON.parse(localStorage.getItem('concert.places') ?? '{}') as Record<string, string>)[at] ?? '', code);
  expect(key).not.toBe('');
  await page.getByRole('button', { name: 'Hand over to Bea' }).click();
  await page.getByLabel(/A PIN for Ada/).fill('4071');
  await page.getByRole('button', { name: 'Lock my place and hand it over' }).click();
  await page.waitForURL(/handover/);
  // Nothing that opens Ada's place is in this browser any more, and neither the way back nor her table's address leads to it.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(key);
  await page.goto(`/m/${tables[0]!.code}`);
  await page.waitForURL(/handover/);
  const ada = page.locator('form').filter({ has: page.getByRole('button', { name: 'I am Ada' }) });
  await ada.getByLabel('PIN of Ada').fill('1111');
  await ada.getByRole('button', { name: 'I am Ada' }).click();
  await expect(ada.getByRole('alert')).toHaveText('That is not the PIN.');
  await noViolations(page);
  await ada.getByLabel('PIN of Ada').fill('4071');
  await ada.getByRole('button', { name: 'I am Ada' }).click();
  await expect(now).toHaveText('At this device now: Ada', { timeout: 30_000 });
  expect(must(await myPlace(origin, code, await page.evaluate((at) => (JSON.parse(localStorage.getItem('concert.places') ?? '{}') as Record<string, string>)[at] ?? '', code))).name).toBe('Ada');

  // Forgotten: the desk nods.
  await page.getByRole('button', { name: 'Hand over to Bea' }).click();
  await expect(page.getByText('A PIN stands before the place of Ada.')).toBeVisible();
  await page.getByRole('button', { name: 'Hand it over', exact: true }).click();
  await ada.getByRole('button', { name: 'I forgot the PIN' }).click();
  await expect(page.getByText('The facilitator has been told.')).toBeVisible();
  const [item] = must(await seeDesk<DeskOverview>(origin, code, token)).inbox;
  expect(item?.kind).toBe('pin');
  must(await orderDesk(origin, code, token, { do: 'nod', item: item!.id, yes: true }));
  await ada.getByRole('button', { name: 'I am Ada' }).click();
  await expect(now).toHaveText('At this device now: Ada', { timeout: 30_000 });
  await page.context().close();
});
