/** VI: buds, cards, démarches and effects as one viewer may know them. An allow-list like the other slices. */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { StatecraftSlice } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { budViews } from '../rules/events/buds.ts';
import { exactPairs } from '../rules/intelligence.ts';

export function statecraftSlice(scenario: Scenario, state: MatchState, me: SeatId | null): StatecraftSlice {
  const { craft } = state;
  return {
    buds: budViews(scenario, state, me), demarches: craft.demarches, announced: craft.announced, effects: openEffects(state), accusations: craft.accusations,
    // CO-9: sealed until all have voted.
    readings: craft.readings.map(({ proposal, line, votes, result }) => ({ proposal, line, votes: result === null ? null : votes, result })),
    bids: state.phase === 'declaration' && state.status !== 'ended' ? {} : craft.bids, traded: tradedCards(state), held: heldCards(state), joined: craft.joined, acquiesced: craft.acquiesced, exactPairs: me === null ? [] : exactPairs(state, me),
  };
}

/** E32: that somebody is about to be found out is nobody's business before the fold. */
const openEffects = (state: MatchState): StatecraftSlice['effects'] => (state.status === 'ended' ? state.craft.effects : state.craft.effects.filter(({ effect }) => effect.do !== 'findCovert'));

/** IN-5: a traded card is public from the fold of its round; all are in the debrief. */
const tradedCards = (state: MatchState): StatecraftSlice['traded'] =>
  Object.entries(state.craft.cards).flatMap(([seat, cards]) => cards.filter((card) => card.state === 'traded' && !tradedNow(state, seat, card.id)).map((card) => ({ seat, card })));
const tradedNow = (state: MatchState, seat: string, card: string): boolean =>
  state.status !== 'ended' && (state.history.at(-1)?.round ?? 0) < state.round && state.craft.offers.some((offer) => offer.from === seat && offer.card === card && offer.accepted === true);

/** E25: others see that a seat holds a core-interest card, never which. */
const heldCards = (state: MatchState): StatecraftSlice['held'] =>
  Object.fromEntries(Object.entries(state.craft.cards).map(([seat, cards]) => [seat, cards.filter((card) => card.kind === 'core').length]));
