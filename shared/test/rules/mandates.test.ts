/** SE-7, SC-4: every predicate, and every mandate of the shipped scenario met and missed. */
import { describe, expect, test } from 'vitest';
import type { Commitment, MatchState, Proposal } from '../../src/model/state.ts';
import type { MandateTest } from '../../src/scenario/schema.ts';
import { holds, mandateMet } from '../../src/rules/mandates.ts';
import { begun, given, scenario, withIndicators } from './table.ts';

const quiet = begun().state;
const holding = (...list: Commitment[]): MatchState => ({ ...quiet, commitments: list });
const met = (state: MatchState, id: string): boolean => holds(scenario, state, scenario.mandates.find((each) => each.id === id)!.test);
const all = (clause: string, at: number, extra: Partial<Commitment> = {}): Commitment[] => {
  const seats = scenario.clauses.find((spec) => spec.id === clause)!.giver;
  return (seats.mode === 'oneOf' ? seats.seats.slice(0, 1) : seats.seats).map((giver) => given(clause, giver, at, extra));
};
const adopted = (clauses: string[], round: number, extra: Partial<Proposal> = {}): Proposal => ({
  id: `p${round}`, chain: 'p', version: 1, parent: null, author: 'CN', scope: 'plenary', chairDraft: false, round, phaseSeq: 1,
  lines: clauses.map((clause) => ({ clause, givers: [], receivers: [], mode: 'WRITTEN' as const })), parties: ['US', 'DK'], signed: ['US', 'DK'], refusals: [], objection: null, status: 'adopted', ...extra,
});

