/** CO-11: to accuse in public, and to apologise: a true accusation brings a secret out sooner, a false one costs the accuser. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import type { Tally } from '../engine/tally.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { CommitmentId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { LegalStatecraft } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bookNow } from './booking.ts';
import { clauseOf } from './drafting.ts';
import { mayFeign } from './dues.ts';
import { floorDiv } from './integers.ts';
import { findLeak } from './leaks.ts';
import { breach } from './ledger.ts';
import { allows } from './level.ts';
import { runningCovert } from './sideLetters.ts';
import { isParty, secret } from './secrecy.ts';
import { claimed } from './tranches.ts';

type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;
type Decision = readonly MatchEvent[] | Refusal;
/** Where one speaks in public; sealed steps and the ends of a round are no time for speeches. */
const PHASES: readonly string[] = ['brief', 'declaration', 'bilateral', 'plenary'];
const FALSE_TRUST = -4;
const SORRY_SUPPORT = -3;

/** Promises that this seat may doubt: claimed performances of others that could have been feigned. */
const doubtful = (scenario: Scenario, state: MatchState, seat: SeatId): Commitment[] => state.commitments.filter((c) => {
  const clause = clauseOf(scenario, c.clause);
  // CO-10: a public word about a side letter would be the end of its secret; whoever wants that asks for it (AC-7).
  const stands = c.state !== 'breached' && c.state !== 'reversed';
  return clause !== undefined && c.giver !== seat && stands && mayFeign(clause) && !secret(c) && seenPerformed(state, c, seat) && c.tranches.some(claimed);
});
/** A promise between two others is theirs alone until the fold of its round (VI). */
const seenPerformed = (state: MatchState, c: Commitment, seat: SeatId): boolean => isParty(c, seat) || (state.history.at(-1)?.round ?? 0) >= c.adoptedAt;
/** Seats whose wall may have a hole. */
const suspects = (scenario: Scenario, state: MatchState, seat: SeatId): SeatId[] => {
  const leak = lookup(scenario).specials.get('leak');
  if (!leak || !allows(scenario, state, leak.id)) return [];
  return scenario.seats.filter((spec) => spec.id !== seat && spec.canLeak && leak.who.includes(spec.id) && state.leaks[spec.id]?.found !== true).map((spec) => spec.id);
};
const hasAccused = (state: MatchState, seat: SeatId): boolean => state.craft.accusations.some((each) => each.by === seat && each.round === state.round);

export function legalAccusations(scenario: Scenario, state: MatchState, seat: SeatId): LegalStatecraft['accuse'] {
  if (!allows(scenario, state, 'ACCUSE') || !PHASES.includes(state.phase) || hasAccused(state, seat)) return null;
  const commitments = doubtful(scenario, state, seat).map((c) => c.id);
  const leaks = suspects(scenario, state, seat);
  return commitments.length + leaks.length === 0 ? null : { commitments, leaks };
}

/** Free and public, once a round. What is true comes out a round sooner, at once where that round is here; what is not costs trust. */
export function decideAccuse(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'accuse'>): Decision {
  const wrong = whyNot(scenario, state);
  if (wrong) return wrong;
  if (hasAccused(state, seat)) return refuse('already-accused');
  const c = command.commitment === undefined ? undefined : doubtful(scenario, state, seat).find((each) => each.id === command.commitment);
  const accused = c?.giver ?? command.leak;
  if ((command.commitment === undefined) === (command.leak === undefined) || accused === undefined || (command.commitment !== undefined && !c)) return refuse('nothing-to-accuse');
  if (command.leak !== undefined && !suspects(scenario, state, seat).includes(command.leak)) return refuse('nothing-to-accuse');
  const r = record(scenario, state);
  const t = tally();
  r.emit({ type: 'accused', accusation: { by: seat, round: state.round, ...(c ? { commitment: c.id } : { leak: accused }) } });
  if (c) post(r, 'table.accused', { seat, giver: accused, clause: c.clause }, 'all', scenario.places[c.clause]);
  else post(r, 'table.accused.leak', { seat, target: accused });
  const founded = c ? hastenBreach(r, t, c) : hastenLeak(r, t, accused);
  if (!founded) t.trust.push({ a: seat, b: accused, code: 'accused', value: FALSE_TRUST });
  bookNow(r, t);
  return r.events;
}

function hastenBreach(r: Recorder, t: Tally, c: Commitment): boolean {
  if (c.foundAt === null || !runningCovert(r.state, c.giver).includes(c.id)) return false;
  const foundAt = c.foundAt - 1;
  if (foundAt <= r.state.round) breach(r, t, c.id, { covert: true });
  else r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { foundAt } });
  return true;
}

function hastenLeak(r: Recorder, t: Tally, seat: SeatId): boolean {
  const leak = r.state.leaks[seat];
  if (!leak || leak.found) return false;
  const foundAt = leak.foundAt - 1;
  if (foundAt <= r.state.round) findLeak(r, t, seat);
  else r.emit({ type: 'leakBegan', seat, foundAt, since: leak.since });
  return true;
}

function whyNot(scenario: Scenario, state: MatchState): Refusal | null {
  if (!allows(scenario, state, 'ACCUSE')) return refuse('not-at-level', { level: state.options.level });
  return PHASES.includes(state.phase) ? null : refuse('wrong-phase', { phase: 'plenary', now: state.phase });
}

/** Own breaches that came to light in the round before. */
export const legalApologies = (scenario: Scenario, state: MatchState, seat: SeatId): readonly CommitmentId[] =>
  (allows(scenario, state, 'ACCUSE') && PHASES.includes(state.phase) ? state.commitments.filter((c) => c.giver === seat && c.brokenAt === state.round - 1 && c.apologisedAt === undefined).map((c) => c.id) : []);

/** A third of the trust the breach cost comes back, at a price at home. */
export function decideApologise(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'apologise'>): Decision {
  const wrong = whyNot(scenario, state);
  if (wrong) return wrong;
  const c = legalApologies(scenario, state, seat).includes(command.commitment) ? commitmentOf(state, command.commitment) : undefined;
  if (!c) return refuse('cannot-apologise');
  const r = record(scenario, state);
  const t = tally();
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { apologisedAt: state.round } });
  r.emit({ type: 'apologised', seat, commitment: c.id });
  for (const [other, lost] of Object.entries(c.trustLost ?? {})) t.trust.push({ a: seat, b: other, code: 'apology', value: floorDiv(lost, 3) });
  t.ds.push({ seat, code: 'apology', value: SORRY_SUPPORT });
  bookNow(r, t);
  post(r, 'table.apologised', { giver: seat, clause: c.clause, receivers: c.receivers }, secret(c) ? [seat, ...c.receivers] : 'all', scenario.places[c.clause]);
  return r.events;
}
