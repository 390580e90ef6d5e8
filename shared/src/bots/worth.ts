/** What a text is worth: exactly for the own seat, by guess for the others (rules VI: five steps, bands of trust). */
import type { LineDraft } from '../model/commands.ts';
import type { ClauseId, SeatId } from '../model/ids.ts';
import type { Band, View } from '../model/view.ts';
import type { PublicScenario } from '../scenario/public.ts';
import type { Mind } from './types.ts';

type Clause = PublicScenario['clauses'][number];

/** Chance in percent that a promise is kept, by band of trust between the two. */
const KEPT_BY_BAND: readonly number[] = [60, 72, 84, 93, 98];
/** A denial costs little where nothing is written and nobody can look (CO-9). */
const ORAL_UNSEEN = 15;
const PER_BROKEN_PROMISE = 12;
/** Middle of what each of the five steps stands for. */
const STEP_WORTH: Readonly<Record<number, number>> = { [-2]: -6, [-1]: -3, 0: 0, 1: 3.5, 2: 7 };

export const clauseOf = (scenario: PublicScenario, id: ClauseId): Clause | undefined => scenario.clauses.find((clause) => clause.id === id);

export function bandBetween(view: View, a: SeatId, b: SeatId): Band {
  return (view.trust[`${a}-${b}`] ?? view.trust[`${b}-${a}`])?.band ?? 2;
}

/** Every giver and receiver, in no order (PR-2). */
export const partiesOf = (lines: readonly LineDraft[]): SeatId[] => [...new Set(lines.flatMap((line) => [...line.givers, ...line.receivers]))];

/** Same text, same fingerprint, whatever its order. */
export const fingerprint = (lines: readonly LineDraft[]): string =>
  lines.map((line) => `${line.clause}:${[...line.givers].sort().join('+')}>${[...line.receivers].sort().join('+')}:${line.mode}`).sort().join('|');

const brokenBy = (view: View, giver: SeatId): number => Object.values(view.commitments).filter((c) => c.giver === giver && (c.state === 'breached' || c.state === 'disputed')).length;

/** How far `seat` may count on this line being done, in percent; the weakest giver decides. */
export function reliance(mind: Pick<Mind, 'view' | 'scenario'>, line: LineDraft, seat: SeatId): number {
  const unseen = line.mode === 'ORAL' && (clauseOf(mind.scenario, line.clause)?.obs ?? 3) <= 1 ? ORAL_UNSEEN : 0;
  let least = 100;
  for (const giver of line.givers) {
    if (giver === seat) continue;
    least = Math.min(least, (KEPT_BY_BAND[bandBetween(mind.view, giver, seat)] ?? 80) - unseen - PER_BROKEN_PROMISE * brokenBy(mind.view, giver));
  }
  return Math.max(20, least);
}

/** SC-2: each rung kept or gained is national points to the proliferator, about this much clause value. */
const OWN_RUNG = 2.5;
/** What giving up the programme costs its holder beside the clause itself. */
function rungs(mind: Mind, clause: Clause): number {
  if (mind.scenario.proliferator !== mind.seat) return 0;
  return OWN_RUNG * (clause.effect.pro ?? 0) - (clause.effect.stopsClock ? 2 : 0);
}

/** What the common tier gains by a clause, in clause value: rungs down, a stopped clock, institutions, values (SC-1). */
export function commonGood(mind: Pick<Mind, 'scenario' | 'view'>, clause: Clause): number {
  const { effect } = clause;
  const { values, pro } = mind.view.gauges;
  const start = mind.scenario.indicators.PRO;
  const high = pro.exact ?? pro.high;
  return (effect.stopsClock ? (high >= start ? 5 : 2) : 0) + (effect.pro ? -2 * effect.pro : 0) + (effect.institution ? (values.INST < 2 ? 5 : values.INST < 4 ? 4 : 2) : 0)
    + (effect.hotline ? 1 : 0) + (effect.v ? 1 : 0) + (effect.val ? 2 : 0) + (clause.brokenBy.length > 0 && clause.category !== 'AR' ? 1 : 0);
}

/** CO-8: what is promised already is not worth a second promise; it would only come later. */
export function promised(mind: Pick<Mind, 'view'>, line: LineDraft): boolean {
  const own = Object.values(mind.view.commitments).filter((c) => c.clause === line.clause && (c.state === 'agreed' || c.state === 'due' || c.state === 'late' || c.state === 'performed' || c.state === 'unverifiable'));
  return line.givers.every((giver) => own.some((c) => c.giver === giver));
}

export interface LineWorth { readonly gain: number; readonly cost: number; readonly expected: number; readonly certain: number }

/** One line for the own seat: worth times reliance, less own cost (less what an unmet condition spares). */
export function ownLine(mind: Mind, lines: readonly LineDraft[], index: number): LineWorth {
  const line = lines[index] as LineDraft;
  if (promised(mind, line)) return { gain: 0, cost: 0, expected: -0.5, certain: 0 };
  const worth = mind.view.worth[line.clause];
  const gives = line.givers.includes(mind.seat);
  const gain = worth?.own ?? 0;
  const cost = gives ? worth?.cost ?? 0 : 0;
  const before = line.after === undefined ? undefined : lines[line.after];
  const comes = before ? reliance(mind, before, mind.seat) : 100;
  const clause = clauseOf(mind.scenario, line.clause);
  const common = clause ? commonGood(mind, clause) * mind.profile.commonGood / 100 + rungs(mind, clause) : 0;
  const done = reliance(mind, line, mind.seat) * comes / 10000;
  return { gain, cost, certain: gain - cost, expected: (gain > 0 ? gain * done : gain) - cost * comes / 100 + common * done };
}

/** The whole text for the own seat. */
export function ownWorth(mind: Mind, lines: readonly LineDraft[]): number {
  return lines.reduce((sum, _, index) => sum + ownLine(mind, lines, index).expected, 0);
}

/** What giving a clause costs another seat, guessed from what everybody can read in it. */
export function guessedCost(clause: Clause): number {
  const joint = clause.giver.mode === 'all' || clause.receiver.mode === 'eachOther';
  return (joint ? 2 : 3) - 2 * (clause.effect.pro ?? 0);
}

/** One line for another seat, by the five steps and the bands. */
export function guessedLine(mind: Mind, lines: readonly LineDraft[], index: number, seat: SeatId): number {
  const line = lines[index] as LineDraft;
  const clause = clauseOf(mind.scenario, line.clause);
  if (!clause || promised(mind, line)) return 0;
  const gain = STEP_WORTH[mind.view.worth[line.clause]?.steps[seat] ?? 0] ?? 0;
  const before = line.after === undefined ? undefined : lines[line.after];
  const comes = before ? reliance(mind, before, seat) : 100;
  const cost = line.givers.includes(seat) ? guessedCost(clause) * comes / 100 : 0;
  return (gain > 0 ? gain * reliance(mind, line, seat) * comes / 10000 : gain) - cost;
}

export const guessedWorth = (mind: Mind, lines: readonly LineDraft[], seat: SeatId): number => lines.reduce((sum, _, index) => sum + guessedLine(mind, lines, index, seat), 0);
