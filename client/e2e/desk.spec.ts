/** What a facilitator does beside leading: changes an act before it passes, speaks to one delegation, answers a call for help, ratifies as a capital, reads what observers saw. */
import { expect, test } from '@playwright/test';
import { askHelp, createClass, joinClass, orderDesk, sendNote } from '../src/net/classes.ts';
import { connect, type Connection } from '../src/net/connection.ts';

const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
const FREEZE = { clause: 'DN01', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN' as const };
const OIL = { clause: 'EN01', givers: ['RK'], receivers: ['DK'], mode: 'WRITTEN' as const };

test('the desk changes, whispers, answers, ratifies and reads what observers saw', async ({ page, baseURL }) => {
  test.setTimeout(150_000);
  const origin = baseURL ?? '';
  const made = await createClass(origin, { scenario: 'six-party', plan: 'class90', approval: ['propose'], capital: 'desk', roster: [...SEATS.map((seat) => ({ name: `of ${seat}`, table: 1, seat })), { name: 'Oscar', table: 1, observes: true }] });
  if (!made.ok) throw new Error(made.code);
  const { code, token } = made.value;
  await page.addInitScript(([at, key]) => localStorage.setItem('concert.desks', JSON.stringify({ [at!]: key })), [code, token]);
  const comeIn = async (name: string) => { const answer = await joinClass(origin, code, { name }); if (!answer.ok) throw new Error(`${name}: ${answer.code}`); return answer.value; };
  const tickets = await Promise.all(SEATS.map((seat) => comeIn(`of ${seat}`)));
  const oscar = await comeIn('Oscar');
  const table = tickets[0]?.table ?? '';
  const lines = tickets.map((ticket): Connection => connect(origin, { code: table, roomId: table, token: ticket.token ?? '', seat: ticket.seat }));
  const [us, china, , , dprk] = lines;
  if (!us || !china || !dprk) throw new Error('nobody came');
  const news = (line: Connection): string => JSON.stringify(line.view?.news ?? {});

  await page.goto(`/class/${code}/desk?lang=en`);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const until = async (phase: string): Promise<void> => {
    for (let i = 0; i < 30 && china.view?.table.phase !== phase; i += 1) { await page.getByRole('button', { name: 'End the phase' }).click({ timeout: 2000 }).catch(() => {}); await page.waitForTimeout(300); }
    expect(china.view?.table.phase).toBe(phase);
  };

  // A new text waits; the desk leaves one line out and lets the rest pass.
  await until('plenary');
  expect((await china.act({ type: 'propose', scope: 'plenary', lines: [FREEZE, OIL] })).ok).toBe(true);
  await expect(page.getByText('China means to act')).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: 'Change it' }).click();
  const changed = page.getByRole('region', { name: 'As you would let it pass' });
  await changed.getByRole('button', { name: 'Leave this line out' }).last().click();
  await page.getByRole('button', { name: 'Let the changed one pass' }).click();
  const text = () => Object.values(us.view?.proposals ?? {})[0];
  await expect.poll(() => text()?.lines.map(({ clause }) => clause), { timeout: 10_000 }).toEqual(['DN01']);

  // A word for one delegation, and an answer to a call for help: nobody else reads them.
  await page.getByRole('combobox', { name: 'to', exact: true }).selectOption({ label: 'DPRK' });
  await page.getByPlaceholder('A word to the tables, or the reason of a pause').fill('Look at your brief once more');
  await page.getByRole('button', { name: 'Tell them' }).click();
  await expect.poll(() => news(dprk), { timeout: 10_000 }).toContain('Look at your brief once more');
  expect(news(us)).not.toContain('Look at your brief once more');
  await askHelp(origin, code, tickets[0]?.token ?? '', 'What does sealing mean?');
  await page.getByPlaceholder('An answer, read by the delegation of United States alone').fill('It cannot be taken back in this round');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.poll(() => news(us), { timeout: 10_000 }).toContain('It cannot be taken back in this round');
  expect(news(dprk)).not.toContain('It cannot be taken back in this round');
  await expect(page.getByText('of US asks for help')).toBeHidden({ timeout: 10_000 });

  // An observer writes down what was said; all sign, and each capital is the desk.
  await sendNote(origin, code, oscar.token ?? '', { text: 'Nobody asked who pays.', tag: 'offer' });
  const proposal = text();
  if (!proposal) throw new Error('no text');
  for (const line of lines) if (line.view?.legal?.answer[proposal.id]?.sign) expect((await line.act({ type: 'sign', proposal: proposal.id, version: proposal.version })).ok).toBe(true);
  await until('secret');
  const capitals = page.getByText('does the capital ratify?');
  await expect(capitals.first()).toBeVisible({ timeout: 10_000 });
  for (let left = await capitals.count(); left > 0; left = await capitals.count()) {
    await page.getByRole('button', { name: 'Ratify', exact: true }).first().click();
    await expect(capitals).toHaveCount(left - 1, { timeout: 10_000 });
  }
  await until('dawn');
  await expect.poll(() => Object.values(us.view?.commitments ?? {}).map(({ clause, state }) => [clause, state]), { timeout: 10_000 }).toContainEqual(['DN01', 'due']);

  // After the end the report of the desk has what the observer saw, with the way to its moment.
  const running = page.locator('.seminar-card[data-status="running"]');
  for (let i = 0; i < 120 && (await running.count()) > 0; i += 1) { await page.getByRole('button', { name: 'End the phase' }).click({ timeout: 1000 }).catch(() => {}); await page.waitForTimeout(150); }
  for (const line of lines) line.close();
  await orderDesk(origin, code, token, { do: 'stage', stage: 'report', minutes: null });
  await page.goto(`/class/${code}/report?lang=en`);
  const seen = page.getByRole('region', { name: 'What observers saw' });
  await expect(seen).toContainText('Nobody asked who pays.', { timeout: 60_000 });
  await expect(seen.getByRole('link')).toHaveAttribute('href', /#1\.\d+$/);
});
