/** Writes a recording: the header, sealed entries with a snapshot at each round's end, and the closing line. */
import { evolve } from '../engine/evolve.ts';
import { hashOf } from '../engine/hash.ts';
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import { waiting } from '../rules/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { lineDigest, linkOf } from './chain.ts';
import { RECORDING_FORMAT, RULES_VERSION, type Annotation, type Closing, type RecordingHeader } from './format.ts';

export type HeaderFacts = Pick<RecordingHeader, 'match' | 'title' | 'software' | 'seed' | 'preset' | 'seats' | 'startedAt'> & { readonly rulesVersion?: number; readonly fork?: RecordingHeader['fork'] };

/** The header of a match's recording, with the whole scenario inside. */
export function headerOf(scenario: Scenario, { match, title, rulesVersion = RULES_VERSION, software, seed, preset, seats, startedAt, fork }: HeaderFacts): RecordingHeader {
  return {
    format: 'concert', version: RECORDING_FORMAT, match, title,
    scenario: { id: scenario.id, version: scenario.version, hash: hashOf(scenario), data: scenario as unknown as Record<string, unknown> },
    rulesVersion, software, seed, preset, privacy: 'all', seats, startedAt, ...(fork ? { fork } : {}),
  };
}

/** The closing line of so many entries, without its digest. */
export const closingOf = (entries: number, state: MatchState, chain: string): Omit<Closing, 'digest'> => ({
  end: true, entries, outcome: state.ending?.tier ?? null, scores: (state.ending?.scores ?? []).map((score) => ({ ...score })), chain,
});

/** An act with what came of it, not yet sealed. */
export interface OpenAct { readonly at: number; readonly seat: string | null; readonly member?: string | null; readonly command: Command; readonly events: readonly MatchEvent[] }

/** Acts that were decided elsewhere (bots without a network, history) as a whole file. Remarks name entries by `seq`, see `seqOf`. */
export function recordingText(scenario: Scenario, facts: HeaderFacts, acts: readonly OpenAct[], annotations: readonly Annotation[] = []): string {
  const digest = lineDigest();
  const lines: string[] = [];
  const put = (value: object): void => { const line = JSON.stringify(value); digest.add(line); lines.push(line); };
  let [seq, link] = [0, ''];
  const seal = (open: object): void => { link = linkOf(link, open); put({ ...open, hash: link }); };
  let state = waiting(scenario);
  put(headerOf(scenario, facts));
  for (const { at, seat, member = null, command, events } of acts) {
    seal({ seq: (seq += 1), at, seat, member, id: null, command, events });
    state = events.reduce(evolve, state);
    if (events.some(({ type }) => type === 'roundClosed')) seal({ seq: (seq += 1), at, snapshot: state });
  }
  lines.push(JSON.stringify({ ...closingOf(seq, state, link), digest: digest.hex() }), ...annotations.map((annotation) => JSON.stringify({ annotation })));
  return `${lines.join('\n')}\n`;
}

/** `seq` of each act in the file that `recordingText` writes: a snapshot after each closed round takes a number too. */
export function seqOf(acts: readonly Pick<OpenAct, 'events'>[]): number[] {
  let seq = 0;
  return acts.map(({ events }) => { const own = (seq += 1); if (events.some(({ type }) => type === 'roundClosed')) seq += 1; return own; });
}

/** The lines of a file with these remarks in place of the ones it had; whatever is sealed stays as it is. */
export function withAnnotations(text: string, annotations: readonly Annotation[]): string {
  const sealed = text.split('\n').filter((line) => line !== '' && !line.startsWith('{"annotation":'));
  return `${[...sealed, ...annotations.map((annotation) => JSON.stringify({ annotation }))].join('\n')}\n`;
}
