/** Hill climbing over sets of lines: each line is a vector of worths, so that a text is their sum and a move is one addition. */
import type { LineDraft } from '../model/commands.ts';

/** A line with its worth to every seat in scenario order (the own one exact, the others guessed). */
export interface Piece {
  readonly line: LineDraft;
  readonly worth: readonly number[];
  /** Bits of the seats that must sign it. */
  readonly parties: number;
  /** This moment's liking, so that two searches do not find the same text. */
  readonly whim: number;
}
export interface Wish {
  /** Place of the own seat in scenario order. */
  readonly own: number;
  readonly threshold: number;
  /** Worth each other party must seem to get, by place. */
  readonly margins: readonly number[];
  readonly most: number;
}

const OWN_ENOUGH = 6;
const OTHERS_ENOUGH = 8;
const PER_LINE = 0.4;

interface Sum { readonly worth: readonly number[]; readonly parties: number; readonly whim: number; readonly lines: number }

function sumOf(set: readonly Piece[], seats: number): Sum {
  const worth = new Array<number>(seats).fill(0);
  let parties = 0;
  let whim = 0;
  for (const piece of set) {
    for (let i = 0; i < seats; i += 1) worth[i] = (worth[i] ?? 0) + (piece.worth[i] ?? 0);
    parties |= piece.parties;
    whim += piece.whim;
  }
  return { worth, parties, whim, lines: set.length };
}

/** How good a text is: what we keep, less twice what anyone who must sign lacks. `add` is a piece on top of the sum. */
function appealOf(wish: Wish, sum: Sum, add: Piece | null): number {
  const lines = sum.lines + (add ? 1 : 0);
  if (lines === 0) return -1000;
  const parties = sum.parties | (add?.parties ?? 0);
  let score = (sum.whim + (add?.whim ?? 0)) * 0.3 - lines * PER_LINE;
  for (let i = 0; i < sum.worth.length; i += 1) {
    const worth = (sum.worth[i] ?? 0) + (add?.worth[i] ?? 0);
    if (i === wish.own) {
      const own = worth - wish.threshold;
      score += Math.min(own, OWN_ENOUGH) * (own < 0 ? 3 : 1) + Math.max(0, own - OWN_ENOUGH) * 0.3;
      if ((parties & (1 << i)) === 0) score -= 50;
    } else if ((parties & (1 << i)) !== 0) {
      const slack = worth - (wish.margins[i] ?? 0);
      score += slack < 0 ? 2 * slack : 0.12 * Math.min(slack, OTHERS_ENOUGH);
    }
  }
  return score;
}

export const appeal = (wish: Wish, set: readonly Piece[]): number => appealOf(wish, sumOf(set, wish.margins.length), null);

/** Adds, drops and swaps one line at a time while that makes the text better. */
export function climb(start: readonly Piece[], all: readonly Piece[], wish: Wish, moves: number): Piece[] {
  const seats = wish.margins.length;
  let set = [...start];
  let score = appeal(wish, set);
  for (let move = 0; move < moves; move += 1) {
    let best: { readonly out: Piece | null; readonly add: Piece | null } | null = null;
    const here = new Set(set.map((piece) => piece.line.clause));
    const consider = (sum: Sum, out: Piece | null, add: Piece | null): void => {
      const value = appealOf(wish, sum, add);
      if (value > score + 0.01) { score = value; best = { out, add }; }
    };
    const whole = sumOf(set, seats);
    if (set.length < wish.most) for (const piece of all) if (!here.has(piece.line.clause)) consider(whole, null, piece);
    for (const out of set) {
      const less = sumOf(set.filter((piece) => piece !== out), seats);
      consider(less, out, null);
      if (set.length >= wish.most) for (const piece of all) if (!here.has(piece.line.clause)) consider(less, out, piece);
    }
    if (!best) break;
    const { out, add } = best as { readonly out: Piece | null; readonly add: Piece | null };
    set = [...set.filter((piece) => piece !== out), ...(add ? [add] : [])];
  }
  return set;
}
