/** The plate's coastlines as a quiet drawing behind the title; decoration only, drawn once its data are there. */
import { useEffect, useState } from 'react';
import type { Topology } from 'topojson-specification';
import { isStill } from '../../store/settings.ts';
import plateUrl from '../../../../assets/maps/peninsula/plate.topojson?url';

const TINT: Readonly<Record<string, string>> = { PRK: '#e3c9bb', KOR: '#d5dfd8', CHN: '#ece0c0', RUS: '#ddd6e0', JPN: '#ecd5d6' };
interface Land { readonly id: string; readonly d: string }

/** Rings of one geometry as an SVG path, coordinates in the plate's own kilometres. */
function pathOf(coordinates: unknown): string {
  if (!Array.isArray(coordinates)) return '';
  const [first] = coordinates as unknown[];
  if (Array.isArray(first) && typeof first[0] === 'number') return `M${(coordinates as number[][]).map(([x, y]) => `${Math.round(x ?? 0)} ${Math.round(y ?? 0)}`).join('L')}Z`;
  return coordinates.map(pathOf).join('');
}

export function HeroMap() {
  const [lands, setLands] = useState<readonly Land[]>([]);
  useEffect(() => {
    let gone = false;
    void (async () => {
      const [{ feature }, plate] = await Promise.all([import('topojson-client'), fetch(plateUrl).then((response) => response.json() as Promise<Topology>)]);
      const countries = plate.objects['countries'];
      if (gone || !countries) return;
      const drawn = feature(plate, countries);
      const features = drawn.type === 'FeatureCollection' ? drawn.features : [drawn];
      setLands(features.flatMap(({ geometry, properties }) => ('coordinates' in geometry ? [{ id: String(properties?.['iso'] ?? ''), d: pathOf(geometry.coordinates) }] : [])));
    })().catch(() => {});
    return () => { gone = true; };
  }, []);
  return (
    <svg className={isStill() ? 'hero-map' : 'hero-map hero-map-in'} data-drawn={lands.length > 0 || undefined} viewBox="-1270 -450 2540 1120" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {[10, 5].map((width) => lands.map(({ id, d }, at) => <path key={`${width}-${id}-${at}`} d={d} fill="none" stroke="#fdfbf6" strokeOpacity={width === 10 ? 0.28 : 0.4} strokeWidth={width * 4} strokeLinejoin="round" />))}
      {lands.map(({ id, d }, at) => <path key={`${id}-${at}`} d={d} fill={TINT[id] ?? '#e9e2d2'} stroke={id === 'PRK' ? '#891e20' : '#8b8170'} strokeWidth={id === 'PRK' ? 2.4 : 1.2} strokeLinejoin="round" />)}
    </svg>
  );
}
