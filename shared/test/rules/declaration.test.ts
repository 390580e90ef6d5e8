/** RL-4 and the declaration phase. */
import { describe, expect, it } from 'vitest';
import { legalActs } from '../../src/index.ts';
import { sixParty, started } from '../given.ts';

const open = started().until('declaration');

describe('PH declaration', () => {
  it('RL-4: every power and every enforcer declares, the proliferator does not', () => {
    open.when('DK', { type: 'declare', level: 2 }).refused('declares-none', { seat: 'DK' });
    expect(legalActs(sixParty, open.state, 'DK').declare).toBeNull();
    expect(legalActs(sixParty, open.state, 'RK').declare).toEqual({ levels: [0, 1, 2, 3, 4], bound: null });
  });
  it('RL-1: levels are whole numbers from 0 to 4', () => {
    for (const level of [-1, 5, 1.5, Number.NaN]) open.when('US', { type: 'declare', level }).refused('level-out-of-range', { min: 0, max: 4 });
  });
  it('PH declaration: sealed until all are revealed together, the last word counts', () => {
    const sealed = open.and('US', { type: 'declare', level: 1 }).and('US', { type: 'declare', level: 4 });
    expect(sealed.state.seats['US']?.redLine).toBe(3);
    const revealed = sealed.tick();
    expect(revealed.state.seats['US']?.redLine).toBe(4);
    expect(revealed.state.indicators.D).toBe(75); // US 4, CN and RU 1
  });
  it('RL-4: a bound level overrides the declared one, once', () => {
    const bound = open.with({ bound: { US: 2, CN: 2, RU: 2, JP: 2 } }).and('US', { type: 'declare', level: 4 }).tick();
    expect(bound.state.seats['US']?.redLine).toBe(2);
    expect(bound.state.indicators.D).toBe(0);
    expect(bound.state.bound).toEqual({});
  });
});
