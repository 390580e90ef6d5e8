/** One line style for arcs on the map and swatches in the legend: the seat's or the tone's pattern at a width. */
import type { Graphics } from 'pixi.js';
import { dash, offset } from '../geometry.ts';
import type { Line } from '../geometry.ts';
import type { Pattern } from '../palette.ts';
import { tracePath } from './strokes.ts';

const ROUND = { cap: 'round', join: 'round' } as const;

/** On and off lengths in pixels, or null for a whole line. */
export function dashes(pattern: Pattern, width: number): readonly number[] | null {
  const w = Math.max(1.5, width);
  switch (pattern) {
    case 'dash':
      return [5 + w * 1.2, 4 + w];
    case 'dashdot':
      return [6 + w * 1.6, 3 + w, 0.5, 3 + w];
    case 'dot':
      return [0.5, 3 + w * 1.3];
    case 'light':
    case 'heavy':
    case 'double':
      return null;
    default:
      return pattern satisfies never;
  }
}

export function strokePattern(graphics: Graphics, line: Line, pattern: Pattern, width: number, color: number, alpha: number): void {
  if (pattern === 'double') {
    const side = Math.max(1.1, width * 0.32);
    tracePath(graphics, [offset(line, side), offset(line, -side)]).stroke({ width: Math.max(1.2, width * 0.36), color, alpha, ...ROUND });
    return;
  }
  const pieces = dashes(pattern, width);
  const solid = pattern === 'heavy' ? width * 1.25 : width;
  tracePath(graphics, pieces ? dash([line], pieces) : [line]).stroke({ width: solid, color, alpha, ...ROUND });
}
