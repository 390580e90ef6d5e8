/** How rule tests speak: given(...) acts .when(seat, command) .then(events) or .refused(code); and a walker that plays random legal acts. */
import { randomOptions, statecraftActs } from './statecraftMenu.ts';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { assertSound, decide, evolve, isRefusal, legalActs, loadScenario, waiting } from '../src/index.ts';
import type { Actor, Command, LineDraft, MatchEvent, MatchOptions, MatchState, Refusal, RefusalCode, Scenario, SeatCommand, SeatId } from '../src/index.ts';
import { giverSets, receiverSets } from '../src/rules/drafting.ts';
import { proposalOf } from '../src/model/entries.ts';

export const sixParty: Scenario = loadScenario(JSON.parse(readFileSync(new URL('../../assets/scenarios/six-party.json', import.meta.url), 'utf8')));
export const SEATS: readonly SeatId[] = sixParty.seats.map((seat) => seat.id);
export const table: Actor = { kind: 'table' };
export const at = (seat: SeatId): Actor => ({ kind: 'seat', seat });

export const options = (set: Partial<MatchOptions> = {}): MatchOptions => ({
  seed: 7, level: 'core', pinned: [], rounds: sixParty.rounds, holders: Object.fromEntries(SEATS.map((seat) => [seat, 'people' as const])), ...set,
});

/** A match in a test: acts are applied one after another and must be legal. */
export class Given {
  readonly scenario: Scenario;
  readonly state: MatchState;
  constructor(scenario: Scenario, state: MatchState) {
    this.scenario = scenario;
    this.state = state;
  }

  /** The same match with parts of the state replaced: a shortcut to a situation. */
  with(change: Partial<MatchState> | ((state: MatchState) => Partial<MatchState>)): Given {
    return new Given(this.scenario, { ...this.state, ...(typeof change === 'function' ? change(this.state) : change) });
  }
  indicators(set: Partial<MatchState['indicators']>): Given {
    return this.with((state) => ({ indicators: { ...state.indicators, ...set } }));
  }
  seat(id: SeatId, set: Partial<MatchState['seats'][string]>): Given {
    return this.with((state) => ({ seats: { ...state.seats, [id]: { ...(state.seats[id] as MatchState['seats'][string]), ...set } } }));
  }

  /** Applies an act that must be legal. */
  and(actor: SeatId | Actor, command: Command): Given {
    const events = this.when(actor, command).events();
    return new Given(this.scenario, events.reduce(evolve, this.state));
  }
  when(actor: SeatId | Actor, command: Command): Outcome {
    return new Outcome(this, decide(this.scenario, this.state, typeof actor === 'string' ? at(actor) : actor, command));
  }

  /** Time runs out until `phase` (and slot) is open. */
  until(phase: MatchState['phase'], slot?: number): Given {
    if (this.state.phase === phase && (slot === undefined || this.state.slot === slot)) return this;
    if (this.state.status !== 'running') throw new Error(`no ${phase} before the end`);
    return this.tick().until(phase, slot);
  }
  tick(): Given {
    return this.and(table, { type: 'advance', phaseSeq: this.state.phaseSeq });
  }
  /** Time runs out until the next round's `phase`. */
  nextRound(phase: MatchState['phase'] = 'dawn'): Given {
    const next = this.tick();
    return next.state.round === this.state.round ? next.nextRound(phase) : next.until(phase);
  }
  everybodyReady(): Given {
    const { phaseSeq } = this.state;
    return SEATS.reduce<Given>((match, seat) => (match.state.phaseSeq === phaseSeq ? match.and(seat, { type: 'ready', on: true }) : match), this);
  }
}

export class Outcome {
  readonly given: Given;
  readonly decision: readonly MatchEvent[] | Refusal;
  constructor(given: Given, decision: readonly MatchEvent[] | Refusal) {
    this.given = given;
    this.decision = decision;
  }
  events(): readonly MatchEvent[] {
    if (isRefusal(this.decision)) throw new Error(`refused: ${this.decision.code} ${JSON.stringify(this.decision.params)}`);
    return this.decision;
  }
  /** Expects events that contain these, in this order, among others. */
  then(...expected: readonly Partial<MatchEvent>[]): Given {
    const events = this.events();
    let from = 0;
    for (const event of expected) {
      const found = events.findIndex((each, i) => i >= from && matches(each, event));
      if (found < 0) expect(events.slice(from)).toContainEqual(expect.objectContaining(event));
      from = found + 1;
    }
    return new Given(this.given.scenario, events.reduce(evolve, this.given.state));
  }
  refused(code: RefusalCode, params?: Refusal['params']): Given {
    expect(this.decision).toMatchObject({ refused: true, code, ...(params ? { params } : {}) });
    return this.given;
  }
}

