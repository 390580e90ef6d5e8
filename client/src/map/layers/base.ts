/**
 * The soft ground: depths, shallows, land and border tints, relief, grain. Baked once with Canvas 2D (a tenth of the time Pixi
 * needs in software, and without the blotches of overlapping translucent strokes) and shown as one sprite.
 */
import { Container, Sprite, Texture } from 'pixi.js';
import type { Line, Polygon } from '../geometry.ts';
import { LAND_STYLE, cssColor } from '../palette.ts';
import type { Plate } from '../plate.ts';
import { FRAME } from '../projection.ts';

const DETAIL = 1.25;
const SHELF = '#c8d8db';
const DEPTH_TINT: Readonly<Record<number, string>> = { 100: '#bfd2d7', 200: '#b3c9d0', 500: '#a9c1cb', 1000: '#9fb9c5', 2000: '#94b0be', 3000: '#8aa7b7' };
const SHALLOWS = [
  [36, '#d3e1e2'],
  [26, '#d9e5e5'],
  [17, '#e0eae8'],
  [9, '#e8f0ed'],
] as const;
const INNER_EDGE = [
  [24, 0.09],
  [15, 0.12],
  [8, 0.17],
  [3, 0.2],
] as const;

export function tracePolygons(shapes: readonly Polygon[]): Path2D {
  const path = new Path2D();
  for (const shape of shapes)
    for (const ring of shape) {
      ring.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      path.closePath();
    }
  return path;
}

function traceLines(lines: readonly Line[]): Path2D {
  const path = new Path2D();
  for (const line of lines) line.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  return path;
}

/** A canvas whose units are plate kilometres. */
export function plateCanvas(detail: number, x0: number, y0: number, x1: number, y1: number): readonly [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((x1 - x0) * detail);
  canvas.height = Math.round((y1 - y0) * detail);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.setTransform(detail, 0, 0, detail, -x0 * detail, -y0 * detail);
  context.lineJoin = context.lineCap = 'round';
  return [canvas, context];
}

function paintSea(context: CanvasRenderingContext2D, plate: Plate): void {
  context.fillStyle = SHELF;
  context.fillRect(FRAME.left, FRAME.top, FRAME.right - FRAME.left, FRAME.bottom - FRAME.top);
  context.lineWidth = 0.9;
  context.strokeStyle = 'rgba(255,255,255,.2)';
  for (const band of plate.depths) {
    const path = tracePolygons(band.polygons);
    context.fillStyle = DEPTH_TINT[band.depth] ?? SHELF;
    context.fill(path, 'evenodd');
    context.stroke(path);
  }
  const coast = traceLines(plate.coast);
  context.globalAlpha = 0.34;
  for (const [width, tint] of SHALLOWS) {
    context.lineWidth = width;
    context.strokeStyle = tint;
    context.stroke(coast);
  }
  context.globalAlpha = 1;
}

function paintLand(context: CanvasRenderingContext2D, plate: Plate, relief: ImageBitmap): void {
  const paths = plate.lands.map((land) => [LAND_STYLE[land.iso], tracePolygons(land.polygons)] as const);
  for (const [style, path] of paths) {
    context.fillStyle = cssColor(style.fill);
    context.fill(path, 'evenodd');
  }
  context.globalAlpha = 0.55;
  context.imageSmoothingQuality = 'high';
  context.drawImage(relief, FRAME.left, FRAME.top, FRAME.right - FRAME.left, FRAME.bottom - FRAME.top);
  context.globalAlpha = 1;
  for (const [style, path] of paths) {
    context.save();
    context.clip(path, 'evenodd');
    for (const [width, alpha] of INNER_EDGE) {
      context.lineWidth = width;
      context.strokeStyle = cssColor(style.edge, alpha);
      context.stroke(path);
    }
    context.restore();
  }
}

/** A small tile of noise, always the same, so that screenshots compare. */
function paintGrain(context: CanvasRenderingContext2D): void {
  const size = 160;
  const [tile, ink] = plateCanvas(1, 0, 0, size, size);
  const data = ink.createImageData(size, size);
  let seed = 7;
  for (let i = 0; i < size * size; i++) {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    const value = seed >>> 24;
    const light = value > 128;
    data.data.set([light ? 255 : 60, light ? 250 : 45, light ? 235 : 30, (Math.abs(value - 128) / 128) * 15], i * 4);
  }
  ink.putImageData(data, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = context.createPattern(tile, 'repeat') ?? 'transparent';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

export function createBase(plate: Plate, relief: ImageBitmap): Container {
  const [canvas, context] = plateCanvas(DETAIL, FRAME.left, FRAME.top, FRAME.right, FRAME.bottom);
  paintSea(context, plate);
  paintLand(context, plate, relief);
  paintGrain(context);
  const sprite = new Sprite(Texture.from(canvas));
  sprite.position.set(FRAME.left, FRAME.top);
  sprite.scale.set(1 / DETAIL);
  const view = new Container();
  view.addChild(sprite);
  return view;
}
