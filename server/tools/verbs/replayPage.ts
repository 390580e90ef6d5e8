/** `concert replay page FILE --out DIR`: a folder with one self-contained page that plays the recording from any web host, or from a disk. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isOpened, openRecording, type Opened } from '@concert/shared/recording/index';
import { say } from './replay.ts';
import { OperatorError } from '../../src/operatorError.ts';
import { loadScenarios } from '../../src/scenarios.ts';

const CLIENT = path.resolve(import.meta.dirname, '../../../client');
const USAGE = 'usage: npm run -s concert -- replay page FILE --out DIR [--json]';
/** Nothing is fetched but what stands in the page itself; no script runs but its own. */
const policy = (script: string): string => ["default-src 'none'", `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`, "style-src 'unsafe-inline'", 'img-src data: blob:', 'font-src data:', 'connect-src data: blob:', "worker-src 'none'", "base-uri 'none'", "form-action 'none'"].join('; ');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** JSON that no HTML parser can mistake for the end of its element. */
const inert = (text: string): string => JSON.stringify(text).replaceAll('<', String.raw`\u003c`).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);

/** The player as one script and one style sheet: map, fonts and texts of every language inside. */
async function buildPlayer(): Promise<{ readonly script: string; readonly style: string }> {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const built = await build({
    root: CLIENT, configFile: false, logLevel: 'error', publicDir: false, plugins: [react()],
    build: {
      write: false, target: 'es2023', assetsInlineLimit: () => true, cssCodeSplit: false, modulePreload: false, chunkSizeWarningLimit: 100_000,
      rolldownOptions: { input: path.join(CLIENT, 'src/replay/page.tsx'), output: { codeSplitting: false } },
    },
  });
  const parts = (Array.isArray(built) ? built : 'output' in built ? [built] : []).flatMap(({ output }) => output);
  const scripts = parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
  const styles = parts.flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : []));
  const [script] = scripts;
  if (script === undefined || scripts.length !== 1) throw new Error(`the player was built in ${scripts.length} parts instead of one`);
  return { script: script.replace(/<(?=\/?script|!--)/gi, String.raw`\x3C`), style: styles.join('\n').replaceAll('</style', String.raw`<\/style`) };
}

/** The page's text; exported for the test. */
export function pageOf({ script, style }: { readonly script: string; readonly style: string }, recording: string, title: string): string {
  // The inline script is data to the parser up to its end tag; its hash is the policy's.
  const code = `\n${script}\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="Content-Security-Policy" content="${policy(code)}">
<meta name="color-scheme" content="light">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="concert-recording">${inert(recording)}</script>
<script type="module">${code}</script>
</body>
</html>
`;
}

function read(file: string): { readonly text: string; readonly opened: Opened } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`, 'name a *.concert.jsonl file');
  }
  const scenarios = loadScenarios();
  const opened = openRecording(text, (id) => scenarios.get(id));
  if (!isOpened(opened)) throw new OperatorError(`${file}: ${say(opened)}`, 'name a sound *.concert.jsonl file');
  return { text, opened };
}

export async function replayPage(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, strict: false, options: { out: { type: 'string' }, json: { type: 'boolean' } } });
  const [file, ...more] = positionals;
  const out = typeof values.out === 'string' ? values.out : '';
  if (file === undefined || more.length > 0 || out === '') throw new OperatorError('replay page takes one file and a folder to write to', USAGE);
  const { text, opened } = read(file);
  const { header, entries, problems } = opened;
  const page = pageOf(await buildPlayer(), text, header.title || header.match);
  const copy = path.basename(file);
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, 'index.html'), page);
    if (path.resolve(out, copy) !== path.resolve(file)) copyFileSync(file, path.join(out, copy));
  } catch (error) {
    throw new OperatorError(`${out} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'error'})`, 'name a folder you may write to');
  }
  const report = { out: path.resolve(out), files: ['index.html', copy], bytes: Buffer.byteLength(page), entries: entries.length, problems: problems.map(({ code }) => code) };
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else process.stdout.write(`${path.join(out, 'index.html')}: ${(report.bytes / 1048576).toFixed(1)} MB, plays without a server\n${problems.map((problem) => `note: ${say(problem)}\n`).join('')}`);
  return 0;
}
