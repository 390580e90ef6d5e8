/** The selected land lit from its edges, and the pointed-at land outlined. The glow is a cached silhouette: no filters, no masks. */
import { Container, Graphics, Sprite, Texture } from 'pixi.js';
import { offFrame } from '../geometry.ts';
import type { Line } from '../geometry.ts';
import { LAND_STYLE, SEAT_STYLE, cssColor } from '../palette.ts';
import type { Land, PaletteKey } from '../palette.ts';
import type { LandShape, Plate } from '../plate.ts';
import { plateCanvas, tracePolygons } from './base.ts';
import { tracePath } from './strokes.ts';

const [DETAIL, PAD] = [0.8, 60];
interface Silhouette {
  readonly texture: Texture;
  readonly x: number;
  readonly y: number;
}

const inkOf = (iso: Land): number => {
  const palette = LAND_STYLE[iso].palette;
  return palette ? SEAT_STYLE[palette].ink : LAND_STYLE[iso].edge;
};
const outline = (land: LandShape): Line[] => offFrame(land.polygons.flatMap((shape) => shape.slice(0, 1)));

function silhouette(land: LandShape): Silhouette {
  const [x0, y0, x1, y1] = land.box;
  const [canvas, context] = plateCanvas(DETAIL, x0 - PAD, y0 - PAD, x1 + PAD, y1 + PAD);
  const path = tracePolygons(land.polygons);
  context.fillStyle = context.shadowColor = cssColor(inkOf(land.iso));
  context.globalAlpha = 0.5;
  for (const blur of [34, 16, 7]) {
    context.shadowBlur = blur;
    context.fill(path, 'evenodd');
  }
  // Keep a pale wash inside, so relief and labels stay legible.
  context.shadowBlur = 0;
  context.globalAlpha = 0.84;
  context.globalCompositeOperation = 'destination-out';
  context.fill(path, 'evenodd');
  return { texture: Texture.from(canvas), x: x0 - PAD, y: y0 - PAD };
}

export class Glow {
  readonly view = new Container();
  readonly lines = new Graphics();
  #plate: Plate;
  #sprite = new Sprite();
  #cache = new Map<Land, Silhouette>();
  #selected: Land | null = null;
  #hovered: Land | null = null;

  constructor(plate: Plate) {
    this.#plate = plate;
    this.#sprite.scale.set(1 / DETAIL);
    this.view.addChild(this.#sprite);
  }

  select(palette: PaletteKey | null): void {
    this.#selected = palette ? SEAT_STYLE[palette].land : null;
  }

  /** Returns whether the picture changed. */
  hover(land: Land | null): boolean {
    if (land === this.#hovered) return false;
    this.#hovered = land;
    return true;
  }

  draw(scale: number): void {
    const land = this.#plate.lands.find((l) => l.iso === this.#selected);
    const under = this.#plate.lands.find((l) => l.iso === this.#hovered && l.iso !== this.#selected);
    this.lines.clear();
    if (under) tracePath(this.lines, outline(under)).stroke({ width: 2 / scale, color: 0xffffff, alpha: 0.75, join: 'round' });
    this.#sprite.visible = land !== undefined;
    if (!land) return;
    let shape = this.#cache.get(land.iso);
    if (!shape) this.#cache.set(land.iso, (shape = silhouette(land)));
    this.#sprite.texture = shape.texture;
    this.#sprite.position.set(shape.x, shape.y);
    tracePath(this.lines, outline(land)).stroke({ width: 1.5 / scale, color: inkOf(land.iso), join: 'round' });
  }
}
