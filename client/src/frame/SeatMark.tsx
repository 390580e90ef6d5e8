/** A state as people recognise it: colour, flag and name or code; the words always carry it alone. */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { flagOf } from './flags.ts';

export const seatStyle = (seat: string): CSSProperties => ({ '--seat': `var(--seat-${seat}, var(--ink))`, '--tint': `var(--tint-${seat}, var(--paper-sunk))` }) as CSSProperties;

export function Flag({ seat }: { readonly seat: string }) {
  const Drawing = flagOf(seat);
  return Drawing ? <Drawing className="flag" aria-hidden="true" /> : null;
}

export function SeatMark({ seat, short = false }: { readonly seat: string; readonly short?: boolean }) {
  const { t } = useTranslation();
  const name = t(`scenario:seat.${seat}.name`);
  return (
    <span className="seat-mark" style={seatStyle(seat)}>
      <span className="swatch" aria-hidden="true" /><Flag seat={seat} />
      {short ? <abbr className="seat-code" title={name}>{t(`scenario:seat.${seat}.code`)}</abbr> : <span>{name}</span>}
    </span>
  );
}
