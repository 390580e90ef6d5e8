/** Who talked to whom: messages from a seat to each other one, private and in the plenary apart. */
import type { MatchState } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';

/** Messages from `from` that `to` could read and the whole table could not; and those to the whole table. */
export function talkOf(messages: MatchState['messages'], seats: readonly string[]): { readonly privately: (from: string, to: string) => number; readonly plenary: (from: string) => number; readonly inside: (from: string) => number } {
  const parties = (channel: string): readonly string[] => channel.split('-');
  return {
    privately: (from, to) => messages.filter((message) => message.from === from && from !== to && parties(message.channel).includes(to) && parties(message.channel).length < seats.length).length,
    plenary: (from) => messages.filter((message) => message.from === from && parties(message.channel).length === seats.length).length,
    inside: (from) => messages.filter((message) => message.from === from && message.channel === from).length,
  };
}

export function Talk({ messages, seats }: { readonly messages: MatchState['messages']; readonly seats: readonly string[] }) {
  const { t } = useTranslation('seminar');
  const talk = talkOf(messages, seats);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('report.talk')}>
      <table className="plain">
        <thead><tr><th scope="col">{t('report.fromTo')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}<th scope="col" className="num">{t('report.plenary')}</th><th scope="col" className="num">{t('report.inside')}</th></tr></thead>
        <tbody>{seats.map((from) => (
          <tr key={from}><th scope="row"><SeatMark seat={from} /></th>{seats.map((to) => <td key={to} className="num" data-zero={from !== to && talk.privately(from, to) === 0 ? true : undefined}>{from === to ? '' : talk.privately(from, to)}</td>)}<td className="num">{talk.plenary(from)}</td><td className="num">{talk.inside(from)}</td></tr>
        ))}</tbody>
      </table>
    </div>
  );
}
