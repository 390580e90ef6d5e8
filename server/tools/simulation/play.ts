/** Plays a run of matches, one seed after the other, and returns their rows; the same call on any machine returns the same. */
import { playMatch, type PlayOptions, type Temper } from '@concert/shared/bots/index';
import type { Level } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';
import { Collector } from './collector.ts';
import type { Row, Usage } from './row.ts';

/** Everything that decides how a match goes beside its seed; plain data, so that it can be handed to a worker. */
export interface Plan {
  readonly scenario: Scenario; readonly level: Level; readonly rounds: number;
  /** By seat; a seat left out draws its policy from the seed. */
  readonly tempers: Readonly<Record<string, Temper>>;
  readonly pinned?: readonly string[];
  readonly fixed?: NonNullable<PlayOptions['fixed']>;
  /** Category of clauses that assure the proliferator (T8). */
  readonly assurance: string;
}
export interface Batch { readonly rows: readonly Row[]; readonly usage: Usage }

const KINDS = ['clauses', 'performed', 'actions', 'events', 'refused'] as const;
type Counts = Record<(typeof KINDS)[number], Map<string, number>>;
const noCounts = (): Counts => ({ clauses: new Map(), performed: new Map(), actions: new Map(), events: new Map(), refused: new Map() });
const add = (counts: Map<string, number>, key: string, by = 1): void => { counts.set(key, (counts.get(key) ?? 0) + by); };
const asUsage = (counts: Counts): Usage =>
  Object.fromEntries(KINDS.map((kind) => [kind, Object.fromEntries([...counts[kind]].sort(([a], [b]) => (a < b ? -1 : 1)))])) as unknown as Usage;

/** Seeds `from`, `from + 1`, ... */
export function play(plan: Plan, from: number, matches: number): Batch {
  const { scenario, level, rounds, tempers, pinned, fixed, assurance } = plan;
  const counts = noCounts();
  const rows: Row[] = [];
  for (let seed = from; seed < from + matches; seed += 1) {
    const collector = new Collector(scenario, assurance);
    const options: PlayOptions = { seed, level, rounds, tempers, unrecorded: true, ...(pinned ? { pinned } : {}), ...(fixed ? { fixed } : {}) };
    const played = playMatch(scenario, options, (event, state) => collector.see(event, state));
    rows.push(collector.row(seed, played));
    const used = collector.usage(played);
    for (const kind of KINDS) for (const key of used[kind]) add(counts[kind], key);
  }
  return { rows, usage: asUsage(counts) };
}

/** Batches of consecutive seeds as one. */
export function merged(batches: readonly Batch[]): Batch {
  const counts = noCounts();
  for (const { usage } of batches) for (const kind of KINDS) for (const [key, count] of Object.entries(usage[kind])) add(counts[kind], key, count);
  return { rows: batches.flatMap((batch) => batch.rows), usage: asUsage(counts) };
}
