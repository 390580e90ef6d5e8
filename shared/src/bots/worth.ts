/** What a text is worth: exactly for the own seat, by guess for the others (rules VI: five steps, bands of trust). */
import type { LineDraft } from '../model/commands.ts';
import type { ClauseId, SeatId } from '../model/ids.ts';
import type { PublicScenario } from '../scenario/public.ts';
import { atlasOf, type Clause } from './atlas.ts';
import { senseOf, type Sense } from './sense.ts';
import type { Mind } from './types.ts';

export { bandBetween } from './sense.ts';

/** A denial costs little where nothing is written and nobody can look (CO-9). */
const ORAL_UNSEEN = 15;
/** A vague word is read loosely as often as not (CO-9). */
const VAGUE = 12;
const ALREADY_PROMISED = -0.5;

export const clauseOf = (scenario: PublicScenario, id: ClauseId): Clause | undefined => {
  const atlas = atlasOf(scenario);
  return atlas.clauses[atlas.clauseAt.get(id) ?? -1];
};

/** Every giver and receiver, in no order (PR-2). */
export const partiesOf = (lines: readonly LineDraft[]): SeatId[] => [...new Set(lines.flatMap((line) => [...line.givers, ...line.receivers]))];

const named = (seats: readonly SeatId[]): string => (seats.length > 1 ? [...seats].sort().join('+') : (seats[0] ?? ''));
/** Same text, same fingerprint, whatever its order. */
export const fingerprint = (lines: readonly LineDraft[]): string =>
  lines.map((line) => `${line.clause}:${named(line.givers)}>${named(line.receivers)}:${line.mode}`).sort().join('|');

/** How far `seat` may count on a line being done, in percent; the weakest giver decides. */
export function relianceAt(sense: Sense, line: LineDraft, seat: number): number {
  const c = sense.atlas.clauseAt.get(line.clause) ?? 0;
  const loose = (line.mode === 'ORAL' && sense.atlas.unseen[c] === 1 ? ORAL_UNSEEN : 0) + (line.options?.vague ? VAGUE : 0);
  let least = 100;
  for (const giver of line.givers) {
    const g = sense.atlas.place.get(giver) ?? 0;
    if (g !== seat) least = Math.min(least, (sense.kept[g * sense.seats + seat] ?? 80) - loose);
  }
  return Math.max(20, least);
}
export const reliance = (mind: Mind, line: LineDraft, seat: SeatId): number => { const sense = senseOf(mind); return relianceAt(sense, line, sense.atlas.place.get(seat) ?? 0); };

/** CO-8: what is promised already is not worth a second promise; it would only come later. */
export function promisedAt(sense: Sense, line: LineDraft): boolean {
  const bits = sense.promised[sense.atlas.clauseAt.get(line.clause) ?? -1] ?? 0;
  return bits !== 0 && line.givers.every((giver) => (bits & (1 << (sense.atlas.place.get(giver) ?? 31))) !== 0);
}
export const promised = (mind: Mind, line: LineDraft): boolean => promisedAt(senseOf(mind), line);

/** CO-8, CO-13: what the wording adds to or takes from worth and price: relief that may return, riders, promises that run out. */
const SNAP_BACK = 2;
const drafted = (line: LineDraft, clause: Clause | undefined, gain: number, cost: number, receives: boolean): { readonly gain: number; readonly cost: number } => {
  const { options } = line;
  if (!options) return { gain, cost };
  const price = cost <= 0 ? cost : Math.max(0, cost + (options.rider ? (clause?.rider?.cost ?? 0) : 0) - (options.snapBack ? SNAP_BACK : 0));
  const worth = gain - (options.snapBack && receives ? SNAP_BACK : 0);
  return options.sunset === undefined ? { gain: worth, cost: price } : { gain: worth / 2, cost: price / 2 };
};

/** The earlier line this one waits for, by condition or escrow. */
const waitsFor = (lines: readonly LineDraft[], line: LineDraft): LineDraft | undefined => lines[line.after ?? line.options?.escrow ?? -1];

export interface LineWorth { readonly gain: number; readonly cost: number; readonly expected: number; readonly certain: number }
const NOTHING: LineWorth = { gain: 0, cost: 0, expected: ALREADY_PROMISED, certain: 0 };

/** One line for the own seat: worth times reliance, less own cost (less what an unmet condition spares). */
export function ownLine(mind: Mind, lines: readonly LineDraft[], index: number): LineWorth {
  const sense = senseOf(mind);
  const line = lines[index] as LineDraft;
  const c = sense.atlas.clauseAt.get(line.clause);
  if (c === undefined || promisedAt(sense, line)) return NOTHING;
  const share = sense.share[c] ?? 0;
  const { gain, cost } = drafted(line, sense.atlas.clauses[c], (sense.own[c] ?? 0) * share, line.givers.includes(mind.seat) ? (sense.cost[c] ?? 0) * share : 0, line.receivers.includes(mind.seat));
  const before = waitsFor(lines, line);
  const comes = before ? relianceAt(sense, before, sense.me) : 100;
  const kept = relianceAt(sense, line, sense.me) * comes / 10000;
  return { gain, cost, certain: gain - cost, expected: (gain > 0 ? gain * kept : gain) - cost * comes / 100 + ((sense.common[c] ?? 0) + (sense.aim[c] ?? 0)) * share * kept };
}

/** One line for another seat, by the five steps and the bands. */
export function guessedAt(sense: Sense, lines: readonly LineDraft[], index: number, seat: number): number {
  const line = lines[index] as LineDraft;
  const c = sense.atlas.clauseAt.get(line.clause);
  if (c === undefined || promisedAt(sense, line)) return 0;
  const share = sense.share[c] ?? 0;
  const name = sense.atlas.seats[seat] as string;
  const before = waitsFor(lines, line);
  const comes = before ? relianceAt(sense, before, seat) : 100;
  const { gain, cost } = drafted(line, sense.atlas.clauses[c], (sense.gains[c * sense.seats + seat] ?? 0) * share, line.givers.includes(name) ? (sense.guessedCost[c] ?? 0) * share : 0, line.receivers.includes(name));
  return (gain > 0 ? gain * relianceAt(sense, line, seat) * comes / 10000 : gain) - cost * comes / 100;
}

export function guessedWorth(mind: Mind, lines: readonly LineDraft[], seat: SeatId): number {
  const sense = senseOf(mind);
  const at = sense.atlas.place.get(seat) ?? 0;
  let sum = 0;
  for (let i = 0; i < lines.length; i += 1) sum += guessedAt(sense, lines, i, at);
  return sum;
}
