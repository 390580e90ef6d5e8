/** Which panel the reader should look at next: forms point to one another, the frame of the screen follows. */
import { createStore, useStore } from 'zustand';

export type PanelId = 'now' | 'composer' | 'proposals' | 'ledger' | 'channels' | 'news' | 'delegation' | 'relations';
export interface Focus {
  readonly panel: PanelId | null;
  /** Rises with every call, so that asking twice for one panel is heard twice. */
  readonly turn: number;
  /** Channel last asked for, as the other seats in it, and when. */
  readonly channel: { readonly seats: readonly string[]; readonly turn: number } | null;
  readonly show: (panel: PanelId, at?: { readonly seats?: readonly string[] }) => void;
}
export const focusStore = createStore<Focus>((set) => ({
  panel: null, turn: 0, channel: null,
  show: (panel, at) => set((old) => ({ panel, turn: old.turn + 1, channel: at?.seats ? { seats: at.seats, turn: old.turn + 1 } : old.channel })),
}));
/** Panels call `show`; the screen's frame reads `panel` and `turn` and opens that tab. */
export const useFocus = (): Focus => useStore(focusStore);
