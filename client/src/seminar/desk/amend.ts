/** Changing an act that waits for the desk: parts are left out or set otherwise, never the kind of act. Pure, so that it can be tested. */
import type { ActCommand, DueChoice, LineDraft } from '@concert/shared';

type Proposed = Extract<ActCommand, { type: 'propose' }>;
type Chosen = Extract<ActCommand, { type: 'choose' }>;
/** Acts with parts; of the others there is only yes and no. */
export type Amendable = Proposed | Chosen | Extract<ActCommand, { type: 'declare' }>;
export const isAmendable = (command: ActCommand): command is Amendable => command.type === 'propose' || command.type === 'choose' || command.type === 'declare';

/** Without this line; what followed it by "action for action" or was tied to it stands by itself. */
export function withoutLine(command: Proposed, at: number): Proposed {
  const moved = (n: number | undefined): number | undefined => (n === undefined || n === at ? undefined : n > at ? n - 1 : n);
  const lines = command.lines.filter((_, n) => n !== at).map(({ after, options, ...line }): LineDraft => {
    const [next, escrow] = [moved(after), moved(options?.escrow)];
    const { escrow: _tied, ...rest } = options ?? {};
    const others = escrow === undefined ? rest : { ...rest, escrow };
    return { ...line, ...(next === undefined ? {} : { after: next }), ...(Object.keys(others).length > 0 ? { options: others } : {}) };
  });
  return { ...command, lines };
}
export const withLine = (command: Proposed, at: number, change: Partial<Pick<LineDraft, 'clause' | 'mode' | 'givers' | 'receivers'>>): Proposed => ({ ...command, lines: command.lines.map((line, n) => (n === at ? { ...line, ...change } : line)) });
/** A seat joins or leaves one side of a line; nobody is left out of a side altogether. */
export function toggled(seats: readonly string[], seat: string): readonly string[] {
  const next = seats.includes(seat) ? seats.filter((each) => each !== seat) : [...seats, seat];
  return next.length === 0 ? seats : next;
}
export const withoutAction = (command: Chosen, at: number): Chosen => ({ ...command, actions: command.actions.filter((_, n) => n !== at) });
export const withTarget = (command: Chosen, at: number, target: string): Chosen => ({ ...command, actions: command.actions.map((act, n) => (n === at ? { ...act, target } : act)) });
export const withDue = (command: Chosen, commitment: string, due: DueChoice): Chosen => ({ ...command, dues: { ...command.dues, [commitment]: due } });
export const withoutReversal = (command: Chosen, commitment: string): Chosen => ({ ...command, reversals: command.reversals.filter((id) => id !== commitment), denials: command.denials.filter((id) => id !== commitment) });
