/** Loads the drawing part when the panel appears, and keeps it fed. The drawing stays outside React's tree. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MapView } from './MapView.ts';
import type { Say } from './say.ts';
import type { Pt } from './projection.ts';
import type { MapModel, Selection, Text } from './types.ts';

const SERIF = '"Source Serif 4 Variable", "Source Serif 4", "Noto Serif CJK SC", "Songti SC", serif';
const SANS = '"Inter Variable", Inter, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export interface Hover {
  readonly text: Text;
  readonly at: Pt;
}
export interface MapHandle {
  readonly view: RefObject<MapView | null>;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly scale: number;
  readonly hover: Hover | null;
}

const wantsStill = (): boolean => new URLSearchParams(location.search).has('still') || matchMedia('(prefers-reduced-motion: reduce)').matches;

export function useMapView(
  host: RefObject<HTMLElement | null>,
  model: MapModel,
  say: Say,
  language: string,
  still: boolean,
  onSelect: (selection: Selection | null) => void,
): MapHandle {
  const view = useRef<MapView | null>(null);
  const select = useRef(onSelect);
  const [status, setStatus] = useState<MapHandle['status']>('loading');
  const [scale, setScale] = useState(0.6);
  const [hover, setHover] = useState<Hover | null>(null);

  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    const style = getComputedStyle(element);
    const load = async (): Promise<void> => {
      const { MapView } = await import('./MapView.ts');
      const made = await MapView.create({
        host: element,
        still: still || wantsStill(),
        serif: style.getPropertyValue('--serif').trim() || SERIF,
        sans: style.getPropertyValue('--sans').trim() || SANS,
        onSelect: (selection) => select.current(selection),
        onHover: setHover,
        onScale: setScale,
      });
      if (gone) return made.destroy();
      view.current = made;
      setStatus('ready');
    };
    load().catch((cause: unknown) => {
      console.error('map', cause);
      if (!gone) setStatus('failed');
    });
    return () => {
      gone = true;
      view.current?.destroy();
      view.current = null;
    };
  }, [host, still]);

  useEffect(() => {
    if (status === 'ready') view.current?.set(model, say, /^(zh|ja|ko)/.test(language));
  }, [model, say, language, status]);

  return { view, status, scale, hover };
}
