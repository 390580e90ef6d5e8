/** M14: what restraint would have changed, held against rounds that were really played both ways. */
import { describe, expect, it } from 'vitest';
import { restraintMissed } from '../../src/rules/restraint.ts';
import { project } from '../../src/index.ts';
import { Given, options, sixParty, table } from '../given.ts';
import { waiting } from '../../src/index.ts';

const shelled = (side: 'back' | 'restrain', set: Parameters<Given['indicators']>[0] = {}): Given => {
  const start = new Given(sixParty, waiting(sixParty)).and(table, { type: 'start', options: options() }).until('secret').indicators(set);
  const crisis = start.and('DK', { type: 'choose', actions: [{ action: 'UA08', target: 'RK' }], dues: {}, reversals: [], denials: [], remedies: [] }).until('crisis');
  return crisis.and('US', { type: 'pickSide', side }).and('CN', { type: 'pickSide', side });
};
const closed = (match: Given): Given => (match.state.phase === 'reveal' || match.state.status === 'ended' ? match : closed(match.tick()));

describe('M14 the restraint that was missed', () => {
  it('M14 one crisis replayed with both sides restrained gives the war index of a match in which they were', () => {
    const backed = closed(shelled('back')).state;
    const calm = closed(shelled('restrain')).state;
    const missed = restraintMissed(sixParty, backed.history);
    expect(missed).toMatchObject({ round: 1, provoker: 'DK', readIn: 1, was: backed.indicators.W, would: calm.indicators.W, prevents: false });
    expect(calm.indicators.W).toBeLessThan(backed.indicators.W);
  });

  it('M14 names the last crisis in which restraint would have prevented the war', () => {
    const war = closed(shelled('back', { TEN: 78, BLOC: 60, CON: 40 })).state;
    expect(war.ending?.tier).toBe('war');
    expect(restraintMissed(sixParty, war.history)).toMatchObject({ round: 1, readIn: 1, prevents: true });
    const beyond = closed(shelled('back', { TEN: 100, BLOC: 100, CON: 10 })).state;
    expect(restraintMissed(sixParty, beyond.history)).toMatchObject({ round: 1, prevents: false });
  });

  it('M14 carries the change on through the rounds that followed', () => {
    let match = closed(shelled('back'));
    for (let round = 2; round <= 3; round += 1) match = closed(match.tick());
    let calm = closed(shelled('restrain'));
    for (let round = 2; round <= 3; round += 1) calm = closed(calm.tick());
    // As if war had come in round 3, so that the course is read there.
    const history = match.state.history.map((record) => (record.round === 3 ? { ...record, indicators: { ...record.indicators, W: 100 } } : record));
    expect(restraintMissed(sixParty, history)).toMatchObject({ round: 1, readIn: 3, would: calm.state.indicators.W });
  });

  it('M14 is silent where nobody was backed', () => {
    expect(restraintMissed(sixParty, closed(shelled('restrain')).state.history)).toBeNull();
    expect(restraintMissed(sixParty, [])).toBeNull();
  });
});

describe('M14 rankings of outcomes', () => {
  it('VI, M14: with the debrief every seat’s outcomes stand side by side, war last for all; before it nothing does', () => {
    const war = closed(shelled('back', { TEN: 78, BLOC: 60, CON: 40 }));
    const view = project(sixParty, war.state, { kind: 'public' });
    expect(view.ending?.unveiled.rankings.map((each) => each.results.at(-1))).toEqual(sixParty.seats.map(() => ({ tier: 'war', score: 0 })));
    expect(view.ending?.unveiled.mandates).toEqual(Object.fromEntries(sixParty.seats.map(({ id }) => [id, war.state.seats[id]?.mandate])));
    expect(project(sixParty, shelled('back').state, { kind: 'public' }).ending).toBeNull();
  });

  it('RL-2: what was really enforced comes out with the debrief', () => {
    let match = new Given(sixParty, waiting(sixParty)).and(table, { type: 'start', options: options({ level: 'standard' }) }).until('secret');
    match = closed(match.and('CN', { type: 'choose', actions: [{ action: 'UA21' }], dues: {}, reversals: [], denials: [], remedies: [] }));
    expect(project(sixParty, match.state, { kind: 'public' }).history['1']).toMatchObject({ enforcement: null, pressure: null });
    while (match.state.status === 'running') match = match.tick();
    const view = project(sixParty, match.state, { kind: 'public' });
    expect(view.history['1']?.redLines['CN']).toBe(1);
    expect(view.history['1']?.enforcement?.['CN']).toBe(0);
    expect(view.history['2']?.enforcement).toEqual(view.history['2']?.redLines);
  });
});
