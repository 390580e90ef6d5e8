/** The `historic` temper: sound data, played through the ordinary view and menu, and a table that ends about as history did. */
import { describe, expect, it } from 'vitest';
import { historic, Positions, positionProblems, registerPositions } from '../../src/bots/historic/index.ts';
import { chooseAct, dice, newMemory, plan, playMatch, type Played, type Temper } from '../../src/bots/index.ts';
import { holds } from '../../src/bots/historic/circumstances.ts';
import { reasonAgainst } from '../../src/bots/historic/verdict.ts';
import { stancesOf } from '../../src/bots/historic/registry.ts';
import { evolve, project, publicScenario, waiting, type LineDraft, type MatchState, type Scenario, type SeatCommand } from '../../src/index.ts';
import { started } from '../given.ts';
import { eachAct, mindAt, sixParty } from './played.ts';
import { positions, positionsJson } from './positions.ts';
import { twinFor } from './twin.ts';

const all = (temper: Temper): Readonly<Record<string, Temper>> => Object.fromEntries(sixParty.seats.map((seat) => [seat.id, temper]));
const played = (seed: number, scenario: Scenario = sixParty): Played => playMatch(scenario, { seed, level: 'standard', tempers: all('historic') });
const line = (clause: string, givers: readonly string[], receivers: readonly string[]): LineDraft => ({ clause, givers, receivers, mode: 'WRITTEN' });

describe('positions as data', () => {
  it('BOT-30 name only what their scenario has', () => {
    expect(positionProblems(positions, sixParty)).toEqual([]);
    const broken = structuredClone(positions);
    broken.seats['US']?.acts?.push({ action: 'UA99', target: 'XX', rounds: [3, 99], when: { is: 'not', of: { is: 'promised', clause: 'ZZ01' } } });
    broken.texts[0]?.lines.push({ clause: 'DN01', after: 'SG06' });
    expect(positionProblems(broken, sixParty)).toHaveLength(5);
    expect(positionProblems(positions, undefined)).toHaveLength(1);
  });

  it('BOT-31 take no unknown list, chance or circumstance', () => {
    const withRule = (rule: object): unknown => ({ ...(positionsJson as object), seats: { US: { redLine: [rule], accepts: [{ least: 1, wary: 0 }] } } });
    expect(Positions.safeParse(withRule({ level: 3, chance: 50, when: { is: 'gauge', key: 'tests', atLeast: 1 } })).success).toBe(true);
    for (const rule of [{ level: 5 }, { level: 3, chance: 101 }, { level: 3, when: { is: 'guess' } }, { level: 3, mood: 'dark' }]) expect(Positions.safeParse(withRule(rule)).success, JSON.stringify(rule)).toBe(false);
  });
});

