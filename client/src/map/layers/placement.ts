/** Where labels go: in order of rank, the cheapest of eight places around the mark that is free and inside the neatline. Pure. */
import { holds, overlap } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import type { Pt } from '../projection.ts';

export interface Wanted {
  readonly id: string;
  readonly at: Pt;
  readonly width: number;
  readonly height: number;
  /** Clear space between mark and label. */
  readonly gap: number;
  /** Written over lines and crowding if it must be; others are dropped when every place is crowded. */
  readonly insist?: boolean;
}

const OVER_LINE = 1.5;
const GIVE_UP = 14;

function candidates({ at: [x, y], width: w, height: h, gap }: Wanted): Box[] {
  const box = (x0: number, y0: number): Box => ({ x0, y0, x1: x0 + w, y1: y0 + h });
  const near = gap * 0.72;
  return [
    box(x + gap, y - h / 2),
    box(x - gap - w, y - h / 2),
    box(x + near, y - near - h),
    box(x + near, y + near),
    box(x - near - w, y - near - h),
    box(x - near - w, y + near),
    box(x - w / 2, y - gap - h),
    box(x - w / 2, y + gap),
  ];
}

/** Fills `taken` with the boxes it gives away. */
export function placeLabels(wanted: readonly Wanted[], taken: Box[], crowded: readonly Pt[], inside: Box): ReadonlyMap<string, Box> {
  const placed = new Map<string, Box>();
  for (const label of wanted) {
    let [best, cheapest] = [null as Box | null, Infinity];
    candidates(label).forEach((box, preference) => {
      if (box.x0 < inside.x0 + 3 || box.y0 < inside.y0 + 3 || box.x1 > inside.x1 - 3 || box.y1 > inside.y1 - 3) return;
      if (taken.some((other) => overlap(other, box))) return;
      let cost = preference * 0.6;
      for (const point of crowded) if (holds(box, point)) cost += OVER_LINE;
      if (cost < cheapest) [best, cheapest] = [box, cost];
    });
    if (!best || (cheapest > GIVE_UP && !label.insist)) continue;
    placed.set(label.id, best);
    taken.push(best);
  }
  return placed;
}
