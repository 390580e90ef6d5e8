/** DS-3, M22, FD-9: a cabinet without support at home, or a delegation with a capital, carries its promises through there before they count. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { PairTerm } from '../engine/tally.ts';
import type { Refusal, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { ProposalId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { lapse } from './ledger.ts';
import { allows } from './level.ts';
import { verdictsAtDawn } from './desk/capital.ts';
import { replaceOlder } from './replacing.ts';
import { witnesses } from './secrecy.ts';
import { bookTrust } from './trust.ts';

/** Support from which a signature binds at once. */
const STRONG_FROM = 30;
const PRICE = 1;
const LAPSED = -2;

/** Whether what this seat signs now waits for ratification. */
export const isWeak = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => allows(scenario, state, 'M22') && (state.seats[seat]?.ds ?? 100) < STRONG_FROM;

const waiting = (state: MatchState, seat: SeatId): readonly Commitment[] => state.commitments.filter((c) => c.state === 'ratifying' && c.giver === seat && !c.capital);
/** Texts with promises of this seat that it can carry through at home this round. */
export const legalRatifications = (state: MatchState, seat: SeatId): readonly ProposalId[] =>
  ((state.seats[seat]?.ap ?? 0) < PRICE ? [] : [...new Set(waiting(state, seat).map((c) => c.proposal))]);

/** AP that the texts chosen cost. */
export const ratifyAp = (choice: SecretChoice): number => PRICE * (choice.ratify?.length ?? 0);

export function checkRatify(state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  const texts = choice.ratify ?? [];
  const wrong = texts.find((id, i) => texts.indexOf(id) !== i || !waiting(state, seat).some((c) => c.proposal === id));
  return wrong === undefined ? null : refuse('cannot-ratify', { limit: STRONG_FROM });
}

/** PH-2.1: what was carried through for AP in step 6 is promised from now on. */
export function carryThrough(r: Recorder): void {
  for (const { id: seat } of r.scenario.seats) {
    const texts = r.state.sealed.choices[seat]?.ratify ?? [];
    for (const c of waiting(r.state, seat)) if (texts.includes(c.proposal)) pass(r, c);
  }
}

/** PH-1k: the rest passes with the support there is, or falls; its receivers had hoped for more. */
export function ratify(r: Recorder): void {
  const terms: PairTerm[] = [];
  const verdicts = verdictsAtDawn(r.state);
  for (const { id } of r.state.commitments) {
    const c = commitmentOf(r.state, id);
    if (!c || c.state !== 'ratifying' || (c.ratifyAt ?? 0) > r.state.round) continue;
    if (c.capital ? verdicts.get(`${c.proposal} ${c.giver}`) === true : !isWeak(r.scenario, r.state, c.giver)) { pass(r, c); continue; }
    terms.push(...fall(r, c));
    post(r, c.capital ? 'table.capitalSilent' : 'table.notRatified', { giver: c.giver, clause: c.clause, limit: STRONG_FROM }, witnesses(c), r.scenario.places[c.clause]);
  }
  bookTrust(r, terms);
}

/** Falls without blame; its receivers had hoped for more. */
export function fall(r: Recorder, c: Commitment): PairTerm[] {
  lapse(r, c.id);
  return c.receivers.flatMap((receiver) => (receiver === c.giver ? [] : [{ a: c.giver, b: receiver, code: 'notRatified', value: LAPSED }]));
}

export function pass(r: Recorder, c: Commitment): void {
  replaceOlder(r, c);
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: 'agreed' });
  post(r, 'table.ratified', { giver: c.giver, clause: c.clause }, witnesses(c), r.scenario.places[c.clause]);
}
