/** What a text is worth: our own balance exactly, and for the others a five-step guess; never a number of theirs (rules VI). */
import type { ClauseId, ClauseWorth, LineDraft, SeatId } from '@concert/shared';

type Worth = Readonly<Record<ClauseId, ClauseWorth>>;
type Line = Pick<LineDraft, 'clause' | 'givers' | 'receivers' | 'mode'>;
export type Liking = -2 | -1 | 0 | 1 | 2;

/** Values of all lines minus the cost of those we give (PR-2: a value is felt by every seat, whoever the parties are). */
export function ownNet(lines: readonly Line[], seat: SeatId, worth: Worth): number {
  return lines.reduce((all, line) => all + (worth[line.clause]?.own ?? 0) - (line.givers.includes(seat) ? worth[line.clause]?.cost ?? 0 : 0), 0);
}

/** DS-1: what signing costs us at home: half the cost in writing, a quarter by word of mouth, at most 12 a text. */
export function homePrice(lines: readonly Line[], seat: SeatId, worth: Worth): number {
  const price = (line: Line): number => {
    const cost = line.givers.includes(seat) ? worth[line.clause]?.cost ?? 0 : 0;
    return line.mode === 'WRITTEN' ? Math.floor((cost + 1) / 2) : Math.floor((cost + 3) / 4);
  };
  return Math.min(12, lines.reduce((all, line) => all + price(line), 0));
}

/** Who is likely to like it: the known steps, less one for every line the seat itself must carry. */
export function liking(lines: readonly Line[], seat: SeatId, worth: Worth): Liking {
  const sum = lines.reduce((all, line) => all + (worth[line.clause]?.steps[seat] ?? 0) - (line.givers.includes(seat) ? 1 : 0), 0);
  return sum >= 3 ? 2 : sum >= 1 ? 1 : sum === 0 ? 0 : sum >= -2 ? -1 : -2;
}
