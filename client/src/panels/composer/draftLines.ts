/** The lines of a text being written: order, conditions and wording kept sound while lines come, go and move. Plain data. */
import type { LineDraft, LineOptions, Mode, SeatId } from '@concert/shared';

/** `after` names a line by its place, so every change of places carries it along; a condition on a later or lost line is dropped. */
function replaced(lines: readonly LineDraft[], order: readonly number[]): LineDraft[] {
  return order.map((old, now) => {
    const { after, options, ...line } = lines[old] as LineDraft;
    const place = (earlier: number | undefined): number | undefined => { const at = earlier === undefined ? -1 : order.indexOf(earlier); return at >= 0 && at < now ? at : undefined; };
    const escrow = place(options?.escrow);
    const { escrow: _old, ...rest } = options ?? {};
    const kept = { ...rest, ...(escrow === undefined ? {} : { escrow }) };
    const moved = place(after);
    return { ...line, ...(moved === undefined ? {} : { after: moved }), ...(Object.keys(kept).length > 0 ? { options: kept } : {}) };
  });
}
const places = (lines: readonly LineDraft[]): number[] => lines.map((_, i) => i);

export const added = (lines: readonly LineDraft[], line: LineDraft): LineDraft[] => [...lines, line];
export const removed = (lines: readonly LineDraft[], at: number): LineDraft[] => replaced(lines, places(lines).filter((i) => i !== at));
export function moved(lines: readonly LineDraft[], at: number, by: -1 | 1): LineDraft[] {
  const to = at + by;
  const order = places(lines);
  if (to < 0 || to >= lines.length) return [...lines];
  [order[at], order[to]] = [to, at];
  return replaced(lines, order);
}
const set = (lines: readonly LineDraft[], at: number, change: (line: LineDraft) => LineDraft): LineDraft[] => lines.map((line, i) => (i === at ? change(line) : line));
export const withMode = (lines: readonly LineDraft[], at: number, mode: Mode): LineDraft[] => set(lines, at, (line) => ({ ...line, mode }));
export const withParties = (lines: readonly LineDraft[], at: number, side: 'givers' | 'receivers', seats: readonly SeatId[]): LineDraft[] => set(lines, at, (line) => ({ ...line, [side]: seats }));
export const withAfter = (lines: readonly LineDraft[], at: number, after: number | null): LineDraft[] =>
  set(lines, at, ({ after: _old, ...line }) => (after !== null && after < at ? { ...line, after } : line));
/** Drafting options switched one by one; `undefined` takes one out, and a line without any has none. */
export const withOptions = (lines: readonly LineDraft[], at: number, change: { readonly [K in keyof LineOptions]?: LineOptions[K] | undefined }): LineDraft[] =>
  set(lines, at, ({ options, ...line }) => {
    const kept = Object.fromEntries(Object.entries({ ...options, ...change }).filter(([, value]) => value !== undefined)) as LineOptions;
    return Object.keys(kept).length > 0 ? { ...line, options: kept } : line;
  });
export const sameLine = (a: LineDraft, b: LineDraft): boolean => a.clause === b.clause && a.givers.join() === b.givers.join() && a.receivers.join() === b.receivers.join();
