/** Who kept whose word: the ledger by truth, pair by pair, and how much of what was promised could have been checked. */
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { Wide } from './Part.tsx';

const COLUMNS = ['kept', 'broken', 'neverFound', 'disputed', 'unobservable', 'takenBack'] as const;

export function Promises({ measures: { promises, coverage, frontier: { seats } } }: { readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { percent } = useFigures();
  const between = (from: string, to: string) => promises.dyads.find((each) => each.from === from && each.to === to);
  return (
    <>
      <Wide label={t('report.promises.title')}><table className="plain"><caption>{t('report.promises.bySeat')}</caption>
        <thead><tr><th scope="col">{t('watch.seat')}</th>{COLUMNS.map((column) => <th key={column} scope="col" className="num">{t(`report.promises.${column}`)}</th>)}<th scope="col" className="num">{t('report.promises.rate')}</th></tr></thead>
        <tbody>{promises.bySeat.map((each) => <tr key={each.seat}><th scope="row"><SeatMark seat={each.seat} /></th>{COLUMNS.map((column) => <td key={column} className="num" data-zero={each[column] === 0 || undefined} data-bad={((column === 'broken' || column === 'neverFound') && each[column] > 0) || undefined}>{each[column]}</td>)}<td className="num">{percent(each.rate)}</td></tr>)}</tbody>
        <tfoot><tr><th scope="row">{t('ui:ledger.all')}</th>{COLUMNS.map((column) => <td key={column} className="num">{promises.all[column]}</td>)}<td className="num">{percent(promises.all.rate)}</td></tr></tfoot></table></Wide>
      <Wide label={t('report.promises.dyads')}><table className="plain report-matrix"><caption>{t('report.promises.dyads')}</caption>
        <thead><tr><th scope="col">{t('report.fromTo')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}</tr></thead>
        <tbody>{seats.map((from) => <tr key={from}><th scope="row"><SeatMark seat={from} /></th>{seats.map((to) => { const own = between(from, to); return <td key={to} className="num" data-bad={(own?.rate !== undefined && own.rate !== null && own.rate < 0.5) || undefined}>{own ? <>{percent(own.rate)} <span className="hint">({own.promises})</span></> : ''}</td>; })}</tr>)}</tbody></table></Wide>
      <p>{t('report.promises.coverage', { covered: coverage.covered, promises: coverage.promises, share: percent(coverage.share) })} {t('report.promises.depth', { said: coverage.depth[1], written: coverage.depth[2], checked: coverage.depth[3] })}</p>
    </>
  );
}
