/** Recorded matches, one for each ending and enough to show every mechanism: their events fold to the same state for ever, and the rules of today decide every act alike. */
import { describe, expect, it } from 'vitest';
import { assertSound, canonical, decide, evolve, hashOf, isRefusal, waiting, type Scenario } from '../../src/index.ts';
import { sixParty } from '../scenario.ts';
import { goldenFiles, readGolden, type Golden } from './format.ts';
import { MECHANISMS, Seen } from './mechanisms.ts';

const AGAIN = 'if the change of rules is meant, record anew: node shared/test/golden/record.ts';
const scenarioOf = ({ header }: Golden): Scenario => ({ ...sixParty, ...header.set });

describe('GOLDEN matches', () => {
  it('GOLD-1 there is one for each ending, and every mechanism is at work in one', () => {
    const goldens = goldenFiles().map(readGolden);
    expect([...new Set(goldens.map(({ end }) => end.tier))].sort()).toEqual(['architecture', 'blocs', 'concert', 'managed', 'stalemate', 'war']);
    expect([...new Set(goldens.flatMap(({ header }) => header.mechanisms))].sort()).toEqual(Object.keys(MECHANISMS));
  });

  it.each(goldenFiles())('GOLD-2 %s folds to the recorded state without any rule, and shows its mechanisms', (file) => {
    const golden = readGolden(file);
    const seen = new Seen();
    let state = waiting(scenarioOf(golden));
    for (const event of golden.entries.flatMap((entry) => entry.events)) { state = evolve(state, event); seen.note(event, state); }
    expect(state.ending?.tier).toBe(golden.end.tier);
    expect(hashOf(state)).toBe(golden.end.hash);
    expect([...seen.found]).toEqual(expect.arrayContaining([...golden.header.mechanisms]));
  });

  it.each(goldenFiles())('GOLD-3 %s is decided alike today', (file) => {
    const golden = readGolden(file);
    const scenario = scenarioOf(golden);
    let state = waiting(scenario);
    for (const [i, { actor, command, events }] of golden.entries.entries()) {
      const decided = decide(scenario, state, actor, command);
      if (isRefusal(decided)) throw new Error(`${file}, act ${i + 1} (${command.type}) is refused now: ${decided.code}; ${AGAIN}`);
      expect(canonical(decided), `act ${i + 1} (${command.type}); ${AGAIN}`).toBe(canonical(events));
      state = events.reduce(evolve, state);
      assertSound(scenario, state);
    }
  });
});
