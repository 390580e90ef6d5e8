/** Keys of pairs and channels, always in scenario order, and the bands of TR-3. */
import type { Scenario } from '../scenario/schema.ts';
import type { ChannelKey, PairKey, SeatId } from './ids.ts';
import type { Band } from './view.ts';

const order = (scenario: Scenario, seat: SeatId): number => scenario.seats.findIndex((s) => s.id === seat);
export const inOrder = (scenario: Scenario, seats: readonly SeatId[]): SeatId[] => [...new Set(seats)].sort((a, b) => order(scenario, a) - order(scenario, b));
export const pairKey = (scenario: Scenario, a: SeatId, b: SeatId): PairKey => (order(scenario, a) < order(scenario, b) ? `${a}-${b}` : `${b}-${a}`);
export const channelKey = (scenario: Scenario, seats: readonly SeatId[]): ChannelKey => inOrder(scenario, seats).join('+');
export const allPairs = (scenario: Scenario): [SeatId, SeatId][] => scenario.seats.flatMap((a, i) => scenario.seats.slice(i + 1).map((b): [SeatId, SeatId] => [a.id, b.id]));
/** TR-3: 0-19, 20-39, 40-59, 60-79, 80-100. */
export const band = (value: number): Band => Math.min(4, Math.floor(value / 20)) as Band;
export const powers = (scenario: Scenario): SeatId[] => scenario.seats.filter((s) => s.kind === 'power').map((s) => s.id);
