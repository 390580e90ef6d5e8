/** Names of lands and seas: large, pale and spaced, under everything else. */
import { Container, Text } from 'pixi.js';
import { overlap } from '../geometry.ts';
import { LAND_STYLE, SEAT_STYLE, darken } from '../palette.ts';
import type { PaletteKey } from '../palette.ts';
import { project } from '../projection.ts';
import type { Pt } from '../projection.ts';
import type { AreaLabel, MapModel } from '../types.ts';
import type { Fonts, Stage } from './stage.ts';

const SEA = 0x3a6173;
const edgeOf = (palette: PaletteKey | null): number => LAND_STYLE[(palette && SEAT_STYLE[palette].land) ?? 'MNG'].edge;

export class Areas {
  readonly view = new Container();
  #shown: { readonly area: AreaLabel; readonly text: Text; readonly plate: Pt }[] = [];

  set(model: MapModel, say: Stage['say'], fonts: Fonts): void {
    for (const child of this.view.removeChildren()) child.destroy();
    this.#shown = model.areas.map((area) => {
      const sea = area.kind === 'sea';
      const size = fonts.cjk ? area.size * (sea ? 1.05 : 1.22) : area.size;
      const text = new Text({
        text: say(area.name),
        resolution: Math.max(2, devicePixelRatio),
        style: {
          fontFamily: fonts.serif,
          fontSize: size,
          lineHeight: size * 1.25,
          align: 'center',
          letterSpacing: area.spacing,
          // Chinese type has no italic; slanting it only harms it.
          fontStyle: sea && !fonts.cjk ? 'italic' : 'normal',
          fontWeight: sea ? '400' : '600',
          fill: sea ? SEA : darken(edgeOf(area.palette), 0.62),
          ...(sea ? {} : { stroke: { color: 0xf6efe0, width: 3, alpha: 0.55, join: 'round' as const } }),
        },
      });
      text.anchor.set(0.5);
      text.rotation = area.rotate;
      this.view.addChild(text);
      return { area, text, plate: project(area.at) };
    });
  }

  place(stage: Stage): void {
    const size = Math.max(0.66, Math.min(1.9, (stage.scale / 0.62) ** 0.75));
    const fade = stage.scale > 2 ? Math.max(0.3, 1 - (stage.scale - 2) / 3) : 1;
    for (const { area, text, plate } of this.#shown) {
      const [x, y] = stage.toScreen(plate);
      text.position.set(x, y);
      text.scale.set(size);
      text.visible = stage.scale >= area.minScale && stage.scale < area.maxScale && this.#whole(text, x, y, stage);
      text.alpha = (area.kind === 'sea' ? 0.85 : 0.82) * fade;
      if (text.visible) this.#crowd(text, x, y, stage);
    }
  }

  /** A name cut by the neatline or a panel reads as another name. */
  #whole(text: Text, x: number, y: number, { inside, taken }: Stage): boolean {
    const [cos, sin] = [Math.abs(Math.cos(text.rotation)), Math.abs(Math.sin(text.rotation))];
    const w = (text.width * cos + text.height * sin) / 2;
    const h = (text.width * sin + text.height * cos) / 2;
    const box = { x0: x - w, y0: y - h, x1: x + w, y1: y + h };
    return box.x0 > inside.x0 && box.x1 < inside.x1 && box.y0 > inside.y0 && box.y1 < inside.y1 && !taken.some((panel) => overlap(panel, box));
  }

  /** Labels may be written over an area name only if they must. */
  #crowd(text: Text, x: number, y: number, stage: Stage): void {
    const [w, h] = [text.width / 2, text.height / 2];
    const [cos, sin] = [Math.cos(text.rotation), Math.sin(text.rotation)];
    const half = Math.hypot(w, h) * 0.85;
    for (let i = -12; i <= 12; i++) stage.crowded.push([x + (i / 12) * half * cos, y + (i / 12) * half * sin]);
  }
}
