/** What became of the promises, counted by who gave them. */
import type { View } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';

/** Ways a promise can end, and the states counted under each. */
const COLUMNS = {
  kept: ['performed'], open: ['agreed', 'due', 'late', 'unverifiable', 'disputed', 'ratifying'], broken: ['breached'], takenBack: ['reversed'], lapsed: ['lapsed', 'superseded', 'blocked'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;
const columns = Object.keys(COLUMNS) as Column[];

export const fateOf = (state: string): Column => columns.find((column) => (COLUMNS[column] as readonly string[]).includes(state)) ?? 'open';

export function LedgerSummary({ view, seats }: { readonly view: View; readonly seats: readonly string[] }) {
  const { t } = useTranslation();
  const all = Object.values(view.commitments);
  if (all.length === 0) return <p className="empty">{t('ledger.none')}</p>;
  const count = (seat: string | null, column: Column): number => all.filter((commitment) => (seat === null || commitment.giver === seat) && fateOf(commitment.state) === column).length;
  const cells = (seat: string | null) => columns.map((column) => <td key={column} className="num" data-zero={count(seat, column) === 0 || undefined} data-bad={(column === 'broken' && count(seat, column) > 0) || undefined}>{count(seat, column)}</td>);
  return (
    <>
      <p className="hint">{t('ledger.sum', { count: all.length })}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('ledger.title')}>
        <table className="plain">
          <thead><tr><th scope="col">{t('ledger.giver')}</th>{columns.map((column) => <th key={column} scope="col" className="num">{t(`ledger.${column}`)}</th>)}</tr></thead>
          <tbody>{seats.map((seat) => <tr key={seat}><th scope="row"><SeatMark seat={seat} /></th>{cells(seat)}</tr>)}</tbody>
          <tfoot><tr><th scope="row">{t('ledger.all')}</th>{cells(null)}</tr></tfoot>
        </table>
      </div>
    </>
  );
}
