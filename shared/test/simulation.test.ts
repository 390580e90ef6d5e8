/** Whole matches of bots and of random acts, made again from their seeds: sound after every event, ended, alive, and no seat sees another's secrets. */
import { describe, expect, it } from 'vitest';
import { playMatch, type PlayedEntry, type Temper } from '../src/bots/index.ts';
import { assertSound, evolve, project, waiting, type MatchState } from '../src/index.ts';
import { sixParty } from './bots/played.ts';
import { twinFor } from './bots/twin.ts';

const MATCHES = 200;
const RANDOM_MATCHES = 50;
const anyAct: Readonly<Record<string, Temper>> = Object.fromEntries(sixParty.seats.map((seat) => [seat.id, 'random']));

describe('SIM bots play whole matches', () => {
  it(`SIM-1 ${MATCHES} seeded matches end, sound after each event, with a living spread of outcomes`, () => {
    const tiers: Record<string, number> = {};
    let withDeals = 0;
    let provoked = 0;
    const began = process.cpuUsage();
    for (let seed = 1; seed <= MATCHES; seed += 1) {
      let adopted = 0;
      let crises = 0;
      const { state, refused } = playMatch(sixParty, { seed }, (event, after) => {
        assertSound(sixParty, after);
        if (event.type === 'proposalAdopted') adopted += 1;
        if (event.type === 'crisisOpened') crises += 1;
      });
      expect(state.status, `seed ${seed}`).toBe('ended');
      expect(refused, `seed ${seed}`).toEqual([]);
      const tier = state.ending?.tier ?? 'none';
      tiers[tier] = (tiers[tier] ?? 0) + 1;
      if (adopted > 0) withDeals += 1;
      if (crises > 0) provoked += 1;
    }
    const { user, system } = process.cpuUsage(began);
    process.stderr.write(`${MATCHES} matches in ${((user + system) / 1e6).toFixed(1)} s of CPU: ${JSON.stringify(tiers)}, deals in ${withDeals}, crises in ${provoked}\n`);
    expect(withDeals).toBeGreaterThan(MATCHES * 0.8);
    expect(provoked).toBeGreaterThan(MATCHES * 0.3);
    expect(provoked).toBeLessThan(MATCHES);
    expect(tiers['war'] ?? 0).toBeLessThan(MATCHES * 0.25);
    expect(Object.keys(tiers).length).toBeGreaterThanOrEqual(4);
    for (const share of Object.values(tiers)) expect(share).toBeLessThan(MATCHES * 0.7);
  });

  it(`SIM-2 ${RANDOM_MATCHES} matches of the random policy stay sound and find no dead end`, () => {
    const acts: Record<string, number> = {};
    for (let seed = 1; seed <= RANDOM_MATCHES; seed += 1) {
      const { state, entries } = playMatch(sixParty, { seed, tempers: anyAct }, (_, after) => assertSound(sixParty, after));
      expect(state.status, `seed ${seed}`).toBe('ended');
      for (const { command } of entries) acts[command.type] = (acts[command.type] ?? 0) + 1;
    }
    // What the menu offers is really tried; the hotline needs a rarer table.
    for (const type of ['declare', 'invite', 'acceptInvite', 'declineInvite', 'propose', 'sign', 'refuse', 'object', 'withdraw', 'choose', 'pickSide', 'answerAct', 'preStep']) {
      expect(acts[type] ?? 0, type).toBeGreaterThan(0);
    }
  });
});

describe('SIM secrecy (rules VI)', () => {
  /** Compares what a viewer sees of the truth with what it sees of a truth that differs only in others' secrets. */
  const compareAlong = (entries: readonly PlayedEntry[], every: number): number => {
    let compared = 0;
    let state: MatchState = waiting(sixParty);
    for (const [seq, entry] of entries.entries()) {
      state = entry.events.reduce(evolve, state);
      if (seq % every !== 0 || state.status !== 'running') continue;
      for (const seat of [...sixParty.seats.map((s) => s.id), null]) {
        const viewer = seat === null ? ({ kind: 'public' } as const) : ({ kind: 'seat', seat } as const);
        const twin = twinFor(sixParty, state, seat, seq);
        expect(twin).not.toEqual(state);
        expect(project(sixParty, twin, viewer), `act ${seq}, ${seat ?? 'public'}`).toEqual(project(sixParty, state, viewer));
        compared += 1;
      }
    }
    return compared;
  };

  it('SIM-3 along the play of bots, states that differ only in the secrets of others give equal views', () => {
    let compared = 0;
    for (let seed = 21; seed <= 26; seed += 1) compared += compareAlong(playMatch(sixParty, { seed }).entries, 5);
    expect(compared).toBeGreaterThan(2000);
  });

  it('SIM-4 and along random play', () => {
    for (let seed = 31; seed <= 34; seed += 1) compareAlong(playMatch(sixParty, { seed, tempers: anyAct }).entries, 11);
  });
});
