/**
 * Six seats told apart under colour blindness (smallest CIEDE2000 difference 16, tritan) and by line pattern.
 * `ink` is for swatches and lines; `land` and `edge` are pale tints that carry no meaning alone.
 */
export type PaletteKey = 'dprk' | 'rok' | 'usa' | 'china' | 'russia' | 'japan';
export type Pattern = 'dash' | 'light' | 'heavy' | 'double' | 'dashdot' | 'dot';
export type Land = 'PRK' | 'KOR' | 'CHN' | 'RUS' | 'JPN' | 'MNG';

export interface SeatStyle {
  readonly ink: number;
  readonly land: Land | null;
  readonly pattern: Pattern;
}
export const SEAT_STYLE: Readonly<Record<PaletteKey, SeatStyle>> = {
  dprk: { ink: 0x891e20, land: 'PRK', pattern: 'dash' },
  rok: { ink: 0x4394c7, land: 'KOR', pattern: 'light' },
  usa: { ink: 0x182846, land: null, pattern: 'heavy' },
  china: { ink: 0xa68700, land: 'CHN', pattern: 'double' },
  russia: { ink: 0x792eb4, land: 'RUS', pattern: 'dashdot' },
  japan: { ink: 0xd34c79, land: 'JPN', pattern: 'dot' },
};

export const LAND_STYLE: Readonly<Record<Land, { readonly fill: number; readonly edge: number; readonly palette: PaletteKey | null }>> = {
  PRK: { fill: 0xead9cd, edge: 0x9c4a4a, palette: 'dprk' },
  KOR: { fill: 0xe6e9e0, edge: 0x6c9aa6, palette: 'rok' },
  CHN: { fill: 0xefe5cb, edge: 0xab9a62, palette: 'china' },
  RUS: { fill: 0xe5e0e4, edge: 0x8d7ba3, palette: 'russia' },
  JPN: { fill: 0xeedcdb, edge: 0xc27d93, palette: 'japan' },
  MNG: { fill: 0xebe6da, edge: 0xb5ac9b, palette: null },
};

/** Relation ribbons: from brick to deep green, and from broken to whole, so that the pattern alone tells the tone. */
export const TONE_STYLE = {
  hostile: { ink: 0xc4562f, pattern: 'dash', width: 7 },
  cold: { ink: 0x6a6272, pattern: 'dash', width: 5 },
  neutral: { ink: 0x6f6554, pattern: 'dot', width: 3 },
  warm: { ink: 0x3f8573, pattern: 'light', width: 5.5 },
  close: { ink: 0x1d5f52, pattern: 'double', width: 7.5 },
} as const satisfies Record<string, { ink: number; pattern: Pattern; width: number }>;

export const ACT_INK = { hostile: 0xb3371a, neutral: 0x5c5348, friendly: 0x2c7362 } as const;
export const INK = 0x2c2620;
export const PAPER = 0xfffaf0;
export const MARGIN = 0xf7f1e3;
export const RULE = 0x4a3f35;
export const BROKEN = 0x7a1512;
export const THREAT_INK = 0xb2480c;
export const NLL_INK = 0x27405c;
export const MDL_INK = 0x9c2b1e;

export const inkOf = (color: string): number => {
  if (color in SEAT_STYLE) return SEAT_STYLE[color as PaletteKey].ink;
  if (color in TONE_STYLE) return TONE_STYLE[color as keyof typeof TONE_STYLE].ink;
  return color === 'broken' ? BROKEN : INK;
};

export const cssColor = (rgb: number, alpha = 1): string => `rgba(${rgb >> 16},${(rgb >> 8) & 255},${rgb & 255},${alpha})`;
export const darken = (rgb: number, by: number): number =>
  (Math.round((rgb >> 16) * by) << 16) | (Math.round(((rgb >> 8) & 255) * by) << 8) | Math.round((rgb & 255) * by);
