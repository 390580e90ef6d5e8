/** Each temper's character, on views made for it. */
import { describe, expect, it } from 'vitest';
import { newMemory, profileOf, type Mind, type Temper } from '../../src/bots/index.ts';
import { pickSide } from '../../src/bots/crisis.ts';
import { declare } from '../../src/bots/redLine.ts';
import { choose } from '../../src/bots/deeds.ts';
import { judge, thresholdFor } from '../../src/bots/judge.ts';
import { ownLine } from '../../src/bots/worth.ts';
import { outlookOf } from '../../src/bots/outlook.ts';
import { drawTemper } from '../../src/bots/temper.ts';
import { playMatch, dice } from '../../src/bots/index.ts';
import { project, publicScenario, type LineDraft, type MatchState, type SeatId, type View } from '../../src/index.ts';
import { evolve, waiting } from '../../src/index.ts';
import type { CommitmentSlice } from '../../src/model/view.ts';
import { mindAt, sixParty } from './played.ts';

const open = publicScenario(sixParty);
const clause = (id: string): (typeof sixParty.clauses)[number] => {
  const found = sixParty.clauses.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const others = (givers: readonly SeatId[]): SeatId[] => sixParty.seats.map((s) => s.id).filter((seat) => !givers.includes(seat));
function line(id: string): LineDraft {
  const { giver, receiver } = clause(id);
  const givers = giver.mode === 'oneOf' ? giver.seats.slice(0, 1) : giver.seats;
  const receivers = receiver.mode === 'others' ? others(givers) : receiver.mode === 'eachOther' ? givers : receiver.mode === 'oneOf' ? receiver.seats.slice(0, 1) : receiver.seats;
  return { clause: id, givers, receivers, mode: 'WRITTEN' };
}
const pack = (id: string): LineDraft[] => (sixParty.packages.find((each) => each.id === id)?.clauses ?? []).map(line);

/** The first state of a seeded match in this phase. */
function stateIn(phase: MatchState['phase'], seed = 5): MatchState {
  let state = waiting(sixParty);
  for (const entry of playMatch(sixParty, { seed, level: 'standard' }).entries) {
    state = entry.events.reduce(evolve, state);
    if (state.phase === phase) return state;
  }
  throw new Error(`no ${phase}`);
}
const mindOf = (state: MatchState, seat: SeatId, temper: Temper, view: Partial<View> = {}, roll = 0.5): Mind => {
  const seen = { ...project(sixParty, state, { kind: 'seat', seat }), ...view };
  if (!seen.me || !seen.legal) throw new Error(seat);
  return { view: seen, scenario: open, seat, random: () => roll, memory: newMemory(), profile: profileOf(temper), me: seen.me, legal: seen.legal };
};
const gauges = (view: View, values: Partial<View['gauges']['values']>): View['gauges'] => ({ ...view.gauges, values: { ...view.gauges.values, ...values } });
const PLANNERS: readonly Temper[] = ['concert', 'dove', 'opportunist', 'hawk', 'spoiler'];

describe('BOT texts', () => {
  const state = stateIn('plenary');
  it('BOT-20 a red line without assurance is refused by every proliferator, and it says why', () => {
    for (const temper of PLANNERS) {
      const verdict = judge(mindAt(sixParty, state, 'DK', temper), pack('concert-bare'));
      expect(verdict.sign, temper).toBe(false);
      expect(verdict.reasons, temper).toContain('no-assurance');
    }
  });
  it('BOT-20b what is good for all consoles no proliferator that is cornered; an assurance does', () => {
    const cornered = [...pack('concert-bare'), line('EN02'), line('NO01')];
    const mind = mindAt(sixParty, state, 'DK', 'concert');
    const assured = [...cornered, line('SG06')];
    expect(judge(mind, cornered).sign).toBe(false);
    expect(judge(mind, assured).sign).toBe(true);
    // More than the assurance itself: only behind it the good of all counts again.
    expect(judge(mind, assured).worth - judge(mind, cornered).worth).toBeGreaterThan(ownLine(mind, assured, assured.length - 1).expected + 5);
  });
  it('BOT-21 with assurance a concert signs it, each seat of it', () => {
    for (const { id } of sixParty.seats) expect(judge(mindAt(sixParty, state, id, 'concert'), pack('concert-assured')), id).toMatchObject({ sign: true });
  });
  it('BOT-22 disarmament first is refused by the proliferator', () => {
    for (const temper of ['concert', 'opportunist', 'hawk'] as const) expect(judge(mindAt(sixParty, state, 'DK', temper), pack('disarm-first-2003')).sign, temper).toBe(false);
  });
  it('BOT-23 hawks ask more of a text than concerts, and doves less', () => {
    for (const { id } of sixParty.seats) {
      const [dove, concert, hawk] = (['dove', 'concert', 'hawk'] as const).map((temper) => judge(mindAt(sixParty, state, id, temper), pack('action-plan-2007')).threshold);
      expect(dove).toBeLessThan(concert ?? 0);
      expect(concert).toBeLessThan(hawk ?? 0);
    }
  });
});

describe('BOT red lines', () => {
  const state = stateIn('declaration');
  const level = (seat: SeatId, temper: Temper): number => {
    const act = declare(mindOf(state, seat, temper));
    return act?.type === 'declare' ? act.level : -1;
  };
  it('BOT-24 concerts stand closer together than hawks', () => {
    const spread = (temper: Temper): number => { const levels = ['US', 'CN', 'RU', 'JP'].map((seat) => level(seat, temper)); return Math.max(...levels) - Math.min(...levels); };
    expect(spread('concert')).toBeLessThan(spread('hawk'));
  });
});

describe('BOT sides', () => {
  const state = stateIn('crisis', 3);
  const crisis: View['crisis'] = { action: 'x', provoker: 'DK', victims: ['RK'], provokerPatrons: ['CN'], victimPatrons: ['US'], mayPick: ['US', 'CN'], picked: [], defaultSide: 'restrain', picks: null };
  const side = (seat: SeatId, temper: Temper, values: Partial<View['gauges']['values']>): string => {
    const base = mindOf(state, seat, temper);
    const mind = mindOf(state, seat, temper, { crisis, gauges: gauges(base.view, values), revealed: [], history: {}, commitments: {} });
    const act = pickSide({ ...mind, legal: { ...mind.legal, side: { default: 'restrain', restrainAp: 0 } }, me: { ...mind.me, ds: 60, sealed: { ...mind.me.sealed, side: null } } });
    return act?.type === 'pickSide' ? act.side : 'none';
  };
  const calm = { CON: 55, BLOC: 30, W: 30, TEN: 40 };
  it('BOT-25 a concert restrains its client, in calm and at the brink', () => {
    for (const seat of ['US', 'CN']) for (const values of [calm, { CON: 45, BLOC: 50, W: 85, TEN: 75 }]) expect(side(seat, 'concert', values)).toBe('restrain');
  });
  it('BOT-26 hardened blocs make even a trader of chances back; near the war it lets go', () => {
    expect(side('CN', 'opportunist', { CON: 47, BLOC: 38, W: 45, TEN: 35 })).toBe('restrain');
    expect(side('CN', 'opportunist', { CON: 47, BLOC: 82, W: 45, TEN: 35 })).toBe('back');
    expect(side('CN', 'concert', { CON: 45, BLOC: 60, W: 95, TEN: 80 })).toBe('restrain');
  });
});

describe('BOT the proliferator', () => {
  const state = stateIn('secret');
  const believed = (values: Partial<View['gauges']['values']>, band?: 0 | 4): number => {
    const { view } = mindOf(state, 'DK', 'hawk');
    const trust = band === undefined ? view.trust : Object.fromEntries(Object.entries(view.trust).map(([pair, slice]) => [pair, { ...slice, band }]));
    return outlookOf(mindOf(state, 'DK', 'hawk', { gauges: { ...gauges(view, values), paperPressure: 50 }, trust })).pressure;
  };
  it('BOT-27 believes a united wall and doubts a divided one, though the same was declared', () => {
    expect(believed({ CON: 70 })).toBeGreaterThan(believed({ CON: 35 }));
    expect(believed({ CON: 48 }, 4)).toBeGreaterThan(believed({ CON: 48 }, 0));
    expect(believed({ CON: 75 }, 4)).toBeLessThanOrEqual(50);
  });
});

describe('BOT words and deeds', () => {
  const promise = (set: Partial<CommitmentSlice>): CommitmentSlice => ({
    id: 'x', proposal: 'p', line: 0, clause: 'DN12', giver: 'DK', givers: ['DK'], receivers: ['US', 'JP'], mode: 'WRITTEN', scope: 'plenary', adoptedAt: 1, after: null, state: 'performed', tranches: [],
    kept: 0, freeReversalUntil: null, deniable: false, ...set,
  });
  it('BOT-45 a launch pledge leaves a way out where its words and its counterpart do not stop it', () => {
    const loose = (...all: readonly CommitmentSlice[]): readonly string[] => [...outlookOf(mindOf(stateIn('secret'), 'DK', 'opportunist', { commitments: Object.fromEntries(all.map((each) => [each.id, each])) })).loose];
    expect(loose(promise({}))).toEqual(['DN12']);
    expect(loose(promise({ options: { rider: true } }))).toEqual([]);
    expect(loose(promise({}), promise({ id: 'y', clause: 'DN13', giver: 'RU', givers: ['RU'], receivers: ['DK'] }))).toEqual([]);
  });
  it('BOT-46 a dear gift to a proliferator nobody can inspect is put off, not broken, where home is impatient; never where all is seen', () => {
    const answer = (ds: number, V: number): string => {
      const state = stateIn('secret');
      const due = promise({ clause: 'SA02', giver: 'US', givers: ['US'], receivers: ['DK'], state: 'due' });
      const base = mindOf(state, 'US', 'concert');
      const mind = mindOf(state, 'US', 'concert', { commitments: { x: due }, gauges: gauges(base.view, { V }) }, 0.1);
      const menu = { ...mind.legal.choose!, actions: [], dues: [{ commitment: 'x', options: ['perform', 'delay', 'withhold'] as const }] };
      const act = choose({ ...mind, me: { ...mind.me, ds }, legal: { ...mind.legal, choose: menu } });
      return act?.type === 'choose' ? (act.dues['x'] ?? 'perform') : 'none';
    };
    expect([answer(40, 0), answer(60, 0), answer(40, 3)]).toEqual(['delay', 'perform', 'perform']);
  });
  it('BOT-47 a power looks twice at a private deal with a small state while the powers stand together', () => {
    const deal: LineDraft[] = [{ clause: 'HU01', givers: ['DK'], receivers: ['JP'], mode: 'WRITTEN' }, { clause: 'SA06', givers: ['JP'], receivers: ['DK'], mode: 'WRITTEN' }];
    const least = (D: number): number => {
      const { view } = mindOf(stateIn('plenary'), 'JP', 'hawk');
      return thresholdFor(mindOf(stateIn('plenary'), 'JP', 'hawk', { gauges: gauges(view, { D }), table: { ...view.table, level: 'full' } }), deal);
    };
    expect(least(0) - least(46)).toBe(12);
    expect(least(46) - least(75)).toBe(6);
  });
});

describe('BOT drawing', () => {
  it('BOT-28 a mixed table holds every temper that plans, and chairs spoil nothing', () => {
    const drawn = new Set<Temper>();
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = dice(seed);
      for (const { id } of sixParty.seats) {
        const temper = drawTemper(open, id, random);
        drawn.add(temper);
        if (id === sixParty.chair) expect(temper).not.toBe('spoiler');
      }
    }
    expect([...drawn].sort()).toEqual([...PLANNERS].sort());
  });
});
