/** Runs the stages of a check one after the other and closes with one summary line. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.ts';

export interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner writes a JSON report, and how to read passed and failed out of it. */
  readonly report?: { readonly file: string; readonly count: (json: never) => { passed: number; failed: number } };
}

const vitestCount = (json: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }): { passed: number; failed: number } =>
  ({ passed: json.numPassedTests, failed: json.numFailedTests || (json.numFailedTestSuites > 0 ? 1 : 0) });
const playwrightCount = (json: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }): { passed: number; failed: number } =>
  // A skipped browser test is a part that did not run: it counts as failed, never silently.
  ({ passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky + json.stats.skipped });

const REPORTS = path.join(ROOT, 'test-results');
export const types: Stage[] = ['shared', 'server', 'client'].map((part) => ({ name: `types ${part}`, command: ['tsc', '-p', part, '--noEmit'] }));
export const lint: Stage = { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] };
export const vitest = (name: string, args: readonly string[]): Stage => ({
  name, command: ['vitest', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${path.join(REPORTS, `${name}.json`)}`],
  report: { file: path.join(REPORTS, `${name}.json`), count: vitestCount as never },
});
export const browser: Stage = { name: 'browser', command: ['playwright', 'test'], report: { file: path.join(REPORTS, 'browser.json'), count: playwrightCount as never } };

/** Runs every stage even after a failure; exits 1 on any failure or when no test ran. */
export function runStages(stages: readonly Stage[]): never {
  let passed = 0;
  let failed = 0;
  const lines: string[] = [];
  for (const { name, command, report } of stages) {
    const began = performance.now();
    console.log(`\n── ${name}`);
    if (report) rmSync(report.file, { force: true });
    // The client's build leaves NODE_ENV=production behind; the tests must not inherit it.
    const [program, ...args] = command as [string, ...string[]];
    const done = spawnSync(path.join(ROOT, 'node_modules/.bin', program), args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CI: 'true', NODE_ENV: 'test' } });
    const counted = report && existsSync(report.file) ? report.count(JSON.parse(readFileSync(report.file, 'utf8')) as never) : { passed: done.status === 0 && !report ? 1 : 0, failed: 0 };
    const failures = done.status === 0 ? counted.failed : Math.max(1, counted.failed);
    passed += counted.passed;
    failed += failures;
    lines.push(`${failures ? '✗' : '✓'} ${name.padEnd(14)} ${String(counted.passed).padStart(5)} passed ${String(failures).padStart(3)} failed  ${Math.round((performance.now() - began) / 1000)} s`);
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
}
