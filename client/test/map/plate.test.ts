import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import depths from '../../../assets/maps/peninsula/depths.topojson?raw';
import vectors from '../../../assets/maps/peninsula/plate.topojson?raw';
import { LINES, SITES } from '../../src/map/atlas.ts';
import { SEAT_STYLE } from '../../src/map/palette.ts';
import { decodePlate, landAt } from '../../src/map/plate.ts';
import { project } from '../../src/map/projection.ts';
import type { Pt } from '../../src/map/projection.ts';

const plate = decodePlate(JSON.parse(vectors) as Topology, JSON.parse(depths) as Topology);
/** The coast is drawn to a third of a kilometre; a port may stand a little off it. */
const near = (point: Pt, reach: number): (string | null)[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((i) => landAt(plate, [point[0] + Math.cos((i * Math.PI) / 4) * reach, point[1] + Math.sin((i * Math.PI) / 4) * reach]));

describe('plate', () => {
  it('decodes lands, the demarcation line, borders, waters and depths', () => {
    expect(plate.lands.map((land) => land.iso).toSorted()).toEqual(['CHN', 'JPN', 'KOR', 'MNG', 'PRK', 'RUS']);
    for (const part of [plate.mdl, plate.borders, plate.coast, plate.rivers, plate.lakes, plate.depths]) expect(part.length).toBeGreaterThan(0);
  });

  it('has every place on the land of the seat it is said to belong to', () => {
    const strays = SITES.filter((site) => site.kind !== 'beyond' && site.seat !== null).filter((site) => {
      const point = project(site.at);
      const land = SEAT_STYLE[site.seat ?? 'dprk'].land;
      return landAt(plate, point) !== land && !near(point, 4).includes(land);
    });
    expect(strays.map((site) => site.id)).toEqual([]);
  });

  it('runs the Northern Limit Line over water, north of the islands the South holds', () => {
    const line = LINES.find(({ id }) => id === 'nll');
    for (const point of line?.points ?? []) expect(landAt(plate, project(point))).toBeNull();
    const latAt = (lon: number): number => {
      const points = line?.points ?? [];
      const i = points.findIndex((p) => p[0] <= lon);
      const [a, b] = [points[i - 1], points[i]];
      return a && b ? a[1] + ((b[1] - a[1]) * (lon - a[0])) / (b[0] - a[0]) : NaN;
    };
    // A point of 2011 on the line, given in degrees by the press, checks the list independently.
    expect(latAt(125 + 36 / 60 + 57 / 3600)).toBeCloseTo(37 + 41 / 60 + 25 / 3600, 2);
    expect(latAt(125.696)).toBeGreaterThan(37.667);
  });
});
