/** The six chairs to choose from, or "any": one radio group. */
import { Dices } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag, seatStyle } from '../../frame/SeatMark.tsx';

export const ANY = 'any';

export function SeatPicker({ seats, value, onChange }: { readonly seats: readonly string[]; readonly value: string; readonly onChange: (seat: string) => void }) {
  const { t } = useTranslation();
  return (
    <RadioGroup className="seat-picker" value={value} onChange={onChange} orientation="horizontal">
      <Label className="field-label">{t('play.seat')}</Label>
      <div className="seat-tiles">
        <Radio value={ANY} className="seat-tile"><Dices size={20} aria-hidden="true" /><span>{t('play.any')}</span></Radio>
        {seats.map((seat) => (
          <Radio key={seat} value={seat} className="seat-tile" style={seatStyle(seat)}><Flag seat={seat} /><span>{t(`scenario:seat.${seat}.name`)}</span></Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
