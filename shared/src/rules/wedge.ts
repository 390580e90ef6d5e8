/** M11, AC-10: a small state plays two powers against each other with private offers that exclude each other; powers that compare notes undo it. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { LineDraft, Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { proposalOf } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { pairKey, powers } from '../model/pairs.ts';
import type { MatchState, Proposal } from '../model/state.ts';
import type { Wedge } from '../model/statecraft.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { wake } from './bilaterals.ts';
import { floorDiv } from './integers.ts';
import { lapse } from './ledger.ts';
import { allows } from './level.ts';
import { tally } from '../engine/tally.ts';
import { bookNow } from './booking.ts';

const NOTES_AP = 1;
/** M11: powers that trust each other so far compare notes; with two institutions all do. */
const NOTES_TRUST = 50;
const NOTES_INSTITUTIONS = 2;
const SPRUNG_PAIR = -8;
const CAUGHT = { n: -4, trust: -6 };

const clauseOf = (scenario: Scenario, id: string): ClauseSpec | undefined => scenario.clauses.find((clause) => clause.id === id);

/** Whether this seat may mark an offer as exclusive. */
export const mayExclude = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => allows(scenario, state, 'M11') && (scenario.wedgers?.includes(seat) ?? false);

/** Whether an offer to this partner may be marked now: a power, and not one that has its offer already. */
export const mayExcludeHere = (scenario: Scenario, state: MatchState, seat: SeatId, partner: SeatId): boolean =>
  mayExclude(scenario, state, seat) && powers(scenario).includes(partner) && !(openWedge(state, seat)?.offers.some((offer) => offer.to === partner) ?? false);

/** AC-10: one gift of the sender, one clause asked of a power; the gift must be the one offered to the other power. */
export function checkExclusive(scenario: Scenario, state: MatchState, seat: SeatId, partner: SeatId | null, lines: readonly LineDraft[]): Refusal | null {
  if (!mayExclude(scenario, state, seat)) return refuse('bad-option', { option: 'exclusive', seats: (scenario.wedgers ?? []).join(',') });
  if (partner === null || !powers(scenario).includes(partner)) return refuse('not-a-power', { seats: powers(scenario).join(',') });
  const [gift, asked] = sorted(seat, lines);
  if (lines.length !== 2 || !gift || !asked) return refuse('bad-option', { option: 'exclusive', seats: partner });
  if (!lines.every((line) => fitsExclusive(scenario, line, seat, partner) && allows(scenario, state, line.mode))) return refuse('bad-option', { option: 'exclusive', seats: partner });
  const open = openWedge(state, seat);
  if (open && (open.gift !== gift.clause || open.offers.some((offer) => offer.to === partner))) return refuse('bad-option', { option: 'exclusive', clause: open.gift });
  return null;
}

/** Gift first, then what is asked for it. */
const sorted = (seat: SeatId, lines: readonly LineDraft[]): readonly (LineDraft | undefined)[] => [lines.find((line) => line.givers.includes(seat)), lines.find((line) => !line.givers.includes(seat))];

/** AC-10: between the two alone a clause of many may be promised by or to one of them. */
function fitsExclusive(scenario: Scenario, line: LineDraft, seat: SeatId, partner: SeatId): boolean {
  const clause = clauseOf(scenario, line.clause);
  const [giver, receiver] = [line.givers[0], line.receivers[0]];
  if (!clause || line.givers.length !== 1 || line.receivers.length !== 1 || giver === undefined || receiver === undefined || giver === receiver) return false;
  if (![giver, receiver].every((each) => each === seat || each === partner)) return false;
  return clause.giver.seats.includes(giver) && clause.receiver.seats.includes(receiver) && clause.giver.mode !== 'joint' && clause.needsSigners === undefined;
}

const openWedge = (state: MatchState, seat: SeatId): Wedge | undefined => state.craft.wedges.find((wedge) => wedge.sender === seat && wedge.round === state.round);

/** Notes an exclusive offer tabled. Only its author knows. */
export function noteOffer(r: Recorder, proposal: Proposal): void {
  const [gift, asked] = sorted(proposal.author, proposal.lines);
  const to = proposal.parties.find((seat) => seat !== proposal.author);
  if (!gift || !asked || to === undefined) return;
  const wedge = openWedge(r.state, proposal.author) ?? { sender: proposal.author, gift: gift.clause, offers: [], round: r.state.round, state: 'open' as const };
  r.emit({ type: 'wedgeMoved', wedge: { ...wedge, offers: [...wedge.offers.filter((offer) => offer.to !== to), { to, proposal: proposal.id, asked: asked.clause, signed: false }] } });
}

