/** EV-2: what seats may do about an event in the secret phase: pay a remedy together, take one of several answers, confess. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { tally } from '../../engine/tally.ts';
import type { Tally } from '../../engine/tally.ts';
import type { SecretChoice } from '../../model/commands.ts';
import type { SeatId } from '../../model/ids.ts';
import type { Commitment, MatchState } from '../../model/state.ts';
import type { LegalSlice } from '../../model/view.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { EventChoice, Scenario } from '../../scenario/schema.ts';
import { bookIndicator } from '../booking.ts';
import { half } from '../integers.ts';
import { breach } from '../ledger.ts';
import { isSplit } from './bids.ts';
import { allPowers, apply, drawnPair, endEffects, moveOnce } from './effects.ts';
import { happening } from './fire.ts';
import type { Happening } from './fire.ts';
import { applies, effectsOf } from './standing.ts';
import type { Effect } from './standing.ts';
import { runningBreach } from './triggers.ts';
import { witnesses } from '../secrecy.ts';
import { over } from '../tranches.ts';

type Remedies = NonNullable<LegalSlice['choose']>['remedies'];
type Remedy = Remedies[number];
const NO_REMEDIES: readonly Remedy[] = [];
const NOT_NOW: readonly Happening[] = [];
/** Something to be paid for by AP: a remedy, or the healing of a split vote. */
interface Payable { readonly event: Happening; readonly seats: readonly SeatId[]; readonly least: number; readonly must: readonly SeatId[]; readonly ap: number; readonly choice: Extract<EventChoice, { by: 'remedy' | 'vote' }> }

const NOT_PAYABLE: readonly Payable[] = [];

/** Events of this round whose choices are made in the secret phase. */
function current(scenario: Scenario, state: MatchState): readonly Happening[] {
  const { events, round } = state;
  if (last.events === events && last.round === round && last.scenario === scenario) return last.found;
  let found: Happening[] | null = null;
  for (const id in events) {
    const event = events[id] === round ? happening(scenario, id) : undefined;
    if (event?.choices) (found ??= []).push(event);
  }
  last = { scenario, events, round, found: found ?? NOT_NOW };
  return last.found;
}
/** Asked for every seat and act of a phase in which no event comes or goes. */
let last: { readonly scenario: Scenario | null; readonly events: MatchState['events'] | null; readonly round: number; readonly found: readonly Happening[] } = { scenario: null, events: null, round: 0, found: NOT_NOW };

function payables(scenario: Scenario, state: MatchState): readonly Payable[] {
  const now = current(scenario, state);
  return now.length === 0 ? NOT_PAYABLE : now.flatMap((event) => (event.choices ?? []).flatMap((choice): Payable[] => {
    if (choice.by === 'remedy') {
      const seats = choice.pair ? (drawnPair(state, event.id) ?? []) : choice.seats;
      return seats.length === 0 ? [] : [{ event, seats, least: choice.least, must: choice.must ?? [], ap: choice.ap, choice }];
    }
    if (choice.by !== 'vote' || !choice.healedBy || !isSplit(state, event.id)) return [];
    return [{ event, seats: choice.healedBy.seats, least: choice.healedBy.must.length, must: choice.healedBy.must, ap: choice.healedBy.ap, choice }];
  }));
}

/** The menu of this seat. */
export function legalAnswers(scenario: Scenario, state: MatchState, seat: SeatId): readonly Remedy[] {
  const now = current(scenario, state);
  if (now.length === 0) return confessions(state, seat);
  const paid = payables(scenario, state).filter((each) => each.seats.includes(seat)).map(({ event, ap }): Remedy => ({ event: event.id, commitments: [], ap, ds: 0 }));
  const answers = now.flatMap((event) => (event.choices ?? []).flatMap((choice): Remedy[] =>
    choice.by === 'option' && choice.seat === seat ? [{ event: event.id, commitments: [], ap: 0, ds: 0, options: choice.options.map((option) => option.id) }] : []));
  return [...paid, ...answers, ...confessions(state, seat)];
}

/** E32: whoever is about to be found out may confess first. */
function confessions(state: MatchState, seat: SeatId): readonly Remedy[] {
  if (state.craft.effects.length === 0) return NO_REMEDIES;
  const close = state.craft.effects.find((standing) => standing.effect.do === 'findCovert' && standing.until === state.round);
  return close && runningBreach(state)?.giver === seat ? [{ event: close.event, commitments: [], ap: 0, ds: 0 }] : NO_REMEDIES;
}

const chose = (choice: SecretChoice | undefined, event: string): SecretChoice['remedies'][number] | undefined => choice?.remedies.find((each) => each.event === event);
/** Who pays for a remedy in the sealed choices, if they are enough. */
function payers(state: MatchState, { event, seats, least, must }: Payable): readonly SeatId[] | null {
  const paying = seats.filter((seat) => chose(state.sealed.choices[seat], event.id) !== undefined);
  return paying.length >= Math.max(1, least) && must.every((seat) => paying.includes(seat)) ? paying : null;
}

/** As the sealed choices open: an excuse that its seat overrides is gone, so that its promise is answered for this round (E14). */
export function liftExcuses(r: Recorder): void {
  const lifted = payables(r.scenario, r.state).filter(({ choice }) => choice.by === 'remedy' && choice.ends).filter((each) => payers(r.state, each) !== null).map(({ event }) => event.id);
  const excused = r.state.craft.effects.some((each) => lifted.includes(each.event) && each.effect.do === 'excuse');
  if (!excused) return;
  endEffects(r, (each) => lifted.includes(each.event) && each.effect.do === 'excuse');
  const still = excusedNow(r.scenario, r.state);
  for (const c of r.state.commitments) if (c.excused === r.state.round && !still.has(c.id)) r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, set: { excused: 0 } });
}

