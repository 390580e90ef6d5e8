/** All tables of the class beside each other: where each ended, what its agreement was worth, and every seat's score against its par. */
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { gathered } from './charts/gather.ts';
import { useNarrow } from './charts/useNarrow.ts';
import { useFigures } from './figures.ts';
import { Wide } from './Part.tsx';
import type { Made } from './useMeasures.ts';
import type { ReportTable } from './useTables.ts';

type Ended = ReportTable & { readonly view: NonNullable<ReportTable['view']> };
export const endedOf = (tables: readonly ReportTable[]): readonly Ended[] => tables.filter((table): table is Ended => table.view?.ending != null);
const WIDE = { width: 620, height: 380, left: 52, right: 20, top: 18, bottom: 48 } as const;
const NARROW = { ...WIDE, width: 380, height: 330 } as const;

/** Where every table ended: consensus of the powers against the war index. */
export function ClassScatter({ tables }: { readonly tables: readonly ReportTable[] }) {
  const { t } = useTranslation('seminar');
  const id = useId();
  const BOX = useNarrow() ? NARROW : WIDE;
  const ends = endedOf(tables).flatMap(({ n, view }) => { const last = Object.values(view.history).sort((a, b) => a.round - b.round).at(-1); return last ? [{ n, con: last.indicators.CON, war: last.indicators.W }] : []; });
  if (ends.length === 0) return <p className="empty">{t('report.noTables')}</p>;
  const x = scaleLinear().domain([0, Math.max(100, ...ends.map(({ con }) => con))]).range([BOX.left, BOX.width - BOX.right]);
  const y = scaleLinear().domain([Math.min(0, ...ends.map(({ war }) => war)), Math.max(100, ...ends.map(({ war }) => war))]).range([BOX.height - BOX.bottom, BOX.top]).nice();
  const marks = gathered(ends.map(({ n, con, war }) => ({ mark: n, x: x(con), y: y(war) })), 24);
  return (
    <figure className="seminar-figure"><figcaption>{t('report.class.scatter')}</figcaption>
      <div className="scroll-x chart-box" tabIndex={0} role="region" aria-label={t('report.class.scatter')}><svg className="chart report-small-chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={`${id}t ${id}d`}><title id={`${id}t`}>{t('report.class.scatter')}</title><desc id={`${id}d`}>{ends.map(({ n, con, war }) => t('report.class.point', { n, con, war })).join(' ')}</desc>
        {x.ticks(5).map((tick) => <g key={tick}><line x1={x(tick)} x2={x(tick)} y1={BOX.top} y2={BOX.height - BOX.bottom} className="chart-grid" /><text x={x(tick)} y={BOX.height - BOX.bottom + 16} textAnchor="middle">{tick}</text></g>)}
        {y.ticks(5).map((tick) => <g key={tick}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} className="chart-grid" /><text x={BOX.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">{tick}</text></g>)}
        <text x={BOX.width - BOX.right} y={BOX.height - 10} textAnchor="end" className="chart-name">{t('ui:indicator.CON')} →</text><text x={14} y={BOX.top} transform={`rotate(-90 14 ${BOX.top})`} textAnchor="end" className="chart-name">{t('ui:indicator.W')} →</text>
        {marks.map(({ marks: own, x: at, y: high }) => { const text = own.join(' '); const width = Math.max(24, 12 + 8 * text.length); return <g key={text} className="report-mark"><rect x={at - width / 2} y={high - 12} width={width} height={24} rx={12} /><text x={at} y={high} dy="0.34em" textAnchor="middle">{text}</text></g>; })}
      </svg></div></figure>
  );
}

/** What the agreement of each table was worth, and how evenly. */
export function ClassWorth({ tables, made }: { readonly tables: readonly ReportTable[]; readonly made: Made }) {
  const { t } = useTranslation('seminar');
  const { percent, two, points } = useFigures();
  return (
    <Wide label={t('report.class.worth')}><table className="plain report-nowrap"><caption>{t('report.class.worth')}</caption>
      <thead><tr><th scope="col">{t('report.tableHead')}</th><th scope="col">{t('report.ending')}</th><th scope="col" className="num">{t('report.class.clauses')}</th><th scope="col" className="num">{t('report.class.signed')}</th><th scope="col" className="num">{t('report.class.kept')}</th><th scope="col" className="num">{t('report.class.gini')}</th><th scope="col" className="num">{t('report.class.left')}</th><th scope="col" className="num">{t('report.promises.rate')}</th></tr></thead>
      <tbody>{endedOf(tables).map((table) => {
        const own = made[table.code];
        const tier = table.view.ending ? t(`ui:tier.${table.view.ending.tier}`) : '';
        if (own === undefined || own === 'failed') return <tr key={table.code}><th scope="row">{t('table', { n: table.n })}</th><td>{tier}</td><td colSpan={6} className="hint">{t(own === 'failed' ? 'report.failed' : 'report.making')}</td></tr>;
        const { frontier, surplus, promises } = own;
        return <tr key={table.code}><th scope="row">{t('table', { n: table.n })}</th><td>{tier}</td><td className="num">{frontier.signed.chosen.length}</td><td className="num">{percent(surplus.jointGain.signed)}</td><td className="num">{percent(surplus.jointGain.kept)}</td><td className="num">{two(surplus.gini.signed)}</td><td className="num">{points(frontier.gap.leftOnTable)}</td><td className="num">{percent(promises.all.rate)}</td></tr>;
      })}</tbody></table></Wide>
  );
}

const ROW = 34;
/** Score minus par of every seat, a number a table, so that a hard seat is not taken for a weak player. */
export function ClassPar({ tables, seats }: { readonly tables: readonly ReportTable[]; readonly seats: readonly string[] }) {
  const { t } = useTranslation('seminar');
  const { gain } = useFigures();
  const id = useId();
  const narrow = useNarrow();
  const [from, to] = narrow ? [92, 370] : [150, 600];
  const rows = seats.map((seat) => ({ seat, scores: endedOf(tables).flatMap(({ n, view }) => view.ending?.scores.filter((score) => score.seat === seat).map(({ score, par }) => ({ n, diff: score - par })) ?? []) }));
  const all = rows.flatMap(({ scores }) => scores.map(({ diff }) => diff));
  if (all.length === 0) return null;
  const height = 40 + ROW * rows.length;
  const x = scaleLinear().domain([Math.min(-10, ...all), Math.max(10, ...all)]).range([from, to]).nice();
  return (
    <figure className="seminar-figure"><figcaption>{t('report.class.par')}</figcaption>
      <div className="scroll-x chart-box" tabIndex={0} role="region" aria-label={t('report.class.par')}><svg className="chart report-small-chart" viewBox={`0 0 ${to + 20} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}><title id={`${id}t`}>{t('report.class.par')}</title><desc id={`${id}d`}>{t('report.class.parDesc')}</desc>
        {x.ticks(narrow ? 4 : 6).map((tick) => <g key={tick}><line x1={x(tick)} x2={x(tick)} y1={10} y2={height - 26} className={tick === 0 ? 'report-axis' : 'chart-grid'} /><text x={x(tick)} y={height - 8} textAnchor="middle">{tick > 0 ? `+${tick}` : String(tick).replace('-', '−')}</text></g>)}
        {rows.map(({ seat, scores }, i) => { const y = 28 + ROW * i; return <g key={seat}><text x={0} y={y} dy="0.34em" className="chart-name">{t(`scenario:seat.${seat}.name`)}</text><line x1={from} x2={to} y1={y} y2={y} className="chart-grid" />{gathered(scores.map(({ n, diff }) => ({ mark: n, x: x(diff), y })), 22).map(({ marks, x: at }) => { const text = marks.join(' '); const width = Math.max(22, 11 + 8 * text.length); return <g key={text} className="report-mark"><rect x={at - width / 2} y={y - 11} width={width} height={22} rx={11} /><text x={at} y={y} dy="0.34em" textAnchor="middle">{text}</text></g>; })}</g>; })}
      </svg></div>
      <details><summary>{t('report.asTable')}</summary><Wide label={t('report.class.par')}><table className="plain"><thead><tr><th scope="col">{t('watch.seat')}</th>{endedOf(tables).map(({ n }) => <th key={n} scope="col" className="num">{t('table', { n })}</th>)}</tr></thead>
        <tbody>{rows.map(({ seat, scores }) => <tr key={seat}><th scope="row"><SeatMark seat={seat} /></th>{endedOf(tables).map(({ n }) => { const own = scores.find((each) => each.n === n); return <td key={n} className="num">{own ? gain(own.diff * 10) : ''}</td>; })}</tr>)}</tbody></table></Wide></details></figure>
  );
}
