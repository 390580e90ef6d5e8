/** Spherical Lambert conformal conic, 128° E, parallels 34° and 44°, origin 39.5° N. One plate unit is one kilometre, y points down. */
export type LonLat = readonly [lon: number, lat: number];
export type Pt = readonly [x: number, y: number];

/** The plate's edges in kilometres. */
export const FRAME = { left: -1280, top: -980, right: 1340, bottom: 980 } as const;

const R = 6371.0088;
const RAD = Math.PI / 180;
const half = (phi: number): number => Math.tan(Math.PI / 4 + phi / 2);
const [P1, P2, P0, L0] = [34 * RAD, 44 * RAD, 39.5 * RAD, 128 * RAD];
const N = Math.log(Math.cos(P1) / Math.cos(P2)) / Math.log(half(P2) / half(P1));
const F = (Math.cos(P1) * half(P1) ** N) / N;
const RHO0 = (R * F) / half(P0) ** N;

export function project([lon, lat]: LonLat): Pt {
  const rho = (R * F) / half(lat * RAD) ** N;
  const theta = N * (lon * RAD - L0);
  return [rho * Math.sin(theta), rho * Math.cos(theta) - RHO0];
}

export function unproject([x, y]: Pt): LonLat {
  const dy = RHO0 + y;
  const rho = Math.hypot(x, dy);
  return [(Math.atan2(x, dy) / N + L0) / RAD, (2 * Math.atan(((R * F) / rho) ** (1 / N)) - Math.PI / 2) / RAD];
}

export const inFrame = ([x, y]: Pt): boolean => x >= FRAME.left && x <= FRAME.right && y >= FRAME.top && y <= FRAME.bottom;
