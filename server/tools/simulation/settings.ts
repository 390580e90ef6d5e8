/**
 * Applies `--set` to a scenario. A path has dots between keys; members of a list go by their id (`seats.DK.ds`) or their place.
 *   PATH=VALUE       sets a value: whole number, true, false, null, a word, or JSON (`pinned=["mandates","M11"]`)
 *   PATH+=N PATH-=N  moves a number; `+=` adds a word to a list
 * In a path `*` stands for any part of a key (`trust.US-*`, `seats.*.ds`), `powers` and `regionals` for those seats,
 * and under `trust` for the pairs both of whose seats are such (`trust.powers-=20`). A pair may be written either way round.
 */
import { loadScenario, ScenarioError } from '@concert/shared/scenario/load';
import { netWorth } from '@concert/shared/scenario/packages';
import type { Scenario } from '@concert/shared/scenario/schema';
import { OperatorError } from '../../src/operatorError.ts';

const CURE = 'write PATH=VALUE, PATH+=N or PATH-=N with a path of the scenario file, such as indicators.TEN=70, trust.powers-=20 or seats.DK.k=10';
export const MOST_ROUNDS = 20;
const GROUPS: Readonly<Record<string, 'power' | 'regional'>> = { powers: 'power', regionals: 'regional' };
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const idAt = (node: Node, key: string): string => { const item = node[key]; return isNode(item) && typeof item['id'] === 'string' ? item['id'] : key; };

/** Keys of a node that one part of a path means; none where it means nothing. */
function keysFor(scenario: Scenario, node: Node, part: string, parent: string): string[] {
  const group = GROUPS[part];
  if (group && (parent === 'trust' || parent === 'seats')) {
    const seats = scenario.seats.filter((seat) => seat.kind === group).map((seat) => seat.id);
    return Object.keys(node).filter((key) => idAt(node, key).split('-').every((seat) => seats.includes(seat)));
  }
  if (part.includes('*')) {
    const pattern = new RegExp(`^${part.split('*').map((piece) => piece.replace(/[^A-Za-z0-9_-]/g, '\\$&')).join('.*')}$`);
    return Object.keys(node).filter((key) => pattern.test(idAt(node, key)));
  }
  const turned = parent === 'trust' ? part.split('-').reverse().join('-') : part;
  const found = Object.keys(node).find((key) => idAt(node, key) === part) ?? (Object.hasOwn(node, part) ? part : Object.hasOwn(node, turned) ? turned : undefined);
  return found === undefined ? [] : [found];
}

function valueOf(text: string): unknown {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (!/^[[{"]|^(?:true|false|null)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(`--set: ${text} is not JSON`, 'mind the quotes of the shell');
  }
}

function changed(setting: string, old: unknown, sign: string, text: string): unknown {
  const value = valueOf(text);
  if (sign === '') return value;
  if (sign === '+' && Array.isArray(old)) return [...(old as unknown[]), value];
  if (typeof old !== 'number' || typeof value !== 'number') throw new OperatorError(`--set ${setting}: only a number can be moved by a number`, CURE);
  return sign === '+' ? old + value : old - value;
}

function apply(scenario: Scenario, setting: string): void {
  const parts = /^(?<path>[^=]+?)(?<sign>[+-]?)=(?<text>.*)$/s.exec(setting)?.groups;
  if (!parts) throw new OperatorError(`--set ${setting}: has no value`, CURE);
  const { path = '', sign = '', text = '' } = parts;
  const steps = path.split('.');
  let nodes: Node[] = [scenario as unknown as Node];
  steps.forEach((part, i) => {
    const parent = steps[i - 1] ?? '';
    const hits = nodes.flatMap((node) => keysFor(scenario, node, part, parent).map((key) => ({ node, key })));
    if (hits.length === 0) throw new OperatorError(`--set ${setting}: the scenario has no ${steps.slice(0, i + 1).join('.')}`, CURE);
    if (i === steps.length - 1) for (const { node, key } of hits) node[key] = changed(setting, node[key], sign, text);
    else nodes = hits.map(({ node, key }) => node[key]).filter(isNode);
  });
}

/** A scenario with its settings, and how many rounds a match of it plays: `rounds` shortens or lengthens the match, not the scenario's script. */
export interface Setup { readonly scenario: Scenario; readonly rounds: number }

/** A copy of the scenario with the settings, checked by its schema. */
export function withSettings(scenario: Scenario, settings: readonly string[]): Setup {
  if (settings.length === 0) return { scenario, rounds: scenario.rounds };
  const copy = structuredClone(scenario);
  for (const setting of settings) apply(copy, setting);
  const { rounds } = copy;
  copy.rounds = scenario.rounds;
  const invalid = (why: string): OperatorError => new OperatorError(`--set ${settings.join(' ')} makes the scenario invalid (${why.split('\n').join(' ').slice(0, 200)})`, CURE);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS) throw invalid(`rounds are a whole number from 1 to ${MOST_ROUNDS}`);
  // The printed sums of packages follow from the clauses; an experiment with values must not trip over them.
  for (const row of copy.packages) row.net = Object.fromEntries(copy.seats.map((seat) => [seat.id, netWorth(copy.clauses.filter((clause) => row.clauses.includes(clause.id)), seat.id)]));
  try {
    return { scenario: loadScenario(copy), rounds };
  } catch (error) {
    throw invalid(error instanceof ScenarioError ? error.problems.slice(0, 2).map((problem) => `${problem.path.slice(2)} ${problem.message}`).join('; ') : String((error as Error).message));
  }
}
