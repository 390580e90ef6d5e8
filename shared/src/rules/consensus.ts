/** IN-2: consensus walks toward what trust, values, unity of line and the round's mood support; slowly up, fast down. */
import type { MatchState, Term } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { clamp, floorDiv, half } from './integers.ts';
import { allows } from './level.ts';
import { powerTrust } from './trust.ts';

export const FASTEST_RISE = 6;
export const FASTEST_FALL = -12;

/** Theory 4, IN-2: the consensus the table could bear at this trust, these values, this divergence and modifier. */
export function consensusTarget(meanTrust: number, leastTrust: number, values: number, divergence: number, modifier: number): number {
  return clamp(floorDiv(3 * meanTrust + 2 * leastTrust + 2 * values + 3 * (100 - divergence), 10) + modifier, 0, 100);
}

/** One round's step toward the target. */
export const consensusStep = (consensus: number, target: number): number => clamp(target - consensus, FASTEST_FALL, FASTEST_RISE);

/** PH-2.12: the new consensus and the one term that tells where it is drawn. */
export function nextConsensus(scenario: Scenario, state: MatchState): { readonly value: number; readonly terms: readonly Term[] } {
  const { CON, VAL, D, CM } = state.indicators;
  const { mean, least } = powerTrust(scenario, state);
  const modifier = feltMood(CM, VAL, allows(scenario, state, 'M01'));
  const target = consensusTarget(mean, least, VAL, D, modifier);
  const step = consensusStep(CON, target);
  return { value: clamp(CON + step, 0, 100), terms: [{ code: 'consensus.target', value: step, params: { target, mean, least, values: VAL, divergence: D, modifier } }] };
}

/** IN-6: 65 and more concert, 45 consultation, 30 rivalry, below blocs. */
export function consensusBand(consensus: number): 'concert' | 'consultation' | 'rivalry' | 'blocs' {
  return consensus >= 65 ? 'concert' : consensus >= 45 ? 'consultation' : consensus >= 30 ? 'rivalry' : 'blocs';
}
/** From here a shock unites instead of dividing (B1, SI-4, SI-5). */
export const UNITED_FROM = 50;

/** IN-3, M01: where many values are shared a bad mood passes in a round or two; where hardly any are, it lingers. */
const SHARED_FROM = 60;
const SCARCE_BELOW = 30;

/** IN-3: shared values carry a table over a shock: where many are shared a bad mood weighs half. */
export const feltMood = (modifier: number, values: number, valuesCount: boolean): number => (valuesCount && modifier < 0 && values >= SHARED_FROM ? half(modifier) : modifier);

/** IN-3: what is left of the mood after it was felt: half; from the level of shared values on, a quarter of a bad one where they are high, three quarters where they are low. */
export function fadedMood(modifier: number, values: number, valuesCount: boolean): number {
  if (valuesCount && modifier < 0 && values >= SHARED_FROM) return half(half(modifier));
  return valuesCount && modifier < 0 && values < SCARCE_BELOW ? modifier - half(half(modifier)) : half(modifier);
}
