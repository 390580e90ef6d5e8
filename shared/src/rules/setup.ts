/** SE: the state before the first dawn, and the mandates dealt to the seats. */
import { allPairs, pairKey } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchOptions } from '../model/commands.ts';
import { NO_STATECRAFT } from '../model/statecraft.ts';
import type { MatchState, SeatState } from '../model/state.ts';
import type { Scenario, SeatSpec } from '../scenario/schema.ts';
import { allows } from './level.ts';
import { pick } from './random.ts';
import { withStanding } from './standing.ts';
import { warIndex } from './war.ts';

/** National points every seat starts with (SC-2). */
export const BASE_N = 50;

const seatAtStart = (seat: SeatSpec): SeatState => ({
  ds: seat.ds, pow: seat.pow, n: BASE_N, ap: 0, redLine: seat.redLine, enforcement: seat.redLine ?? 0, cabinet: seat.cabinet,
  mandate: null, holder: 'bot', used: {}, pressureDue: false, nTerms: [],
});

/** SE: everything a match of this scenario knows before it starts; round 0, nothing sealed, in force only what the scenario brings along. */
export function waiting(scenario: Scenario): MatchState {
  const { TEN, BLOC, CON, VAL, D, CM, PRO } = scenario.indicators;
  const options: MatchOptions = { seed: 0, level: 'core', pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(scenario.seats.map((seat) => [seat.id, 'bot' as const])) };
  return withStanding(scenario, {
    scenario: scenario.id, options, status: 'waiting', random: 0,
    round: 0, phase: 'dawn', slot: 0, phaseSeq: 0,
    indicators: { TEN, BLOC, CON, VAL, D, CM, PRO, INST: 0, V: 0, W: warIndex(TEN, BLOC, CON) },
    clock: 0, tests: 0, launches: 0,
    seats: Object.fromEntries(scenario.seats.map((seat) => [seat.id, seatAtStart(seat)])),
    trust: Object.fromEntries(allPairs(scenario).map(([a, b]) => { const key = pairKey(scenario, a, b); return [key, scenario.trust[key] ?? 0]; })),
    ready: [], sealed: { declarations: {}, choices: {}, sides: {}, answers: {}, stands: {} },
    invitations: [], meetings: [], proposals: [], commitments: [], acts: null, crisis: null,
    talks: { open: scenario.suspended !== true, suspendedSince: scenario.suspended ? 1 : null, suspendedRounds: 0, longestSuspension: 0, refusedDrafts: 0, preSteps: [], draftPut: false, chair: scenario.chair },
    leaks: {}, principles: [], bound: {}, windowUntil: null, pending: { ten: [], bloc: [], cm: [] }, events: {}, free: {},
    messages: [], news: [], history: [], craft: NO_STATECRAFT, ending: null, nextId: 1,
  });
}

/** SC-4, SE-7: one secret mandate a seat, drawn by the seed; none where the match does not play mandates. */
export function dealMandates(scenario: Scenario, random: number, options?: MatchOptions): { readonly mandates: Readonly<Record<SeatId, string | null>>; readonly random: number } {
  const played = options ? allows(scenario, options, 'mandates') : scenario.pinned.includes('mandates');
  const mandates: Record<SeatId, string | null> = {};
  let state = random | 0;
  for (const seat of scenario.seats) {
    if (!played) { mandates[seat.id] = null; continue; }
    const drawn = pick(state, seat.mandates);
    mandates[seat.id] = drawn.item ?? null;
    state = drawn.random;
  }
  return { mandates, random: state };
}
