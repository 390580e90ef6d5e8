/** What the survey says: four factors of subjective value beside the points, trust given and received, and the word each was thought to keep beside the word it kept. */
import { useTranslation } from 'react-i18next';
import { FACTORS } from '@concert/shared/debrief/survey';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSpeech } from '../../panels/speech.ts';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { Wide } from './Part.tsx';
import type { ReportTable } from './useTables.ts';

export function SurveyResults({ table, measures: { survey, surplus, frontier: { seats } } }: { readonly table: ReportTable; readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { seat: the } = useSpeech();
  const { one, two, points } = useFigures();
  if (table.surveys.length === 0) return <p className="empty">{t('report.noSurvey')}</p>;
  const trust = (from: string, to: string): number | undefined => survey.trust.find((each) => each.from === from && each.to === to)?.rating;
  const words = table.surveys.filter(({ survey: each }) => each.text !== '');
  return (
    <div className="stack">
      <Wide label={t('survey.felt')}><table className="plain"><caption>{t('survey.felt')} (1–7)</caption>
        <thead><tr><th scope="col">{t('watch.seat')}</th>{FACTORS.map((factor) => <th key={factor} scope="col" className="num">{t(`report.factor.${factor}`)}</th>)}<th scope="col" className="num">{t('report.survey.subjective')}</th><th scope="col" className="num">{t('report.survey.points')}</th><th scope="col" className="num">{t('report.thought')}</th><th scope="col" className="num">{t('report.really')}</th><th scope="col" className="num">{t('report.survey.error')}</th></tr></thead>
        <tbody>{survey.seats.map((each) => (
          <tr key={each.seat}><th scope="row"><SeatMark seat={each.seat} /></th>{FACTORS.map((factor) => <td key={factor} className="num">{one(each.factors[factor])}</td>)}<td className="num">{one(each.subjective)}</td><td className="num">{points(surplus.seats.find(({ seat }) => seat === each.seat)?.kept)}</td><td className="num">{one(each.thought)}</td><td className="num">{one(each.really)}</td><td className="num">{one(each.error)}</td></tr>
        ))}</tbody></table></Wide>
      <ul className="facts">
        {survey.withSurplus !== null && <li>{t('report.survey.withPoints', { r: two(survey.withSurplus) })}</li>}
        {survey.mutual !== null && <li>{t('report.survey.mutual', { r: two(survey.mutual) })}</li>}
        {survey.leastTrusted && <li>{t('report.survey.least', { from: the(survey.leastTrusted.from), to: the(survey.leastTrusted.to), rating: one(survey.leastTrusted.rating) })}</li>}
        {survey.bestJudge !== null && <li>{t('report.survey.judge', { seat: the(survey.bestJudge) })}</li>}
      </ul>
      <Wide label={t('survey.trust')}><table className="plain report-matrix"><caption>{t('survey.trust')} (0–10)</caption>
        <thead><tr><th scope="col">{t('report.fromTo')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}</tr></thead>
        <tbody>{seats.map((from) => <tr key={from}><th scope="row"><SeatMark seat={from} /></th>{seats.map((to) => <td key={to} className="num">{from === to ? '' : one(trust(from, to))}</td>)}</tr>)}</tbody></table></Wide>
      {words.length > 0 && <ul className="seminar-list">{words.map(({ seat, survey: each }, i) => <li key={i}><p>“{each.text}” <span className="hint">{t(`scenario:seat.${seat}.name`)}</span></p></li>)}</ul>}
    </div>
  );
}
