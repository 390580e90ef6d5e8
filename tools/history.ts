/** `npm run history`: plays the script of the real talks through the engine and writes it as a recording, its line in the list of samples, and the figures of docs/history.md. Same program, same files. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { isPerformed, perform, scenarioOf, scriptRecording } from '../shared/src/recording/perform.ts';
import { Script } from '../shared/src/recording/script.ts';
import type { Sample } from '../shared/src/protocol/recordings.ts';
import { ROOT } from './paths.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const FILE = 'history-2003-2009.concert.jsonl';
const INDEX = 'assets/recordings/index.json';

const script = Script.parse(read('assets/history/six-party-2003-2009.json'));
const scenario = scenarioOf(script, (id) => read(`assets/scenarios/${id}.json`));
const played = perform(script, scenario);
if (!isPerformed(played)) {
  const { step, act, seat, code, params, legal } = played;
  console.error(`history: step ${step}, act ${act} (${seat}) is refused: ${code} ${JSON.stringify(params)}; legal here: ${legal.join(', ')}`);
  process.exit(1);
}
const text = scriptRecording(script, played, `concert ${(read('package.json') as { version: string }).version}`);
writeFileSync(path.join(ROOT, 'assets/recordings', FILE), text);

const sample: Sample = {
  file: FILE, scenario: scenario.id, level: script.options.level, seed: script.options.seed, outcome: played.state.ending?.tier ?? '', rounds: played.state.round,
  acts: played.acts.length, bytes: Buffer.byteLength(text), title: 'sample.history.title', look: 'sample.history.look',
};
const { samples } = read(INDEX) as { samples: readonly Sample[] };
writeFileSync(path.join(ROOT, INDEX), `${JSON.stringify({ samples: [...samples.filter(({ file }) => file !== FILE), sample] }, null, 2)}\n`);

// The page says in words what happened; its figures are those of this play.
const PAGE = path.join(ROOT, 'docs/history.md');
const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->'];
const KEYS = ['CON', 'TEN', 'BLOC', 'W', 'PRO', 'D', 'V', 'INST'] as const;
const labels = read('assets/locales/en/scenario.json') as Record<string, string>;
const rows = played.state.history.map(({ round, indicators, paperPressure }) => `| ${round} | ${labels[scenario.roundLabels[round - 1] ?? ''] ?? ''} | ${KEYS.map((key) => indicators[key]).join(' | ')} | ${paperPressure} |`);
const page = readFileSync(PAGE, 'utf8');
const table = [BEGIN, `| round | | ${KEYS.join(' | ')} | P |`, `|${'---|'.repeat(KEYS.length + 3)}`, ...rows, END].join('\n');
writeFileSync(PAGE, page.slice(0, page.indexOf(BEGIN)) + table + page.slice(page.indexOf(END) + END.length));

const line = (key: 'CON' | 'TEN' | 'BLOC' | 'W' | 'PRO'): string => `${key.padEnd(4)} ${played.state.history.map(({ indicators }) => String(indicators[key]).padStart(3)).join(' ')}`;
console.log(`${FILE}: ${played.acts.length} acts, ${played.annotations.length} remarks, ${(sample.bytes / 1e6).toFixed(1)} MB, ${sample.outcome}`);
for (const key of ['CON', 'TEN', 'BLOC', 'W', 'PRO'] as const) console.log(line(key));
if (played.skipped.length > 0) console.log(`steps the rules did not ask for: ${played.skipped.join(', ')}`);
