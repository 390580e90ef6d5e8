/** Golden matches as the debrief reads them. */
import { loadScenario } from '../../src/index.ts';
import type { Played, PlayedEntry } from '../../src/debrief/played.ts';
import type { ActEntry } from '../../src/recording/format.ts';
import { readGolden } from '../golden/format.ts';
import { sixParty } from '../given.ts';

export function playedGolden(name: string): Played & { readonly opened: { readonly scenario: Played['scenario']; readonly entries: readonly ActEntry[] }; readonly mechanisms: readonly string[] } {
  const { header, entries } = readGolden(name);
  const scenario = loadScenario({ ...sixParty, ...header.set });
  const played = entries.map(({ actor, command, events }, i): PlayedEntry => ({ seq: i + 1, at: i * 1000, seat: actor.kind === 'seat' ? actor.seat : null, command, events }));
  return { scenario, entries: played, opened: { scenario, entries: played as readonly PlayedEntry[] as readonly ActEntry[] }, mechanisms: header.mechanisms };
}
