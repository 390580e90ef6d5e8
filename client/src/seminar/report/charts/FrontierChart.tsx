/** All packages of the frontier as two groups of seats see them, with what was signed and four answers to what would have been fair. */
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, Projection } from '@concert/shared/debrief/frontier/projection';
import { useFigures } from '../figures.ts';
import { gathered } from './gather.ts';
import { useNarrow } from './useNarrow.ts';

const WIDE = { width: 760, height: 500, left: 56, right: 24, top: 20, bottom: 50 } as const;
const NARROW = { ...WIDE, width: 400, height: 380, left: 46, right: 14 } as const;
/** Marks carry a letter, so that no colour is needed to tell them apart. */
export const LETTER: Readonly<Record<Mark, string>> = { signed: 'S', drafted: 'D', kept: 'G', noDeal: '0', nash: 'N', kalaiSmorodinsky: 'K', bentham: 'B', rawls: 'R', fairest: '1', richest: '2', nearest: '3' };
export const MARKS = Object.keys(LETTER) as readonly Mark[];
const STRONG: readonly Mark[] = ['signed', 'kept'];
const NEAR = 20;

export function FrontierChart({ picture, name }: { readonly picture: Projection; readonly name: (seats: readonly string[]) => string }) {
  const { t } = useTranslation('seminar');
  const { points } = useFigures();
  const id = useId();
  const narrow = useNarrow();
  const BOX = narrow ? NARROW : WIDE;
  const all = [...picture.dots, ...picture.marks];
  const domain = (of: 'x' | 'y'): [number, number] => [Math.min(0, ...all.map((each) => each[of])), Math.max(10, ...all.map((each) => each[of]))];
  const x = scaleLinear().domain(domain('x')).range([BOX.left, BOX.width - BOX.right]).nice();
  const y = scaleLinear().domain(domain('y')).range([BOX.height - BOX.bottom, BOX.top]).nice();
  const dots = (edge: boolean): string => picture.dots.filter((dot) => dot.edge === edge).map((dot) => `M${x(dot.x).toFixed(1)} ${y(dot.y).toFixed(1)}h0`).join('');
  const edge = picture.dots.filter((dot) => dot.edge).map((dot, i) => `${i === 0 ? 'M' : 'L'}${x(dot.x).toFixed(1)} ${y(dot.y).toFixed(1)}`).join('');
  const signed = picture.marks.find(({ mark }) => mark === 'signed');
  const [across, up] = [name(picture.x), name(picture.y)];
  return (
    <svg className="chart report-frontier" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{t('report.frontier.chart', { across, up })}</title>
      <desc id={`${id}d`}>{t('report.frontier.desc', { count: picture.dots.length, across, up, x: points(signed?.x), y: points(signed?.y) })}</desc>
      {x.ticks(narrow ? 4 : 7).map((tick) => <g key={tick}><line x1={x(tick)} x2={x(tick)} y1={BOX.top} y2={BOX.height - BOX.bottom} className="chart-grid" /><text x={x(tick)} y={BOX.height - BOX.bottom + 16} textAnchor="middle">{tick / 10}</text></g>)}
      {y.ticks(6).map((tick) => <g key={tick}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} className="chart-grid" /><text x={BOX.left - 7} y={y(tick)} dy="0.32em" textAnchor="end">{tick / 10}</text></g>)}
      <line x1={x(0)} x2={x(0)} y1={BOX.top} y2={BOX.height - BOX.bottom} className="report-axis" /><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(0)} y2={y(0)} className="report-axis" />
      <text x={BOX.width - BOX.right} y={BOX.height - 12} textAnchor="end" className="chart-name">{t('report.frontier.axis', { name: across })} →</text>
      <text x={14} y={BOX.top} transform={`rotate(-90 14 ${BOX.top})`} textAnchor="end" className="chart-name">{t('report.frontier.axis', { name: up })} →</text>
      <path d={dots(false)} className="report-dots" /><path d={edge} className="report-edge" /><path d={dots(true)} className="report-dots" data-edge />
      {gathered([...picture.marks].sort((a, b) => MARKS.indexOf(a.mark) - MARKS.indexOf(b.mark)).map(({ mark, x: at, y: high }) => ({ mark, x: x(at), y: y(high) })), NEAR).map(({ marks, x: at, y: high }) => {
        const width = 13 + 9 * marks.length;
        return <g key={marks.join()} className="report-mark" data-strong={marks.some((mark) => STRONG.includes(mark)) || undefined}><rect x={at - width / 2} y={high - 10} width={width} height={20} rx={10} /><text x={at} y={high} dy="0.34em" textAnchor="middle">{marks.map((mark) => LETTER[mark]).join(' ')}</text></g>;
      })}
    </svg>
  );
}
