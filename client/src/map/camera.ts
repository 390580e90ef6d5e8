/** Pan, zoom and pinch on the host element. d3-zoom owns the gesture; this owns what a view of the plate means. */
import { select } from 'd3-selection';
import 'd3-transition';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { ZoomBehavior, ZoomTransform } from 'd3-zoom';
import { FRAME } from './projection.ts';
import type { Pt } from './projection.ts';

const MAX_SCALE = 8;
const [WIDTH, HEIGHT] = [FRAME.right - FRAME.left, FRAME.bottom - FRAME.top];
/** The view to start from: Beijing to Tokyo when there is room, else the peninsula at a legible scale. */
const HOME: Pt = [62, 60];
const PENINSULA: Pt = [-20, 85];
const LEGIBLE = 0.56;

export class Camera {
  #host: HTMLElement;
  #zoom: ZoomBehavior<HTMLElement, unknown>;
  #still: boolean;
  transform: ZoomTransform = zoomIdentity;

  constructor(host: HTMLElement, still: boolean, onMove: (transform: ZoomTransform) => void) {
    this.#host = host;
    this.#still = still;
    this.#zoom = zoom<HTMLElement, unknown>()
      .translateExtent([
        [FRAME.left, FRAME.top],
        [FRAME.right, FRAME.bottom],
      ])
      .clickDistance(4)
      .on('zoom', (event: { transform: ZoomTransform }) => {
        this.transform = event.transform;
        onMove(event.transform);
      });
    this.resize();
    select(host).call(this.#zoom);
  }

  /** The plate always covers the host, whatever its shape. */
  resize(): void {
    const [w, h] = this.#size();
    this.#zoom
      .extent([
        [0, 0],
        [w, h],
      ])
      .scaleExtent([Math.max(w / WIDTH, h / HEIGHT), MAX_SCALE]);
  }

  home(ms = 0): void {
    const [w, h] = this.#size();
    if (w < 700) this.flyTo(PENINSULA, Math.max(LEGIBLE, h / HEIGHT), ms);
    else this.flyTo(HOME, Math.max(w / 2230, h / 1860), ms);
  }

  flyTo(center: Pt, scale: number, ms = 0): void {
    const [w, h] = this.#size();
    const [least, most] = this.#zoom.scaleExtent();
    const k = Math.min(Math.max(scale, least), most);
    // Unlike gestures, a transform set from code is taken as it is: keep it on the plate here.
    const target = this.#zoom.constrain()(
      zoomIdentity
        .translate(w / 2, h / 2)
        .scale(k)
        .translate(-center[0], -center[1]),
      [
        [0, 0],
        [w, h],
      ],
      this.#zoom.translateExtent(),
    );
    const selection = select(this.#host);
    if (ms > 0 && !this.#still) this.#zoom.transform(selection.transition().duration(ms), target);
    else this.#zoom.transform(selection, target);
  }

  zoomBy(factor: number): void {
    const selection = select(this.#host);
    if (this.#still) this.#zoom.scaleBy(selection, factor);
    else this.#zoom.scaleBy(selection.transition().duration(180), factor);
  }

  panBy(dx: number, dy: number): void {
    this.#zoom.translateBy(select(this.#host), dx / this.transform.k, dy / this.transform.k);
  }

  toScreen([x, y]: Pt): Pt {
    return [x * this.transform.k + this.transform.x, y * this.transform.k + this.transform.y];
  }
  toPlate([x, y]: Pt): Pt {
    return [(x - this.transform.x) / this.transform.k, (y - this.transform.y) / this.transform.k];
  }

  destroy(): void {
    select(this.#host).interrupt().on('.zoom', null);
  }

  #size(): Pt {
    return [Math.max(1, this.#host.clientWidth), Math.max(1, this.#host.clientHeight)];
  }
}