/** Offers of a wedge that both sides have signed. */
const taken = (state: MatchState, wedge: Wedge): Wedge['offers'] => wedge.offers.filter((offer) => proposalOf(state, offer.proposal)?.status === 'adopted');

function dissolve(r: Recorder, wedge: Wedge): void {
  for (const { proposal } of wedge.offers) for (const c of r.state.commitments) if (c.proposal === proposal) lapse(r, c.id);
}

/** PH-2.1, before anything falls due: two accepted offers spring the wedge; the sender has both prices and gives nothing. */
export function foldWedges(r: Recorder, t: Tally): void {
  for (const wedge of r.state.craft.wedges) {
    if (wedge.state !== 'open' || wedge.round !== r.state.round) continue;
    const both = taken(r.state, wedge);
    if (both.length < 2) { r.emit({ type: 'wedgeMoved', wedge: { ...wedge, state: 'lapsed' } }); continue; }
    const k = r.scenario.seats.find((seat) => seat.id === wedge.sender)?.k ?? 0;
    for (const { asked } of both) t.n.push({ seat: wedge.sender, code: 'wedge', value: floorDiv(k * (clauseOf(r.scenario, asked)?.values[wedge.sender] ?? 0), 10), params: { clause: asked } });
    dissolve(r, wedge);
    both.forEach((x, i) => { for (const y of both.slice(i + 1)) t.trust.push({ a: x.to, b: y.to, code: 'wedge', value: SPRUNG_PAIR }); });
    r.emit({ type: 'wedgeMoved', wedge: { ...wedge, offers: wedge.offers.map((offer) => ({ ...offer, signed: both.includes(offer) })), state: 'sprung' } });
    post(r, 'fold.wedge.sprung', { seat: wedge.sender, clause: wedge.gift, clauses: both.map((offer) => offer.asked), seats: both.map((offer) => offer.to) });
  }
}

/** M11: powers this seat may compare notes with now. */
export function notePartners(scenario: Scenario, state: MatchState, seat: SeatId): SeatId[] {
  if (!allows(scenario, state, 'M11') || (state.phase !== 'bilateral' && state.phase !== 'plenary') || !powers(scenario).includes(seat)) return [];
  const open = state.indicators.INST >= NOTES_INSTITUTIONS;
  const compared = (state.craft.knowledge[seat] ?? []).flatMap((each) => (each.kind === 'notes' && each.round === state.round ? [`${each.with}@${String(each.found)}`] : []));
  return powers(scenario).filter((other) => other !== seat && (open || (state.trust[pairKey(scenario, seat, other)] ?? 0) >= NOTES_TRUST) && !compared.includes(`${other}@true`));
}

/** M11: one of the two pays; what both were offered comes out, and whoever offered it twice pays for it. */
export function decideCompareNotes(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'compareNotes' }>): readonly MatchEvent[] | Refusal {
  if (!allows(scenario, state, 'M11')) return refuse('not-at-level', { level: state.options.level });
  if (state.phase !== 'bilateral' && state.phase !== 'plenary') return refuse('wrong-phase', { phase: 'plenary', now: state.phase });
  const may = notePartners(scenario, state, seat);
  if (!may.includes(command.with)) return refuse('cannot-compare', { seats: may.join(','), trust: NOTES_TRUST, institutions: NOTES_INSTITUTIONS });
  const have = state.seats[seat]?.ap ?? 0;
  if (have < NOTES_AP) return refuse('no-ap', { need: NOTES_AP, have });
  const r = record(scenario, state);
  r.emit({ type: 'seatMoved', seat, set: { ap: have - NOTES_AP } });
  const pair = [seat, command.with];
  const caught = state.craft.wedges.filter((wedge) => wedge.state === 'open' && wedge.round === state.round && pair.every((power) => wedge.offers.some((offer) => offer.to === power)));
  for (const [a, b] of [[seat, command.with], [command.with, seat]] as const) r.emit({ type: 'learned', seat: a, knowledge: { kind: 'notes', with: b, found: caught.length > 0, round: state.round } });
  for (const event of wake(state, [command.with])) r.emit(event);
  const t = tally();
  for (const wedge of caught) {
    dissolve(r, wedge);
    r.emit({ type: 'wedgeMoved', wedge: { ...wedge, state: 'void' } });
    t.n.push({ seat: wedge.sender, code: 'wedgeCaught', value: CAUGHT.n });
    for (const power of pair) t.trust.push({ a: wedge.sender, b: power, code: 'wedgeCaught', value: CAUGHT.trust });
    post(r, 'table.notes.caught', { seat: wedge.sender, seats: pair, clause: wedge.gift });
  }
  if (caught.length === 0) post(r, 'table.notes.nothing', { a: seat, b: command.with }, pair);
  bookNow(r, t);
  return r.events;
}
