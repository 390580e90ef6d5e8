/** W, the war index (IN-1), and its two marks: the brink and war (PH-2.13, PH-2.14). */
import type { Term } from '../model/state.ts';
import { floorDiv } from './integers.ts';

/** W = TEN + BLOC//2 - CON//2. */
export const warIndex = (tension: number, blocs: number, consensus: number): number => tension + floorDiv(blocs, 2) - floorDiv(consensus, 2);

/** What the war index is made of, for its gauge. */
export const warTerms = (tension: number, blocs: number, consensus: number): Term[] => [
  { code: 'war.tension', value: tension }, { code: 'war.blocs', value: floorDiv(blocs, 2) }, { code: 'war.consensus', value: -floorDiv(consensus, 2) + 0 },
];
