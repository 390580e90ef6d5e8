/** The seats' badges: a paper chip with the seat's code beside its colour and line pattern; docked with a pointer when the capital is off the view. */
import { Container, Graphics, Text } from 'pixi.js';
import { holds } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { INK, PAPER, SEAT_STYLE } from '../palette.ts';
import type { Pt } from '../projection.ts';
import type { MapModel, SeatBadge } from '../types.ts';
import { placeLabels } from './placement.ts';
import type { Dock, Fonts, Stage } from './stage.ts';
import { strokePattern } from './strokePattern.ts';

const HEIGHT = 20;
const SWATCH = 14;
const ARROW = 8;

interface Chip {
  readonly badge: SeatBadge;
  readonly view: Container;
  readonly plate: Graphics;
  readonly code: Text;
  readonly toward: Text | null;
  box: Box | null;
}

const widthOf = (chip: Chip): number => SWATCH + 8 + chip.code.width + (chip.toward ? chip.toward.width + 6 : 0) + 7;

export class Badges {
  readonly view = new Container();
  #chips: Chip[] = [];

  set(model: MapModel, say: Stage['say'], fonts: Fonts): void {
    for (const child of this.view.removeChildren()) child.destroy({ children: true });
    this.#chips = model.badges.map((badge) => {
      const view = new Container();
      const plate = new Graphics();
      const label = (words: string, size: number, weight: '700' | '500') =>
        new Text({
          text: words,
          resolution: Math.max(2, devicePixelRatio),
          style: { fontFamily: fonts.sans, fontSize: size, fontWeight: weight, fill: INK, letterSpacing: 0.4 },
        });
      const code = label(say(badge.code), 12, '700');
      const toward = badge.toward ? label(say(badge.toward), 11, '500') : null;
      view.addChild(plate, code, ...(toward ? [toward] : []));
      this.view.addChild(view);
      return { badge, view, plate, code, toward, box: null };
    });
  }

  /** Badges of capitals off the view go to its edge, and the seat's lines end at their inner side. */
  dock(stage: Stage): void {
    for (const chip of this.#chips) {
      const dock = stage.docks.get(chip.badge.seat);
      if (!dock?.docked) continue;
      const box = this.#edge(dock, widthOf(chip), stage);
      this.#draw(chip, box, dock.docked);
      stage.taken.push(box);
      const middle: Pt = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
      const ends: Record<NonNullable<Dock['docked']>, Pt> = {
        right: [box.x0 + 8, middle[1]],
        left: [box.x1 - 8, middle[1]],
        top: [middle[0], box.y1 - 8],
        bottom: [middle[0], box.y0 + 8],
      };
      stage.docks.set(chip.badge.seat, { at: ends[dock.docked], docked: dock.docked });
    }
  }

  place(stage: Stage): void {
    const free = this.#chips.filter((chip) => !stage.docks.get(chip.badge.seat)?.docked);
    const boxes = placeLabels(
      free.map((chip) => ({
        id: chip.badge.seat,
        at: stage.docks.get(chip.badge.seat)?.at ?? [0, 0],
        width: widthOf(chip),
        height: HEIGHT,
        gap: 13,
        insist: true,
      })),
      stage.taken,
      stage.crowded,
      stage.inside,
    );
    for (const chip of free) {
      // No room beside the capital, say under a panel: then the nearest edge.
      const dock = stage.docks.get(chip.badge.seat);
      const side = dock && dock.at[0] > stage.width / 2 ? 'right' : 'left';
      const box = boxes.get(chip.badge.seat) ?? (dock ? this.#edge({ at: dock.at, docked: side }, widthOf(chip), stage) : null);
      if (!boxes.has(chip.badge.seat) && box) stage.taken.push(box);
      this.#draw(chip, box, null);
    }
  }

  /** At the edge, sliding along it past other chips and panels. */
  #edge({ at: [x, y], docked }: Dock, width: number, stage: Stage): Box {
    const upright = docked === 'left' || docked === 'right';
    const edge = docked === 'right' ? stage.inside.x1 - width - ARROW - 5 : docked === 'left' ? stage.inside.x0 + ARROW + 5 : 0;
    const start: Pt = upright ? [edge, y - HEIGHT / 2] : [x - width / 2, docked === 'top' ? stage.inside.y0 + ARROW + 5 : stage.inside.y1 - HEIGHT - ARROW - 5];
    const clash = (box: Box): boolean => stage.taken.some((t) => t.x0 < box.x1 + 4 && t.x1 > box.x0 - 4 && t.y0 < box.y1 + 4 && t.y1 > box.y0 - 4);
    for (let i = 0; i < 60; i++) {
      const slide = Math.ceil(i / 2) * 12 * (i % 2 === 0 ? 1 : -1);
      const [x0, y0] = upright ? [start[0], start[1] + slide] : [start[0] + slide, start[1]];
      const box = { x0, y0, x1: x0 + width, y1: y0 + HEIGHT };
      if (y0 > stage.inside.y0 && box.y1 < stage.inside.y1 && x0 > stage.inside.x0 && box.x1 < stage.inside.x1 && !clash(box)) return box;
    }
    return { x0: start[0], y0: start[1], x1: start[0] + width, y1: start[1] + HEIGHT };
  }

  #draw(chip: Chip, box: Box | null, side: Dock['docked']): void {
    chip.view.visible = box !== null;
    chip.box = box;
    if (!box) return;
    const { badge, plate, code, toward } = chip;
    const style = SEAT_STYLE[badge.palette];
    const [w, h] = [box.x1 - box.x0, HEIGHT];
    plate
      .clear()
      .roundRect(0, 0, w, h, 4)
      .fill({ color: PAPER, alpha: 0.96 })
      .stroke({ width: badge.selected ? 2.4 : 1.2, color: badge.selected ? style.ink : INK });
    plate.roundRect(2.5, 2.5, SWATCH, h - 5, 2).fill(style.ink);
    strokePattern(
      plate,
      [
        [4.5, h / 2],
        [SWATCH + 0.5, h / 2],
      ],
      badge.pattern,
      2.2,
      PAPER,
      1,
    );
    if (side) this.#pointer(plate, side, w, h);
    code.position.set(SWATCH + 7, (h - code.height) / 2);
    toward?.position.set(SWATCH + 7 + code.width + 6, (h - toward.height) / 2);
    chip.view.position.set(Math.round(box.x0), Math.round(box.y0));
  }

  #pointer(plate: Graphics, side: NonNullable<Dock['docked']>, w: number, h: number): void {
    const points: Record<typeof side, number[]> = {
      right: [w + 2, h / 2 - 5, w + ARROW, h / 2, w + 2, h / 2 + 5],
      left: [-2, h / 2 - 5, -ARROW, h / 2, -2, h / 2 + 5],
      top: [w / 2 - 5, -2, w / 2, -ARROW, w / 2 + 5, -2],
      bottom: [w / 2 - 5, h + 2, w / 2, h + ARROW, w / 2 + 5, h + 2],
    };
    plate.poly(points[side]).fill(INK);
  }

  hit(point: Pt): SeatBadge | null {
    // A little more than the chip, so that a finger finds it.
    return this.#chips.find(({ box }) => box && holds({ x0: box.x0 - 3, y0: box.y0 - 5, x1: box.x1 + 8, y1: box.y1 + 5 }, point))?.badge ?? null;
  }
}
