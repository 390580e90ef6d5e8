/** Builds the plate's three data files. Usage: node build.mjs [out folder]; see README.md for the sources it needs. */
import fs from 'node:fs';
import path from 'node:path';
import { buildTerrain } from './terrain.mjs';
import { buildVectors } from './vectors.mjs';

const out = process.argv[2] ?? path.join(import.meta.dirname, '../../assets/maps/peninsula');
const magics = process.env.MAGICS ?? '/usr/share/magics/10m';
const etopo5 = process.env.ETOPO5 ?? '/usr/share/ferret-vis/data/etopo5.cdf';

const save = (name, data) => {
  fs.writeFileSync(path.join(out, name), data);
  console.log(name, data.length);
};
save('plate.topojson', await buildVectors(magics));
const { depths, relief } = await buildTerrain(etopo5);
save('depths.topojson', depths);
save('relief.webp', relief);
