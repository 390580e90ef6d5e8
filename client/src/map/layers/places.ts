/** Places: marks that thin out with the scale, and their names. */
import { Container, Graphics, Text } from 'pixi.js';
import { overlap } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { INK } from '../palette.ts';
import { project } from '../projection.ts';
import type { Pt } from '../projection.ts';
import type { MapModel, PlaceMarker } from '../types.ts';
import { glyph, reachOf } from './glyphs.ts';
import { placeLabels } from './placement.ts';
import type { Wanted } from './placement.ts';
import type { Fonts, Stage } from './stage.ts';

const HALO = { color: 0xfaf4e6, width: 3.4, join: 'round', alpha: 0.9 } as const;
/** The least rank drawn at a scale of so many pixels a kilometre. */
const rankAt = (scale: number): number => (scale < 0.4 ? 1 : scale < 0.6 ? 2 : scale < 0.95 ? 3 : scale < 1.6 ? 4 : 5);

interface Shown {
  readonly place: PlaceMarker;
  readonly mark: Graphics;
  readonly name: Text;
  readonly plate: Pt;
  box: Box | null;
  at: Pt;
}

function nameText(place: PlaceMarker, words: string, fonts: Fonts): Text {
  const capital = place.kind === 'capital' || place.kind === 'gateway';
  const special = !capital && place.kind !== 'city' && place.kind !== 'port';
  return new Text({
    text: words,
    resolution: Math.max(2, devicePixelRatio),
    style: {
      fontFamily: special ? fonts.sans : fonts.serif,
      fontSize: capital ? 17 : special ? 12 : place.rank <= 2 ? 13.5 : 12,
      fontWeight: capital || special ? '600' : '400',
      fill: capital ? INK : 0x2a241f,
      stroke: HALO,
    },
  });
}

export class Places {
  readonly view = new Container();
  readonly names = new Container();
  #shown: Shown[] = [];

  set(model: MapModel, say: Stage['say'], fonts: Fonts): void {
    for (const child of [...this.view.removeChildren(), ...this.names.removeChildren()]) child.destroy();
    this.#shown = model.places
      .filter((place) => place.kind !== 'beyond')
      .map((place) => {
        const mark = glyph(place.kind, place.user ?? place.palette);
        const name = nameText(place, say(place.name), fonts);
        this.view.addChild(mark);
        this.names.addChild(name);
        return { place, mark, name, plate: project(place.at), box: null, at: [0, 0] };
      });
  }

  /** Draw the marks; those that would cover a weightier one wait for a closer view. */
  placeMarks(stage: Stage, keep: ReadonlyMap<string, number>): void {
    const rank = rankAt(stage.scale);
    const must = (place: PlaceMarker): boolean => place.selected || keep.has(place.id);
    const order = this.#shown.toSorted((a, b) => Number(must(b.place)) - Number(must(a.place)) || a.place.rank - b.place.rank);
    const marks: Box[] = [];
    for (const shown of order) {
      const { place, mark } = shown;
      const [x, y] = (shown.at = stage.toScreen(shown.plate));
      const reach = reachOf(place.kind);
      const box = { x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach };
      const seen = x > stage.inside.x0 && x < stage.inside.x1 && y > stage.inside.y0 && y < stage.inside.y1;
      mark.visible = seen && (must(place) || (place.rank <= rank && !marks.some((other) => overlap(other, box))));
      shown.box = mark.visible ? box : null;
      if (!mark.visible) continue;
      marks.push(box);
      mark.position.set(x, y);
      mark.scale.set(place.selected ? 1.25 : 1);
    }
    stage.taken.push(...marks);
  }

  placeNames(stage: Stage, keep: ReadonlyMap<string, number>): void {
    const wanted = this.#shown
      .filter((shown) => shown.box)
      .map(
        (shown): Wanted => ({
          id: shown.place.id,
          at: shown.at,
          width: shown.name.width - 2,
          height: shown.name.height * 0.8,
          gap: Math.max(reachOf(shown.place.kind), keep.get(shown.place.id) ?? 0) + 4,
          insist: shown.place.rank === 1 || shown.place.selected || keep.has(shown.place.id),
        }),
      );
    const order = new Map(
      this.#shown.map(({ place }) => [place.id, (place.selected || keep.has(place.id) ? -1 : 0) + place.rank + (place.kind === 'city' ? 0.5 : 0)]),
    );
    const boxes = placeLabels(
      wanted.toSorted((a, b) => (order.get(a.id) ?? 9) - (order.get(b.id) ?? 9)),
      stage.taken,
      stage.crowded,
      stage.inside,
    );
    for (const { place, name } of this.#shown) {
      const box = boxes.get(place.id);
      name.visible = box !== undefined;
      if (box) name.position.set(Math.round(box.x0) - 1, Math.round(box.y0 - name.height * 0.1));
    }
  }

  hit([x, y]: Pt, reach: number): PlaceMarker | null {
    const near = this.#shown.filter((shown) => shown.box).map((shown) => ({ shown, far: Math.hypot(shown.at[0] - x, shown.at[1] - y) }));
    return near.filter(({ shown, far }) => far <= Math.max(reach, reachOf(shown.place.kind) + 2)).toSorted((a, b) => a.far - b.far)[0]?.shown.place ?? null;
  }

  at(id: string): Pt | null {
    return this.#shown.find((shown) => shown.place.id === id)?.plate ?? null;
  }
}
