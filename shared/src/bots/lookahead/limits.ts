/** How much a search may think: a count of rollouts, so that a match can be played again, and for live rooms a callback that looks at the clock outside. */
export interface SearchLimits {
  /** Rollouts for the choice of a manner at the start of a round, and for each important decision in it. */
  readonly manner: number;
  readonly decision: number;
  /** Rounds that bots play in a rollout; the rest of the match runs out in silence. */
  readonly rounds: number;
  /** Asked before every rollout; false ends the thinking with what is known so far. */
  readonly mayContinue: () => boolean;
}

export const USUAL_LIMITS: SearchLimits = { manner: 8, decision: 20, rounds: 3, mayContinue: () => true };
let limits = USUAL_LIMITS;

export const searchLimits = (): SearchLimits => limits;

/** Thinks within these limits and puts the old ones back; what is not named stays as usual. */
export function withinLimits<T>(set: Partial<SearchLimits>, think: () => T): T {
  const before = limits;
  limits = { ...USUAL_LIMITS, ...set };
  try { return think(); } finally { limits = before; }
}
