/** The text being written, kept per match and seat across phases and reloads in this browser. */
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, useStore } from 'zustand';
import type { LineDraft } from '@concert/shared';

export interface Draft {
  readonly scope: 'plenary' | 'bilateral'; readonly chairDraft: boolean;
  readonly lines: readonly LineDraft[];
  /** The proposal this text answers. */
  readonly counterTo: string | null;
  /** M11: marked as one of two offers that exclude each other. */
  readonly exclusive?: boolean;
}
export const BLANK: Draft = { scope: 'plenary', chairDraft: false, lines: [], counterTo: null };
interface Drafts { readonly drafts: Readonly<Record<string, Draft>>; readonly put: (key: string, change: Partial<Draft>) => void }

export const draftStore = createStore<Drafts>()(persist(
  (set) => ({ drafts: {}, put: (key, change) => set((old) => ({ drafts: { ...old.drafts, [key]: { ...(old.drafts[key] ?? BLANK), ...change } } })) }),
  { name: 'concert.drafts', version: 1, storage: createJSONStorage(() => localStorage), partialize: ({ drafts }) => ({ drafts }) },
));

/** A draft belongs to one match and one seat; the match is the page's address. */
export const draftKey = (seat: string): string => `${location.pathname}#${seat}`;
export function useDraft(seat: string): readonly [Draft, (change: Partial<Draft>) => void] {
  const key = draftKey(seat);
  const draft = useStore(draftStore, (store) => store.drafts[key]) ?? BLANK;
  return [draft, (change) => draftStore.getState().put(key, change)];
}
