/** The recordings ticked for comparison: two at most, a third takes the place of the first. */
import { createStore, useStore } from 'zustand';

export interface Chosen { readonly id: string; readonly name: string }
const chosenStore = createStore<{ readonly chosen: readonly Chosen[] }>(() => ({ chosen: [] }));

export const useChosen = (): readonly Chosen[] => useStore(chosenStore, (state) => state.chosen);
export const toggleChosen = (each: Chosen): void => chosenStore.setState(({ chosen }) => ({ chosen: chosen.some(({ id }) => id === each.id) ? chosen.filter(({ id }) => id !== each.id) : [...chosen.slice(-1), each] }));
export const clearChosen = (): void => chosenStore.setState({ chosen: [] });
