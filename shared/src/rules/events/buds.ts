/** BU, M19: threats in the bud: planted and growing at dawn, seen by few or by all, told of, and removed by those who pay together. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { record } from '../../engine/recorder.ts';
import type { Tally } from '../../engine/tally.ts';
import type { Refusal, SeatCommand } from '../../model/commands.ts';
import { refuse } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import { inOrder, powers } from '../../model/pairs.ts';
import type { Bud } from '../../model/statecraft.ts';
import type { MatchState } from '../../model/state.ts';
import type { BudView, LegalStatecraft } from '../../model/view.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { UNITED_FROM } from '../consensus.ts';
import { isInForce } from '../ledger.ts';
import { allows } from '../level.ts';
import { openWindow } from '../scenarioEvents.ts';
import { allPowers } from './effects.ts';
import { fire, happening, happenings } from './fire.ts';
import type { Happening } from './fire.ts';
import { triggered } from './triggers.ts';

/** BU-1. */
const LAST_STAGE = 3;
/** BU-2: AP by stage, from how many states. */
const COSTS: readonly number[] = [0, 2, 5, 10];
const LEAST_STATES = 3;
/** BU-3: consensus from which everybody sees every bud, and from which a grown one. */
const SEES_ALL_FROM = 60;
const SEES_GROWN_FROM = 45;
const GROWN = 2;

type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;
type BudEvent = Happening & { readonly bud: NonNullable<Happening['bud']> };
const isBud = (event: Happening | undefined): event is BudEvent => event?.bud !== undefined;
const growing = (state: MatchState): readonly Bud[] => Object.values(state.craft.buds).filter((bud) => bud.state === 'growing');
const remedied = (scenario: Scenario, state: MatchState, event: BudEvent): boolean => (event.bud.remedy ?? []).some((remedy) => triggered(scenario, state, remedy));
const threatens = (scenario: Scenario, state: MatchState, event: BudEvent): boolean => event.trigger !== undefined && triggered(scenario, state, event.trigger);

/** PH-1h: every bud grows by a stage, blooms past the third, or withers; then new ones are planted. */
export function growBuds(r: Recorder, t: Tally): void {
  if (!allows(r.scenario, r.state, 'M19')) return;
  for (const bud of growing(r.state)) {
    const event = happening(r.scenario, bud.event);
    if (isBud(event)) grow(r, t, event, bud);
  }
  for (const event of happenings(r.scenario, r.state)) if (isBud(event)) plant(r, event);
}

function grow(r: Recorder, t: Tally, event: BudEvent, bud: Bud): void {
  if (bud.stage === 1 && !threatens(r.scenario, r.state, event)) {
    r.emit({ type: 'budMoved', bud: { ...bud, state: 'withered', pledges: {} } });
    return post(r, 'fold.bud.withered', { event: event.id }, readers(r.scenario, bud));
  }
  const stage = bud.stage + 1;
  if (stage > LAST_STAGE) {
    r.emit({ type: 'budMoved', bud: { ...bud, stage, state: 'bloomed', public: true, pledges: {} } });
    return fire(r, t, event);
  }
  show(r, event, { ...bud, stage, pledges: {} }, true);
}

/** BU-1: once a match, unless it withered before anything came of it. */
function plant(r: Recorder, event: BudEvent): void {
  const before = r.state.craft.buds[event.id];
  if ((before && before.state !== 'withered') || before?.plantedAt === r.state.round || !threatens(r.scenario, r.state, event) || remedied(r.scenario, r.state, event)) return;
  show(r, event, { event: event.id, stage: LAST_STAGE + 1 - event.bud.rounds, plantedAt: r.state.round, state: 'growing', knownTo: event.bud.owners, told: [], public: false, pledges: {} }, false);
}

/** BU-3: who sees the bud as it now stands; what was public stays so. */
function show(r: Recorder, event: BudEvent, bud: Bud, known: boolean): void {
  const { CON } = r.state.indicators;
  const watched = r.scenario.clauses.some((clause) => clause.effect.earlyWarning === true && isInForce(r.state, clause.id));
  const open = bud.public || watched || CON >= SEES_ALL_FROM || (CON >= SEES_GROWN_FROM && bud.stage >= GROWN);
  const seen = { ...bud, public: open };
  r.emit({ type: 'budMoved', bud: seen });
  const code = known && (bud.public || !open) ? 'fold.bud.grown' : 'fold.bud.seen';
  post(r, code, { event: event.id, stage: bud.stage }, readers(r.scenario, seen), open ? r.scenario.places[event.id] : undefined);
}

const readers = (scenario: Scenario, bud: Bud): 'all' | readonly SeatId[] => (bud.public ? 'all' : inOrder(scenario, bud.knownTo));
const knows = (bud: Bud, seat: SeatId): boolean => bud.public || bud.knownTo.includes(seat);