function matches(event: MatchEvent, expected: Partial<MatchEvent>): boolean {
  try {
    expect(event).toMatchObject(expected);
    return true;
  } catch {
    return false;
  }
}

/** A match that has just begun: dawn of round 1. */
export const started = (set: Partial<MatchOptions> = {}, scenario: Scenario = sixParty): Given => new Given(scenario, waiting(scenario)).and(table, { type: 'start', options: options(set) });

/** A line of a clause with its usual parties; `set` names one of several. */
export function line(clause: string, set: Partial<LineDraft> = {}): LineDraft {
  const spec = sixParty.clauses.find((each) => each.id === clause);
  if (!spec) throw new Error(`no clause ${clause}`);
  const givers = set.givers ?? giverSets(sixParty, spec)[0] ?? [];
  return { clause, givers, receivers: receiverSets(sixParty, spec, givers)[0] ?? [], mode: 'WRITTEN', ...set };
}

/** Tables a text as `author` and has every party sign it. */
export function signedByAll(match: Given, author: SeatId, lines: readonly LineDraft[], extra: readonly SeatId[] = []): { readonly match: Given; readonly id: string } {
  const tabled = match.and(author, { type: 'propose', scope: 'plenary', lines });
  const id = tabled.state.proposals.at(-1)?.id as string;
  const parties = [...new Set([...(proposalOf(tabled.state, id)?.parties ?? []), ...extra])].filter((seat) => seat !== author);
  return { id, match: parties.reduce((m, seat) => m.and(seat, { type: 'sign', proposal: id, version: 1 }), tabled) };
}

/** A small generator for tests, so that a failing walk can be named by its seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % below;
  };
}

/** One random act out of the menu of a seat; null when it offers nothing but silence. */
export function randomAct(scenario: Scenario, state: MatchState, seat: SeatId, roll: (below: number) => number): SeatCommand | null {
  const legal = legalActs(scenario, state, seat);
  const one = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const menu: (() => SeatCommand)[] = [];
  if (legal.message && roll(6) === 0) menu.push(() => ({ type: 'message', to: SEATS.filter(() => roll(3) === 0), text: `hello ${roll(1000)}` }));
  const { declare, meet, choose } = legal;
  if (declare) menu.push(() => ({ type: 'declare', level: one(declare.levels) }));
  if (meet && meet.invite.length > 0) menu.push(() => ({ type: 'invite', to: one(meet.invite) }));
  if (meet && meet.accept.length > 0) menu.push(() => (roll(4) === 0 ? { type: 'declineInvite', from: one(meet.accept) } : { type: 'acceptInvite', from: one(meet.accept) }));
  for (const place of legal.propose) if (place.left > 0 && place.clauses.some((clause) => clause.ok)) menu.push(() => randomText(scenario, place, roll));
  for (const [id, may] of Object.entries(legal.answer)) {
    const version = proposalOf(state, id)?.version ?? 1;
    if (may.sign) menu.push(() => ({ type: 'sign', proposal: id, version }), () => ({ type: 'sign', proposal: id, version }), () => ({ type: 'sign', proposal: id, version }));
    if (may.refuse && roll(4) === 0) menu.push(() => ({ type: 'refuse', proposal: id, version, reasons: ['too-little'] }));
    if (may.object && roll(6) === 0) menu.push(() => ({ type: 'object', proposal: id, version }));
    if (may.withdraw && roll(6) === 0) menu.push(() => ({ type: 'withdraw', proposal: id }));
    const place = legal.propose.find((each) => !each.chairDraft);
    if (may.counter && place?.clauses.some((clause) => clause.ok)) menu.push(() => ({ ...randomText(scenario, place, roll), counterTo: id }));
  }
  if (choose) menu.push(() => randomChoice(choose, roll));
  if (legal.side) menu.push(() => ({ type: 'pickSide', side: roll(2) === 0 ? 'back' : 'restrain' }));
  for (const { from, action } of legal.answerActs) menu.push(() => ({ type: 'answerAct', from, action, accept: roll(2) === 0 }));
  menu.push(...statecraftActs(scenario, state, seat, legal, roll));
  if (legal.stand) menu.push(() => ({ type: 'standDown', stand: roll(2) === 0 ? 'down' : 'hold' }));
  for (const step of legal.preStep.slice(0, 3)) menu.push(() => ({ type: 'preStep', clause: step.clause, receivers: one(step.receivers) }));
  if (legal.ready) menu.push(() => ({ type: 'ready', on: true }), () => ({ type: 'ready', on: true }));
  return menu.length === 0 ? null : one(menu)();
}