describe('a table of historic bots', () => {
  it('BOT-32 plays each seed alike, to the end, and asks nothing the rules refuse', () => {
    for (const seed of [3, 4, 5]) {
      const match = played(seed);
      expect(match.state.status).toBe('ended');
      expect(match.refused, `seed ${seed}`).toEqual([]);
      expect(played(seed).state).toEqual(match.state);
    }
  });

  it('BOT-33 decides by the view alone: a truth that differs in others\' secrets gets the same acts', () => {
    let compared = 0;
    const states: MatchState[] = [];
    let now = waiting(sixParty);
    for (const { events } of played(7).entries) { now = events.reduce(evolve, now); if (now.status === 'running') states.push(now); }
    for (const [i, state] of states.entries()) {
      if (i % 3 !== 0) continue;
      for (const { id } of sixParty.seats) {
        const act = (truth: MatchState): SeatCommand | null => chooseAct({ view: project(sixParty, truth, { kind: 'seat', seat: id }), scenario: publicScenario(sixParty), seat: id, temper: 'historic', random: dice(11), memory: newMemory() });
        expect(act(twinFor(sixParty, state, id, i))).toEqual(act(state));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('BOT-34 plans like the others where a scenario has no positions', () => {
    const elsewhere: Scenario = { ...sixParty, id: 'somewhere-else' };
    expect(stancesOf(publicScenario(elsewhere))).toBeUndefined();
    let compared = 0;
    eachAct(elsewhere, played(2, elsewhere), (seat, _command, before) => {
      if ((compared += 1) % 9 !== 0) return;
      expect(historic(mindAt(elsewhere, before, seat, 'historic'))).toEqual(plan(mindAt(elsewhere, before, seat, 'historic')));
    });
    expect(compared).toBeGreaterThan(50);
  });

  it('BOT-35 ends most often in stalemate, the first test in rounds 3 to 5 (T10)', () => {
    const first: number[] = [];
    let stalemates = 0;
    const matches = 60;
    for (let seed = 101; seed < 101 + matches; seed += 1) {
      const { state } = played(seed);
      if (state.ending?.tier === 'stalemate') stalemates += 1;
      first.push(state.history.find((record) => record.tests > 0)?.round ?? 99);
    }
    first.sort((a, b) => a - b);
    expect(stalemates).toBeGreaterThan(matches / 2);
    expect(first[matches / 2]).toBeGreaterThanOrEqual(3);
    expect(first[matches / 2]).toBeLessThanOrEqual(5);
  });
});

describe('what the parties said', () => {
  const { state } = started({ level: 'standard' });
  const verdict = (seat: string, round: number, lines: readonly LineDraft[]): string | null => {
    const mind = mindAt(sixParty, { ...state, round }, seat, 'historic');
    const stance = stancesOf(mind.scenario)?.at(seat, round);
    if (!stance) throw new Error(`no stance of ${seat}`);
    return reasonAgainst({ ...mind, random: () => 0 }, stance, lines);
  };
  const others = (seat: string): string[] => sixParty.seats.map((each) => each.id).filter((id) => id !== seat);
  const freeze = [line('EN02', ['US', 'CN', 'RU', 'RK'], ['DK']), line('SA02', ['US'], ['DK']), line('DN01', ['DK'], others('DK'))];
  const disarmFirst = [line('DN05', ['DK'], others('DK')), line('DN07', ['DK'], others('DK')), line('VE03', ['DK'], others('DK'))];

  it('BOT-36 Washington paid for no freeze in 2004, and Pyongyang did not disarm first', () => {
    expect(verdict('US', 2, freeze)).toBe('wrong-sequence');
    expect(verdict('DK', 2, disarmFirst)).toBe('no-assurance');
    expect(verdict('US', 2, disarmFirst)).toBeNull();
  });

  it('BOT-37 Tokyo paid nothing before the abducted were spoken of', () => {
    const fund = [line('EN09', ['JP'], ['DK'])];
    expect(verdict('JP', 5, fund)).toBe('wrong-sequence');
    expect(verdict('JP', 5, [...fund, line('HU02', ['DK'], ['JP'])])).not.toBe('wrong-sequence');
  });

  it('BOT-38 circumstances are read off the own view', () => {
    const mind = mindAt(sixParty, state, 'US', 'historic');
    expect(holds(mind, { is: 'gauge', key: 'TEN', atLeast: state.indicators.TEN, below: state.indicators.TEN + 1 })).toBe(true);
    expect(holds(mind, { is: 'trust', with: 'DK', below: 11 })).toBe(true);
    expect(holds(mind, { is: 'any', of: [{ is: 'promised', clause: 'DN01' }, { is: 'acted', action: 'UA01', within: 8 }, { is: 'provoked', within: 1 }] })).toBe(false);
    expect(holds(mind, { is: 'all', of: [{ is: 'talks', open: true }, { is: 'not', of: { is: 'cabinet', cabinet: 'hard' } }] })).toBe(true);
  });

  it('BOT-39 a second registration replaces the first', () => {
    registerPositions({ scenario: 'elsewhere', about: 'x', texts: [], seats: { US: { redLine: [{ level: 1 }], accepts: [{ least: 0, wary: 0 }] } } });
    registerPositions({ scenario: 'elsewhere', about: 'x', texts: [], seats: { US: { redLine: [{ level: 2 }], accepts: [{ least: 0, wary: 0 }] } } });
    expect(stancesOf({ ...publicScenario(sixParty), id: 'elsewhere' })?.at('US', 5)?.redLine).toEqual([{ level: 2 }]);
  });
});
