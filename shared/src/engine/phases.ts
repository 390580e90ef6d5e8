/** PH: the order of the phases, who is awaited in each, and what closing one sets going. */
import type { SeatId } from '../model/ids.ts';
import type { PhaseId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { revealActs } from '../rules/actions.ts';
import { adoptPlenary } from '../rules/adoption.ts';
import { closeSlot } from '../rules/bilaterals.ts';
import { openDawn } from '../rules/dawn.ts';
import { declares } from '../rules/declaration.ts';
import { allows } from '../rules/level.ts';
import { finishRound, foldRound, needsHotline } from '../rules/fold.ts';
import { revealRedLines } from '../rules/pressure.ts';
import { legalMediation, legalSide, legalStand } from '../rules/sideTaking.ts';
import type { Recorder } from './recorder.ts';

/** M17, PH bilaterals: an institution gives everybody one more slot, where the level plays that step. */
export const slotsOf = (scenario: Scenario, state: MatchState): number => (state.indicators.INST >= 1 && allows(scenario, state, 'M17-steps') ? scenario.slotsWithInstitution : scenario.bilateralSlots);

/** Seats that may act in this phase: it ends early when all of them are ready (PH-4). Phases without decisions wait for everybody to have read. */
export function expected(scenario: Scenario, state: MatchState): SeatId[] {
  const everyone = scenario.seats.map((seat) => seat.id);
  switch (state.phase) {
    case 'declaration':
      return everyone.filter((seat) => declares(state, seat));
    case 'crisis':
      return everyone.filter((seat) => legalSide(scenario, state, seat) !== null || legalMediation(scenario, state, seat).length > 0);
    case 'hotline':
      return everyone.filter((seat) => legalStand(scenario, state, seat));
    case 'dawn':
    case 'brief':
    case 'bilateral':
    case 'plenary':
    case 'secret':
    case 'reveal':
      return everyone;
    default:
      return state.phase satisfies never;
  }
}

/** Seats the phase still waits for. */
export const awaited = (scenario: Scenario, state: MatchState): SeatId[] => (state.status === 'running' ? expected(scenario, state).filter((seat) => !state.ready.includes(seat)) : []);

/** The first dawn. */
export const openMatch = (r: Recorder): void => openRound(r, 1);

/** Goes on when nobody is awaited any more. */
export function advanceWhenReady(r: Recorder): void {
  if (r.state.status === 'running' && awaited(r.scenario, r.state).length === 0) closePhase(r);
}

/** Ends the running phase, with the default of PH-1 for whoever kept silent, and opens the next. */
export function closePhase(r: Recorder): void {
  const { scenario, state } = r;
  switch (state.phase) {
    case 'dawn':
    case 'brief': // nothing is dealt below the level of cards, so the brief is never opened
      return open(r, 'declaration');
    case 'declaration':
      revealRedLines(r);
      return open(r, 'bilateral', 1);
    case 'bilateral':
      closeSlot(r);
      return state.slot < slotsOf(scenario, state) ? open(r, 'bilateral', state.slot + 1) : open(r, 'plenary');
    case 'plenary':
      if (state.talks.open) adoptPlenary(r);
      return open(r, 'secret');
    case 'secret':
      revealActs(r);
      return openCrisis(r);
    case 'crisis':
      return settle(r);
    case 'hotline':
      finishRound(r);
      return open(r, 'reveal');
    case 'reveal':
      return openRound(r, state.round + 1);
    default:
      return state.phase satisfies never;
  }
}

/** Step 7 is there for those who have a side to take or an offer to answer; without them the round is folded at once. */
function openCrisis(r: Recorder): void {
  const crisis: MatchState = { ...r.state, phase: 'crisis' };
  if (expected(r.scenario, crisis).length > 0) open(r, 'crisis');
  else settle(r);
}

/** PH-2, with the hotline between the war index and the end of the round when it rings (PH-5). */
function settle(r: Recorder): void {
  foldRound(r);
  open(r, r.state.status === 'running' && needsHotline(r) ? 'hotline' : 'reveal');
}

function openRound(r: Recorder, round: number): void {
  r.emit({ type: 'phaseOpened', round, phase: 'dawn', slot: 0, phaseSeq: r.state.phaseSeq + 1 });
  openDawn(r);
}

function open(r: Recorder, phase: PhaseId, slot = 0): void {
  r.emit({ type: 'phaseOpened', round: r.state.round, phase, slot, phaseSeq: r.state.phaseSeq + 1 });
}
