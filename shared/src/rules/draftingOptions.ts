/** CO-8 to CO-10, CO-13, PR-9: the options a line may be drafted with, where each is legal, and what it does to the price and worth of a clause. */
import type { LineDraft, LineOptions, Refusal } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { DraftingOption } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { half, halfCost } from './integers.ts';
import { allows } from './level.ts';

const OPTIONS: readonly DraftingOption[] = ['ORAL', 'VAGUE', 'ESCROW', 'SNAP-BACK', 'SATELLITE-RIDER', 'SIDE-LETTER', 'SUNSET'];
/** CO-8. */
const SUNSET = { least: 2, most: 4 };
/** CO-13: relief that may return is worth less to its receiver and costs its giver less. */
const SNAP_BACK = { value: -2, cost: -2 };

/** Options this match plays at all, here, for the first of these seats; a side letter needs two seats alone, an escrow the chair among those who sign, with an AP where it writes itself. */
export const optionsHere = (scenario: Scenario, state: MatchState, scope: 'plenary' | 'bilateral', seats: readonly SeatId[] = []): readonly DraftingOption[] =>
  OPTIONS.filter((option) => allows(scenario, state, option) && (option !== 'SIDE-LETTER' || scope === 'bilateral') && (option !== 'ESCROW' || ((scope === 'plenary' || seats.includes(state.talks.chair)) && (seats[0] !== state.talks.chair || (state.seats[state.talks.chair]?.ap ?? 0) > 0))));

/** Options that fit a clause, whatever the place; the same list for all clauses that take the same. */
export function optionsFor(clause: ClauseSpec): readonly DraftingOption[] {
  return FITTING[(clause.snapBack ? 1 : 0) + (clause.rider ? 2 : 0)] ?? OPTIONS;
}
const FITTING = [0, 1, 2, 3].map((kind) => OPTIONS.filter((option) => (option !== 'SNAP-BACK' || (kind & 1) !== 0) && (option !== 'SATELLITE-RIDER' || (kind & 2) !== 0)));

/** What a set of options asks the level for. */
const asked = (options: LineOptions): readonly DraftingOption[] => [
  ...(options.vague ? ['VAGUE' as const] : []), ...(options.escrow === undefined ? [] : ['ESCROW' as const]), ...(options.snapBack ? ['SNAP-BACK' as const] : []),
  ...(options.rider ? ['SATELLITE-RIDER' as const] : []), ...(options.sideLetter ? ['SIDE-LETTER' as const] : []), ...(options.sunset === undefined ? [] : ['SUNSET' as const]),
];

/** The first thing that speaks against the options of the line at `i`, read with the lines before it; `meeting` holds the two seats of a bilateral. */
export function checkOptions(scenario: Scenario, state: MatchState, lines: readonly LineDraft[], i: number, meeting: readonly SeatId[] | null): Refusal | null {
  const line = lines[i];
  const clause = line && lookup(scenario).clauses.get(line.clause);
  if (!line || !clause) return null;
  // A text is a side letter as a whole: the number of a line must not tell that another one is hidden.
  const hidden = lines.some((other) => other.options?.sideLetter === true);
  if (hidden && line.options?.sideLetter !== true) return refuse('side-letter-place', { clause: clause.id });
  const { options } = line;
  if (!options) return null;
  const missing = asked(options).find((option) => !allows(scenario, state, option));
  if (missing) return refuse('option-not-at-level', { clause: clause.id, option: missing });
  if (options.sideLetter && !meeting) return refuse('side-letter-place', { clause: clause.id });
  if (options.sideLetter && options.vague) return refuse('side-letter-vague', { clause: clause.id });
  if (options.sunset !== undefined && (!Number.isInteger(options.sunset) || options.sunset < SUNSET.least || options.sunset > SUNSET.most)) return refuse('sunset-range', { clause: clause.id, min: SUNSET.least, max: SUNSET.most });
  if (options.rider && !clause.rider) return refuse('no-rider', { clause: clause.id, clauses: named(scenario, (spec) => spec.rider !== undefined) });
  if (options.snapBack && !clause.snapBack) return refuse('no-snap-back', { clause: clause.id, clauses: named(scenario, (spec) => spec.snapBack === true) });
  if (options.snapBack && line.mode !== 'WRITTEN') return refuse('option-written', { clause: clause.id, option: 'SNAP-BACK' });
  return options.escrow === undefined ? null : checkEscrow(state, lines, i, options.escrow, meeting);
}

/** PR-9: an earlier line, both written and exact, and the chair among those who sign. */
function checkEscrow(state: MatchState, lines: readonly LineDraft[], i: number, with_: number, meeting: readonly SeatId[] | null): Refusal | null {
  const line = lines[i] as LineDraft;
  const other = lines[with_];
  // A line that waits for another one by itself cannot be tied as well: it could wait for what waits for it.
  if (!Number.isInteger(with_) || with_ < 0 || with_ >= i || !other || line.after !== undefined) return refuse('escrow-line', { clause: line.clause, line: i + 1 });
  const loose = [line, other].find((each) => each.mode !== 'WRITTEN' || each.options?.vague === true);
  if (loose) return refuse('option-written', { clause: loose.clause, option: 'ESCROW' });
  return meeting && !meeting.includes(state.talks.chair) ? refuse('escrow-chair', { clause: line.clause, seat: state.talks.chair }) : null;
}

const named = (scenario: Scenario, fits: (clause: ClauseSpec) => boolean): string => scenario.clauses.filter(fits).map((clause) => clause.id).join(',');

/** What a giver pays for a clause drafted like this, from its price now: the rider dearer, a snap-back cheaper, a sunset half. */
export function draftedCost(clause: ClauseSpec, cost: number, options: LineOptions | undefined): number {
  if (!options) return cost;
  const whole = Math.max(0, cost + (options.rider ? (clause.rider?.cost ?? 0) : 0) + (options.snapBack ? SNAP_BACK.cost : 0));
  return options.sunset === undefined ? whole : halfCost(whole);
}

/** What a clause drafted like this is worth to each seat. */
export function draftedValues(values: Readonly<Record<SeatId, number>>, options: LineOptions | undefined, receivers: readonly SeatId[]): Readonly<Record<SeatId, number>> {
  if (!options || (!options.snapBack && options.sunset === undefined)) return values;
  return Object.fromEntries(Object.entries(values).map(([seat, value]) => {
    const whole = value + (options.snapBack && receivers.includes(seat) ? SNAP_BACK.value : 0);
    return [seat, options.sunset === undefined ? whole : half(whole)];
  }));
}
