/** Meetings and texts: whom to see, what to table, what to answer. Every live text that waits for this seat gets an answer. */
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { ProposalSlice } from '../model/view.ts';
import { atlasOf } from './atlas.ts';
import { counterText, draftText } from './draft.ts';
import { judge, objects, weigh } from './judge.ts';
import { unasked, wedgeText, wishesWedge } from './wedge.ts';
import { bandBetween, fingerprint } from './worth.ts';
import type { Mind } from './types.ts';

/** A chain of counters between bots ends here: no endless haggling. */
const MOST_VERSIONS = 2;
const MOST_INVITATIONS = 2;
const MOST_DEMANDS = 8;
export const once = (mind: Mind, key: string): boolean => { if (mind.memory.tried.has(key)) return false; mind.memory.tried.add(key); return true; };
export const offend = (mind: Mind, seat: SeatId, points: number): void => { mind.memory.grudges.set(seat, Math.min(9, (mind.memory.grudges.get(seat) ?? 0) + points)); };

const live = (mind: Mind): ProposalSlice[] => Object.values(mind.view.proposals).filter((p) => p.status === 'live');
const ownNow = (mind: Mind): ProposalSlice[] => Object.values(mind.view.proposals).filter((p) => p.author === mind.seat && p.phaseSeq === mind.view.table.phaseSeq);

/** Learns from texts that failed: what was refused, by whom it must be paid better, and who stood in the way. */
export function learn(mind: Mind): void {
  const { memory } = mind;
  for (const id in mind.view.proposals) {
    const proposal = mind.view.proposals[id] as ProposalSlice;
    if (proposal.status === 'live' || memory.seen.has(id)) continue;
    memory.seen.add(id);
    if (proposal.status === 'adopted') continue;
    if (proposal.status === 'refused' || proposal.status === 'objected') memory.refusedTexts.add(fingerprint(proposal.lines));
    if (proposal.objection !== null && proposal.objection !== mind.seat && proposal.signed.includes(mind.seat)) offend(mind, proposal.objection, 2);
    for (const { seat, reasons } of proposal.refusals) {
      const more = reasons.includes('too-little') || reasons.includes('too-costly') || reasons.includes('no-trust') ? 2 : 1;
      memory.demands.set(seat, Math.min(MOST_DEMANDS, (memory.demands.get(seat) ?? 0) + more));
    }
  }
}

/** Signs, counters once a chain, refuses with true reasons, or objects: everything that waits for this seat, at once. */
export function answerTexts(mind: Mind, acts: SeatCommand[]): void {
  for (const proposal of live(mind)) {
    if (proposal.author === mind.seat || proposal.signed.includes(mind.seat)) continue;
    const may = mind.legal.answer[proposal.id];
    if (!may) continue;
    const { id, version } = proposal;
    if (may.refuse) {
      const verdict = judge(mind, proposal.lines);
      if (verdict.sign && may.sign) acts.push({ type: 'sign', proposal: id, version });
      else {
        const better = counter(mind, proposal);
        if (better) acts.push(better);
        acts.push({ type: 'refuse', proposal: id, version, reasons: better ? ['prefers-other'] : verdict.reasons.length > 0 ? verdict.reasons : ['not-now'] });
      }
    } else if (may.sign && cosigns(mind, proposal)) {
      if (once(mind, `cosign ${id}`)) acts.push({ type: 'sign', proposal: id, version });
    } else if (may.object && once(mind, `object ${id}`) && objects(mind, proposal.lines)) acts.push({ type: 'object', proposal: id, version });
  }
}

/** PR-4, TR-2: a power that is bound to nothing lends its name to a plenary text it likes; together they act as a concert. */
function cosigns(mind: Mind, proposal: ProposalSlice): boolean {
  return proposal.scope === 'plenary' && mind.profile.together >= 50 && atlasOf(mind.scenario).powers.includes(mind.seat) && weigh(mind, proposal.lines).worth >= 1;
}

function counter(mind: Mind, proposal: ProposalSlice): SeatCommand | null {
  if (!mind.legal.answer[proposal.id]?.counter || proposal.version >= MOST_VERSIONS) return null;
  if (Object.values(mind.view.proposals).some((p) => p.chain === proposal.chain && p.author === mind.seat)) return null;
  if (!once(mind, `counter ${proposal.chain}`) || mind.random() * 100 >= mind.profile.initiative) return null;
  const table = mind.legal.propose.find((t) => t.scope === proposal.scope && t.left > 0);
  const lines = table && counterText(mind, table, proposal.lines);
  return lines ? { type: 'propose', scope: proposal.scope, lines, counterTo: proposal.id } : null;
}

