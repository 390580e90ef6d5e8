/** What the debrief brings to light, gathered from the finished match: walls with a hole, letters, feints. Pure, from the view alone. */
import type { SeatId, View } from '@concert/shared';

export interface LeakRun { readonly seat: SeatId; readonly from: number; readonly to: number }
/** Rounds in which a seat enforced less than it declared, as runs (RL-2). */
export function leakRuns(history: View['history']): LeakRun[] {
  const runs: { seat: SeatId; from: number; to: number }[] = [];
  for (const { round, redLines, enforcement } of Object.values(history).sort((a, b) => a.round - b.round)) {
    for (const [seat, level] of Object.entries(redLines)) {
      if ((enforcement?.[seat] ?? level) >= level) continue;
      const last = runs.find((run) => run.seat === seat && run.to === round - 1);
      if (last) last.to = round;
      else runs.push({ seat, from: round, to: round });
    }
  }
  return runs;
}

export interface Letter { readonly proposal: string; readonly seats: readonly SeatId[]; readonly clauses: readonly string[]; readonly found: boolean }
/** Side letters, one entry a text (CO-10). */
export function lettersOf(commitments: View['commitments']): Letter[] {
  const letters = Object.values(commitments).filter((promise) => promise.options?.sideLetter);
  return [...Map.groupBy(letters, (promise) => promise.proposal)].map(([proposal, lines]) => ({
    proposal, seats: [...new Set(lines.flatMap((line) => [...line.givers, ...line.receivers]))], clauses: [...new Set(lines.map((line) => line.clause))], found: lines.some((line) => line.found),
  }));
}
/** Promises shown as kept that never were, and that nobody found out (CO-5). */
export const feintsOf = (commitments: View['commitments']): View['commitments'][string][] =>
  Object.values(commitments).filter((promise) => promise.tranches.some((tranche) => tranche.state === 'feigned'));

/** Whom each seat told of a threat, one entry a teller (BU-3). */
export const toldBy = (told: readonly { readonly from: SeatId; readonly to: SeatId }[]): { readonly from: SeatId; readonly to: readonly SeatId[] }[] =>
  [...Map.groupBy(told, ({ from }) => from)].map(([from, all]) => ({ from, to: [...new Set(all.map(({ to }) => to))] }));
