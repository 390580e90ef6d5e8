/** The places, lines and area names of the peninsula, as data; names live in the locale files. */
import labels from '../../../assets/maps/peninsula/labels.json';
import lines from '../../../assets/maps/peninsula/lines.json';
import places from '../../../assets/maps/peninsula/places.json';
import type { PaletteKey } from './palette.ts';
import type { LonLat } from './projection.ts';
import type { PlaceKind } from './types.ts';

export interface Site {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly seat: PaletteKey | null;
  readonly at: LonLat;
  /** 1 shows at every scale, 5 only close up. */
  readonly rank: number;
  readonly from?: number;
  readonly to?: number;
  /** Whose forces use a base on another's land. */
  readonly user?: PaletteKey;
  /** Where lines to a capital beyond the frame begin. */
  readonly gateway?: string;
}
export interface SeaLine {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly points: readonly LonLat[];
}
export interface AreaName {
  readonly id: string;
  readonly kind: 'land' | 'sea';
  readonly seat: PaletteKey | null;
  readonly at: LonLat;
  readonly size: number;
  readonly rotate: number;
  readonly spacing: number;
  readonly minScale?: number;
  readonly maxScale?: number;
  /** Two names in use, Korean first. */
  readonly names?: readonly [string, string];
}

export const SITES = places as unknown as readonly Site[];
export const LINES = lines as unknown as readonly SeaLine[];
export const AREAS = labels as unknown as readonly AreaName[];

const byId = new Map(SITES.map((site) => [site.id, site]));
export const siteOf = (id: string): Site | undefined => byId.get(id);

/** Sites that existed at some time in the given years. */
export const sitesIn = ([first, last]: readonly [number, number]): readonly Site[] =>
  SITES.filter((site) => (site.from ?? -Infinity) <= last && (site.to ?? Infinity) >= first);
