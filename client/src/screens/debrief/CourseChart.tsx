/** The indicators over the rounds: a drawing with named lines, and the same figures as a table. */
import type { View } from '@concert/shared';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { useTranslation } from 'react-i18next';
import { useScenario } from '../../store/gameStore.ts';

const LINES = [
  { key: 'W', colour: '#9c2b1e', dash: '', width: 3.2 }, { key: 'CON', colour: '#1d5f52', dash: '', width: 2.4 },
  { key: 'TEN', colour: '#b06a00', dash: '7 4', width: 2 }, { key: 'BLOC', colour: '#5b3a8e', dash: '2 4', width: 2.2 }, { key: 'D', colour: '#5d5144', dash: '10 4 2 4', width: 1.6 },
] as const;
const BOX = { width: 860, height: 330, left: 40, right: 118, top: 14, bottom: 40 } as const;
const GAP = 17;

/** Labels at the line ends, pushed apart so that none covers another. */
export function apart(ends: readonly { readonly key: string; readonly y: number }[]): Record<string, number> {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  const placed: Record<string, number> = {};
  let last = -Infinity;
  for (const { key, y } of sorted) { last = Math.max(y, last + GAP); placed[key] = last; }
  return placed;
}

export function CourseChart({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const scenario = useScenario();
  const rounds = Object.values(view.history).sort((a, b) => a.round - b.round);
  if (rounds.length === 0) return <p className="empty">{t('course.none')}</p>;
  const { brink, war } = view.gauges;
  const x = scalePoint<number>().domain(rounds.map(({ round }) => round)).range([BOX.left, BOX.width - BOX.right]).padding(0.3);
  const values = rounds.flatMap(({ indicators }) => LINES.map(({ key }) => indicators[key]));
  const y = scaleLinear().domain([Math.min(0, ...values), Math.max(war, ...values)]).range([BOX.height - BOX.bottom, BOX.top]).nice();
  const labels = apart(LINES.map(({ key }) => ({ key, y: y(rounds.at(-1)?.indicators[key] ?? 0) })));
  const path = (key: (typeof LINES)[number]['key']): string => line<(typeof rounds)[number]>((round) => x(round.round) ?? 0, (round) => y(round.indicators[key]))(rounds) ?? '';
  const period = (round: number): string => t(`scenario:${scenario?.roundLabels[round - 1] ?? ''}`);
  return (
    <>
      <div className="scroll-x chart-box" tabIndex={0} role="region" aria-label={t('course.title')}>
        <svg className="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={t('course.alt')}>
          {y.ticks(6).map((tick) => <g key={tick}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} className="chart-grid" /><text x={BOX.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">{tick}</text></g>)}
          {[{ at: brink, name: 'brink' }, { at: war, name: 'war' }].map(({ at, name }) => <g key={name}><line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(at)} y2={y(at)} className="chart-limit" /><text x={BOX.left + 6} y={y(at) - 5} className="chart-limit-name">{t(`course.${name}`)}</text></g>)}
          {rounds.map(({ round }) => <g key={round}><text x={x(round)} y={BOX.height - BOX.bottom + 18} textAnchor="middle">{round}</text><text x={x(round)} y={BOX.height - BOX.bottom + 33} textAnchor="middle" className="chart-period">{period(round)}</text></g>)}
          {LINES.map(({ key, colour, dash, width }) => <path key={key} d={path(key)} fill="none" stroke={colour} strokeWidth={width} strokeDasharray={dash} strokeLinejoin="round" />)}
          {LINES.map(({ key, colour }) => rounds.map(({ round, indicators }) => <circle key={`${key}${round}`} cx={x(round)} cy={y(indicators[key])} r={key === 'W' ? 3.6 : 2.6} fill={colour} />))}
          {LINES.map(({ key, colour }) => <text key={key} x={(x(rounds.at(-1)?.round ?? 0) ?? 0) + 12} y={labels[key]} dy="0.32em" fill={colour} className="chart-name">{t(`indicator.${key}`)}</text>)}
        </svg>
      </div>
      <details className="twin">
        <summary>{t('course.twin')}</summary>
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('course.title')}>
          <table className="plain">
            <thead><tr><th scope="col">{t('course.round')}</th>{LINES.map(({ key }) => <th key={key} scope="col" className="num">{t(`indicator.${key}`)}</th>)}<th scope="col" className="num">{t('indicator.PRO')}</th><th scope="col" className="num">{t('indicator.INST')}</th></tr></thead>
            <tbody>{rounds.map(({ round, indicators, pro }) => <tr key={round}><th scope="row">{round} · {period(round)}</th>{LINES.map(({ key }) => <td key={key} className="num">{indicators[key]}</td>)}<td className="num">{pro.exact ?? `${pro.low}–${pro.high}`}</td><td className="num">{indicators.INST}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </>
  );
}
