/** TR: trust of the pairs. Deltas of a round are summed per pair, bound once, applied once. */
import type { Recorder } from '../engine/recorder.ts';
import type { PairTerm } from '../engine/tally.ts';
import type { PairKey, SeatId } from '../model/ids.ts';
import { pairKey, powers } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { clamp, floorDiv } from './integers.ts';

/** TR-1: what one round may move a pair by. */
export const MOST_LOST = -25;
export const MOST_WON = 12;
/** Code of trust won by a kept obligation; at most +8 of it a pair and round (TR-1). */
export const KEPT = 'kept';
const MOST_KEPT = 8;

export const trustOf = (scenario: Scenario, state: MatchState, a: SeatId, b: SeatId): number => state.trust[pairKey(scenario, a, b)] ?? 0;

/** Every pair of great powers (TR-1: only these drift and win by joint acts). */
export const powerPairs = (scenario: Scenario): readonly (readonly [SeatId, SeatId])[] => lookup(scenario).powerPairs;

/** Mean (floored) and minimum of the power pairs' trust, as IN-2 uses them. */
export const powerTrust = (scenario: Scenario, state: MatchState): { readonly mean: number; readonly least: number } => powerTrustIn(scenario, state.trust);
export function powerTrustIn(scenario: Scenario, trust: MatchState['trust']): { readonly mean: number; readonly least: number } {
  let [sum, least] = [0, Infinity];
  const { powerPairKeys } = lookup(scenario);
  for (const pair of powerPairKeys) {
    const value = trust[pair] ?? 0;
    sum += value;
    least = Math.min(least, value);
  }
  return { mean: floorDiv(sum, powerPairKeys.length), least };
}

/** TR-1: bounds the sum of one pair's terms; obligations are capped first. */
export function boundSum(terms: readonly { readonly code: string; readonly value: number }[]): number {
  let [kept, rest] = [0, 0];
  for (const term of terms) {
    if (term.code === KEPT) kept += term.value;
    else rest += term.value;
  }
  return clamp(Math.min(MOST_KEPT, kept) + rest, MOST_LOST, MOST_WON);
}

/** TR-1: applies all trust terms of a tally at once; a `bound` term says what the limits took away. */
export function bookTrust(r: Recorder, terms: readonly PairTerm[]): void {
  const byPair = new Map<PairKey, { code: string; value: number }[]>();
  for (const { a, b, code, value } of terms) {
    if (a === b || value === 0) continue;
    const key = pairKey(r.scenario, a, b);
    const own = byPair.get(key);
    if (own) own.push({ code, value });
    else byPair.set(key, [{ code, value }]);
  }
  if (byPair.size === 0) return;
  const set: Record<PairKey, number> = {};
  const told: { pair: PairKey; code: string; value: number }[] = [];
  for (const [pair, own] of byPair) {
    const sum = boundSum(own);
    set[pair] = clamp((r.state.trust[pair] ?? 0) + sum, 0, 100);
    let whole = 0;
    for (const { code, value } of own) {
      told.push({ pair, code, value });
      whole += value;
    }
    const cut = sum - whole;
    if (cut !== 0) told.push({ pair, code: 'bound', value: cut });
  }
  r.emit({ type: 'trustMoved', set, terms: told });
}

/** TR-2: a plenary proposal adopted this round that every power signed. */
export function jointProposal(scenario: Scenario, state: MatchState): boolean {
  const great = powers(scenario);
  return state.proposals.some((proposal) =>
    proposal.status === 'adopted' && proposal.scope === 'plenary' && proposal.round === state.round && great.every((power) => proposal.signed.includes(power)));
}

/** M02, TR-2: a joint act of all powers gives +3 to each power pair; without one each drifts by -1. */
export function concertOrDrift(scenario: Scenario, joint: boolean): PairTerm[] {
  return powerPairs(scenario).map(([a, b]) => (joint ? { a, b, code: 'joint', value: 3 } : { a, b, code: 'drift', value: -1 }));
}

export interface TrustParties { readonly actor: SeatId; readonly partner?: SeatId | undefined; readonly target?: SeatId | undefined; readonly accepters: readonly SeatId[]; readonly refusers: readonly SeatId[]; /** Powers the actor did not meet this round. */ readonly uninformed?: () => readonly SeatId[] }

/** The other side of one entry of an action's trust. */
function facing(scenario: Scenario, chair: SeatId, entry: ActionSpec['trust'][number], parties: TrustParties, a: SeatId, named: ReadonlySet<SeatId>): readonly (SeatId | undefined)[] {
  const { everyone } = lookup(scenario);
  switch (entry.b) {
    case 'seat': return [entry.bSeat];
    case 'all': return everyone;
    case 'chair': return [chair];
    case 'target': return [parties.target];
    case 'partner': return [parties.partner];
    case 'accepters': return parties.accepters;
    case 'refusers': return parties.refusers;
    case 'allies': return scenario.allies.flatMap(([x, y]) => (x === a ? [y] : y === a ? [x] : []));
    case 'others': return everyone.filter((seat) => !named.has(seat));
    case 'uninformed': return (parties.uninformed?.() ?? []).filter((seat) => seat !== parties.target);
    default: return entry.b satisfies never;
  }
}

/** TR-1: an action's pairs, written from the actor's standpoint; "others" is every seat not named before it. */
export function actionTrust(scenario: Scenario, chair: SeatId, spec: ActionSpec, parties: TrustParties): PairTerm[] {
  const terms: PairTerm[] = [];
  const named = new Set<SeatId>([parties.actor]);
  for (const entry of spec.trust) {
    const a = entry.a === 'actor' ? parties.actor : entry.a === 'partner' ? parties.partner : entry.a === 'target' ? parties.target : entry.aSeat;
    if (a === undefined) continue;
    for (const b of facing(scenario, chair, entry, parties, a, named)) {
      if (b === undefined || b === a) continue;
      terms.push({ a, b, code: 'act', value: entry.delta });
      if (a === parties.actor) named.add(b);
    }
  }
  return terms;
}
