/** The deal nobody wrote down: clauses that lay on the table in different texts and that, put together, would have left no seat worse off than what was signed. */
import { nearest } from '../frontier/improvements.ts';
import { blocksOf, countable, negotiatedItems } from '../frontier/items.ts';
import { signedPackage } from '../frontier/frontier.ts';
import type { Chronicle } from '../played.ts';
import { lineKey } from './missed.ts';
import { turnAt, type Turn } from './turn.ts';

/** Clauses added or dropped at most: the debrief looks at all packages there are, a turning point must be small enough to have been seen at the table. */
const MOST_CHANGES = 2;

/** Only of a match that is over: until then the text may still be written. `told`: lines of the missed texts, which need not be told twice. Known to nobody at the table, as worths are each delegation's own. */
export function unjoined({ scenario, end, moments }: Chronicle, told: ReadonlySet<string>): readonly Turn[] {
  const moment = moments.findLast(({ event }) => event.type === 'proposalTabled' || event.type === 'proposalAdopted');
  if (end.status !== 'ended' || !moment) return [];
  const { items } = countable(negotiatedItems(scenario, end));
  const signed = signedPackage(items, end, scenario.seats.length);
  const better = nearest(blocksOf(items), signed, scenario.seats.map(({ k }) => k), MOST_CHANGES);
  if (!better) return [];
  const named = (places: readonly number[]): readonly string[] => [...new Set(places.map((i) => items[i]?.clause ?? ''))];
  const [added, dropped] = [better.chosen.filter((i) => !signed.chosen.includes(i)), signed.chosen.filter((i) => !better.chosen.includes(i))];
  if (dropped.length === 0 && added.every((i) => { const item = items[i]; return item !== undefined && told.has(lineKey(item)); })) return [];
  const seats = scenario.seats.filter((_, seat) => (better.worth[seat] ?? 0) > (signed.worth[seat] ?? 0)).map(({ id }) => id);
  const code = added.length === 0 ? 'unjoined.less' : dropped.length === 0 ? 'unjoined.more' : 'unjoined.other';
  return [turnAt(moment, code, { clauses: named(added), dropped: named(dropped), seats }, 12 + seats.length, [])];
}
