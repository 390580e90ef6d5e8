/** Reads a lesson's conditions off one seat's view: which texts, promises and sealed decisions there are. Pure. */
import type { PhaseId, SeatId } from '../model/ids.ts';
import type { ProposalSlice, View } from '../model/view.ts';
import type { Condition, Step, TextTest } from './schema.ts';

const ORDER: readonly PhaseId[] = ['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal'];

/** Where the match stands seen from a step: its moment is still to come, is now, or is over. */
export function momentOf(step: Pick<Step, 'round' | 'phase'>, view: View): 'early' | 'now' | 'past' {
  const { round, phase } = view.table;
  if (view.ending) return 'past';
  const by = round - step.round || ORDER.indexOf(phase) - ORDER.indexOf(step.phase);
  return by < 0 ? 'early' : by > 0 ? 'past' : 'now';
}

/** Whether a text is the one a lesson speaks of. */
export function isText(text: ProposalSlice, test: TextTest, player: SeatId): boolean {
  const by = test.by === 'player' ? player : test.by;
  if (by !== undefined && text.author !== by) return false;
  if (test.round !== undefined && text.round !== test.round) return false;
  const { has } = test;
  const fits = has.every((wanted) => text.lines.some((line) =>
    line.clause === wanted.clause && (wanted.mode === undefined || line.mode === wanted.mode) && (wanted.tied === undefined || (line.after !== undefined || line.options?.escrow !== undefined) === wanted.tied)));
  return fits && (!test.only || text.lines.length === has.length);
}

/** Whether a condition holds for the player; `shown` asks the screen and is false where there is none. */
export function holds(condition: Condition, view: View, player: SeatId, shown: (target: string) => boolean = () => false): boolean {
  const commitments = (clause: string, giver: string) => Object.values(view.commitments).filter((c) => c.clause === clause && c.giver === giver);
  switch (condition.is) {
    case 'all': return condition.of.every((part) => holds(part, view, player, shown));
    case 'any': return condition.of.some((part) => holds(part, view, player, shown));
    case 'not': return !holds(condition.of, view, player, shown);
    case 'text': return Object.values(view.proposals).some((text) => isText(text, condition.text, player)
      && (condition.status === undefined || (condition.status as readonly string[]).includes(text.status)) && signed(text, condition.signed, player));
    case 'commitment': return commitments(condition.clause, condition.giver).some((c) => condition.state.includes(c.state));
    case 'tranche': return commitments(condition.clause, condition.giver).some((c) => c.tranches.some((t) => condition.state.includes(t.state) && (condition.round === undefined || t.performedAt === condition.round || t.due === condition.round)));
    case 'declared': return view.me?.sealed.declaration !== null && view.me !== null;
    case 'sealed': return isSealed(condition, view);
    case 'meets': return view.legal?.meet?.with === condition.with || view.table.meetings.some(({ a, b }) => [a, b].includes(player) && [a, b].includes(condition.with));
    case 'shown': return shown(condition.target);
    case 'ended': return view.ending !== null;
    default: return condition satisfies never;
  }
}

function signed(text: ProposalSlice, who: string | undefined, player: SeatId): boolean {
  if (who === undefined) return true;
  return who === 'all' ? text.parties.every((seat) => text.signed.includes(seat)) : text.signed.includes(who === 'player' ? player : who);
}

function isSealed({ clause, due }: { readonly clause?: string; readonly due?: string }, view: View): boolean {
  const choice = view.me?.sealed.choice;
  if (!choice) return false;
  if (clause === undefined) return true;
  const own = Object.values(view.commitments).filter((c) => c.clause === clause && c.giver === view.me?.seat);
  return own.some((c) => (choice.dues[c.id] ?? 'perform') === (due ?? 'perform'));
}
