/** Relief and depths from the ETOPO5 grid, resampled onto the plate. */
import fs from 'node:fs';
import { contours } from 'd3-contour';
import mapshaper from 'mapshaper';
import { NetCDFReader } from 'netcdfjs';
import sharp from 'sharp';
import { FRAME, unproject } from '../../client/src/map/projection.ts';

/** Kilometres a cell. The source has 5 arc-minutes, some 9 km: finer cells only make its steps smooth. */
const CELL = 2.5;
const WIDTH = Math.round((FRAME.right - FRAME.left) / CELL);
const HEIGHT = Math.round((FRAME.bottom - FRAME.top) / CELL);
const DEPTHS = [100, 200, 500, 1000, 2000, 3000];
const SUNS = [
  [315, 0.55],
  [270, 0.2],
  [0, 0.2],
  [45, 0.05],
];
const [EXAGGERATION, ALTITUDE] = [13, 0.72];

const cubic = (a, b, c, d, t) => b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

function readGrid(path) {
  const heights = new NetCDFReader(fs.readFileSync(path)).getDataVariable('ROSE');
  const [columns, rows] = [4320, 2161];
  const at = (i, j) => heights[Math.max(0, Math.min(rows - 1, j)) * columns + (((i % columns) + columns) % columns)];
  const elevation = ([lon, lat]) => {
    const [x, y] = [lon * 12, (lat + 90) * 12];
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const row = (k) => cubic(at(i - 1, j + k), at(i, j + k), at(i + 1, j + k), at(i + 2, j + k), x - i);
    return cubic(row(-1), row(0), row(1), row(2), y - j);
  };
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, n) =>
    elevation(unproject([FRAME.left + ((n % WIDTH) + 0.5) * CELL, FRAME.top + (Math.floor(n / WIDTH) + 0.5) * CELL])),
  );
}

/** A box blur, twice each way: the grid is visibly blocky inland without it. */
function blur(grid, radius = 2) {
  let from = grid;
  for (let pass = 0; pass < 4; pass++) {
    const [dx, dy] = pass % 2 === 0 ? [1, 0] : [0, 1];
    from = Float32Array.from(from, (_, n) => {
      const [x, y] = [n % WIDTH, Math.floor(n / WIDTH)];
      let [sum, count] = [0, 0];
      for (let q = -radius; q <= radius; q++) {
        const [xx, yy] = [x + q * dx, y + q * dy];
        if (xx < 0 || yy < 0 || xx >= WIDTH || yy >= HEIGHT) continue;
        sum += from[yy * WIDTH + xx];
        count += 1;
      }
      return sum / count;
    });
  }
  return from;
}

async function buildDepths(smooth) {
  // Land counts as zero, so that steep coasts do not ring.
  const depth = Float32Array.from(smooth, (height) => Math.max(0, -height));
  const bands = contours().size([WIDTH, HEIGHT]).smooth(true).thresholds(DEPTHS)(depth);
  const features = bands.map((band) => ({
    type: 'Feature',
    properties: { d: band.value },
    geometry: {
      type: 'MultiPolygon',
      coordinates: band.coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [FRAME.left + x * CELL, FRAME.top + y * CELL]))),
    },
  }));
  const out = await mapshaper.applyCommands(
    '-i bathy.json -filter-islands min-area=400 -filter-slivers min-area=200 -simplify weighted keep-shapes interval=1.2 -o depths.topojson format=topojson quantization=8192',
    { 'bathy.json': JSON.stringify({ type: 'FeatureCollection', features }) },
  );
  return out['depths.topojson'];
}

async function buildRelief(grid, smooth) {
  const image = Buffer.alloc(WIDTH * HEIGHT * 4);
  const at = (x, y) => smooth[Math.max(0, Math.min(HEIGHT - 1, y)) * WIDTH + Math.max(0, Math.min(WIDTH - 1, x))];
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const slope = (a, b) => ((a - b) / (2 * CELL * 1000)) * EXAGGERATION;
      const [dx, dy] = [slope(at(x + 1, y), at(x - 1, y)), slope(at(x, y + 1), at(x, y - 1))];
      const up = 1 / Math.sqrt(1 + dx * dx + dy * dy);
      const light =
        SUNS.reduce((sum, [azimuth, weight]) => {
          const a = (azimuth * Math.PI) / 180;
          return sum + weight * ((-dx * Math.sin(a) + dy * Math.cos(a)) * up * Math.cos(ALTITUDE) + up * Math.sin(ALTITUDE));
        }, 0) - Math.sin(ALTITUDE);
      const land = Math.max(0, Math.min(1, (grid[y * WIDTH + x] + 15) / 45));
      const alpha = Math.min(1, Math.abs(light) * (light < 0 ? 1.15 : 0.9)) * land;
      image.set([...(light < 0 ? [58, 46, 38] : [255, 252, 240]), Math.round(255 * alpha * 0.8)], (y * WIDTH + x) * 4);
    }
  return sharp(image, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .webp({ quality: 60, alphaQuality: 55, effort: 6 })
    .toBuffer();
}

export async function buildTerrain(etopo5) {
  const grid = readGrid(etopo5);
  const smooth = blur(grid);
  return { depths: await buildDepths(smooth), relief: await buildRelief(grid, smooth) };
}
