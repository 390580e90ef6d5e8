/** What every layer is told about the current view, and what the layers tell each other about taken room. */
import type { Box } from '../geometry.ts';
import type { Pt } from '../projection.ts';
import type { Say } from '../say.ts';
import type { SeatId } from '../types.ts';

/** Where a seat's lines end on screen; docked at the edge of the view when its capital lies outside. */
export interface Dock {
  readonly at: Pt;
  readonly docked: 'left' | 'right' | 'top' | 'bottom' | null;
}

export interface Stage {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly toScreen: (plate: Pt) => Pt;
  /** The view inside the neatline. */
  readonly inside: Box;
  readonly docks: Map<SeatId, Dock>;
  readonly say: Say;
  readonly fonts: Fonts;
  /** Panels over the map, then marks, then labels: grows as layers place theirs. */
  readonly taken: Box[];
  /** Points better not written over (lines, area names). */
  readonly crowded: Pt[];
}
export interface Fonts {
  readonly serif: string;
  readonly sans: string;
  readonly cjk: boolean;
}

const PAD = { x: 34, y: 26 };

export function dockAt(point: Pt, inside: Box): Dock {
  const x = Math.min(Math.max(point[0], inside.x0 + PAD.x), inside.x1 - PAD.x);
  const y = Math.min(Math.max(point[1], inside.y0 + PAD.y), inside.y1 - PAD.y);
  const outside = point[0] < inside.x0 || point[0] > inside.x1 || point[1] < inside.y0 || point[1] > inside.y1;
  if (!outside) return { at: point, docked: null };
  const dx = point[0] - x;
  const dy = point[1] - y;
  return { at: [x, y], docked: Math.abs(dx) >= Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'bottom' : 'top' };
}
