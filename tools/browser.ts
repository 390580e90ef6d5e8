/** Finds Chromium for the browser tests, and installs it with Chinese, Japanese and Korean fonts where the system's package manager can. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const find = (): string | undefined => [process.env['CHROMIUM'], ...CANDIDATES].find((file) => file && existsSync(file));

/** Sets CHROMIUM for the child processes; exits with one line where no browser can be had. */
export function ensureBrowser(): void {
  let found = find();
  if (!found && existsSync('/usr/bin/apt-get')) {
    console.error('concert: installing chromium and fonts-noto-cjk for the browser tests …');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    for (const step of [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']]) {
      const [program, ...args] = [...sudo, ...step] as [string, ...string[]];
      spawnSync(program, args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
    found = find();
  }
  if (!found) {
    console.error('concert: the browser tests need Chromium or Chrome: install it, or set CHROMIUM to its path.');
    process.exit(1);
  }
  process.env['CHROMIUM'] = found;
}
