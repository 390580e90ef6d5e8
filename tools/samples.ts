/**
 * `npm run samples [-- --seeds N] [--json]`: plays seeded bot matches of the higher levels until every ending has one, takes of each ending the
 * match in which most kinds of things happen, and writes them with their index into assets/recordings. Same program, same files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadScenario, type MatchState } from '../shared/src/index.ts';
import type { Temper } from '../shared/src/bots/index.ts';
import { playMatch, type PlayOptions } from '../shared/src/bots/table.ts';
import { createReel, isOpened, openRecording, recordingText } from '../shared/src/recording/index.ts';
import type { Sample } from '../shared/src/protocol/recordings.ts';
import { ROOT } from './paths.ts';

const FOLDER = path.join(ROOT, 'assets/recordings');
const LEVELS = ['standard', 'full'] as const;
/** Tables that lead to endings a mixed table seldom reaches: one temper for all, or each its own (null). */
const TABLES: readonly (Temper | null)[] = [null, 'concert', null, 'hawk', 'opportunist', null, 'dove'];
/** A fixed moment and pace, so that the same match gives the same file. */
const BEGAN = Date.UTC(2026, 0, 5, 9);
const PACE_MS = 20_000;
/** Matches of one ending that are compared. */
const COMPARED = 6;
const TIERS = ['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'] as const;

const scenario = loadScenario(JSON.parse(readFileSync(path.join(ROOT, 'assets/scenarios/six-party.json'), 'utf8')));
const software = `concert ${(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version}`;
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '400' }, json: { type: 'boolean', default: false } } });

interface Found { readonly options: PlayOptions; readonly end: MatchState; readonly text: string; readonly kinds: number; readonly acts: number }

function play(seed: number, level: (typeof LEVELS)[number], temper: Temper | null): { tier: string; found: () => Found } {
  const options: PlayOptions = { seed, level, ...(temper === null ? {} : { tempers: Object.fromEntries(scenario.seats.map(({ id }) => [id, temper])) }) };
  const { entries, state } = playMatch(scenario, options);
  const tier = state.ending?.tier ?? '';
  return { tier, found: () => {
    const seats = scenario.seats.map(({ id }) => ({ seat: id, holder: 'bot' as const, names: [] }));
    const text = recordingText(scenario, { match: tier.toUpperCase(), title: '', software, seed, preset: 'untimed', seats, startedAt: BEGAN },
      entries.map(({ actor, command, events }, i) => ({ at: BEGAN + i * PACE_MS, seat: actor.kind === 'seat' ? actor.seat : null, command, events })));
    const opened = openRecording(text);
    if (!isOpened(opened) || opened.problems.length > 0) throw new Error(`samples: seed ${seed} does not open`);
    return { options, end: state, text, kinds: new Set(createReel(opened).steps.flatMap(({ marks }) => marks)).size, acts: entries.length };
  } };
}

const best = new Map<string, Found>();
const seen = new Map<string, number>();
for (let seed = 1; seed <= Number(values.seeds) && TIERS.some((tier) => (seen.get(tier) ?? 0) < COMPARED); seed += 1) {
  const { tier, found } = play(seed, LEVELS[seed % 2] ?? 'standard', TABLES[seed % TABLES.length] ?? null);
  const count = seen.get(tier) ?? 0;
  if (count >= COMPARED) continue;
  seen.set(tier, count + 1);
  const match = found();
  if (match.kinds > (best.get(tier)?.kinds ?? 0)) best.set(tier, match);
}

mkdirSync(FOLDER, { recursive: true });
const samples = TIERS.flatMap((tier): Sample[] => {
  const match = best.get(tier);
  if (!match) return [];
  const file = `${tier}.concert.jsonl`;
  writeFileSync(path.join(FOLDER, file), match.text);
  return [{ file, scenario: scenario.id, level: match.options.level ?? 'core', seed: match.options.seed, outcome: tier, rounds: match.end.round, acts: match.acts, bytes: Buffer.byteLength(match.text), title: `sample.${tier}.title`, look: `sample.${tier}.look` }];
});
// A recording of the real talks is made elsewhere and stays listed.
let others: readonly Sample[] = [];
try { others = (JSON.parse(readFileSync(path.join(FOLDER, 'index.json'), 'utf8')) as { samples: readonly Sample[] }).samples.filter(({ file }) => !samples.some((sample) => sample.file === file)); } catch { /* the first time */ }
writeFileSync(path.join(FOLDER, 'index.json'), `${JSON.stringify({ samples: [...samples, ...others] }, null, 2)}\n`);
const missing = TIERS.filter((tier) => !best.has(tier));
if (values.json) console.log(JSON.stringify({ samples, missing }));
else for (const { file, level, seed, rounds, acts, bytes } of samples) console.log(`${file.padEnd(30)} ${level}, seed ${seed}, ${rounds} rounds, ${acts} acts, ${(bytes / 1e6).toFixed(1)} MB`);
if (missing.length > 0) { console.error(`samples: no match ended in ${missing.join(', ')}; try more --seeds`); process.exitCode = 1; }
