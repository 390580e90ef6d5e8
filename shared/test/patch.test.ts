/** A copy that only ever applied patches equals a fresh projection, after every event of random matches; untouched slices are not sent. */
import { describe, expect, it } from 'vitest';
import { applyPatch, createProjector, diff, evolve, hashOf, project } from '../src/index.ts';
import type { View, Viewer } from '../src/index.ts';
import { sixParty, started, walk } from './given.ts';

const viewers: readonly Viewer[] = [{ kind: 'seat', seat: 'CN' }, { kind: 'seat', seat: 'DK' }, { kind: 'public' }, { kind: 'all' }];
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('patches', () => {
  it.each([[11, 2], [12, 2], [13, 3], [14, 8]])('the patched copy equals a fresh projection after every event (seed %i, %i rounds)', (seed, rounds) => {
    const copies = viewers.map((viewer) => ({ viewer, look: createProjector(sixParty, viewer), last: null as View | null, copy: null as View | null }));
    let rev = 0;
    walk(seed, (_state, events, before) => {
      let state = before;
      for (const [i, event] of events.entries()) {
        state = evolve(state, event);
        rev += 1;
        for (const each of copies) {
          const view = each.look(state);
          const patch = diff(each.last, view, rev);
          each.last = view;
          if (patch) each.copy = each.copy === null ? wire(view) : applyPatch(each.copy, wire(patch));
          // Comparing costs far more than patching: long matches are patched at every event and compared now and then.
          if (rounds < 8 ? i === events.length - 1 || rev % 17 === 0 : rev % 101 === 0) expect(hashOf(each.copy)).toBe(hashOf(project(sixParty, state, each.viewer)));
        }
      }
    }, { rounds });
    expect(rev).toBeGreaterThan(100);
  });

  it('a message changes one channel and nothing else', () => {
    const before = started();
    const after = before.and('US', { type: 'message', to: ['CN'], text: 'hello' });
    const look = createProjector(sixParty, { kind: 'seat', seat: 'CN' });
    const patch = diff(look(before.state), look(after.state), 2);
    expect(patch).toMatchObject({ rev: 2, del: {} });
    expect(Object.keys(patch?.set ?? {})).toEqual(['channels']);
    expect(Object.keys(patch?.set.channels as object)).toEqual(['US+CN']);
  });

  it('what one may not see makes no patch', () => {
    const before = started();
    const after = before.and('US', { type: 'message', to: ['CN'], text: 'hello' });
    const look = createProjector(sixParty, { kind: 'seat', seat: 'DK' });
    expect(diff(look(before.state), look(after.state), 2)).toBeNull();
  });

  it('of a large slice only the changed fields travel: being ready does not send the menu again', () => {
    const before = started().until('plenary');
    const look = createProjector(sixParty, { kind: 'seat', seat: 'CN' });
    const patch = diff(look(before.state), look(before.and('CN', { type: 'ready', on: true }).state), 2);
    expect(patch?.set.legal).toEqual({ ready: false });
    expect(Object.keys(patch?.set.table as object).sort()).toEqual(['awaited', 'ready']);
    expect(JSON.stringify(patch).length).toBeLessThan(200);
  });

  it('what is gone from a collection is taken out of the copy', () => {
    const full = project(sixParty, started().state, { kind: 'public' });
    const { 'US-CN': _gone, ...trust } = full.trust;
    const patch = diff(full, { ...full, trust }, 3);
    expect(patch).toEqual({ rev: 3, set: {}, del: { trust: ['US-CN'] } });
    expect(patch && applyPatch(full, wire(patch)).trust).toEqual(trust);
  });

  it('a slice that says the same keeps its identity when its sources moved', () => {
    const before = started().until('declaration');
    const look = createProjector(sixParty, { kind: 'seat', seat: 'DK' });
    const first = look(before.state);
    const second = look(before.and('US', { type: 'declare', level: 3 }).state);
    expect(second.table).not.toBe(first.table);
    for (const key of ['me', 'legal', 'gauges', 'seats', 'trust', 'worth', 'commitments', 'news', 'channels'] as const) expect(second[key]).toBe(first[key]);
  });
});
