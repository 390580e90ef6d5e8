/** The lazy look of a hosting table says exactly what the view of that seat says, whenever it is taken and whatever was read before. */
import { describe, expect, it } from 'vitest';
import { chooseAct, dice, newMemory, playMatch, TEMPERS } from '../../src/bots/index.ts';
import { createGlance } from '../../src/engine/glance.ts';
import { evolve, project, publicScenario, waiting, type Level, type MatchState, type View } from '../../src/index.ts';
import { sixParty } from './played.ts';
import { twinFor } from './twin.ts';

const SLICES = ['viewer', 'table', 'gauges', 'me', 'crisis', 'craft', 'revealed', 'ending', 'seats', 'trust', 'proposals', 'commitments', 'channels', 'news', 'history', 'worth'] as const satisfies readonly (keyof View)[];
const MENU = ['ready', 'declare', 'meet', 'propose', 'answer', 'choose', 'side', 'answerActs', 'stand', 'preStep', 'craft', 'message'] as const satisfies readonly (keyof NonNullable<View['legal']>)[];
/** Slices that a look makes field by field are copied by the names they have in the view. */
const fields = (piece: object | null, like: object | null): unknown => piece && Object.fromEntries(Object.keys(like ?? {}).map((key) => [key, (piece as Record<string, unknown>)[key]]));
/** A look as plain data, read slice by slice. */
const plain = (view: View, like: View): unknown => ({
  ...Object.fromEntries(SLICES.map((key) => [key, view[key]])), table: fields(view.table, like.table), me: fields(view.me, like.me),
  legal: view.legal && Object.fromEntries(MENU.map((key) => [key, view.legal?.[key]])),
});
const seats = sixParty.seats.map((seat) => seat.id);

function along(seed: number, level: Level, every: number, see: (state: MatchState, seq: number) => void): void {
  let state = waiting(sixParty);
  for (const [seq, entry] of playMatch(sixParty, { seed, level }).entries.entries()) {
    state = entry.events.reduce(evolve, state);
    if (seq % every === 0 || state.status === 'ended') see(state, seq);
  }
}

describe('BOT the look of a hosting table (rules VI)', () => {
  it.each(['core', 'full'] as const)('BOT-12 is the view, at level %s', (level) => {
    const glances = new Map(seats.map((seat) => [seat, createGlance(sixParty, seat)]));
    let compared = 0;
    along(71, level, 5, (state, seq) => {
      for (const seat of seats) {
        const look = glances.get(seat)?.(state);
        const view = project(sixParty, state, { kind: 'seat', seat });
        expect(look && plain(look, view), `act ${seq}, ${seat}`).toEqual(plain(view, view));
        compared += 1;
      }
    });
    expect(compared).toBeGreaterThan(150);
  });

  it('BOT-13 an act depends on nothing the seat may not know', () => {
    const open = publicScenario(sixParty);
    let acts = 0;
    along(72, 'core', 6, (state, seq) => {
      if (state.status !== 'running') return;
      for (const [i, seat] of seats.entries()) {
        const temper = TEMPERS[(seq + i) % TEMPERS.length] ?? 'concert';
        const [own, twin] = [state, twinFor(sixParty, state, seat, seq)].map((truth) => chooseAct({ view: createGlance(sixParty, seat)(truth), scenario: open, seat, temper, random: dice(seq + i), memory: newMemory() }));
        expect(twin, `act ${seq}, ${seat}, ${temper}`).toEqual(own);
        if (own && own.type !== 'ready') acts += 1;
      }
    });
    expect(acts).toBeGreaterThan(60);
  }, 240_000);
});
