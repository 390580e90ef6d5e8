/** Fetch the plate's three files. Kept apart from decoding, so that tests can decode from disk. */
import type { Topology } from 'topojson-specification';
import depthsUrl from '../../../assets/maps/peninsula/depths.topojson?url';
import plateUrl from '../../../assets/maps/peninsula/plate.topojson?url';
import reliefUrl from '../../../assets/maps/peninsula/relief.webp?url';
import { decodePlate } from './plate.ts';
import type { Plate } from './plate.ts';

async function got(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

export async function loadPlate(): Promise<{ readonly plate: Plate; readonly relief: ImageBitmap }> {
  const [plate, depths, relief] = await Promise.all([
    got(plateUrl).then((r) => r.json() as Promise<Topology>),
    got(depthsUrl).then((r) => r.json() as Promise<Topology>),
    got(reliefUrl)
      .then((r) => r.blob())
      .then((blob) => createImageBitmap(blob)),
  ]);
  return { plate: decodePlate(plate, depths), relief };
}
