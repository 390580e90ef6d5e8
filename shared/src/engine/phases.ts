/** PH: the order of the phases, who is awaited in each, and what closing one sets going. */
import type { SeatId } from '../model/ids.ts';
import type { PhaseId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { revealActs } from '../rules/actions.ts';
import { adoptPlenary } from '../rules/adoption.ts';
import { closeSlot } from '../rules/bilaterals.ts';
import { dealCoreCards } from '../rules/cards/coreInterest.ts';
import { dealLinkageCards } from '../rules/cards/linkage.ts';
import { settlePledges } from '../rules/events/buds.ts';
import { returnDemarcheAp } from '../rules/demarche.ts';
import { openDawn } from '../rules/dawn.ts';
import { declares } from '../rules/declaration.ts';
import { mayBid } from '../rules/events/bids.ts';
import { allows } from '../rules/level.ts';
import { finishRound, foldRound, needsHotline } from '../rules/fold.ts';
import { closeReadings, openVotes } from '../rules/readings.ts';
import { revealRedLines } from '../rules/pressure.ts';
import { askedNow } from '../rules/answers.ts';
import { legalSide, legalStand } from '../rules/sideTaking.ts';
import type { Recorder } from './recorder.ts';

/** M17, PH bilaterals: an institution gives everybody one more slot, where the level plays that step. */
export const slotsOf = (scenario: Scenario, state: MatchState): number => (state.indicators.INST >= 1 && allows(scenario, state, 'M17-steps') ? scenario.slotsWithInstitution : scenario.bilateralSlots);

/** Whether a seat may act in this phase: it ends early when all of these are ready (PH-4). Phases without decisions wait for everybody to have read. */
export function isExpected(scenario: Scenario, state: MatchState, seat: SeatId): boolean {
  switch (state.phase) {
    case 'declaration':
      return declares(state, seat) || openVotes(state).length > 0 || mayBid(scenario, state, seat);
    case 'crisis':
      return legalSide(scenario, state, seat) !== null || askedNow(scenario, state, seat).length > 0;
    case 'hotline':
      return legalStand(scenario, state, seat);
    case 'dawn':
    case 'brief':
    case 'bilateral':
    case 'plenary':
    case 'secret':
    case 'reveal':
      return true;
    default:
      return state.phase satisfies never;
  }
}

/** Whether the phase still waits for this seat. */
export const isAwaited = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => !state.ready.includes(seat) && isExpected(scenario, state, seat);

/** Seats the phase still waits for. */
export const awaited = (scenario: Scenario, state: MatchState): SeatId[] => (state.status === 'running' ? lookup(scenario).everyone.filter((seat) => isAwaited(scenario, state, seat)) : []);

/** True while the phase waits for anybody: asked after every act, so it stops at the first. */
const waits = (scenario: Scenario, state: MatchState): boolean => lookup(scenario).everyone.some((seat) => isAwaited(scenario, state, seat));

/** The first dawn. */
export const openMatch = (r: Recorder): void => openRound(r, 1);

/** Goes on when nobody is awaited any more. */
export function advanceWhenReady(r: Recorder): void {
  if (r.state.status === 'running' && !waits(r.scenario, r.state)) closePhase(r);
}

/** Ends the running phase, with the default of PH-1 for whoever kept silent, and opens the next. */
export function closePhase(r: Recorder): void {
  const { scenario, state } = r;
  switch (state.phase) {
    case 'dawn':
      return briefed(r) ? openBrief(r) : open(r, 'declaration');
    case 'brief':
      return open(r, 'declaration');
    case 'declaration':
      revealRedLines(r);
      closeReadings(r); // CO-9
      return open(r, 'bilateral', 1);
    case 'bilateral':
      closeSlot(r);
      return state.slot < slotsOf(scenario, state) ? open(r, 'bilateral', state.slot + 1) : open(r, 'plenary');
    case 'plenary':
      if (state.talks.open) adoptPlenary(r);
      returnDemarcheAp(r);
      settlePledges(r);
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

/** PH-1.2: a brief is held where cards are dealt or knowledge is for sale; below that level there is none. */
const briefed = (r: Recorder): boolean => ['M04', 'M09', 'M10'].some((rule) => allows(r.scenario, r.state, rule));
function openBrief(r: Recorder): void {
  open(r, 'brief');
  dealCoreCards(r);
  dealLinkageCards(r);
}

/** Step 7 is there for those who have a side to take or an offer to answer; without them the round is folded at once. */
function openCrisis(r: Recorder): void {
  const crisis: MatchState = { ...r.state, phase: 'crisis' };
  if (lookup(r.scenario).everyone.some((seat) => isExpected(r.scenario, crisis, seat))) open(r, 'crisis');
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
