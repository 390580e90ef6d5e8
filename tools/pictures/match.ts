/** The door, the lobby, every phase of a match against bots, and its debrief. */
import type { Studio } from './studio.ts';

/** Plays `seed` in the real page; phases that match does not have are looked for in the next ones. */
export async function pictureMatch({ page, url, keep, shoot, enter }: Studio, seed: number): Promise<void> {
  await page.goto(`${url}/?lang=en&still`);
  await page.locator('.play-now').waitFor();
  await keep('home');

  const post = async (body: object): Promise<{ code: string }> => (await (await fetch(new URL('/api/matches', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { code: string };
  await enter(await post({ scenario: 'six-party', preset: 'standard', private: false, name: 'Anna', title: '', seat: 'CN' }));
  await page.locator('.lobby').waitFor();
  await keep('lobby');

  const table = page.locator('[data-phase][data-seq]');
  const seen = new Set<string>();
  /** Plays to the end; phases without a picture yet get theirs. */
  async function play(number: number): Promise<void> {
    await enter(await post({ scenario: 'six-party', preset: 'untimed', private: true, name: 'Anna', seat: 'CN', startNow: true, seed: number }));
    for (let step = 0; step < 160; step += 1) {
      await table.or(page.locator('.outcome')).first().waitFor();
      if (await page.locator('.outcome').count()) break;
      const at = await table.evaluate((element) => ({ phase: element.getAttribute('data-phase') ?? '', round: Number(element.getAttribute('data-round')), seq: element.getAttribute('data-seq') }));
      // The first round shows empty hands; from the second on there is something to see.
      if (!seen.has(at.phase) && (at.round >= 2 || at.phase === 'crisis')) {
        seen.add(at.phase);
        await keep(`table-${at.phase}`);
        if (at.phase === 'plenary') {
          await page.locator('.pn-panel .pn-button', { hasText: /Write/ }).first().click().catch(() => {});
          await page.waitForTimeout(600);
          await shoot('composer-en-1440');
          await page.keyboard.press('Escape');
          await page.getByRole('tab', { name: /Ledger/ }).click();
          await page.waitForTimeout(400);
          await shoot('ledger-en-1440');
          await page.getByRole('tab', { name: /Proposals/ }).click();
        }
      }
      const sign = page.getByRole('button', { name: 'Sign', exact: true });
      if (at.phase === 'plenary') for (let left = await sign.count(); left > 0; left -= 1) { await sign.first().click({ timeout: 1500 }).catch(() => {}); await page.waitForTimeout(150); }
      await page.getByRole('button', { name: 'Ready', exact: true }).first().click({ timeout: 3000 }).catch(() => {});
      await page.locator(`.outcome, [data-seq]:not([data-seq="${at.seq}"])`).first().waitFor({ timeout: 15_000 }).catch(() => {});
    }
    await page.locator('.outcome').waitFor();
  }
  await play(seed);
  await keep('debrief');
  await shoot('debrief-whole-en', true);
  // Not every match sees a crisis: play on until one does.
  for (let next = seed + 1; next <= seed + 12 && !seen.has('crisis'); next += 1) await play(next);
  console.log(`phases: ${[...seen].join(' ')}`);
}
