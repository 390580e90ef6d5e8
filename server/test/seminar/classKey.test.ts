/** `concert class key`: an instructor without any key comes back to the desk; what goes wrong is one line. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { openSeminar } from './seminar.ts';

const TOOL = path.resolve(import.meta.dirname, '../../tools/concert.ts');
const concert = (...args: string[]): { readonly out: string; readonly err: string; readonly code: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [TOOL, 'class', 'key', ...args], { encoding: 'utf8', timeout: 60_000 });
  return { out: stdout, err: stderr, code: status };
};

it('CLASS makes a pass while the server runs: it opens the desk once, the old key stays good, and only a hash is stored', async () => {
  const data = temporaryFolder('class');
  const app = await createApp({ dataDir: data, botPace: 0 });
  try {
    const seminar = await openSeminar(app);
    const { out, err, code } = concert(seminar.code.toLowerCase(), '--data', data, '--url', 'https://concert.example.org');
    expect([err, code]).toEqual(['', 0]);
    const [pass = '', what = '', where = '', rest = ''] = out.split('\n');
    expect(pass).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    expect(what).toMatch(new RegExp(`desk of ${seminar.code} \\(IR 301\\)\\. It serves once, until .* UTC`));
    expect(where).toContain(`https://concert.example.org/class/${seminar.code}/desk`);
    expect(rest).toContain('Nothing else was changed');
    const opened = (await seminar.call<{ token: string }>('POST', '/desk/open', { pass, label: 'new laptop' })).body;
    expect((await seminar.see(opened.token)).keys.map(({ label, own }) => [label, own])).toEqual([['', false], ['new laptop', true]]);
    expect((await seminar.call('POST', '/desk/open', { pass })).body.code).toBe('bad-pass');
    expect((await seminar.see()).code).toBe(seminar.code);
    // A printed spare is not undone by it.
    const spare = (await seminar.call<{ pass: string }>('POST', '/desk/pass', { lasting: true }, opened.token)).body.pass;
    expect(concert(seminar.code, '--data', data).code).toBe(0);
    expect((await seminar.call<{ token: string }>('POST', '/desk/open', { pass: spare })).status).toBe(200);
  } finally { await app.close(); }
});

it('CLASS tells what is wrong in one line with its cure, and makes no folder of a mistyped name', async () => {
  const data = temporaryFolder('class');
  const wrong = path.join(data, 'nothing');
  const app = await createApp({ dataDir: data, botPace: 0 });
  const seminar = await openSeminar(app);
  await app.close();
  for (const [args, told] of [
    [[], /^concert: no class is named: npm run -s concert -- class key CODE/],
    [['ABCDEF', '--data', wrong], /^concert: there is no concert\.sqlite in .*nothing: name the data folder/],
    [['ABCDEF', '--data', data], new RegExp(`^concert: there is no class ABCDEF in .*: there are ${seminar.code}$`)],
    [[seminar.code, '--data', data, '--url', 'school'], /^concert: the address school is none: write it as a whole/],
    [[seminar.code, 'MORE', '--data', data], /^concert: more than one class is named/],
  ] as const) {
    const { out, err, code } = concert(...args);
    expect([out, code, err.trim().split('\n').length]).toEqual(['', 1, 1]);
    expect(err.trim()).toMatch(told);
  }
  expect(existsSync(wrong)).toBe(false);
});
