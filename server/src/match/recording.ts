/** Writes an ended match as `*.concert.jsonl` (docs/recording-format.md): a header, every entry as it was logged, and a closing line that seals the file. */
import { createHash } from 'node:crypto';
import { evolve, upgradeEvent, upgradeState, waiting, type MatchState, type Scenario } from '@concert/shared';
import { closingOf, headerOf } from '@concert/shared/recording/write';
import { isSnapshot, type MatchLog, type MatchRecord } from '../store/MatchLog.ts';

export const RECORDING_TYPE = 'application/x-ndjson; charset=utf-8';

/** Who holds each seat: the people who sit there, or a bot. */
export function seatHolders(log: MatchLog, code: string, scenario: Scenario): { seat: string; holder: 'people' | 'bot'; names: string[] }[] {
  const members = log.members(code);
  return scenario.seats.map(({ id }) => {
    const names = members.filter((member) => member.seat === id).map(({ name }) => name);
    return { seat: id, holder: names.length > 0 ? 'people' : 'bot', names };
  });
}

/** The lines of a recording. `digest` of the last line is SHA-256 over all lines before it, each with its line feed. */
export function* recordingLines(log: MatchLog, record: MatchRecord, scenario: Scenario, software: string): Generator<string> {
  const digest = createHash('sha256');
  const line = (value: unknown): string => { const text = `${JSON.stringify(value)}\n`; digest.update(text); return text; };
  const entries = log.read(record.code, 1);
  const first = entries[0];
  // In a class the desk seats people before the match begins.
  const begun = entries.flatMap((entry) => (!isSnapshot(entry) && entry.command.type === 'start' ? [entry.command.options] : []))[0] ?? null;
  yield line(headerOf(scenario, {
    match: record.code, title: record.title, rulesVersion: record.rules, software, seed: record.seed, preset: record.preset,
    seats: seatHolders(log, record.code, scenario).map((seat) => ({ ...seat, holder: record.fork ? seat.holder : (begun?.holders[seat.seat] ?? 'bot') })),
    startedAt: first?.at ?? null, ...(record.fork ? { fork: record.fork } : {}),
  }));
  let state: MatchState = waiting(scenario);
  for (const entry of entries) {
    state = isSnapshot(entry) ? upgradeState(scenario, entry.snapshot) : entry.events.reduce((before, event) => evolve(before, upgradeEvent(scenario, event)), state);
    yield line(entry);
  }
  yield `${JSON.stringify({ ...closingOf(entries.length, state, entries.at(-1)?.hash ?? ''), digest: digest.digest('hex') })}\n`;
}
