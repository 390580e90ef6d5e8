/** One table at a glance: where it stands, who is there and ready, where it is silent. */
import { Bot, Check, CircleAlert, Eye } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag } from '../../frame/SeatMark.tsx';
import { Clock } from '../Clock.tsx';
import type { DeskPerson, DeskTable } from '../overview.ts';

/** A seat that has done nothing for this long is marked. */
const STILL_MS = 12 * 60_000;
const minutes = (ms: number): number => Math.floor(ms / 60_000);

export function TableCard({ table, people, chosen, onChoose }: { readonly table: DeskTable; readonly people: readonly DeskPerson[]; readonly chosen: boolean; readonly onChoose: (on: boolean) => void }) {
  const { t, i18n } = useTranslation('seminar');
  const { TEN, BLOC, CON, W } = table.indicators;
  const watching = people.filter((person) => person.observes);
  return (
    <li className="sheet card seminar-card" data-status={table.status} data-chosen={chosen || undefined} data-paused={table.paused !== null || undefined}>
      <div className="row between">
        <Checkbox className="radio seminar-check" isSelected={chosen} onChange={onChoose}><h2>{t('table', { n: table.n })}</h2></Checkbox>
        <span className="row"><span>{table.status === 'waiting' ? t('desk.waiting', { count: people.filter((person) => person.joined).length }) : table.outcome ? t(`ui:tier.${table.outcome}`) : `${t(`ui:phase.${table.phase}`)} · ${t('round', { round: table.round, rounds: table.rounds })}`}</span> <Clock deadline={table.paused ? 0 : table.deadline} /></span>
      </div>
      {table.paused && <p className="seminar-paused">{t(table.paused.huddle ? 'huddle' : 'paused')} {table.paused.reason} {table.paused.until !== null && <Clock deadline={table.paused.until} />}</p>}
      {table.status !== 'waiting' && <p className="hint">{t('desk.figures', { ten: TEN, bloc: BLOC, con: CON, war: W })} · {t('desk.texts', { live: table.proposals, adopted: table.adopted })}</p>}
      <ul className="seminar-seats">
        {table.seats.map(({ seat, holder, ready, stillForMs }) => {
          const here = people.filter((person) => person.seat === seat);
          const online = here.filter((person) => person.online).length;
          const still = stillForMs !== null && holder === 'people' && stillForMs > STILL_MS;
          return (
            <li key={seat} data-holder={here.length === 0 ? 'bot' : 'people'} data-still={still || undefined}>
              <Flag seat={seat} /><span className="seat-code">{t(`scenario:seat.${seat}.code`)}</span>
              {holder === 'bot' ? <span className="hint"><Bot size={14} aria-hidden="true" /> {t('desk.bot')}</span> : <span className="hint">{t('desk.online', { online, count: here.length })}</span>}
              {ready && <Check size={15} aria-label={t('desk.ready')} />}
              {still && <span className="seminar-alarm"><CircleAlert size={14} aria-hidden="true" /> {t('desk.still', { count: minutes(stillForMs) })}</span>}
            </li>
          );
        })}
      </ul>
      {watching.length > 0 && <p className="hint"><Eye size={14} aria-hidden="true" /> {t('desk.observers', { count: watching.length, names: new Intl.ListFormat(i18n.language).format(watching.map(({ name }) => name)) })}</p>}
      {table.silences.length > 0 && <ul className="hint seminar-silences">{table.silences.slice(0, 4).map(({ a, b, forMs }) => <li key={`${a}${b}`}><CircleAlert size={13} aria-hidden="true" /> {t('desk.silence', { a: t(`scenario:seat.${a}.name`), b: t(`scenario:seat.${b}.name`), count: minutes(forMs) })}</li>)}</ul>}
      {table.ratifications.length > 0 && <p className="seminar-alarm">{t('desk.ratifications', { count: table.ratifications.length })}</p>}
      {table.requests.length > 0 && <p className="seminar-alarm">{t('desk.requests', { count: table.requests.length })}</p>}
    </li>
  );
}
