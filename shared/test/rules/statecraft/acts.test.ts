/** AC: the particulars of single acts beyond their table row. */
import { describe, expect, test } from 'vitest';
import type { ActionChoice, SecretChoice } from '../../../src/index.ts';
import { legalActions } from '../../../src/rules/actions.ts';
import { signedByAll, line, sixParty, started, type Given } from '../../given.ts';

const nothing: SecretChoice = { actions: [], dues: {}, reversals: [], denials: [], remedies: [] };
const full = (): Given => started({ level: 'full' });
const take = (match: Given, seat: string, ...actions: ActionChoice[]): Given => match.until('secret').and(seat, { type: 'choose', ...nothing, actions });
const quiet = full().until('reveal').state;

describe('AC-5 visits, inspections, concessions', () => {
  test('AC-5 a visit the host refuses does nothing; one it welcomes warms, and the uninformed resent it', () => {
    const going = take(full(), 'DK', { action: 'UA10', target: 'CN' });
    const welcomed = going.until('reveal').state;
    expect(welcomed.trust['CN-DK']).toBe((quiet.trust['CN-DK'] ?? 0) + 8);
    expect(welcomed.trust['US-CN']).toBe((quiet.trust['US-CN'] ?? 0) - 2);
    const refused = going.until('crisis').and('CN', { type: 'answerAct', from: 'DK', action: 'UA10', accept: false }).until('reveal').state;
    expect(refused.trust).toEqual(quiet.trust);
    expect(refused.seats['DK']?.n).toBe(quiet.seats['DK']?.n);
  });
  test('AC-5 a power the visitor met this round is informed', () => {
    const met = full().until('bilateral').and('DK', { type: 'invite', to: 'US' }).and('US', { type: 'acceptInvite', from: 'DK' });
    expect(take(met, 'DK', { action: 'UA10', target: 'CN' }).until('reveal').state.trust['US-CN']).toBe(quiet.trust['US-CN']);
  });
  test('AC-5, IN-8 an inspection the proliferator admits adds to verification; alone it sours the mood', () => {
    const asked = take(full(), 'US', { action: 'UA17' });
    const refused = asked.until('reveal').state;
    expect(refused.indicators.V).toBe(0);
    expect(refused.terms?.CM).toContainEqual(expect.objectContaining({ value: -1, params: { action: 'UA17', seat: 'US' } }));
    const yes = ['CN', 'JP', 'DK'].reduce((match, seat) => match.and(seat, { type: 'answerAct', from: 'US', action: 'UA17', accept: true }), asked.until('crisis'));
    const admitted = yes.until('reveal').state;
    expect(admitted.indicators.V).toBe(1);
    expect(admitted.terms?.CM).toContainEqual(expect.objectContaining({ value: 1, params: { action: 'UA17', seat: 'US' } }));
    const expelled = take(yes.nextRound(), 'DK', { action: 'UA06' }).until('reveal').state;
    expect(expelled.indicators.V).toBe(0);
    expect(expelled.craft.inspections).toBe(0);
  });
  test('AC-1 inspectors can be expelled only where somebody inspects', () => {
    full().until('secret').when('DK', { type: 'choose', ...nothing, actions: [{ action: 'UA06' }] }).refused('nobody-inspects');
  });
  test('AC-5 a concession gives one clause at once; an ally whose case is unmet is hurt', () => {
    const given = take(full(), 'US', { action: 'UA16', clause: 'SA02' }).until('reveal').state;
    expect(given.commitments).toMatchObject([{ clause: 'SA02', giver: 'US', state: 'performed' }]);
    expect(given.trust['US-JP']).toBe((quiet.trust['US-JP'] ?? 0) - 8);
    full().until('secret').when('US', { type: 'choose', ...nothing, actions: [{ action: 'UA16' }] }).refused('bad-clause');
    full().until('secret').when('US', { type: 'choose', ...nothing, actions: [{ action: 'UA16', clause: 'EN03' }] }).refused('bad-clause');
  });
});

