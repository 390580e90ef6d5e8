/** Finds a text worth tabling: known packages and hill climbing over the lines the menu allows (rules PR, catalogue 3). */
import type { LineDraft } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { LegalClause, LegalSlice } from '../model/view.ts';
import { dress } from './wording.ts';
import { assured, burden, homeCost, weigh } from './judge.ts';
import { appeal, climb, type Pool, type Wish } from './search.ts';
import { senseOf, type Sense } from './sense.ts';
import { fingerprint, guessedWorth, partiesOf } from './worth.ts';
import type { Mind } from './types.ts';

export type Table = LegalSlice['propose'][number];

const MOVES = 12;
/** A counter changes this much of a text. */
const COUNTER_MOVES = 3;
/** How much worth the others must seem to get before a text is tabled. */
const MARGIN = 3;
const SAFE_MARGIN = 3;
const STARTS = 2;
/** Support below which an author does not tie itself further (DS-1). */
const LEAST_SUPPORT = 25;
const WHIM = 15;
/** A concert binds itself to a red line and promises safety with it (M06, T8). */
const ASSURED_LIKING = 26;
/** What is owed in return for a promise that stands is asked for first. */
const ANSWER_LIKING = 30;
const MOST_DEMAND = 4;

/** Every legal line of a table with its figures: where one of several may give or receive, the one that suits best. */
function poolOf(sense: Sense, clauses: readonly LegalClause[]): Pool {
  const known = sense.pools.get(clauses);
  if (known) return known;
  const { seats, atlas } = sense;
  const lines: LineDraft[] = [];
  const rows: number[] = [];
  const parties: number[] = [];
  const places: number[] = [];
  const bits = (list: readonly SeatId[]): number => { let sum = 0; for (const seat of list) sum |= 1 << (atlas.place.get(seat) ?? 0); return sum; };
  const row = new Float64Array(seats);
  for (const legal of clauses) {
    const c = legal.ok ? atlas.clauseAt.get(legal.clause) : undefined;
    if (c === undefined) continue;
    let best: { givers: readonly SeatId[]; receivers: readonly SeatId[]; row: number[]; parties: number } | null = null;
    for (const givers of legal.givers) {
      const from = bits(givers);
      if (((sense.promised[c] ?? 0) & from) === from) continue;
      figure(sense, c, from, row);
      for (const receivers of legal.receivers) {
        const to = bits(receivers);
        if (givers.length === 1 && to === from) continue;
        if (best && (row[sense.me] ?? 0) <= (best.row[sense.me] ?? 0) / 10) continue;
        const rounded: number[] = [];
        for (let s = 0; s < seats; s += 1) rounded.push(Math.round((row[s] ?? 0) * 10));
        best = { givers, receivers, row: rounded, parties: from | to };
      }
    }
    if (!best) continue;
    lines.push({ clause: legal.clause, givers: best.givers, receivers: best.receivers, mode: 'WRITTEN' });
    rows.push(...best.row);
    parties.push(best.parties | bits(atlas.clauses[c]?.needsSigners ?? []));
    places.push(c);
  }
  const pool: Pool = { seats, lines, worth: Int32Array.from(rows), parties: Int32Array.from(parties), clause: Int16Array.from(places), whim: new Int32Array(lines.length) };
  sense.pools.set(clauses, pool);
  return pool;
}

/** Worth of one line alone to every seat. */
function figure(sense: Sense, c: number, givers: number, row: Float64Array): void {
  const { seats, me } = sense;
  const share = sense.share[c] ?? 0;
  for (let s = 0; s < seats; s += 1) {
    let kept = 100;
    for (let g = 0; g < seats; g += 1) if (g !== s && (givers & (1 << g)) !== 0) kept = Math.min(kept, sense.kept[g * seats + s] ?? 80);
    const gain = s === me ? (sense.own[c] ?? 0) : (sense.gains[c * seats + s] ?? 0);
    const cost = (givers & (1 << s)) === 0 ? 0 : s === me ? (sense.cost[c] ?? 0) : (sense.guessedCost[c] ?? 0);
    const beside = s === me ? ((sense.common[c] ?? 0) + (sense.aim[c] ?? 0)) * kept / 100 : 0;
    row[s] = ((gain > 0 ? gain * kept / 100 : gain) - cost + beside) * share;
  }
}

