/** Bot matches as recordings, for the tests of the player; scenario files are read through the bundler, as jsdom has no file addresses. */
import { loadScenario } from '@concert/shared';
import { playMatch, type PlayOptions } from '@concert/shared/bots/table';
import { recordingText, type Annotation } from '@concert/shared/recording/index';
import data from '../../../assets/scenarios/six-party.json';

export const scenario = loadScenario(data);

export function recorded(options: PlayOptions, annotations: readonly Annotation[] = []): string {
  const { entries } = playMatch(scenario, options);
  const seats = scenario.seats.map(({ id }) => ({ seat: id, holder: 'bot' as const, names: [] }));
  return recordingText(scenario, { match: 'TEST01', title: 'a test', software: 'test', seed: options.seed, preset: 'untimed', seats, startedAt: 1_700_000_000_000 },
    entries.map(({ actor, command, events }, i) => ({ at: 1_700_000_000_000 + i * 1000, seat: actor.kind === 'seat' ? actor.seat : null, command, events })), annotations);
}
