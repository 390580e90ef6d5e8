/** Which recorded acts a viewer could see while they were done; what nobody showed is not told before its time. Pure. */
import type { MatchEvent, Viewer } from '@concert/shared';
import { proposalOf } from '@concert/shared';
import type { MatchState } from '@concert/shared';
import type { ReelStep } from '@concert/shared/recording/index';

/** `whole`: the act with its content. `sealed`: that a decision was handed in, not which. `nothing`: not even that. */
export type Sight = 'whole' | 'sealed' | 'nothing';
const OPEN = new Set(['ready', 'preStep', 'tableDemarche', 'answerDemarche', 'announce', 'accuse', 'apologise', 'joinRules', 'start', 'advance', 'hold', 'desk']);
const SEALED = new Set(['declare', 'choose', 'pickSide', 'standDown']);

/** How much of an act this viewer saw. */
export function sightOf(step: ReelStep, state: MatchState, viewer: Viewer): Sight {
  const { command, seat } = step;
  if (viewer.kind === 'all' || (viewer.kind === 'seat' && viewer.seat === seat) || OPEN.has(command.type)) return 'whole';
  if (SEALED.has(command.type)) return 'sealed';
  const among = (seats: readonly string[]): Sight => (viewer.kind === 'seat' && seats.includes(viewer.seat) ? 'whole' : 'nothing');
  switch (command.type) {
    case 'message': return command.to.length >= Object.keys(state.seats).length - 1 ? 'whole' : among(command.to);
    case 'invite': return among([command.to]);
    case 'acceptInvite': case 'declineInvite': return among([command.from]);
    case 'propose': {
      const made = step.events.find((event) => event.type === 'proposalTabled');
      return made?.type !== 'proposalTabled' || made.proposal.scope === 'plenary' ? (command.scope === 'plenary' ? 'whole' : 'nothing') : among(made.proposal.parties);
    }
    case 'sign': case 'refuse': case 'object': case 'withdraw': {
      const text = proposalOf(state, command.proposal);
      return !text || text.scope === 'plenary' ? 'whole' : among(text.parties);
    }
    case 'compareNotes': case 'shareBud': return among([command.with]);
    case 'answerCard': return among([command.from]);
    case 'offerCard': {
      const offered = step.events.find((event) => event.type === 'cardOffered');
      return offered?.type === 'cardOffered' ? among([offered.offer.to]) : 'nothing';
    }
    default: return 'nothing';
  }
}

type Posted = Extract<MatchEvent, { type: 'newsPosted' }>['item'];
/** News this step brought that the viewer read. */
export function newsFor(step: ReelStep, viewer: Viewer): readonly Posted[] {
  return step.events.flatMap((event) => (event.type === 'newsPosted' && (viewer.kind === 'all' || event.item.to === 'all' || (viewer.kind === 'seat' && event.item.to.includes(viewer.seat))) ? [event.item] : []));
}
