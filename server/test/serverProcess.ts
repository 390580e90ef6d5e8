/** A real server process for the tests that kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts');

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((go) => { server.listen(0, '127.0.0.1', go); });
  const { port } = server.address() as net.AddressInfo;
  await new Promise((go) => { server.close(go); });
  return port;
}

export interface ServerProcess { readonly child: ChildProcess; readonly url: string; readonly stderr: () => string; kill(signal: NodeJS.Signals): Promise<number | null> }

/** Starts `server/src/main.ts`; resolves when it says that it is ready, rejects with its last words when it ends before. */
export function startServer(env: Record<string, string>, args: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => { stderr += data.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const url = /http:\/\/localhost:\d+/.exec(data.toString())?.[0];
      if (url) resolve({ child, url: url.replace('localhost', '127.0.0.1'), stderr: () => stderr, kill: (signal) => { child.kill(signal); return ended; } });
    });
    void ended.then((status) => reject(Object.assign(new Error(`the server ended with ${status}: ${stderr}`), { status, stderr })));
  });
}
