/** For experiments: a text the chair puts whatever it thinks, made of known clauses in their first legal form. */
import type { LineDraft, SeatCommand } from '../model/commands.ts';
import type { ClauseId } from '../model/ids.ts';
import type { View } from '../model/view.ts';

export interface FixedDraft { readonly round: number; readonly clauses: readonly ClauseId[] }

/** The chair's draft of these clauses as this view may table it now; null where it may not. */
export function fixedDraft(view: View, clauses: readonly ClauseId[]): SeatCommand | null {
  const table = view.legal?.propose.find((place) => place.scope === 'plenary' && place.chairDraft);
  if (!table) return null;
  const lines = clauses.flatMap((id): LineDraft[] => {
    const legal = table.clauses.find((each) => each.clause === id && each.ok);
    const [givers] = legal?.givers ?? [];
    const receivers = legal?.receivers.find((set) => set.length > 1 || set.some((seat) => !givers?.includes(seat)));
    return givers && receivers ? [{ clause: id, givers, receivers, mode: 'WRITTEN' }] : [];
  });
  return lines.length === 0 ? null : { type: 'propose', scope: 'plenary', lines, chairDraft: true };
}
