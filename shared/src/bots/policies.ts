/** Which policy leads a seat of which temper: the one place where tempers are plugged in. */
import type { SeatCommand } from '../model/commands.ts';
import { historic } from './historic/policy.ts';
import { search } from './lookahead/policy.ts';
import { plan } from './planner.ts';
import { chooseRandomAct } from './randomPolicy.ts';
import type { Mind, Temper } from './types.ts';

/**
 * The next act of a seat, or null when it has nothing to do now. Further acts of the same phase may be left in `mind.memory.plan`;
 * a policy that has thought of everything sets `mind.memory.idle`, else it is asked again after each act.
 */
export type Policy = (mind: Mind) => SeatCommand | null;

const POLICIES: Readonly<Record<Temper, Policy>> = {
  concert: plan, hawk: plan, dove: plan, opportunist: plan, spoiler: plan,
  historic,
  search,
  random: chooseRandomAct,
};

export const policyOf = (temper: Temper): Policy => POLICIES[temper];
