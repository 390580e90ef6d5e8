/** Reads a scenario from plain JSON: schema first, then everything a schema cannot see. Problems are values with JSON paths. */
import { languageProblems, type LocaleKeys } from './localeKeys.ts';
import { packageProblems } from './packages.ts';
import { referenceProblems } from './references.ts';
import { Scenario } from './schema.ts';

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

/**
 * All problems of a scenario file, none if it is sound. With `languages` (language -> keys of its scenario texts) the words
 * are checked too, with `mapPlaces` (ids the maps know) the places.
 */
export function checkScenario(json: unknown, languages?: LocaleKeys, mapPlaces?: ReadonlySet<string>): ScenarioProblem[] {
  const parsed = Scenario.safeParse(json);
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

/** The scenario as data the engine may trust; throws a ScenarioError that lists every problem. */
export function loadScenario(json: unknown): Scenario {
  const problems = checkScenario(json);
  if (problems.length > 0) throw new ScenarioError(problems);
  return Scenario.parse(json);
}
