/** Records the golden matches anew after a change of rules that was meant: `node shared/test/golden/record.ts`. One match for each ending the bots reach. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hashOf, type Tier } from '../../src/index.ts';
import { playMatch } from '../../src/bots/index.ts';
import { sixParty } from '../scenario.ts';
import { FOLDER, goldenFiles, writeGolden } from './format.ts';

const TIERS: readonly Tier[] = ['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'];
const MOST_SEEDS = 2000;

for (const file of goldenFiles()) rmSync(path.join(FOLDER, file));
const missing = new Set<Tier>(TIERS);
for (let seed = 1; seed <= MOST_SEEDS && missing.size > 0; seed += 1) {
  const { state, entries, tempers } = playMatch(sixParty, { seed });
  const tier = state.ending?.tier;
  if (!tier || !missing.delete(tier)) continue;
  writeGolden(`${tier}.jsonl.gz`, { header: { golden: 1, scenario: sixParty.id, seed, tempers }, entries, end: { tier, hash: hashOf(state) } });
  process.stdout.write(`${tier}: seed ${seed}, ${entries.length} entries\n`);
}
if (missing.size > 0) process.stdout.write(`not reached in ${MOST_SEEDS} seeds: ${[...missing].join(', ')}\n`);
