/** Coast, borders, rivers, graticule, demarcation line and limit lines: rebuilt at each half octave of zoom, so widths stay in pixels. */
import { Container, Graphics } from 'pixi.js';
import { LINES } from '../atlas.ts';
import { dash } from '../geometry.ts';
import type { Line } from '../geometry.ts';
import { MDL_INK, NLL_INK } from '../palette.ts';
import type { Plate } from '../plate.ts';
import { inFrame, project } from '../projection.ts';
import type { Pt } from '../projection.ts';

export function tracePath(graphics: Graphics, lines: readonly Line[]): Graphics {
  for (const line of lines) line.forEach(([x, y], i) => (i === 0 ? graphics.moveTo(x, y) : graphics.lineTo(x, y)));
  return graphics;
}

/** Every second degree, cut at the plate's edges. */
function graticule(): Line[] {
  const steps = (from: number, to: number, by: number): number[] => Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);
  const clipped = (points: readonly Pt[]): Line[] => {
    const runs: Pt[][] = [[]];
    for (const point of points) {
      if (inFrame(point)) runs.at(-1)?.push(point);
      else runs.push([]);
    }
    return runs.filter((run) => run.length > 1);
  };
  return [
    ...steps(106, 152, 2).flatMap((lon) => clipped(steps(26, 54, 0.25).map((lat) => project([lon, lat])))),
    ...steps(28, 52, 2).flatMap((lat) => clipped(steps(106, 152, 0.25).map((lon) => project([lon, lat])))),
  ];
}

export class Strokes {
  readonly view = new Container();
  #plate: Plate;
  #grid = graticule();
  #limits = LINES.map((line) => line.points.map(project));
  #water = new Graphics();
  #provinces = new Graphics();
  #graticule = new Graphics();
  #edges = new Graphics();
  /** Above the outline of a pointed-at land, or the line between the two states would drown in it. */
  readonly division = new Graphics();

  constructor(plate: Plate) {
    this.#plate = plate;
    this.view.addChild(this.#water, this.#provinces, this.#graticule, this.#edges);
  }

  draw(scale: number): void {
    const px = (n: number): number => n / scale;
    this.#drawWater(scale, px);
    this.#provinces.clear();
    if (scale > 0.5) tracePath(this.#provinces, dash(this.#plate.provinces, [px(4), px(3)])).stroke({ width: px(0.8), color: 0x8f8271, alpha: 0.5 });
    tracePath(this.#graticule.clear(), this.#grid).stroke({ width: px(0.7), color: 0x33545f, alpha: 0.15 });
    tracePath(this.#edges.clear(), this.#plate.coast).stroke({ width: px(1.05), color: 0x4f6f7c, alpha: 0.9, join: 'round' });
    tracePath(this.#edges, this.#plate.borders).stroke({ width: px(4.2), color: 0xfbf6ea, alpha: 0.75, join: 'round' });
    tracePath(this.#edges, dash(this.#plate.borders, [px(9), px(2.6), px(2), px(2.6)])).stroke({ width: px(1.5), color: 0x5b4a3e, alpha: 0.95 });
    this.#drawDivision(px);
  }

  #drawWater(scale: number, px: (n: number) => number): void {
    this.#water.clear();
    for (const lake of this.#plate.lakes) {
      this.#water
        .poly((lake[0] ?? []).slice(0, -1).flatMap(([x, y]) => [x, y]))
        .fill(0xc3d6dc)
        .stroke({ width: px(0.8), color: 0x7fa1b0 });
    }
    for (const { rank, lines } of this.#plate.rivers) {
      if (scale < 0.5 && rank > 7) continue;
      tracePath(this.#water, lines).stroke({ width: px(rank < 4 ? 1.9 : rank < 7 ? 1.5 : 1.05), color: 0x7ea3b4, alpha: 0.85, join: 'round', cap: 'round' });
    }
  }

  /** The DMZ is four kilometres wide: drawn to scale once that is more than a stroke. */
  #drawDivision(px: (n: number) => number): void {
    const { mdl } = this.#plate;
    tracePath(this.division.clear(), mdl).stroke({ width: Math.max(px(9), 4), color: 0xb98d4a, alpha: 0.34, join: 'round', cap: 'round' });
    tracePath(this.division, mdl).stroke({ width: Math.max(px(5.4), 2.4), color: 0xfff6e0, alpha: 0.85, join: 'round' });
    tracePath(this.division, dash(mdl, [px(7), px(4)])).stroke({ width: px(2.4), color: MDL_INK });
    tracePath(this.division, this.#limits).stroke({ width: px(3.4), color: 0xf2f6f3, alpha: 0.55 });
    tracePath(this.division, dash(this.#limits, [px(5), px(4)])).stroke({ width: px(1.6), color: NLL_INK, alpha: 0.9 });
  }
}
