/** All packages no other package beats, exactly: blocks are added one by one, and what is beaten so far or can no longer reach the floor is dropped. */

/** One way to settle a block: what is chosen and what it is worth to each seat. The first of a block chooses nothing. */
export interface Alternative { readonly worth: readonly number[]; readonly chosen: readonly number[] }
export type Block = readonly Alternative[];
export interface Front {
  /** No row is at least as good as another one for every seat; equal rows stand once. */
  readonly rows: readonly Alternative[];
  /** False when more than `most` rows had to be kept on the way: the rows are real packages, but better ones may exist. */
  readonly complete: boolean;
  /** Most rows held at once: what the memory and time depend on. */
  readonly widest: number;
}
export const MOST_ROWS = 40_000;

interface Stage { readonly parent: Int32Array; readonly alternative: Int32Array; readonly block: Block }

/**
 * The Pareto frontier of all sums of one alternative a block, among those that give no seat less than its `floor`.
 * Worths add up and blocks do not limit each other, so a partial package beaten by another partial one of the same blocks can only grow into a
 * beaten package: dropping it loses nothing. Neither does dropping one that stays under the floor even with the best of all that is left.
 * Cost: for B blocks with A alternatives and fronts up to F rows B * (A F log(A F) + A F^2 d) comparisons at worst; bounded by `most`.
 */
export function paretoFront(blocks: readonly Block[], floor: readonly number[], most: number = MOST_ROWS): Front {
  const d = floor.length;
  const spread = (block: Block): number => Math.max(...block.map(({ worth }) => worth.reduce((sum, value) => sum + Math.abs(value), 0)));
  const ordered = [...blocks].sort((a, b) => spread(b) - spread(a));
  let rows: Int32Array = new Int32Array(d);
  let count = floor.every((least, seat) => bestOf(blocks, seat) >= least) ? 1 : 0;
  let [complete, widest] = [true, 1];
  const stages: Stage[] = [];
  for (const [n, block] of ordered.entries()) {
    const rest = ordered.slice(n + 1);
    const next = grown(rows, count, block, floor.map((least, seat) => least - bestOf(rest, seat)), most);
    ({ rows, count } = next);
    complete &&= next.complete;
    widest = Math.max(widest, count);
    stages.push({ parent: next.parent, alternative: next.alternative, block });
  }
  return { complete, widest, rows: Array.from({ length: count }, (_, row) => ({ worth: [...rows.subarray(row * d, row * d + d)], chosen: traced(stages, row) })) };
}

/** The most these blocks can be worth to one seat. */
const bestOf = (blocks: readonly Block[], seat: number): number => blocks.reduce((sum, block) => sum + Math.max(...block.map(({ worth }) => worth[seat] ?? 0)), 0);

function traced(stages: readonly Stage[], row: number): readonly number[] {
  const chosen: number[] = [];
  for (let at = row, n = stages.length - 1; n >= 0; n -= 1) {
    const { parent, alternative, block } = stages[n] as Stage;
    chosen.push(...(block[alternative[at] as number]?.chosen ?? []));
    at = parent[at] as number;
  }
  return chosen.sort((a, b) => a - b);
}

function grown(rows: Int32Array, count: number, block: Block, least: readonly number[], most: number): { readonly rows: Int32Array; readonly count: number; readonly parent: Int32Array; readonly alternative: Int32Array; readonly complete: boolean } {
  const d = least.length;
  const width = block.length;
  const all = new Int32Array(count * width * d);
  const order: number[] = [];
  const sums = new Float64Array(count * width);
  for (let parent = 0; parent < count; parent += 1) for (let a = 0; a < width; a += 1) {
    const at = parent * width + a;
    const { worth } = block[a] as Alternative;
    let fits = true;
    for (let seat = 0; seat < d; seat += 1) {
      const value = (rows[parent * d + seat] as number) + (worth[seat] ?? 0);
      all[at * d + seat] = value;
      (sums[at] as number) += value;
      if (value < (least[seat] as number)) fits = false;
    }
    if (fits) order.push(at);
  }
  // Who beats another has a larger sum, or is its equal: every row need only be held against those before it.
  order.sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b);
  // Rows with the same alternative came from a front and cannot beat each other.
  const kept: number[][] = Array.from({ length: width }, () => []);
  const held: number[] = [];
  for (const at of order) if (!beaten(all, at, d, kept, at % width)) { kept[at % width]?.push(at); held.push(at); }
  const complete = held.length <= most;
  const last = complete ? held : held.slice(0, most);
  const next = new Int32Array(last.length * d);
  last.forEach((at, row) => next.set(all.subarray(at * d, at * d + d), row * d));
  return { rows: next, count: last.length, parent: Int32Array.from(last, (at) => Math.floor(at / width)), alternative: Int32Array.from(last, (at) => at % width), complete };
}

function beaten(all: Int32Array, at: number, d: number, kept: readonly number[][], own: number): boolean {
  const from = at * d;
  for (let a = 0; a < kept.length; a += 1) {
    if (a === own) continue;
    const list = kept[a] as number[];
    for (let i = 0; i < list.length; i += 1) {
      const other = (list[i] as number) * d;
      let seat = 0;
      while (seat < d && (all[other + seat] as number) >= (all[from + seat] as number)) seat += 1;
      if (seat < d) continue;
      // Who beat one row often beats the next ones: to the front with it.
      if (i > 0) [list[i], list[i >> 1]] = [list[i >> 1] as number, list[i] as number];
      return true;
    }
  }
  return false;
}