/** What a meeting with a seat could be good for: clauses between the two, an old refusal to mend, a person to hear, a wedge to drive. */
function use(mind: Mind, other: SeatId): number {
  const { seats, place, between: clauses } = atlasOf(mind.scenario);
  const between = clauses[(place.get(mind.seat) ?? 0) * seats.length + (place.get(other) ?? 0)] ?? 0;
  const holder = mind.view.seats[other]?.holder === 'people' ? 2 : 0;
  const wedge = unasked(mind).includes(other) ? 8 : 0;
  return Math.min(4, between) + (mind.memory.demands.get(other) ?? 0) * 0.5 + holder + wedge - (mind.memory.grudges.get(other) ?? 0) * 0.3;
}

/** PH-1.4: answers invitations, and asks those whose signature it needs, one at a time. */
export function meet(mind: Mind): SeatCommand | null {
  const menu = mind.legal.meet;
  if (!menu || menu.with !== null) return null;
  wishesWedge(mind);
  const best = menu.accept.length > 1 ? [...menu.accept].sort((a, b) => use(mind, b) - use(mind, a))[0] : menu.accept[0];
  // Who plays two powers against each other must see both, and lets another guest wait for it.
  const wanted = unasked(mind).find((seat) => menu.invite.includes(seat) && !mind.memory.tried.has(`invite ${seat}`));
  if (best !== undefined && (wanted === undefined || unasked(mind).includes(best))) {
    const hostile = mind.profile.temper === 'spoiler' && bandBetween(mind.view, mind.seat, best) === 0;
    return hostile ? { type: 'declineInvite', from: best } : { type: 'acceptInvite', from: best };
  }
  if (mind.me.invitations.some((i) => i.from === mind.seat)) return null;
  let asked = 0;
  for (const key of mind.memory.tried) if (key.startsWith('invite ')) asked += 1;
  if (asked >= MOST_INVITATIONS) return null;
  let wish: SeatId | undefined;
  let most = -Infinity;
  for (const seat of menu.invite) {
    if (mind.memory.tried.has(`invite ${seat}`)) continue;
    const worth = use(mind, seat) + mind.random() * 4;
    if (worth > most) { most = worth; wish = seat; }
  }
  if (wish === undefined) return null;
  mind.memory.tried.add(`invite ${wish}`);
  return { type: 'invite', to: wish };
}

/** Tables a text: the chair's draft, one free text a plenary, one text a meeting. */
export function table(mind: Mind): SeatCommand | null {
  for (const place of mind.legal.propose) {
    if (place.left <= 0) continue;
    if (place.chairDraft) {
      if (!once(mind, 'chair')) continue;
      const lines = draftText(mind, place, mind.view.table.preSteps.length === 0 && lastDraftFailed(mind)) ?? draftText(mind, place, true);
      if (lines) return { type: 'propose', scope: 'plenary', lines, chairDraft: true };
      continue;
    }
    if (!once(mind, `table ${place.scope} ${place.with ?? ''}`)) continue;
    if (ownNow(mind).some((p) => p.scope === place.scope && (place.scope === 'plenary' || p.parties.includes(place.with ?? '')))) continue;
    const wedge = place.exclusive && place.with !== null ? wedgeText(mind, place) : null;
    if (wedge) return { type: 'propose', scope: 'bilateral', lines: wedge, exclusive: true };
    // Somebody else's text is on the table: answer it first, add one of one's own seldom.
    const rivals = live(mind).filter((p) => p.scope === place.scope && p.author !== mind.seat).length;
    const eager = mind.profile.initiative / (1 + rivals) * (place.scope === 'plenary' ? 0.3 : 0.6);
    if (mind.random() * 100 >= eager || rivals >= 2) continue;
    const lines = draftText(mind, place);
    if (lines) return { type: 'propose', scope: place.scope, lines };
  }
  return null;
}

/** SU-1: a second draft refused in a row suspends the talks, so after one the chair steps carefully. */
function lastDraftFailed(mind: Mind): boolean {
  let last: ProposalSlice | undefined;
  for (const id in mind.view.proposals) {
    const p = mind.view.proposals[id] as ProposalSlice;
    if (p.chairDraft && p.round < mind.view.table.round && (!last || p.round >= last.round)) last = p;
  }
  return last !== undefined && last.status !== 'adopted';
}

/** Something of ours still waits for a seat that can be expected to answer, so saying "done" would cut it off. */
export function awaitsOthers(mind: Mind): boolean {
  const expected = (seat: SeatId): boolean => mind.view.seats[seat]?.holder === 'bot' || !mind.view.table.ready.includes(seat);
  const text = live(mind).some((p) => p.author === mind.seat && p.phaseSeq === mind.view.table.phaseSeq && p.waiting.some((seat) => seat !== mind.seat && expected(seat)));
  const asked = mind.legal.meet?.with === null && mind.me.invitations.some((i) => i.from === mind.seat && expected(i.to) && !mind.view.table.meetings.some((m) => m.slot === mind.view.table.slot && (m.a === i.to || m.b === i.to)));
  return text || asked;
}
