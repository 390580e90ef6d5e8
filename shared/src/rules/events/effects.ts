/** EV: what an event does: moves that happen at once or at the fold, and effects that begin to stand. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import type { Tally } from '../../engine/tally.ts';
import type { SeatId } from '../../model/ids.ts';
import { powers } from '../../model/pairs.ts';
import type { StandingEffect } from '../../model/statecraft.ts';
import type { MatchState } from '../../model/state.ts';
import type { EventEffect, Scenario } from '../../scenario/schema.ts';
import { redrawMandate } from '../cabinet.ts';
import { givenTranches, owedTranches, reverse } from '../ledger.ts';
import { pick } from '../random.ts';
import { over, standing } from '../tranches.ts';
import { powerPairs } from '../trust.ts';
import { applies } from './standing.ts';
import type { Effect } from './standing.ts';
import { performedSince } from './triggers.ts';

/** EV-2: an event of dawn works in the round that starts, one of the fold from the next on. */
export const firstRound = (state: MatchState): number => (state.phase === 'dawn' || state.phase === 'declaration' ? state.round : state.round + 1);
const lastRound = (state: MatchState, rounds: number | undefined): number | null => (rounds === undefined ? null : firstRound(state) + rounds - 1);

/** Begins to stand for its rounds, or while its event is in force. */
export function begin(r: Recorder, event: string, effect: EventEffect, rounds: number | undefined = effect.rounds): void {
  r.emit({ type: 'effectBegan', effect: { event, until: lastRound(r.state, rounds), effect } });
}

/** Does one effect of an event. */
export function apply(r: Recorder, t: Tally, event: string, effect: EventEffect): void {
  switch (effect.do) {
    case 'indicator':
    case 'support':
      if (effect.atFold) return begin(r, event, effect, effect.rounds ?? 1);
      if (effect.each) begin(r, event, effect);
      if (applies(r.scenario, r.state, effect)) moveOnce(t, event, effect);
      return;
    case 'setSupport':
      return effect.after === undefined ? setSupport(r, effect) : begin(r, event, effect, effect.after);
    case 'ap':
      // This round's AP are out already (PH-1a).
      if (r.state.phase === 'dawn' && applies(r.scenario, r.state, effect)) setAp(r, effect.seat, effect.value);
      return begin(r, event, effect);
    case 'trust':
    case 'points':
    case 'drawnPair':
    case 'power':
    case 'reverse':
    case 'freeReversal':
    case 'leakCounter':
    case 'redrawMandate':
    case 'breakthrough':
      return applies(r.scenario, r.state, effect) ? moveNow(r, t, event, effect) : undefined;
    case 'crisis':
    case 'findCovert':
    case 'jointAct':
      return begin(r, event, effect, effect.rounds ?? 1);
    case 'divergence':
    case 'actionCost':
    case 'actionTimes':
    case 'clauseCost':
    case 'clauseWorth':
    case 'redLine':
    case 'pressure':
    case 'verification':
    case 'detection':
    case 'excuse':
    case 'holdCounterparts':
    case 'requires':
    case 'bars':
    case 'noBilaterals':
    case 'freeMeeting':
    case 'noCosigning':
    case 'freeWalkOut':
    case 'openly':
    case 'bidMost':
      return begin(r, event, effect);
    default:
      return effect satisfies never;
  }
}

/** A move of an indicator or of support, written down for the tally. */
export function moveOnce(t: Tally, event: string, effect: Effect<'indicator' | 'support'>): void {
  const term = { code: 'event', value: effect.value, params: { event } };
  if (effect.do === 'support') t.ds.push({ seat: effect.seat, ...term });
  else ({ TEN: t.ten, BLOC: t.bloc, CM: t.cm, VAL: t.val })[effect.key].push(term);
}

type Move = Effect<'trust' | 'points' | 'drawnPair' | 'power' | 'reverse' | 'freeReversal' | 'leakCounter' | 'redrawMandate' | 'breakthrough'>;
function moveNow(r: Recorder, t: Tally, event: string, effect: Move): void {
  switch (effect.do) {
    case 'trust':
      t.trust.push({ a: effect.a, b: effect.b, code: 'eventTrust', value: effect.value });
      return;
    case 'points':
      t.n.push({ seat: effect.seat, code: 'event', value: effect.value, params: { event } });
      return;
    case 'drawnPair':
      return movePair(r, t, event, effect);
    case 'power':
      for (const [seat, by] of Object.entries(effect.shift)) {
        const pow = r.state.seats[seat]?.pow;
        if (pow !== null && pow !== undefined) r.emit({ type: 'seatMoved', seat, set: { pow: pow + by } });
      }
      return;
    case 'reverse':
      for (const c of r.state.commitments) if (c.clause === effect.clause && c.giver === effect.giver) reverse(r, t, c.id, { announced: false });
      return;
    case 'freeReversal':
      for (const c of r.state.commitments) {
        if (c.clause === effect.clause && c.giver === effect.giver && !over(c) && standing(c)) r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { freeReversalUntil: lastRound(r.state, effect.rounds ?? 1) } });
      }
      return;
    case 'leakCounter':
      return r.emit({ type: 'leakCounted', counter: effect.set ? effect.value : r.state.craft.leakCounter + effect.value });
    case 'redrawMandate':
      return redrawMandate(r, effect.seat);
    case 'breakthrough':
      return breakThrough(r, event, effect);
    default:
      return effect satisfies never;
  }
}

