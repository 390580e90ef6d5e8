/** SI and M12-M13: a provocation forces the patrons of both sides to back or to restrain; silence answers too. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { ActionChoice, Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent, TakenAction } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { inOrder, powers } from '../model/pairs.ts';
import type { Crisis, MatchState, RoundActs } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { UNITED_FROM } from './consensus.ts';
import type { EventCrisis } from './events/standing.ts';
import { hotlineStands, openWindow } from './scenarioEvents.ts';
import { breach } from './ledger.ts';
import { standing } from './tranches.ts';

export type Side = 'back' | 'restrain';
/** SI-4: from here restraining one's own client costs AP or support. */
const RESTRAIN_COSTS_FROM = 75;
/** M17 step 4: so many institutions make restraint the answer of silence. */
const CALM_INSTITUTIONS = 4;

const specOf = (scenario: Scenario, action: string): ActionSpec | undefined => lookup(scenario).actions.get(action);

/** AC: a target that leaves no choice names itself. */
export function targetOf(scenario: Scenario, seat: SeatId, spec: ActionSpec, choice: ActionChoice): SeatId | undefined {
  const targets = targetsOf(scenario, seat, spec);
  return choice.target ?? (targets.length === 1 ? targets[0] : undefined);
}
export function targetsOf(scenario: Scenario, seat: SeatId, spec: ActionSpec): readonly SeatId[] {
  if (spec.target === undefined) return [];
  return scenario.seats.map((each) => each.id).filter((id) => id !== seat && (spec.target === 'any' || (spec.target?.includes(id) ?? false)));
}

/** SI-1, SI-2: the provocation that opens side-taking this round: highest tension, then lower action id, then seat order. */
export function provocationOf(scenario: Scenario, acts: RoundActs, events: readonly EventCrisis[] = []): Crisis | null {
  const order = (seat: SeatId): number => scenario.seats.findIndex((each) => each.id === seat);
  const played = acts.actions
    .filter((taken) => { const rule = specOf(scenario, taken.action)?.provocation; return rule !== undefined && (rule.minTension === undefined || acts.tensionBefore >= rule.minTension); })
    .map((taken): Provocation => ({ id: taken.action, rank: specOf(scenario, taken.action)?.ten ?? 0, provoker: taken.seat, victims: victimsOf(scenario, taken) }));
  const happened = events.map(({ event, rank, provoker, victims }): Provocation => ({ id: event, rank, provoker, victims }));
  const candidates = [...played, ...happened].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || order(a.provoker) - order(b.provoker));
  for (const provocation of candidates) {
    const crisis = crisisOf(scenario, provocation);
    if (crisis) return crisis;
  }
  return null;
}
interface Provocation { readonly id: string; readonly rank: number; readonly provoker: SeatId; readonly victims: readonly SeatId[] }

function victimsOf(scenario: Scenario, taken: TakenAction): readonly SeatId[] {
  const spec = specOf(scenario, taken.action);
  if (!spec?.provocation) return [];
  const target = targetOf(scenario, taken.seat, spec, taken);
  return spec.provocation.victims === 'target' ? (target === undefined ? [] : [target]) : spec.provocation.victims.filter((seat) => seat !== taken.seat);
}

function crisisOf(scenario: Scenario, { id, provoker, victims }: Provocation): Crisis | null {
  const patronsOf = (clients: readonly SeatId[]): SeatId[] => inOrder(scenario, scenario.patrons.filter((link) => clients.includes(link.client)).map((link) => link.patron));
  const victimPatrons = patronsOf(victims);
  const provokerPatrons = patronsOf([provoker]).filter((patron) => !victimPatrons.includes(patron));
  if (victimPatrons.length === 0 || provokerPatrons.length === 0) return null;
  return { action: id, provoker, victims, provokerPatrons, victimPatrons };
}

/** SI-4, M13, M17: what a patron's silence means at this consensus. */
export const defaultSide = (_scenario: Scenario, state: MatchState): Side =>
  state.indicators.CON >= UNITED_FROM || state.indicators.INST >= CALM_INSTITUTIONS ? 'restrain' : 'back';

