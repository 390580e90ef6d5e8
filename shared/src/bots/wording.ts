/** How a text is worded: who moves first, what is said by word of mouth, tied, limited, hidden or left vague (CO-8 to CO-10, PR-9). */
import type { LineDraft, LineOptions } from '../model/commands.ts';
import type { DraftingOption } from '../model/view.ts';
import type { Table } from './draft.ts';
import { senseOf, type Sense } from './sense.ts';
import { clauseOf, partiesOf } from './worth.ts';
import type { Mind } from './types.ts';

/** Where home is weak, words that cost less there are welcome (CO-9). */
const WEAK_HOME = 50;

/** Wordings of one text, the most careful first and the plain one last. */
export function dress(mind: Mind, table: Table, plain: readonly LineDraft[]): LineDraft[][] {
  const spoken = plain.map((line) => (speaks(mind, table, line) ? { ...line, mode: 'ORAL' as const } : line));
  const sequenced = inSequence(mind, table, spoken);
  const optioned = withOptions(mind, table, sequenced);
  const all = [optioned, sequenced, spoken, [...plain]];
  return all.filter((lines, i) => i === 0 || lines !== all[i - 1]);
}

const offers = (table: Table, line: LineDraft, option: DraftingOption): boolean => {
  if (!table.options.includes(option)) return false;
  const own = table.clauses.find((each) => each.clause === line.clause)?.options;
  return own === undefined || own.includes(option);
};

/** Own promises by word of mouth: cheaper at home and easier to forget. */
function speaks(mind: Mind, table: Table, line: LineDraft): boolean {
  if (!line.givers.includes(mind.seat) || !offers(table, line, 'ORAL')) return false;
  const spec = clauseOf(mind.scenario, line.clause);
  if (!spec || spec.obs > 2) return false;
  return mind.profile.cunning >= 50 && (mind.me.ds < WEAK_HOME || (mind.view.worth[line.clause]?.cost ?? 0) >= 3);
}

const gives = (mind: Mind, line: LineDraft): boolean => line.givers.length === 1 && line.givers[0] === mind.seat;
const hostile = (sense: Sense, seats: readonly string[]): boolean => seats.some((seat) => (sense.bands[(sense.atlas.place.get(seat) ?? 0) * sense.seats + sense.me] ?? 2) === 0);

/** Action for action: own gifts wait for the counterpart of those we do not trust; what comes first is written first. */
function inSequence(mind: Mind, table: Table, lines: LineDraft[]): LineDraft[] {
  const sense = senseOf(mind);
  const careful = lines.some((line) => gives(mind, line)) && lines.some((line) => !line.givers.includes(mind.seat) && hostile(sense, line.givers));
  if (!careful) return lines;
  const ordered = [...lines.filter((line) => !gives(mind, line)), ...lines.filter((line) => gives(mind, line))];
  const { chair } = mind.view.table;
  const escrow = table.scope === 'plenary' && mind.profile.together >= 50 && mind.random() < 0.35 && partiesOf(lines).includes(chair);
  return ordered.map((line, index) => {
    if (!gives(mind, line)) return line;
    const pairs = clauseOf(mind.scenario, line.clause)?.pairs ?? [];
    const first = ordered.findIndex((other, at) => at < index && pairs.includes(other.clause) && !other.givers.includes(mind.seat) && hostile(sense, other.givers));
    if (first < 0) return line;
    if (escrow && line.mode === 'WRITTEN' && ordered[first]?.mode === 'WRITTEN' && offers(table, line, 'ESCROW')) return { ...line, options: { ...line.options, escrow: first } };
    return { ...line, after: first };
  });
}

/** The other ways to hedge a word, each where the rules and the temper allow it; at most two lines are touched. */
function withOptions(mind: Mind, table: Table, lines: LineDraft[]): LineDraft[] {
  if (table.options.length === 0) return lines;
  const { profile, scenario } = mind;
  const sense = senseOf(mind);
  let left = 2;
  let changed = false;
  const side = table.scope === 'bilateral' && table.options.includes('SIDE-LETTER') && profile.cunning >= 30 && mind.random() * 150 < profile.cunning;
  const tied = new Set(lines.map((line) => line.options?.escrow));
  const next = lines.map((line, index): LineDraft => {
    const spec = clauseOf(scenario, line.clause);
    if (!spec) return line;
    let options: LineOptions = line.options ?? {};
    const specific = table.clauses.find((each) => each.clause === line.clause)?.options ?? [];
    if (specific.includes('SATELLITE-RIDER') && table.options.includes('SATELLITE-RIDER') && !line.givers.includes(mind.seat) && profile.cunning < 80) options = { ...options, rider: true };
    if (left > 0 && line.mode === 'WRITTEN' && options.escrow === undefined && !tied.has(index)) {
      const distrusted = line.receivers.some((seat) => (sense.bands[(sense.atlas.place.get(seat) ?? 0) * sense.seats + sense.me] ?? 2) <= 1);
      if (specific.includes('SNAP-BACK') && table.options.includes('SNAP-BACK') && gives(mind, line) && distrusted) { options = { ...options, snapBack: true }; left -= 1; }
      else if (offers(table, line, 'SUNSET') && gives(mind, line) && distrusted && profile.force >= 40 && mind.random() < 0.15) { options = { ...options, sunset: 3 }; left -= 1; }
      else if (!side && offers(table, line, 'VAGUE') && spec.obs <= 2 && spec.when !== 'P' && (profile.cunning >= 60 || profile.temper === 'dove') && mind.random() < 0.2) { options = { ...options, vague: true }; left -= 1; }
    }
    if (side) options = { ...options, sideLetter: true };
    if (Object.keys(options).length === Object.keys(line.options ?? {}).length) return line;
    changed = true;
    return { ...line, options };
  });
  return changed ? next : lines;
}
