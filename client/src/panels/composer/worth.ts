/** What a text is worth: our own balance exactly, and for the others a five-step guess; never a number of theirs (rules VI). */
import type { ClauseId, ClauseWorth, LineDraft, PublicScenario, SeatId } from '@concert/shared';

type Worth = Readonly<Record<ClauseId, ClauseWorth>>;
type Line = Pick<LineDraft, 'clause' | 'givers' | 'receivers' | 'mode' | 'options'>;
/** What a rider adds to the price of its clause. */
export type Riders = Readonly<Record<ClauseId, number>>;
export type Liking = -2 | -1 | 0 | 1 | 2;

/** CO-13: relief that may return is worth less to its receiver and costs its giver less. */
const SNAP_BACK = 2;
export const ridersOf = (scenario: Pick<PublicScenario, 'clauses'> | null): Riders => Object.fromEntries((scenario?.clauses ?? []).flatMap(({ id, rider }) => (rider ? [[id, rider.cost] as const] : [])));

/** What the line costs this seat, as it is drafted: the rider dearer, a snap-back cheaper, a sunset half (CO-8, CO-13). */
function costOf(line: Line, seat: SeatId, worth: Worth, riders: Riders): number {
  const price = worth[line.clause]?.cost ?? null;
  if (!line.givers.includes(seat) || price === null) return 0;
  const { rider, snapBack, sunset } = line.options ?? {};
  const whole = Math.max(0, price + (rider ? riders[line.clause] ?? 0 : 0) - (snapBack ? SNAP_BACK : 0));
  return sunset === undefined ? whole : Math.ceil(whole / 2);
}
/** What it is worth to this seat, as it is drafted. */
function valueOf(line: Line, seat: SeatId, worth: Worth): number {
  const { snapBack, sunset } = line.options ?? {};
  const whole = (worth[line.clause]?.own ?? 0) - (snapBack && line.receivers.includes(seat) ? SNAP_BACK : 0);
  return sunset === undefined ? whole : Math.trunc(whole / 2);
}

/** Values of all lines minus the cost of those we give (PR-2: a value is felt by every seat, whoever the parties are). */
export const ownNet = (lines: readonly Line[], seat: SeatId, worth: Worth, riders: Riders = {}): number =>
  lines.reduce((all, line) => all + valueOf(line, seat, worth) - costOf(line, seat, worth, riders), 0);

/** DS-1: what signing costs us at home: half the cost in writing, a quarter by word of mouth, at most 12 a text. */
export function homePrice(lines: readonly Line[], seat: SeatId, worth: Worth, riders: Riders = {}): number {
  const price = (line: Line): number => {
    const cost = costOf(line, seat, worth, riders);
    return line.mode === 'WRITTEN' ? Math.floor((cost + 1) / 2) : Math.floor((cost + 3) / 4);
  };
  return Math.min(12, lines.reduce((all, line) => all + price(line), 0));
}

/** Who is likely to like it: the known steps, half for what soon lapses, less one for every line the seat itself must carry. */
export function liking(lines: readonly Line[], seat: SeatId, worth: Worth): Liking {
  const step = (line: Line): number => { const whole = worth[line.clause]?.steps[seat] ?? 0; return line.options?.sunset === undefined ? whole : Math.trunc(whole / 2); };
  const sum = lines.reduce((all, line) => all + step(line) - (line.givers.includes(seat) ? 1 : 0), 0);
  return sum >= 3 ? 2 : sum >= 1 ? 1 : sum === 0 ? 0 : sum >= -2 ? -1 : -2;
}
