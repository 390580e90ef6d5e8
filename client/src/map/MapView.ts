/** The drawn map: a Pixi scene over the baked plate. Draws when something changed, never on a running clock unless this round's acts move. */
import { Container, Graphics } from 'pixi.js';
import type { Application } from 'pixi.js';
import { Camera } from './camera.ts';
import type { Box } from './geometry.ts';
import { Arcs } from './layers/arcs.ts';
import { Areas } from './layers/areas.ts';
import { Badges } from './layers/badges.ts';
import { createBase } from './layers/base.ts';
import { Frame, insideOf } from './layers/frame.ts';
import { Glow } from './layers/glow.ts';
import { Places } from './layers/places.ts';
import { Signs, threatRadius } from './layers/signs.ts';
import { dockAt } from './layers/stage.ts';
import type { Fonts, Stage } from './layers/stage.ts';
import { Strokes } from './layers/strokes.ts';
import { loadPlate } from './loadPlate.ts';
import { LAND_STYLE } from './palette.ts';
import { landAt } from './plate.ts';
import type { Plate } from './plate.ts';
import { project, unproject } from './projection.ts';
import type { LonLat, Pt } from './projection.ts';
import { pick } from './pick.ts';
import type { Picked } from './pick.ts';
import { createApp } from './renderer.ts';
import type { Say } from './say.ts';
import { siteOf } from './atlas.ts';
import type { MapModel, Selection, Text } from './types.ts';

const FRAME_MS = 1000 / 30;

export interface MapViewOptions {
  readonly host: HTMLElement;
  /** CSS font families for names of lands and towns, and for everything else. */
  readonly serif: string;
  readonly sans: string;
  /** No movement at all: reduced motion, or a picture to compare. */
  readonly still: boolean;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onHover?: (hover: { readonly text: Text; readonly at: Pt } | null) => void;
  readonly onScale?: (pixelsPerKm: number) => void;
}

export class MapView {
  #options: MapViewOptions;
  #app: Application;
  #camera: Camera;
  #plate: Plate;
  #world = new Container();
  #over = new Container();
  #strokes: Strokes;
  #glow: Glow;
  #arcs = new Arcs();
  #places = new Places();
  #signs = new Signs();
  #badges = new Badges();
  #areas = new Areas();
  #frame = new Frame();
  #ring = new Graphics();
  #model: MapModel | null = null;
  #fonts: Fonts;
  #say: Say = (text) => text.key;
  #obstacles: readonly Box[] = [];
  #focus: string | null = null;
  #bucket = NaN;
  #dirty = { layout: true, picture: true };
  #request = 0;
  #lastBeat = 0;
  #resizer: ResizeObserver;
  #abort = new AbortController();

  static async create(options: MapViewOptions): Promise<MapView> {
    const fonts = ['400 16px', 'italic 400 16px', '600 16px'].map((font) => document.fonts.load(`${font} ${options.serif}`));
    const [{ plate, relief }] = await Promise.all([loadPlate(), ...fonts, document.fonts.load(`600 12px ${options.sans}`)]);
    return new MapView(options, await createApp(options.host), plate, relief);
  }

