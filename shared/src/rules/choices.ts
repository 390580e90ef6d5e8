/** PH secret choices: what a seat seals about its dues, reversals, denials, actions and remedies, checked as a whole. */
import type { Refusal, SeatCommand, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { LegalSlice } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { checkActions, legalActions, MOST_ACTIONS } from './actions.ts';
import { clauseOf } from './drafting.ts';
import { dueOptions, isExcused } from './dues.ts';
import { isTied } from './escrow.ts';
import { legalDisclosures } from './hiddenActs.ts';
import { mayDeny, mayReverse } from './ledger.ts';
import { checkBlocks, legalBlocks } from './overHeads.ts';
import { checkRatify, legalRatifications } from './ratification.ts';
import { legalRemedies } from './scenarioEvents.ts';
import { dueTranche } from './tranches.ts';

/** A sealed choice is legal as a whole or not at all; sending it again replaces the earlier one. */
export function decideChoose(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'choose' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'secret') return refuse('wrong-phase', { phase: 'secret', now: state.phase });
  const { type: _type, ...choice } = command;
  return checkLedger(scenario, state, seat, choice) ?? checkActions(scenario, state, seat, choice) ?? [{ type: 'chosen', seat, choice }];
}

/** CO-3, CO-7, CO-9: only own promises, and only what each allows. */
function checkLedger(scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  for (const [id, answer] of Object.entries(choice.dues)) {
    const c = own(state, seat, id);
    if (!c) return refuse('not-your-commitment', { commitment: id });
    const tranche = dueTranche(c);
    const clause = clauseOf(scenario, c.clause);
    if (!tranche || !clause) return refuse('nothing-due', { clause: c.clause });
    if (isTied(state, c, tranche) && !dueOptions(state, clause, c, tranche).includes(answer)) return refuse('held-in-escrow', { clause: c.clause });
    if (!dueOptions(state, clause, c, tranche).includes(answer)) return refuse(answer === 'feign' ? 'cannot-feign' : 'nothing-due', { clause: c.clause });
  }
  for (const id of choice.reversals) {
    const c = own(state, seat, id);
    if (!c) return refuse('not-your-commitment', { commitment: id });
    if (!mayReverse(scenario, c)) return refuse('cannot-reverse', { clause: c.clause });
  }
  for (const id of choice.denials) {
    const c = own(state, seat, id);
    if (!c) return refuse('not-your-commitment', { commitment: id });
    if (!mayDeny(state, c)) return refuse('cannot-deny', { clause: c.clause, round: c.adoptedAt + 1 });
  }
  return checkBlocks(state, seat, choice) ?? checkRatify(state, seat, choice);
}

const own = (state: MatchState, seat: SeatId, id: string): Commitment | null => {
  const c = commitmentOf(state, id);
  return c?.giver === seat ? c : null;
};

/** The menu of step 6. */
export function legalChoice(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['choose'] {
  if (state.phase !== 'secret') return null;
  const mine = state.commitments.filter((c) => c.giver === seat);
  return {
    ap: state.seats[seat]?.ap ?? 0, maxActions: MOST_ACTIONS, actions: legalActions(scenario, state, seat),
    dues: mine.flatMap((c) => {
      const tranche = dueTranche(c);
      const clause = clauseOf(scenario, c.clause);
      return tranche && clause && !isExcused(state, c) ? [{ commitment: c.id, options: dueOptions(state, clause, c, tranche) }] : [];
    }),
    reversals: mine.filter((c) => mayReverse(scenario, c)).map((c) => c.id),
    denials: mine.filter((c) => mayDeny(state, c)).map((c) => c.id),
    remedies: legalRemedies(scenario, state, seat), blocks: legalBlocks(state, seat), ratify: legalRatifications(state, seat), disclose: legalDisclosures(scenario, state, seat),
  };
}
