/** CO-12: an act announced before it is done is no surprise, and breaks no promise of having none. */
import { post } from '../engine/news.ts';
import { record } from '../engine/recorder.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { ActionId, SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { allows } from './level.ts';

const PHASES: readonly string[] = ['bilateral', 'plenary'];
/** As many as a seat may take (AC-1). */
const MOST = 3;

/** Acts of this seat that some clause wants announced. */
const announceable = (scenario: Scenario, state: MatchState, seat: SeatId): ActionId[] =>
  wantedIn(scenario).filter((spec) => spec.who.includes(seat) && allows(scenario, state, spec.id)).map((spec) => spec.id);
const known = new WeakMap<Scenario, readonly ActionSpec[]>();
function wantedIn(scenario: Scenario): readonly ActionSpec[] {
  let wanted = known.get(scenario);
  if (!wanted) {
    const ids = new Set(scenario.clauses.flatMap((clause) => clause.brokenBy.flatMap((rule) => (rule.unannounced ? [rule.action] : []))));
    known.set(scenario, (wanted = scenario.actions.filter((spec) => ids.has(spec.id))));
  }
  return wanted;
}
const announcedBy = (state: MatchState, seat: SeatId): ActionId[] => state.craft.announced.filter((each) => each.seat === seat).map((each) => each.action);

export function legalAnnouncements(scenario: Scenario, state: MatchState, seat: SeatId): readonly ActionId[] {
  if (!allows(scenario, state, 'ANNOUNCE') || !PHASES.includes(state.phase)) return [];
  const said = announcedBy(state, seat);
  return said.length >= MOST ? [] : announceable(scenario, state, seat).filter((action) => !said.includes(action));
}

/** Public and binding nobody: what was announced may still be left undone. */
export function decideAnnounce(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'announce' }>): readonly MatchEvent[] | Refusal {
  const { action } = command;
  if (!allows(scenario, state, 'ANNOUNCE')) return refuse('not-at-level', { command: command.type });
  if (!PHASES.includes(state.phase)) return refuse('wrong-phase', { phase: 'plenary', now: state.phase });
  if (!lookup(scenario).actions.has(action)) return refuse('unknown-action', { action });
  const said = announcedBy(state, seat);
  if (said.includes(action)) return refuse('already-announced', { action });
  if (said.length >= MOST || !announceable(scenario, state, seat).includes(action)) return refuse('cannot-announce', { action, actions: announceable(scenario, state, seat).join(','), max: MOST });
  const r = record(scenario, state);
  r.emit({ type: 'actAnnounced', seat, action });
  post(r, 'table.announced', { seat, action }, 'all', scenario.places[action]);
  return r.events;
}
