/** CO-9: what a vague line means is voted on by the whole table when it first falls due. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { PairTerm } from '../engine/tally.ts';
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import { commitmentOf } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState, Tranche } from '../model/state.ts';
import type { ReadingVote } from '../model/statecraft.ts';
import type { LegalStatecraft } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { half, halfCost } from './integers.ts';
import { allows } from './level.ts';
import { bookTrust } from './trust.ts';

type Reading = 'strict' | 'loose';
/** What those who are outvoted think of the giver afterwards. */
const OUTVOTED = -4;

/** PH-1l: opens the vote on every vague line whose first tranche has just fallen due. */
export function openReadings(r: Recorder): void {
  for (const c of r.state.commitments) {
    if (!c.options?.vague || c.state !== 'due' || known(r.state, c.proposal, c.line)) continue;
    const line = r.state.commitments.filter((other) => other.proposal === c.proposal && other.line === c.line);
    r.emit({ type: 'readingMoved', vote: { commitments: line.map((other) => other.id), proposal: c.proposal, line: c.line, votes: {}, result: null } });
    post(r, 'table.reading.opened', { givers: [...c.givers], clause: c.clause }, 'all', r.scenario.places[c.clause]);
  }
}
const known = (state: MatchState, proposal: string, line: number): ReadingVote | undefined => state.craft.readings.find((vote) => vote.proposal === proposal && vote.line === line);

/** Votes still open. */
export const openVotes = (state: MatchState): readonly ReadingVote[] => state.craft.readings.filter((vote) => vote.result === null);

/** Silence reads with the giver in its own bloc, and strictly everywhere else. */
export function usualReading(scenario: Scenario, state: MatchState, vote: ReadingVote, seat: SeatId): Reading {
  const { seats } = lookup(scenario);
  const givers = commitmentOf(state, vote.commitments[0] ?? '')?.givers ?? [];
  return givers.some((giver) => seats.get(giver)?.bloc === seats.get(seat)?.bloc) ? 'loose' : 'strict';
}

export function legalReadings(scenario: Scenario, state: MatchState, seat: SeatId): LegalStatecraft['readings'] {
  if (state.phase !== 'declaration') return [];
  return openVotes(state).map((vote) => ({
    proposal: vote.proposal, line: vote.line, clause: commitmentOf(state, vote.commitments[0] ?? '')?.clause ?? '', usual: usualReading(scenario, state, vote, seat), own: vote.votes[seat] ?? null,
  }));
}

/** A sealed vote; voting again replaces the earlier one. */
export function decideReadClause(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'readClause' }>): readonly MatchEvent[] | Refusal {
  if (!allows(scenario, state, 'VAGUE')) return refuse('not-at-level', { command: command.type });
  if (state.phase !== 'declaration') return refuse('wrong-phase', { phase: 'declaration', now: state.phase });
  const vote = known(state, command.proposal, command.line);
  if (!vote || vote.result !== null) return refuse('no-reading');
  return [{ type: 'readingMoved', vote: { ...vote, votes: { ...vote.votes, [seat]: command.reading } } }];
}

/** End of step 3: counts the votes of all seats, a tie reads loosely; loosely read, a line is worth half and costs half. */
export function closeReadings(r: Recorder): void {
  const seats = lookup(r.scenario).everyone;
  for (const vote of openVotes(r.state)) {
    const votes = Object.fromEntries(seats.map((seat): [SeatId, Reading] => [seat, vote.votes[seat] ?? usualReading(r.scenario, r.state, vote, seat)]));
    const strict = seats.filter((seat) => votes[seat] === 'strict').length;
    const result: Reading = strict * 2 > seats.length ? 'strict' : 'loose';
    const line = vote.commitments.flatMap((id) => commitmentOf(r.state, id) ?? []);
    const losers = seats.filter((seat) => votes[seat] !== result);
    r.emit({ type: 'readingMoved', vote: { ...vote, votes, result } });
    if (result === 'loose') for (const c of line) r.emit({ type: 'commitmentMoved', commitment: c.id, state: c.state, tranches: c.tranches.map(loosened), set: { loose: true } });
    bookTrust(r, line.flatMap((c) => losers.filter((seat) => seat !== c.giver).map((seat): PairTerm => ({ a: c.giver, b: seat, code: 'outvoted', value: OUTVOTED }))));
    post(r, losers.length > 0 ? `table.reading.${result}` : `table.reading.${result}.all`, { givers: [...(line[0]?.givers ?? [])], clause: line[0]?.clause ?? '', seats: losers }, 'all', r.scenario.places[line[0]?.clause ?? '']);
  }
}

/** What is still owed of a promise read loosely. */
function loosened(tranche: Tranche): Tranche {
  if (tranche.state !== 'pending' && tranche.state !== 'due' && tranche.state !== 'late') return tranche;
  return { ...tranche, values: Object.fromEntries(Object.entries(tranche.values).map(([seat, value]) => [seat, half(value)])), cost: halfCost(tranche.cost) };
}
