/** A state as people recognise it: swatch, two-letter code and name; the colour is never alone. */
import type { CSSProperties } from 'react';
import type { SeatId } from '@concert/shared';
import { useSpeech } from '../speech.ts';

export function SeatTag({ seat, short = false }: { readonly seat: SeatId; readonly short?: boolean }) {
  const { t } = useSpeech();
  const name = t(`scenario:seat.${seat}.name`);
  const style = { '--seat': `var(--seat-${seat})` } as CSSProperties;
  const code = t(`scenario:seat.${seat}.code`);
  return (
    <span className="pn-seat" style={style} data-seat={seat}>
      <span className="pn-swatch" aria-hidden="true" />
      {short ? <abbr title={name}>{code}</abbr> : <span>{name}</span>}
    </span>
  );
}

export function SeatList({ seats, short = false }: { readonly seats: readonly SeatId[]; readonly short?: boolean }) {
  return <span className="pn-seats">{seats.map((seat) => <SeatTag key={seat} seat={seat} short={short} />)}</span>;
}
