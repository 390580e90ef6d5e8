/** Random legal play by the hundred: the menu never offers what is refused, every state is sound, every match ends, and the log tells it all. */
import { describe, expect, it } from 'vitest';
import { decide, evolve, fold, hashOf, isRefusal, loadScenario } from '../src/index.ts';
import type { Actor, Command, MatchEvent } from '../src/index.ts';
import { dice, SEATS, sixParty, started, walk } from './given.ts';

const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

describe('fuzz', () => {
  it.each(['core', 'standard', 'full'] as const)('%s: random legal acts keep every state sound and end the match', (level) => {
    for (const seed of seeds(1000, level === 'core' ? 150 : 50)) {
      const tiers = walk(seed, () => undefined, { level }).ending?.tier;
      expect(tiers, `seed ${seed}`).toBeDefined();
    }
  });

  it('soundness holds in scenarios whose dials stand elsewhere', () => {
    const { indicators } = sixParty;
    for (const [i, set] of [{ TEN: 90, BLOC: 80 }, { BLOC: 90, CON: 20 }, { CON: 80, PRO: 9 }, { PRO: 0, VAL: 100 }].entries()) {
      const scenario = loadScenario({ ...sixParty, indicators: { ...indicators, ...set } });
      for (const seed of seeds(3000 + i * 10, 10)) expect(walk(seed, () => undefined, {}, scenario).status).toBe('ended');
    }
  });

  it('decision 1: folding the recorded events gives the same state, without any rule', () => {
    for (const seed of seeds(5000, 10)) {
      const log: MatchEvent[] = [];
      const start = started({ seed }).state;
      const end = walk(seed, (_state, events) => log.push(...events));
      expect(hashOf(fold(sixParty, log, start))).toBe(hashOf(end));
    }
  });

  it('decision 6: the same commands give the same events, on data that went through the wire', () => {
    const record = (seed: number): string[] => {
      const hashes: string[] = [];
      walk(seed, (state) => { hashes.push(hashOf(state)); });
      return hashes;
    };
    expect(record(6001)).toEqual(record(6001));
    const { state } = started();
    const sent = JSON.parse(JSON.stringify(state)) as typeof state;
    const act: [Actor, Command] = [{ kind: 'table' }, { type: 'advance', phaseSeq: state.phaseSeq }];
    expect(decide(sixParty, sent, ...act)).toEqual(decide(sixParty, state, ...act));
  });

  it('wild commands are refused or do no harm: decide never throws and never half applies', () => {
    const roll = dice(99);
    const wild = (): Command => {
      const seat = ['US', 'DK', 'XX', ''][roll(4)] as string;
      const id = ['p5-US-1', 'p0-XX-9', '', 'p5-US-1-0-DK'][roll(4)] as string;
      const menu: Command[] = [
        { type: 'declare', level: roll(9) - 2 }, { type: 'invite', to: seat }, { type: 'acceptInvite', from: seat }, { type: 'declineInvite', from: seat },
        { type: 'message', to: [seat], text: ' '.repeat(roll(3)) }, { type: 'sign', proposal: id, version: roll(3) }, { type: 'refuse', proposal: id, version: 1, reasons: [] },
        { type: 'object', proposal: id, version: 1 }, { type: 'withdraw', proposal: id }, { type: 'preStep', clause: 'XX', receivers: [seat] },
        { type: 'propose', scope: roll(2) === 0 ? 'plenary' : 'bilateral', lines: [{ clause: 'XX', givers: [seat], receivers: [], mode: 'WRITTEN', after: roll(4) }], counterTo: id },
        { type: 'choose', actions: [{ action: 'XX', target: seat }], dues: { [id]: 'feign' }, reversals: [id], denials: [id], remedies: [{ event: 'XX' }] },
        { type: 'pickSide', side: 'back' }, { type: 'answerAct', from: seat, action: 'UA20', accept: true }, { type: 'standDown', stand: 'hold' },
        { type: 'advance', phaseSeq: roll(9) }, { type: 'hold', seat, holder: 'bot' },
      ];
      return menu[roll(menu.length)] as Command;
    };
    let { state } = started();
    for (let i = 0; i < 4000 && state.status === 'running'; i += 1) {
      const before = hashOf(state);
      const actor: Actor = roll(5) === 0 ? { kind: 'table' } : { kind: 'seat', seat: SEATS[roll(SEATS.length)] as string };
      const decision = decide(sixParty, state, actor, wild());
      expect(hashOf(state)).toBe(before);
      if (!isRefusal(decision)) state = decision.reduce(evolve, state);
    }
  });
});
