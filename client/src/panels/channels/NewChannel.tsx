/** A channel is any set of seats: tick who should hear it. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { SeatTag } from '../parts/SeatTag.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';

export function NewChannel({ others, onOpen }: { readonly others: readonly string[]; readonly onOpen: (seats: readonly string[]) => void }) {
  const { t } = useSpeech();
  const [seats, setSeats] = useState<readonly string[]>([]);
  return (
    <fieldset className="pn-new-channel">
      <legend className="pn-label">{t('channels.newWith')}</legend>
      <div className="pn-row">{others.map((seat) => <Tick key={seat} on={seats.includes(seat)} onChange={(on) => setSeats(on ? [...seats, seat] : seats.filter((other) => other !== seat))}><SeatTag seat={seat} /></Tick>)}</div>
      <Button className="pn-button" isDisabled={seats.length === 0} onPress={() => { onOpen(seats); setSeats([]); }}>{t('channels.open')}</Button>
    </fieldset>
  );
}
