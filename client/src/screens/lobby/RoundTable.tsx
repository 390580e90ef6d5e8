/** Six chairs around one table, in the order of the talks; on narrow pages the same chairs as a list. */
import { Bot, UserRound } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag, seatStyle } from '../../frame/SeatMark.tsx';

export interface Chair { readonly seat: string; readonly holder: string; readonly names: string; readonly online: boolean }
interface Props {
  readonly seats: readonly Chair[]; readonly mine: string | null; readonly chair: string; readonly busy: boolean;
  readonly onSit: (seat: string) => void; readonly onStand: () => void;
}

export function RoundTable({ seats, mine, chair, busy, onSit, onStand }: Props) {
  const { t } = useTranslation();
  return (
    <section className="round" aria-label={t('lobby.chairs')}>
      <div className="round-cloth" aria-hidden="true"><span>{t('brand')}</span></div>
      <ol className="round-seats" style={{ '--seats': seats.length } as CSSProperties}>
        {seats.map((seat, at) => (
          <li key={seat.seat} className="chair sheet" data-holder={seat.holder} data-mine={seat.seat === mine || undefined} style={{ ...seatStyle(seat.seat), '--at': at } as CSSProperties}>
            <p className="chair-name"><Flag seat={seat.seat} /><strong>{t(`scenario:seat.${seat.seat}.name`)}</strong><span className="seat-code">{t(`scenario:seat.${seat.seat}.code`)}</span></p>
            <p className="chair-who">
              {seat.holder === 'people' ? <><UserRound size={14} aria-hidden="true" /><span>{seat.names}{seat.seat === mine && ` (${t('you')})`}{!seat.online && ` · ${t('lobby.away')}`}</span></> : <><Bot size={14} aria-hidden="true" /><span>{t('lobby.empty')}</span></>}
            </p>
            {seat.seat === chair && <p className="chair-role">{t('lobby.chair')}</p>}
            {seat.seat === mine
              ? <Button className="btn" isDisabled={busy} onPress={onStand}>{t('lobby.stand')}</Button>
              : seat.holder !== 'people' && <Button className="btn" isDisabled={busy} onPress={() => onSit(seat.seat)} aria-label={t(mine === null ? 'lobby.sitAt' : 'lobby.moveTo', { seat: t(`scenario:seat.${seat.seat}.name`) })}>{t(mine === null ? 'lobby.sit' : 'lobby.move')}</Button>}
          </li>
        ))}
      </ol>
    </section>
  );
}
