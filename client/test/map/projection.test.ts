import { describe, expect, it } from 'vitest';
import { AREAS, LINES, SITES } from '../../src/map/atlas.ts';
import { FRAME, inFrame, project, unproject } from '../../src/map/projection.ts';

describe('projection', () => {
  it('goes there and back within a metre', () => {
    for (let lon = 112; lon <= 146; lon += 3.7)
      for (let lat = 29; lat <= 49; lat += 2.9) {
        const [backLon, backLat] = unproject(project([lon, lat]));
        expect(Math.abs(backLon - lon)).toBeLessThan(1e-5);
        expect(Math.abs(backLat - lat)).toBeLessThan(1e-5);
      }
  });

  it('puts its origin at 128° E 39.5° N, with north up and kilometres for units', () => {
    const [x, y] = project([128, 39.5]);
    expect(Math.hypot(x, y)).toBeLessThan(1e-6);
    const [, north] = project([128, 40.5]);
    expect(north).toBeLessThan(0);
    // One degree of latitude is 111.2 km; between the standard parallels the scale is a little small.
    expect(-north).toBeGreaterThan(110);
    expect(-north).toBeLessThan(111.3);
  });

  it('keeps every place, area name and line inside the plate', () => {
    for (const { id, at } of SITES) expect(inFrame(project(at)), id).toBe(true);
    for (const line of LINES) for (const point of line.points) expect(inFrame(project(point)), line.id).toBe(true);
    for (const area of AREAS) {
      const [x, y] = project(area.at);
      expect(x > FRAME.left - 60 && x < FRAME.right + 60 && y > FRAME.top - 60 && y < FRAME.bottom + 60, area.id).toBe(true);
    }
  });
});
