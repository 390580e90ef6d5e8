/** SIM-5: five thousand matches of any legal act at the highest level: no dead end, no endless phase, no number out of its range, no broken invariant. */
import { describe, expect, it } from 'vitest';
import { playMatch, type Temper } from '../src/bots/index.ts';
import { assertSound } from '../src/index.ts';
import { sixParty } from './scenario.ts';

const MATCHES = 5000;
/** Where a state must be whole: several events of one decision may be needed to move shares of power from seat to seat. */
const WHOLE = ['phaseOpened', 'roundClosed', 'matchEnded'];
const SHARE = 5;
const anyAct: Readonly<Record<string, Temper>> = Object.fromEntries(sixParty.seats.map((seat) => [seat.id, 'random']));
const LEVELS = ['full', 'standard', 'core', 'full'] as const;

describe('SIM-5 random legal play', () => {
  for (let part = 0; part < SHARE; part += 1) {
    it(`SIM-5 ends soundly, seeds ${(part * MATCHES) / SHARE + 1} to ${((part + 1) * MATCHES) / SHARE}`, () => {
      for (let seed = (part * MATCHES) / SHARE + 1; seed <= ((part + 1) * MATCHES) / SHARE; seed += 1) {
        let acts = 0;
        const { state, busiest } = playMatch(sixParty, { seed, level: LEVELS[seed % LEVELS.length] ?? 'full', tempers: anyAct }, (event, after) => {
          if (event.type === 'phaseOpened') acts = 0;
          acts += 1;
          if (acts > 2000) throw new Error(`seed ${seed}: an endless ${after.phase} in round ${after.round}`);
          if (WHOLE.includes(event.type)) assertSound(sixParty, after);
        });
        if (state.status !== 'ended' || state.ending === null) throw new Error(`seed ${seed}: a dead end`);
        expect(busiest, `seed ${seed}`).toBeLessThanOrEqual(64);
      }
    });
  }
});
