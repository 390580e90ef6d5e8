/** Bot matches as recordings, for the tests of the recordings. */
import { playMatch, type PlayOptions } from '../../src/bots/table.ts';
import { recordingText, type Annotation } from '../../src/recording/index.ts';
import { sixParty } from '../scenario.ts';

export function recorded(options: PlayOptions, annotations: readonly Annotation[] = []): string {
  const { entries } = playMatch(sixParty, options);
  const seats = sixParty.seats.map(({ id }) => ({ seat: id, holder: 'bot' as const, names: [] }));
  return recordingText(sixParty, { match: 'TEST01', title: 'a test', software: 'test', seed: options.seed, preset: 'untimed', seats, startedAt: 1_700_000_000_000 },
    entries.map(({ actor, command, events }, i) => ({ at: 1_700_000_000_000 + i * 1000, seat: actor.kind === 'seat' ? actor.seat : null, command, events })), annotations);
}
