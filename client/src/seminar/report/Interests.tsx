/** What each seat wanted beside what it got: worth of the agreement, secret instructions, the texts its capital could live with. */
import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSpeech } from '../../panels/speech.ts';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { ToMoment, Wide } from './Part.tsx';

export function Interests({ measures: { surplus, fit, frontier }, reel }: { readonly measures: Measures; readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const { seat: the, clause } = useSpeech();
  const { points, percent, gain } = useFigures();
  const defections = fit.flatMap(({ seat, outside, refusedAtHome }) => [
    ...outside.map((each) => ({ key: `${seat}${each.proposal}`, step: each.step, text: t('report.interests.outside', { seat: the(seat), round: each.round, net: gain(each.net * 10) }) })),
    ...refusedAtHome.map((each) => ({ key: `${seat}${each.clause}${each.step}`, step: each.step, text: t('report.interests.refused', { seat: the(seat), round: each.round, clause: clause(each.clause) }) })),
  ]);
  return (
    <>
      <Wide label={t('report.interests.title')}><table className="plain report-interests">
        <thead><tr><th scope="col">{t('watch.seat')}</th><th scope="col">{t('report.interests.mandate')}</th><th scope="col" className="num">{t('report.point.signed')}</th><th scope="col" className="num">{t('report.point.kept')}</th><th scope="col" className="num">{t('report.point.ideal')}</th><th scope="col" className="num">{t('report.interests.ofBest')}</th><th scope="col" className="num">{t('report.interests.texts')}</th><th scope="col" className="num">{t('report.interests.open')}</th><th scope="col" className="num">{t('report.interests.secret')}</th><th scope="col" className="num">{t('report.interests.common')}</th></tr></thead>
        <tbody>{fit.map((each) => {
          const own = surplus.seats.find(({ seat }) => seat === each.seat);
          const Icon = each.met === null ? Minus : each.met ? Check : X;
          return (
            <tr key={each.seat}><th scope="row"><SeatMark seat={each.seat} /></th>
              <td><span className="mark"><Icon size={15} aria-hidden="true" /> {t(each.met === null ? 'ui:scores.mandate.none' : each.met ? 'ui:scores.mandate.met' : 'ui:scores.mandate.missed')}</span>{each.mandate && <span className="hint"> {t(`scenario:mandate.${each.mandate}`)}</span>}</td>
              <td className="num" data-bad={(own && own.signed < 0) || undefined}>{points(own?.signed)}</td><td className="num" data-bad={(own && own.kept < 0) || undefined}>{points(own?.kept)}</td><td className="num">{points(frontier.ideal[each.seat])}</td><td className="num">{percent(own?.ofBest)}</td>
              <td className="num">{each.inside}/{each.texts}</td><td className="num">{each.goals?.open ?? '–'}</td><td className="num">{each.goals?.secret ?? '–'}</td><td className="num">{each.goals ? gain(each.goals.common * 10) : '–'}</td></tr>
          );
        })}</tbody></table></Wide>
      <p className="hint">{t('report.interests.help')}</p>
      {defections.length > 0 && <ul className="facts">{defections.map(({ key, step, text }) => <li key={key}>{text} <ToMoment match={reel.opened.header.match} at={reel.steps[step]} /></li>)}</ul>}
    </>
  );
}
