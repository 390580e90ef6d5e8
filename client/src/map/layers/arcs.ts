/**
 * Lines between seats, in screen space. Trust is a translucent ribbon, commitments a thin thread on the same curve,
 * acts arrows on curves of their own above it; a broken commitment carries a cross.
 */
import { Container, Graphics } from 'pixi.js';
import { along, bow, distance, trim } from '../geometry.ts';
import type { Line } from '../geometry.ts';
import { ACT_INK, BROKEN, PAPER, inkOf } from '../palette.ts';
import { project } from '../projection.ts';
import type { Pt } from '../projection.ts';
import type { Anchor, MapArc, MapModel, Pulse } from '../types.ts';
import type { Stage } from './stage.ts';
import { strokePattern } from './strokePattern.ts';
import { tracePath } from './strokes.ts';

const CLEAR = 15;
/** Pixels between the curves of one pair, at their height. */
const LANE = 22;
const BEADS = 2;
const BEAD_MS = 3600;

interface Drawn {
  readonly arc: MapArc;
  readonly line: Line;
}

export const anchorAt = (anchor: Anchor, stage: Stage): Pt => stage.docks.get(anchor.seat)?.at ?? stage.toScreen(project(anchor.at));

/** Long chords bow less, or they would leave the view. */
export function pairCurve(from: Pt, to: Pt, lane: number): Line {
  const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const lift = lane * Math.min(0.3, (2 * LANE) / Math.max(chord, 1));
  return bow(from, to, Math.min(0.2, 130 / Math.max(chord, 1)) + lift);
}

function arrowHead(graphics: Graphics, line: Line, atEnd: boolean, color: number, size: number, alpha: number): void {
  const tip = line.at(atEnd ? -1 : 0);
  const back = along(line, atEnd ? 0.965 : 0.035);
  if (!tip) return;
  const angle = Math.atan2(tip[1] - back[1], tip[0] - back[0]);
  const wing = (by: number): Pt => [tip[0] + Math.cos(angle + by) * size, tip[1] + Math.sin(angle + by) * size];
  const [a, b] = [wing(Math.PI - 0.42), wing(Math.PI + 0.42)];
  graphics
    .poly([tip[0], tip[1], a[0], a[1], b[0], b[1]])
    .fill({ color, alpha })
    .stroke({ width: 1, color: PAPER, alpha: alpha * 0.8 });
}

export class Arcs {
  readonly view = new Container();
  #lines = new Graphics();
  #beads = new Graphics();
  #drawn: Drawn[] = [];
  #pulses: readonly Pulse[] = [];
  #stage: Stage | null = null;

  constructor() {
    this.view.addChild(this.#lines, this.#beads);
  }

  get moving(): boolean {
    return this.#pulses.length > 0 || this.#drawn.some(({ arc }) => arc.kind === 'action');
  }

  place(model: MapModel, stage: Stage): void {
    this.#stage = stage;
    this.#pulses = model.pulses;
    // A line between two capitals off the view says nothing about the view; the badges and the words still do.
    const off = (anchor: Anchor): boolean => stage.docks.get(anchor.seat)?.docked !== null;
    this.#drawn = model.arcs
      .filter((arc) => !arc.quiet && (arc.selected || !(off(arc.from) && off(arc.to))))
      .flatMap((arc) => {
        const curve = pairCurve(anchorAt(arc.from, stage), anchorAt(arc.to, stage), arc.lane);
        // Threads stop a little short of ribbons, so that arrowheads stand clear.
        const line = trim(curve, CLEAR, CLEAR + (arc.arrow === 'none' ? 0 : 4));
        return line.length > 2 ? [{ arc, line }] : [];
      });
    this.#lines.clear();
    for (const kind of ['relation', 'commitment', 'action'] as const) for (const d of this.#drawn) if (d.arc.kind === kind) this.#draw(d);
    for (const { arc, line } of this.#drawn) if (!arc.faded) stage.crowded.push(...line.filter((_, i) => i % 2 === 0));
  }

  #draw({ arc, line }: Drawn): void {
    const g = this.#lines;
    const alpha = arc.faded ? 0.22 : arc.kind === 'relation' ? 0.72 : 0.95;
    const color = inkOf(arc.color);
    if (arc.selected) tracePath(g, [line]).stroke({ width: arc.width + 9, color: 0xf3c63f, alpha: 0.75, cap: 'round', join: 'round' });
    // A thread's halo must not wash out the ribbon it lies on.
    const halo = arc.kind === 'commitment' ? 1 : 2.6;
    tracePath(g, [line]).stroke({
      width: arc.width + halo,
      color: PAPER,
      alpha: arc.faded || arc.tone === 'neutral' ? 0.15 : 0.55,
      cap: 'round',
      join: 'round',
    });
    strokePattern(g, line, arc.pattern, arc.width, color, alpha);
    const size = 7.5 + arc.width;
    if (arc.arrow !== 'none') arrowHead(g, line, true, color, size, alpha);
    if (arc.arrow === 'both') arrowHead(g, line, false, color, size, alpha);
    if (arc.broken) this.#cross(along(line, 0.5), alpha);
  }

  #cross([x, y]: Pt, alpha: number): void {
    this.#lines.circle(x, y, 7.5).fill({ color: PAPER, alpha }).stroke({ width: 1.4, color: BROKEN, alpha });
    this.#lines
      .moveTo(x - 3.4, y - 3.4)
      .lineTo(x + 3.4, y + 3.4)
      .moveTo(x + 3.4, y - 3.4)
      .lineTo(x - 3.4, y + 3.4)
      .stroke({ width: 2.2, color: BROKEN, alpha, cap: 'round' });
  }

  /** Beads run along this round's acts and rings spread from its places; standing still, both keep one plain form. */
  animate(time: number | null): void {
    const [g, stage] = [this.#beads.clear(), this.#stage];
    if (!stage) return;
    for (const pulse of this.#pulses) {
      const dock = pulse.anchor ? stage.docks.get(pulse.anchor.seat) : undefined;
      const [x, y] = dock?.at ?? stage.toScreen(project(pulse.at));
      const color = ACT_INK[pulse.tone];
      for (const shift of [0, 0.5]) {
        const u = time === null ? 0.3 + shift * 0.8 : (time / 2600 + shift) % 1;
        g.circle(x, y, 9 + 22 * u).stroke({ width: pulse.tone === 'hostile' ? 2.6 : 1.8, color, alpha: 0.85 * (1 - u) });
      }
    }
    if (time === null) return;
    for (const { arc, line } of this.#drawn.filter((d) => d.arc.kind === 'action' && !d.arc.faded)) {
      for (let i = 0; i < BEADS; i++) {
        const [x, y] = along(line, (time / BEAD_MS + i / BEADS) % 1);
        g.circle(x, y, 3.6).fill(PAPER).circle(x, y, 2.3).fill(inkOf(arc.color));
      }
    }
  }

  /** The nearest line within reach of a finger or pointer. Thin lines win over the ribbon below them. */
  hit(point: Pt, reach: number): MapArc | null {
    const order = { action: 0, commitment: 1, relation: 2 } as const;
    const near = this.#drawn.map(({ arc, line }) => ({ arc, far: distance(line, point) })).filter(({ far }) => far <= reach);
    return near.toSorted((a, b) => Math.round(a.far - b.far) || order[a.arc.kind] - order[b.arc.kind])[0]?.arc ?? null;
  }
}
