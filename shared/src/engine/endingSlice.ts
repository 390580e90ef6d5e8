/** VI: the debrief. With the end of the match its secrets come out, and every seat's ranking of outcomes is laid side by side (M14). */
import type { Tier } from '../model/ids.ts';
import type { Ending, MatchState } from '../model/state.ts';
import type { EndingSlice, UnveiledSlice } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { restraintMissed } from '../rules/restraint.ts';
import { FACTORS, inTier } from '../rules/score.ts';

const BEST_FIRST = (Object.keys(FACTORS) as Tier[]).sort((a, b) => FACTORS[b] - FACTORS[a]);

/** VI: the reason that tells what was known in bands only. */
const BANDED = 'tier.proliferation';
const NOTHING: UnveiledSlice = { rankings: [], restraint: null, mandates: {}, cards: {}, hidden: [], wedges: [], buds: [] };

/** Sealed: the ending and its reasons, which everybody at the table saw come; scores hold secret instructions and wait with the rest. */
export function endingSlice(scenario: Scenario, state: MatchState, sealed = false): EndingSlice | null {
  if (!state.ending) return null;
  return sealed ? { ...state.ending, reasons: state.ending.reasons.filter(({ code }) => code !== BANDED), scores: [], second: [], sealed, unveiled: NOTHING } : { ...state.ending, sealed, unveiled: unveiled(scenario, state, state.ending) };
}

function unveiled(scenario: Scenario, state: MatchState, ending: Ending): UnveiledSlice {
  const { craft, seats, history } = state;
  return {
    rankings: ending.scores.map(({ seat, n }) => ({ seat, results: BEST_FIRST.map((tier) => ({ tier, score: inTier(n, tier) })) })),
    restraint: restraintMissed(scenario, history),
    mandates: Object.fromEntries(Object.entries(seats).map(([id, seat]) => [id, seat.mandate])),
    cards: craft.cards, hidden: craft.hidden, wedges: craft.wedges, buds: Object.values(craft.buds),
  };
}
