/** What a bot may be relied on for, whatever its temper: it ends, it answers, it stands by its own texts, it gives true reasons. */
import { describe, expect, it } from 'vitest';
import { chooseAct, dice, MOST_ACTS, newMemory, playMatch, type BotMemory, type Played } from '../../src/bots/index.ts';
import { judge } from '../../src/bots/judge.ts';
import { bandBetween, ownLine } from '../../src/bots/worth.ts';
import { decide, evolve, hashOf, isRefusal, project, publicScenario, waiting, type MatchState } from '../../src/index.ts';
import { eachAct, mindAt, sixParty } from './played.ts';
import { proposalOf } from '../../src/model/entries.ts';

const SEEDS = Array.from({ length: 16 }, (_, i) => 301 + i);
const played = new Map<number, Played>(SEEDS.map((seed) => [seed, playMatch(sixParty, { seed })]));
const matches = [...played.values()];

describe('BOT table manners', () => {
  it('BOT-1 every match ends, and no act of a bot is refused', () => {
    for (const match of matches) {
      expect(match.state.status).toBe('ended');
      expect(match.refused).toEqual([]);
    }
  });

  it(`BOT-2 no bot makes more than ${MOST_ACTS} acts in a phase`, () => {
    expect(Math.max(...matches.map((match) => match.busiest))).toBeLessThanOrEqual(MOST_ACTS);
  });

  it('BOT-3 a hosting table closes each phase once, when its bots rest; none of them says "done"', () => {
    for (const match of matches) {
      const closed = match.entries.flatMap(({ command }) => (command.type === 'advance' ? [command.phaseSeq] : []));
      expect(closed).toEqual([...new Set(closed)]);
      expect(match.entries.filter(({ command }) => command.type === 'ready')).toEqual([]);
    }
  });

  it('BOT-4 no text expires unanswered at a table of bots', () => {
    for (const match of matches) expect(match.events.filter((event) => event.type === 'proposalExpired')).toEqual([]);
  });

  it('BOT-5 the same seed plays the same match', () => {
    for (const seed of SEEDS.slice(0, 3)) expect(hashOf(playMatch(sixParty, { seed }).state)).toBe(hashOf(played.get(seed)?.state));
  });

  it('BOT-6 a bot would sign each text it tables if it were handed back', () => {
    let texts = 0;
    for (const match of matches) {
      eachAct(sixParty, match, (seat, command, before) => {
        if (command.type !== 'propose') return;
        texts += 1;
        const verdict = judge(mindAt(sixParty, before, seat, match.tempers[seat] ?? 'concert'), command.lines);
        expect(verdict.sign, `${seat} ${JSON.stringify(command.lines)}`).toBe(true);
      });
    }
    expect(texts).toBeGreaterThan(50);
  });

  it('BOT-7 at most two versions of a text between bots, one counter a chain and bot', () => {
    for (const match of matches) {
      const proposals = match.state.proposals;
      expect(Math.max(0, ...proposals.map((p) => p.version))).toBeLessThanOrEqual(2);
      const counters = proposals.filter((p) => p.parent !== null).map((p) => `${p.chain} ${p.author}`);
      expect(new Set(counters).size).toBe(counters.length);
    }
  });

  it('BOT-8 reasons of a refusal are true', () => {
    let reasons = 0;
    for (const match of matches) {
      eachAct(sixParty, match, (seat, command, before) => {
        if (command.type !== 'refuse') return;
        const mind = mindAt(sixParty, before, seat, match.tempers[seat] ?? 'concert');
        const lines = proposalOf(before, command.proposal)?.lines ?? [];
        const own = lines.map((_, i) => ownLine(mind, lines, i));
        const bring = lines.filter((line, i) => !line.givers.includes(seat) && (own[i]?.gain ?? 0) > 0);
        for (const reason of command.reasons) {
          reasons += 1;
          if (reason === 'no-trust') expect(bring.some((line) => line.givers.some((giver) => bandBetween(mind.view, giver, seat) <= 1))).toBe(true);
          if (reason === 'oral-only') expect(bring.some((line) => line.mode === 'ORAL')).toBe(true);
          if (reason === 'too-costly') expect(own.reduce((sum, line) => sum + line.cost, 0)).toBeGreaterThan(own.reduce((sum, line) => sum + Math.max(0, line.gain), 0));
        }
        expect(command.reasons.length).toBeGreaterThan(0);
      });
    }
    expect(reasons).toBeGreaterThan(20);
  });

  it('BOT-9 losing the notes is harmless', () => {
    const forget = dice(9);
    const rolls = sixParty.seats.map((_, i) => dice(i + 1));
    const memories: BotMemory[] = sixParty.seats.map(() => newMemory());
    let state: MatchState = waiting(sixParty);
    const submit = (actor: Parameters<typeof decide>[2], command: Parameters<typeof decide>[3]): void => {
      const decided = decide(sixParty, state, actor, command);
      if (isRefusal(decided)) throw new Error(`${command.type} ${decided.code}`);
      state = decided.reduce(evolve, state);
    };
    submit({ kind: 'table' }, { type: 'start', options: { seed: 5, level: 'core', pinned: [], rounds: 3, holders: Object.fromEntries(sixParty.seats.map((s) => [s.id, 'bot' as const])) } });
    const open = publicScenario(sixParty);
    let acts = 0;
    while (state.status === 'running') {
      let acted = false;
      for (const [i, { id: seat }] of sixParty.seats.entries()) {
        if (forget() < 0.1) memories[i] = newMemory();
        const command = state.status === 'running' ? chooseAct({ view: project(sixParty, state, { kind: 'seat', seat }), scenario: open, seat, random: rolls[i] ?? Math.random, memory: memories[i] ?? newMemory() }) : null;
        if (!command) continue;
        submit({ kind: 'seat', seat }, command);
        acted = true;
        acts += 1;
      }
      // At a table that nobody hosts the bots end every phase themselves.
      expect(acted || state.status !== 'running', `${state.round} ${state.phase}`).toBe(true);
      expect(acts).toBeLessThan(3000);
    }
  });
});

