/** Random acts of the mechanisms beyond the core, out of the same menu that panels and bots read. */
import type { LegalSlice, LineDraft, MatchState, Scenario, SeatCommand, SeatId } from '../src/index.ts';

type Roll = (below: number) => number;

export function statecraftActs(scenario: Scenario, state: MatchState, seat: SeatId, legal: LegalSlice, roll: Roll): (() => SeatCommand)[] {
  const { craft } = legal;
  const one = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const menu: (() => SeatCommand)[] = [];
  for (const { event, options } of craft.bids) menu.push(() => ({ type: 'bid', event, bid: one(options) }));
  for (const { proposal, line } of craft.readings) menu.push(() => ({ type: 'readClause', proposal, line, reading: roll(2) === 0 ? 'strict' : 'loose' }));
  const { inquire } = craft;
  if (inquire && inquire.pairs.length > 0) menu.push(() => { const [a = '', b = ''] = one(inquire.pairs).split('-'); return { type: 'inquire', about: { kind: 'pair', a, b } }; });
  if (inquire && inquire.channels.length > 0) menu.push(() => ({ type: 'inquire', about: { kind: 'channel', seat: one(inquire.channels) } }));
  if (inquire && inquire.covert.length > 0 && roll(2) === 0) menu.push(() => ({ type: 'inquire', about: { kind: 'covert', seat: one(inquire.covert) } }));
  if (craft.compareNotes.length > 0) menu.push(() => ({ type: 'compareNotes', with: one(craft.compareNotes) }));
  for (const offer of craft.offerCards) menu.push(() => ({ type: 'offerCard', card: offer.card, give: offer.signature && roll(2) === 0 ? { kind: 'signature' } : { kind: 'level', level: one(offer.levels) } }));
  for (const offer of craft.answerCards) menu.push(() => ({ type: 'answerCard', from: offer.from, card: offer.card, accept: roll(3) > 0 }));
  if (craft.tableDemarche.length > 0 && roll(3) === 0) menu.push(() => ({ type: 'tableDemarche', target: one(craft.tableDemarche) }));
  for (const demarche of craft.answerDemarche) menu.push(() => ({ type: 'answerDemarche', demarche, favour: seatHas(state, seat, craft.demarcheAp) && roll(4) > 0 }));
  for (const bud of craft.shareBuds) if (bud.with.length > 0) menu.push(() => ({ type: 'shareBud', event: bud.event, with: one(bud.with) }));
  for (const bud of craft.pledge) menu.push(() => ({ type: 'pledge', event: bud.event, ap: roll(bud.most + 1) }));
  if (craft.announce.length > 0) menu.push(() => ({ type: 'announce', action: one(craft.announce) }));
  const { accuse } = craft;
  if (accuse && accuse.commitments.length > 0 && roll(3) === 0) menu.push(() => ({ type: 'accuse', commitment: one(accuse.commitments) }));
  if (accuse && accuse.leaks.length > 0 && roll(3) === 0) menu.push(() => ({ type: 'accuse', leak: one(accuse.leaks) }));
  for (const commitment of craft.apologise) menu.push(() => ({ type: 'apologise', commitment }));
  const { joinRules } = craft;
  if (joinRules) menu.push(() => ({ type: 'joinRules', join: !joinRules.joined }));
  const offer = exclusiveOffer(scenario, state, seat, legal, roll);
  if (offer) menu.push(() => offer, () => offer);
  return menu;
}

/** Drafting options a random text may have here, never ones that speak against each other. */
export function randomOptions(texts: readonly LineDraft[], place: LegalSlice['propose'][number], roll: Roll): LineDraft[] {
  const hidden = place.options.includes('SIDE-LETTER') && roll(4) === 0;
  const lines: LineDraft[] = [];
  for (const line of texts) {
    const may = (place.clauses.find((clause) => clause.clause === line.clause)?.options ?? place.options).filter((option) => place.options.includes(option) && roll(3) === 0);
    const vague = !hidden && may.includes('VAGUE');
    const ties = lines.flatMap((other, i) => (other.mode === 'WRITTEN' && !other.options?.vague ? [i] : []));
    const escrow = may.includes('ESCROW') && !vague && line.mode === 'WRITTEN' && line.after === undefined && ties.length > 0 ? ties[roll(ties.length)] : undefined;
    const options = {
      ...(hidden ? { sideLetter: true as const } : {}), ...(vague ? { vague: true as const } : {}), ...(escrow === undefined ? {} : { escrow }), ...(may.includes('SATELLITE-RIDER') ? { rider: true as const } : {}),
      ...(may.includes('SNAP-BACK') && line.mode === 'WRITTEN' ? { snapBack: true as const } : {}), ...(may.includes('SUNSET') ? { sunset: 2 + roll(3) } : {}),
    };
    lines.push(Object.keys(options).length > 0 ? { ...line, options } : line);
  }
  return lines;
}

const seatHas = (state: MatchState, seat: SeatId, ap: number): boolean => (state.seats[seat]?.ap ?? 0) >= ap;

/** M11: a gift of ours and a price of theirs, marked exclusive. May be refused when a wedge with another gift is open. */
function exclusiveOffer(scenario: Scenario, state: MatchState, seat: SeatId, legal: LegalSlice, roll: Roll): SeatCommand | null {
  const place = legal.propose.find((each) => each.exclusive && each.left > 0 && each.with !== null);
  const partner = place?.with;
  if (!place || !partner || !scenario.seats.some((each) => each.id === partner && each.kind === 'power') || roll(2) === 0) return null;
  const fits = (giver: SeatId, receiver: SeatId) => scenario.clauses.find((clause) => clause.giver.mode !== 'joint' && !clause.needsSigners && clause.giver.seats.includes(giver) && clause.receiver.seats.includes(receiver));
  const open = state.craft.wedges.find((wedge) => wedge.sender === seat && wedge.round === state.round)?.gift;
  const gift = open === undefined ? fits(seat, partner) : scenario.clauses.find((clause) => clause.id === open && clause.receiver.seats.includes(partner));
  const asked = fits(partner, seat);
  if (!gift || !asked || gift.id === asked.id) return null;
  return { type: 'propose', scope: 'bilateral', exclusive: true, lines: [{ clause: gift.id, givers: [seat], receivers: [partner], mode: 'WRITTEN' }, { clause: asked.id, givers: [partner], receivers: [seat], mode: 'WRITTEN' }] };
}
