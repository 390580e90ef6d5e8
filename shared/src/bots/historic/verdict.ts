/** Whether a party signs: the net worth of a text by the catalogue's own rule, and what its position asks for first. */
import type { LineDraft, SeatCommand } from '../../model/commands.ts';
import type { ReasonCode, SeatId } from '../../model/ids.ts';
import type { ProposalSlice } from '../../model/view.ts';
import { atlasOf, type Clause } from '../atlas.ts';
import { once } from '../talk.ts';
import type { Mind } from '../types.ts';
import { clauseOf } from '../worth.ts';
import { follows, holds, isPromised, promisedBy, trust } from './circumstances.ts';
import type { Stance } from './stances.ts';

/** Catalogue 7.3: a main giver trusted less than this makes a party wary. */
const WARY_BELOW = 30;
/** DS-3: below this a promise needs ratification. */
const WEAK_AT_HOME = 30;
/** CO-9: a vague word is signed more easily. */
const VAGUE_EASE = 2;
const REASONS: ReadonlySet<string> = new Set<ReasonCode>(['too-little', 'too-costly', 'no-trust', 'no-assurance', 'no-verification', 'wrong-sequence', 'oral-only', 'ally-left-out', 'home', 'not-now', 'principle', 'prefers-other']);

export function answerTexts(mind: Mind, stance: Stance, acts: SeatCommand[]): void {
  for (const id in mind.view.proposals) {
    const text = mind.view.proposals[id] as ProposalSlice;
    if (text.status !== 'live' || text.author === mind.seat || text.signed.includes(mind.seat)) continue;
    const may = mind.legal.answer[id];
    if (!may || !once(mind, `answer ${id} ${text.version}`)) continue;
    const { version } = text;
    if (may.refuse) {
      const against = reasonAgainst(mind, stance, text.lines);
      if (against === null) { if (may.sign) acts.push({ type: 'sign', proposal: id, version }); }
      else acts.push({ type: 'refuse', proposal: id, version, reasons: [against] });
    } else if (may.object && stance.stops.some((each) => text.lines.some((line) => each.clauses.includes(line.clause)) && follows(mind, each))) acts.push({ type: 'object', proposal: id, version });
    else if (may.sign && text.scope === 'plenary' && atlasOf(mind.scenario).powers.includes(mind.seat) && reasonAgainst(mind, stance, text.lines) === null) acts.push({ type: 'sign', proposal: id, version });
  }
}

/** The weightiest reason against a text; null where the party signs. */
export function reasonAgainst(mind: Mind, stance: Stance, lines: readonly LineDraft[]): ReasonCode | null {
  const clauses = new Set(lines.map((line) => line.clause));
  for (const condition of stance.conditions) {
    const asked = condition.gives.some((clause) => clauses.has(clause) && !isPromised(mind, clause));
    if (asked && !condition.first.some((clause) => clauses.has(clause) || isPromised(mind, clause)) && follows(mind, condition)) return known(condition.reason) ?? (condition.first.length > 0 ? 'wrong-sequence' : 'principle');
  }
  const { net, gain, mainGiver } = weighed(mind, stance, lines);
  const rule = stance.accepts.find((each) => follows(mind, each));
  const wary = mainGiver !== null && trust(mind, mainGiver) < WARY_BELOW ? (rule?.wary ?? 0) : 0;
  const home = homeCost(mind, lines);
  const least = (rule?.least ?? 0) + wary - (lines.some((line) => line.options?.vague) ? VAGUE_EASE : 0) + (home > 0 && mind.me.ds - home < WEAK_AT_HOME ? WARY_BELOW / 10 : 0);
  if (net >= least) return null;
  if (home > 0 && mind.me.ds - home < WEAK_AT_HOME) return 'home';
  return net >= least - wary ? 'no-trust' : gain > 0 && net < 0 ? 'too-costly' : 'too-little';
}
const known = (reason: string | undefined): ReasonCode | null => (reason !== undefined && REASONS.has(reason) ? reason as ReasonCode : null);

/** Sum of own values less own costs, as far as they still come before the end. */
function weighed(mind: Mind, stance: Stance, lines: readonly LineDraft[]): { net: number; gain: number; mainGiver: SeatId | null } {
  const left = mind.view.table.rounds - mind.view.table.round;
  let net = 0;
  let gain = 0;
  let most = 0;
  let mainGiver: SeatId | null = null;
  for (const line of lines) {
    const worth = mind.view.worth[line.clause];
    const clause = clauseOf(mind.scenario, line.clause);
    if (!worth || !clause || line.givers.every((giver) => promisedBy(mind, line.clause, giver))) continue;
    const share = comesInTime(clause, left);
    const own = ((worth.own ?? 0) + besides(mind, stance, line.clause)) * share;
    net += own - (line.givers.includes(mind.seat) ? (worth.cost ?? 0) * share : 0);
    if (own > 0) gain += own;
    const giver = line.givers.find((seat) => seat !== mind.seat);
    if (giver !== undefined && !line.givers.includes(mind.seat) && own > most) { most = own; mainGiver = giver; }
  }
  return { net, gain, mainGiver };
}

function besides(mind: Mind, stance: Stance, clause: string): number {
  let sum = 0;
  for (const each of stance.weighs) if (each.clauses.includes(clause) && (each.when === undefined || holds(mind, each.when))) sum += each.worth;
  return sum;
}

/** CO-2, CO-4: what is adopted now falls due from the next round on. */
function comesInTime(clause: Clause, left: number): number {
  if (left <= 0) return 0;
  if (clause.when === 'P') return Math.min(clause.tranches, left) / clause.tranches;
  return clause.when === 'C' && left < 2 ? 0.5 : 1;
}

/** DS-1. */
function homeCost(mind: Mind, lines: readonly LineDraft[]): number {
  let sum = 0;
  for (const line of lines) {
    if (!line.givers.includes(mind.seat)) continue;
    const cost = mind.view.worth[line.clause]?.cost ?? 0;
    sum += line.mode === 'ORAL' ? Math.floor((cost + 3) / 4) : Math.floor((cost + 1) / 2);
  }
  return Math.min(12, sum);
}
