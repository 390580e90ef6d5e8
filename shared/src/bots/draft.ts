/** Finds a text worth tabling: known packages and a greedy search over the clauses the menu allows (rules PR, catalogue 3). */
import type { LineDraft } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { LegalSlice } from '../model/view.ts';
import { homeCost, judge } from './judge.ts';
import { bandBetween, clauseOf, fingerprint, guessedLine, guessedWorth, ownLine, partiesOf } from './worth.ts';
import type { Mind } from './types.ts';

export type Table = LegalSlice['propose'][number];
/** A line with its worth to every seat, so that a text is a sum. */
interface Piece { readonly line: LineDraft; readonly own: number; readonly others: Readonly<Record<SeatId, number>>; readonly whim: number }

const MOVES = 16;
/** How much worth the others must seem to get before a text is tabled. */
const MARGIN = 3;

function piece(mind: Mind, line: LineDraft): Piece {
  const others = Object.fromEntries(mind.scenario.seats.filter((s) => s.id !== mind.seat).map((s) => [s.id, guessedLine(mind, [line], 0, s.id)]));
  return { line, own: ownLine(mind, [line], 0).expected, others, whim: (mind.random() - 0.5) * 3 };
}

/** Every legal line of a table: where one of several may give or receive, the one that suits best. */
function pieces(mind: Mind, table: Table): Piece[] {
  return table.clauses.filter((clause) => clause.ok).flatMap((clause) => {
    const spec = clauseOf(mind.scenario, clause.clause);
    if (!spec) return [];
    const variants = clause.givers.flatMap((givers) => clause.receivers.map((receivers) => {
      const spoken = mind.profile.oral && givers.includes(mind.seat) && spec.obs <= 1 && mind.me.ds < 50;
      return piece(mind, { clause: clause.clause, givers, receivers, mode: spoken ? 'ORAL' : 'WRITTEN' });
    }));
    return variants.sort((a, b) => b.own + b.whim - a.own - a.whim).slice(0, 1);
  });
}

interface Wish { readonly threshold: number; readonly margin: number; readonly most: number }

/** How good a set of pieces is: what we keep, less twice what anyone who must sign lacks. */
function appeal(mind: Mind, set: readonly Piece[], wish: Wish): number {
  if (set.length === 0) return -1000;
  const own = set.reduce((sum, p) => sum + p.own, 0) - wish.threshold;
  let score = Math.min(own, 6) * (own < 0 ? 3 : 1) + Math.max(0, own - 6) * 0.3 + set.reduce((sum, p) => sum + p.whim, 0) * 0.3 - set.length * 0.4;
  const parties = partiesOf(set.map((p) => p.line));
  if (!parties.includes(mind.seat)) score -= 50;
  for (const seat of parties) {
    if (seat === mind.seat) continue;
    const slack = set.reduce((sum, p) => sum + (p.others[seat] ?? 0), 0) - wish.margin - (mind.memory.demands.get(seat) ?? 0);
    score += slack < 0 ? 2 * slack : 0.12 * Math.min(slack, 8);
  }
  return score;
}

/** Adds, drops and swaps one piece at a time while that makes the set better. */
function climb(mind: Mind, start: readonly Piece[], all: readonly Piece[], wish: Wish, moves: number): Piece[] {
  let best = [...start];
  let score = appeal(mind, best, wish);
  for (let move = 0; move < moves; move += 1) {
    let next: Piece[] | null = null;
    const consider = (set: Piece[]): void => { const s = appeal(mind, set, wish); if (s > score + 0.01) { score = s; next = set; } };
    const before = best;
    if (before.length < wish.most) for (const p of all) if (!before.some((q) => q.line.clause === p.line.clause)) consider([...before, p]);
    for (const p of before) consider(before.filter((q) => q !== p));
    if (before.length >= wish.most) {
      for (const out of before) for (const p of all) if (!before.some((q) => q.line.clause === p.line.clause)) consider([...before.filter((q) => q !== out), p]);
    }
    if (!next) break;
    best = next;
  }
  return best;
}

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
  const grown = 3 + round + (chair === mind.seat ? 1 : 0) - (mind.profile.temper === 'tough' ? 1 : 0);
  return Math.max(1, Math.min(table.maxLines, table.scope === 'bilateral' ? 3 : 8, grown));
}

function acceptable(mind: Mind, lines: readonly LineDraft[], slackness: number): boolean {
  if (lines.length === 0 || !judge(mind, lines).sign) return false;
  const parties = partiesOf(lines);
  if (!parties.includes(mind.seat)) return false;
  if (mind.me.ds - homeCost(mind, lines) < 25) return false;
  return parties.every((seat) => seat === mind.seat || guessedWorth(mind, lines, seat) >= slackness + Math.min(4, mind.memory.demands.get(seat) ?? 0));
}

/** A text this bot would sign itself and hopes the others will; null when it sees none. */
export function draftText(mind: Mind, table: Table, safe = false): LineDraft[] | null {
  const all = pieces(mind, table);
  if (all.length === 0) return null;
  const wish: Wish = { threshold: mind.profile.threshold + 1, margin: MARGIN + (safe ? 3 : 0), most: safe ? Math.min(3, mostLines(mind, table)) : mostLines(mind, table) };
  const starts = mind.scenario.packages.map((pack) => all.filter((p) => pack.clauses.includes(p.line.clause)).slice(0, wish.most)).filter((set) => set.length > 1);
  const chosen = starts.sort((a, b) => appeal(mind, b, wish) - appeal(mind, a, wish)).slice(0, 4);
  const texts = [...chosen, []].map((start) => climb(mind, start, all, wish, MOVES)).sort((a, b) => appeal(mind, b, wish) - appeal(mind, a, wish));
  const floor = mind.profile.temper === 'tough' || mind.profile.temper === 'spoiler' ? 0 : safe ? 4 : 1;
  for (const text of texts) {
    const plain = text.map((p) => p.line);
    for (const lines of [inSequence(mind, plain), plain]) {
      if (acceptable(mind, lines, floor) && !mind.memory.refusedTexts.has(fingerprint(lines))) return lines;
    }
  }
  return null;
}

/** Mends another's text with a few changes so that the own seat could sign it; null when a few do not do. */
export function counterText(mind: Mind, table: Table, theirs: readonly LineDraft[]): LineDraft[] | null {
  const all = pieces(mind, table);
  const legal = new Set(all.map((p) => p.line.clause));
  const start = theirs.filter((line) => legal.has(line.clause)).map(({ after: _after, ...line }) => piece(mind, line));
  if (start.length === 0) return null;
  const wish: Wish = { threshold: mind.profile.threshold + 1, margin: MARGIN, most: Math.min(table.maxLines, theirs.length + 2) };
  const plain = climb(mind, start, all, wish, 3).map((p) => p.line);
  for (const lines of [inSequence(mind, plain), plain]) {
    if (fingerprint(lines) !== fingerprint(theirs) && acceptable(mind, lines, 1) && !mind.memory.refusedTexts.has(fingerprint(lines))) return lines;
  }
  return null;
}
