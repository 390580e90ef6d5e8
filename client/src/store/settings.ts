/** What a reader sets for this browser: movement, and which of two names comes first. */
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, useStore } from 'zustand';
import type { NameOrder } from '../map/types.ts';

export interface Settings { readonly still: boolean; readonly nameOrder: NameOrder; readonly name: string }
export const settingsStore = createStore<Settings>()(persist(
  (): Settings => ({ still: false, nameOrder: 'korean-first', name: '' }),
  { name: 'concert.settings', version: 1, storage: createJSONStorage(() => localStorage) },
));
export const useSettings = (): Settings => useStore(settingsStore);
export const change = (part: Partial<Settings>): void => { settingsStore.setState(part); };

/** `?still` in the address, for pictures, counts like the setting. */
export const isStill = (): boolean => settingsStore.getState().still || new URLSearchParams(location.search).has('still');
const show = (): void => { document.documentElement.toggleAttribute('data-still', isStill()); };
export function followSettings(): void {
  show();
  settingsStore.subscribe(show);
}
