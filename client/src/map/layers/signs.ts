/** What is afoot: threats in the bud around their places, and proposals as round tables whose filled parts have signed. */
import { Container, Graphics, Text } from 'pixi.js';
import { along } from '../geometry.ts';
import { INK, PAPER, SEAT_STYLE, THREAT_INK } from '../palette.ts';
import { project } from '../projection.ts';
import type { Pt } from '../projection.ts';
import type { MapModel, ProposalMarker, ThreatMarker } from '../types.ts';
import { anchorAt, pairCurve } from './arcs.ts';
import { placeLabels } from './placement.ts';
import type { Fonts, Stage } from './stage.ts';

/** Grows with the stage. */
export const threatRadius = (stage: number): number => 11 + stage * 2;
const TABLE = 11;
const STEP = 27;

interface Hit {
  readonly at: Pt;
  readonly kind: 'threat' | 'proposal';
  readonly id: string;
}

export class Signs {
  readonly view = new Container();
  #marks = new Graphics();
  #words = new Container();
  #texts: { readonly threat: ThreatMarker; readonly text: Text }[] = [];
  #hits: Hit[] = [];

  constructor() {
    this.view.addChild(this.#marks, this.#words);
  }

  set(model: MapModel, say: Stage['say'], fonts: Fonts): void {
    for (const child of this.#words.removeChildren()) child.destroy();
    this.#texts = model.threats.map((threat) => {
      const text = new Text({
        text: say(threat.short),
        resolution: Math.max(2, devicePixelRatio),
        style: {
          fontFamily: fonts.sans,
          fontSize: 11.5,
          fontStyle: fonts.cjk ? 'normal' : 'italic',
          fontWeight: '600',
          fill: 0x8a3405,
          stroke: { color: 0xfaf4e6, width: 3.4, join: 'round', alpha: 0.95 },
        },
      });
      this.#words.addChild(text);
      return { threat, text };
    });
  }

  placeMarks(model: MapModel, stage: Stage): void {
    this.#marks.clear();
    this.#hits = [];
    for (const threat of model.threats) this.#threat(threat, stage);
    for (const proposal of model.proposals) this.#proposal(proposal, stage);
  }

  placeWords(stage: Stage): void {
    const seen = this.#texts.map(({ threat, text }) => ({
      id: threat.id,
      at: stage.toScreen(project(threat.at)),
      width: text.width,
      height: text.height * 0.8,
      gap: threatRadius(threat.stage) + 5,
      insist: true,
    }));
    const boxes = placeLabels(seen, stage.taken, stage.crowded, stage.inside);
    for (const { threat, text } of this.#texts) {
      const box = boxes.get(threat.id);
      text.visible = box !== undefined;
      if (box) text.position.set(Math.round(box.x0), Math.round(box.y0 - text.height * 0.1));
    }
  }

  /** A ring that grows with the stage, opened by as many petals. */
  #threat(threat: ThreatMarker, stage: Stage): void {
    const [x, y] = stage.toScreen(project(threat.at));
    const radius = threatRadius(threat.stage);
    const g = this.#marks;
    g.circle(x, y, radius).stroke({ width: 4, color: PAPER, alpha: 0.7 });
    g.circle(x, y, radius)
      .fill({ color: THREAT_INK, alpha: 0.08 * threat.stage })
      .stroke({ width: threat.selected ? 3 : 1.8, color: THREAT_INK });
    for (let i = 0; i < threat.stage; i++) {
      const a = -Math.PI / 2 + (i - (threat.stage - 1) / 2) * 0.62;
      g.circle(x + Math.cos(a) * radius, y + Math.sin(a) * radius, 3.6)
        .fill(THREAT_INK)
        .stroke({ width: 1.2, color: PAPER });
    }
    stage.taken.push({ x0: x - radius, y0: y - radius - 3, x1: x + radius, y1: y + radius });
    this.#hits.push({ at: [x, y], kind: 'threat', id: threat.id });
  }

  #proposal(proposal: ProposalMarker, stage: Stage): void {
    const at = this.#spot(proposal, stage);
    if (!at) return;
    const [x, y] = at;
    const g = this.#marks;
    if (proposal.selected) g.circle(x, y, TABLE + 5).fill({ color: 0xf3c63f, alpha: 0.8 });
    g.circle(x, y, TABLE + 1.5)
      .fill(PAPER)
      .stroke({ width: 1.2, color: INK });
    const share = (2 * Math.PI) / Math.max(1, proposal.segments.length);
    proposal.segments.forEach(({ color, signed }, i) => {
      const [from, to] = [-Math.PI / 2 + i * share + 0.07, -Math.PI / 2 + (i + 1) * share - 0.07];
      const ink = SEAT_STYLE[color].ink;
      const r = TABLE - 2.2;
      g.moveTo(x + Math.cos(from) * r, y + Math.sin(from) * r)
        .arc(x, y, r, from, to)
        .stroke({ width: signed ? 5 : 1.3, color: ink });
    });
    // A written page in the middle says what the ring is about.
    g.rect(x - 2.8, y - 3.6, 5.6, 7.2)
      .fill(PAPER)
      .stroke({ width: 1, color: INK });
    g.moveTo(x - 1.5, y - 1.2)
      .lineTo(x + 1.5, y - 1.2)
      .moveTo(x - 1.5, y + 1.2)
      .lineTo(x + 1.5, y + 1.2)
      .stroke({ width: 0.9, color: INK });
    stage.taken.push({ x0: x - TABLE - 2, y0: y - TABLE - 2, x1: x + TABLE + 2, y1: y + TABLE + 2 });
    this.#hits.push({ at, kind: 'proposal', id: proposal.id });
  }

  /** Bilateral texts lie on the pair's curve, plenary ones stand in a row below the table in Beijing. */
  #spot({ between, venue, slot }: ProposalMarker, stage: Stage): Pt | null {
    if (between) {
      const [a, b] = between;
      return along(pairCurve(anchorAt(a, stage), anchorAt(b, stage), 0), 0.42 + slot * 0.09);
    }
    if (!venue) return null;
    const { inside } = stage;
    const [x, y] = stage.toScreen(project(venue));
    return [Math.min(Math.max(x, inside.x0 + 20), inside.x1 - 20) + slot * STEP, Math.min(Math.max(y + 34, inside.y0 + 50), inside.y1 - 50)];
  }

  hit([x, y]: Pt, reach: number): Hit | null {
    return this.#hits.find(({ at, kind }) => Math.hypot(at[0] - x, at[1] - y) <= Math.max(reach, kind === 'proposal' ? TABLE + 2 : 13)) ?? null;
  }
}
