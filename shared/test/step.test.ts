/** The quick path of deciding: `step` leads to the state that folding its events gives, and what an act does not touch stays the same object. */
import { describe, expect, it } from 'vitest';
import { commitmentOf, decide, evolve, fold, hashOf, isRefusal, legalActs, proposalOf, step, waiting } from '../src/index.ts';
import type { LegalSlice, MatchEvent, MatchState } from '../src/index.ts';
import { legalClauses } from '../src/rules/drafting.ts';
import { alike } from '../src/engine/alike.ts';
import { playMatch } from '../src/bots/table.ts';
import { at, line, options, sixParty, started, table, walk } from './given.ts';

describe('the quick path', () => {
  it.each([[61, 'core'], [62, 'standard'], [63, 'full']] as const)('STEP-1 seed %i at level %s: the same events, and the state they fold to', (seed, level) => {
    const played = playMatch(sixParty, { seed, level });
    let [quick, plain] = [waiting(sixParty), waiting(sixParty)];
    for (const { actor, command, events } of played.entries) {
      const taken = step(sixParty, quick, actor, command);
      if (isRefusal(taken)) throw new Error(taken.code);
      const decided = decide(sixParty, plain, actor, command);
      expect(taken.events).toEqual(events);
      expect(decided).toEqual(events);
      quick = taken.state;
      plain = events.reduce(evolve, plain);
      expect(quick).toEqual(plain);
    }
    expect(hashOf(quick)).toBe(hashOf(fold(sixParty, played.events)));
    expect(hashOf(quick)).toBe(hashOf(played.state));
  });

  it('STEP-2 two matches decided in turns do not touch each other', () => {
    const matches = [64, 65].map((seed) => playMatch(sixParty, { seed, rounds: 2 }));
    const states = matches.map(() => waiting(sixParty));
    const longest = Math.max(...matches.map((match) => match.entries.length));
    for (let i = 0; i < longest; i += 1) for (const [m, match] of matches.entries()) {
      const entry = match.entries[i];
      if (!entry) continue;
      const taken = step(sixParty, states[m] as MatchState, entry.actor, entry.command);
      if (isRefusal(taken)) throw new Error(taken.code);
      expect(taken.events).toEqual(entry.events);
      states[m] = taken.state;
    }
    expect(states.map(hashOf)).toEqual(matches.map((match) => hashOf(match.state)));
  });

  it('STEP-3 a refused act and an act without effect leave the state as it was', () => {
    const { state } = started();
    expect(step(sixParty, state, at('US'), { type: 'declare', level: 2 })).toMatchObject({ refused: true });
    expect(step(sixParty, state, at('US'), { type: 'ready', on: false })).toEqual({ events: [], states: [], state });
    expect(step(sixParty, waiting(sixParty), table, { type: 'start', options: options() })).toMatchObject({ state });
  });
});

describe('identity', () => {
  const touched: Partial<Record<MatchEvent['type'], readonly (keyof MatchState)[]>> = {
    readied: ['ready'], declared: ['sealed'], chosen: ['sealed'], messageSent: ['messages'], invited: ['invitations'], newsPosted: ['news', 'nextId'],
    proposalTabled: ['proposals'], proposalSigned: ['proposals'], proposalRefused: ['proposals'], trustMoved: ['trust'], seatMoved: ['seats'], commitmentMoved: ['commitments'],
  };
  it('STEP-4 an event changes only its own part of the state, and of a list only the entry it names', () => {
    let checked = 0;
    walk(66, (_state, events, before) => {
      let state = before;
      for (const event of events) {
        const next = evolve(state, event);
        const own = touched[event.type];
        if (own) for (const key of Object.keys(state) as (keyof MatchState)[]) if (!own.includes(key)) { expect(next[key]).toBe(state[key]); checked += 1; }
        if (event.type === 'commitmentMoved') expect(next.commitments.filter((c, i) => c !== state.commitments[i]).map((c) => c.id)).toEqual([event.commitment]);
        if (event.type === 'proposalSigned') expect(next.proposals.filter((p, i) => p !== state.proposals[i]).map((p) => p.id)).toEqual([event.proposal]);
        state = next;
      }
    });
    expect(checked).toBeGreaterThan(10_000);
  });

  it('STEP-5 texts and promises are found by id wherever they stand, in whichever match was read before', () => {
    const states: MatchState[] = [67, 68].map((seed) => playMatch(sixParty, { seed }).state);
    for (const state of [...states, ...states.toReversed()]) {
      for (const text of state.proposals) expect(proposalOf(state, text.id)).toBe(text);
      for (const promise of state.commitments) expect(commitmentOf(state, promise.id)).toBe(promise);
      expect(commitmentOf(state, 'nobody-promised-this')).toBeUndefined();
      expect(proposalOf({ ...state, proposals: state.proposals.slice(0, 1) }, state.proposals.at(-1)?.id ?? '')).toBe(state.proposals.length === 1 ? state.proposals[0] : undefined);
    }
  });

  it('STEP-6 the menu of clauses stays while no promise changes, and then only the clauses of changed promises are new', () => {
    let before: { readonly state: MatchState; readonly menu: LegalSlice['propose'][number]['clauses'] } | null = null;
    let [stayed, renewed] = [0, 0];
    walk(69, (state) => {
      const menu = legalClauses(sixParty, state, null);
      if (before && before.state.indicators.BLOC < 85 && state.indicators.BLOC < 85) {
        if (before.state.commitments === state.commitments) { expect(menu).toBe(before.menu); stayed += 1; }
        const moved = new Set(state.commitments.filter((c, i) => c !== before?.state.commitments[i]).map((c) => c.clause));
        for (const [i, clause] of menu.entries()) if (!moved.has(clause.clause)) expect(clause).toBe(before.menu[i]);
        renewed += moved.size;
      }
      before = { state, menu };
    });
    expect(stayed).toBeGreaterThan(100);
    expect(renewed).toBeGreaterThan(10);
  });

  it('STEP-7 a kept menu says what a fresh one says, in every state of a match', () => {
    walk(70, (state) => {
      const fresh = { ...sixParty }; // another object, so nothing kept for it
      for (const { id } of sixParty.seats) expect(legalActs(sixParty, state, id)).toEqual(legalActs(fresh, state, id));
    }, { rounds: 3 });
  });

  it('STEP-8 alike compares what data says and not which object it is', () => {
    expect(alike({ a: [1, { b: null }], c: undefined }, { a: [1, { b: null }] })).toBe(true);
    expect(alike({ a: [1, 2] }, { a: [1] })).toBe(false);
    expect(alike({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(alike([], {})).toBe(false);
    expect(alike(null, {})).toBe(false);
    expect(alike(line('DN01'), line('DN01'))).toBe(true);
  });
});