type Place = ReturnType<typeof legalActs>['propose'][number];
type Choose = NonNullable<ReturnType<typeof legalActs>['choose']>;

function randomText(scenario: Scenario, place: Place, roll: (below: number) => number): Extract<SeatCommand, { type: 'propose' }> {
  const open = place.clauses.filter((clause) => clause.ok);
  const picked = [...new Set(Array.from({ length: 1 + roll(3) }, () => open[roll(open.length)]))].filter((clause) => clause !== undefined);
  const lines = picked.map((clause, i): LineDraft => {
    const givers = clause.givers[roll(clause.givers.length)] ?? [];
    const spec = scenario.clauses.find((each) => each.id === clause.clause);
    const receivers = spec?.receiver.mode === 'oneOf' ? (clause.receivers[roll(clause.receivers.length)] ?? []) : spec ? (receiverSets(scenario, spec, givers)[0] ?? []) : [];
    return { clause: clause.clause, givers, receivers, mode: roll(3) === 0 ? 'ORAL' : 'WRITTEN', ...(i > 0 && roll(3) === 0 ? { after: roll(i) } : {}) };
  });
  return { type: 'propose', scope: place.scope, lines: randomOptions(lines, place, roll), ...(place.chairDraft ? { chairDraft: true } : {}) };
}

function randomChoice(choose: Choose, roll: (below: number) => number): SeatCommand {
  const action = choose.actions.filter((each) => each.ok)[roll(Math.max(1, choose.actions.length))];
  const dues = Object.fromEntries(choose.dues.map((due) => [due.commitment, due.options[roll(3) === 0 ? roll(due.options.length) : 0] ?? 'perform']));
  const chosen = action && { action: action.action, ...(action.targets.length > 0 ? { target: action.targets[roll(action.targets.length)] as string } : {}), ...(action.clauses?.length ? { clause: action.clauses[roll(action.clauses.length)] as string } : {}), ...(action.commitments?.length ? { commitment: action.commitments[roll(action.commitments.length)] as string } : {}), ...(action.partners.length > 0 ? { partner: action.partners[roll(action.partners.length)] as string } : {}) };
  return {
    type: 'choose', actions: chosen ? [chosen] : [], dues,
    ...(choose.disclose.length > 0 && roll(3) === 0 ? { disclose: choose.disclose } : {}), ...(choose.blocks.length > 0 && roll(2) === 0 ? { blocks: choose.blocks.slice(0, 1) } : {}),
    ...(choose.ratify.length > 0 && !chosen && choose.remedies.length === 0 && roll(2) === 0 ? { ratify: choose.ratify.slice(0, choose.ap) } : {}),
    reversals: choose.reversals.filter(() => roll(12) === 0), denials: choose.denials.filter(() => roll(3) === 0),
    remedies: affordable(choose.remedies.filter(() => roll(4) === 0), choose.ap - (action?.ap ?? 0)).map((remedy) => ({ event: remedy.event, ...(remedy.options?.length ? { option: remedy.options[roll(remedy.options.length)] as string } : {}), ...(remedy.commitments[0] ? { commitment: remedy.commitments[0] } : {}) })),
  };
}

/** As many of these, from the first on, as the purse can pay. */
function affordable<T extends { readonly ap: number }>(items: readonly T[], purse: number): T[] {
  let left = purse;
  return items.filter(({ ap }) => { if (ap > left) return false; left -= ap; return true; });
}

/** Plays random legal acts until the end and calls `each` after every one of them. */
export function walk(seed: number, each: (state: MatchState, events: readonly MatchEvent[], before: MatchState) => void, set: Partial<MatchOptions> = {}, scenario: Scenario = sixParty): MatchState {
  const roll = dice(seed);
  let state = started({ seed, ...set }, scenario).state;
  for (let step = 0; step < 6000 && state.status === 'running'; step += 1) {
    const seat = SEATS[roll(SEATS.length)] as SeatId;
    const command = roll(40) === 0 ? null : randomAct(scenario, state, seat, roll);
    const decision = command === null ? decide(scenario, state, table, { type: 'advance', phaseSeq: state.phaseSeq }) : decide(scenario, state, at(seat), command);
    if (isRefusal(decision)) throw new Error(`seed ${seed}: the menu offered what is refused: ${JSON.stringify({ seat, command, decision })}`);
    const before = state;
    for (const event of decision) state = evolve(state, event);
    assertSound(scenario, state);
    each(state, decision, before);
  }
  return state;
}
