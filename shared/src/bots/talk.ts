/** Meetings and texts: whom to see, what to table, what to answer. Every live text that waits for this seat gets an answer. */
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { ProposalSlice } from '../model/view.ts';
import { counterText, draftText } from './draft.ts';
import { judge, objects } from './judge.ts';
import { bandBetween, fingerprint } from './worth.ts';
import type { Mind } from './types.ts';

/** A chain of counters between bots ends here: no endless haggling. */
const MOST_VERSIONS = 2;
const once = (mind: Mind, key: string): boolean => { if (mind.memory.tried.has(key)) return false; mind.memory.tried.add(key); return true; };

const live = (mind: Mind): ProposalSlice[] => Object.values(mind.view.proposals).filter((p) => p.status === 'live');
const ownNow = (mind: Mind): ProposalSlice[] => Object.values(mind.view.proposals).filter((p) => p.author === mind.seat && p.phaseSeq === mind.view.table.phaseSeq);

/** Learns from texts that failed: what was refused, and by whom it must be paid better. */
export function learn(mind: Mind): void {
  for (const proposal of Object.values(mind.view.proposals)) {
    if (proposal.status === 'live' || proposal.status === 'adopted' || mind.memory.seen.has(proposal.id)) continue;
    mind.memory.seen.add(proposal.id);
    if (proposal.status === 'refused' || proposal.status === 'objected') mind.memory.refusedTexts.add(fingerprint(proposal.lines));
    for (const { seat, reasons } of proposal.refusals) {
      const more = reasons.includes('too-little') || reasons.includes('too-costly') || reasons.includes('no-trust') ? 2 : 1;
      mind.memory.demands.set(seat, Math.min(8, (mind.memory.demands.get(seat) ?? 0) + more));
    }
  }
}

/** Signs, counters once a chain, refuses with true reasons, or objects. */
export function answerTexts(mind: Mind): SeatCommand | null {
  for (const proposal of live(mind)) {
    const may = mind.legal.answer[proposal.id];
    if (!may || proposal.author === mind.seat || proposal.signed.includes(mind.seat)) continue;
    if (may.refuse) {
      const verdict = judge(mind, proposal.lines);
      if (verdict.sign && may.sign) return { type: 'sign', proposal: proposal.id, version: proposal.version };
      return counter(mind, proposal) ?? { type: 'refuse', proposal: proposal.id, version: proposal.version, reasons: verdict.reasons.length > 0 ? verdict.reasons : ['not-now'] };
    }
    if (may.sign && cosigns(mind, proposal) && once(mind, `cosign ${proposal.id}`)) return { type: 'sign', proposal: proposal.id, version: proposal.version };
    if (may.object && once(mind, `object ${proposal.id}`) && objects(mind, proposal.lines)) return { type: 'object', proposal: proposal.id, version: proposal.version };
  }
  return null;
}

/** PR-4, TR-2: a power that is bound to nothing lends its name to a plenary text it likes; together they act as a concert. */
const cosigns = (mind: Mind, proposal: ProposalSlice): boolean =>
  proposal.scope === 'plenary' && mind.profile.commonGood >= 40 && mind.scenario.seats.some((s) => s.id === mind.seat && s.kind === 'power') && judge(mind, proposal.lines).worth >= 1;

function counter(mind: Mind, proposal: ProposalSlice): SeatCommand | null {
  if (!mind.legal.answer[proposal.id]?.counter || proposal.version >= MOST_VERSIONS) return null;
  if (Object.values(mind.view.proposals).some((p) => p.chain === proposal.chain && p.author === mind.seat)) return null;
  if (!once(mind, `counter ${proposal.chain}`) || mind.random() * 100 >= mind.profile.initiative) return null;
  const table = mind.legal.propose.find((t) => t.scope === proposal.scope && t.left > 0);
  const lines = table && counterText(mind, table, proposal.lines);
  return lines ? { type: 'propose', scope: proposal.scope, lines, counterTo: proposal.id } : null;
}

