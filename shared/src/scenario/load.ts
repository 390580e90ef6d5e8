/** Reads a scenario from plain JSON: schema first, then everything a schema cannot see. Problems are values with JSON paths. */
import { languageProblems, type LocaleKeys } from './localeKeys.ts';
import { packageProblems } from './packages.ts';
import { referenceProblems } from './references.ts';
import { Scenario } from './schema.ts';
import { shaped } from './shaped.ts';

/** One thing wrong with a scenario file; `path` is a JSON path such as `$.clauses[3].cost`. */
export interface ScenarioProblem { readonly path: string; readonly message: string }

export class ScenarioError extends Error {
  readonly problems: readonly ScenarioProblem[];
  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

const jsonPath = (parts: readonly PropertyKey[]): string =>
  parts.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : /^[A-Za-z_]\w*$/.test(String(part)) ? `${path}.${String(part)}` : `${path}["${String(part)}"]`), '$');

/** Without members that are undefined: a loaded scenario has many (`shaped`), a file has none, and both can be checked. */
const plain = (json: unknown): unknown => (json === undefined ? undefined : JSON.parse(JSON.stringify(json)));

/**
 * All problems of a scenario file, none if it is sound. With `languages` (language -> keys of its scenario texts) the words
 * are checked too, with `mapPlaces` (ids the maps know) the places.
 */
export function checkScenario(json: unknown, languages?: LocaleKeys, mapPlaces?: ReadonlySet<string>): ScenarioProblem[] {
  const parsed = Scenario.safeParse(plain(json));
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ path: jsonPath(issue.path), message: issue.message }));
  const scenario = parsed.data;
  const references = referenceProblems(scenario);
  // Sums over unknown ids would only repeat the same complaint.
  const sums = references.length === 0 ? packageProblems(scenario) : [];
  const lost = Object.entries(scenario.places)
    .filter(([, place]) => mapPlaces !== undefined && !mapPlaces.has(place))
    .map(([id, place]) => ({ path: `$.places.${id}`, message: `no map has a place ${place}` }));
  return [...references, ...sums, ...lost, ...(languages ? languageProblems(scenario, languages) : [])];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const idOf = (entry: unknown): unknown => (isObject(entry) ? entry['id'] : undefined);
/** Lists whose entries change the base's entries of the same id; the base's others stay. */
const MERGED = ['seats', 'clauses', 'actions'] as const;
/** Lists that replace the base's, where a bare id stands for the base's entry. */
const PICKED = ['events', 'packages', 'mandates'] as const;

/**
 * A scenario file that says `extends: <id>` as the whole scenario it means, still plain JSON and unchecked (docs/scenario-format.md);
 * other files come back as they are. `find` gives the file of an id. @throws when the base is not there or extends another one.
 */
export function extendScenario(json: unknown, find: (id: string) => unknown): unknown {
  if (!isObject(json) || json['extends'] === undefined) return json;
  const { extends: from, ...own } = json;
  const id = typeof from === 'string' ? from : '';
  const base = find(id);
  if (!isObject(base) || base['extends'] !== undefined) throw new ScenarioError([{ path: '$.extends', message: `no whole scenario has the id ${id}` }]);
  const whole: Record<string, unknown> = { ...base, ...own };
  for (const key of MERGED) {
    const changes = new Map(listOf(own[key]).map((entry) => [idOf(entry), entry]));
    const known = listOf(base[key]).map((entry) => { const change = changes.get(idOf(entry)); changes.delete(idOf(entry)); return isObject(entry) && isObject(change) ? { ...entry, ...change } : entry; });
    whole[key] = [...known, ...changes.values()];
  }
  for (const key of PICKED) if (own[key] !== undefined) whole[key] = listOf(own[key]).map((entry) => (typeof entry === 'string' ? listOf(base[key]).find((other) => idOf(other) === entry) ?? entry : entry));
  // The base's places of what this file leaves out go with it.
  const kept = new Set(['seats', 'clauses', 'actions', 'events'].flatMap((key) => listOf(whole[key]).map(idOf)));
  if (own['places'] === undefined && isObject(base['places'])) whole['places'] = Object.fromEntries(Object.entries(base['places']).filter(([id]) => kept.has(id)));
  return whole;
}

/** The scenario as data the engine may trust; throws a ScenarioError that lists every problem. */
export function loadScenario(json: unknown): Scenario {
  const problems = checkScenario(json);
  if (problems.length > 0) throw new ScenarioError(problems);
  return shaped(Scenario.parse(plain(json)));
}
