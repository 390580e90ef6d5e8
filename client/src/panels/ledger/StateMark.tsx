/** The state of a promise or tranche as a shape, so that colour is never the only sign. */
import { Ban, Check, Circle, CircleDashed, CircleDot, CircleHelp, Clock, Hand, Landmark, Minus, Scale, Undo2, X } from 'lucide-react';

const MARKS = {
  pending: CircleDashed, agreed: CircleDashed, due: CircleDot, late: Clock, performed: Check, feigned: Check, unverifiable: CircleHelp,
  breached: X, reversed: Undo2, disputed: Scale, lapsed: Minus, superseded: Circle, void: Ban, blocked: Hand, ratifying: Landmark,
} as const;
export function StateMark({ state }: { readonly state: keyof typeof MARKS }) {
  const Mark = MARKS[state];
  return <Mark className="pn-mark" data-state={state} size={16} aria-hidden="true" />;
}
