/** Builds the client when a source is newer than the last build. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.ts';

const SOURCES = ['client/src', 'client/index.html', 'client/vite.config.ts', 'shared/src', 'assets', 'package-lock.json'];

function newest(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

export function clientIsStale(): boolean {
  const built = path.join(ROOT, 'client/dist/index.html');
  return !existsSync(built) || SOURCES.some((source) => newest(path.join(ROOT, source)) > statSync(built).mtimeMs);
}

/** Builds into client/dist if needed. */
export async function buildClient(): Promise<void> {
  if (!clientIsStale()) return;
  console.error('concert: building the client …');
  const { build } = await import('vite');
  await build({ root: path.join(ROOT, 'client'), logLevel: 'warn' });
}
