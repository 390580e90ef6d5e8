/** Memories of a look: a collection of which only the changed members are made again, and a piece that stays until the match has moved on. */
import type { MatchState } from '../model/state.ts';

interface Entry { readonly id: string }

/**
 * Slices of a list of entries that keep their places (model/entries), by id; only entries that changed since the last look are made again.
 * `mark` stands for whatever else the slices depend on.
 */
export function shelf<S extends Entry, T>(): (list: readonly S[], mark: number, make: (source: S) => T | null) => Readonly<Record<string, T>> {
  let seen: readonly S[] = [];
  let marked: number | null = null;
  let slices: Record<string, T> = {};
  return (list, mark, make) => {
    if (seen === list && marked === mark) return slices;
    const goesOn = marked === mark && continues(seen, list);
    slices = goesOn ? { ...slices } : {};
    for (let i = 0; i < list.length; i += 1) {
      const source = list[i] as S;
      if (goesOn && seen[i] === source) continue;
      const slice = make(source);
      if (slice !== null) slices[source.id] = slice;
      else delete slices[source.id];
    }
    seen = list;
    marked = mark;
    return slices;
  };
}

/** Whether a list is an earlier one with entries added or changed in their places. */
function continues(seen: readonly Entry[], list: readonly Entry[]): boolean {
  if (list.length < seen.length) return false;
  for (let i = 0; i < seen.length; i += 1) {
    const [before, now] = [seen[i], list[i]];
    if (before !== now && before?.id !== now?.id) return false;
  }
  return true;
}

/** Parts of the state that no menu reads: sealed slips, talk, and who is done. */
const UNREAD: ReadonlySet<keyof MatchState> = new Set<keyof MatchState>(['sealed', 'ready', 'news', 'messages', 'invitations', 'meetings', 'nextId', 'random']);

/** Makes a piece again only when another part of the state than the `UNREAD` ones has changed. */
export function kept<T>(): (state: MatchState, make: () => T) => T {
  let last: { readonly state: MatchState; readonly value: T } | null = null;
  return (state, make) => {
    if (last !== null && unmoved(last.state, state)) return last.value;
    const value = make();
    last = { state, value };
    return value;
  };
}

function unmoved(before: MatchState, now: MatchState): boolean {
  if (before === now) return true;
  for (const key in now) if (before[key as keyof MatchState] !== now[key as keyof MatchState] && !UNREAD.has(key as keyof MatchState)) return false;
  return true;
}
