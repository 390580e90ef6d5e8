/** Folders for tests in the system's temporary one: gone when the test file is done, after its servers have been closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
// Hooks end in the reverse order of their making: this one, made as the file is read, runs after those that close servers.
afterAll(() => { for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 }); });

/** An empty folder `concert-KIND-…` for this test file. */
export function temporaryFolder(kind: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `concert-${kind}-`));
  made.push(folder);
  return folder;
}
