/** Positions sorted by seat and round, so that a bot asks only what concerns it now. */
import type { Positions, PositionText, Rule, SeatPositions } from './schema.ts';

/** The rules of one seat that belong to one round. */
export type Stance = { readonly [K in keyof Required<SeatPositions>]: NonNullable<SeatPositions[K]> };
export interface Stances {
  readonly texts: ReadonlyMap<string, PositionText>;
  /** The stance of a seat in a round; later rounds than the data knows are like its last. */
  readonly at: (seat: string, round: number) => Stance | undefined;
}

const LISTS: readonly (keyof Stance)[] = ['redLine', 'accepts', 'weighs', 'conditions', 'tables', 'meets', 'shuns', 'acts', 'joins', 'dues', 'takesBack', 'denies', 'backs', 'returns', 'bids', 'remedies', 'stops'];

export function compile(positions: Positions): Stances {
  const last = Math.max(1, ...Object.values(positions.seats).flatMap((seat) => LISTS.flatMap((list) => (seat[list] ?? []).map((rule: Rule) => rule.rounds?.[1] ?? 1))));
  const seats = new Map(Object.entries(positions.seats).map(([id, seat]) => [id, Array.from({ length: last }, (_, i) => stanceIn(seat, i + 1))]));
  return { texts: new Map(positions.texts.map((text) => [text.id, text])), at: (seat, round) => { const rounds = seats.get(seat); return rounds?.[Math.min(round, last) - 1]; } };
}

const stanceIn = (seat: SeatPositions, round: number): Stance =>
  Object.fromEntries(LISTS.map((list) => [list, (seat[list] ?? []).filter((rule: Rule) => !rule.rounds || (rule.rounds[0] <= round && round <= rule.rounds[1]))])) as unknown as Stance;
