/** `concert replay verify`, `show` and `export`: whether a recording is sound to the last act, what a seat saw at a point of it, and tables for research. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { evolve, project, waiting, type Viewer } from '@concert/shared';
import { codebookOf, createReel, csvOf, isOpened, openRecording, RULES_VERSION, tablesOf, verdictOn, type Codebook, type Meanings, type Opened, type RecordingRefusal, type Reel, type Table } from '@concert/shared/recording/index';
import { loadScenarios } from '../../src/scenarios.ts';
import { OperatorError } from '../../src/operatorError.ts';
import { codebookPage } from './codebookPage.ts';

const ASSETS = path.resolve(import.meta.dirname, '../../../assets');
const asset = (name: string): unknown => JSON.parse(readFileSync(path.join(ASSETS, name), 'utf8'));

/** What is wrong, in the words of the player (locales, namespace replay). */
export function say({ code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> }): string {
  const words = (asset('locales/en/replay.json') as Record<string, string>)[`problem.${code}`] ?? code;
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

function read(file: string): Opened | RecordingRefusal {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`, 'name a *.concert.jsonl file');
  }
  const scenarios = loadScenarios();
  return openRecording(text, (id) => scenarios.get(id));
}

/** A file as far as it is sound; what is wrong with it goes to standard error. */
function openFile(file: string | undefined): Reel {
  if (file === undefined) throw new OperatorError('no recording named', 'give a *.concert.jsonl file');
  const opened = read(file);
  if (!isOpened(opened)) throw new OperatorError(`${file}: ${say(opened)}`, 'name another file');
  for (const problem of opened.problems) process.stderr.write(`${file}: ${say(problem)}\n`);
  return createReel(opened);
}

/** Verifies each file; exit code 1 with the first difference. */
export function replayVerify(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  if (positionals.length === 0) throw new OperatorError('no recording named', 'give one or more *.concert.jsonl files');
  const files = positionals.map((file) => {
    const { sound, entries, outcome, decidedAgain, findings, opened } = verdictOn(read(file));
    const [first] = findings;
    return { file, entries, outcome, rulesVersion: opened?.header.rulesVersion ?? null, decidedAgain, sound, difference: first ? say(first) : null, findings };
  });
  const ok = files.every(({ sound }) => sound);
  if (values.json) process.stdout.write(`${JSON.stringify({ ok, files })}\n`);
  else for (const r of files) process.stdout.write(r.difference === null ? `${r.file}: sound, ${r.entries} entries, outcome ${r.outcome}${r.decidedAgain ? '' : `; only chain and digest were checked: it began under rules version ${r.rulesVersion}, this is ${RULES_VERSION}`}\n` : `${r.file}: ${r.difference}\n`);
  return ok ? 0 : 1;
}

const number = (name: string, given: string | undefined): number | null => {
  if (given === undefined) return null;
  if (!/^\d{1,7}$/.test(given)) throw new OperatorError(`--${name} ${given} is not a number`, 'give a whole number');
  return Number(given);
};

/**
 * Prints the view of a seat (`--seat`, `all` for everything), or of the public: at the end, at the end of a round, at a step (0 = the start),
 * or with both at a step of a round as links have it (`#round.step`).
 */
export function replayShow(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { seat: { type: 'string' }, round: { type: 'string' }, step: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const reel = openFile(positionals[0]);
  const { header, scenario } = reel.opened;
  const { seat } = values;
  if (seat !== undefined && seat !== 'all' && !scenario.seats.some(({ id }) => id === seat)) throw new OperatorError(`no seat is called ${seat}`, `take one of ${scenario.seats.map(({ id }) => id).join(', ')}, or all`);
  const viewer: Viewer = seat === undefined ? { kind: 'public' } : seat === 'all' ? { kind: 'all' } : { kind: 'seat', seat };
  const [round, step] = [number('round', values.round), number('step', values.step)];
  const at = step === null ? null : round === null ? step : reel.stepOf(round, step);
  if (at !== null && (at < 0 || at >= reel.length)) throw new OperatorError('the recording has no such step', `it has ${reel.length}`);
  const view = at !== null ? reel.viewAt(at, viewer) : project(scenario, round === null ? reel.stateAt(reel.length - 1) : atEndOf(reel, round), viewer, 'replay');
  if (values.json) {
    process.stdout.write(`${JSON.stringify(view)}\n`);
    return 0;
  }
  const { TEN, BLOC, CON, W, D } = view.gauges.values;
  const lines = [
    `${header.scenario.id}, match ${header.match}, round ${view.table.round} of ${view.table.rounds}, ${view.table.phase}, seen by ${seat ?? 'the public'}`,
    `tension ${TEN}  blocs ${BLOC}  consensus ${CON}  divergence ${D}  war index ${W}  rungs ${view.gauges.pro.exact ?? `${view.gauges.pro.low}-${view.gauges.pro.high}`}  talks ${view.table.talksOpen ? 'open' : 'suspended'}`,
    ...Object.values(view.commitments).map((c) => `  ${c.clause} ${c.giver} > ${c.receivers.join(' ')}: ${c.state}`),
    ...(view.ending ? [`outcome ${view.ending.tier}: ${view.ending.scores.map((s) => `${s.seat} ${s.score}`).join(', ')}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** The state as a round closed: one act may close it and open the next dawn. */
function atEndOf(reel: Reel, round: number): ReturnType<typeof waiting> {
  let state = waiting(reel.opened.scenario);
  for (const { events } of reel.steps) {
    for (const event of events) {
      state = evolve(state, event);
      if (event.type === 'roundClosed' && event.record.round >= round) return state;
    }
  }
  return state;
}

/** Writes the tables of a recording and their codebook as CSV into a folder. */
export function replayExport(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { csv: { type: 'string' }, json: { type: 'boolean', default: false } } });
  if (values.csv === undefined) throw new OperatorError('no folder named', 'give one: replay export FILE --csv DIR');
  const reel = openFile(positionals[0]);
  const book = asset('codebooks/cameo.json') as Codebook & { readonly source: string; readonly caveat: string };
  const meant = asset('codebooks/tables.json') as { readonly title: string; readonly notes: readonly string[]; readonly tables: Meanings };
  const tables: Table[] = [...Object.values(tablesOf(reel, book)), codebookOf(meant.tables)];
  try {
    mkdirSync(values.csv, { recursive: true });
    for (const table of tables) writeFileSync(path.join(values.csv, `${table.name}.csv`), csvOf(table));
    writeFileSync(path.join(values.csv, 'codebook.md'), codebookPage(meant, book));
  } catch (error) {
    throw new OperatorError(`cannot write into ${values.csv} (${(error as NodeJS.ErrnoException).code ?? 'error'})`, 'name a folder that can be written');
  }
  const counts = Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]));
  process.stdout.write(values.json ? `${JSON.stringify({ folder: values.csv, tables: counts })}\n` : `${tables.map(({ name, rows }) => `${path.join(values.csv ?? '', `${name}.csv`)}: ${rows.length} rows`).join('\n')}\n`);
  return 0;
}
