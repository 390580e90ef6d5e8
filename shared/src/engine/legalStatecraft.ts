/** The menu of the mechanisms beyond the core: each rule says what a seat may do with it now. */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalStatecraft } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { legalAccusations, legalApologies } from '../rules/accusation.ts';
import { legalAnnouncements } from '../rules/announcement.ts';
import { legalCards } from '../rules/cards/linkage.ts';
import { legalJoin } from '../rules/commonRules.ts';
import { legalDemarche } from '../rules/demarche.ts';
import { legalBids } from '../rules/events/bids.ts';
import { legalBuds } from '../rules/events/buds.ts';
import { legalInquiries } from '../rules/intelligence.ts';
import { legalReadings } from '../rules/readings.ts';
import { notePartners } from '../rules/wedge.ts';

export const NO_LEGAL_STATECRAFT: LegalStatecraft = {
  bids: [], readings: [], inquire: null, compareNotes: [], offerCards: [], answerCards: [], tableDemarche: [], answerDemarche: [], demarcheAp: 0,
  shareBuds: [], pledge: [], announce: [], accuse: null, apologise: [], joinRules: null,
};

/** Everything of the higher levels this seat may do at this moment. */
export function legalStatecraft(scenario: Scenario, state: MatchState, seat: SeatId): LegalStatecraft {
  const { offerCards, answerCards } = legalCards(scenario, state, seat);
  const { tableDemarche, answerDemarche, demarcheAp } = legalDemarche(scenario, state, seat);
  const { shareBuds, pledge } = legalBuds(scenario, state, seat);
  return {
    bids: legalBids(scenario, state, seat),
    readings: legalReadings(scenario, state, seat),
    inquire: legalInquiries(scenario, state, seat),
    compareNotes: (state.seats[seat]?.ap ?? 0) > 0 ? notePartners(scenario, state, seat) : [],
    offerCards, answerCards, tableDemarche, answerDemarche, demarcheAp, shareBuds, pledge,
    announce: legalAnnouncements(scenario, state, seat),
    accuse: legalAccusations(scenario, state, seat),
    apologise: legalApologies(scenario, state, seat),
    joinRules: legalJoin(scenario, state, seat),
  };
}
