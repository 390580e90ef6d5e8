// Plain JavaScript for any Node from 20 on: installs what is missing, then hands the chore to the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [chore, ...args] = process.argv.slice(2);
const fail = (line) => { console.error(`concert: ${line}`); process.exit(1); };

const lock = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules', '.package-lock.json');
// npm writes its own lock copy at the end of every install: older than ours means the install is stale.
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('concert: installing dependencies (npm ci) …');
  const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) fail('npm ci failed; is the package registry reachable? Run it by hand to see why.');
}

const pinned = path.join(root, 'node_modules', '.bin', 'node');
const node = existsSync(pinned) ? pinned : process.execPath;
if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
  fail(`Node 24 is needed and this platform has no pinned copy; yours is ${process.version}. Install Node 24 and run again.`);
}
const env = { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}` };
const child = spawn(node, [path.join(root, 'tools', `${chore}.ts`), ...args], { cwd: root, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
