/** Reads `--bots POLICY[,SEAT=POLICY]...`: which temper leads which seat. */
import { TEMPERS, type Temper } from '@concert/shared/bots/index';
import type { Scenario } from '@concert/shared/scenario/schema';
import { OperatorError } from '../../src/operatorError.ts';

const NAMES = ['mixed', ...TEMPERS];

/** Tempers by seat; a seat left out (`mixed`) draws its own from the seed of each match. */
export function readTempers(scenario: Scenario, spec: string): Readonly<Record<string, Temper>> {
  const tempers: Record<string, Temper> = {};
  const set = (seat: string, name: string): void => {
    const temper = TEMPERS.find((known) => known === name);
    if (temper) tempers[seat] = temper;
    else if (name === 'mixed') delete tempers[seat];
    else throw new OperatorError(`--bots: no policy is called "${name}"`, `take one of ${NAMES.join(', ')}`);
  };
  for (const part of spec.split(',')) {
    const [left = '', right] = part.split('=');
    if (right === undefined) for (const { id } of scenario.seats) set(id, left);
    else if (scenario.seats.some((seat) => seat.id === left)) set(left, right);
    else throw new OperatorError(`--bots: no seat is called "${left}"`, `take one of ${scenario.seats.map((seat) => seat.id).join(', ')}`);
  }
  return tempers;
}
