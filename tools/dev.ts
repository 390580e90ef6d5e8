/** `npm run dev`: the server restarts on change, the client reloads hot through Vite's proxy. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './paths.ts';

const children = [
  spawn(process.execPath, ['--watch', 'server/src/main.ts'], { cwd: ROOT, stdio: 'inherit' }),
  spawn(path.join(ROOT, 'node_modules/.bin/vite'), ['--host', '127.0.0.1'], { cwd: path.join(ROOT, 'client'), stdio: 'inherit' }),
];
const stop = (): void => { for (const child of children) child.kill('SIGTERM'); };
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
