/** The delegations side by side: red line, share of power, support at home, and what else everybody knows of each (M05, M09, M10, M22, M24). */
import type { SeatId, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';

export function Glance({ view, order }: { readonly view: View; readonly order: readonly SeatId[] }) {
  const { t, num, seat: name, list } = useSpeech();
  const { craft, seats, table } = view;
  const known = (id: SeatId): string[] => [
    ...(seats[id]?.cabinet ? [t(`scenario:cabinet.${seats[id]?.cabinet ?? ''}`)] : []),
    ...((craft.held[id] ?? 0) > 0 ? [t('glance.core')] : []),
    ...(craft.joined.includes(id) ? [t('glance.joined')] : []),
    ...(table.chair === id ? [t('glance.chair')] : []),
  ];
  return (
    <>
      <h3 className="pn-subtitle">{t('glance.title')} <CodexLink id="POW" /></h3>
      <table className="pn-matrix pn-glance">
        <caption className="pn-hidden">{t('glance.title')}</caption>
        <thead><tr><th scope="col">{t('relations.pair')}</th><th scope="col">{t('glance.redLine')}</th><th scope="col">{t('glance.power')}</th><th scope="col">{t('glance.support')}</th></tr></thead>
        <tbody>
          {order.map((id) => {
            const seat = seats[id];
            return seat && (
              <tr key={id}>
                <th scope="row"><SeatTag seat={id} short />{known(id).length > 0 && <span className="pn-note">{list(known(id))}</span>}</th>
                <td>{seat.redLine === null ? '–' : <><span className="pn-figure">{num(seat.redLine)}</span> {t(`scenario:level.${seat.redLine}`)}</>}</td>
                <td>{seat.pow === null ? '–' : <span className="pn-figure">{num(seat.pow)}</span>}</td>
                <td>{t(`band.ds.${seat.dsBand}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {(craft.traded.length > 0 || craft.acquiesced > 0) && (
        <ul className="pn-bullets">
          {craft.traded.map(({ seat, card }) => <li key={card.id}>{t('glance.traded', { seat: name(seat), buyer: name(card.buyer ?? seat), theme: t(`scenario:linkage.${card.theme ?? ''}`) })} <CodexLink id="M10" /></li>)}
          {craft.acquiesced > 0 && <li>{t('glance.acquiesced', { count: craft.acquiesced, number: num(craft.acquiesced) })} <CodexLink id="M08" /></li>}
        </ul>
      )}
    </>
  );
}
