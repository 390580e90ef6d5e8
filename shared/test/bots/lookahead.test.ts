/** The `search` temper: it thinks from its view alone, within its budget, and plays each seed alike. */
import { describe, expect, it } from 'vitest';
import { chooseAct, dice, newMemory, playMatch, type Played, type Temper } from '../../src/bots/index.ts';
import { imaginedScenario } from '../../src/bots/lookahead/guess.ts';
import { imagine } from '../../src/bots/lookahead/imagine.ts';
import { searchLimits, USUAL_LIMITS, withinLimits, type SearchLimits } from '../../src/bots/lookahead/limits.ts';
import { evolve, project, publicScenario, waiting, type MatchState, type SeatCommand, type SeatId, type View } from '../../src/index.ts';
import { sixParty } from './played.ts';
import './positions.ts';
import { twinFor } from './twin.ts';

/** Enough to look ahead at all, little enough for a test. */
const BRIEF: Partial<SearchLimits> = { manner: 4, decision: 6, rounds: 1 };
/** Enough to find something better than its first idea. */
const LONGER: Partial<SearchLimits> = { manner: 8, decision: 14, rounds: 2 };
const open = publicScenario(sixParty);
const seats = sixParty.seats.map(({ id }) => id);
const tempers = (searching: SeatId): Readonly<Record<SeatId, Temper>> => Object.fromEntries(seats.map((id) => [id, id === searching ? 'search' : 'historic']));
const played = (seed: number, searching: SeatId): Played => withinLimits(BRIEF, () => playMatch(sixParty, { seed, level: 'standard', tempers: tempers(searching) }));
const viewOf = (state: MatchState, seat: SeatId): View => project(sixParty, state, { kind: 'seat', seat });
const act = (state: MatchState, seat: SeatId, temper: Temper): SeatCommand | null => chooseAct({ view: viewOf(state, seat), scenario: open, seat, temper, random: dice(11), memory: newMemory() });

function statesOf(seed: number): MatchState[] {
  const states: MatchState[] = [];
  let now = waiting(sixParty);
  for (const { events } of playMatch(sixParty, { seed, level: 'standard', tempers: tempers('') }).entries) { now = events.reduce(evolve, now); if (now.status === 'running') states.push(now); }
  return states;
}

describe('a bot that looks ahead', () => {
  it('BOT-40 plays each seed alike, to the end, and asks nothing the rules refuse', () => {
    const searching = seats[4] ?? '';
    const match = played(5, searching);
    expect(match.state.status).toBe('ended');
    expect(match.refused).toEqual([]);
    expect(played(5, searching).state).toEqual(match.state);
  });

  it('BOT-41 decides by the view alone: a truth that differs in others\' secrets gets the same acts', () => {
    let [compared, ahead] = [0, 0];
    for (const [i, state] of statesOf(7).entries()) {
      const seat = seats[i % seats.length] ?? '';
      if (i % 11 !== 0) continue;
      const chosen = withinLimits(LONGER, () => act(state, seat, 'search'));
      expect(withinLimits(LONGER, () => act(twinFor(sixParty, state, seat, i), seat, 'search'))).toEqual(chosen);
      compared += 1;
      if (JSON.stringify(chosen) !== JSON.stringify(act(state, seat, 'historic'))) ahead += 1;
    }
    expect(compared).toBeGreaterThan(25);
    expect(ahead, `times it did something of its own in ${compared}`).toBeGreaterThan(3);
  });

  it('BOT-42 imagines others by what the view says and by usual values, never by their secrets', () => {
    const usual = [-6, -3, 0, 4, 7];
    for (const [i, state] of statesOf(8).entries()) {
      if (i % 23 !== 0) continue;
      for (const seat of seats) {
        const view = viewOf(state, seat);
        const twin = viewOf(twinFor(sixParty, state, seat, i), seat);
        const guess = imaginedScenario(open, view, seat);
        expect(imaginedScenario(open, twin, seat)).toEqual(guess);
        expect(imagine(guess, twin, seat, 3)).toEqual(imagine(guess, view, seat, 3));
        for (const clause of guess.clauses) for (const other of seats) if (other !== seat) expect(usual).toContain(clause.values[other]);
        expect(new Set(guess.seats.map((each) => each.minNet)).size).toBe(1);
        expect(guess.events).toEqual([]);
        const imagined = imagine(guess, view, seat, 3);
        expect(Object.keys(imagined.sealed.choices).filter((id) => id !== seat)).toEqual([]);
        expect(Object.keys(imagined.sealed.declarations).filter((id) => id !== seat)).toEqual([]);
      }
    }
  });

  it('BOT-43 stops when its time is up, and then does what it would do without looking ahead', () => {
    const states = statesOf(9).filter((_state, i) => i % 29 === 0);
    for (const [i, state] of states.entries()) {
      const seat = seats[i % seats.length] ?? '';
      let asked = 0;
      const rushed = withinLimits({ ...BRIEF, mayContinue: () => { asked += 1; return false; } }, () => act(state, seat, 'search'));
      expect(asked).toBeLessThanOrEqual(3);
      expect(rushed).toEqual(withinLimits({ manner: 0, decision: 0 }, () => act(state, seat, 'search')));
    }
  });

  it('BOT-44 takes the limits of one thought back after it, whatever happens in it', () => {
    expect(() => withinLimits({ decision: 1 }, () => { expect(searchLimits().decision).toBe(1); throw new Error('x'); })).toThrow('x');
    expect(searchLimits()).toBe(USUAL_LIMITS);
  });
});
