/** Writes an ended match as `*.concert.jsonl` (contracts): a header, every entry as it was logged, and a closing line that seals the file. */
import { createHash } from 'node:crypto';
import { evolve, hashOf, upgradeEvent, upgradeState, waiting, type MatchState, type Scenario } from '@concert/shared';
import { isSnapshot, type MatchLog, type MatchRecord } from '../store/MatchLog.ts';

export const RECORDING_FORMAT = 1;
export const RULES_VERSION = 2;
export const RECORDING_TYPE = 'application/x-ndjson; charset=utf-8';

export interface RecordingHeader {
  readonly format: 'concert'; readonly version: number;
  readonly match: string; readonly title: string;
  readonly scenario: { readonly id: string; readonly version: number; readonly hash: string };
  /** The rules the match began under. */
  readonly rulesVersion: number; readonly software: string; readonly seed: number; readonly preset: string;
  /** What the file holds: `all` = every private act too, legal because the match is over. */
  readonly privacy: 'all';
  readonly seats: readonly { readonly seat: string; readonly holder: 'people' | 'bot'; readonly names: readonly string[] }[];
  readonly startedAt: number | null;
}

/** Alike whatever the order of the members in the file or in memory. */
export const scenarioHash = (scenario: Scenario): string => hashOf(scenario);

/** The lines of a recording. `digest` of the last line is SHA-256 over all lines before it, each with its line feed. */
export function* recordingLines(log: MatchLog, record: MatchRecord, scenario: Scenario, software: string): Generator<string> {
  const digest = createHash('sha256');
  const line = (value: unknown): string => { const text = `${JSON.stringify(value)}\n`; digest.update(text); return text; };
  const entries = log.read(record.code, 1);
  const members = log.members(record.code);
  let state: MatchState = waiting(scenario);
  const first = entries[0];
  const begun = first && !isSnapshot(first) && first.command.type === 'start' ? first.command.options : null;
  const header: RecordingHeader = {
    format: 'concert', version: RECORDING_FORMAT, match: record.code, title: record.title,
    scenario: { id: scenario.id, version: scenario.version, hash: scenarioHash(scenario) },
    rulesVersion: record.rules, software, seed: record.seed, preset: record.preset, privacy: 'all',
    seats: scenario.seats.map(({ id }) => ({ seat: id, holder: begun?.holders[id] ?? 'bot', names: members.filter((m) => m.seat === id).map((m) => m.name) })),
    startedAt: first?.at ?? null,
  };
  yield line(header);
  for (const entry of entries) {
    state = isSnapshot(entry) ? upgradeState(scenario, entry.snapshot) : entry.events.reduce((before, event) => evolve(before, upgradeEvent(scenario, event)), state);
    yield line(entry);
  }
  yield `${JSON.stringify({ end: true, entries: entries.length, outcome: state.ending?.tier ?? null, scores: state.ending?.scores ?? [], chain: entries.at(-1)?.hash ?? '', digest: digest.digest('hex') })}\n`;
}
