/** Two people meet by link: seats, secrets, reload. */
import { expect, test } from '@playwright/test';
import { declare, goOn, moment, table } from './human.ts';

test('a friend joins by code, each sees only the own seat, and a reload keeps it', async ({ browser, request }) => {
  const made = await request.post('/api/matches', { data: { scenario: 'six-party', preset: 'untimed', name: 'Anna', seat: 'US', private: true } });
  const ticket = (await made.json()) as { code: string; token: string; roomId: string; seat: string };
  const anna = await (await browser.newContext()).newPage();
  await anna.addInitScript(([key, value]) => localStorage.setItem(key!, value!), ['concert.tickets', JSON.stringify({ [ticket.code]: ticket })]);
  await anna.goto(`/m/${ticket.code}?lang=en&still`);
  await expect(anna.getByText(ticket.code).first()).toBeVisible();

  const boris = await (await browser.newContext()).newPage();
  await boris.goto('/?lang=en&still');
  await boris.locator('.join-form input').fill(ticket.code.toLowerCase());
  await boris.locator('.join-form button').click();
  const door = boris.locator('.door .btn-main');
  await expect(door.or(boris.getByRole('button', { name: /Russia/ })).first()).toBeVisible();
  if (await door.count()) { await boris.getByRole('textbox').first().fill('Boris'); await door.click(); }
  await boris.getByRole('button', { name: /Russia/ }).click();
  await expect(anna.getByText('Boris').first()).toBeVisible();
  await anna.locator('.lobby-side .btn-big').click();
  await expect(table(anna)).toBeVisible();
  await expect(table(boris)).toBeVisible();

  while ((await moment(anna))?.phase !== 'declaration') await Promise.all([goOn(anna), goOn(boris)]);
  await declare(anna);
  await expect(boris.getByText(/^Sealed:/)).toHaveCount(0);
  await anna.reload();
  await expect(anna.getByText(/^Sealed:/).first()).toBeVisible();
  await expect(table(anna)).toHaveAttribute('data-phase', 'declaration');
});
