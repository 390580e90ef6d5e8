/** EV-1, EV-2, EV-5: in which order events come, how many, and a temptation that comes by script. */
import { describe, expect, test } from 'vitest';
import { legalActions } from '../../../src/rules/actions.ts';
import { act, phase } from '../table.ts';
import { after, alone, dawn, effects, finish, last, pendedBy, record, seat, set } from './stage.ts';

const level2 = { US: 2, CN: 2, RU: 2, JP: 2 };

test('EV-5 round 5: the squeeze is free; used DS +2 more, not used DS -2; at core it never comes', () => {
  const tempted = () => { const r = after(alone(['bank-squeeze']), 4); dawn(r); return r; };
  const r = tempted();
  phase(r, 'secret');
  expect(legalActions(r.scenario, r.state, 'US').find((each) => each.action === 'UA11')?.ap).toBe(0);
  const ds = r.state.seats['US']?.ds ?? 0;
  expect(finish(r, { levels: level2, actions: { US: [act('UA11')] } }).seats['US']?.ds).toBe(ds + 2 + 2);
  expect(finish(tempted(), { levels: level2 }).seats['US']?.ds).toBe(ds - 2);
  const core = after(alone(['bank-squeeze']), 4, [], { level: 'core' });
  expect(effects(dawn(core), 'bank-squeeze')).toEqual([]);
});

describe('EV-1 order', () => {
  test('EV-1 two unscheduled events a dawn, lowest id first; the rest is tested anew', () => {
    const r = seat(seat(last(after(alone(['E12', 'E14', 'E30'])), { pressure: 70 }), 'JP', { ds: 35 }), 'US', { ds: 30 });
    expect(Object.keys(dawn(r).events)).toEqual(['E12', 'E14']);
    set(r, (state) => ({ history: [...state.history, record(state, 2, [], { pressure: 70 })] }));
    expect(Object.keys(dawn(r).events)).toEqual(['E12', 'E14', 'E30']);
  });
  test('EV-1 scheduled events do not count, and an event happens once a match', () => {
    const r = seat(seat(last(after(alone(['E08', 'E12', 'E14']), 5), { pressure: 70 }), 'JP', { ds: 35 }), 'US', { ds: 30 });
    expect(Object.keys(dawn(r).events)).toEqual(['E08', 'E12', 'E14']);
    seat(r, 'US', { ds: 20 });
    expect(dawn(r).events['E14']).toBe(6);
  });
  test('LV events of a higher level never happen', () => {
    const r = seat(after(alone(['E14', 'E28']), 1, [], { level: 'standard' }), 'JP', { ds: 40 });
    expect(Object.keys(dawn(seat(r, 'US', { ds: 30 })).events)).toEqual(['E14']);
  });
  test('EV-2 pended terms name their event', () => {
    const data = alone([], [{ id: 'storm', kind: 'happening', rounds: [2], effects: [{ do: 'indicator', key: 'TEN', value: 6 }, { do: 'indicator', key: 'VAL', value: 1 }] }]);
    const state = dawn(after(data));
    expect(pendedBy(state, 'storm')).toEqual([['ten', 6]]);
    expect(state.indicators.VAL).toBe(46);
  });
});
