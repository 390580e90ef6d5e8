/** The foot of "what now" that stays in sight: forms put their sealing button there, beside "ready". */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The element at the foot; null until it is drawn. */
export const Dock = createContext<HTMLElement | null>(null);
export function InDock({ children }: { readonly children: ReactNode }) {
  const dock = useContext(Dock);
  return dock ? createPortal(children, dock) : children;
}
