/** The menu: what a seat may do now. Panels, bots and the fuzzer read this one list, made by the rules that `decide` asks too. */
import type { SeatId } from '../model/ids.ts';
import { textsNow } from '../model/entries.ts';
import { inOrder, powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalSlice } from '../model/view.ts';
import { bound } from '../rules/cards/linkage.ts';
import { legalMeetings, partnerOf } from '../rules/bilaterals.ts';
import { legalChoice } from '../rules/choices.ts';
import { legalDeclaration } from '../rules/declaration.ts';
import { legalClauses } from '../rules/drafting.ts';
import { optionsHere } from '../rules/draftingOptions.ts';
import { checkEscrowAp } from '../rules/escrow.ts';
import { mayExcludeHere } from '../rules/wedge.ts';
import { checkObjection } from '../rules/objection.ts';
import { cosigningBar } from '../rules/events/standing.ts';
import { MAX_LENGTH } from '../rules/press.ts';
import { draftTabled, liveOf, mayCounter, readable } from '../rules/proposals.ts';
import { answerGiven, askedNow } from '../rules/answers.ts';
import { seenBy } from '../rules/secrecy.ts';
import { legalSide, legalStand } from '../rules/sideTaking.ts';
import { legalStatecraft, NO_LEGAL_STATECRAFT } from './legalStatecraft.ts';
import { legalPreSteps } from '../rules/suspension.ts';
import type { Scenario } from '../scenario/schema.ts';
import { isAwaited } from './phases.ts';

const NOTHING: Omit<LegalSlice, 'message'> = { ready: false, declare: null, meet: null, propose: [], answer: {}, choose: null, side: null, answerActs: [], stand: false, preStep: [], craft: NO_LEGAL_STATECRAFT };

const MESSAGE = { maxLength: MAX_LENGTH };

/** The parts of the menu of a running match, each made on its own, so that who reads one does not wait for the others. */
export const LEGAL: { readonly [K in keyof LegalSlice]: (scenario: Scenario, state: MatchState, seat: SeatId) => LegalSlice[K] } = {
  ready: (scenario, state, seat) => isAwaited(scenario, state, seat),
  declare: (_scenario, state, seat) => legalDeclaration(state, seat),
  meet: legalMeetings,
  propose: legalProposals,
  answer: legalAnswers,
  choose: legalChoice,
  side: legalSide,
  answerActs: (scenario, state, seat) => askedNow(scenario, state, seat).filter((question) => answerGiven(state, seat, question) === undefined),
  stand: legalStand,
  preStep: legalPreSteps,
  craft: legalStatecraft,
  message: () => MESSAGE,
};

/** The menu before and after the match. */
export const idleMenu = (state: MatchState): LegalSlice => ({ ...NOTHING, message: state.status === 'waiting' ? null : MESSAGE });

/** Everything this seat may do at this moment. */
export function legalActs(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice {
  if (state.status !== 'running') return idleMenu(state);
  return {
    ready: LEGAL.ready(scenario, state, seat), declare: LEGAL.declare(scenario, state, seat), meet: LEGAL.meet(scenario, state, seat),
    propose: LEGAL.propose(scenario, state, seat), answer: LEGAL.answer(scenario, state, seat), choose: LEGAL.choose(scenario, state, seat),
    side: LEGAL.side(scenario, state, seat), answerActs: LEGAL.answerActs(scenario, state, seat), stand: LEGAL.stand(scenario, state, seat),
    preStep: LEGAL.preStep(scenario, state, seat), craft: LEGAL.craft(scenario, state, seat), message: LEGAL.message(scenario, state, seat),
  };
}

/** PR-1, PR-5: where this seat may table a text. `left` 0 still allows a counter that replaces an own text. */
export function legalProposals(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['propose'] {
  const { lines: maxLines, live } = scenario.proposalLimits;
  const left = Math.max(0, live - liveOf(state, seat));
  const partner = partnerOf(state, seat);
  if (partner) return [{ scope: 'bilateral', with: partner, chairDraft: false, maxLines, left, options: optionsHere(scenario, state, 'bilateral', [seat, partner]), exclusive: mayExcludeHere(scenario, state, seat, partner), clauses: legalClauses(scenario, seenBy(state, seat), inOrder(scenario, [seat, partner])) }];
  if (state.phase !== 'plenary' || !state.talks.open) return [];
  const clauses = legalClauses(scenario, seenBy(state, seat), null);
  const free = { scope: 'plenary', with: null, chairDraft: false, maxLines, left, options: optionsHere(scenario, state, 'plenary', [seat]), exclusive: false, clauses } as const;
  const draft = state.talks.chair === seat && !draftTabled(state);
  return draft ? [{ ...free, chairDraft: true, left: 1 }, free] : [free];
}

/** PR-3, PR-4: the answers this seat has to each live text it can read. */
export function legalAnswers(scenario: Scenario, state: MatchState, seat: SeatId): LegalSlice['answer'] {
  const answers: Record<string, LegalSlice['answer'][string]> = {};
  const maySpeak = liveOf(state, seat) < scenario.proposalLimits.live;
  const power = powers(scenario).includes(seat);
  for (const proposal of textsNow(state)) {
    if (proposal.status !== 'live' || !readable(proposal, seat)) continue;
    const own = proposal.author === seat;
    const party = proposal.parties.includes(seat);
    answers[proposal.id] = {
      sign: !proposal.signed.includes(seat) && cosigningBar(scenario, state, seat, proposal.signed) === null && checkEscrowAp(state, seat, proposal.lines) === null, refuse: party && !own && !(proposal.scope === 'plenary' && bound(state, seat, proposal.author)), counter: mayCounter(proposal, seat) && (own || maySpeak),
      object: power && checkObjection(scenario, state, seat, proposal) === null, withdraw: own,
    };
  }
  return answers;
}
