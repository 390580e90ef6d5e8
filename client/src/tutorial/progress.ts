/** How far a reader is in which lesson match, kept in this browser: a reload goes on where it stopped. */
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, useStore } from 'zustand';

export interface Progress {
  /** Place of the current step. */
  readonly at: number;
  /** Steps that were on the card, in order, for "back". */
  readonly shown: readonly number[];
  readonly hidden: boolean; readonly over: boolean;
}
export const START: Progress = { at: 0, shown: [], hidden: false, over: false };
const MOST = 10;

/** By the code of the match. */
export const progressStore = createStore<{ readonly matches: Readonly<Record<string, Progress>> }>()(persist(
  () => ({ matches: {} }), { name: 'concert.lessons', version: 1, storage: createJSONStorage(() => localStorage) },
));

export function note(code: string, change: Partial<Progress>): void {
  const { [code]: old = START, ...others } = progressStore.getState().matches;
  progressStore.setState({ matches: Object.fromEntries([...Object.entries(others).slice(1 - MOST), [code, { ...old, ...change }]]) });
}
export const useProgress = (code: string): Progress => useStore(progressStore, ({ matches }) => matches[code]) ?? START;
/** The newest lesson match that was not played to its end. */
export const unfinished = (): string | null => Object.entries(progressStore.getState().matches).reverse().find(([, progress]) => !progress.over)?.[0] ?? null;
