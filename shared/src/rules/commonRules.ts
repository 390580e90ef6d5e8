/** M24: rule-takers and the outsider. Who joins the common rules gains by them and is bound by the majority; who stays out is free, poorer and without a vote. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState, Proposal } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { allows } from './level.ts';

const chooses = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => allows(scenario, state, 'M24') && (scenario.rules?.seats.includes(seat) ?? false);

export function legalJoin(scenario: Scenario, state: MatchState, seat: SeatId): { readonly joined: boolean } | null {
  return state.phase === 'declaration' && chooses(scenario, state, seat) ? { joined: state.craft.joined.includes(seat) } : null;
}

export function decideJoinRules(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'joinRules' }>): readonly MatchEvent[] | Refusal {
  if (!chooses(scenario, state, seat)) return refuse('no-rules-to-join', { seats: (scenario.rules?.seats ?? []).join(',') });
  if (state.phase !== 'declaration') return refuse('wrong-phase', { phase: 'declaration', now: state.phase });
  if (state.craft.joined.includes(seat) === command.join) return [];
  const r = record(scenario, state);
  r.emit({ type: 'rulesJoined', seat, join: command.join });
  post(r, command.join ? 'table.rules.joined' : 'table.rules.left', { seat });
  return r.events;
}

/** An outsider has no vote in the plenary. */
export const outside = (scenario: Scenario, state: MatchState, seat: SeatId): boolean => chooses(scenario, state, seat) && !state.craft.joined.includes(seat);

/** A joined seat is bound by what most of the table has signed. */
export function boundByMajority(scenario: Scenario, state: MatchState, proposal: Proposal, seat: SeatId): boolean {
  return chooses(scenario, state, seat) && state.craft.joined.includes(seat) && proposal.signed.length * 2 > scenario.seats.length;
}

/** PH-2.2: what a round inside or outside the rules is worth. */
export function foldRules(r: Recorder, t: Tally): void {
  const { rules } = r.scenario;
  if (!rules || !allows(r.scenario, r.state, 'M24')) return;
  for (const seat of rules.seats) {
    const joined = r.state.craft.joined.includes(seat);
    t.n.push({ seat, code: joined ? 'rulesJoined' : 'rulesOutside', value: joined ? rules.joined : rules.outside });
  }
}
