/** Texts of the data as this table may take them now: what is promised or barred already is left out, who may give follows the menu. */
import type { LineDraft, LineOptions, SeatCommand } from '../../model/commands.ts';
import type { SeatId } from '../../model/ids.ts';
import type { LegalClause, LegalSlice } from '../../model/view.ts';
import { once } from '../talk.ts';
import type { Mind } from '../types.ts';
import { follows, promisedBy } from './circumstances.ts';
import type { PositionLine, PositionText } from './schema.ts';
import type { Stance, Stances } from './stances.ts';

type Place = LegalSlice['propose'][number];

/** The first text its position wants on the table here: the chair's draft first, then one of its own, or one between two. */
export function tableTexts(mind: Mind, stances: Stances, stance: Stance, acts: SeatCommand[]): void {
  if (stance.tables.length === 0) return;
  const meeting = (mind.hosted?.phase ?? mind.view.table.phase) === 'bilateral';
  const partner = meeting ? (mind.legal.meet?.with ?? null) : null;
  if (meeting && partner === null) return;
  const wanted = stance.tables.filter((each) => (meeting ? each.as === 'meeting' && each.with === partner : each.as !== 'meeting'));
  for (const as of meeting ? ['meeting'] as const : ['draft', 'plenary'] as const) {
    const rules = wanted.filter((each) => each.as === as);
    if (rules.length === 0 || (as === 'draft' && mind.view.table.chair !== mind.seat) || !once(mind, `${as} ${partner ?? ''}`)) continue;
    for (const each of rules) {
      const text = follows(mind, each) ? stances.texts.get(each.text) : undefined;
      const place = text && mind.legal.propose.find((table) => table.left > 0 && table.with === partner && table.chairDraft === (as === 'draft'));
      const lines = text && place ? built(mind, text, place) : null;
      if (!lines || !place) continue;
      acts.push({ type: 'propose', scope: place.scope, lines, ...(place.chairDraft ? { chairDraft: true } : {}) });
      break;
    }
  }
}

/** The text in the words this place allows; null where too little of it is left. */
function built(mind: Mind, text: PositionText, place: Place): LineDraft[] | null {
  const lines: LineDraft[] = [];
  const at = new Map<string, number>();
  for (const line of text.lines) {
    const legal = place.clauses.find((each) => each.clause === line.clause);
    const drafted = legal?.ok ? draft(mind, line, legal, place, at) : null;
    if (!drafted || lines.length >= place.maxLines) continue;
    at.set(line.clause, lines.length);
    lines.push(drafted);
  }
  return lines.length < (text.least ?? Math.ceil(text.lines.length * 0.6)) || !lines.some((line) => line.givers.includes(mind.seat) || line.receivers.includes(mind.seat)) ? null : lines;
}

const same = (a: readonly SeatId[], b: readonly SeatId[]): boolean => a.length === b.length && a.every((seat) => b.includes(seat));

function draft(mind: Mind, line: PositionLine, legal: LegalClause, place: Place, at: ReadonlyMap<string, number>): LineDraft | null {
  const givers = line.givers ? legal.givers.find((set) => same(set, line.givers ?? [])) : legal.givers[0];
  const receivers = line.receivers ? legal.receivers.find((set) => same(set, line.receivers ?? [])) : legal.receivers.find((set) => set.length > 1 || set.some((seat) => !givers?.includes(seat)));
  if (!givers || !receivers || givers.every((seat) => promisedBy(mind, line.clause, seat))) return null;
  const may = (option: Place['options'][number]): boolean => place.options.includes(option) && (legal.options?.includes(option) ?? true);
  const options: LineOptions = { ...(line.vague && may('VAGUE') ? { vague: true } : {}), ...(line.rider && may('SATELLITE-RIDER') ? { rider: true } : {}), ...(line.snapBack && may('SNAP-BACK') ? { snapBack: true } : {}) };
  const after = line.after === undefined ? undefined : at.get(line.after);
  return {
    clause: line.clause, givers, receivers, mode: line.oral && may('ORAL') ? 'ORAL' : 'WRITTEN',
    ...(after === undefined ? {} : { after }), ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}
