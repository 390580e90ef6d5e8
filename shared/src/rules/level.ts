/** LV: which mechanisms, drafting options and actions a match plays; what is not in its level is illegal and worth 0. */
import type { MatchOptions } from '../model/commands.ts';
import type { Level } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';

const ORDER: readonly Level[] = ['core', 'standard', 'full'];
const RULES: Readonly<Record<Level, readonly string[]>> = {
  core: ['M02', 'M05', 'M06', 'M12', 'M13', 'M14', 'M15', 'M17', 'M20', 'M23', 'WRITTEN', 'COUNTER', 'WITHDRAW', 'SUPERSEDE', 'E10', 'E11', 'E16', 'E36'],
  standard: [
    'M01', 'M03', 'M04', 'M07', 'M09', 'M17-steps', 'M18', 'M19', 'M22', 'mandates', 'ORAL', 'ESCROW', 'SUNSET', 'SATELLITE-RIDER', 'ACCUSE', 'ANNOUNCE',
    'E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E12', 'E13', 'E14', 'E15', 'E17', 'E18', 'E19', 'E21', 'E24', 'E27', 'E29', 'E32', 'E33', 'E34', 'E35',
  ],
  full: ['M08', 'M10', 'M11', 'M16', 'M21', 'M24', 'VAGUE', 'SNAP-BACK', 'SIDE-LETTER', 'E09', 'E20', 'E22', 'E23', 'E25', 'E26', 'E28', 'E30', 'E31', 'E37', 'E38', 'E39', 'E40'],
};
const LEVEL_OF: ReadonlyMap<string, Level> = new Map(ORDER.flatMap((level) => RULES[level].map((rule): [string, Level] => [rule, level])));

/** The level a rule or action belongs to; null for one nobody knows. */
export function levelOf(scenario: Scenario, ruleOrActionId: string): Level | null {
  return lookup(scenario).actions.get(ruleOrActionId)?.level ?? LEVEL_OF.get(ruleOrActionId) ?? null;
}

/** Whether a mechanism, drafting option, event or action is in play: by level, or pinned by the scenario or the match. */
export function allows(scenario: Scenario, match: MatchState | MatchOptions, ruleOrActionId: string): boolean {
  const { allowed } = rulesOf(scenario, 'options' in match ? match.options : match);
  const known = allowed.get(ruleOrActionId);
  if (known !== undefined) return known;
  const answer = inPlay(scenario, 'options' in match ? match.options : match, ruleOrActionId);
  allowed.set(ruleOrActionId, answer);
  return answer;
}

function inPlay(scenario: Scenario, options: MatchOptions, ruleOrActionId: string): boolean {
  if (lookup(scenario).pinned.has(ruleOrActionId) || options.pinned.includes(ruleOrActionId)) return true;
  const level = levelOf(scenario, ruleOrActionId);
  return level !== null && ORDER.indexOf(level) <= ORDER.indexOf(options.level);
}

/** The rules of all matches that play a scenario alike, with what has been asked about them; other rules keep by it what depends on nothing else. */
export interface Rules { readonly allowed: Map<string, boolean> }
const rules = new WeakMap<Scenario, Map<string, Rules>>();
let latest: { readonly scenario: Scenario; readonly options: MatchOptions; readonly rules: Rules } | null = null;

export function rulesOf(scenario: Scenario, options: MatchOptions): Rules {
  if (latest !== null && latest.options === options && latest.scenario === scenario) return latest.rules;
  let ways = rules.get(scenario);
  if (!ways) rules.set(scenario, (ways = new Map()));
  const way = `${options.level} ${options.pinned.join()}`;
  let found = ways.get(way);
  if (!found) ways.set(way, (found = { allowed: new Map() }));
  latest = { scenario, options, rules: found };
  return found;
}

/** Whether the match is played at this level or a higher one. */
export const reaches = (match: MatchState | MatchOptions, level: Level): boolean => ORDER.indexOf(level) <= ORDER.indexOf(('options' in match ? match.options : match).level);
