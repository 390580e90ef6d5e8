/** Who wrote to whom as a ring of seats: the thicker the line the more messages between the two, with their number. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TalkReport } from '@concert/shared/debrief/talk';

const SIZE = 330;
const RADIUS = 122;

export function TalkNet({ talk, seats }: { readonly talk: TalkReport; readonly seats: readonly string[] }) {
  const { t } = useTranslation('seminar');
  const id = useId();
  const at = (seat: string): { readonly x: number; readonly y: number } => { const turn = (seats.indexOf(seat) / seats.length) * 2 * Math.PI - Math.PI / 2; return { x: SIZE / 2 + RADIUS * Math.cos(turn), y: SIZE / 2 + RADIUS * Math.sin(turn) }; };
  const pairs = seats.flatMap((a, i) => seats.slice(i + 1).map((b) => ({ a, b, n: talk.ties.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a)).reduce((sum, { messages }) => sum + messages, 0) }))).filter(({ n }) => n > 0);
  const most = Math.max(1, ...pairs.map(({ n }) => n));
  return (
    <svg className="report-net" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-labelledby={`${id}t ${id}d`}><title id={`${id}t`}>{t('report.talk')}</title><desc id={`${id}d`}>{t('report.talk.net', { count: pairs.length })}</desc>
      {pairs.map(({ a, b, n }) => <line key={`${a}${b}`} x1={at(a).x} y1={at(a).y} x2={at(b).x} y2={at(b).y} strokeWidth={1 + (9 * n) / most} className="report-tie" />)}
      {pairs.map(({ a, b, n }) => { const [x, y] = [at(a).x * 0.62 + at(b).x * 0.38, at(a).y * 0.62 + at(b).y * 0.38]; return <g key={`${a}${b}`}><circle cx={x} cy={y} r={9.5} className="report-count" /><text x={x} y={y} dy="0.34em" textAnchor="middle">{n}</text></g>; })}
      {seats.map((seat) => <g key={seat}><circle cx={at(seat).x} cy={at(seat).y} r={21} className="report-node" style={{ stroke: `var(--seat-${seat}, var(--ink))` }} /><text x={at(seat).x} y={at(seat).y} dy="0.34em" textAnchor="middle" className="chart-name">{t(`scenario:seat.${seat}.code`)}</text></g>)}
    </svg>
  );
}
