/** The effects of an act in words of three sizes; only what it does to the actor is told as a number. */
import type { ActionSpec } from '@concert/shared';
import type { Speech } from '../speech.ts';

export interface Effect { readonly text: string; readonly tone: 'good' | 'bad' | 'plain' | 'alarm' }

/** Sizes of a move: small, clear, strong. */
const CUTS = { ten: [4, 8], bloc: [3, 6], cm: [2, 4], trust: [5, 9] } as const;
export function sizeOf(value: number, cuts: readonly [number, number]): 1 | 2 | 3 {
  const size = Math.abs(value);
  return size >= cuts[1] ? 3 : size >= cuts[0] ? 2 : 1;
}

export function effectsOf(spec: ActionSpec, { t, signed, seat, list }: Speech): Effect[] {
  const effects: Effect[] = [];
  const sized = (key: 'ten' | 'bloc' | 'cm', value: number, rising: 'good' | 'bad') => {
    if (value === 0) return;
    const up = value > 0;
    effects.push({ text: t(`effect.${key}.${up ? 'up' : 'down'}${sizeOf(value, CUTS[key])}`), tone: up === (rising === 'good') ? 'good' : 'bad' });
  };
  if (spec.provocation) effects.push({ text: t('effect.provocation'), tone: 'alarm' });
  if (spec.hidden) effects.push({ text: t('effect.hidden'), tone: 'plain' });
  if (spec.joint) effects.push({ text: t('effect.joint'), tone: 'plain' });
  sized('ten', spec.ten, 'bad');
  sized('bloc', spec.bloc, 'bad');
  if (spec.cmRally !== undefined) effects.push({ text: t('effect.rally'), tone: 'plain' });
  else sized('cm', spec.cm, 'good');
  if (spec.pro > 0) effects.push({ text: t('effect.pro'), tone: 'bad' });
  if (spec.special === 'walkOut') effects.push({ text: t('effect.walkOut'), tone: 'alarm' });
  // A hidden act touches trust only once it is found; its tag says so.
  const circle = (who: string, at: string | undefined): string => (who === 'seat' && at ? seat(at) : t(`effect.trust.${who}`));
  const circles = new Map<string, string[]>();
  for (const change of spec.trust) {
    if (change.delta === 0) continue;
    const size = `${change.delta > 0 ? 'up' : 'down'}${sizeOf(change.delta, CUTS.trust)}`;
    // Not all trust an act moves is the actor's own: a visit may cost the host, a battery the ally who takes it.
    if (change.a !== 'actor') effects.push({ text: t(`effect.trustPair.${size}`, { a: circle(change.a, change.aSeat), b: circle(change.b, change.bSeat) }), tone: size.startsWith('up') ? 'good' : 'bad' });
    else circles.set(size, [...(circles.get(size) ?? []), circle(change.b, change.bSeat)]);
  }
  for (const [size, who] of circles) effects.push({ text: t(`effect.trust.${size}`, { who: list(who) }), tone: size.startsWith('up') ? 'good' : 'bad' });
  for (const gain of spec.others) {
    const sum = (gain.n ?? 0) + (gain.ds ?? 0);
    if (sum !== 0) effects.push({ text: t(sum > 0 ? 'effect.other.up' : 'effect.other.down', { seat: seat(gain.seat) }), tone: 'plain' });
  }
  if (spec.ds !== 0) effects.push({ text: t('effect.ds', { value: signed(spec.ds) }), tone: spec.ds > 0 ? 'good' : 'bad' });
  if (spec.n !== 0) effects.push({ text: t('effect.n', { value: signed(spec.n) }), tone: spec.n > 0 ? 'good' : 'bad' });
  return effects;
}
