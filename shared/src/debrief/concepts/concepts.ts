/** The concepts a match shows, each only where the log has evidence for it: mechanisms of the essay and terms of negotiation theory. */
import type { Chronicle } from '../played.ts';
import type { Evidence, Facts } from '../lesson.ts';
import { ESSAY } from './essay.ts';
import { strongest, type Finder } from './signs.ts';
import { THEORY } from './theory.ts';

export type School = 'essay' | 'theory';
/** Rendered as `concept.<code>.name` and `concept.<code>.means` (namespace debrief). */
export interface Concept {
  /** A mechanism of the essay, `M01` to `M24`, or a term such as `logrolling`. */
  readonly code: string; readonly school: School;
  /** Oldest first, three at most: the strongest there were. Never empty. */
  readonly evidence: readonly Evidence[];
  /** How many places there were in all. */
  readonly places: number;
}

/** Those of the essay in its order, then those of theory. */
export function conceptsOf(chronicle: Chronicle, facts: Facts): readonly Concept[] {
  const of = (school: School, finders: Readonly<Record<string, Finder>>): Concept[] => Object.entries(finders).flatMap(([code, finder]) => {
    const found = finder(chronicle, facts);
    return found.length === 0 ? [] : [{ code, school, evidence: strongest(found), places: found.length }];
  });
  return [...of('essay', ESSAY), ...of('theory', THEORY)];
}
