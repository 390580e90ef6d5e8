/** PH-1 f and g, EV-1: which events happen at a dawn or when a rule calls for them, and what it sets going. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import type { Tally } from '../../engine/tally.ts';
import type { MatchOptions } from '../../model/commands.ts';
import type { MatchState } from '../../model/state.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { EventSpec, Scenario } from '../../scenario/schema.ts';
import { allows, levelOf, reaches, rulesOf } from '../level.ts';
import type { Rules } from '../level.ts';
import { apply, drawnPair, endEffects, moveOnce, setSupportLater } from './effects.ts';
import { seedRipe } from './seeds.ts';
import { applies } from './standing.ts';
import { runningBreach, triggered } from './triggers.ts';

export type Happening = Extract<EventSpec, { kind: 'happening' }>;
/** EV-1: unscheduled events a dawn. */
export const MOST_UNSCHEDULED = 2;

/** LV: an event with a number of the rule book needs its level, another one the level it names; one that names none always plays. */
export const plays = (scenario: Scenario, match: MatchState | MatchOptions, event: EventSpec): boolean => {
  if (levelOf(scenario, event.id) !== null) return allows(scenario, match, event.id);
  return event.kind !== 'happening' || event.level === undefined || reaches(match, event.level);
};

const played = new WeakMap<Rules, ReadonlyMap<EventSpec['kind'], readonly EventSpec[]>>();
const NO_EVENTS: readonly EventSpec[] = [];

/** Events of one kind that this match plays, in the scenario's order, happenings in order of id. */
export function eventsOf<K extends EventSpec['kind']>(scenario: Scenario, { options }: Pick<MatchState, 'options'>, kind: K): readonly Extract<EventSpec, { kind: K }>[] {
  const rules = rulesOf(scenario, options);
  let found = played.get(rules);
  if (!found) {
    const kinds = new Map([...lookup(scenario).eventsOf].map(([each, all]): [EventSpec['kind'], EventSpec[]] => [each, all.filter((event) => plays(scenario, options, event))]));
    kinds.get('happening')?.sort((a, b) => (a.id < b.id ? -1 : 1));
    played.set(rules, (found = kinds));
  }
  return (found.get(kind) ?? NO_EVENTS) as readonly Extract<EventSpec, { kind: K }>[];
}

/** Events of the scenario's own language that this match plays, in order of id. */
export const happenings = (scenario: Scenario, state: MatchState): readonly Happening[] => eventsOf(scenario, state, 'happening');
export function happening(scenario: Scenario, id: string): Happening | undefined {
  const event = lookup(scenario).events.get(id);
  return event?.kind === 'happening' ? event : undefined;
}

/** Lets an event happen: its effects, and the news of it. */
export function fire(r: Recorder, t: Tally, event: Happening): void {
  const covert = event.effects.find((effect) => effect.do === 'findCovert');
  // E32: until the fold only the one who has something to confess knows that somebody is close.
  if (!covert) r.emit({ type: 'eventFired', id: event.id });
  for (const effect of event.effects) apply(r, t, event.id, effect);
  if (covert) {
    const breacher = runningBreach(r.state)?.giver;
    if (breacher !== undefined) post(r, 'fold.event.fired', { event: event.id, story: event.id }, [breacher]);
    return;
  }
  if (event.on !== undefined && event.effects.length === 0) return; // the rule that called for it tells the story
  const pair = drawnPair(r.state, event.id);
  const told = { event: event.id, story: event.id, ...(pair ? { a: pair[0], b: pair[1] } : {}) };
  post(r, pair ? 'fold.event.pair' : 'fold.event.fired', told, 'all', r.scenario.places[event.id]);
}

/** For rules that call for one event by the id their scenario names. */
export function fireById(r: Recorder, t: Tally, id: string): void {
  const event = happening(r.scenario, id);
  if (event && plays(r.scenario, r.state, event)) fire(r, t, event);
}
/** For rules that know what has happened, not what it is called. */
export function fireOn(r: Recorder, t: Tally, on: NonNullable<Happening['on']>): void {
  for (const event of happenings(r.scenario, r.state)) if (event.on === on) fire(r, t, event);
}

/** PH-1f. */
export function fireRounds(r: Recorder, t: Tally): void {
  setSupportLater(r);
  for (const event of happenings(r.scenario, r.state)) if (event.rounds?.includes(r.state.round)) fire(r, t, event);
}

/** EV-1: what may happen unscheduled this dawn, buds apart (BU-1). */
export function ripe(scenario: Scenario, state: MatchState, event: Happening): boolean {
  if (event.bud || event.on !== undefined || event.rounds?.includes(state.round)) return false;
  const stands = state.craft.effects.some((standing) => standing.event === event.id);
  if (stands || (state.events[event.id] !== undefined && !event.again)) return false;
  if (event.or && triggered(scenario, state, event.or)) return true;
  if (event.seed) return seedRipe(state, event) && (event.trigger === undefined || triggered(scenario, state, event.trigger));
  return event.trigger !== undefined && triggered(scenario, state, event.trigger);
}

/** PH-1a: what the last round ends, and what comes again with each dawn. */
export function turnEffects(r: Recorder, t: Tally): void {
  const { scenario, state } = r;
  if (state.craft.effects.length === 0) return;
  const resolved = new Set([...new Set(state.craft.effects.map((each) => each.event))].filter((id) => { const until = happening(scenario, id)?.until; return until !== undefined && triggered(scenario, state, until); }));
  endEffects(r, ({ event, until, effect }) => effect.do !== 'setSupport' && (until === null ? resolved.has(event) : until < state.round));
  for (const { event, effect } of r.state.craft.effects) {
    if ((effect.do === 'indicator' || effect.do === 'support') && effect.each && applies(scenario, r.state, effect)) moveOnce(t, event, effect);
  }
}
