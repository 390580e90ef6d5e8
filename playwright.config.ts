import { defineConfig } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const port = Number(process.env['E2E_PORT'] ?? 2597);
/** The server's data: made by the first process that reads this, told to its workers, and gone when that process ends (its server has by then). */
function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'concert-e2e-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
const dataDir = process.env['E2E_DATA'] ??= ownFolder();
export default defineConfig({
  testDir: 'client/e2e',
  workers: 1,
  timeout: 10 * 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    // A control that never comes fails here and says which, instead of holding the whole test.
    actionTimeout: 45_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
    },
  },
  webServer: {
    command: `${process.execPath} server/src/main.ts`,
    url: `http://127.0.0.1:${port}/healthz`,
    reuseExistingServer: false,
    env: { PORT: String(port), DATA_DIR: dataDir, CONCERT_BOT_PACE: '0' },
  },
});
