/** The course of one value as a small line; the figures stand beside it in words. */
import { line } from 'd3-shape';

/** Path through the values in a box of this size. */
export function trendPath(series: readonly number[], low: number, high: number, width: number, height: number): string {
  const step = series.length > 1 ? width / (series.length - 1) : 0;
  const y = (value: number): number => height - (Math.max(low, Math.min(high, value)) - low) / (high - low || 1) * height;
  return line<number>((_, at) => at * step, (value) => y(value))([...series]) ?? '';
}

export function Trend({ series, low, high, large = false }: { readonly series: readonly number[]; readonly low: number; readonly high: number; readonly large?: boolean }) {
  if (series.length < 3) return null;
  const [width, height] = large ? [150, 36] : [46, 11];
  return <svg className="trend" width={width} height={height + 2} viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true"><path d={trendPath(series, low, high, width, height)} /></svg>;
}