/** What a meeting with a seat could be good for: clauses between the two, an old refusal to mend, a person to hear. */
function use(mind: Mind, other: SeatId): number {
  const two = [mind.seat, other];
  const between = mind.scenario.clauses.filter((clause) => [...clause.giver.seats, ...clause.receiver.seats].includes(other)
    && clause.giver.seats.some((s) => two.includes(s)) && clause.receiver.seats.some((s) => two.includes(s))
    && (clause.giver.mode === 'oneOf' || clause.giver.seats.every((s) => two.includes(s))) && (clause.receiver.mode === 'oneOf' || clause.receiver.seats.every((s) => two.includes(s)))).length;
  const holder = mind.view.seats[other]?.holder === 'people' ? 2 : 0;
  return Math.min(4, between) + (mind.memory.demands.get(other) ?? 0) * 0.5 + holder;
}

/** PH-1.4: answers invitations, and asks those whose signature it needs, one at a time. */
export function meet(mind: Mind): SeatCommand | null {
  const menu = mind.legal.meet;
  if (!menu || menu.with !== null) return null;
  const best = [...menu.accept].sort((a, b) => use(mind, b) - use(mind, a))[0];
  if (best !== undefined) {
    const hostile = mind.profile.temper === 'spoiler' && bandBetween(mind.view, mind.seat, best) === 0;
    return hostile ? { type: 'declineInvite', from: best } : { type: 'acceptInvite', from: best };
  }
  if (mind.me.invitations.some((i) => i.from === mind.seat)) return null;
  const wishes = menu.invite.filter((seat) => !mind.memory.tried.has(`invite ${seat}`)).map((seat) => ({ seat, worth: use(mind, seat) + mind.random() * 4 })).sort((a, b) => b.worth - a.worth);
  const wish = wishes[0];
  if (!wish || [...mind.memory.tried].filter((key) => key.startsWith('invite ')).length >= 2) return null;
  mind.memory.tried.add(`invite ${wish.seat}`);
  return { type: 'invite', to: wish.seat };
}

/** Tables a text: the chair's draft, one free text a plenary, one text a meeting. */
export function table(mind: Mind): SeatCommand | null {
  for (const place of mind.legal.propose) {
    if (place.left <= 0) continue;
    const mine = ownNow(mind).filter((p) => p.scope === place.scope && (place.scope === 'plenary' || p.parties.includes(place.with ?? '')));
    if (place.chairDraft) {
      if (!once(mind, 'chair')) continue;
      const lines = draftText(mind, place, mind.view.table.preSteps.length === 0 && lastDraftFailed(mind)) ?? draftText(mind, place, true);
      if (lines) return { type: 'propose', scope: 'plenary', lines, chairDraft: true };
      continue;
    }
    if (mine.length > 0 || !once(mind, `table ${place.scope} ${place.with ?? ''}`)) continue;
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
const lastDraftFailed = (mind: Mind): boolean => {
  const drafts = Object.values(mind.view.proposals).filter((p) => p.chairDraft && p.round < mind.view.table.round).sort((a, b) => a.round - b.round);
  const last = drafts.at(-1);
  return last !== undefined && last.status !== 'adopted';
};

/** Something of ours still waits for a seat that can be expected to answer, so saying "done" would cut it off. */
export function awaitsOthers(mind: Mind): boolean {
  const expected = (seat: SeatId): boolean => mind.view.seats[seat]?.holder === 'bot' || !mind.view.table.ready.includes(seat);
  const text = live(mind).some((p) => p.author === mind.seat && p.phaseSeq === mind.view.table.phaseSeq && p.waiting.some((seat) => seat !== mind.seat && expected(seat)));
  const asked = mind.legal.meet?.with === null && mind.me.invitations.some((i) => i.from === mind.seat && expected(i.to) && !mind.view.table.meetings.some((m) => m.slot === mind.view.table.slot && (m.a === i.to || m.b === i.to)));
  return text || asked;
}