function fancy(mind: Mind, sense: Sense, pool: Pool): void {
  const liked = mind.profile.together >= 80 ? assuredClauses(sense) : null;
  for (let i = 0; i < pool.whim.length; i += 1) {
    const { clause } = pool.lines[i] as LineDraft;
    pool.whim[i] = Math.round((mind.random() - 0.5) * WHIM) + (liked?.has(clause) ? ASSURED_LIKING : 0) + (answers(sense, clause) ? ANSWER_LIKING : 0);
  }
}

/** Commitment for commitment: all that it is the counterpart of stands already, and it is still to be given. */
function answers(sense: Sense, clause: string): boolean {
  const { atlas, promised } = sense;
  const pairs = atlas.clauses[atlas.clauseAt.get(clause) ?? -1]?.pairs ?? [];
  return pairs.length === 1 && promised[atlas.clauseAt.get(pairs[0] as string) ?? -1] !== 0;
}

/** Clauses of known packages that hold a red line and an assurance to the one it is drawn for. */
function assuredClauses(sense: Sense): ReadonlySet<string> {
  const { atlas } = sense;
  const found = new Set<string>();
  for (const { clauses } of atlas.packages) {
    const places = [...clauses].map((id) => atlas.clauseAt.get(id) ?? -1);
    if (places.some((c) => atlas.redLine[c] === 1) && places.some((c) => atlas.assures[c] === 1)) for (const id of clauses) found.add(id);
  }
  return found;
}

function wishOf(mind: Mind, sense: Sense, margin: number, most: number): Wish {
  const margins = new Int32Array(sense.seats);
  for (let s = 0; s < sense.seats; s += 1) margins[s] = Math.round(10 * (margin + (sense.owed[s] ?? 0) + (mind.memory.demands.get(sense.atlas.seats[s] as string) ?? 0)));
  return { own: sense.me, threshold: Math.round(10 * (mind.profile.threshold + 1)), most, margins };
}

/** A careful step at a time: texts grow with the rounds (essay: build step by step). */
function mostLines(mind: Mind, table: Table): number {
  const { round, chair } = mind.view.table;
  const grown = 3 + Math.floor(round * 0.8) + (chair === mind.seat ? 1 : 0) - (mind.profile.temper === 'hawk' ? 1 : 0) + (mind.profile.together >= 60 ? 1 : 0);
  return Math.max(1, Math.min(table.maxLines, table.scope === 'bilateral' ? 3 : 10, grown));
}

/** Would be signed by the own seat, and by the others as far as one can guess. */
export function acceptable(mind: Mind, lines: readonly LineDraft[], least: number): boolean {
  if (lines.length === 0 || mind.memory.refusedTexts.has(fingerprint(lines))) return false;
  const { worth, threshold, home } = weigh(mind, lines);
  if (worth < threshold) return false;
  const parties = partiesOf(lines);
  if (!parties.includes(mind.seat) || (home > 0 && mind.me.ds - homeCost(mind, lines) < LEAST_SUPPORT)) return false;
  return parties.every((seat) => seat === mind.seat || guessedWorth(mind, lines, seat) >= least + burden(mind, seat) + Math.min(MOST_DEMAND, mind.memory.demands.get(seat) ?? 0));
}

/** A text this bot would sign itself and hopes the others will; null when it sees none. */
export function draftText(mind: Mind, table: Table, safe = false): LineDraft[] | null {
  const sense = senseOf(mind);
  const pool = poolOf(sense, table.clauses);
  if (pool.lines.length === 0) return null;
  fancy(mind, sense, pool);
  const most = mostLines(mind, table);
  const wish = wishOf(mind, sense, MARGIN + (safe ? SAFE_MARGIN : 0), safe ? Math.min(3, most) : most);
  const starts = table.scope === 'bilateral' ? [] : sense.atlas.packages.map(({ clauses }) => within(pool, clauses, wish.most)).filter((set) => set.length > 1)
    .map((set) => ({ set, value: appeal(pool, wish, set) })).sort((a, b) => b.value - a.value).slice(0, STARTS).map(({ set }) => set);
  const texts = [[], ...starts].map((start) => climb(pool, start, wish, MOVES)).map((set) => ({ set, value: appeal(pool, wish, set) })).sort((a, b) => b.value - a.value);
  const least = safe ? 4 : mind.profile.force >= 70 ? 0 : 1;
  let before = '';
  for (const { set } of texts) {
    const plain = set.sort((a, b) => a - b).map((piece) => pool.lines[piece] as LineDraft);
    const key = set.join(',');
    if (key === before) continue;
    before = key;
    const concert = mind.profile.together >= 80;
    const whole = concert ? coupled(mind, sense, pool, table, plain) : null;
    const spent = concert && halfOf(sense, pool, plain) ? withoutHalf(sense, plain) : plain;
    for (const text of whole ? [whole, spent] : [spent]) for (const lines of dress(mind, table, text)) if (acceptable(mind, lines, least)) return lines;
  }
  return null;
}

