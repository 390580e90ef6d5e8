/** What the survey says: four factors by seat, trust given and received, and the word each was thought to keep beside the word it kept. */
import type { View } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import type { ReportTable } from './useTables.ts';

const FACTORS = ['outcome', 'self', 'process', 'relationship'] as const;
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Share of its settled promises a seat performed, in tenths like the rating; null where none was settled. */
export function keptInTenths(view: View, seat: string): number | null {
  const own = Object.values(view.commitments).filter((commitment) => commitment.giver === seat);
  const kept = own.filter(({ state }) => state === 'performed').length;
  const broken = own.filter(({ state }) => state === 'breached' || state === 'reversed').length;
  return kept + broken === 0 ? null : (10 * kept) / (kept + broken);
}

export function SurveyResults({ table, seats }: { readonly table: ReportTable; readonly seats: readonly string[] }) {
  const { t, i18n } = useTranslation('seminar');
  const figure = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const show = (value: number | null): string => (value === null ? '–' : figure.format(value));
  if (table.surveys.length === 0) return <p className="empty">{t('report.noSurvey')}</p>;
  const by = (seat: string) => table.surveys.filter((each) => each.seat === seat).map(({ survey }) => survey);
  const given = (name: 'trust' | 'kept', from: string, to: string): number | null => mean(by(from).flatMap((survey) => survey[name][to] ?? []));
  return (
    <div className="stack">
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('survey.felt')}><table className="plain"><caption>{t('survey.felt')} (1–7)</caption>
        <thead><tr><th scope="col">{t('watch.seat')}</th>{FACTORS.map((factor) => <th key={factor} scope="col" className="num">{t(`report.factor.${factor}`)}</th>)}<th scope="col" className="num">{t('report.thought')}</th><th scope="col" className="num">{t('report.really')}</th></tr></thead>
        <tbody>{seats.map((seat) => (
          <tr key={seat}><th scope="row"><SeatMark seat={seat} /></th>{FACTORS.map((factor) => <td key={factor} className="num">{show(mean(by(seat).map((survey) => survey[factor])))}</td>)}
            <td className="num">{show(mean(seats.flatMap((other) => given('kept', other, seat) ?? [])))}</td><td className="num">{table.view ? show(keptInTenths(table.view, seat)) : '–'}</td></tr>
        ))}</tbody></table></div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('survey.trust')}><table className="plain"><caption>{t('survey.trust')} (0–10)</caption>
        <thead><tr><th scope="col">{t('report.fromTo')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}</tr></thead>
        <tbody>{seats.map((from) => <tr key={from}><th scope="row"><SeatMark seat={from} /></th>{seats.map((to) => <td key={to} className="num">{from === to ? '' : show(given('trust', from, to))}</td>)}</tr>)}</tbody></table></div>
      {table.surveys.some(({ survey }) => survey.text !== '') && <ul className="seminar-list">{table.surveys.filter(({ survey }) => survey.text !== '').map(({ seat, survey }, i) => <li key={i}><p>“{survey.text}” <span className="hint">{t(`scenario:seat.${seat}.name`)}</span></p></li>)}</ul>}
    </div>
  );
}
