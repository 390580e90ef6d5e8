/** `concert scenario check FILE...`: schema, cross references, sums, reachability, words and places; problems with JSON paths. */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkScenario, extendScenario, ScenarioError, type ScenarioProblem } from '@concert/shared/scenario/load';
import type { LocaleKeys } from '@concert/shared/scenario/localeKeys';

const ASSETS = path.resolve(import.meta.dirname, '../../../assets');

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** Keys of the scenario texts of every language folder. */
export async function localeKeys(dir = path.join(ASSETS, 'locales')): Promise<LocaleKeys> {
  const languages = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const keys = await Promise.all(languages.map(async (language): Promise<[string, ReadonlySet<string>]> => {
    const texts = await readJson(path.join(dir, language, 'scenario.json')).catch(() => ({}));
    return [language, new Set(Object.keys(texts as object))];
  }));
  return Object.fromEntries(keys);
}

/** Every place and line that a map of ours can show. */
export async function mapPlaces(dir = path.join(ASSETS, 'maps')): Promise<ReadonlySet<string>> {
  const lists = await Promise.all((await readdir(dir)).map(async (map) => await readJson(path.join(dir, map, 'places.json')) as { id: string }[]));
  return new Set(lists.flat().map((place) => place.id));
}

async function problemsOf(file: string, languages: LocaleKeys, places: ReadonlySet<string>): Promise<ScenarioProblem[]> {
  try {
    const json = await readJson(file);
    const beside = (id: string): unknown => { try { return JSON.parse(readFileSync(path.join(path.dirname(file), `${path.basename(id)}.json`), 'utf8')); } catch { return undefined; } };
    return checkScenario(extendScenario(json, beside), languages, places);
  } catch (error) {
    if (error instanceof ScenarioError) return [...error.problems];
    return [{ path: '$', message: error instanceof SyntaxError ? `is not JSON: ${error.message}` : `cannot be read: ${(error as Error).message}` }];
  }
}

/** Checks the files and prints what is wrong; resolves with the exit code. */
export async function scenarioCheck(files: string[], opts: { json: boolean }): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('scenario check: no file named: give one or more scenario files, such as assets/scenarios/six-party.json\n');
    return 1;
  }
  const [languages, places] = await Promise.all([localeKeys(), mapPlaces()]);
  const results = await Promise.all(files.map(async (file) => ({ file, problems: await problemsOf(file, languages, places) })));
  const ok = results.every((result) => result.problems.length === 0);
  if (opts.json) {
    process.stdout.write(`${JSON.stringify({ ok, files: results.map((result) => ({ ...result, ok: result.problems.length === 0 })) })}\n`);
  } else {
    for (const { file, problems } of results) {
      process.stdout.write(problems.length === 0 ? `${file}: ok\n` : problems.map((problem) => `${file}: ${problem.path}: ${problem.message}\n`).join(''));
    }
  }
  return ok ? 0 : 1;
}
