/** Where the boxes and arrows of a causal loop stand: boxes on an ellipse, arrows along it, from edge to edge. */
export const WIDTH = 360;
export const HEIGHT = 280;
export const BOX = { width: 116, height: 38 } as const;
const RADIUS = { x: 118, y: 112 } as const;
/** Room between an arrow and a box. */
const AIR = 7;
const STEP = Math.PI / 360;

export interface Point { readonly x: number; readonly y: number }
const pointAt = (angle: number): Point => ({ x: WIDTH / 2 + RADIUS.x * Math.cos(angle), y: HEIGHT / 2 + RADIUS.y * Math.sin(angle) });
/** A sign stands outside of its arrow, so that it hides nothing of it. */
const aside = (point: Point): Point => ({ x: WIDTH / 2 + (point.x - WIDTH / 2) * 1.19, y: HEIGHT / 2 + (point.y - HEIGHT / 2) * 1.19 });
/** The first box stands at the top, the others follow clockwise. */
const angleOf = (at: number, count: number): number => -Math.PI / 2 + (2 * Math.PI * at) / count;
export const boxAt = (at: number, count: number): Point => pointAt(angleOf(at, count));
const outside = (point: Point, box: Point, air: number): boolean => Math.abs(point.x - box.x) > BOX.width / 2 + air || Math.abs(point.y - box.y) > BOX.height / 2 + air;

export interface Arrow { readonly path: string; readonly head: string; readonly sign: Point }
const round = (value: number): number => Math.round(value * 10) / 10;

/** The arrow from one box to the next. */
export function arrowFrom(at: number, count: number): Arrow {
  const [here, there] = [boxAt(at, count), boxAt(at + 1, count)];
  let start = angleOf(at, count);
  let end = angleOf(at + 1, count);
  while (start < end && !outside(pointAt(start), here, AIR)) start += STEP;
  while (end > start && !outside(pointAt(end), there, AIR)) end -= STEP;
  const [from, to, before, sign] = [pointAt(start), pointAt(end), pointAt(end - 12 * STEP), aside(pointAt((start + end) / 2))];
  const lean = Math.atan2(to.y - before.y, to.x - before.x);
  const corner = (turn: number): string => `${round(to.x - 9 * Math.cos(lean + turn))},${round(to.y - 9 * Math.sin(lean + turn))}`;
  return {
    path: `M${round(from.x)},${round(from.y)}A${RADIUS.x},${RADIUS.y} 0 0 1 ${round(to.x)},${round(to.y)}`,
    head: `${round(to.x)},${round(to.y)} ${corner(0.45)} ${corner(-0.45)}`,
    sign,
  };
}
