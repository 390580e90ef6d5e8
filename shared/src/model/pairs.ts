/** Keys of pairs and channels, always in scenario order, and the bands of TR-3. */
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { ChannelKey, PairKey, SeatId } from './ids.ts';
import type { Band } from './view.ts';

/** More seats than bits of a whole number have no quick path. */
const MOST_BITS = 30;

/** The seats as bits at their places; -1 where one of them is not of this table. */
function bitsOf(scenario: Scenario, seats: readonly SeatId[]): number {
  const { order, everyone } = lookup(scenario);
  if (everyone.length > MOST_BITS) return -1;
  let bits = 0;
  for (const seat of seats) {
    const at = order.get(seat);
    if (at === undefined) return -1;
    bits |= 1 << at;
  }
  return bits;
}

/** Each of these seats once, in scenario order; strangers come first. */
export function inOrder(scenario: Scenario, seats: readonly SeatId[]): SeatId[] {
  const bits = bitsOf(scenario, seats);
  const { order, everyone } = lookup(scenario);
  if (bits < 0) return [...new Set(seats)].sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1));
  const sorted: SeatId[] = [];
  for (let at = 0; at < everyone.length; at += 1) if ((bits & (1 << at)) !== 0) sorted.push(everyone[at] as SeatId);
  return sorted;
}

export function pairKey(scenario: Scenario, a: SeatId, b: SeatId): PairKey {
  const { order, everyone, pairKeys } = lookup(scenario);
  const [first, second] = [order.get(a) ?? -1, order.get(b) ?? -1];
  if (first >= 0 && second >= 0) return pairKeys[first * everyone.length + second] as PairKey;
  return first < second ? `${a}-${b}` : `${b}-${a}`;
}

export function channelKey(scenario: Scenario, seats: readonly SeatId[]): ChannelKey {
  const bits = bitsOf(scenario, seats);
  const { circles } = lookup(scenario);
  let key = bits < 0 ? undefined : circles.get(bits);
  if (key === undefined) {
    key = inOrder(scenario, seats).join('+');
    if (bits >= 0) circles.set(bits, key);
  }
  return key;
}

export const allPairs = (scenario: Scenario): readonly (readonly [SeatId, SeatId])[] => lookup(scenario).pairs;
/** TR-3: 0-19, 20-39, 40-59, 60-79, 80-100. */
export const band = (value: number): Band => Math.min(4, Math.floor(value / 20)) as Band;
export const powers = (scenario: Scenario): readonly SeatId[] => lookup(scenario).powers;
