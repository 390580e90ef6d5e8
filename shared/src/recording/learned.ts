/** When a seat came to know what not everybody knew: its secrets, private talk and offers, intelligence, things found out. */
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { Scenario } from '../scenario/schema.ts';

export type LearnedKind = 'mandate' | 'card' | 'message' | 'offer' | 'meeting' | 'cardOffer' | 'news' | 'intelligence' | 'bud' | 'found' | 'leak' | 'wedge';
/** `about` is the seat it came from or speaks of; `id` a proposal, commitment, event or news code. */
export interface Learned { readonly step: number; readonly kind: LearnedKind; readonly about: SeatId | null; readonly id: string | null }
type Fact = Omit<Learned, 'step'>;
interface Act { readonly index: number; readonly seat: SeatId | null; readonly events: readonly MatchEvent[] }

/** All that `seat` learned, in order. */
export function learnedBy(seat: SeatId, steps: readonly Act[], scenario: Scenario): readonly Learned[] {
  const told = new Set<string>();
  const facts: Learned[] = [];
  for (const { index, events } of steps) {
    for (const event of events) {
      const fact = factOf(event, seat, scenario.seats.length);
      const key = fact === null ? '' : `${fact.kind} ${fact.about ?? ''} ${fact.id ?? ''}`;
      // Buds, cards and letters move often; they are learned once.
      const once = fact !== null && ['bud', 'card', 'found', 'wedge'].includes(fact.kind);
      if (fact === null || (once && told.has(key))) continue;
      told.add(key);
      facts.push({ step: index, ...fact });
    }
  }
  return facts;
}

function factOf(event: MatchEvent, seat: SeatId, seats: number): Fact | null {
  switch (event.type) {
    case 'matchStarted': return event.mandates[seat] == null ? null : { kind: 'mandate', about: seat, id: event.mandates[seat] ?? null };
    case 'messageSent': {
      const { channel, from } = event.message;
      const parties = channel.split('+');
      return from !== seat && parties.length < seats && parties.includes(seat) ? { kind: 'message', about: from, id: channel } : null;
    }
    case 'proposalTabled': {
      const { proposal } = event;
      return proposal.scope === 'bilateral' && proposal.author !== seat && proposal.parties.includes(seat) ? { kind: 'offer', about: proposal.author, id: proposal.id } : null;
    }
    case 'met': return event.a === seat || event.b === seat ? { kind: 'meeting', about: event.a === seat ? event.b : event.a, id: null } : null;
    case 'cardOffered': return event.offer.to === seat && event.offer.accepted === null ? { kind: 'cardOffer', about: event.offer.from, id: event.offer.card } : null;
    case 'cardMoved': return event.seat === seat ? { kind: 'card', about: seat, id: event.card.id } : null;
    case 'learned': return event.seat === seat ? { kind: 'intelligence', about: 'seat' in event.knowledge ? event.knowledge.seat : 'with' in event.knowledge ? event.knowledge.with : null, id: event.knowledge.kind } : null;
    case 'newsPosted': return event.item.to !== 'all' && event.item.to.includes(seat) ? { kind: 'news', about: null, id: event.item.code } : null;
    case 'budMoved': return event.bud.knownTo.includes(seat) && !event.bud.public ? { kind: 'bud', about: event.bud.told.find(({ to }) => to === seat)?.from ?? null, id: event.bud.event } : null;
    case 'leakFound': return { kind: 'leak', about: event.seat, id: null };
    case 'hiddenMoved': return event.act.open === 'exposed' && event.act.seat !== seat ? { kind: 'found', about: event.act.seat, id: event.act.action } : null;
    case 'commitmentMoved': return event.set?.found || event.set?.brokenAt !== undefined ? { kind: 'found', about: null, id: event.commitment } : null;
    case 'wedgeMoved': return event.wedge.state === 'sprung' ? { kind: 'wedge', about: event.wedge.sender, id: event.wedge.gift } : null;
    default: return null;
  }
}
