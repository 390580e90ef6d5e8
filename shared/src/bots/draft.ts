/** Finds a text worth tabling: known packages and a greedy search over the clauses the menu allows (rules PR, catalogue 3). */
import type { LineDraft } from '../model/commands.ts';
import type { LegalSlice } from '../model/view.ts';
import { burden, homeCost, judge } from './judge.ts';
import { appeal, climb, type Piece, type Wish } from './search.ts';
import { bandBetween, clauseOf, fingerprint, guessedLine, guessedWorth, ownLine, partiesOf, promised } from './worth.ts';
import type { Mind } from './types.ts';

export type Table = LegalSlice['propose'][number];

const MOVES = 16;
/** A counter changes this much of a text. */
const COUNTER_MOVES = 3;
/** How much worth the others must seem to get before a text is tabled. */
const MARGIN = 3;
const SAFE_MARGIN = 3;
const STARTS = 3;
/** Support below which an author does not tie itself further (DS-1). */
const LEAST_SUPPORT = 25;

function piece(mind: Mind, line: LineDraft): Piece {
  const seats = mind.scenario.seats.map((s) => s.id);
  const bound = partiesOf([line]);
  return {
    line, parties: seats.reduce((bits, seat, i) => (bound.includes(seat) ? bits | (1 << i) : bits), 0),
    worth: seats.map((seat) => (seat === mind.seat ? ownLine(mind, [line], 0).expected : guessedLine(mind, [line], 0, seat))), whim: (mind.random() - 0.5) * 5,
  };
}

/** Every legal line of a table: where one of several may give or receive, the one that suits best. */
function pieces(mind: Mind, table: Table): Piece[] {
  const own = mind.scenario.seats.findIndex((s) => s.id === mind.seat);
  return table.clauses.filter((clause) => clause.ok).flatMap((clause) => {
    const spec = clauseOf(mind.scenario, clause.clause);
    if (!spec) return [];
    const variants = clause.givers.flatMap((givers) => clause.receivers.filter((receivers) => !promised(mind, { clause: clause.clause, givers, receivers, mode: 'WRITTEN' })).map((receivers) => {
      const spoken = mind.profile.oral && givers.includes(mind.seat) && spec.obs <= 2 && (mind.me.ds < 50 || (mind.view.worth[clause.clause]?.cost ?? 0) >= 3);
      return piece(mind, { clause: clause.clause, givers, receivers, mode: spoken ? 'ORAL' : 'WRITTEN' });
    }));
    return variants.sort((a, b) => (b.worth[own] ?? 0) + b.whim - (a.worth[own] ?? 0) - a.whim).slice(0, 1);
  });
}

const wishOf = (mind: Mind, margin: number, most: number): Wish => ({
  own: mind.scenario.seats.findIndex((s) => s.id === mind.seat), threshold: mind.profile.threshold + 1, most,
  margins: mind.scenario.seats.map((s) => margin + burden(mind, s.id) + (mind.memory.demands.get(s.id) ?? 0)),
});

/** Action for action: own gifts wait for the counterpart of those we do not trust; what comes first is written first. */
function inSequence(mind: Mind, lines: readonly LineDraft[]): LineDraft[] {
  const gives = (line: LineDraft): boolean => line.givers.length === 1 && line.givers[0] === mind.seat;
  const ordered = [...lines.filter((line) => !gives(line)), ...lines.filter(gives)];
  return ordered.map((line, index) => {
    const { after: _after, ...plain } = line;
    if (!gives(line)) return plain;
    const pairs = clauseOf(mind.scenario, line.clause)?.pairs ?? [];
    const first = ordered.findIndex((other, at) => at < index && pairs.includes(other.clause) && !other.givers.includes(mind.seat) && other.givers.some((giver) => bandBetween(mind.view, giver, mind.seat) === 0));
    return first >= 0 ? { ...plain, after: first } : plain;
  });
}

/** A careful step at a time: texts grow with the rounds (essay: build step by step). */
function mostLines(mind: Mind, table: Table): number {
  const { round, chair } = mind.view.table;
  const grown = 3 + Math.floor(round / 2) + (chair === mind.seat ? 1 : 0) - (mind.profile.temper === 'tough' ? 1 : 0);
  return Math.max(1, Math.min(table.maxLines, table.scope === 'bilateral' ? 3 : 8, grown));
}

function acceptable(mind: Mind, lines: readonly LineDraft[], least: number): boolean {
  if (lines.length === 0 || mind.memory.refusedTexts.has(fingerprint(lines)) || !judge(mind, lines).sign) return false;
  const parties = partiesOf(lines);
  if (!parties.includes(mind.seat) || mind.me.ds - homeCost(mind, lines) < LEAST_SUPPORT) return false;
  return parties.every((seat) => seat === mind.seat || guessedWorth(mind, lines, seat) >= least + burden(mind, seat) + Math.min(4, mind.memory.demands.get(seat) ?? 0));
}

/** A text this bot would sign itself and hopes the others will; null when it sees none. */
export function draftText(mind: Mind, table: Table, safe = false): LineDraft[] | null {
  const all = pieces(mind, table);
  if (all.length === 0) return null;
  const most = mostLines(mind, table);
  const wish = wishOf(mind, MARGIN + (safe ? SAFE_MARGIN : 0), safe ? Math.min(3, most) : most);
  const packages = mind.scenario.packages.map((pack) => all.filter((p) => pack.clauses.includes(p.line.clause)).slice(0, wish.most)).filter((set) => set.length > 1);
  const starts = [[], ...packages.sort((a, b) => appeal(wish, b) - appeal(wish, a)).slice(0, STARTS)];
  const texts = starts.map((start) => climb(start, all, wish, MOVES)).sort((a, b) => appeal(wish, b) - appeal(wish, a));
  const pushy = mind.profile.temper === 'tough' || mind.profile.temper === 'spoiler';
  for (const text of texts) {
    const plain = text.map((p) => p.line);
    for (const lines of [inSequence(mind, plain), plain]) if (acceptable(mind, lines, safe ? 4 : pushy ? 0 : 1)) return lines;
  }
  return null;
}

/** Mends another's text with a few changes so that the own seat could sign it; null when a few do not do. */
export function counterText(mind: Mind, table: Table, theirs: readonly LineDraft[]): LineDraft[] | null {
  const all = pieces(mind, table);
  const legal = new Set(all.map((p) => p.line.clause));
  const start = theirs.filter((line) => legal.has(line.clause)).map(({ after: _after, ...line }) => piece(mind, line));
  if (start.length === 0) return null;
  const plain = climb(start, all, wishOf(mind, MARGIN, Math.min(table.maxLines, theirs.length + 2)), COUNTER_MOVES).map((p) => p.line);
  for (const lines of [inSequence(mind, plain), plain]) if (fingerprint(lines) !== fingerprint(theirs) && acceptable(mind, lines, 1)) return lines;
  return null;
}
