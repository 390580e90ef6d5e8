/** The menu: what a seat may do now. Panels, bots and the fuzzer read this one list, made by the rules that `decide` asks too. */
import type { SeatId } from '../model/ids.ts';
import { inOrder, powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalSlice } from '../model/view.ts';
import { legalMeetings, partnerOf } from '../rules/bilaterals.ts';
import { legalChoice } from '../rules/choices.ts';
import { legalDeclaration } from '../rules/declaration.ts';
import { legalClauses } from '../rules/drafting.ts';
import { checkObjection } from '../rules/objection.ts';
import { MAX_LENGTH } from '../rules/press.ts';
import { draftTabled, liveOf, mayCounter, visible } from '../rules/proposals.ts';
import { legalMediation, legalSide, legalStand } from '../rules/sideTaking.ts';
import { legalPreSteps } from '../rules/suspension.ts';
import type { Scenario } from '../scenario/schema.ts';
import { awaited } from './phases.ts';

const NOTHING: Omit<LegalSlice, 'message'> = { ready: false, declare: null, meet: null, propose: [], answer: {}, choose: null, side: null, mediation: [], stand: false, preStep: [] };

/** Everything this seat may do at this moment. */
export function legalActs(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice {
  const message = state.status === 'waiting' ? null : { maxLength: MAX_LENGTH };
  if (state.status !== 'running') return { ...NOTHING, message };
  return {
    ready: awaited(scenario, state).includes(seat),
    declare: legalDeclaration(state, seat),
    meet: legalMeetings(scenario, state, seat),
    propose: legalProposals(scenario, state, seat),
    answer: legalAnswers(scenario, state, seat),
    choose: legalChoice(scenario, state, seat),
    side: legalSide(scenario, state, seat),
    mediation: legalMediation(scenario, state, seat).filter((from) => state.sealed.mediation[seat]?.[from] === undefined),
    stand: legalStand(scenario, state, seat),
    preStep: legalPreSteps(scenario, state, seat),
    message,
  };
}

/** PR-1, PR-5: where this seat may table a text. `left` 0 still allows a counter that replaces an own text. */
function legalProposals(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['propose'] {
  const { lines: maxLines, live } = scenario.proposalLimits;
  const left = Math.max(0, live - liveOf(state, seat));
  const partner = partnerOf(state, seat);
  if (partner) return [{ scope: 'bilateral', with: partner, chairDraft: false, maxLines, left, clauses: legalClauses(scenario, state, inOrder(scenario, [seat, partner])) }];
  if (state.phase !== 'plenary' || !state.talks.open) return [];
  const clauses = legalClauses(scenario, state, null);
  const free = { scope: 'plenary', with: null, chairDraft: false, maxLines, left, clauses } as const;
  const draft = state.talks.chair === seat && !draftTabled(state);
  return draft ? [{ ...free, chairDraft: true, left: 1 }, free] : [free];
}

/** PR-3, PR-4: the answers this seat has to each live text it can read. */
function legalAnswers(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['answer'] {
  const answers: Record<string, LegalSlice['answer'][string]> = {};
  for (const { id, status } of Object.values(state.proposals)) {
    const proposal = status === 'live' ? visible(state, seat, id) : null;
    if (!proposal) continue;
    const own = proposal.author === seat;
    const party = proposal.parties.includes(seat);
    answers[id] = {
      sign: !proposal.signed.includes(seat), refuse: party && !own, counter: mayCounter(proposal, seat) && (own || liveOf(state, seat) < scenario.proposalLimits.live),
      object: powers(scenario).includes(seat) && checkObjection(scenario, state, seat, proposal) === null, withdraw: own,
    };
  }
  return answers;
}
