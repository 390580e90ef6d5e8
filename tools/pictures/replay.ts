/** The library, a recording in the player, and the drawer of those who study it. */
import type { Studio } from './studio.ts';

export async function pictureReplay({ page, visit, shoot }: Studio): Promise<void> {
  await visit('library', '/library?lang=en&still', 0, 'main a');
  await visit('library', '/library?lang=zh&still', 2, 'main a');
  const talks = '/r/sample-history-2003-2009.concert.jsonl';
  await visit('replay', `${talks}?lang=en&still#4.30`, 0, '.rp-head');
  await visit('replay', `${talks}?lang=zh&still#8.20`, 1, '.rp-head');
  await visit('replay', `${talks}?lang=zh&still#8.20`, 2, '.rp-head');
  await visit('study', '/r/sample-blocs.concert.jsonl?lang=en&still#4.2', 0, '.rp-head');
  await page.getByRole('button', { name: 'Study' }).click();
  await page.waitForTimeout(600);
  await shoot('study-en-1440');
  await visit('codex', '/codex?lang=en&still#M05', 0, 'main');
  await visit('codex', '/codex?lang=zh&still#M05', 2, 'main');
}