/** BU-2: what removing it costs in AP now, from how many states, and who must be among them. */
export function priceOf(scenario: Scenario, bud: Bud): { readonly need: number; readonly least: number; readonly must: readonly SeatId[] } {
  const own = happening(scenario, bud.event)?.bud?.ap;
  return own ? { need: own.total, least: own.least, must: own.must } : { need: COSTS[Math.min(bud.stage, LAST_STAGE)] ?? 0, least: LEAST_STATES, must: [] };
}

const talking = (state: MatchState): boolean => state.phase === 'bilateral' || state.phase === 'plenary';
/** The bud as this seat may act on it, or why not. */
function known(scenario: Scenario, state: MatchState, seat: SeatId, event: string): Bud | Refusal {
  if (!allows(scenario, state, 'M19')) return refuse('not-at-level', { level: state.options.level });
  if (!talking(state)) return refuse('wrong-phase', { phase: 'bilateral', now: state.phase });
  const bud = state.craft.buds[event];
  // What others know is no business of one who does not.
  return bud && bud.state === 'growing' && knows(bud, seat) ? bud : refuse('unknown-bud', { event });
}
const isBudState = (found: Bud | Refusal): found is Bud => !('refused' in found);

/** Whom this seat may tell of a bud: everybody who, as far as it knows, has not heard of it. */
const untold = (scenario: Scenario, bud: Bud, seat: SeatId): SeatId[] => {
  if (bud.public) return [];
  const owners = happening(scenario, bud.event)?.bud?.owners ?? [];
  const heard = [...owners, ...bud.told.flatMap(({ from, to }) => (from === seat ? [to] : to === seat ? [from] : []))];
  return scenario.seats.map((each) => each.id).filter((other) => other !== seat && !heard.includes(other));
};

/** BU-3: a typed act, always true. Nobody else notices. */
export function decideShareBud(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'shareBud'>): readonly MatchEvent[] | Refusal {
  const bud = known(scenario, state, seat, command.event);
  if (!isBudState(bud)) return bud;
  if (!untold(scenario, bud, seat).includes(command.with)) return refuse('already-known', { event: bud.event, seat: command.with });
  const r = record(scenario, state);
  r.emit({ type: 'budMoved', bud: { ...bud, knownTo: inOrder(scenario, [...bud.knownTo, command.with]), told: [...bud.told, { from: seat, to: command.with }] } });
  post(r, 'table.bud.shared', { from: seat, to: command.with, event: bud.event, stage: bud.stage }, inOrder(scenario, [seat, command.with]));
  return r.events;
}

const ownPledge = (bud: Bud, seat: SeatId): number => bud.pledges[seat] ?? 0;
const mostPledge = (scenario: Scenario, state: MatchState, bud: Bud, seat: SeatId): number => Math.min(priceOf(scenario, bud).need, (state.seats[seat]?.ap ?? 0) + ownPledge(bud, seat));

/** BU-2: sealed; the AP are set aside at once, and pledging 0 takes them back. */
export function decidePledge(scenario: Scenario, state: MatchState, seat: SeatId, command: Of<'pledge'>): readonly MatchEvent[] | Refusal {
  const bud = known(scenario, state, seat, command.event);
  if (!isBudState(bud)) return bud;
  const most = mostPledge(scenario, state, bud, seat);
  if (!Number.isInteger(command.ap) || command.ap < 0 || command.ap > most) return refuse('bad-pledge', { max: most });
  if (command.ap === ownPledge(bud, seat)) return [];
  const r = record(scenario, state);
  r.emit({ type: 'seatMoved', seat, set: { ap: (state.seats[seat]?.ap ?? 0) + ownPledge(bud, seat) - command.ap } });
  const { [seat]: _before, ...rest } = bud.pledges;
  r.emit({ type: 'budMoved', bud: { ...bud, pledges: command.ap === 0 ? rest : { ...rest, [seat]: command.ap } } });
  return r.events;
}

export function legalBuds(scenario: Scenario, state: MatchState, seat: SeatId): Pick<LegalStatecraft, 'shareBuds' | 'pledge'> {
  const mine = talking(state) ? growing(state).filter((bud) => knows(bud, seat)) : [];
  if (mine.length === 0) return { shareBuds: [], pledge: [] };
  return {
    shareBuds: mine.map((bud) => ({ event: bud.event, with: untold(scenario, bud, seat) })).filter((bud) => bud.with.length > 0),
    pledge: mine.map((bud) => ({ event: bud.event, ...priceOf(scenario, bud), own: ownPledge(bud, seat), most: mostPledge(scenario, state, bud, seat) })),
  };
}

