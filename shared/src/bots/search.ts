/** Hill climbing over sets of lines: each line is a row of worths in whole tenths, so that a text is their sum and a move is one addition. */
import type { LineDraft } from '../model/commands.ts';

/** Lines with their worth to every seat in scenario order (the own one exact, the others guessed). */
export interface Pool {
  readonly seats: number;
  readonly lines: readonly LineDraft[];
  /** By line * seats + seat, in tenths. */
  readonly worth: Int32Array;
  /** By line: bits of the seats that must sign it; clause, of which a text holds one line. */
  readonly parties: Int32Array;
  readonly clause: Int16Array;
  /** By line: this moment's liking, so that two searches do not find the same text. */
  readonly whim: Int32Array;
}
export interface Wish {
  /** Place of the own seat in scenario order. */
  readonly own: number;
  /** In tenths: own least worth, and the worth each other party must seem to get, by place. */
  readonly threshold: number;
  readonly margins: Int32Array;
  readonly most: number;
}

const OWN_ENOUGH = 60;
const OTHERS_ENOUGH = 80;
const PER_LINE = 4;
const OUTSIDE = 500;
const EMPTY = -10_000;

const sum = new Int32Array(16);

function load(pool: Pool, set: readonly number[], without: number): { parties: number; whim: number; lines: number } {
  const { seats, worth } = pool;
  sum.fill(0);
  let parties = 0;
  let whim = 0;
  let lines = 0;
  for (const piece of set) {
    if (piece === without) continue;
    for (let s = 0; s < seats; s += 1) sum[s] = (sum[s] ?? 0) + (worth[piece * seats + s] ?? 0);
    parties |= pool.parties[piece] ?? 0;
    whim += pool.whim[piece] ?? 0;
    lines += 1;
  }
  return { parties, whim, lines };
}

/** How good a text is, in tenths: what we keep, less twice what anyone who must sign lacks. `add` is a line on top of the sum, -1 for none. */
function appealOf(pool: Pool, wish: Wish, base: { parties: number; whim: number; lines: number }, add: number): number {
  const lines = base.lines + (add >= 0 ? 1 : 0);
  if (lines === 0) return EMPTY;
  const { seats, worth } = pool;
  const parties = base.parties | (add >= 0 ? (pool.parties[add] ?? 0) : 0);
  const row = add * seats;
  let score = (base.whim + (add >= 0 ? (pool.whim[add] ?? 0) : 0)) - lines * PER_LINE;
  for (let s = 0; s < seats; s += 1) {
    const value = (sum[s] ?? 0) + (add >= 0 ? (worth[row + s] ?? 0) : 0);
    if (s === wish.own) {
      const own = value - wish.threshold;
      score += own < 0 ? 3 * own : own <= OWN_ENOUGH ? own : OWN_ENOUGH + (own - OWN_ENOUGH) * 3 / 10;
      if ((parties & (1 << s)) === 0) score -= OUTSIDE;
    } else if ((parties & (1 << s)) !== 0) {
      const slack = value - (wish.margins[s] ?? 0);
      score += slack < 0 ? 2 * slack : Math.min(slack, OTHERS_ENOUGH) / 8;
    }
  }
  return score;
}

export const appeal = (pool: Pool, wish: Wish, set: readonly number[]): number => appealOf(pool, wish, load(pool, set, -1), -1);

/** Adds, drops and swaps one line at a time while that makes the text better. */
export function climb(pool: Pool, start: readonly number[], wish: Wish, moves: number): number[] {
  const count = pool.lines.length;
  const here = new Uint8Array(128);
  const set = [...start];
  for (const piece of set) here[pool.clause[piece] ?? 0] = 1;
  let score = appeal(pool, wish, set);
  for (let move = 0; move < moves; move += 1) {
    let out = -1;
    let add = -1;
    let best = score + 0.1;
    if (set.length < wish.most) {
      const whole = load(pool, set, -1);
      for (let piece = 0; piece < count; piece += 1) {
        if (here[pool.clause[piece] ?? 0] === 1) continue;
        const value = appealOf(pool, wish, whole, piece);
        if (value > best) { best = value; out = -1; add = piece; }
      }
    }
    for (const piece of set) {
      const less = load(pool, set, piece);
      const value = appealOf(pool, wish, less, -1);
      if (value > best) { best = value; out = piece; add = -1; }
      if (set.length < wish.most) continue;
      for (let other = 0; other < count; other += 1) {
        if (here[pool.clause[other] ?? 0] === 1) continue;
        const swapped = appealOf(pool, wish, less, other);
        if (swapped > best) { best = swapped; out = piece; add = other; }
      }
    }
    if (out < 0 && add < 0) break;
    if (out >= 0) { set.splice(set.indexOf(out), 1); here[pool.clause[out] ?? 0] = 0; }
    if (add >= 0) { set.push(add); here[pool.clause[add] ?? 0] = 1; }
    score = best;
  }
  return set;
}
