/** Which entry of the codex is open beside the table. Kept in this page only; nothing is sent or stored. */
import { createStore, useStore } from 'zustand';

export interface CodexState {
  readonly open: boolean;
  /** The entry, null for the list. */
  readonly id: string | null;
  /** Over a dialog that was open already, which would else hide the panel. */
  readonly over: boolean;
  /** Rises with every call, so that asking twice for one entry is heard twice. */
  readonly turn: number;
  /** Where the reader came from and returns to. */
  readonly from: HTMLElement | null;
  /** Screens that show the panel; without one a link leads to the page. */
  readonly hosts: number;
}
export const codexStore = createStore<CodexState>(() => ({ open: false, id: null, over: false, turn: 0, from: null, hosts: 0 }));
export const useCodex = <T>(select: (state: CodexState) => T): T => useStore(codexStore, select);

const DIALOGS = '.drawer-overlay, .pn-veil';
export function openCodex(id: string | null, from: HTMLElement | null = null): void {
  codexStore.setState((old) => ({ open: true, id, over: old.open ? old.over : document.querySelector(DIALOGS) !== null, turn: old.turn + 1, from: old.open && old.from ? old.from : from }));
}
export const goToEntry = (id: string | null): void => codexStore.setState((old) => ({ id, turn: old.turn + 1 }));
export function closeCodex(): void {
  const { from } = codexStore.getState();
  codexStore.setState({ open: false, from: null });
  if (from?.isConnected) from.focus();
}
/** For a screen that shows the panel while it is there. */
export function hostCodex(): () => void {
  codexStore.setState(({ hosts }) => ({ hosts: hosts + 1 }));
  return () => codexStore.setState(({ hosts }) => ({ hosts: hosts - 1, open: false, from: null }));
}