/** E26: draws the pair when the event fires; a later move of the same event meets the same pair. */
function movePair(r: Recorder, t: Tally, event: string, effect: Effect<'drawnPair'>): void {
  let pair = drawnPair(r.state, event);
  if (!pair) {
    const drawn = pick(r.state.random, powerPairs(r.scenario));
    if (drawn.item === undefined) return;
    pair = drawn.item;
    r.emit({ type: 'randomDrawn', random: drawn.random });
    begin(r, event, { do: 'trust', a: pair[0], b: pair[1], value: effect.value }, 1);
  }
  t.trust.push({ a: pair[0], b: pair[1], code: 'eventTrust', value: effect.value });
}

/** The pair drawn for an event of this round. */
export function drawnPair(state: MatchState, event: string): readonly [SeatId, SeatId] | undefined {
  for (const each of state.craft.effects) if (each.event === event && each.effect.do === 'trust' && each.until === state.round) return [each.effect.a, each.effect.b];
  return undefined;
}

/** DS-4: sets support where it is now to the value the event names. */
function setSupport(r: Recorder, effect: Effect<'setSupport'>): void {
  const { seat, ifPerformed, value } = effect;
  if (!applies(r.scenario, r.state, effect)) return;
  r.emit({ type: 'seatMoved', seat, set: { ds: ifPerformed && performedSince(r.scenario, r.state, ifPerformed.clause) !== null ? ifPerformed.value : value } });
}

/** Support that was to be set after some rounds is set now, when tempers have returned (PH-1b). */
export function setSupportLater(r: Recorder): void {
  const due = (each: StandingEffect): boolean => each.effect.do === 'setSupport' && each.until !== null && each.until < r.state.round;
  for (const { effect } of r.state.craft.effects.filter(due)) if (effect.do === 'setSupport') setSupport(r, effect);
  endEffects(r, due);
}

const setAp = (r: Recorder, seat: SeatId, by: number): void => r.emit({ type: 'seatMoved', seat, set: { ap: Math.max(0, (r.state.seats[seat]?.ap ?? 0) + by) } });

/** E35: the group whose chair met most eases one clause of its category, drawn among those that still cost something. */
function breakThrough(r: Recorder, event: string, effect: Effect<'breakthrough'>): void {
  const met = r.state.history.at(-1)?.met ?? {};
  const group = effect.groups.filter(({ chair }) => (met[chair] ?? 0) >= effect.meetings).sort((a, b) => (met[b.chair] ?? 0) - (met[a.chair] ?? 0))[0];
  const open = r.scenario.clauses.filter((clause) => clause.category === group?.category && clause.cost > 0 && clause.giver.seats.some((giver) => givenTranches(r.state, clause.id, giver) < owedTranches(clause)));
  const drawn = pick(r.state.random, open);
  if (!group || drawn.item === undefined) return;
  r.emit({ type: 'randomDrawn', random: drawn.random });
  begin(r, event, { do: 'clauseCost', clauses: [drawn.item.id], value: effect.value }, effect.rounds ?? 1);
  post(r, 'fold.event.breakthrough', { seat: group.chair, clause: drawn.item.id, category: group.category }, 'all', r.scenario.places[event]);
}

/** Effects whose rounds are over, or whose event is no longer in force, leave. */
export function endEffects(r: Recorder, ended: (effect: StandingEffect) => boolean): void {
  const { effects } = r.state.craft;
  if (effects.length === 0) return;
  const kept = effects.filter((each) => !ended(each));
  if (kept.length < effects.length) r.emit({ type: 'effectsEnded', effects: kept });
}

/** TR-2: whether all powers are among these seats. */
export const allPowers = (scenario: Scenario, seats: readonly SeatId[]): boolean => powers(scenario).every((power) => seats.includes(power));
