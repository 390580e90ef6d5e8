/**
 * Records the golden matches anew after a change of rules that was meant: `node shared/test/golden/record.ts`.
 * One match for each ending the bots reach, and as few more as show every mechanism; those that `six-party` leaves off are played on a variation of it.
 */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hashOf, type Tier } from '../../src/index.ts';
import { playMatch, type Played } from '../../src/bots/table.ts';
import type { Temper } from '../../src/bots/types.ts';
import { sixParty } from '../scenario.ts';
import { FOLDER, writeGolden } from './format.ts';
import { MECHANISMS, Seen, VARIED } from './mechanisms.ts';

const TIERS: readonly Tier[] = ['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'];
const MOST_SEEDS = 3000;
const ALL = (temper: Temper): Readonly<Record<string, Temper>> => Object.fromEntries(sixParty.seats.map((seat) => [seat.id, temper]));
/** Tables that reach what mixed ones seldom do. */
const TABLES: readonly (Readonly<Record<string, Temper>> | undefined)[] = [undefined, ALL('concert'), { ...ALL('hawk'), DK: 'spoiler' }, ALL('opportunist'), ALL('historic'), ALL('random')];

interface Tried { readonly played: Played; readonly seen: ReadonlySet<string>; readonly seed: number }
function play(seed: number, table: number, scenario = sixParty): Tried {
  const seen = new Seen();
  const tempers = TABLES[table];
  const played = playMatch(scenario, { seed, level: 'full', ...(tempers ? { tempers } : {}) }, (event, state) => seen.note(event, state));
  return { played, seen: seen.found, seed };
}
function keep(name: string, { played, seen, seed }: Tried, set: object = {}): void {
  const { state, entries, tempers } = played;
  const tier = state.ending?.tier;
  if (!tier) throw new Error(`${name}: seed ${seed} has no ending`);
  const mechanisms = [...seen].filter((id) => VARIED[id] === undefined || set === VARIED[id]).sort();
  writeGolden(`${name}.jsonl.gz`, { header: { golden: 1, scenario: sixParty.id, set, seed, tempers, mechanisms }, entries, end: { tier, hash: hashOf(state) } });
  process.stdout.write(`${name}: seed ${seed}, ${entries.length} entries, ${tier}; ${mechanisms.join(' ')}\n`);
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl.gz'))) rmSync(path.join(FOLDER, file));
const endings = new Set<Tier>(TIERS);
const shown = new Set<string>(Object.keys(VARIED));
for (let seed = 1; seed <= MOST_SEEDS && (endings.size > 0 || shown.size < Object.keys(MECHANISMS).length); seed += 1) {
  const tried = play(seed, seed % TABLES.length);
  const tier = tried.played.state.ending?.tier;
  const fresh = [...tried.seen].filter((id) => !shown.has(id));
  if (tier && endings.delete(tier)) keep(tier, tried);
  else if (endings.size < 3 && fresh.length > 0) keep(fresh.join('-'), tried); // the endings show most of them already
  else continue;
  for (const id of tried.seen) shown.add(id);
}
for (const [id, set] of Object.entries(VARIED)) {
  const scenario = { ...sixParty, ...set };
  for (let seed = 1; seed <= 400; seed += 1) {
    const tried = play(seed, seed % TABLES.length, scenario);
    if (!tried.seen.has(id)) continue;
    keep(id, tried, set);
    break;
  }
}
const missing = [...endings, ...Object.keys(MECHANISMS).filter((id) => !shown.has(id))];
if (missing.length > 0) process.stdout.write(`not reached in ${MOST_SEEDS} seeds: ${missing.join(', ')}\n`);
