/** All tables of the class on one chart: consensus and the war index, a line a table, with the same figures as a table of numbers. */
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { useTranslation } from 'react-i18next';
import { apart } from '../../screens/debrief/CourseChart.tsx';
import type { ReportTable } from './useTables.ts';

const BOX = { width: 860, height: 280, left: 40, right: 90, top: 14, bottom: 30 } as const;
const COLOURS = ['#27495c', '#9c2b1e', '#1d5f52', '#7f4f00', '#5b3a8e', '#4394c7', '#d34c79', '#5d5144', '#a68700', '#182846', '#2c6e2f', '#8b7d6b'];
const DASHES = ['', '7 4', '2 4', '10 4 2 4'];

export function ClassChart({ tables, of }: { readonly tables: readonly ReportTable[]; readonly of: 'CON' | 'W' }) {
  const { t } = useTranslation('seminar');
  const courses = tables.flatMap((table) => (table.view ? [{ n: table.n, points: Object.values(table.view.history).sort((a, b) => a.round - b.round).map(({ round, indicators }) => ({ round, value: indicators[of] })) }] : []));
  const rounds = Math.max(1, ...courses.map(({ points }) => points.length));
  const values = courses.flatMap(({ points }) => points.map(({ value }) => value));
  if (values.length === 0) return <p className="empty">{t('report.noTables')}</p>;
  const x = scalePoint<number>().domain(Array.from({ length: rounds }, (_, i) => i + 1)).range([BOX.left, BOX.width - BOX.right]).padding(0.3);
  const y = scaleLinear().domain([Math.min(0, ...values), Math.max(100, ...values)]).range([BOX.height - BOX.bottom, BOX.top]).nice();
  const path = line<{ readonly round: number; readonly value: number }>(({ round }) => x(round) ?? 0, ({ value }) => y(value));
  const labels = apart(courses.map(({ n, points }) => ({ key: String(n), y: y(points.at(-1)?.value ?? 0) })));
  return (
    <figure className="seminar-figure">
      <figcaption>{t(`report.chart.${of}`)}</figcaption>
      <div className="scroll-x chart-box" tabIndex={0} role="region" aria-label={t(`report.chart.${of}`)}><svg className="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={t(`report.chart.${of}`)}>
        {y.ticks(5).map((tick) => <g key={tick}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} className="chart-grid" /><text x={BOX.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">{tick}</text></g>)}
        {x.domain().map((round) => <text key={round} x={x(round)} y={BOX.height - 8} textAnchor="middle">{round}</text>)}
        {courses.map(({ n, points }, i) => <g key={n}><path d={path(points) ?? ''} fill="none" stroke={COLOURS[i % COLOURS.length]} strokeWidth={2.4} strokeDasharray={DASHES[i % DASHES.length]} /><text x={BOX.width - BOX.right + 8} y={labels[String(n)]} dy="0.32em" fill={COLOURS[i % COLOURS.length]}>{t('table', { n })}</text></g>)}
      </svg></div>
      <details><summary>{t('report.asTable')}</summary>
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('report.asTable')}><table className="plain"><thead><tr><th scope="col">{t('report.tableHead')}</th>{x.domain().map((round) => <th key={round} scope="col" className="num">{round}</th>)}</tr></thead>
          <tbody>{courses.map(({ n, points }) => <tr key={n}><th scope="row">{t('table', { n })}</th>{x.domain().map((round) => <td key={round} className="num">{points[round - 1]?.value ?? ''}</td>)}</tr>)}</tbody></table></div>
      </details>
    </figure>
  );
}
