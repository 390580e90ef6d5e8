/** IN-4 and PH-1: how tension and blocs rise and fall; one limit for actions, a common one for all rises, one for relief. */
import type { Term } from '../model/state.ts';
import { clamp, floorDiv } from './integers.ts';

export interface Limits { readonly actions: number; readonly rises: number; readonly relief: number }
/** IN-4. */
export const TENSION_LIMITS: Limits = { actions: 20, rises: 24, relief: 16 };
export const BLOC_LIMITS: Limits = { actions: 10, rises: 12, relief: 12 };
/** Code of the terms that count as rises by actions; every other rise comes on top of them. */
export const BY_ACTION = 'action';

/** IN-4: the move of a round within the limits, with the terms that say what the limits took away. */
export function limitedMove(terms: readonly Term[], limits: Limits): { readonly move: number; readonly terms: readonly Term[] } {
  let [acted, risen, relief] = [0, 0, 0];
  for (const { code, value } of terms) {
    if (value < 0) relief -= value;
    else if (code === BY_ACTION) acted += value;
    else risen += value;
  }
  const byActions = Math.min(acted, limits.actions);
  const rises = Math.min(byActions + risen, limits.rises);
  const relieved = Math.min(relief, limits.relief);
  const cuts: Term[] = [
    { code: 'cap.actions', value: byActions - acted, params: { limit: limits.actions } },
    { code: 'cap.rises', value: rises - byActions - risen, params: { limit: limits.rises } },
    { code: 'cap.relief', value: relief - relieved, params: { limit: limits.relief } },
  ];
  return { move: rises - relieved, terms: [...terms, ...cuts.filter((cut) => cut.value !== 0)] };
}

/** PH-1d: tension never rests below what the programme alone causes; institutions lower that floor. */
export const tensionFloor = (proliferation: number, institutions: number): number => clamp(10 + 4 * proliferation - 3 * institutions, 0, 60);

/** PH-1d: what a dawn takes off tension; a consulting table calms faster. */
export const tensionDecay = (tension: number, consensus: number): number => (consensus >= 45 ? 4 + floorDiv(tension, 10) : 3 + floorDiv(tension, 12));

/** Adds a move to tension, holds it at the floor and within 0..100, and tells by terms what held it. */
export function settleTension(before: number, move: number, terms: readonly Term[], floor: number): { readonly value: number; readonly terms: readonly Term[] } {
  const value = clamp(Math.max(before + move, floor), 0, 100);
  const held = value - before - move;
  return { value, terms: held === 0 ? terms : [...terms, held > 0 ? { code: 'floor', value: held, params: { floor } } : { code: 'ceiling', value: held }] };
}
