/** Lines between seats: one ribbon a pair for trust, one thread on it for commitments, one arrow for each act. */
import { TONE_STYLE } from './palette.ts';
import type { Pattern } from './palette.ts';
import type { Anchor, CommitmentState, MapArc, MapInput, MapSeat, MapTreaty, SeatId, Text, Tone } from './types.ts';

export const TONES: readonly Tone[] = ['hostile', 'cold', 'neutral', 'warm', 'close'];
const OVER: ReadonlySet<CommitmentState> = new Set(['lapsed', 'superseded', 'blocked']);
const BROKEN: ReadonlySet<CommitmentState> = new Set(['breached', 'reversed']);
const STRAINED: ReadonlySet<CommitmentState> = new Set(['late', 'unverifiable', 'disputed']);

export interface Seats {
  readonly list: readonly MapSeat[];
  readonly anchor: ReadonlyMap<SeatId, Anchor>;
  readonly name: (id: SeatId) => Text;
  readonly pattern: (id: SeatId) => Pattern;
}

export const inForce = (treaty: MapTreaty): boolean => !OVER.has(treaty.state);
const pairKey = (seats: Seats, a: SeatId, b: SeatId): string => {
  const order = seats.list.map((seat) => seat.id);
  return order.indexOf(a) <= order.indexOf(b) ? `${a}-${b}` : `${b}-${a}`;
};

interface Draft extends Omit<MapArc, 'from' | 'to' | 'faded' | 'selected'> {
  readonly a: SeatId;
  readonly b: SeatId;
}

export function relationArcs(input: MapInput, seats: Seats): Draft[] {
  const wanted = (a: SeatId, b: SeatId): boolean => input.selection?.kind === 'seat' && (input.selection.id === a || input.selection.id === b);
  return input.relations.map(({ a, b, band, exact }) => {
    const tone = TONES[band] ?? 'neutral';
    const style = TONE_STYLE[tone];
    const params = { a: seats.name(a), b: seats.name(b), tone: { key: `tone.${tone}` } };
    return {
      id: `relation:${pairKey(seats, a, b)}`,
      kind: 'relation',
      a,
      b,
      color: tone,
      pattern: style.pattern,
      tone,
      width: style.width,
      lane: 0,
      arrow: 'none',
      broken: false,
      quiet: tone === 'neutral' && !wanted(a, b),
      label: exact === undefined || exact === null ? { key: 'twin.relation', params } : { key: 'twin.relationExact', params: { ...params, exact } },
    };
  });
}

interface Bundle {
  a: SeatId;
  b: SeatId;
  givers: Set<SeatId>;
  count: number;
  broken: number;
  strained: number;
}

/** All commitments in force between two seats make one thread; a joint act of many givers binds each giver to each receiver. */
export function commitmentArcs(input: MapInput, seats: Seats): Draft[] {
  const bundles = new Map<string, Bundle>();
  for (const treaty of input.treaties.filter(inForce)) {
    const seen = new Set<string>();
    for (const giver of treaty.givers)
      for (const receiver of treaty.receivers) {
        const key = pairKey(seats, giver, receiver);
        if (giver === receiver || !seats.anchor.has(giver) || !seats.anchor.has(receiver)) continue;
        const bundle = bundles.get(key) ?? { a: giver, b: receiver, givers: new Set<SeatId>(), count: 0, broken: 0, strained: 0 };
        bundles.set(key, bundle);
        bundle.givers.add(giver);
        // The same treaty given both ways counts once.
        if (seen.has(key)) continue;
        seen.add(key);
        bundle.count += 1;
        if (BROKEN.has(treaty.state)) bundle.broken += 1;
        if (STRAINED.has(treaty.state)) bundle.strained += 1;
      }
  }
  return [...bundles].map(([key, { a, b, givers, count, broken, strained }]) => {
    const both = givers.size > 1;
    const seat = seats.list.find((s) => s.id === a);
    return {
      id: `commitment:${key}`,
      kind: 'commitment',
      a,
      b,
      color: both || !seat ? 'ink' : seat.palette,
      pattern: both ? 'light' : seats.pattern(a),
      tone: null,
      width: Math.min(3, 1.3 + 0.3 * count),
      lane: 0,
      arrow: both ? 'both' : 'to',
      broken: broken > 0,
      quiet: false,
      label: {
        key: both ? 'twin.commitmentsBoth' : 'twin.commitments',
        params: {
          a: seats.name(a),
          b: seats.name(b),
          count,
          state:
            broken > 0
              ? { key: 'twin.broken', params: { count: broken } }
              : strained > 0
                ? { key: 'twin.strained', params: { count: strained } }
                : { key: 'twin.sound' },
        },
      },
    };
  });
}

export function actionArcs(input: MapInput, seats: Seats): Draft[] {
  const lanes = new Map<string, number>();
  return input.actions.flatMap((act): Draft[] => {
    const seat = seats.list.find((s) => s.id === act.actor);
    if (!seat || !act.target || act.target === act.actor || !seats.anchor.has(act.target)) return [];
    const key = pairKey(seats, act.actor, act.target);
    const lane = (lanes.get(key) ?? 0) + 1;
    lanes.set(key, lane);
    return [
      {
        id: `action:${act.id}`,
        kind: 'action',
        a: act.actor,
        b: act.target,
        color: seat.palette,
        pattern: seats.pattern(act.actor),
        tone: null,
        width: 3,
        lane,
        arrow: 'to',
        broken: false,
        quiet: false,
        label: {
          key: `twin.act.${act.tone}.target`,
          params: { actor: seats.name(act.actor), target: seats.name(act.target), act: act.name ?? { key: 'twin.anAct' } },
        },
      },
    ];
  });
}

/** Give drafts their ends, and let the rest step back while one seat or one line is in focus. */
export function finish(drafts: readonly Draft[], input: MapInput, seats: Seats): MapArc[] {
  const focus = input.selection?.kind === 'seat' ? input.selection.id : null;
  return drafts.flatMap(({ a, b, ...draft }) => {
    const [from, to] = [seats.anchor.get(a), seats.anchor.get(b)];
    if (!from || !to) return [];
    return [
      { ...draft, from, to, faded: focus !== null && a !== focus && b !== focus, selected: input.selection?.kind === 'arc' && input.selection.id === draft.id },
    ];
  });
}