/** BU-3: buds as one viewer may know them; after the end all of them. Who told whom is the two's own. */
export function budViews(scenario: Scenario, state: MatchState, me: SeatId | null): readonly BudView[] {
  const ended = state.status === 'ended';
  return Object.values(state.craft.buds).filter((bud) => ended || bud.public || (me !== null && bud.knownTo.includes(me))).map((bud) => {
    const owners = happening(scenario, bud.event)?.bud?.owners ?? [];
    const heard = bud.told.flatMap(({ from, to }) => (from === me || to === me ? [from, to] : []));
    const knownTo = ended ? bud.knownTo : inOrder(scenario, [...owners, ...heard, ...(me !== null && bud.knownTo.includes(me) ? [me] : [])]);
    return { event: bud.event, stage: bud.stage, state: bud.state, public: bud.public, knownTo, need: priceOf(scenario, bud).need, ownPledge: me === null ? 0 : ownPledge(bud, me) };
  });
}

/** PH-2.5, BU-2: buds whose remedy stands or whose price came together are removed. True when all powers paid for one (TR-2). */
export function foldBuds(r: Recorder, t: Tally): boolean {
  let joint = false;
  for (const bud of growing(r.state)) {
    const event = happening(r.scenario, bud.event);
    if (!isBud(event)) continue;
    const payers = inOrder(r.scenario, Object.keys(bud.pledges));
    const paid = paidFor(r.scenario, bud);
    if (paid || remedied(r.scenario, r.state, event)) {
      r.emit({ type: 'budMoved', bud: { ...bud, state: 'defused', public: true, pledges: {} } });
      if (!paid) giveBack(r, bud);
      post(r, paid ? 'fold.bud.defused' : 'fold.bud.remedied', paid ? { event: event.id, seats: payers } : { event: event.id }, 'all', r.scenario.places[event.id]);
      if (paid && allPowers(r.scenario, payers)) joint = true;
      if (r.state.indicators.CON >= UNITED_FROM) openWindow(r, t); // M18
    } else if (payers.length > 0) {
      giveBack(r, bud);
      r.emit({ type: 'budMoved', bud: { ...bud, pledges: {} } });
      post(r, 'fold.bud.short', { event: event.id }, payers);
    }
  }
  return joint;
}

function paidFor(scenario: Scenario, bud: Bud): boolean {
  const { need, least, must } = priceOf(scenario, bud);
  const payers = Object.keys(bud.pledges);
  return payers.length >= least && must.every((seat) => payers.includes(seat)) && Object.values(bud.pledges).reduce((all, ap) => all + ap, 0) >= need;
}
/**
 * BU-2: at the close of the plenary the pledges are counted. Short ones come back while they can still be used; of too much, what is over comes
 * back too, from the largest pledge down, so that nobody pays more than the price and as many stay in as must.
 */
export function settlePledges(r: Recorder): void {
  for (const bud of growing(r.state)) {
    if (Object.keys(bud.pledges).length === 0) continue;
    if (!paidFor(r.scenario, bud)) {
      giveBack(r, bud);
      r.emit({ type: 'budMoved', bud: { ...bud, pledges: {} } });
      post(r, 'fold.bud.short', { event: bud.event }, inOrder(r.scenario, Object.keys(bud.pledges)));
      continue;
    }
    const kept = trimmed(r.scenario, bud);
    for (const [seat, ap] of Object.entries(bud.pledges)) {
      const over = ap - (kept[seat] ?? 0);
      if (over > 0) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) + over } });
    }
    r.emit({ type: 'budMoved', bud: { ...bud, pledges: kept } });
  }
}

/** The pledges cut down to the price: one AP off the largest (the later seat among equals) until it fits, and nobody below one. */
function trimmed(scenario: Scenario, bud: Bud): Readonly<Record<SeatId, number>> {
  const { need, least, must } = priceOf(scenario, bud);
  const kept: Record<SeatId, number> = { ...bud.pledges };
  let over = Object.values(kept).reduce((all, ap) => all + ap, 0) - need;
  while (over > 0) {
    const largest = inOrder(scenario, Object.keys(kept)).reduce((most, seat) => ((kept[seat] ?? 0) >= (kept[most] ?? 0) ? seat : most));
    if ((kept[largest] ?? 0) <= 1) break;
    kept[largest] = (kept[largest] ?? 0) - 1;
    over -= 1;
  }
  // Whoever is not needed beyond the powers stays out, as long as enough states are left.
  for (const seat of inOrder(scenario, Object.keys(kept)).reverse()) {
    if (over <= 0 || Object.keys(kept).length <= least) break;
    if (must.includes(seat) || powers(scenario).includes(seat)) continue;
    over -= kept[seat] ?? 0;
    delete kept[seat];
  }
  return kept;
}

const giveBack = (r: Recorder, bud: Bud): void => { for (const [seat, ap] of Object.entries(bud.pledges)) r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) + ap } }); };
