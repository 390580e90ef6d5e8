/** A table for tests of the numbers: the shipped scenario, a running match, and short ways to put things on it. */
import raw from '../../../assets/scenarios/six-party.json' with { type: 'json' };
import { record } from '../../src/engine/recorder.ts';
import type { Recorder } from '../../src/engine/recorder.ts';
import { withEntries } from '../../src/model/entries.ts';
import type { ActionChoice, MatchOptions, SecretChoice } from '../../src/model/commands.ts';
import type { PhaseId } from '../../src/model/ids.ts';
import type { Commitment, Indicators, MatchState, Tranche } from '../../src/model/state.ts';
import { openDawn } from '../../src/rules/dawn.ts';
import { foldRound } from '../../src/rules/fold.ts';
import { revealActs } from '../../src/rules/actions.ts';
import { revealRedLines } from '../../src/rules/pressure.ts';
import { waiting } from '../../src/rules/setup.ts';
import { Scenario } from '../../src/scenario/schema.ts';

export const scenario: Scenario = Scenario.parse(raw);
export const SEATS = scenario.seats.map((seat) => seat.id);

export const options = (over: Partial<MatchOptions> = {}): MatchOptions => ({
  seed: 7, level: 'core', pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(SEATS.map((seat) => [seat, 'people' as const])), ...over,
});

/** A running match before its first dawn. */
export function begun(over: Partial<MatchOptions> = {}, data: Scenario = scenario): Recorder {
  const r = record(data, waiting(data));
  r.emit({ type: 'matchStarted', scenario: data.id, options: options(over), mandates: Object.fromEntries(SEATS.map((seat) => [seat, null])), random: 7 });
  return r;
}

export function phase(r: Recorder, id: PhaseId, round = r.state.round): void {
  r.emit({ type: 'phaseOpened', round, phase: id, slot: 0, phaseSeq: r.state.phaseSeq + 1 });
}

export const nothing: SecretChoice = { actions: [], dues: {}, reversals: [], denials: [], remedies: [] };
export const act = (action: string, more: Omit<ActionChoice, 'action'> = {}): ActionChoice => ({ action, ...more });

export function choose(r: Recorder, seat: string, choice: Partial<SecretChoice>): void {
  r.emit({ type: 'chosen', seat, choice: { ...nothing, ...choice } });
}

/** Everything a seat acts on in this round. */
export interface Moves {
  readonly levels?: Readonly<Record<string, number>>;
  readonly actions?: Readonly<Record<string, readonly ActionChoice[]>>;
  readonly sides?: Readonly<Record<string, 'back' | 'restrain'>>;
  readonly remedies?: Readonly<Record<string, SecretChoice['remedies']>>;
}

/** Plays one round from dawn to fold without negotiations. */
export function playRound(r: Recorder, moves: Moves = {}, round = r.state.round + 1): void {
  phase(r, 'dawn', round);
  openDawn(r);
  phase(r, 'declaration');
  for (const [seat, level] of Object.entries(moves.levels ?? {})) r.emit({ type: 'declared', seat, level });
  revealRedLines(r);
  phase(r, 'secret');
  const choosing = new Set([...Object.keys(moves.actions ?? {}), ...Object.keys(moves.remedies ?? {})]);
  for (const seat of choosing) choose(r, seat, { actions: moves.actions?.[seat] ?? [], remedies: moves.remedies?.[seat] ?? [] });
  revealActs(r);
  phase(r, 'crisis');
  for (const [seat, side] of Object.entries(moves.sides ?? {})) r.emit({ type: 'sidePicked', seat, side });
  phase(r, 'reveal');
  foldRound(r);
}

/** The state with some indicators set, for rules that ask only for these. */
export const withIndicators = (state: MatchState, set: Partial<Indicators>): MatchState => ({ ...state, indicators: { ...state.indicators, ...set } });

/** A recorder over a hand-made state. */
export const over = (state: MatchState, data: Scenario = scenario): Recorder => record(data, state);

/** A commitment all of whose tranches are performed with the catalogue's values and costs, in round `at`. */
export function given(clauseId: string, giver: string, at = 1, extra: Partial<Commitment> = {}): Commitment {
  const clause = scenario.clauses.find((spec) => spec.id === clauseId);
  if (!clause) throw new Error(`no clause ${clauseId}`);
  const givers = clause.giver.mode === 'oneOf' ? [giver] : clause.giver.seats;
  const share = (value: number): number => (giver === givers[0] ? value : 0); // whole value once, whoever gives
  const tranches: Tranche[] = [{ n: 1, state: 'performed', due: at, performedAt: at, cost: clause.cost, values: Object.fromEntries(Object.entries(clause.values).map(([seat, value]) => [seat, share(value)])) }];
  for (let n = 2; n <= clause.tranches; n += 1) tranches.push({ n, state: 'performed', due: at, performedAt: at, cost: 0, values: {} });
  return {
    id: `${clauseId}-${giver}`, proposal: 'p1', line: 0, clause: clauseId, giver, givers, receivers: clause.receiver.seats.filter((seat) => seat !== giver),
    mode: 'WRITTEN', scope: 'plenary', adoptedAt: at, after: null, state: 'performed', tranches, kept: 2, foundAt: null, freeReversalUntil: null, deniable: false, ...extra,
  };
}

/** The state with these clauses performed by all their givers. */
export function withGiven(state: MatchState, clauses: readonly string[], at = 1): MatchState {
  const made = clauses.flatMap((id) => {
    const clause = scenario.clauses.find((spec) => spec.id === id);
    const givers = clause?.giver.mode === 'oneOf' ? clause.giver.seats.slice(0, 1) : (clause?.giver.seats ?? []);
    return givers.map((giver) => given(id, giver, at));
  });
  return { ...state, commitments: withEntries(state.commitments, made) };
}
