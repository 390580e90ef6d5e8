/** The concession path: what each party asked for itself in one offer after another, and who stopped moving. */
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { Wide } from './Part.tsx';

export function Concessions({ measures: { concessions } }: { readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { gain, percent } = useFigures();
  return (
    <>
      <Wide label={t('report.offers.title')}><table className="plain">
        <thead><tr><th scope="col">{t('watch.seat')}</th><th scope="col">{t('report.offers.path')}</th><th scope="col" className="num">{t('report.offers.down')}</th><th scope="col" className="num">{t('report.offers.up')}</th><th scope="col" className="num">{t('report.offers.flat')}</th><th scope="col">{t('report.offers.stuck')}</th></tr></thead>
        <tbody>{concessions.paths.map((path) => <tr key={path.seat}><th scope="row"><SeatMark seat={path.seat} /></th><td>{path.offers.map(({ own, others, round }) => t('report.offers.offer', { round, own: gain(own * 10), others: gain(others * 10) })).join(' · ') || '–'}</td><td className="num">{path.down}</td><td className="num">{path.up}</td><td className="num">{path.flat}</td><td>{path.deadlock ? t('report.offers.deadlock', { count: path.stuck }) : '–'}</td></tr>)}</tbody></table></Wide>
      {concessions.lastTenth !== null && <p>{t('report.offers.last', { share: percent(concessions.lastTenth), round: percent(concessions.inLastRound) })}</p>}
    </>
  );
}
