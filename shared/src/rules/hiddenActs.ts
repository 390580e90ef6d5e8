/** AC-4: acts nobody saw. Their private effects count at once, their public ones when they are disclosed, exposed or found. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { Refusal, SecretChoice } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { TakenAction } from '../model/events.ts';
import type { ActionId, SeatId } from '../model/ids.ts';
import type { HiddenAct } from '../model/statecraft.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { fireOn } from './events/fire.ts';
import { doneOpenly } from './events/standing.ts';
import { BY_ACTION } from './tension.ts';

const specOf = (scenario: Scenario, action: ActionId): ActionSpec | undefined => lookup(scenario).actions.get(action);

/** Whether this act of this seat is unseen: always, or only the first time it is done. */
export const isHidden = (state: MatchState, spec: ActionSpec, seat: SeatId): boolean => !doneOpenly(state, spec, seat) && (spec.hidden === true || (spec.hidden === 'first' && (state.seats[seat]?.used[spec.id] ?? 0) === 0));

/** The same for the acts just revealed, read from a state in which their uses may be counted already. */
export const stillHidden = (scenario: Scenario, state: MatchState, taken: TakenAction): boolean => {
  const spec = specOf(scenario, taken.action);
  if (!spec || spec.hidden === false) return false;
  const kept = state.craft.hidden.find((act) => act.seat === taken.seat && act.action === taken.action && act.round === state.round);
  return kept ? kept.open === 'hidden' : isHidden(state, spec, taken.seat);
};

/** PH-2.2: keeps a hidden act; those that can be found by themselves are dated (AC-4), others wait for a question or a confession. */
export function hide(r: Recorder, taken: TakenAction, spec: ActionSpec): void {
  const foundAt = spec.hidden === 'first' ? r.state.round + Math.max(1, 3 - r.state.indicators.V) : null;
  r.emit({ type: 'hiddenMoved', act: { seat: taken.seat, action: spec.id, ...(taken.target === undefined ? {} : { target: taken.target }), round: r.state.round, foundAt, open: 'hidden' } });
}

/** What the act does in public, once it is known. */
function goPublic(t: Tally, spec: ActionSpec, act: HiddenAct): void {
  const params = { action: spec.id, seat: act.seat };
  t.ten.push({ code: BY_ACTION, value: spec.ten, params });
  t.bloc.push({ code: BY_ACTION, value: spec.bloc, params });
  t.cm.push({ code: BY_ACTION, value: spec.cm, params });
}

/** E33: hidden acts of earlier rounds that a question about this seat brings out. */
export const exposable = (scenario: Scenario, state: MatchState, seat: SeatId): readonly HiddenAct[] =>
  state.craft.hidden.filter((act) => act.seat === seat && act.open === 'hidden' && act.round < state.round && specOf(scenario, act.action)?.exposed !== undefined);

/** AC-4, E33: exposed before it was disclosed: allies feel passed over, and the mood suffers. */
export function expose(r: Recorder, t: Tally, act: HiddenAct): void {
  const spec = specOf(r.scenario, act.action);
  if (!spec) return;
  r.emit({ type: 'hiddenMoved', act: { ...act, open: 'exposed' } });
  goPublic(t, spec, act);
  if (spec.exposed) {
    for (const [a, b] of r.scenario.allies) if (a === act.seat || b === act.seat) t.trust.push({ a, b, code: 'exposed', value: spec.exposed.allies });
    t.cm.push({ code: 'exposed', value: spec.exposed.cm, params: { action: spec.id, seat: act.seat } });
  }
  fireOn(r, t, 'exposure'); // E33
  post(r, 'fold.hidden.exposed', { seat: act.seat, action: act.action, round: act.round }, 'all', r.scenario.places[act.action]);
}

/** PH-1i: hidden acts whose time has come are found. */
export function findHiddenActs(r: Recorder, t: Tally): void {
  for (const act of r.state.craft.hidden) {
    const spec = specOf(r.scenario, act.action);
    if (act.open !== 'hidden' || act.foundAt === null || act.foundAt > r.state.round || !spec) continue;
    r.emit({ type: 'hiddenMoved', act: { ...act, open: 'exposed' } });
    goPublic(t, spec, act);
    post(r, 'fold.hidden.found', { seat: act.seat, action: act.action, round: act.round }, 'all', r.scenario.places[act.action]);
  }
}

/** AC-4: own hidden acts of earlier rounds that may be disclosed now, without penalty. */
export const legalDisclosures = (scenario: Scenario, state: MatchState, seat: SeatId): readonly ActionId[] =>
  [...new Set(exposable(scenario, state, seat).map((act) => act.action))];

export function checkDisclosures(scenario: Scenario, state: MatchState, seat: SeatId, choice: SecretChoice): Refusal | null {
  const may = legalDisclosures(scenario, state, seat);
  const wrong = (choice.disclose ?? []).find((action) => !may.includes(action));
  return wrong === undefined ? null : refuse('cannot-disclose', { action: wrong });
}

/** PH-2.2: disclosures chosen in step 6. */
export function discloseActs(r: Recorder, t: Tally): void {
  for (const { id: seat } of r.scenario.seats) {
    const chosen = r.state.sealed.choices[seat]?.disclose ?? [];
    for (const act of exposable(r.scenario, r.state, seat)) {
      const spec = specOf(r.scenario, act.action);
      if (!chosen.includes(act.action) || !spec) continue;
      r.emit({ type: 'hiddenMoved', act: { ...act, open: 'disclosed' } });
      goPublic(t, spec, act);
      post(r, 'fold.hidden.disclosed', { seat, action: act.action, round: act.round }, 'all', r.scenario.places[act.action]);
    }
  }
}
