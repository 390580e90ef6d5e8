/** `concert replay verify` and `replay show`: whether a recording is sound to the last act, and what a seat saw at a point of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { canonical, decide, fold, isRefusal, project, upgradeEvent, waiting, type MatchState, type Scenario, type Viewer } from '@concert/shared';
import { isSnapshot, type Entry } from '../../src/store/MatchLog.ts';
import { firstBreak } from '../../src/store/chain.ts';
import { RECORDING_FORMAT, RULES_VERSION, scenarioHash, type RecordingHeader } from '../../src/match/recording.ts';
import { loadScenarios } from '../../src/scenarios.ts';
import { OperatorError } from '../../src/operatorError.ts';

interface Recording { readonly header: RecordingHeader; readonly entries: readonly Entry[]; readonly closing: { readonly entries: number; readonly outcome: string | null; readonly digest: string } | null; readonly digest: string }

function read(file: string): Recording {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`, 'name a *.concert.jsonl file');
  }
  const parse = (line: string, at: number): Record<string, unknown> => {
    try {
      return JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw new OperatorError(`${file}: line ${at + 1} is not JSON`, 'the file was cut or edited there');
    }
  };
  const [header, ...rest] = lines.map(parse);
  if (header?.['format'] !== 'concert') throw new OperatorError(`${file} is not a recording of Concert`, 'name a *.concert.jsonl file');
  if (header['version'] !== RECORDING_FORMAT) throw new OperatorError(`${file} is of format ${String(header['version'])}, this version reads ${RECORDING_FORMAT}`, 'use a newer version of Concert');
  const closed = rest.at(-1)?.['end'] === true;
  const digest = createHash('sha256');
  for (const line of closed ? lines.slice(0, -1) : lines) digest.update(`${line}\n`);
  return { header: header as unknown as RecordingHeader, entries: (closed ? rest.slice(0, -1) : rest) as unknown as Entry[], closing: closed ? rest.at(-1) as unknown as Recording['closing'] : null, digest: digest.digest('hex') };
}

function scenarioOf(header: RecordingHeader): Scenario {
  const scenario = loadScenarios().get(header.scenario.id);
  if (!scenario) throw new OperatorError(`the scenario ${header.scenario.id} of this recording is not here`, 'restore its file in assets/scenarios');
  return scenario;
}

/** What can be said of a recording made under other rules: its chain, its count and its digest. */
function firstBreakOfOlder(entries: readonly Entry[], closing: Recording['closing'], digest: string): string | null {
  const broken = firstBreak('', entries);
  if (broken !== null) return `entry ${broken}: the hash does not follow from the entry before`;
  if (!closing) return 'the closing line is missing: the file was cut';
  if (closing.entries !== entries.length) return `the closing line counts ${closing.entries} entries, the file has ${entries.length}`;
  return closing.digest === digest ? null : 'the digest of the closing line does not fit the file';
}

/** The first thing wrong with a recording, or null: chain, snapshots, every act decided again, the closing line. */
export function firstDifference({ header, entries, closing, digest }: Recording, scenario: Scenario): string | null {
  // Rules of another version decide otherwise: such a file is checked for its chain and folded, never decided again.
  if (header.rulesVersion !== RULES_VERSION) return firstBreakOfOlder(entries, closing, digest);
  if (scenarioHash(scenario) !== header.scenario.hash) return `the scenario ${scenario.id} has changed since this match was played`;
  const broken = firstBreak('', entries);
  if (broken !== null) return `entry ${broken}: the hash does not follow from the entry before`;
  let state: MatchState = waiting(scenario);
  for (const entry of entries) {
    if (isSnapshot(entry)) {
      if (canonical(entry.snapshot) !== canonical(state)) return `entry ${entry.seq}: the snapshot is not the state its events lead to`;
      continue;
    }
    const decided = decide(scenario, state, entry.seat === null ? { kind: 'table' } : { kind: 'seat', seat: entry.seat }, entry.command);
    if (isRefusal(decided)) return `entry ${entry.seq}: ${entry.command.type} is refused now (${decided.code})`;
    if (canonical(decided) !== canonical(entry.events)) {
      const at = decided.findIndex((event, i) => canonical(event) !== canonical(entry.events[i]));
      return `entry ${entry.seq}: ${entry.command.type} leads to other events now, first at event ${at < 0 ? decided.length + 1 : at + 1}`;
    }
    state = fold(scenario, entry.events, state);
  }
  if (!closing) return 'the closing line is missing: the file was cut';
  if (closing.entries !== entries.length) return `the closing line counts ${closing.entries} entries, the file has ${entries.length}`;
  if (closing.digest !== digest) return 'the digest of the closing line does not fit the file';
  if (closing.outcome !== (state.ending?.tier ?? null)) return `the closing line says ${closing.outcome}, the match ended ${state.ending?.tier ?? 'not at all'}`;
  return null;
}

