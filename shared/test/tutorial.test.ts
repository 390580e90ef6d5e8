/** The lesson on the verification cliff, played without a network: scripted seats, one player who does what the coach says, and one who does not. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProjector, decide, evolve, extendScenario, isRefusal, loadScenario, publicScenario, waiting } from '../src/index.ts';
import type { Command, MatchState, SeatCommand, SeatId, View } from '../src/index.ts';
import { chooseAct, dice, newMemory } from '../src/bots/index.ts';
import { holds, momentOf } from '../src/tutorial/conditions.ts';
import { tutorialProblems } from '../src/tutorial/references.ts';
import { Tutorial } from '../src/tutorial/schema.ts';
import { quietAct, scriptedAct } from '../src/tutorial/script.ts';

const asset = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../assets/${file}`, import.meta.url), 'utf8'));
const scenario = loadScenario(extendScenario(asset('scenarios/verification-cliff.json'), (id) => asset(`scenarios/${id}.json`)));
const lesson = Tutorial.parse(asset('tutorial/verification-cliff.json'));
const SEATS = scenario.seats.map(({ id }) => id);
const ME = lesson.seat;
const open = publicScenario(scenario);

/** A table with one player and five scripted seats. */
class Table {
  state: MatchState = waiting(scenario);
  readonly refused: string[] = [];
  readonly #looks = new Map(SEATS.map((seat) => [seat, createProjector(scenario, { kind: 'seat' as const, seat })]));
  readonly #minds = new Map(SEATS.map((seat, i) => [seat, { memory: newMemory(), random: dice(i + 1) }]));
  constructor() {
    this.do({ type: 'start', options: { seed: lesson.seed, level: lesson.level, pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(SEATS.map((seat) => [seat, seat === ME ? 'people' : 'bot'])) } }, null);
  }
  view(seat: SeatId = ME): View { return this.#looks.get(seat)!(this.state); }
  do(command: Command, seat: SeatId | null = ME): boolean {
    const decided = decide(scenario, this.state, seat === null ? { kind: 'table' } : { kind: 'seat', seat }, command);
    if (isRefusal(decided)) { this.refused.push(`${seat} ${command.type} ${decided.code}`); return false; }
    this.state = decided.reduce(evolve, this.state);
    return true;
  }
  /** Every other seat acts until none of them has anything left to do. */
  settle(): this {
    for (let acted = true, turns = 0; acted && this.state.status === 'running' && turns < 200; turns += 1) {
      acted = false;
      for (const seat of SEATS) {
        if (seat === ME) continue;
        const view = this.view(seat);
        const mind = this.#minds.get(seat)!;
        const command: SeatCommand | null = scriptedAct(lesson, view, seat) ?? quietAct(view, seat, () => chooseAct({ view, scenario: open, seat, ...mind }));
        if (command && this.do(command, seat)) acted = true;
      }
    }
    return this;
  }
  /** Says ready until a phase is open. */
  until(round: number, phase: string): this {
    for (let i = 0; i < 40 && this.state.status === 'running' && (this.state.round !== round || this.state.phase !== phase); i += 1) { this.settle(); const { phaseSeq } = this.state; if (this.state.round === round && this.state.phase === phase) break; if (this.view().legal?.ready) this.do({ type: 'ready', on: true }); this.settle(); if (phaseSeq === this.state.phaseSeq && this.state.status === 'running') throw new Error(`stuck in ${this.state.phase}`); }
    return this.settle();
  }
  propose(...lines: [clause: string, mode: 'WRITTEN' | 'ORAL', after?: number][]): string {
    const place = this.view().legal!.propose.find((each) => each.scope === 'plenary' && !each.chairDraft)!;
    const of = (clause: string) => place.clauses.find((each) => each.clause === clause)!;
    this.do({ type: 'propose', scope: 'plenary', lines: lines.map(([clause, mode, after]) => ({ clause, givers: of(clause).givers[0]!, receivers: of(clause).receivers[0]!, mode, ...(after === undefined ? {} : { after }) })) });
    return this.state.proposals.at(-1)!.id;
  }
  text(id: string) { return this.view().proposals[id]!; }
  due(clause: string): string { return this.view().legal!.choose!.dues.map((due) => due.commitment).find((id) => this.view().commitments[id]!.clause === clause)!; }
  choose(dues: Record<string, 'perform' | 'withhold'> = {}): void { this.do({ type: 'choose', actions: [], dues, reversals: [], denials: [], remedies: [] }); }
}

describe('the verification cliff', () => {
  it('S8 starts as theory 7 says: consensus 57, war index 24, trust 55 and 44 at least, and what stands is booked', () => {
    const state = waiting(scenario);
    const powers = scenario.seats.filter((seat) => seat.kind === 'power').map((seat) => seat.id);
    const pairs = powers.flatMap((a, i) => powers.slice(i + 1).map((b) => state.trust[`${a}-${b}`]!));
    expect([Math.floor(pairs.reduce((sum, each) => sum + each, 0) / pairs.length), Math.min(...pairs)]).toEqual([55, 44]);
    expect(state.indicators).toMatchObject({ CON: 57, W: 24, TEN: 35, BLOC: 34, VAL: 50, D: 25, PRO: 5, V: 1, INST: 1 });
    const half = state.commitments.filter((c) => c.clause === 'EN02');
    expect(half.map((c) => c.giver)).toEqual(['US', 'CN', 'RU', 'RK']);
    expect(half[0]!.tranches.map((t) => [t.state, t.due])).toEqual([['performed', 0], ['performed', 0], ['pending', 1], ['pending', 2]]);
    expect(state.commitments.find((c) => c.clause === 'SA02')).toBeUndefined();
    expect(tutorialProblems(lesson, scenario)).toEqual([]);
  });

  it('the lesson as coached: signed, refused in writing, adopted by word of mouth, kept, denied, broken', () => {
    const t = new Table();
    t.until(1, 'declaration').do({ type: 'declare', level: 2 });
    t.until(1, 'bilateral');
    expect(t.do({ type: 'acceptInvite', from: 'DK' })).toBe(true);
    t.until(1, 'plenary');
    const theirs = t.state.proposals.find((text) => text.author === 'RU')!;
    expect(t.do({ type: 'sign', proposal: theirs.id, version: theirs.version })).toBe(true);
    const written = t.propose(['VE03', 'WRITTEN'], ['SA02', 'WRITTEN']);
    t.settle();
    expect(t.text(written)).toMatchObject({ status: 'refused', refusals: [{ seat: 'DK', reasons: ['too-costly', 'principle'] }] });
    const oral = t.propose(['VE03', 'ORAL'], ['SA02', 'WRITTEN']);
    t.settle();
    expect(t.text(oral).waiting).toEqual([]);
    t.until(1, 'secret');
    expect(t.text(oral).status).toBe('adopted');
    expect(t.text(theirs.id).status).toBe('adopted');
    t.choose();
    t.until(1, 'reveal');
    expect(holds({ is: 'tranche', clause: 'EN02', giver: ME, state: ['performed'], round: 1 }, t.view(), ME)).toBe(true);
    t.until(2, 'declaration').do({ type: 'declare', level: 2 });
    t.until(2, 'plenary');
    const protocol = t.propose(['VE02', 'WRITTEN'], ['VE03', 'WRITTEN'], ['EN02', 'WRITTEN']);
    t.settle();
    expect(t.text(protocol).status).toBe('refused');
    t.until(2, 'secret');
    const before = t.state.trust['US-DK']!;
    expect(t.view().legal!.choose!.dues).toHaveLength(3); // oil, delisting, charter
    t.choose({ [t.due('EN02')]: 'withhold' });
    t.settle().do({ type: 'ready', on: true });
    t.settle();
    expect(t.state.status).toBe('ended');
    const state = (clause: string, giver: string) => t.state.commitments.findLast((c) => c.clause === clause && c.giver === giver)!.state;
    expect([state('VE03', 'DK'), state('SA02', 'US'), state('EN02', 'US'), state('DN02', 'DK')]).toEqual(['disputed', 'performed', 'breached', 'late']);
    expect(t.state.trust['US-DK']!).toBeLessThan(before);
    expect(t.state.ending!.tier).not.toBe('war');
    expect(t.state.ending!.scores.find((each) => each.seat === ME)!.mandateMet).toBe(false);
    expect(t.refused).toEqual([]);
  });

  it('delisting tied to sampling is refused as well, and whoever does nothing still reaches the end', () => {
    const t = new Table();
    t.until(1, 'plenary');
    const tied = t.propose(['VE03', 'ORAL'], ['SA02', 'WRITTEN', 0]);
    t.settle();
    expect(t.text(tied)).toMatchObject({ status: 'refused', refusals: [{ seat: 'DK', reasons: ['wrong-sequence', 'no-trust'] }] });
    for (let i = 0; i < 40 && t.state.status === 'running'; i += 1) { t.settle(); if (t.view().legal?.ready) t.do({ type: 'ready', on: true }); t.settle(); }
    expect(t.state.status).toBe('ended');
    expect(t.refused).toEqual([]);
  });

  it('knows which moments are to come, now and past', () => {
    const t = new Table();
    t.until(1, 'plenary');
    const at = (round: number, phase: 'dawn' | 'plenary' | 'secret') => momentOf({ round, phase }, t.view());
    expect([at(1, 'dawn'), at(1, 'plenary'), at(1, 'secret'), at(2, 'dawn')]).toEqual(['past', 'now', 'early', 'early']);
  });
});
