/** Says what would be here, and what to do so that something is. */
import type { ReactNode } from 'react';
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="pn-empty">{children}</div>;
}
