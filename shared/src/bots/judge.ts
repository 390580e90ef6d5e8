/** Whether a bot signs a text, and why not: the same judgement for texts of others and its own. */
import type { LineDraft } from '../model/commands.ts';
import type { ReasonCode, SeatId } from '../model/ids.ts';
import { bandBetween, clauseOf, fingerprint, ownLine, ownWorth, reliance } from './worth.ts';
import type { Mind } from './types.ts';

/** DS-3: below this support a seat's promises need ratification and its hands are tied (PH-3). */
const WEAK_AT_HOME = 30;
/** DS-1: at most this much support is lost by one text. */
const MOST_DS = 12;

export interface Judgement { readonly sign: boolean; readonly worth: number; readonly threshold: number; readonly reasons: readonly ReasonCode[] }

/** DS-1: support that giving costs at home on adoption. */
export function homeCost(mind: Mind, lines: readonly LineDraft[]): number {
  const sum = lines.reduce((all, line) => {
    if (!line.givers.includes(mind.seat)) return all;
    const cost = mind.view.worth[line.clause]?.cost ?? 0;
    return all + (line.mode === 'ORAL' ? Math.floor((cost + 3) / 4) : Math.floor((cost + 1) / 2));
  }, 0);
  return Math.min(MOST_DS, sum);
}

/** What a seat still owes weighs on what it signs; the ledger is public, so this holds for others' seats as well. */
export function burden(mind: Mind, seat: SeatId): number {
  const owed = Object.values(mind.view.commitments).filter((c) => c.giver === seat && c.tranches.some((t) => t.state === 'pending' || t.state === 'due' || t.state === 'late')).length;
  return Math.min(4, owed * 0.7);
}

/** The least worth this bot signs for: by temper, and more where those who give the most are not trusted. */
export function thresholdFor(mind: Mind, lines: readonly LineDraft[]): number {
  const doubtful = lines.reduce((sum, line, index) => sum + (ownLine(mind, lines, index).gain > 0 && !line.givers.includes(mind.seat) && line.givers.some((giver) => bandBetween(mind.view, giver, mind.seat) <= 1) ? 1 : 0), 0);
  const bringing = lines.filter((line, index) => ownLine(mind, lines, index).gain > 0 && !line.givers.includes(mind.seat)).length;
  const { W } = mind.view.gauges.values;
  // Near the brink everybody would rather have any accord than none.
  const fear = W >= mind.view.gauges.brink - 10 ? 2 : 0;
  const small = lines.length <= 2 ? 1 : 0;
  return mind.profile.threshold - fear - small + burden(mind, mind.seat) + (bringing > 0 && doubtful * 2 > bringing ? mind.profile.caution : 0);
}

/** True reasons against a text, the weightiest first (PR-4: a refusal names them). */
function reasonsAgainst(mind: Mind, lines: readonly LineDraft[], worth: number, home: number): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  const own = lines.map((_, index) => ownLine(mind, lines, index));
  const gain = own.reduce((sum, line) => sum + Math.max(0, line.gain), 0);
  const cost = own.reduce((sum, line) => sum + line.cost, 0);
  const harm = own.reduce((sum, line) => sum + Math.min(0, line.gain), 0);
  const certain = own.reduce((sum, line) => sum + line.certain, 0);
  if (home > 0 && mind.me.ds - home < WEAK_AT_HOME) reasons.push('home');
  if (harm <= -5) reasons.push('principle');
  if (certain >= mind.profile.threshold && worth < certain) {
    const hoped = lines.filter((line, index) => !line.givers.includes(mind.seat) && (own[index]?.gain ?? 0) > 0);
    const distrusted = hoped.some((line) => line.givers.some((giver) => bandBetween(mind.view, giver, mind.seat) <= 1));
    if (hoped.some((line) => line.mode === 'ORAL')) reasons.push('oral-only');
    else if (distrusted) reasons.push('no-trust');
    if (distrusted && cost > 0 && lines.some((line) => line.givers.includes(mind.seat) && line.after === undefined)) reasons.push('wrong-sequence');
  }
  const assured = lines.some((line) => line.receivers.includes(mind.seat) && (clauseOf(mind.scenario, line.clause)?.effect.val ?? 0) === 0 && (own[lines.indexOf(line)]?.gain ?? 0) >= 5);
  if (mind.scenario.proliferator === mind.seat && cost > 0 && !assured) reasons.push('no-assurance');
  const checked = lines.some((line) => (clauseOf(mind.scenario, line.clause)?.effect.v ?? 0) > 0);
  const lowers = lines.some((line) => (clauseOf(mind.scenario, line.clause)?.effect.pro ?? 0) < 0);
  if (mind.scenario.proliferator !== mind.seat && lowers && !checked && mind.view.gauges.values.V === 0) reasons.push('no-verification');
  if (reasons.length < 2) reasons.push(cost > gain ? 'too-costly' : 'too-little');
  return [...new Set(reasons)].slice(0, 3);
}

/** Judges a text as it stands. Knows no author, so an own text handed back is judged alike. */
export function judge(mind: Mind, lines: readonly LineDraft[]): Judgement {
  const worth = ownWorth(mind, lines);
  const home = homeCost(mind, lines);
  const threshold = thresholdFor(mind, lines) + (home > 0 && mind.me.ds - home < WEAK_AT_HOME ? 4 : 0);
  const sign = worth >= threshold;
  return { sign, worth, threshold, reasons: sign ? [] : reasonsAgainst(mind, lines, worth, home) };
}

/** A great power stops what would harm it badly although nobody asked it (PR-4); a costly, rare act. */
export function objects(mind: Mind, lines: readonly LineDraft[]): boolean {
  if (mind.profile.temper === 'steady' || mind.me.ap < 2) return false;
  const harm = lines.reduce((sum, line) => sum + (mind.view.worth[line.clause]?.own ?? 0) * reliance(mind, line, mind.seat) / 100, 0);
  return harm <= -5;
}

export const alreadyRefused = (mind: Mind, lines: readonly LineDraft[]): boolean => mind.memory.refusedTexts.has(fingerprint(lines));
