/** The marks of places: the shape tells the kind, the colour only the seat. */
import { Graphics } from 'pixi.js';
import { INK, PAPER, SEAT_STYLE } from '../palette.ts';
import type { PaletteKey } from '../palette.ts';
import type { PlaceKind } from '../types.ts';

const DARK = { nuclear: 0xf3c63f, reactor: 0xf6ecd0, venue: 0x2f5d50, zone: 0x7b5b1e, crossing: 0x5f4a2a, launch: 0x2c2620 } as const;

function trefoil(g: Graphics, radius: number): void {
  for (let i = 0; i < 3; i++) {
    const a = Math.PI / 6 + (i * 2 * Math.PI) / 3;
    const [inner, outer] = [radius * 0.36, radius];
    g.moveTo(Math.cos(a - 0.5) * inner, Math.sin(a - 0.5) * inner).arc(0, 0, outer, a - 0.5, a + 0.5);
    g.lineTo(Math.cos(a + 0.5) * inner, Math.sin(a + 0.5) * inner)
      .closePath()
      .fill(INK);
  }
  g.circle(0, 0, radius * 0.2).fill(INK);
}

export function glyph(kind: PlaceKind, palette: PaletteKey | null): Graphics {
  const g = new Graphics();
  const ink = palette ? SEAT_STYLE[palette].ink : INK;
  const rim = { width: 1.3, color: PAPER };
  switch (kind) {
    case 'capital':
      return g.circle(0, 0, 7.4).fill(PAPER).stroke({ width: 1.5, color: INK }).star(0, 0, 5, 5.2, 2.2).fill(ink);
    case 'gateway':
      return g.circle(0, 0, 6).fill(PAPER).stroke({ width: 1.4, color: INK }).circle(0, 0, 2.6).fill(ink);
    case 'nuclear':
      g.circle(0, 0, 7.6).fill(DARK.nuclear).stroke({ width: 1.4, color: INK });
      trefoil(g, 5.7);
      return g;
    case 'reactor':
      g.roundRect(-6, -6, 12, 12, 2).fill(DARK.reactor).stroke({ width: 1.3, color: INK });
      trefoil(g, 4.3);
      return g;
    case 'launch':
      return g.poly([0, -8.5, 3.2, -3, 3.2, 2.6, 5.6, 6.6, -5.6, 6.6, -3.2, 2.6, -3.2, -3]).fill(DARK.launch).stroke(rim);
    case 'base':
      return g.poly([0, -7.4, 6.9, 4.9, -6.9, 4.9]).fill(ink).stroke(rim).star(0, 0.9, 5, 2.9, 1.25).fill(PAPER);
    case 'venue':
      g.roundRect(-6.6, -6.6, 13.2, 13.2, 2.5).fill(DARK.venue).stroke(rim).circle(0, 0, 2.2).fill(PAPER);
      for (let i = 0; i < 6; i++) g.circle(Math.cos((i * Math.PI) / 3) * 4.4, Math.sin((i * Math.PI) / 3) * 4.4, 0.95).fill(PAPER);
      return g;
    case 'zone':
      return g.poly([0, -7, 7, 0, 0, 7, -7, 0]).fill(DARK.zone).stroke(rim).rect(-2.4, -2.4, 4.8, 4.8).fill(PAPER);
    case 'crossing':
      g.roundRect(-5.8, -5.4, 11.6, 10.8, 1.5).fill(DARK.crossing).stroke(rim);
      return g.moveTo(-3.4, -1.6).lineTo(3.4, -1.6).lineTo(1.5, -3.4).moveTo(3.4, 1.6).lineTo(-3.4, 1.6).lineTo(-1.5, 3.4).stroke({ width: 1.2, color: PAPER });
    case 'island':
      return g.circle(0, 0, 3.4).fill(ink).stroke({ width: 1.4, color: PAPER });
    case 'islet':
      return g.circle(-1.6, 0.4, 1.5).fill(INK).circle(1.7, -0.4, 1.3).fill(INK);
    case 'port':
      return g.circle(0, 0, 3.2).fill(PAPER).stroke({ width: 1.2, color: INK }).circle(0, 0, 1).fill(INK);
    case 'city':
      return g.circle(0, 0, 2.8).fill(PAPER).stroke({ width: 1.2, color: INK });
    case 'beyond':
      return g;
    default:
      return kind satisfies never;
  }
}

/** Half the mark's size, for hits and for room. */
export const reachOf = (kind: PlaceKind): number =>
  kind === 'city' || kind === 'port' || kind === 'islet' || kind === 'island' ? 4 : kind === 'beyond' ? 0 : 8;
