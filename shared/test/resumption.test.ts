/** Scenario S6, the talks of today: it begins suspended (SU-3), with an agenda in dispute (EV-10), two patrons of one client (SE-2), and E37 to E40. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extendScenario, legalActs, loadScenario, pairKey, powers, type Scenario } from '../src/index.ts';
import { barOf } from '../src/rules/events/standing.ts';
import { legalPreSteps, preStepsNeeded } from '../src/rules/suspension.ts';
import { SEATS, line, started, walk, type Given } from './given.ts';
import { sixParty } from './scenario.ts';

const file: unknown = JSON.parse(readFileSync(new URL('../../assets/scenarios/resumption.json', import.meta.url), 'utf8'));
const scenario: Scenario = loadScenario(extendScenario(file, (id) => (id === 'six-party' ? sixParty : undefined)));
const begun = (): Given => started({ level: 'standard' }, scenario);
const ready = (match: Given, until: string): Given => {
  let at = match;
  for (let i = 0; i < 40 && at.state.phase !== until; i += 1) at = at.until(at.state.phase === 'dawn' ? 'brief' : at.state.phase).tick();
  return at;
};

describe('RESUMPTION', () => {
  it('SU-3 begins suspended; its first round counts as 0', () => {
    const { state } = begun();
    expect(state.talks).toMatchObject({ open: false, suspendedSince: 1 });
    expect(preStepsNeeded(state)).toBe(8);
  });

  it('SE stands where the design puts it: trust, indicators, three points under the brink', () => {
    const { state } = begun();
    const pairs = powers(scenario).flatMap((a, i) => powers(scenario).slice(i + 1).map((b) => state.trust[pairKey(scenario, a, b)] ?? -1));
    expect([Math.floor(pairs.reduce((sum, trust) => sum + trust, 0) / pairs.length), Math.min(...pairs)]).toEqual([37, 10]);
    expect(scenario.brink - state.indicators.W).toBe(3);
    expect(scenario.patrons.filter(({ client }) => client === 'DK').map(({ patron }) => patron)).toEqual(['CN', 'RU']);
  });

  it('EV-10 one seat promises nothing that dismantles before ties or a principle were put to the table or given', () => {
    const barred = (match: Given): string[] => scenario.clauses.filter(({ id }) => barOf(scenario, match.state, id, 'DK')).map(({ id }) => id);
    const match = begun();
    expect(barred(match)).toEqual(['DN02', 'DN03', 'DN04', 'DN05', 'DN06', 'DN07', 'DN08']);
    const open = match.with((state) => ({ talks: { ...state.talks, open: true, suspendedSince: null } }));
    const plenary = ready(open, 'plenary');
    expect(plenary.state.phase).toBe('plenary');
    expect(plenary.when('DK', { type: 'propose', scope: 'plenary', lines: [line('DN02')] }).refused('event-bars')).toBeDefined();
    const tabled = plenary.and('US', { type: 'propose', scope: 'plenary', lines: [line('NO01')] });
    expect(barred(tabled)).toEqual([]);
    tabled.and('DK', { type: 'propose', scope: 'plenary', lines: [line('DN02')] });
  });

  it('EV-10 a first step counts like a text', () => {
    const plenary = ready(begun(), 'plenary');
    const step = legalPreSteps(scenario, plenary.state, 'US').find(({ clause }) => clause === 'SG06');
    if (!step) throw new Error('SG06 is no first step');
    const given = plenary.and('US', { type: 'preStep', clause: step.clause, receivers: step.receivers[0] ?? [] });
    expect(barOf(scenario, given.state, 'DN02', 'DK')).toBeUndefined();
  });

  it('E37 in round 3, E39 and E40 from the start, E38 by seed: all at this table', () => {
    const { state } = begun().tick();
    expect(state.events).toMatchObject({ E39: 1, E40: 1, agenda: 1 });
    expect(scenario.events.find(({ id }) => id === 'E37')).toMatchObject({ rounds: [3] });
    expect(scenario.events.find(({ id }) => id === 'E38')).toMatchObject({ seed: { from: 4 } });
    for (const seat of SEATS) expect(legalActs(scenario, state, seat)).toBeDefined();
  });

  it.each(['core', 'standard', 'full'] as const)('%s: random legal acts keep every state sound and end the match', (level) => {
    for (let seed = 1; seed <= 15; seed += 1) expect(walk(seed, () => undefined, { level }, scenario).status, `seed ${seed}`).toBe('ended');
  });
});
