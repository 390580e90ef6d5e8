/** SC: the tier the table reached together, and what each seat made of it. */
import type { SeatId, Tier } from '../model/ids.ts';
import type { Ending, MatchState, SeatScore, Term } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { coreCardPoints } from './cards/coreInterest.ts';
import { linkagePoints } from './cards/linkage.ts';
import { clamp, floorDiv } from './integers.ts';
import { netOf } from './ledger.ts';
import { mandateMet } from './mandates.ts';
import { BASE_N } from './setup.ts';

/** SC-3: tenths by which everybody's points are multiplied. */
export const FACTORS: Readonly<Record<Tier, number>> = { war: 0, blocs: 4, stalemate: 7, managed: 10, concert: 12, architecture: 15 };
/** What so many points come to in a tier. */
export const inTier = (n: number, tier: Tier): number => floorDiv(n * FACTORS[tier], 10);
const PER_RUNG = 3;
const MOST_POINTS = 150;

/** SC-1: the first tier that fits the final state. */
export function tierOf(scenario: Scenario, state: MatchState): Tier {
  const { W, CON, INST, BLOC, PRO } = state.indicators;
  const start = scenario.indicators.PRO;
  const calm = W < 50;
  if (W >= scenario.war || state.history.some((round) => round.indicators.W >= scenario.war)) return 'war';
  if (W >= scenario.brink) return 'blocs';
  if (!state.talks.open) return 'stalemate'; // SU-4
  if (CON >= 70 && INST >= 4 && BLOC <= 25 && PRO <= Math.max(0, start - 2) && calm) return 'architecture';
  if (CON >= 60 && INST >= 2 && PRO <= start && calm) return 'concert';
  if (calm && PRO <= start + 1) return 'managed';
  return 'stalemate';
}

/** SC-2, SC-3: one seat's points with what made them, and its score under the common factor. */
export function scoreSeat(scenario: Scenario, state: MatchState, seat: SeatId, tier: Tier): SeatScore {
  const spec = scenario.seats.find((each) => each.id === seat);
  const own = state.seats[seat];
  const par = spec?.par ?? 0;
  if (!spec || !own) return { seat, n: 0, score: 0, par, beatPar: false, terms: [], mandateMet: null };
  const { values, cost } = netOf(scenario, state, seat, { final: true });
  const net = values - cost;
  const rungs = seat === scenario.proliferator ? state.indicators.PRO - scenario.indicators.PRO : 0;
  const met = tier === 'war' && own.mandate !== null ? false : mandateMet(scenario, state, seat);
  const terms: Term[] = [
    { code: 'score.base', value: BASE_N },
    ...gathered(own.n - BASE_N, own.nTerms),
    { code: 'score.clauses', value: floorDiv(spec.k * net, 10), params: { net, values, cost, weight: spec.k } },
    { code: 'score.rungs', value: PER_RUNG * rungs, params: { rungs } },
    { code: 'score.mandate', value: met ? scenario.mandateWorth : 0 },
    { code: 'score.core', value: coreCardPoints(scenario, state, seat) },
    { code: 'score.linkage', value: linkagePoints(scenario, state, seat) },
  ];
  const sum = terms.reduce((all, term) => all + term.value, 0);
  const n = clamp(sum, 0, MOST_POINTS);
  if (n !== sum) terms.push({ code: 'bound', value: n - sum });
  const result = inTier(n, tier);
  return { seat, n, score: result, par, beatPar: result > par, terms: terms.filter((term) => term.value !== 0), mandateMet: met };
}

/** Points won in play, gathered by what brought them; whatever has no term is named as such. */
function gathered(moved: number, nTerms: readonly Term[]): Term[] {
  const sums = new Map<string, Term>();
  for (const term of nTerms) {
    const action = term.params?.['action'];
    const key = `${term.code} ${action ?? ''}`;
    sums.set(key, { code: term.code, value: (sums.get(key)?.value ?? 0) + term.value, ...(term.params ? { params: term.params } : {}) });
  }
  const told = [...sums.values()];
  const rest = moved - told.reduce((all, term) => all + term.value, 0);
  return rest === 0 ? told : [...told, { code: 'score.other', value: rest }];
}

/** SC-4: the table's tier, every seat's score, and the second crown for the most above par; none in war. */
export function score(scenario: Scenario, state: MatchState): Ending {
  const tier = tierOf(scenario, state);
  const scores = scenario.seats.map((spec) => scoreSeat(scenario, state, spec.id, tier));
  const best = Math.max(...scores.map((each) => each.score - each.par));
  return {
    tier, factor: FACTORS[tier], round: state.round, scores,
    second: tier === 'war' ? [] : scores.filter((each) => each.score - each.par === best).map((each) => each.seat),
    reasons: reasons(scenario, state),
  };
}

/** What the tier was judged by. */
function reasons(scenario: Scenario, state: MatchState): Term[] {
  const { W, CON, INST, BLOC, PRO } = state.indicators;
  const worst = Math.max(W, ...state.history.map((round) => round.indicators.W));
  return [
    { code: 'tier.war', value: W, params: { worst, brink: scenario.brink, limit: scenario.war } },
    { code: state.talks.open ? 'tier.open' : 'tier.suspended', value: state.talks.open ? 0 : 1 },
    { code: 'tier.consensus', value: CON }, { code: 'tier.institutions', value: INST }, { code: 'tier.blocs', value: BLOC },
    { code: 'tier.proliferation', value: PRO, params: { start: scenario.indicators.PRO } },
  ];
}
