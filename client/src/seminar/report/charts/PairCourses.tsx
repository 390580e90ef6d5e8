/** Small multiples, one a pair of seats: cooperation and conflict round by round, or trust; and the same figures as a table. */
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigures } from '../figures.ts';
import { Wide } from '../Part.tsx';

export interface PairLine { readonly a: string; readonly b: string; readonly series: readonly { readonly way: 'ab' | 'ba' | 'both'; readonly points: readonly { readonly round: number; readonly value: number | null }[] }[]; readonly dots: readonly { readonly round: number; readonly value: number }[]; readonly note: string; readonly summary: number | null }
const BOX = { width: 230, height: 124, left: 26, right: 8, top: 10, bottom: 18 } as const;
const MARK = 2.4;

export function PairCourses({ title, pairs, domain, ways }: { readonly title: string; readonly pairs: readonly PairLine[]; readonly domain: readonly [number, number]; /** Whether the two ways are drawn apart. */ readonly ways: boolean }) {
  const { t } = useTranslation('seminar');
  const { one } = useFigures();
  const rounds = [...new Set(pairs.flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ round }) => round))))].sort((m, n) => m - n);
  const code = (seat: string): string => t(`scenario:seat.${seat}.code`);
  return (
    <>
      {ways && <p className="hint report-key"><svg width="34" height="10" aria-hidden="true"><path d="M0 5h34" className="report-line" data-way="ab" /></svg> {t('report.pairs.there')} <svg width="34" height="10" aria-hidden="true"><path d="M0 5h34" className="report-line" data-way="ba" /></svg> {t('report.pairs.back')}</p>}
      <ul className="report-multiples" aria-label={title}>{pairs.map((pair) => <li key={`${pair.a}${pair.b}`}><Small pair={pair} domain={domain} rounds={rounds} title={`${code(pair.a)}–${code(pair.b)}`} /></li>)}</ul>
      <details><summary>{t('report.asTable')}</summary>
        <Wide label={title}><table className="plain"><thead><tr><th scope="col">{t('report.pairs.pair')}</th>{rounds.map((round) => <th key={round} scope="col" className="num">{round}</th>)}<th scope="col" className="num">{t('report.pairs.summary')}</th></tr></thead>
          <tbody>{pairs.flatMap(({ a, b, series, summary }) => series.map(({ way, points }, i) => (
            <tr key={`${a}${b}${way}`}><th scope="row">{way === 'both' ? `${code(a)}–${code(b)}` : way === 'ab' ? `${code(a)} → ${code(b)}` : `${code(b)} → ${code(a)}`}</th>{rounds.map((round) => <td key={round} className="num">{one(points.find((point) => point.round === round)?.value)}</td>)}<td className="num">{i === 0 ? one(summary) : ''}</td></tr>
          )))}</tbody></table></Wide>
      </details>
    </>
  );
}

function Small({ pair: { series, dots, note }, domain, rounds, title }: { readonly pair: PairLine; readonly domain: readonly [number, number]; readonly rounds: readonly number[]; readonly title: string }) {
  const id = useId();
  const x = scalePoint<number>().domain(rounds).range([BOX.left, BOX.width - BOX.right]).padding(0.4);
  const y = scaleLinear().domain(domain).range([BOX.height - BOX.bottom, BOX.top]);
  const at = (round: number): number => x(round) ?? 0;
  const [low, high] = domain;
  const middle = (low + high) / 2;
  const several = Map.groupBy(dots, ({ round, value }) => `${round}:${value}`);
  return (
    <figure><figcaption><b>{title}</b> <span className="hint">{note}</span></figcaption>
      <svg className="report-small" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={`${id}t ${id}d`}><title id={`${id}t`}>{title}</title><desc id={`${id}d`}>{note}</desc>
        {[low, middle, high].map((tick) => <g key={tick}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} className={tick === middle ? 'report-axis' : 'chart-grid'} /><text x={BOX.left - 4} y={y(tick)} dy="0.32em" textAnchor="end">{String(tick).replace('-', '−')}</text></g>)}
        {rounds.map((round) => <text key={round} x={at(round)} y={BOX.height - 4} textAnchor="middle">{round}</text>)}
        {[...several].map(([place, same]) => <circle key={place} cx={at(same[0]?.round ?? 0)} cy={y(same[0]?.value ?? 0)} r={Math.min(5, 1.3 + 0.7 * Math.sqrt(same.length))} className="report-event" />)}
        {series.map(({ way, points }) => {
          const known = points.filter((point): point is { round: number; value: number } => point.value !== null);
          // Nothing joins two rounds with a silent one between them.
          const path = line<(typeof points)[number]>(({ round }) => at(round), ({ value }) => y(value ?? 0)).defined(({ value }) => value !== null)(points) ?? '';
          return <g key={way}><path d={path} className="report-line" data-way={way} />{known.map(({ round, value }) => (way === 'ba' ? <rect key={round} x={at(round) - MARK} y={y(value) - MARK} width={MARK * 2} height={MARK * 2} className="report-end" data-way={way} /> : <circle key={round} cx={at(round)} cy={y(value)} r={MARK} className="report-end" data-way={way} />))}</g>;
        })}
      </svg></figure>
  );
}