  private constructor(options: MapViewOptions, app: Application, plate: Plate, relief: ImageBitmap) {
    this.#options = options;
    this.#app = app;
    this.#plate = plate;
    this.#strokes = new Strokes(plate);
    this.#glow = new Glow(plate);
    this.#fonts = { serif: options.serif, sans: options.sans, cjk: false };
    this.#frame.setFonts(this.#fonts);
    this.#world.addChild(createBase(plate, relief), this.#glow.view, this.#strokes.view, this.#glow.lines, this.#strokes.division);
    this.#over.addChild(
      this.#areas.view,
      this.#arcs.view,
      this.#places.view,
      this.#signs.view,
      this.#places.names,
      this.#badges.view,
      this.#ring,
      this.#frame.view,
    );
    app.stage.addChild(this.#world, this.#over);
    this.#camera = new Camera(options.host, options.still, () => this.#moved());
    this.#camera.home();
    this.#resizer = new ResizeObserver(() => this.#resized());
    this.#resizer.observe(options.host);
    const listen = { signal: this.#abort.signal };
    options.host.addEventListener('click', (event) => this.#clicked(event), listen);
    options.host.addEventListener('pointermove', (event) => this.#pointed(event), listen);
    options.host.addEventListener('pointerleave', () => this.#options.onHover?.(null), listen);
    document.addEventListener('visibilitychange', () => this.#wake(), listen);
  }

  /** `cjk`: the words are Chinese, Japanese or Korean, which have no italics and want a little more size. */
  set(model: MapModel, say: Say, cjk: boolean): void {
    [this.#model, this.#say] = [model, say];
    this.#fonts = { ...this.#fonts, cjk };
    for (const layer of [this.#areas, this.#places, this.#signs, this.#badges]) layer.set(model, say, this.#fonts);
    this.#glow.select(model.glow);
    this.#glow.draw(this.#scale());
    this.#wake({ layout: true });
  }

  /** Panels lying over the map, in the host's pixels: nothing is written beneath them. */
  setObstacles(boxes: readonly Box[]): void {
    this.#obstacles = boxes;
    this.#wake({ layout: true });
  }

  /** Ring a place for keyboard users, and bring it into view. */
  focus(placeId: string | null): void {
    this.#focus = placeId;
    const plate = placeId ? this.#at(placeId) : null;
    if (plate) {
      const [x, y] = this.#camera.toScreen(plate);
      const { x0, y0, x1, y1 } = this.#inside();
      if (x < x0 + 60 || x > x1 - 60 || y < y0 + 60 || y > y1 - 60) this.#camera.flyTo(plate, this.#camera.transform.k, 350);
    }
    this.#wake({ layout: true });
  }

  flyTo(target: LonLat | string, scale = Math.max(1.2, this.#camera.transform.k), ms = 600): void {
    const plate = typeof target === 'string' ? this.#at(target) : project(target);
    if (plate) this.#camera.flyTo(plate, scale, ms);
  }

  home(): void {
    this.#camera.home(500);
  }
  zoomBy(factor: number): void {
    this.#camera.zoomBy(factor);
  }
  panBy(dx: number, dy: number): void {
    this.#camera.panBy(dx, dy);
  }

  destroy(): void {
    cancelAnimationFrame(this.#request);
    this.#abort.abort();
    this.#resizer.disconnect();
    this.#camera.destroy();
    this.#app.destroy({ removeView: true }, { children: true, texture: true });
  }

  /** Places beyond the frame have no spot to fly to or to ring; their badge stands for them. */
  #at(placeId: string): Pt | null {
    const site = siteOf(placeId);
    return site && site.kind !== 'beyond' ? project(site.at) : null;
  }
  #scale(): number {
    return 2 ** (Math.round(Math.log2(this.#camera.transform.k) * 2) / 2);
  }
  #inside(): Box {
    return insideOf(this.#app.screen.width, this.#app.screen.height);
  }

  #moved(): void {
    const { x, y, k } = this.#camera.transform;
    this.#world.position.set(x, y);
    this.#world.scale.set(k);
    this.#wake({ layout: true });
  }

  #resized(): void {
    const { host } = this.#options;
    if (host.clientWidth === 0 || host.clientHeight === 0) return;
    this.#app.renderer.resize(host.clientWidth, host.clientHeight);
    this.#camera.resize();
    this.#camera.panBy(0, 0);
    this.#wake({ layout: true });
  }

  #wake(what: { layout?: boolean } = {}): void {
    this.#dirty.layout ||= what.layout ?? false;
    this.#dirty.picture = true;
    if (this.#request === 0) this.#request = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    this.#request = 0;
    if (this.#dirty.layout) this.#layout();
    const moving = !this.#options.still && !document.hidden && this.#arcs.moving;
    if (!moving || now - this.#lastBeat >= FRAME_MS) {
      this.#lastBeat = now;
      this.#arcs.animate(moving ? now : null);
      this.#app.render();
      this.#dirty = { layout: false, picture: false };
    }
    if (moving && this.#request === 0) this.#request = requestAnimationFrame((next) => this.#tick(next));
  }

  #layout(): void {
    const model = this.#model;
    this.#dirty.layout = false;
    if (!model) return;
    const bucket = this.#scale();
    if (bucket !== this.#bucket) {
      this.#bucket = bucket;
      this.#strokes.draw(bucket);
      this.#glow.draw(bucket);
    }
    const inside = this.#inside();
    const toScreen = (plate: Pt): Pt => this.#camera.toScreen(plate);
    const docks = new Map(model.badges.map((badge) => [badge.seat, dockAt(toScreen(project(badge.anchor.at)), inside)]));
    const stage: Stage = {
      scale: this.#camera.transform.k,
      width: this.#app.screen.width,
      height: this.#app.screen.height,
      toScreen,
      inside,
      docks,
      say: this.#say,
      fonts: this.#fonts,
      taken: [...this.#obstacles],
      crowded: [],
    };
    // A threatened place keeps its name clear of the ring around it.
    const keep = new Map<string, number>([
      ...(this.#focus ? [[this.#focus, 0] as const] : []),
      ...model.threats.map(({ place, stage: n }) => [place, threatRadius(n)] as const),
    ]);
    this.#areas.place(stage);
    this.#badges.dock(stage);
    this.#arcs.place(model, stage);
    this.#places.placeMarks(stage, keep);
    this.#signs.placeMarks(model, stage);
    this.#badges.place(stage);
    this.#places.placeNames(stage, keep);
    this.#signs.placeWords(stage);
    this.#frame.draw(stage.width, stage.height, stage.scale, (screen) => unproject(this.#camera.toPlate(screen)));
    this.#drawRing(toScreen);
    this.#options.onScale?.(stage.scale);
  }

  /** Dark and light, so that it shows on any ground. */
  #drawRing(toScreen: (plate: Pt) => Pt): void {
    const plate = this.#focus ? this.#at(this.#focus) : null;
    this.#ring.clear();
    if (!plate) return;
    const [x, y] = toScreen(plate);
    this.#ring.circle(x, y, 15).stroke({ width: 4, color: 0x1b1b1b }).circle(x, y, 15).stroke({ width: 1.6, color: 0xffffff });
  }

  #local(event: MouseEvent): Pt {
    const { left, top } = this.#options.host.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  #pick(point: Pt, reach: number): Picked | null {
    return this.#model && pick(this.#model, { badges: this.#badges, signs: this.#signs, places: this.#places, arcs: this.#arcs }, point, reach);
  }

  #landSeat(point: Pt): Selection | null {
    const land = landAt(this.#plate, this.#camera.toPlate(point));
    const badge = land && this.#model?.badges.find(({ palette }) => palette === LAND_STYLE[land].palette);
    return badge ? { kind: 'seat', id: badge.seat } : null;
  }

  #clicked(event: MouseEvent): void {
    const point = this.#local(event);
    const reach = event instanceof PointerEvent && event.pointerType === 'touch' ? 20 : 8;
    this.#options.onSelect(this.#pick(point, reach)?.selection ?? this.#landSeat(point));
  }

  #pointed(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const point = this.#local(event);
    const picked = this.#pick(point, 8);
    const land = landAt(this.#plate, this.#camera.toPlate(point));
    this.#options.host.style.cursor = picked || land ? 'pointer' : 'grab';
    this.#options.onHover?.(picked ? { text: picked.text, at: point } : null);
    if (this.#glow.hover(picked ? null : land)) {
      this.#glow.draw(this.#scale());
      this.#wake();
    }
  }
}
