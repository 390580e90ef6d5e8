/** What lies under a pointer or finger: badges first, then what is afoot, places, and lines. */
import type { Arcs } from './layers/arcs.ts';
import type { Badges } from './layers/badges.ts';
import type { Places } from './layers/places.ts';
import type { Signs } from './layers/signs.ts';
import type { Pt } from './projection.ts';
import type { MapModel, Selection, Text } from './types.ts';

export interface Picked {
  readonly selection: Selection;
  readonly text: Text;
}
interface Layers {
  readonly badges: Badges;
  readonly signs: Signs;
  readonly places: Places;
  readonly arcs: Arcs;
}

export function pick(model: MapModel, { badges, signs, places, arcs }: Layers, point: Pt, reach: number): Picked | null {
  const badge = badges.hit(point);
  if (badge) return { selection: { kind: 'seat', id: badge.seat }, text: badge.label };
  // A threat rings its place, so it is the threat that is meant there.
  const sign = signs.hit(point, reach);
  const signed = sign && (sign.kind === 'threat' ? model.threats : model.proposals).find(({ id }) => id === sign.id);
  if (sign && signed) return { selection: { kind: sign.kind, id: sign.id }, text: signed.label };
  const place = places.hit(point, reach);
  if (place) return { selection: { kind: 'place', id: place.id }, text: place.label };
  const arc = arcs.hit(point, reach);
  return arc && { selection: { kind: 'arc', id: arc.id }, text: arc.label };
}
