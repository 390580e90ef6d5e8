/** The indicators act by act, read from the recorded events: everybody at the table saw these figures at that moment. Pure. */
import type { Indicators } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';

/** The lines under the slider; drawn with different strokes, so that colour is never alone. */
export const LINES = [
  { key: 'W', colour: '#9c2b1e', dash: '', width: 2.4 }, { key: 'CON', colour: '#1d5f52', dash: '', width: 1.8 },
  { key: 'TEN', colour: '#b06a00', dash: '6 3', width: 1.6 }, { key: 'BLOC', colour: '#5b3a8e', dash: '2 3', width: 1.8 },
] as const;
export type LineKey = (typeof LINES)[number]['key'];
export type Curves = Readonly<Record<LineKey, readonly number[]>>;

/** A recording of views has one pair of eyes, whoever is asked for. */
const ONLY = { kind: 'public' } as const;
const known = new WeakMap<Reel, Curves>();

/** One value a step and line; folded once a recording. */
export function curvesOf(reel: Reel): Curves {
  const before = known.get(reel);
  if (before) return before;
  const curves: Record<LineKey, number[]> = { W: [], CON: [], TEN: [], BLOC: [] };
  if (!reel.whole) {
    for (const { index } of reel.steps) for (const { key } of LINES) curves[key].push(reel.viewAt(index, ONLY).gauges.values[key]);
    known.set(reel, curves);
    return curves;
  }
  let now: Indicators = reel.stateAt(0).indicators;
  for (const { events } of reel.steps) {
    for (const event of events) {
      if (event.type === 'indicatorsMoved') now = { ...now, ...event.set };
      if (event.type === 'rewound') now = event.state.indicators;
    }
    for (const { key } of LINES) curves[key].push(now[key]);
  }
  known.set(reel, curves);
  return curves;
}

/** The highest value of a scale that holds all lines; 100 at least. */
export const topOf = (curves: Curves, war: number): number => LINES.reduce((most, { key }) => curves[key].reduce((a, b) => Math.max(a, b), most), Math.max(100, war));

/** A stepped path through the values of steps 0..last in a box of this size; `low` 0. */
export function steppedPath(values: readonly number[], last: number, top: number, width: number, height: number): string {
  const x = (at: number): number => Math.round((last === 0 ? 0 : (at / last) * width) * 10) / 10;
  const y = (value: number): number => Math.round((height - (Math.max(0, Math.min(top, value)) / top) * height) * 10) / 10;
  let path = '';
  let before: number | null = null;
  for (let at = 0; at <= last; at += 1) {
    const value = values[at] ?? 0;
    if (value === before) continue;
    path += before === null ? `M0,${y(value)}` : `H${x(at)}V${y(value)}`;
    before = value;
  }
  return before === null ? '' : `${path}H${width}`;
}
