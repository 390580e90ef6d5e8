/** Scenario files that build on another one, and promises that stand before the first round. */
import { describe, expect, it } from 'vitest';
import { extendScenario, loadScenario, ScenarioError, waiting } from '../src/index.ts';
import { netOf } from '../src/rules/ledger.ts';
import { sixParty } from './scenario.ts';

const child = (set: Record<string, unknown>): unknown => extendScenario({ extends: 'six-party', id: 'child', ...set }, (id) => (id === 'six-party' ? sixParty : undefined));

describe('extends', () => {
  it('replaces top-level fields and merges seats and clauses by id', () => {
    const scenario = loadScenario(child({ rounds: 2, roundLabels: ['round.1', 'round.2'], events: [], seats: [{ id: 'US', ds: 33 }], clauses: [{ id: 'VE03', obs: 1 }] }));
    expect([scenario.rounds, scenario.seats.map((seat) => seat.id), scenario.seats[0]?.ds, scenario.seats[0]?.k, scenario.seats[1]?.ds]).toEqual([2, sixParty.seats.map((seat) => seat.id), 33, sixParty.seats[0]?.k, sixParty.seats[1]?.ds]);
    expect(scenario.clauses).toHaveLength(sixParty.clauses.length);
    expect(scenario.clauses.find((clause) => clause.id === 'VE03')).toMatchObject({ obs: 1, cost: 6 });
  });
  it('takes events by their bare id and leaves the others, with their places', () => {
    const scenario = loadScenario(child({ events: ['E36'] }));
    expect(scenario.events).toEqual(sixParty.events.filter((event) => event.id === 'E36'));
    expect(Object.keys(scenario.places).filter((id) => sixParty.events.some((event) => event.id === id && id !== 'E36'))).toEqual([]);
  });
  it('refuses a base that is not there or that builds on another', () => {
    expect(() => extendScenario({ extends: 'nothing' }, () => undefined)).toThrow(ScenarioError);
    expect(() => extendScenario({ extends: 'a' }, () => ({ extends: 'b' }))).toThrow(ScenarioError);
    expect(extendScenario(sixParty, () => undefined)).toBe(sixParty);
  });
});

describe('standing promises', () => {
  const standing = (entries: unknown): ReturnType<typeof loadScenario> => loadScenario(child({ standing: entries }));
  it('are booked, in force and partly still due', () => {
    const scenario = standing([{ clause: 'DN01', given: 1 }, { clause: 'VE01', given: 1 }, { clause: 'EN02', given: 1, due: 2 }]);
    const state = waiting(scenario);
    expect(state.indicators.V).toBe(1);
    const oil = state.commitments.find((c) => c.clause === 'EN02' && c.giver === 'RU');
    expect(oil).toMatchObject({ adoptedAt: 0, state: 'agreed', receivers: ['DK'] });
    expect(oil?.tranches.map((tranche) => tranche.due)).toEqual([0, 2, 3, 4]);
    const { values, cost } = netOf(scenario, state, 'DK');
    expect(values).toBe(2); // a quarter of the oil
    expect(cost).toBe(4 + 1); // the shutdown, and half of the monitors until they were kept
  });
  it('must name a clause once, with no more than it has and a round for the rest', () => {
    expect(() => standing([{ clause: 'NO99', given: 1 }])).toThrow(/no clause/);
    expect(() => standing([{ clause: 'DN01', given: 2 }])).toThrow(/only 1/);
    expect(() => standing([{ clause: 'EN02', given: 1 }])).toThrow(/still owed/);
    expect(() => standing([{ clause: 'DN01', given: 1 }, { clause: 'DN01', given: 1 }])).toThrow(/twice/);
    expect(() => standing([{ clause: 'DN01', given: 1, givers: ['US'] }])).toThrow(/may not give/);
  });
});
