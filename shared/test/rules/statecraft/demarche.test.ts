/** M03, AC-6, TR-2: démarches of the powers. */
import { describe, expect, test } from 'vitest';
import { started, type Given } from '../../given.ts';

const plenary = (level: 'core' | 'standard' = 'standard'): Given => started({ level }).until('plenary');
const favour = (match: Given, seat: string): Given => match.and(seat, { type: 'answerDemarche', demarche: match.state.craft.demarches[0]?.id ?? '', favour: true });
const joint = (): Given => ['CN', 'JP'].reduce(favour, plenary().and('US', { type: 'tableDemarche', target: 'DK' }));

describe('M03 démarche', () => {
  test('M03 belongs to the standard level, to powers and to an open plenary', () => {
    plenary('core').when('US', { type: 'tableDemarche', target: 'DK' }).refused('not-at-level');
    plenary().when('RK', { type: 'tableDemarche', target: 'DK' }).refused('not-a-power');
    started({ level: 'standard' }).until('bilateral').when('US', { type: 'tableDemarche', target: 'DK' }).refused('wrong-phase');
    plenary().when('US', { type: 'tableDemarche', target: 'US' }).refused('bad-target');
  });
  test('AC-6 a name under it costs an AP, and comes back when somebody speaks against it', () => {
    const tabled = plenary().and('US', { type: 'tableDemarche', target: 'DK' });
    expect(tabled.state.seats['US']?.ap).toBe(3);
    const against = tabled.and('RU', { type: 'answerDemarche', demarche: tabled.state.craft.demarches[0]?.id ?? '', favour: false });
    expect(against.until('secret').state.seats['US']?.ap).toBe(4);
  });
  test('AC-6 the top power gap of 10 or less makes it free (M09)', () => {
    const near = plenary().seat('US', { pow: 30 }).seat('CN', { pow: 25 }).and('US', { type: 'tableDemarche', target: 'DK' });
    expect(near.state.seats['US']?.ap).toBe(4);
  });
  test('AC-6 three in favour and none against: P +10, TEN -2, CM +2, a provocation costs the target 4 N', () => {
    const quiet = plenary().until('reveal').state;
    const done = joint().until('reveal').state;
    expect((done.history.at(-1)?.pressure ?? 0) > (quiet.history.at(-1)?.pressure ?? 0)).toBe(true);
    expect(done.terms?.TEN).toContainEqual({ code: 'demarche', value: -2, params: { target: 'DK' } });
    expect(done.terms?.CM).toContainEqual({ code: 'demarche', value: 2, params: { target: 'DK' } });
    const shelled = joint().until('secret').and('DK', { type: 'choose', actions: [{ action: 'UA08', target: 'RK' }], dues: {}, reversals: [], denials: [], remedies: [] }).until('reveal').state;
    expect(shelled.seats['DK']?.nTerms).toContainEqual({ code: 'demarche', value: -4 });
  });
  test('AC-6 one power alone: half the weight and -2 with each other power', () => {
    const alone = plenary().and('US', { type: 'tableDemarche', target: 'DK' });
    const quiet = plenary().until('reveal').state;
    const done = alone.until('reveal').state;
    for (const pair of ['US-CN', 'US-RU', 'US-JP']) expect(done.trust[pair]).toBe((quiet.trust[pair] ?? 0) - 2);
  });
  test('AC-6 against stops it: no pressure, no relief, no trust lost', () => {
    const tabled = plenary().and('US', { type: 'tableDemarche', target: 'DK' });
    const stopped = tabled.and('RU', { type: 'answerDemarche', demarche: tabled.state.craft.demarches[0]?.id ?? '', favour: false });
    const quiet = plenary().until('reveal').state;
    const done = stopped.until('reveal').state;
    expect(done.trust).toEqual(quiet.trust);
    expect(done.history.at(-1)?.pressure).toBe(quiet.history.at(-1)?.pressure);
  });
  test('TR-2 a démarche of all four powers is a joint act: +3 each pair instead of drift', () => {
    const quiet = plenary().until('reveal').state;
    const all = favour(joint(), 'RU').until('reveal').state;
    for (const pair of ['US-CN', 'US-RU', 'US-JP', 'CN-RU', 'CN-JP', 'RU-JP']) expect(all.trust[pair]).toBe((quiet.trust[pair] ?? 0) + 4);
    expect(joint().until('reveal').state.trust['CN-RU']).toBe(quiet.trust['CN-RU']);
  });
  test('AC-11 a veto voids the joint démarche, feeds the proliferator and angers its signers', () => {
    const vetoed = joint().until('secret').and('RU', { type: 'choose', actions: [{ action: 'UA23' }], dues: {}, reversals: [], denials: [], remedies: [] }).until('reveal').state;
    expect(vetoed.terms?.TEN?.some((term) => term.code === 'demarche')).toBe(false);
    expect(vetoed.seats['DK']?.nTerms).toContainEqual(expect.objectContaining({ value: 4, params: expect.objectContaining({ action: 'UA23' }) }));
    expect((vetoed.trust['US-RU'] ?? 0) <= 52 - 8).toBe(true);
    plenary().until('secret').when('RU', { type: 'choose', actions: [{ action: 'UA23' }], dues: {}, reversals: [], denials: [], remedies: [] }).refused('no-joint-measure');
  });
});