/** T8: red line and assurance need each other: a concert that holds one of them in a text adds the other, the assurance that costs this seat least. */
function coupled(mind: Mind, sense: Sense, pool: Pool, table: Table, lines: readonly LineDraft[]): LineDraft[] | null {
  const { atlas, promised } = sense;
  const kind = (of: Uint8Array) => (line: LineDraft): boolean => of[atlas.clauseAt.get(line.clause) ?? -1] === 1;
  const best = (of: Uint8Array): LineDraft | null => {
    let at = -1;
    for (let i = 0; i < pool.lines.length; i += 1) {
      if (kind(of)(pool.lines[i] as LineDraft) && (at < 0 || (pool.worth[i * pool.seats + sense.me] ?? 0) > (pool.worth[at * pool.seats + sense.me] ?? 0))) at = i;
    }
    return at < 0 ? null : (pool.lines[at] as LineDraft);
  };
  const draws = lines.some(kind(atlas.redLine));
  const asks = draws || lines.some((line) => line.givers.length === 1 && line.givers[0] === mind.scenario.proliferator);
  const safe = lines.some(kind(atlas.assures));
  const drawn = atlas.redLine.some((is, c) => is === 1 && promised[c] !== 0);
  const added = [...lines];
  const assurance = !safe && (draws || (asks && !assured(mind, lines))) ? best(atlas.assures) : null;
  if (assurance) added.push(assurance);
  const line = table.scope === 'plenary' && !draws && !drawn && (safe || assurance) ? best(atlas.redLine) : null;
  if (line) added.push(line);
  return added.length > lines.length && added.length <= table.maxLines ? added : null;
}

/** What a concert does not spend: the red line alone, and an assurance while no red line stands behind it. */
function halfOf(sense: Sense, pool: Pool, lines: readonly LineDraft[]): boolean {
  const { atlas, promised } = sense;
  const has = (of: Uint8Array, list: readonly LineDraft[]): boolean => list.some((line) => of[atlas.clauseAt.get(line.clause) ?? -1] === 1);
  const drawn = atlas.redLine.some((is, c) => is === 1 && promised[c] !== 0);
  if (drawn || has(atlas.redLine, lines) === has(atlas.assures, lines)) return false;
  return has(atlas.redLine, lines) ? has(atlas.assures, pool.lines) : atlas.redLine.some((is) => is === 1);
}

/** The text without its red line or assurance, for the day the other half is not to be had. */
function withoutHalf({ atlas }: Sense, lines: readonly LineDraft[]): readonly LineDraft[] {
  return lines.filter((line) => { const c = atlas.clauseAt.get(line.clause) ?? -1; return atlas.redLine[c] !== 1 && atlas.assures[c] !== 1; });
}

function within(pool: Pool, clauses: ReadonlySet<string>, most: number): number[] {
  const set: number[] = [];
  for (let i = 0; i < pool.lines.length && set.length < most; i += 1) if (clauses.has(pool.lines[i]?.clause ?? '')) set.push(i);
  return set;
}

/** Mends another's text with a few changes so that the own seat could sign it; null when a few do not do. */
export function counterText(mind: Mind, table: Table, theirs: readonly LineDraft[]): LineDraft[] | null {
  const sense = senseOf(mind);
  const pool = poolOf(sense, table.clauses);
  fancy(mind, sense, pool);
  const start = theirs.flatMap((line) => { const at = pool.lines.findIndex((each) => each.clause === line.clause); return at < 0 ? [] : [at]; });
  if (start.length === 0) return null;
  const set = climb(pool, start, wishOf(mind, sense, MARGIN, Math.min(table.maxLines, theirs.length + 2)), COUNTER_MOVES);
  const plain = set.sort((a, b) => a - b).map((piece) => pool.lines[piece] as LineDraft);
  for (const lines of dress(mind, table, plain)) if (fingerprint(lines) !== fingerprint(theirs) && acceptable(mind, lines, 1)) return lines;
  return null;
}
