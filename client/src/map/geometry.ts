/** Plane geometry on polylines: dashes, curves, hits. Units are whatever the caller uses. */
import type { Pt } from './projection.ts';
import { FRAME } from './projection.ts';

export type Line = readonly Pt[];
/** Polygons as rings, the outer ring first. */
export type Polygon = readonly Line[];
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
export const holds = (box: Box, [x, y]: Pt): boolean => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;

/** Pixi strokes know no dashes: cut the lines up. `pattern` is on, off, on, off … */
export function dash(lines: readonly Line[], pattern: readonly number[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    let [index, on] = [0, true];
    let left = pattern[0] ?? 1;
    let from = line[0];
    if (!from) continue;
    let piece: Pt[] = [from];
    for (const to of line.slice(1)) {
      let length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      while (length > left) {
        const part: number = left / length;
        from = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
        length -= left;
        if (on) out.push([...piece, from]);
        piece = [from];
        on = !on;
        index = (index + 1) % pattern.length;
        left = pattern[index] ?? 1;
      }
      left -= length;
      if (on) piece.push(to);
      from = to;
    }
    if (on && piece.length > 1) out.push(piece);
  }
  return out;
}

/** A clipped coast runs along the frame; those stretches are not coast. */
export function offFrame(lines: readonly Line[]): Line[] {
  const [l, r, t, b] = [FRAME.left + 1, FRAME.right - 1, FRAME.top + 1, FRAME.bottom - 1];
  const alongEdge = (p: Pt, q: Pt): boolean => (p[0] < l && q[0] < l) || (p[0] > r && q[0] > r) || (p[1] < t && q[1] < t) || (p[1] > b && q[1] > b);
  return lines.flatMap((line) => {
    const runs: Pt[][] = [[]];
    line.forEach((point, i) => {
      const before = line[i - 1];
      if (before && alongEdge(before, point)) runs.push([]);
      runs.at(-1)?.push(point);
    });
    return runs.filter((run) => run.length > 1);
  });
}

/** A quadratic bow from p to q; `bend` is the height as a share of the chord, always to the north. */
export function bow(p: Pt, q: Pt, bend: number, steps = 40): Line {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const side = dx >= 0 ? 1 : -1;
  const control: Pt = [(p[0] + q[0]) / 2 + dy * bend * side, (p[1] + q[1]) / 2 - dx * bend * side];
  return Array.from({ length: steps + 1 }, (_, i): Pt => {
    const [t, u] = [i / steps, 1 - i / steps];
    return [u * u * p[0] + 2 * u * t * control[0] + t * t * q[0], u * u * p[1] + 2 * u * t * control[1] + t * t * q[1]];
  });
}

/** Cut a length off both ends, so that a line stops short of the marks it joins. */
export function trim(line: Line, start: number, end: number): Line {
  const cut = (points: Line, by: number): Pt[] => {
    let left = by;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (!a || !b) break;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length > left) return [[a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length], ...points.slice(i)];
      left -= length;
    }
    return [];
  };
  return cut(cut(line, start).toReversed(), end).toReversed();
}

/** The point at a share of the line's length. */
export function along(line: Line, share: number): Pt {
  const at = share * (line.length - 1);
  const [a, b] = [line[Math.floor(at)], line[Math.min(line.length - 1, Math.floor(at) + 1)]];
  if (!a || !b) return line[0] ?? [0, 0];
  const u = at - Math.floor(at);
  return [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u];
}

/** A line beside the given one, `by` to the right of its direction. */
export function offset(line: Line, by: number): Line {
  return line.map((point, i) => {
    const [a, b] = [line[Math.max(0, i - 1)] ?? point, line[Math.min(line.length - 1, i + 1)] ?? point];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [point[0] - ((b[1] - a[1]) / length) * by, point[1] + ((b[0] - a[0]) / length) * by];
  });
}

export function distance(line: Line, [x, y]: Pt): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
  }
  return best;
}

const inRing = (ring: Line, [x, y]: Pt): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
};
export const inPolygon = (polygon: Polygon, point: Pt): boolean =>
  polygon.some((ring, i) => i === 0 && inRing(ring, point)) && !polygon.slice(1).some((ring) => inRing(ring, point));
