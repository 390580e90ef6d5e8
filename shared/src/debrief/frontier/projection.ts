/** The frontier as a picture: two groups of seats against each other, so that six worths fit on a page. */
import type { SeatId } from '../../model/ids.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { FrontierReport, PointName } from './frontier.ts';

/** In tenths of national points. `edge`: no other package is better for both groups. */
export interface Dot { readonly x: number; readonly y: number; readonly edge: boolean; /** Packages of the frontier at this place, and the first of them. */ readonly count: number; readonly first: number }
export type Mark = PointName | 'signed' | 'drafted' | 'kept' | 'noDeal' | 'fairest' | 'richest' | 'nearest';
export interface Projection { readonly x: readonly SeatId[]; readonly y: readonly SeatId[]; readonly dots: readonly Dot[]; readonly marks: readonly { readonly mark: Mark; readonly x: number; readonly y: number }[] }

const sum = (worth: Readonly<Record<SeatId, number>>, seats: readonly SeatId[]): number => seats.reduce((all, seat) => all + (worth[seat] ?? 0), 0);

/** Any two groups of seats, e.g. two single seats. */
export function projected(report: FrontierReport, x: readonly SeatId[], y: readonly SeatId[]): Projection {
  const places = new Map<string, { x: number; y: number; count: number; first: number }>();
  report.front.forEach(({ tenths }, first) => {
    const at = { x: sum(tenths, x), y: sum(tenths, y) };
    const known = places.get(`${at.x},${at.y}`);
    if (known) known.count += 1;
    else places.set(`${at.x},${at.y}`, { ...at, count: 1, first });
  });
  const dots = [...places.values()].sort((a, b) => b.x - a.x || b.y - a.y);
  let highest = -Infinity;
  const edged = dots.map((dot): Dot => { const edge = dot.y > highest; highest = Math.max(highest, dot.y); return { ...dot, edge }; });
  const at = (mark: Mark, worth: Readonly<Record<SeatId, number>>) => ({ mark, x: sum(worth, x), y: sum(worth, y) });
  return { x, y, dots: edged, marks: [
    at('noDeal', {}), at('signed', report.signed.tenths), at('drafted', report.drafted), at('kept', report.kept),
    ...(Object.entries(report.points) as [PointName, { readonly tenths: Readonly<Record<SeatId, number>> }][]).map(([name, { tenths }]) => at(name, tenths)),
    ...report.preferred.map(({ why, tenths }) => at(why, tenths)),
  ] };
}

/** The powers together against the other seats together. */
export function powersAndRegionals(scenario: Scenario, report: FrontierReport): Projection {
  const of = (kind: 'power' | 'regional'): SeatId[] => scenario.seats.filter((seat) => seat.kind === kind).map(({ id }) => id);
  return projected(report, of('power'), of('regional'));
}
