/** Reads `--fix`: what an experiment makes seats do whatever their policy thinks; the rules know nothing of it. */
import type { Level } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';
import { OperatorError } from '../../src/operatorError.ts';
import type { Plan } from './play.ts';

type Fixed = NonNullable<Plan['fixed']>;
const CURE = 'write redLine.SEAT=0..4, leak.SEAT=hidden or draft=PACKAGE@ROUND';
const LEAKS_FROM: readonly Level[] = ['standard', 'full'];

/** `redLine.US=4` declares that level every round, `leak.CN=hidden` lets everything through in secret every round, `draft=PACKAGE@ROUND` makes the chair put a known package. */
export function readFixes(scenario: Scenario, level: Level, fixes: readonly string[]): Pick<Plan, 'fixed'> {
  const redLines: Record<string, number> = {};
  const leaks: string[] = [];
  let draft: Fixed['draft'];
  for (const fix of fixes) {
    const { what = '', seat = '', value = '' } = /^(?<what>[A-Za-z]+)(?:\.(?<seat>[^=]+))?=(?<value>.+)$/.exec(fix)?.groups ?? {};
    if (what === 'draft' && !fix.startsWith('draft.')) { draft = readDraft(scenario, fix, value); continue; }
    if (what !== 'redLine' && what !== 'leak') throw new OperatorError(`--fix ${fix} is not known`, CURE);
    const spec = scenario.seats.find((each) => each.id === seat);
    if (!spec) throw new OperatorError(`--fix ${fix}: no seat is called "${seat}"`, `take one of ${scenario.seats.map((each) => each.id).join(', ')}`);
    if (what === 'redLine') {
      if (spec.redLine === null) throw new OperatorError(`--fix ${fix}: ${seat} declares no red line`, `take one of ${scenario.seats.filter((each) => each.redLine !== null).map((each) => each.id).join(', ')}`);
      if (!/^[0-4]$/.test(value)) throw new OperatorError(`--fix ${fix}: ${value} is no level`, 'take 0 to 4');
      redLines[seat] = Number(value);
    } else {
      if (value !== 'hidden') throw new OperatorError(`--fix ${fix}: a leak is hidden`, `write leak.${seat}=hidden`);
      if (!spec.canLeak) throw new OperatorError(`--fix ${fix}: ${seat} cannot leak`, `take one of ${scenario.seats.filter((each) => each.canLeak).map((each) => each.id).join(', ')}`);
      if (!LEAKS_FROM.includes(level)) throw new OperatorError(`--fix ${fix}: nobody leaks at level ${level}`, 'add --level standard');
      leaks.push(seat);
    }
  }
  return fixes.length === 0 ? {} : { fixed: { redLines, leaks, ...(draft ? { draft } : {}) } };
}

function readDraft(scenario: Scenario, fix: string, value: string): NonNullable<Fixed['draft']> {
  const [name = '', round = ''] = value.split('@');
  const known = scenario.packages.find((each) => each.id === name);
  if (!known) throw new OperatorError(`--fix ${fix}: no package is called "${name}"`, `take one of ${scenario.packages.map((each) => each.id).join(', ')}`);
  if (!/^[1-9]\d?$/.test(round)) throw new OperatorError(`--fix ${fix}: ${round || 'nothing'} is no round`, `write draft=${name}@2`);
  return { round: Number(round), clauses: known.clauses };
}