/** Verifies each file; exit code 1 with the first difference. */
export function replayVerify(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  if (positionals.length === 0) throw new OperatorError('no recording named', 'give one or more *.concert.jsonl files');
  const results = positionals.map((file) => {
    const recording = read(file);
    const { rulesVersion } = recording.header;
    return { file, entries: recording.entries.length, outcome: recording.closing?.outcome ?? null, rulesVersion, decidedAgain: rulesVersion === RULES_VERSION, difference: firstDifference(recording, scenarioOf(recording.header)) };
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ ok: results.every((r) => r.difference === null), files: results })}\n`);
  else for (const r of results) process.stdout.write(r.difference === null ? `${r.file}: sound, ${r.entries} entries, outcome ${r.outcome}${r.decidedAgain ? '' : `; only chain and digest were checked: it began under rules version ${r.rulesVersion}, this is ${RULES_VERSION}`}\n` : `${r.file}: ${r.difference}\n`);
  return results.every((r) => r.difference === null) ? 0 : 1;
}

/** Prints the view of a seat, or of the public, at the end of a round (default: the end of the recording). */
export function replayShow(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { seat: { type: 'string' }, round: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const [file] = positionals;
  if (file === undefined) throw new OperatorError('no recording named', 'give a *.concert.jsonl file');
  const { header, entries } = read(file);
  const scenario = scenarioOf(header);
  if (values.seat !== undefined && !scenario.seats.some((seat) => seat.id === values.seat)) throw new OperatorError(`no seat is called ${values.seat}`, `take one of ${scenario.seats.map((seat) => seat.id).join(', ')}`);
  const last = values.round === undefined ? Number.POSITIVE_INFINITY : Number(values.round);
  if (Number.isNaN(last) || last < 0) throw new OperatorError(`--round ${values.round} is not a round`, 'give its number');
  let state: MatchState = waiting(scenario);
  for (const entry of entries) {
    if (isSnapshot(entry)) continue;
    // Stops where the round has closed: one entry may close it and open the next dawn.
    for (const event of entry.events) {
      state = fold(scenario, [upgradeEvent(scenario, event)], state);
      if (event.type === 'roundClosed' && event.record.round >= last) break;
    }
    if (state.history.length >= last) break;
  }
  const viewer: Viewer = values.seat === undefined ? { kind: 'public' } : { kind: 'seat', seat: values.seat };
  const view = project(scenario, state, viewer);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(view)}\n`);
    return 0;
  }
  const { TEN, BLOC, CON, W, D } = view.gauges.values;
  const lines = [
    `${header.scenario.id}, match ${header.match}, round ${view.table.round} of ${view.table.rounds}, ${view.table.phase}, seen by ${values.seat ?? 'the public'}`,
    `tension ${TEN}  blocs ${BLOC}  consensus ${CON}  divergence ${D}  war index ${W}  rungs ${view.gauges.pro.exact ?? `${view.gauges.pro.low}-${view.gauges.pro.high}`}  talks ${view.table.talksOpen ? 'open' : 'suspended'}`,
    ...Object.values(view.commitments).map((c) => `  ${c.clause} ${c.giver} > ${c.receivers.join(' ')}: ${c.state}`),
    ...(view.ending ? [`outcome ${view.ending.tier}: ${view.ending.scores.map((s) => `${s.seat} ${s.score}`).join(', ')}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
