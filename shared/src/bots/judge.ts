/** Whether a bot signs a text, and why not: the same judgement for texts of others and its own. */
import type { LineDraft } from '../model/commands.ts';
import type { ReasonCode, SeatId } from '../model/ids.ts';
import { senseOf, type Sense } from './sense.ts';
import { clauseOf, ownLine, partiesOf, reliance } from './worth.ts';
import type { Mind } from './types.ts';

/** DS-3: below this support a seat's promises need ratification and its hands are tied (PH-3). */
const WEAK_AT_HOME = 30;
/** DS-1: at most this much support is lost by one text. */
const MOST_DS = 12;
/** A clause that takes so much from the one it is aimed at is a squeeze; a standing assurance counts from this on. */
const SQUEEZE = -5;
const ASSURANCE = 5;
/** CO-9: what everybody may read his own way is signed more easily. */
const VAGUE_EASE = 2;
/** Divergence at which a private deal is neither more nor less welcome. */
const CLOSE = 46;
const MOST_APART = 12;

export interface Judgement { readonly sign: boolean; readonly worth: number; readonly threshold: number; readonly reasons: readonly ReasonCode[] }

/** DS-1: support that giving costs at home on adoption. */
export function homeCost(mind: Mind, lines: readonly LineDraft[]): number {
  let sum = 0;
  for (const line of lines) {
    if (!line.givers.includes(mind.seat)) continue;
    const cost = mind.view.worth[line.clause]?.cost ?? 0;
    sum += line.mode === 'ORAL' ? Math.floor((cost + 3) / 4) : Math.floor((cost + 1) / 2);
  }
  return Math.min(MOST_DS, sum);
}

/** What a seat still owes weighs on what it signs; the ledger is public, so this holds for others' seats as well. */
export function burden(mind: Mind, seat: SeatId): number {
  const sense = senseOf(mind);
  return sense.owed[sense.atlas.place.get(seat) ?? -1] ?? 0;
}

const distrusts = (sense: Sense, seat: SeatId): boolean => (sense.bands[(sense.atlas.place.get(seat) ?? 0) * sense.seats + sense.me] ?? 2) <= 1;
/** Lines that bring this seat something and depend on somebody else. */
const bringing = (mind: Mind, lines: readonly LineDraft[]): LineDraft[] => lines.filter((line, index) => !line.givers.includes(mind.seat) && ownLine(mind, lines, index).gain > 0);

/** The least worth this bot signs for: by temper, and more where those who give the most are not trusted. */
export function thresholdFor(mind: Mind, lines: readonly LineDraft[]): number {
  const sense = senseOf(mind);
  const hoped = bringing(mind, lines);
  const doubtful = hoped.filter((line) => line.givers.some((giver) => distrusts(sense, giver))).length;
  const { W } = mind.view.gauges.values;
  // Near the brink everybody would rather have any accord than none.
  const fear = W >= mind.view.gauges.brink - 10 ? 2 : 0;
  const small = lines.length <= 2 ? 1 : 0;
  const vague = lines.some((line) => line.options?.vague) ? VAGUE_EASE : 0;
  return mind.profile.threshold - fear - small - vague - apart(mind, lines) + burden(mind, mind.seat) + (hoped.length > 0 && doubtful * 2 > hoped.length ? mind.profile.caution : 0);
}

/** L12: a power takes a private deal with a small state the more readily the wider the powers stand apart, and looks twice while they stand together. */
function apart(mind: Mind, lines: readonly LineDraft[]): number {
  const { wedgers = [] } = mind.scenario;
  if (wedgers.length === 0 || mind.view.table.level !== 'full') return 0;
  const parties = partiesOf(lines);
  if (parties.length !== 2 || wedgers.includes(mind.seat) || !parties.some((seat) => wedgers.includes(seat))) return 0;
  return Math.max(-MOST_APART, Math.min(mind.profile.together >= 80 ? 0 : 6, (mind.view.gauges.values.D - CLOSE) / 3));
}

