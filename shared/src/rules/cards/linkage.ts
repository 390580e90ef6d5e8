/** M10, IN-5: the file as a chip: a power trades its red line or its signature for a gain outside the talks, and the whole table pays in divergence. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { record } from '../../engine/recorder.ts';
import type { Refusal, SeatCommand } from '../../model/commands.ts';
import { refuse } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import { powers } from '../../model/pairs.ts';
import type { Card, CardOffer } from '../../model/statecraft.ts';
import type { MatchState } from '../../model/state.ts';
import type { LegalStatecraft } from '../../model/view.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { partnerOf, wake } from '../bilaterals.ts';
import { allows } from '../level.ts';
import { pick } from '../random.ts';

const LEVELS: readonly number[] = [0, 1, 2, 3, 4];
/** IN-5: what a round's trades add to divergence in the next declaration, at most once a round. */
export const LINKAGE_DIVERGENCE = 25;
type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;

const linkageCards = (state: MatchState, seat: SeatId): readonly Card[] => (state.craft.cards[seat] ?? []).filter((card) => card.kind === 'linkage');

/** PH-1.2: one secret card a power in the scenario's rounds. */
export function dealLinkageCards(r: Recorder): void {
  const { linkage } = r.scenario;
  if (!linkage || !allows(r.scenario, r.state, 'M10') || !linkage.rounds.includes(r.state.round)) return;
  for (const seat of powers(r.scenario)) {
    const had = linkageCards(r.state, seat).map((card) => card.theme);
    const drawn = pick(r.state.random, linkage.themes.filter((theme) => !had.includes(theme)));
    if (drawn.item === undefined) continue;
    r.emit({ type: 'randomDrawn', random: drawn.random });
    r.emit({ type: 'cardMoved', seat, card: { id: `link-${seat}-${r.state.round}`, kind: 'linkage', round: r.state.round, theme: drawn.item, state: 'held' } });
    post(r, 'fold.card.linkage', { seat, theme: drawn.item, value: linkage.worth }, [seat]);
  }
}

/** The power this seat is meeting now, if both are powers and the match plays cards. */
function counterpart(scenario: Scenario, state: MatchState, seat: SeatId): SeatId | null {
  if (!allows(scenario, state, 'M10')) return null;
  const partner = partnerOf(state, seat);
  return partner !== null && powers(scenario).includes(seat) && powers(scenario).includes(partner) ? partner : null;
}

export function decideOfferCard(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'offerCard'>): readonly MatchEvent[] | Refusal {
  if (!allows(scenario, state, 'M10')) return refuse('not-at-level', { level: state.options.level });
  const to = counterpart(scenario, state, seat);
  if (to === null) return refuse('no-meeting');
  const card = linkageCards(state, seat).find((held) => held.id === command.card && held.state === 'held');
  if (!card || state.craft.offers.some((offer) => offer.from === seat && offer.card === card.id && offer.accepted !== false)) return refuse('no-card');
  if (command.give.kind === 'level' && !LEVELS.includes(command.give.level)) return refuse('bad-price', { min: 0, max: 4 });
  const r = record(scenario, state);
  r.emit({ type: 'cardOffered', offer: { from: seat, to, card: card.id, give: command.give, slot: state.slot, accepted: null } });
  for (const event of wake(state, [to])) r.emit(event);
  post(r, `table.card.offered.${command.give.kind}`, { from: seat, to, theme: card.theme ?? '', ...(command.give.kind === 'level' ? { level: command.give.level } : {}) }, [seat, to]);
  return r.events;
}

/** The offers in this slot that this seat may still answer. */
const openOffers = (state: MatchState, seat: SeatId): readonly CardOffer[] => state.craft.offers.filter((offer) => offer.to === seat && offer.slot === state.slot && offer.accepted === null);

/** IN-5: accepted, the holder is bound to what it gave. */
export function decideAnswerCard(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'answerCard'>): readonly MatchEvent[] | Refusal {
  if (!allows(scenario, state, 'M10')) return refuse('not-at-level', { level: state.options.level });
  const offer = state.phase === 'bilateral' ? openOffers(state, seat).find((each) => each.from === command.from && each.card === command.card) : undefined;
  if (!offer) return refuse('no-card-offer', { from: command.from });
  const r = record(scenario, state);
  r.emit({ type: 'cardOffered', offer: { ...offer, accepted: command.accept } });
  if (command.accept) {
    const card = linkageCards(state, offer.from).find((held) => held.id === offer.card);
    if (card) r.emit({ type: 'cardMoved', seat: offer.from, card: { ...card, state: 'traded', buyer: seat } });
    if (offer.give.kind === 'level') r.emit({ type: 'redLineBound', bound: { [offer.from]: offer.give.level } });
    else r.emit({ type: 'signatureBound', seat: offer.from, author: seat });
  }
  post(r, command.accept ? 'table.card.accepted' : 'table.card.declined', { from: offer.from, to: seat }, [offer.from, seat]);
  return r.events;
}

/** IN-5: whether this seat owes its name to plenary texts of that author this round. */
export const bound = (state: MatchState, seat: SeatId, author: SeatId): boolean =>
  state.craft.boundSignatures.some((each) => each.seat === seat && each.author === author && each.round === state.round);

/** PH-2: cards traded this round become public, and the next declaration is that much more divided. */
export function foldLinkage(r: Recorder): void {
  const traded = Object.entries(r.state.craft.cards).flatMap(([seat, cards]) => cards.filter((card) => card.kind === 'linkage' && card.state === 'traded' && soldNow(r.state, seat, card)).map((card) => ({ seat, card })));
  if (traded.length === 0) return;
  for (const { seat, card } of traded) post(r, 'fold.card.traded', { from: seat, to: card.buyer ?? '', theme: card.theme ?? '' });
  r.emit({ type: 'effectBegan', effect: { event: 'M10', until: r.state.round + 1, effect: { do: 'divergence', value: LINKAGE_DIVERGENCE } } });
}
const soldNow = (state: MatchState, seat: SeatId, card: Card): boolean => state.craft.offers.some((offer) => offer.from === seat && offer.card === card.id && offer.accepted === true);

/** SC-4. */
export const linkagePoints = (scenario: Scenario, state: MatchState, seat: SeatId): number => linkageCards(state, seat).filter((card) => card.state === 'traded').length * (scenario.linkage?.worth ?? 0);

/** The menu of a slot. */
export function legalCards(scenario: Scenario, state: MatchState, seat: SeatId): Pick<LegalStatecraft, 'offerCards' | 'answerCards'> {
  const to = counterpart(scenario, state, seat);
  if (to === null) return { offerCards: [], answerCards: [] };
  const busy = (card: Card): boolean => state.craft.offers.some((offer) => offer.from === seat && offer.card === card.id && offer.accepted !== false);
  return {
    offerCards: linkageCards(state, seat).filter((card) => card.state === 'held' && !busy(card)).map((card) => ({ card: card.id, theme: card.theme ?? '', to, levels: LEVELS, signature: true })),
    answerCards: openOffers(state, seat),
  };
}