const patrons = (crisis: Crisis): readonly SeatId[] => [...crisis.provokerPatrons, ...crisis.victimPatrons];
const restrainAp = (state: MatchState): number => (state.indicators.BLOC >= RESTRAIN_COSTS_FROM ? 1 : 0);

/** Whether this seat must take a side now, what its silence would mean and what restraint costs it. */
export function legalSide(scenario: Scenario, state: MatchState, seat: SeatId): { readonly default: Side; readonly restrainAp: number } | null {
  if (state.phase !== 'crisis' || !state.crisis || !patrons(state.crisis).includes(seat)) return null;
  return { default: defaultSide(scenario, state), restrainAp: restrainAp(state) };
}

/** SI-4: a sealed pick; sending it again replaces it. */
export function decidePickSide(_scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'pickSide' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'crisis') return refuse('wrong-phase', { phase: 'crisis', now: state.phase });
  if (!state.crisis) return refuse('no-crisis');
  if (!patrons(state.crisis).includes(seat)) return refuse('not-a-patron', { provoker: state.crisis.provoker });
  return [{ type: 'sidePicked', seat, side: command.side }];
}

/** PH-5: at the brink every power and the provoker may stand down, if the hotline stands. */
export function legalStand(scenario: Scenario, state: MatchState, seat: SeatId): boolean {
  return state.phase === 'hotline' && standers(scenario, state).includes(seat);
}
export const standers = (scenario: Scenario, state: MatchState): readonly SeatId[] => inOrder(scenario, [...powers(scenario), ...(state.crisis ? [state.crisis.provoker] : [])]);

export function decideStandDown(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'standDown' }>): readonly MatchEvent[] | Refusal {
  if (state.phase !== 'hotline' || !hotlineStands(scenario, state)) return refuse('no-hotline');
  if (!standers(scenario, state).includes(seat)) return refuse('no-hotline');
  return [{ type: 'stood', seat, stand: command.stand }];
}

interface Outcome { readonly code: 'bothBack' | 'provokerBacked' | 'victimBacked' | 'bothRestrain'; readonly ten: number; readonly bloc: number; readonly pair: number }
/** M12: shared values won where both sides are restrained. */
export const RESTRAINED_VALUES = 2;
/** M12. */
export const OUTCOMES: Readonly<Record<`${Side}-${Side}`, Outcome>> = {
  'back-back': { code: 'bothBack', ten: 12, bloc: 10, pair: -10 },
  'back-restrain': { code: 'provokerBacked', ten: 6, bloc: 4, pair: -6 },
  'restrain-back': { code: 'victimBacked', ten: 3, bloc: 2, pair: -2 },
  'restrain-restrain': { code: 'bothRestrain', ten: -6, bloc: -4, pair: 6 },
};

/** PH-2.3: reveals the picks and adds what they do to the tally. */
export function foldSides(r: Recorder, t: Tally): { readonly picks: Readonly<Record<SeatId, Side>>; readonly provoker: SeatId } | null {
  const crisis = r.state.crisis;
  if (!crisis) return null;
  const silent = patrons(crisis).filter((seat) => r.state.sealed.sides[seat] === undefined);
  const quiet = defaultSide(r.scenario, r.state);
  const picks: Record<SeatId, Side> = Object.fromEntries(patrons(crisis).map((seat) => [seat, r.state.sealed.sides[seat] ?? quiet]));
  r.emit({ type: 'sidesRevealed', picks, defaulted: silent });
  for (const seat of patrons(crisis)) {
    const client = crisis.provokerPatrons.includes(seat) ? [crisis.provoker] : crisis.victims.filter((victim) => isPatron(r.scenario, seat, victim));
    post(r, `fold.pick.${picks[seat]}${silent.includes(seat) ? '.silent' : ''}`, { seat, receivers: client });
  }
  const { outcome, provokerSide, victimSide } = outcomeOf(crisis, picks);
  addOutcome(r, t, crisis, outcome, provokerSide, victimSide);
  for (const seat of patrons(crisis)) if (picks[seat] === 'restrain') chargeRestraint(r, t, seat);
  breakPledges(r, t, crisis, picks);
  post(r, `fold.sides.${outcome.code}`, { provoker: crisis.provoker, action: crisis.action, givers: provokerSide, receivers: victimSide }, 'all', r.scenario.places[crisis.action]);
  if (outcome.code === 'bothRestrain' && r.state.indicators.CON >= UNITED_FROM) openWindow(r, t); // SI-5
  return { picks, provoker: crisis.provoker };
}

