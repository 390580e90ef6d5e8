/** docs/balance.md out of the figures and the list of parameters that were moved. */
import { TIERS } from '../simulation/summary.ts';
import type { Figures, TableFigures } from './figures.ts';

/** One parameter that simulation moved away from the design (docs/balance/moves.json). */
export interface Move { readonly parameter: string; readonly from: string | number; readonly to: string | number; readonly why: string; readonly line: string }

const row = (cells: readonly (string | number)[]): string => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n');
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const outcomes = ({ tables }: Figures): string => table(['table of bots', ...TIERS], tables.map((each) => [each.name, ...TIERS.map((tier) => percent((each.outcomes[tier] ?? 0) / each.matches))]));
const seats = (each: TableFigures): string => table(['seat', 'par', 'mean', 'sd', 'middle half', 'beats par', 'mandate met'],
  Object.entries(each.seats).map(([seat, figures]) => [seat, figures.par, figures.mean.toFixed(1), figures.sd.toFixed(1), `${figures.quartiles[0]} to ${figures.quartiles[2]}`, percent(figures.beatPar), percent(figures.mandateMet)]));
const firstTests = ({ tables, rounds }: Figures): string => table(['table of bots', ...Array.from({ length: rounds }, (_, i) => `round ${i + 1}`), 'no test'], tables.map((each) => [each.name, ...each.firstTests.map((count) => percent(count / each.matches))]));

/** What was used least, rarest first. */
function rare(counts: Readonly<Record<string, number>>, most: number): string {
  const sorted = Object.entries(counts).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).slice(0, most);
  return sorted.map(([id, share]) => `${id} ${share === 0 ? 'never' : percent(share)}`).join(', ');
}

export function page(figures: Figures, moves: readonly Move[]): string {
  const { version, scenario, scenarioVersion, seed, matches, usageMatches, lines, tables, usage } = figures;
  const passed = lines.filter((line) => line.pass).length;
  return `# Balance

<!-- Made by \`npm run balance\` from docs/balance/figures.json and docs/balance/moves.json. Changes by hand are lost. -->

What tables of bots make of the rules. Concert ${version}, scenario \`${scenario}\` version ${scenarioVersion}, level standard unless it says otherwise, ${matches} matches a table of bots with seeds ${seed} to ${seed + matches - 1}, ${usageMatches} for what is used at all. Bots are not people: the figures show what the rules reward, not what a class will do.

## The essay's claims

${passed} of ${lines.length} lines pass. What each line measures exactly stands in the comments of \`server/tools/thesis\`; \`npm run thesis\` prints this table.

${table(['line', 'claim', 'measure', 'target', 'measured', ''], lines.map((line) => [line.id, line.claim, line.measure, line.target, line.measured, line.pass ? 'pass' : '**falls short**']))}

## How matches end

![How matches end](balance/outcomes.svg)

${outcomes(figures)}

## How matches go

![Consensus by round](balance/consensus.svg)

![War index by round](balance/war-index.svg)

![Peak war index](balance/peak-war-index.svg)

![Peak war index by mean consensus](balance/consensus-and-war.svg)

Round of the first nuclear test:

${firstTests(figures)}

## What seats make of it

${tables.map((each) => `### ${each.name}\n\n![Scores at ${each.name} tables](balance/scores-${each.name.replaceAll(' ', '-')}.svg)\n\n${seats(each)}`).join('\n\n')}

## What is used

Share of ${usageMatches} mixed matches at level full in which it was used at least once, rarest first.

- Clauses promised: ${rare(usage.clauses, 12)}
- Actions taken: ${rare(usage.actions, 12)}
- Events seen: ${rare(usage.events, 12)}

## Parameters moved, and why

${moves.length === 0 ? 'None: every parameter is as designed.' : table(['parameter', 'from', 'to', 'for', 'why'], moves.map((move) => [`\`${move.parameter}\``, move.from, move.to, move.line, move.why]))}

## To make it again

\`\`\`
npm run balance                 # plays everything, writes this page and its pictures
npm run balance -- --page       # page and pictures only, from the kept figures
${tables.map((each) => `npm run -s ${each.command.replace('concert simulate', 'concert -- simulate')}`).join('\n')}
\`\`\`
`;
}
