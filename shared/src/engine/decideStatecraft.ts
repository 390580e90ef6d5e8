/** Acts of the mechanisms beyond the core, each settled by its own rule. */
import type { Refusal, SeatCommand } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { decideAccuse, decideApologise } from '../rules/accusation.ts';
import { decideAnnounce } from '../rules/announcement.ts';
import { decideAnswerCard, decideOfferCard } from '../rules/cards/linkage.ts';
import { decideJoinRules } from '../rules/commonRules.ts';
import { decideAnswerDemarche, decideTableDemarche } from '../rules/demarche.ts';
import { decideBid } from '../rules/events/bids.ts';
import { decidePledge, decideShareBud } from '../rules/events/buds.ts';
import { decideInquire } from '../rules/intelligence.ts';
import { decideReadClause } from '../rules/readings.ts';
import { decideCompareNotes } from '../rules/wedge.ts';

export type StatecraftCommand = Extract<SeatCommand, { type:
  | 'bid' | 'readClause' | 'inquire' | 'compareNotes' | 'offerCard' | 'answerCard' | 'tableDemarche' | 'answerDemarche' | 'shareBud' | 'pledge'
  | 'announce' | 'accuse' | 'apologise' | 'joinRules' }>;

export function decideStatecraft(scenario: Scenario, state: MatchState, seat: SeatId, command: StatecraftCommand): readonly MatchEvent[] | Refusal {
  switch (command.type) {
    case 'bid':
      return decideBid(scenario, state, seat, command);
    case 'shareBud':
      return decideShareBud(scenario, state, seat, command);
    case 'pledge':
      return decidePledge(scenario, state, seat, command);
    case 'readClause':
      return decideReadClause(scenario, state, seat, command);
    case 'announce':
      return decideAnnounce(scenario, state, seat, command);
    case 'accuse':
      return decideAccuse(scenario, state, seat, command);
    case 'apologise':
      return decideApologise(scenario, state, seat, command);
    case 'inquire':
      return decideInquire(scenario, state, seat, command);
    case 'compareNotes':
      return decideCompareNotes(scenario, state, seat, command);
    case 'offerCard':
      return decideOfferCard(scenario, state, seat, command);
    case 'answerCard':
      return decideAnswerCard(scenario, state, seat, command);
    case 'tableDemarche':
      return decideTableDemarche(scenario, state, seat, command);
    case 'answerDemarche':
      return decideAnswerDemarche(scenario, state, seat, command);
    case 'joinRules':
      return decideJoinRules(scenario, state, seat, command);
    default:
      return command satisfies never;
  }
}
