/** Writes small SVG pictures as text: shapes, words, axes. Every number is rounded, so that the same figures give the same bytes. */

export const WIDTH = 720;
const FONT = 'font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif"';
export const INK = '#1f2933';
export const GRID = '#d9dee4';

const n = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const rect = (x: number, y: number, width: number, height: number, fill: string, title = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}">${title ? `<title>${escaped(title)}</title>` : ''}</rect>`;
export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, extra = ''): string => `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}"${extra}/>`;
export const path = (points: readonly (readonly [number, number])[], stroke: string): string =>
  `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}" fill="none" stroke="${stroke}" stroke-width="2"/>`;
export const area = (points: readonly (readonly [number, number])[], fill: string): string => `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z" fill="${fill}" fill-opacity="0.15"/>`;
export const text = (x: number, y: number, words: string, { anchor = 'start', size = 12, weight = 400, fill = INK }: { readonly anchor?: 'start' | 'middle' | 'end'; readonly size?: number; readonly weight?: number; readonly fill?: string } = {}): string =>
  `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;

/** A picture with a title that readers of screens hear too. */
export const picture = (height: number, title: string, shapes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" ${FONT}>\n<title>${escaped(title)}</title>\n${rect(0, 0, WIDTH, height, '#ffffff')}\n${text(16, 24, title, { size: 15, weight: 600 })}\n${shapes.join('\n')}\n</svg>\n`;

/** Where values of an axis fall in the picture. */
export const scale = (from: number, to: number, low: number, high: number) => (value: number): number => low + ((value - from) / (to - from)) * (high - low);

/** Horizontal grid lines with their values. */
export const grid = (ticks: readonly number[], y: (value: number) => number, left: number, right: number): string[] =>
  ticks.flatMap((tick) => [line(left, y(tick), right, y(tick), GRID), text(left - 6, y(tick) + 4, String(tick), { anchor: 'end', size: 11 })]);

/** Coloured squares with their names, side by side. */
export function legend(x: number, y: number, entries: readonly (readonly [string, string])[]): string[] {
  let at = x;
  return entries.flatMap(([name, colour]) => {
    const shapes = [rect(at, y - 10, 12, 12, colour), text(at + 17, y, name)];
    at += 32 + name.length * 6.6;
    return shapes;
  });
}