const isPatron = (scenario: Scenario, patron: SeatId, client: SeatId): boolean => scenario.patrons.some((link) => link.patron === patron && link.client === client);

/** SI-2: a side backs if any patron backs, and then only the backers stand for it. */
export function outcomeOf(crisis: Crisis, picks: Readonly<Record<SeatId, Side>>): { readonly outcome: Outcome; readonly provokerSide: readonly SeatId[]; readonly victimSide: readonly SeatId[] } {
  const stand = (own: readonly SeatId[]): { side: Side; seats: readonly SeatId[] } => {
    const backers = own.filter((seat) => picks[seat] === 'back');
    return backers.length > 0 ? { side: 'back', seats: backers } : { side: 'restrain', seats: own };
  };
  const provoking = stand(crisis.provokerPatrons);
  const attacked = stand(crisis.victimPatrons);
  return { outcome: OUTCOMES[`${provoking.side}-${attacked.side}`], provokerSide: provoking.seats, victimSide: attacked.seats };
}

function addOutcome(r: Recorder, t: Tally, crisis: Crisis, outcome: Outcome, provokerSide: readonly SeatId[], victimSide: readonly SeatId[]): void {
  const code = `side.${outcome.code}`;
  t.ten.push({ code, value: outcome.ten });
  t.bloc.push({ code, value: outcome.bloc });
  for (const a of provokerSide) for (const b of victimSide) t.trust.push({ a, b, code: 'side', value: outcome.pair });
  const many = crisis.victims.length > 1; // SI-3: with two victims each takes half
  const disappointed = (clients: readonly SeatId[], side: readonly SeatId[], value: number): void => {
    for (const client of clients) for (const patron of side) if (isPatron(r.scenario, patron, client)) t.trust.push({ a: patron, b: client, code: 'restrained', value });
  };
  const each = (value: number): void => { for (const seat of [...provokerSide, ...victimSide]) t.ds.push({ seat, code, value }); };
  switch (outcome.code) {
    case 'bothBack': each(3); break;
    case 'provokerBacked': disappointed(crisis.victims, victimSide, many ? -6 : -12); break;
    case 'victimBacked':
      disappointed([crisis.provoker], provokerSide, -12);
      t.n.push({ seat: crisis.provoker, code, value: -4 });
      break;
    case 'bothRestrain':
      disappointed([crisis.provoker], provokerSide, -5);
      disappointed(crisis.victims, victimSide, many ? -3 : -5);
      t.n.push({ seat: crisis.provoker, code, value: -6 });
      t.val.push({ code, value: RESTRAINED_VALUES });
      each(-2);
      break;
    default: outcome.code satisfies never;
  }
}

/** SI-4: between hardened blocs restraint costs an AP, or support of a seat that has none left. */
function chargeRestraint(r: Recorder, t: Tally, seat: SeatId): void {
  const own = r.state.seats[seat];
  if (!own || restrainAp(r.state) === 0) return;
  if (own.ap >= 1) r.emit({ type: 'seatMoved', seat, set: { ap: own.ap - 1 } });
  else t.ds.push({ seat, code: 'restraint', value: -3 });
}

/** CO-12: backing one's own provoking client breaks a pledge not to. */
function breakPledges(r: Recorder, t: Tally, crisis: Crisis, picks: Readonly<Record<SeatId, Side>>): void {
  for (const commitment of r.state.commitments) {
    const clause = lookup(r.scenario).clauses.get(commitment.clause);
    if (!clause?.brokenByBacking || !standing(commitment) || commitment.state === 'superseded') continue;
    if (crisis.provokerPatrons.includes(commitment.giver) && picks[commitment.giver] === 'back') breach(r, t, commitment.id);
  }
}
