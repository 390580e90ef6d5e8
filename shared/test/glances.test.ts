/** VI: a look says what the projector says, and what the match does not change keeps its identity for the slices. */
import { describe, expect, it } from 'vitest';
import { createGlance, createProjector, evolve } from '../src/index.ts';
import type { MatchState, View } from '../src/index.ts';
import { SEATS, sixParty, walk } from './given.ts';

/** Slices that a look makes field by field. */
const FIELDS: ReadonlySet<string> = new Set(['table', 'me', 'legal']);

/** A look is read piece by piece, so it is copied by the names the projector gives. */
function copied(look: View, like: View): unknown {
  const bag = look as unknown as Record<string, Record<string, unknown> | null>;
  return Object.fromEntries(Object.entries(like as unknown as Record<string, object | null>).map(([key, slice]) => {
    const piece = bag[key];
    return [key, FIELDS.has(key) && slice !== null && piece ? Object.fromEntries(Object.keys(slice).map((field) => [field, piece[field]])) : piece];
  }));
}

describe('VI looks', () => {
  it.each([[51, 'core'], [52, 'standard'], [53, 'full']] as const)('VI-look seed %i at level %s: every seat sees by a look what its view says', (seed, level) => {
    const looks = SEATS.map((seat) => createGlance(sixParty, seat));
    const views = SEATS.map((seat) => createProjector(sixParty, { kind: 'seat', seat }));
    let acts = 0;
    walk(seed, (state) => {
      acts += 1;
      const at = acts % SEATS.length;
      const view = views[at]?.(state) as View;
      expect(copied(looks[at]?.(state) as View, view)).toEqual(view);
    }, { level });
    expect(acts).toBeGreaterThan(100);
  });

  it('VI-look a look that goes back to an earlier state shows the earlier state', () => {
    const states: MatchState[] = [];
    walk(54, (state) => { states.push(state); });
    const look = createGlance(sixParty, SEATS[0] ?? '');
    for (const at of [states.length - 1, 40, states.length - 30, 10, 200]) {
      const state = states[at] as MatchState;
      const view = createProjector(sixParty, { kind: 'seat', seat: SEATS[0] ?? '' })(state);
      expect(copied(look(state), view)).toEqual(view);
    }
  });

  it('VI-look texts and promises that stay keep their slices', () => {
    const look = createGlance(sixParty, SEATS[1] ?? '');
    let before: { readonly state: MatchState; readonly texts: View['proposals'] } | null = null;
    let stayed = 0;
    walk(55, (state, events) => {
      const texts = { ...look(state).proposals };
      if (before && !events.some((event) => event.type === 'matchEnded')) {
        expect(events.reduce(evolve, before.state).proposals).toEqual(state.proposals);
        for (const [at, text] of before.state.proposals.entries()) if (state.proposals[at] === text) { expect(texts[text.id]).toBe(before.texts[text.id]); stayed += 1; }
      }
      before = { state, texts };
    });
    expect(stayed).toBeGreaterThan(1000);
  });
});
