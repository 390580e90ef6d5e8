/** The neatline: a paper margin with degrees of longitude and latitude where the view meets it. Narrow views go without. */
import { Container, Graphics, Text } from 'pixi.js';
import type { Box } from '../geometry.ts';
import { MARGIN, RULE } from '../palette.ts';
import type { LonLat, Pt } from '../projection.ts';
import type { Fonts } from './stage.ts';

const WIDE = 18;
const NARROW = 640;
const PROBE = 6;

export const marginOf = (width: number): number => (width < NARROW ? 0 : WIDE);
export const insideOf = (width: number, height: number): Box => {
  const m = marginOf(width);
  return { x0: m, y0: m, x1: width - m, y1: height - m };
};

export class Frame {
  readonly view = new Container();
  #rules = new Graphics();
  #degrees: Text[] = [];
  #used = 0;
  #fonts: Fonts | null = null;

  constructor() {
    this.view.addChild(this.#rules);
  }

  setFonts(fonts: Fonts): void {
    this.#fonts = fonts;
  }

  draw(width: number, height: number, scale: number, lonLatAt: (screen: Pt) => LonLat): void {
    const [m, g] = [marginOf(width), this.#rules.clear()];
    this.#used = 0;
    if (m > 0) {
      g.rect(0, 0, width, m)
        .rect(0, height - m, width, m)
        .rect(0, m, m, height - 2 * m)
        .rect(width - m, m, m, height - 2 * m)
        .fill({ color: MARGIN, alpha: 0.97 });
      g.rect(m - 4, m - 4, width - 2 * m + 8, height - 2 * m + 8).stroke({ width: 1, color: RULE });
      g.rect(m, m, width - 2 * m, height - 2 * m).stroke({ width: 1.2, color: RULE });
      const step = scale < 0.5 ? 5 : scale < 1.1 ? 2 : scale < 2.6 ? 1 : 0.5;
      this.#edge(
        width,
        step,
        (u) => lonLatAt([u, m])[0],
        (u, v) => {
          this.#write(`${v}°E`, u, m / 2 - 2, 0);
          g.moveTo(u, m - 4).lineTo(u, m);
        },
      );
      this.#edge(
        width,
        step,
        (u) => lonLatAt([u, height - m])[0],
        (u, v) => {
          this.#write(`${v}°E`, u, height - m / 2 + 3, 0);
          g.moveTo(u, height - m).lineTo(u, height - m + 4);
        },
      );
      this.#edge(
        height,
        step,
        (u) => lonLatAt([m, u])[1],
        (u, v) => {
          this.#write(`${v}°N`, m / 2 - 2, u, -Math.PI / 2);
          g.moveTo(m - 4, u).lineTo(m, u);
        },
      );
      this.#edge(
        height,
        step,
        (u) => lonLatAt([width - m, u])[1],
        (u, v) => {
          this.#write(`${v}°N`, width - m / 2 + 3, u, Math.PI / 2);
          g.moveTo(width - m, u).lineTo(width - m + 4, u);
        },
      );
      g.stroke({ width: 1, color: RULE });
    }
    this.#degrees.forEach((text, i) => {
      text.visible = i < this.#used;
    });
  }

  /** Walk along one edge and call out where a whole step of degrees is crossed. */
  #edge(length: number, step: number, degree: (u: number) => number, call: (u: number, value: number) => void): void {
    let before = degree(0);
    for (let u = PROBE; u <= length; u += PROBE) {
      const now = degree(u);
      for (let v = Math.ceil(Math.min(before, now) / step) * step; v <= Math.max(before, now); v += step) {
        const at = u - PROBE + PROBE * Math.abs((v - before) / (now - before || 1));
        if (at > 34 && at < length - 34) call(at, v);
      }
      before = now;
    }
  }

  #write(words: string, x: number, y: number, rotation: number): void {
    let text = this.#degrees[this.#used];
    if (!text) {
      text = new Text({ text: '', resolution: Math.max(2, devicePixelRatio), style: { fontFamily: this.#fonts?.serif ?? 'serif', fontSize: 9.5, fill: RULE } });
      text.anchor.set(0.5);
      this.#degrees.push(text);
      this.view.addChild(text);
    }
    this.#used += 1;
    if (text.text !== words) text.text = words;
    text.position.set(x, y);
    text.rotation = rotation;
  }
}