describe('BOT beside people', () => {
  it('BOT-11 bots wait for a silent person no longer than that person takes to say "done"', () => {
    const [human, ...bots] = sixParty.seats.map((s) => s.id);
    const open = publicScenario(sixParty);
    const minds = new Map(bots.map((seat, i) => [seat, { memory: newMemory(), random: dice(i + 40) }]));
    let state: MatchState = waiting(sixParty);
    const submit = (actor: Parameters<typeof decide>[2], command: Parameters<typeof decide>[3]): void => {
      const decided = decide(sixParty, state, actor, command);
      if (isRefusal(decided)) throw new Error(`${command.type} ${decided.code}`);
      state = decided.reduce(evolve, state);
    };
    submit({ kind: 'table' }, { type: 'start', options: { seed: 8, level: 'core', pinned: [], rounds: 4, holders: Object.fromEntries(sixParty.seats.map((s) => [s.id, s.id === human ? 'people' as const : 'bot' as const])) } });
    for (let quiet = 0, done = 0; state.status === 'running' && quiet < 3; ) {
      let acted = false;
      for (const [seat, mind] of minds) {
        if (state.status !== 'running') break;
        const command = chooseAct({ view: project(sixParty, state, { kind: 'seat', seat }), scenario: open, seat, ...mind });
        if (command) { submit({ kind: 'seat', seat }, command); acted = true; }
      }
      if (acted) { quiet = 0; continue; }
      quiet += 1;
      if (human !== undefined && !state.ready.includes(human)) { submit({ kind: 'seat', seat: human }, { type: 'ready', on: true }); done += 1; }
      expect(done).toBeLessThan(200);
    }
    expect(state.status).toBe('ended');
  });
});

describe('BOT choices of the thesis', () => {
  const among = (tempers: Record<string, 'concert' | 'hawk'>): Played[] => Array.from({ length: 6 }, (_, i) => playMatch(sixParty, { seed: 900 + i, tempers }));
  const all = (temper: 'concert' | 'hawk'): Record<string, 'concert' | 'hawk'> => Object.fromEntries(sixParty.seats.map((s) => [s.id, temper]));
  const peak = (match: Played): number => Math.max(...match.state.history.map((record) => record.indicators.W));

  it('BOT-10 a table of concert bots never nears the brink, one of hawks does', () => {
    expect(Math.max(...among(all('concert')).map(peak))).toBeLessThan(60);
    expect(Math.max(...among(all('hawk')).map(peak))).toBeGreaterThan(80);
  });
});
