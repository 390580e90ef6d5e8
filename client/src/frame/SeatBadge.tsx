/** A seat's colour, flag and code; the name follows where there is room. */
import { CN, JP, KP, KR, RU, US } from 'country-flag-icons/react/3x2';
import { useTranslation } from 'react-i18next';

const FLAGS: Readonly<Record<string, typeof US>> = { US, CN, RU, JP, DK: KP, RK: KR };

export function SeatBadge({ seat, long = false }: { readonly seat: string; readonly long?: boolean }) {
  const { t } = useTranslation('scenario');
  const Flag = FLAGS[seat];
  return (
    <span className="seat-badge" data-seat={seat}>
      {Flag ? <Flag className="seat-flag" aria-hidden="true" /> : null}
      <span className="seat-code">{t(`seat.${seat}.code`)}</span>
      {long ? <span className="seat-name">{t(`seat.${seat}.name`)}</span> : null}
    </span>
  );
}
