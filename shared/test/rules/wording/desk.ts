/** A quiet table for tests of words and deeds: the shipped scenario at the full level without its events, and short ways to promise and to answer. */
import { loadScenario } from '../../../src/index.ts';
import type { Commitment, LineDraft, MatchOptions, Scenario, SeatId, SecretChoice } from '../../../src/index.ts';
import { commitmentOf } from '../../../src/index.ts';
import { line, signedByAll, sixParty, started } from '../../given.ts';
import type { Given } from '../../given.ts';

const events = new Set(sixParty.events.map((event) => event.id));
export const quiet: Scenario = loadScenario({ ...sixParty, events: [], places: Object.fromEntries(Object.entries(sixParty.places).filter(([id]) => !events.has(id))) });

export const plenary = (set: Partial<MatchOptions> = {}, scenario: Scenario = quiet): Given => started({ level: 'full', ...set }, scenario).until('plenary');
/** Two seats in the first meeting of a round. */
export const meeting = (a: SeatId, b: SeatId, set: Partial<MatchOptions> = {}, scenario: Scenario = quiet): Given =>
  started({ level: 'full', ...set }, scenario).until('bilateral', 1).and(a, { type: 'invite', to: b }).and(b, { type: 'acceptInvite', from: a });

export const nothing: SecretChoice = { actions: [], dues: {}, reversals: [], denials: [], remedies: [] };
export const choose = (choice: Partial<SecretChoice>) => ({ type: 'choose', ...nothing, ...choice }) as const;

/** Adopted in plenary by everybody it takes, and by these seats besides. */
export const agreed = (match: Given, lines: readonly LineDraft[], author: SeatId = 'CN', besides: readonly SeatId[] = []): Given => signedByAll(match, author, lines, besides).match.until('secret');
/** Adopted between the two in their meeting. */
export function agreedBetween(match: Given, a: SeatId, b: SeatId, lines: readonly LineDraft[]): Given {
  const tabled = match.and(a, { type: 'propose', scope: 'bilateral', lines });
  const { id, version } = tabled.state.proposals.at(-1) ?? { id: '', version: 1 };
  return tabled.and(b, { type: 'sign', proposal: id, version });
}
/** The latest promise of a clause by this giver. */
export function promise(match: Given, clause: string, giver?: SeatId): Commitment {
  const found = match.state.commitments.findLast((c) => c.clause === clause && (giver === undefined || c.giver === giver));
  if (!found) throw new Error(`no promise of ${clause}`);
  return commitmentOf(match.state, found.id) as Commitment;
}
export const states = (match: Given, clause: string, giver?: SeatId): string[] => promise(match, clause, giver).tranches.map((tranche) => tranche.state);
export const trust = (match: Given, pair: string): number => match.state.trust[pair] ?? -1;
export const codes = (match: Given): string[] => match.state.news.map((item) => item.code);
export { line };
