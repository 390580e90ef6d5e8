/** What a counter-text changes in the version before it, line by line. */
import type { LineDraft } from '@concert/shared';

export type Change = 'new' | 'changed' | null;
export interface Changes {
  /** For each line of the later version: not there before, worded otherwise, or the same. */
  readonly marks: readonly Change[];
  /** Lines of the earlier version that the later one leaves out. */
  readonly gone: readonly LineDraft[];
}

/** A line as it binds: where it points to another line, to what that one says and not to its place, which moves when lines come and go. */
function sense(line: LineDraft, all: readonly LineDraft[]): string {
  const { escrow, ...options } = line.options ?? {};
  const saying = (at: number | undefined): string | null => (at === undefined ? null : (all[at]?.clause ?? null));
  return JSON.stringify([line.clause, line.givers, line.receivers, line.mode, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)), saying(line.after), saying(escrow)]);
}

/** A clause given by others is another line; the same givers with other receivers, wording or order have changed theirs. */
export function changesIn(after: readonly LineDraft[], before: readonly LineDraft[]): Changes {
  const left = new Set(before);
  const take = (fits: (line: LineDraft) => boolean): boolean => { const found = [...left].find(fits); if (found) left.delete(found); return found !== undefined; };
  const same = after.map((line) => take((other) => sense(other, before) === sense(line, after)));
  const marks = after.map((line, at): Change => (same[at] ? null : take((other) => other.clause === line.clause && other.givers.join() === line.givers.join()) ? 'changed' : 'new'));
  return { marks, gone: [...left] };
}
