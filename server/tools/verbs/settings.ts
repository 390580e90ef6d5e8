/** Applies `--set PATH=VALUE` to a scenario: dots between keys, list members by their id or place (`seats.DK.ds=40`). */
import { loadScenario } from '@concert/shared';
import type { Scenario } from '@concert/shared/scenario/schema';
import { OperatorError } from '../../src/operatorError.ts';

const CURE = 'write a path of the scenario file, such as indicators.TEN=70 or seats.DK.ds=40';
const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function memberKey(node: Record<string, unknown>, key: string): string | null {
  if (!Array.isArray(node)) return key in node ? key : null;
  const index = node.findIndex((item: unknown) => isNode(item) && item['id'] === key);
  return index >= 0 ? String(index) : key in node ? key : null;
}

/** A copy of the scenario with the settings, checked by its schema. */
export function withSettings(scenario: Scenario, settings: readonly string[]): Scenario {
  if (settings.length === 0) return scenario;
  const copy = structuredClone(scenario) as unknown as Record<string, unknown>;
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const path = setting.slice(0, Math.max(0, at)).split('.');
    const text = setting.slice(at + 1);
    let node: unknown = copy;
    for (const [i, part] of path.entries()) {
      const key = isNode(node) ? memberKey(node, part) : null;
      if (at < 1 || key === null) throw new OperatorError(`--set ${setting}: the scenario has no ${path.slice(0, i + 1).join('.') || 'such path'}`, CURE);
      const parent = node as Record<string, unknown>;
      if (i === path.length - 1) parent[key] = /^-?\d+$/.test(text) ? Number(text) : text === 'true' ? true : text === 'false' ? false : text === 'null' ? null : text;
      else node = parent[key];
    }
  }
  try {
    return loadScenario(copy);
  } catch (error) {
    throw new OperatorError(`--set makes the scenario invalid (${String((error as Error).message).split('\n').join(' ').slice(0, 200)})`, CURE);
  }
}