describe('SE-7 the mandates of the scenario', () => {
  test('SE-7 US-a: SA02 is never performed before VE03 is adopted in writing', () => {
    expect(met(quiet, 'US-a')).toBe(true);
    expect(met(holding(...all('SA02', 4)), 'US-a')).toBe(false);
    expect(met(holding(...all('SA02', 4), ...all('VE03', 3)), 'US-a')).toBe(true);
    expect(met(holding(...all('SA02', 4), ...all('VE03', 5)), 'US-a')).toBe(false);
    expect(met(holding(...all('SA02', 4), ...all('VE03', 3, { mode: 'ORAL' })), 'US-a')).toBe(false);
  });
  test('SE-7 US-b: a package with a DN line by round 6', () => {
    const withProposal = (proposal: Proposal): MatchState => ({ ...quiet, proposals: [proposal] });
    expect(met(quiet, 'US-b')).toBe(false);
    expect(met(withProposal(adopted(['DN01', 'EN01', 'VE01'], 6)), 'US-b')).toBe(true);
    expect(met(withProposal(adopted(['DN01', 'EN01', 'VE01'], 7)), 'US-b')).toBe(false);
    expect(met(withProposal(adopted(['DN01', 'EN01'], 3)), 'US-b')).toBe(false);
    expect(met(withProposal(adopted(['DN01', 'EN01', 'VE01'], 3, { status: 'refused' })), 'US-b')).toBe(false);
    expect(met(withProposal(adopted(['AR01', 'EN01', 'VE01'], 3)), 'US-b')).toBe(false);
  });
  test('SE-7 CN-a: never suspended over one round running', () => {
    expect(met({ ...quiet, talks: { ...quiet.talks, longestSuspension: 1 } }, 'CN-a')).toBe(true);
    expect(met({ ...quiet, talks: { ...quiet.talks, longestSuspension: 2 } }, 'CN-a')).toBe(false);
  });
  test('SE-7 CN-b: MP01 or MP02 performed', () => {
    expect(met(quiet, 'CN-b')).toBe(false);
    expect(met(holding(...all('MP02', 2)), 'CN-b')).toBe(true);
  });
  test('SE-7 RU-a: AR02 in force', () => {
    expect(met(quiet, 'RU-a')).toBe(false);
    expect(met(holding(...all('AR02', 2)), 'RU-a')).toBe(true);
  });
  test('SE-7 JP-a: no Japanese money before the abductees are looked for, or they are home', () => {
    expect(met(quiet, 'JP-a')).toBe(true);
    expect(met(holding(given('EN09', 'JP', 3)), 'JP-a')).toBe(false);
    expect(met(holding(given('EN09', 'JP', 3), ...all('HU01', 2)), 'JP-a')).toBe(true);
    expect(met(holding(given('EN09', 'JP', 3), ...all('HU02', 7)), 'JP-a')).toBe(true);
    expect(met(holding(given('EN04', 'US', 3)), 'JP-a')).toBe(true);
  });
  test('SE-7 JP-b: DN12 in force at the end', () => {
    expect(met(holding(...all('DN12', 2)), 'JP-b')).toBe(true);
    expect(met(holding(...all('DN12', 2, { state: 'breached' })), 'JP-b')).toBe(false);
  });
  test('SE-7 DK-a: SA02 and SG02 performed and the ladder never below its start', () => {
    const done = holding(...all('SA02', 2), ...all('SG02', 2));
    expect(met(done, 'DK-a')).toBe(true);
    expect(met(withIndicators(done, { PRO: 2 }), 'DK-a')).toBe(false);
    expect(met(holding(...all('SA02', 2)), 'DK-a')).toBe(false);
  });
  test('SE-7 DK-b: SG06, NO01 and one tranche of DN02', () => {
    const part = { ...given('DN02', 'DK', 3) };
    const one = { ...part, state: 'due' as const, tranches: part.tranches.map((tranche, i) => (i === 0 ? tranche : { ...tranche, state: 'due' as const })) };
    expect(met(holding(...all('SG06', 2), ...all('NO01', 2), one), 'DK-b')).toBe(true);
    expect(met(holding(...all('SG06', 2), ...all('NO01', 2)), 'DK-b')).toBe(false);
  });
  test('SE-7 RK-a: tension under 80 at every fold', () => {
    const fold = (TEN: number) => ({ round: 1, indicators: { ...quiet.indicators, TEN } }) as MatchState['history'][number];
    expect(met({ ...quiet, history: [fold(79)] }, 'RK-a')).toBe(true);
    expect(met({ ...quiet, history: [fold(80), fold(20)] }, 'RK-a')).toBe(false);
  });
  test('SE-7 RK-b: a voice in every adopted line about Korea', () => {
    const over = (proposal: Proposal): MatchState => ({ ...quiet, proposals: [proposal] });
    expect(met(over(adopted(['DN01'], 2, { parties: ['US', 'DK', 'RK'] })), 'RK-b')).toBe(true);
    expect(met(over(adopted(['DN01'], 2)), 'RK-b')).toBe(false);
    expect(met(over(adopted(['DN01'], 2, { status: 'expired' })), 'RK-b')).toBe(true);
  });
});

test('SE-7 the seat\'s own mandate is asked; without one the answer is null', () => {
  expect(mandateMet(scenario, quiet, 'CN')).toBeNull();
  const dealt = { ...quiet, seats: { ...quiet.seats, CN: { ...quiet.seats['CN']!, mandate: 'CN-a' } } };
  expect(mandateMet(scenario, dealt, 'CN')).toBe(true);
});
test('SE-7 all, any, not and usedAction', () => {
  const yes: MandateTest = { is: 'suspendedAtMost', rounds: 1 };
  const no: MandateTest = { is: 'inForce', clause: 'AR02' };
  expect(holds(scenario, quiet, { is: 'all', of: [yes, no] })).toBe(false);
  expect(holds(scenario, quiet, { is: 'any', of: [yes, no] })).toBe(true);
  expect(holds(scenario, quiet, { is: 'not', of: no })).toBe(true);
  const used = { ...quiet, seats: { ...quiet.seats, RU: { ...quiet.seats['RU']!, used: { UA26: 1 } } } };
  expect([holds(scenario, used, { is: 'usedAction', action: 'UA26', seat: 'RU' }), holds(scenario, quiet, { is: 'usedAction', action: 'UA26', seat: 'RU' })]).toEqual([true, false]);
});
