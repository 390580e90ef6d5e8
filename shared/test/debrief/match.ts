/** A small match played by hand, act by act with its time, as a log keeps it: the fixture whose measures the tests compute on paper. */
import { decide, evolve, isRefusal, waiting } from '../../src/index.ts';
import type { Actor, Command, LineDraft, MatchState, Scenario, SeatId } from '../../src/index.ts';
import type { PlayedEntry } from '../../src/debrief/played.ts';
import { line, options, sixParty } from '../given.ts';

/** Worth in the order of the seats and cost, as the tests reckon with it, whatever the scenario's balance becomes. */
const WORTH: Readonly<Record<string, readonly [values: readonly number[], cost: number]>> = {
  DN01: [[6, 5, 4, 5, 0, 6], 4], EN01: [[1, 2, 1, 0, 4, 1], 2], HU01: [[1, 0, 0, 7, 0, 1], 2], EN04: [[0, 1, 2, -1, 4, 1], 1], HU04: [[3, 1, 0, 1, 2, 6], 1], SA02: [[0, 3, 3, -6, 7, 3], 5],
};
const K = [6, 4, 4, 5, 12, 4];
const POWER = [45, 20, 12, 23, null, null];
const LEAST = [5, 3, 2, 5, 2, 3];
/** The scenario with the figures of these tests written into it. */
export const paper: Scenario = {
  ...sixParty,
  seats: sixParty.seats.map((seat, i) => ({ ...seat, k: K[i] ?? 0, pow: POWER[i] ?? null, minNet: LEAST[i] ?? 0 })),
  clauses: sixParty.clauses.map((clause) => { const own = WORTH[clause.id]; return own ? { ...clause, values: Object.fromEntries(sixParty.seats.map(({ id }, i) => [id, own[0][i] ?? 0])), cost: own[1] } : clause; }),
};

export class Hand {
  state: MatchState = waiting(paper);
  readonly entries: PlayedEntry[] = [];
  minute = 0;

  act(seat: SeatId | null, command: Command, member?: string): this {
    const actor: Actor = seat === null ? { kind: 'table' } : { kind: 'seat', seat, ...(member === undefined ? {} : { member }) };
    const decision = decide(paper, this.state, actor, command);
    if (isRefusal(decision)) throw new Error(`${seat} ${command.type}: ${decision.code} ${JSON.stringify(decision.params)}`);
    this.state = decision.reduce(evolve, this.state);
    this.entries.push({ seq: this.entries.length + 1, at: this.minute * 60_000, seat, member: member ?? null, command, events: decision });
    return this;
  }
  at(minute: number): this { this.minute = minute; return this; }
  until(phase: MatchState['phase'], round = this.state.round): this {
    while (this.state.status === 'running' && (this.state.phase !== phase || this.state.round !== round)) this.act(null, { type: 'advance', phaseSeq: this.state.phaseSeq });
    return this;
  }
  say(from: SeatId, to: readonly SeatId[], text: string): this { return this.act(from, { type: 'message', to, text }); }
  table(author: SeatId, lines: readonly LineDraft[]): string {
    this.act(author, { type: 'propose', scope: 'plenary', lines });
    return this.state.proposals.at(-1)?.id ?? '';
  }
  sign(id: string, seats: readonly SeatId[]): this { for (const seat of seats) this.act(seat, { type: 'sign', proposal: id, version: 1 }); return this; }
}

/**
 * Two rounds. Four things are tabled: A a freeze (DN01, the DPRK), B heavy oil at once (EN01, the ROK), C talks about the abducted (HU01, the DPRK to Japan)
 * and D economic openings (EN04, the five to the DPRK). A and B are one text and signed by all; C is refused; D is left unsigned. A is kept, B is not.
 */
export function smallMatch(): Hand {
  const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 2 }) });
  hand.at(1).say('US', ['CN'], 'hello there');
  hand.at(2).say('CN', ['US'], '你好').say('US', ['CN', 'RU', 'JP', 'DK', 'RK'], 'good day to all');
  hand.at(3).say('RK', [], 'what do we want?').say('RU', ['CN'], 'Call me');
  hand.at(10).until('plenary');
  const text = hand.table('DK', [line('DN01'), line('EN01')]);
  hand.sign(text, ['US', 'CN', 'RU', 'JP', 'RK']);
  const refused = hand.table('JP', [line('HU01')]);
  hand.act('DK', { type: 'refuse', proposal: refused, version: 1, reasons: ['too-little'] });
  hand.table('DK', [line('EN04')]);
  hand.at(40).until('secret', 2);
  const oil = hand.state.commitments.find(({ clause }) => clause === 'EN01')?.id ?? '';
  hand.act('RK', { type: 'choose', actions: [], dues: { [oil]: 'withhold' }, reversals: [], denials: [], remedies: [] });
  hand.at(60);
  while (hand.state.status === 'running') hand.act(null, { type: 'advance', phaseSeq: hand.state.phaseSeq });
  return hand;
}