/** M06 and its counterpart: the proliferator is squeezed by a text, or promised safety in it or already. */
function squeezed(mind: Mind, lines: readonly LineDraft[]): boolean {
  if (mind.scenario.proliferator !== mind.seat) return false;
  const { atlas } = senseOf(mind);
  return lines.some((line) => atlas.redLine[atlas.clauseAt.get(line.clause) ?? -1] === 1 || (mind.view.worth[line.clause]?.own ?? 0) <= SQUEEZE) && !assured(mind, lines);
}
export function assured(mind: Mind, lines: readonly LineDraft[]): boolean {
  const { atlas, promised, own } = senseOf(mind);
  if (lines.some((line) => atlas.assures[atlas.clauseAt.get(line.clause) ?? -1] === 1)) return true;
  for (let c = 0; c < atlas.clauses.length; c += 1) if (atlas.assures[c] === 1 && promised[c] !== 0 && (mind.seat !== mind.scenario.proliferator || (own[c] ?? 0) >= ASSURANCE)) return true;
  return false;
}

/** True reasons against a text, the weightiest first (PR-4: a refusal names them). */
function reasonsAgainst(mind: Mind, lines: readonly LineDraft[], worth: number, home: number): ReasonCode[] {
  const sense = senseOf(mind);
  const reasons: ReasonCode[] = [];
  const own = lines.map((_, index) => ownLine(mind, lines, index));
  const sumOf = (of: (line: (typeof own)[number]) => number): number => own.reduce((sum, line) => sum + of(line), 0);
  const gain = sumOf((line) => Math.max(0, line.gain));
  const cost = sumOf((line) => line.cost);
  const certain = sumOf((line) => line.certain);
  if (home > 0 && mind.me.ds - home < WEAK_AT_HOME) reasons.push('home');
  if (sumOf((line) => Math.min(0, line.gain)) <= SQUEEZE) reasons.push('principle');
  if (certain >= mind.profile.threshold && worth < certain) {
    const hoped = bringing(mind, lines);
    const distrusted = hoped.some((line) => line.givers.some((giver) => distrusts(sense, giver)));
    if (hoped.some((line) => line.mode === 'ORAL')) reasons.push('oral-only');
    else if (distrusted) reasons.push('no-trust');
    if (distrusted && cost > 0 && lines.some((line) => line.givers.includes(mind.seat) && line.after === undefined)) reasons.push('wrong-sequence');
  }
  if (mind.scenario.proliferator === mind.seat && (cost > 0 || squeezed(mind, lines)) && !assured(mind, lines)) reasons.push('no-assurance');
  const effects = lines.map((line) => clauseOf(mind.scenario, line.clause)?.effect);
  const lowers = effects.some((effect) => (effect?.pro ?? 0) < 0);
  if (mind.scenario.proliferator !== mind.seat && lowers && mind.view.gauges.values.V === 0 && !effects.some((effect) => (effect?.v ?? 0) > 0)) reasons.push('no-verification');
  if (reasons.length < 2) reasons.push(cost > gain ? 'too-costly' : 'too-little');
  return [...new Set(reasons)].slice(0, 3);
}

/** Worth and threshold of a text, without reasons. */
export function weigh(mind: Mind, lines: readonly LineDraft[]): { readonly worth: number; readonly threshold: number; readonly home: number } {
  const squeeze = squeezed(mind, lines);
  const sense = senseOf(mind);
  let worth = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = ownLine(mind, lines, i);
    // What is good for all consoles nobody who is cornered by it.
    worth += squeeze ? Math.min(line.expected, line.expected - (sense.common[sense.atlas.clauseAt.get(lines[i]?.clause ?? '') ?? -1] ?? 0)) : line.expected;
  }
  const home = homeCost(mind, lines);
  return { worth, home, threshold: thresholdFor(mind, lines) + (home > 0 && mind.me.ds - home < WEAK_AT_HOME ? 4 : 0) };
}

/** Judges a text as it stands. Knows no author, so an own text handed back is judged alike. */
export function judge(mind: Mind, lines: readonly LineDraft[]): Judgement {
  const { worth, threshold, home } = weigh(mind, lines);
  const sign = worth >= threshold;
  return { sign, worth, threshold, reasons: sign ? [] : reasonsAgainst(mind, lines, worth, home) };
}

/** A great power stops what would harm it badly although nobody asked it (PR-4); a costly act, and the readier the temper the rarer it need be. */
export function objects(mind: Mind, lines: readonly LineDraft[]): boolean {
  if (mind.profile.protest === 0 || mind.me.ap < 2) return false;
  const harm = lines.reduce((sum, line) => sum + (mind.view.worth[line.clause]?.own ?? 0) * reliance(mind, line, mind.seat) / 100, 0);
  return harm <= -6.5 + mind.profile.protest / 20;
}
