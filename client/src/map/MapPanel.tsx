/** The map as a panel: the drawing, its tools and legend, a list of places for keyboard and screen reader, and the same facts in words. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Legend } from './Legend.tsx';
import { mapModel } from './mapModel.ts';
import { PlacesNav } from './PlacesNav.tsx';
import { sayer } from './say.ts';
import type { Translate } from './say.ts';
import { textTwin } from './textTwin.ts';
import { TwinPanel } from './TwinPanel.tsx';
import type { Layer, MapInput, Selection, Text } from './types.ts';
import { useMapView } from './useMapView.ts';
import './map.css';

export interface MapPanelProps {
  readonly input: MapInput;
  readonly onSelect: (selection: Selection | null) => void;
  /** No movement, besides what the system setting and `?still` already say. */
  readonly still?: boolean;
}

const PAN = 90;

export function MapPanel({ input, onSelect, still = false }: MapPanelProps) {
  const { t, i18n } = useTranslation('map');
  const language = i18n.resolvedLanguage ?? i18n.language;
  const say = useMemo(() => sayer(t as unknown as Translate, language), [t, language]);
  const [hidden, setHidden] = useState<readonly Layer[]>([]);
  const model = useMemo(() => mapModel({ ...input, hidden: [...(input.hidden ?? []), ...hidden] }), [input, hidden]);
  const twin = useMemo(() => textTwin(model), [model]);
  const [reading, setReading] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const { view, status, scale, hover } = useMapView(host, model, say, language, still, onSelect);

  /** What lies over the map, so that no label is written beneath it. */
  const measure = useCallback(() => {
    const at = host.current?.getBoundingClientRect();
    if (!at) return;
    const covers = [...(panel.current?.querySelectorAll('[data-map-cover]') ?? [])].map((cover) => cover.getBoundingClientRect());
    view.current?.setObstacles(
      covers.map((box) => ({ x0: box.left - at.left - 4, y0: box.top - at.top - 4, x1: box.right - at.left + 4, y1: box.bottom - at.top + 4 })),
    );
  }, [view]);
  useEffect(() => {
    if (status !== 'ready') return;
    const watch = new ResizeObserver(measure);
    for (const cover of panel.current?.querySelectorAll('[data-map-cover]') ?? []) watch.observe(cover);
    if (host.current) watch.observe(host.current);
    return () => watch.disconnect();
  }, [status, measure]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => view.current?.panBy(PAN, 0),
      ArrowRight: () => view.current?.panBy(-PAN, 0),
      ArrowUp: () => view.current?.panBy(0, PAN),
      ArrowDown: () => view.current?.panBy(0, -PAN),
      '+': () => view.current?.zoomBy(1.4),
      '=': () => view.current?.zoomBy(1.4),
      '-': () => view.current?.zoomBy(1 / 1.4),
      Home: () => view.current?.home(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    event.preventDefault();
  };

  const ui = (key: string): string => say({ key: `ui.${key}` });
  const chosen: Text | undefined = twin
    .flatMap((section) => section.items)
    .find(({ select }) => select && select.kind === input.selection?.kind && select.id === input.selection.id)?.text;
  return (
    <section className="map-panel" ref={panel} aria-label={ui('title')} data-map-status={status}>
      {/* A canvas panned with the arrow keys: it takes focus and keys without being a control of any standard kind. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role */}
      <div className="map-host" ref={host} tabIndex={0} role="group" aria-label={ui('map')} onKeyDown={onKeyDown} />
      {status === 'ready' ? null : <output className="map-notice">{ui(status === 'failed' ? 'failed' : 'loading')}</output>}
      {hover ? (
        <p className="map-tip" aria-hidden="true" style={{ translate: `${hover.at[0] + 14}px ${hover.at[1] + 14}px` }}>
          {say(hover.text)}
        </p>
      ) : null}
      <div className="map-tools" role="toolbar" aria-label={ui('tools')} data-map-cover>
        <button type="button" aria-label={ui('zoomIn')} title={ui('zoomIn')} onClick={() => view.current?.zoomBy(1.6)}>
          +
        </button>
        <button type="button" aria-label={ui('zoomOut')} title={ui('zoomOut')} onClick={() => view.current?.zoomBy(1 / 1.6)}>
          −
        </button>
        <button type="button" aria-label={ui('reset')} title={ui('reset')} onClick={() => view.current?.home()}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
          </svg>
        </button>
        <button type="button" aria-label={ui('text')} title={ui('text')} aria-expanded={reading} onClick={() => setReading(!reading)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3h10M3 6.3h10M3 9.6h10M3 13h6" />
          </svg>
        </button>
      </div>
      <Legend
        say={say}
        scale={scale}
        seats={input.seats}
        hidden={hidden}
        onToggle={(layer) => setHidden(hidden.includes(layer) ? hidden.filter((l) => l !== layer) : [...hidden, layer])}
      />
      <PlacesNav model={model} say={say} onSelect={onSelect} onFocus={(id) => view.current?.focus(id)} />
      <TwinPanel
        sections={twin}
        say={say}
        open={reading || status === 'failed'}
        selection={input.selection}
        onSelect={onSelect}
        onClose={() => setReading(false)}
      />
      <output className="map-hidden">{chosen ? say({ key: 'ui.selected', params: { what: chosen } }) : ''}</output>
    </section>
  );
}
