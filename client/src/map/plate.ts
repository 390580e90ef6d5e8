/** The plate's vectors, decoded once: lands, coast, borders, the demarcation line, waters and depths, all in plate kilometres. */
import type { FeatureCollection, Geometry, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { inPolygon, offFrame } from './geometry.ts';
import type { Line, Polygon } from './geometry.ts';
import type { Land } from './palette.ts';
import type { Pt } from './projection.ts';

export interface LandShape {
  readonly iso: Land;
  readonly polygons: readonly Polygon[];
  readonly box: readonly [number, number, number, number];
}
export interface Plate {
  readonly lands: readonly LandShape[];
  readonly coast: readonly Line[];
  readonly borders: readonly Line[];
  readonly mdl: readonly Line[];
  readonly provinces: readonly Line[];
  readonly rivers: readonly { readonly rank: number; readonly lines: readonly Line[] }[];
  readonly lakes: readonly Polygon[];
  readonly depths: readonly { readonly depth: number; readonly polygons: readonly Polygon[] }[];
}

const polygons = (geometry: Geometry): readonly Polygon[] =>
  geometry.type === 'Polygon'
    ? [geometry.coordinates as unknown as Polygon]
    : geometry.type === 'MultiPolygon'
      ? (geometry.coordinates as unknown as Polygon[])
      : [];
const lines = (geometry: Geometry): readonly Line[] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates as unknown as Line]
    : geometry.type === 'MultiLineString'
      ? (geometry.coordinates as unknown as Line[])
      : [];

function box(shapes: readonly Polygon[]): LandShape['box'] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes)
    for (const [x, y] of shape[0] ?? []) {
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
  return [x0, y0, x1, y1];
}

export function decodePlate(plate: Topology, depths: Topology): Plate {
  const layer = (topology: Topology, name: string) => topology.objects[name] as GeometryCollection<Record<string, string | number>>;
  const features = (topology: Topology, name: string) =>
    (feature(topology, layer(topology, name)) as FeatureCollection<Geometry, Record<string, string | number> | null>).features;
  const countries = layer(plate, 'countries');
  const iso = (object: GeometryObject): string | undefined => (object.properties as { iso?: string } | undefined)?.iso;
  const divides = (a: GeometryObject, b: GeometryObject): boolean => ['KOR-PRK', 'PRK-KOR'].includes([iso(a), iso(b)].join('-'));
  const meshed = (filter: (a: GeometryObject, b: GeometryObject) => boolean): Line[] =>
    offFrame((mesh(plate, countries as never, filter as never) as MultiLineString).coordinates as unknown as Line[]);
  return {
    lands: features(plate, 'countries').map((land) => {
      const shape = polygons(land.geometry);
      return { iso: land.properties?.['iso'] as Land, polygons: shape, box: box(shape) };
    }),
    coast: meshed((a, b) => a === b),
    borders: meshed((a, b) => a !== b && !divides(a, b)),
    mdl: meshed((a, b) => a !== b && divides(a, b)),
    provinces: offFrame((mesh(plate, layer(plate, 'admin1') as never) as MultiLineString).coordinates as unknown as Line[]),
    rivers: features(plate, 'rivers').map((river) => ({ rank: Number(river.properties?.['r'] ?? 9), lines: lines(river.geometry) })),
    lakes: features(plate, 'lakes').flatMap((lake) => polygons(lake.geometry)),
    depths: features(depths, 'bathy').map((band) => ({ depth: Number(band.properties?.['d']), polygons: polygons(band.geometry) })),
  };
}

export function landAt(plate: Plate, point: Pt): Land | null {
  const [x, y] = point;
  const hit = plate.lands.find(
    ({ box: [x0, y0, x1, y1], polygons: shapes }) => x >= x0 && x <= x1 && y >= y0 && y <= y1 && shapes.some((shape) => inPolygon(shape, point)),
  );
  return hit?.iso ?? null;
}
