/** Folds the events of the higher mechanisms into their part of the state; values are absolute, keyed as their comments in `model/events.ts` say. */
import { withKey } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import type { Statecraft } from '../model/statecraft.ts';

export type StatecraftEvent = Extract<MatchEvent, { type:
  | 'budMoved' | 'effectBegan' | 'effectsEnded' | 'roundsDrawn' | 'bidPlaced' | 'cardMoved' | 'cardOffered' | 'demarcheMoved' | 'learned' | 'hiddenMoved' | 'wedgeMoved'
  | 'actAnnounced' | 'accused' | 'apologised' | 'readingMoved' | 'vetoMoved' | 'leakCounted' | 'signatureBound' | 'rulesJoined' | 'acquiesced' | 'inspected' }>;

/** What the mechanisms keep after `event`. */
export function evolveStatecraft(state: MatchState, event: StatecraftEvent): Statecraft {
  const { craft } = state;
  switch (event.type) {
    case 'budMoved':
      return { ...craft, buds: withKey(craft.buds, event.bud.event, event.bud) };
    case 'effectBegan':
      return { ...craft, effects: [...craft.effects, event.effect] };
    case 'effectsEnded':
      return { ...craft, effects: event.effects };
    case 'roundsDrawn':
      return { ...craft, drawn: event.drawn };
    case 'bidPlaced':
      return { ...craft, bids: withKey(craft.bids, event.event, withKey(craft.bids[event.event] ?? {}, event.seat, event.bid)) };
    case 'cardMoved': {
      const held = craft.cards[event.seat] ?? [];
      return { ...craft, cards: withKey(craft.cards, event.seat, replaced(held, event.card, (card) => card.id === event.card.id)) };
    }
    case 'cardOffered':
      return { ...craft, offers: replaced(craft.offers, event.offer, (offer) => offer.from === event.offer.from && offer.card === event.offer.card && offer.to === event.offer.to && offer.slot === event.offer.slot) };
    case 'demarcheMoved':
      return { ...craft, demarches: replaced(craft.demarches, event.demarche, (other) => other.id === event.demarche.id) };
    case 'learned':
      return { ...craft, knowledge: withKey(craft.knowledge, event.seat, [...(craft.knowledge[event.seat] ?? []), event.knowledge]) };
    case 'hiddenMoved':
      return { ...craft, hidden: replaced(craft.hidden, event.act, (act) => act.seat === event.act.seat && act.action === event.act.action && act.round === event.act.round) };
    case 'wedgeMoved':
      return { ...craft, wedges: replaced(craft.wedges, event.wedge, (wedge) => wedge.sender === event.wedge.sender && wedge.round === event.wedge.round) };
    case 'actAnnounced':
      return { ...craft, announced: [...craft.announced, { seat: event.seat, action: event.action }] };
    case 'accused':
      return { ...craft, accusations: [...craft.accusations, event.accusation] };
    case 'apologised':
      return craft; // the commitment itself carries the round of the apology (CO-11)
    case 'readingMoved':
      return { ...craft, readings: replaced(craft.readings, event.vote, (vote) => vote.proposal === event.vote.proposal && vote.line === event.vote.line) };
    case 'vetoMoved':
      return { ...craft, vetoes: withKey(craft.vetoes, event.seat, event.proposals) };
    case 'leakCounted':
      return { ...craft, leakCounter: event.counter };
    case 'signatureBound':
      return { ...craft, boundSignatures: [...craft.boundSignatures, { seat: event.seat, author: event.author, round: state.round }] };
    case 'rulesJoined':
      return { ...craft, joined: event.join ? [...craft.joined.filter((seat) => seat !== event.seat), event.seat] : craft.joined.filter((seat) => seat !== event.seat) };
    case 'inspected':
      return { ...craft, inspections: event.count };
    case 'acquiesced':
      return { ...craft, acquiesced: event.count };
    default:
      return unknown(event);
  }
}

/** What belongs to one round only is gone with its dawn. */
export const freshRound = (craft: Statecraft): Statecraft => ({ ...craft, bids: {}, offers: [], demarches: [], announced: [], boundSignatures: [] });

/** The list with this entry in place of its older self, or at its end. */
function replaced<T>(list: readonly T[], entry: T, same: (other: T) => boolean): readonly T[] {
  const at = list.findIndex(same);
  return at < 0 ? [...list, entry] : [...list.slice(0, at), entry, ...list.slice(at + 1)];
}

function unknown(event: never): never {
  throw new Error(`evolve: no such event ${JSON.stringify(event)}`);
}
