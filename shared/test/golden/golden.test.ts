/** Recorded matches, one for each ending: their events fold to the same state for ever, and the rules of today decide every act alike. */
import { describe, expect, it } from 'vitest';
import { assertSound, canonical, decide, evolve, fold, hashOf, isRefusal, waiting } from '../../src/index.ts';
import { sixParty } from '../scenario.ts';
import { goldenFiles, readGolden } from './format.ts';

const AGAIN = 'if the change of rules is meant, record anew: node shared/test/golden/record.ts';

describe('GOLDEN matches', () => {
  it('GOLD-1 there is one for each ending', () => {
    expect(goldenFiles()).toEqual(['architecture', 'blocs', 'concert', 'managed', 'stalemate', 'war'].map((tier) => `${tier}.jsonl.gz`));
  });

  it.each(goldenFiles())('GOLD-2 %s folds to the recorded state without any rule', (file) => {
    const { entries, end } = readGolden(file);
    const state = fold(sixParty, entries.flatMap((entry) => entry.events));
    expect(state.ending?.tier).toBe(end.tier);
    expect(hashOf(state)).toBe(end.hash);
  });

  it.each(goldenFiles())('GOLD-3 %s is decided alike today', (file) => {
    let state = waiting(sixParty);
    for (const [i, { actor, command, events }] of readGolden(file).entries.entries()) {
      const decided = decide(sixParty, state, actor, command);
      if (isRefusal(decided)) throw new Error(`${file}, act ${i + 1} (${command.type}) is refused now: ${decided.code}; ${AGAIN}`);
      expect(canonical(decided), `act ${i + 1} (${command.type}); ${AGAIN}`).toBe(canonical(events));
      state = events.reduce(evolve, state);
      assertSound(sixParty, state);
    }
  });
});