test('AC-11 a share of aid held hostage is left out, without blame, and the others’ shares come', () => {
  const signed = signedByAll(full().until('plenary'), 'CN', [line('EN02')]).match.nextRound('secret');
  const own = signed.state.commitments.find((c) => c.giver === 'RK');
  expect(legalActions(sixParty, signed.state, 'RK').find((entry) => entry.action === 'UA27')?.commitments).toEqual([own?.id]);
  const held = signed.and('RK', { type: 'choose', ...nothing, actions: [{ action: 'UA27', commitment: own?.id ?? '' }] }).until('reveal').state;
  expect(held.commitments.find((c) => c.id === own?.id)?.tranches[0]?.state).toBe('void');
  expect(held.commitments.find((c) => c.id === own?.id)?.state).toBe('agreed');
  expect(held.commitments.filter((c) => c.giver !== 'RK').every((c) => c.tranches[0]?.state === 'performed')).toBe(true);
});

describe('RL-3 acts that move the pressure', () => {
  test.each([['CN', 'UA19', 15], ['RK', 'UA29', -5], ['RK', 'UA30', 5]] as const)('RL-3 %s %s moves P by %i', (seat, action, by) => {
    const moved = take(full().until('declaration').and('US', { type: 'declare', level: 2 }).and('CN', { type: 'declare', level: 2 }).and('RU', { type: 'declare', level: 2 }).and('JP', { type: 'declare', level: 2 }).and('RK', { type: 'declare', level: 2 }), seat, { action }).until('reveal').state;
    expect(moved.history.at(-1)?.pressure).toBe(50 + by);
  });
});

describe('UA particulars', () => {
  test('AC-3 support by cabinet: engaging ahead pleases an engaging public only', () => {
    expect(take(full(), 'RK', { action: 'UA29' }).until('reveal').state.seats['RK']?.ds).toBe((quiet.seats['RK']?.ds ?? 0) + 3);
    expect(take(full().seat('RK', { cabinet: 'hard' }), 'RK', { action: 'UA29' }).until('reveal').state.seats['RK']?.ds).toBe((quiet.seats['RK']?.ds ?? 0) - 3);
  });
  test('AC-1 a freeze is undone by taking it again, free and without effect', () => {
    const frozen = take(full(), 'RK', { action: 'UA30' }).nextRound('secret');
    expect(legalActions(sixParty, frozen.state, 'RK').find((entry) => entry.action === 'UA30')?.ap).toBe(0);
    const thawed = take(frozen, 'RK', { action: 'UA30' }).until('reveal').state;
    expect(thawed.trust['RK-DK']).toBe(frozen.until('reveal').state.trust['RK-DK']);
  });
  test('AC-3 the host of a deployment gains 3 N, a coerced target loses 4', () => {
    const both = take(take(full(), 'US', { action: 'UA15', partner: 'RK' }), 'RK', { action: 'UA15' }).until('reveal').state;
    expect(both.seats['RK']?.nTerms).toContainEqual(expect.objectContaining({ value: 3, params: { action: 'UA15', by: 'US' } }));
    expect(take(full(), 'CN', { action: 'UA22', target: 'RK' }).until('reveal').state.seats['RK']?.nTerms).toContainEqual(expect.objectContaining({ value: -4 }));
  });
  test('AC-4 the first arms deal is unseen until found, the second is public and climbs a rung', () => {
    const once = take(full(), 'RU', { action: 'UA25' }).until('reveal');
    expect((once.state.terms?.BLOC ?? []).some((term) => term.params?.['action'] === 'UA25')).toBe(false);
    expect(once.state.craft.hidden[0]).toMatchObject({ seat: 'RU', foundAt: 4 });
    const twice = take(once.nextRound(), 'RU', { action: 'UA25' }).until('reveal').state;
    expect(twice.terms?.BLOC).toContainEqual(expect.objectContaining({ value: 8, params: { action: 'UA25', seat: 'RU' } }));
    expect(twice.indicators.PRO).toBe(4);
    const found = once.nextRound().nextRound().nextRound();
    expect(found.state.craft.hidden[0]?.open).toBe('exposed');
  });
  test('AC-3 a rival that answers a latency debate with a firm line gains 2 N next round', () => {
    const debated = take(full(), 'JP', { action: 'UA28' }).nextRound('declaration').and('CN', { type: 'declare', level: 2 }).until('reveal').state;
    expect(debated.seats['CN']?.nTerms).toContainEqual({ code: 'answered', value: 2, params: { action: 'UA28' } });
    const soft = take(full(), 'JP', { action: 'UA28' }).nextRound('declaration').and('CN', { type: 'declare', level: 1 }).until('reveal').state;
    expect(soft.seats['CN']?.nTerms.some((term) => term.code === 'answered')).toBe(false);
  });
});
