/** Mechanisms that a scenario switches on by data: force alone (M08), common rules (M24), the staff card (M15). */
import { describe, expect, test } from 'vitest';
import { project, type Scenario } from '../../../src/index.ts';
import { Given, options, sixParty, started, table } from '../../given.ts';
import { waiting } from '../../../src/rules/setup.ts';

const nothing = { type: 'choose', dues: {}, reversals: [], denials: [], remedies: [] } as const;
const of = (change: Partial<Scenario>): Given => { const scenario = { ...sixParty, ...change }; return new Given(scenario, waiting(scenario)).and(table, { type: 'start', options: options({ level: 'full' }) }); };

describe('M08 force alone', () => {
  const alone = (match: Given): Given => match.until('secret').and('US', { ...nothing, actions: [{ action: 'UA15', alone: true }] });
  test('M08 a power far ahead pays half and needs no partner; where the scenario has no force it is refused', () => {
    expect(alone(of({ force: true })).tick().state.seats['US']?.ap).toBe(3);
    started({ level: 'full' }).until('secret').when('US', { ...nothing, actions: [{ action: 'UA15', alone: true }] }).refused('cannot-act-alone');
    of({ force: true }).seat('CN', { pow: 31 }).until('secret').when('US', { ...nothing, actions: [{ action: 'UA15', alone: true }] }).refused('cannot-act-alone');
  });
  test('M08 silence acquiesces and is counted; each objection costs the pair 4', () => {
    const quiet = alone(of({ force: true })).until('reveal').state;
    expect(quiet.craft.acquiesced).toBe(1);
    const objected = alone(of({ force: true })).until('crisis').and('CN', { type: 'answerAct', from: 'US', action: 'UA15', accept: false }).until('reveal').state;
    expect(objected.craft.acquiesced).toBe(0);
    expect(objected.trust['US-CN']).toBe((quiet.trust['US-CN'] ?? 0) - 4);
  });
});

describe('M24 common rules', () => {
  const rules = { joined: 2, outside: 1, seats: ['DK'] };
  test('M24 inside +2 a round and bound by the majority, outside +1 and no vote', () => {
    const out = of({ rules });
    expect(out.until('reveal').state.seats['DK']?.nTerms).toContainEqual({ code: 'rulesOutside', value: 1 });
    const inside = out.until('declaration').and('DK', { type: 'joinRules', join: true });
    expect(inside.until('reveal').state.seats['DK']?.nTerms).toContainEqual({ code: 'rulesJoined', value: 2 });
    const text = { type: 'propose', scope: 'plenary', lines: [{ clause: 'DN01', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN' }] } as const;
    const sign = (match: Given): Given => { const tabled = match.until('plenary').and('US', text); const id = tabled.state.proposals.at(-1)?.id ?? ''; return ['CN', 'RU', 'JP', 'RK'].reduce((m, seat) => m.and(seat, { type: 'sign', proposal: id, version: 1 }), tabled); };
    expect(sign(inside).until('secret').state.proposals.at(-1)?.status).toBe('adopted');
    expect(sign(out).until('secret').state.proposals.at(-1)?.status).toBe('expired');
    const open = sign(out);
    open.when('DK', { type: 'sign', proposal: open.state.proposals.at(-1)?.id ?? '', version: 1 }).refused('ruled-out');
    started({ level: 'full' }).until('declaration').when('DK', { type: 'joinRules', join: true }).refused('no-rules-to-join');
  });
});

test('M15 with the fear of the bomb off the staff promises a prize; with it on there is no such card', () => {
  expect(project({ ...sixParty, mad: false }, of({ mad: false }).state, { kind: 'seat', seat: 'US' }).me?.staffCard).toBe(20);
  expect(project({ ...sixParty, mad: false }, of({ mad: false }).state, { kind: 'seat', seat: 'DK' }).me?.staffCard).toBeNull();
  expect(project(sixParty, started({ level: 'full' }).state, { kind: 'seat', seat: 'US' }).me?.staffCard).toBeNull();
});