/** Promises with something due that their giver cannot perform this round (CO-3). */
export function excusedNow(scenario: Scenario, state: MatchState): ReadonlySet<string> {
  const found = new Set<string>();
  const due = (c: Commitment): boolean => !over(c) && c.tranches.some((tranche) => tranche.state === 'due' || tranche.state === 'late');
  for (const { giver, first, categories } of effectsOf(scenario, state, 'excuse')) {
    const all = state.commitments.filter((c) => due(c) && (giver === undefined || c.giver === giver) && (categories === undefined || categories.includes(lookup(scenario).clauses.get(c.clause)?.category ?? '')));
    for (const c of first ? all.slice(0, 1) : all) found.add(c.id);
  }
  return found;
}
/** PH-1l: marks them once they have fallen due. */
export function markExcuses(r: Recorder): void {
  if (r.state.craft.effects.length === 0) return;
  for (const id of excusedNow(r.scenario, r.state)) {
    const c = r.state.commitments.find((each) => each.id === id);
    if (!c) continue;
    r.emit({ type: 'commitmentMoved', commitment: id, state: c.state, set: { excused: r.state.round } });
  }
}

/** PH-2.5: remedies that were paid for, answers given, and what waited for the fold. True when all powers paid for one remedy (TR-2). */
export function foldChoices(r: Recorder, t: Tally): boolean {
  let joint = false;
  for (const each of payables(r.scenario, r.state)) {
    const paying = payers(r.state, each);
    if (!paying) continue;
    if (each.choice.by === 'vote') heal(r, each.event);
    else {
      for (const effect of each.choice.instead) apply(r, t, each.event.id, effect);
      if (each.choice.ends) endEffects(r, (standing) => standing.event === each.event.id);
    }
    if (allPowers(r.scenario, paying)) joint = true;
    post(r, 'fold.remedy.paid', { event: each.event.id, seats: [...paying] }, 'all', r.scenario.places[each.event.id]);
  }
  foldOptions(r, t);
  foldWaiting(r, t);
  findCovert(r, t);
  return joint;
}

/** E15: once the powers look together, what split them is gone, from this round's divergence too. */
function heal(r: Recorder, event: Happening): void {
  const split = r.state.craft.effects.filter((each) => each.event === event.id && each.effect.do === 'divergence').reduce((all, each) => all + (each.effect as Effect<'divergence'>).value, 0);
  endEffects(r, (each) => each.event === event.id && each.effect.do === 'divergence');
  const healed = Math.max(0, r.state.indicators.D - split);
  bookIndicator(r, 'D', healed, [{ code: 'event', value: healed - r.state.indicators.D, params: { event: event.id } }]);
}

function foldOptions(r: Recorder, t: Tally): void {
  for (const event of current(r.scenario, r.state)) {
    for (const choice of event.choices ?? []) {
      if (choice.by !== 'option') continue;
      const taken = chose(r.state.sealed.choices[choice.seat], event.id)?.option ?? choice.usual;
      for (const effect of choice.options.find((option) => option.id === taken)?.effects ?? []) apply(r, t, event.id, effect);
      post(r, 'fold.event.answered', { event: event.id, seat: choice.seat, outcome: `${event.id}.${taken}` }, 'all', r.scenario.places[event.id]);
    }
  }
}

/** Moves that waited for the fold, and temptations not taken. */
function foldWaiting(r: Recorder, t: Tally): void {
  const { scenario, state } = r;
  for (const { event, effect, until } of state.craft.effects) {
    if (until !== null && until < state.round) continue;
    if ((effect.do === 'indicator' || effect.do === 'support') && effect.atFold && applies(scenario, state, effect)) moveOnce(t, event, effect);
    if (effect.do !== 'actionCost' || effect.unused === undefined) continue;
    const used = (state.acts?.actions ?? []).some((taken) => effect.actions.includes(taken.action) && (taken.seat === effect.seat || taken.partner === effect.seat));
    if (!used) t.ds.push({ seat: effect.seat, code: 'event', value: effect.unused, params: { event } });
  }
}

/** E32: the breach comes out; half of what it costs is spared to whoever confessed. */
function findCovert(r: Recorder, t: Tally): void {
  const close = r.state.craft.effects.find((each) => each.effect.do === 'findCovert' && each.until === r.state.round);
  const c = close && runningBreach(r.state);
  if (!close || !c) return;
  const confessed = chose(r.state.sealed.choices[c.giver], close.event) !== undefined;
  const found = tally();
  r.emit({ type: 'eventFired', id: close.event });
  post(r, confessed ? 'fold.event.confessed' : 'fold.event.found', { event: close.event, giver: c.giver, clause: c.clause }, witnesses(c), r.scenario.places[c.clause]);
  breach(r, found, c.id, { covert: true });
  const part = (value: number): number => (confessed ? half(value) : value);
  t.trust.push(...found.trust.map((term) => ({ ...term, value: part(term.value) })));
  t.cm.push(...found.cm.map((term) => ({ ...term, value: part(term.value) })));
  t.val.push(...found.val.map((term) => ({ ...term, value: part(term.value) })));
  t.ds.push(...found.ds);
  t.n.push(...found.n);
}

/** Rulings M16, E22: whether the powers stood together in the round an event asked it of them. */
export function foldJointAct(r: Recorder, t: Tally, joint: boolean): void {
  for (const { event, until, effect } of r.state.craft.effects) {
    if (effect.do !== 'jointAct' || until !== r.state.round) continue;
    t.val.push({ code: 'event', value: joint ? effect.value : effect.otherwise, params: { event } });
  }
}
