/** One seat out of a few, as a row of radio buttons with their swatches. */
import type { SeatId } from '@concert/shared';
import { Choice } from './Choice.tsx';
import { SeatTag } from './SeatTag.tsx';

interface Props { readonly label: string; readonly seats: readonly SeatId[]; readonly value: SeatId | null; readonly onChange: (seat: SeatId) => void }
export function SeatPick({ label, seats, value, onChange }: Props) {
  return <Choice compact label={label} value={value} onChange={onChange} options={seats.map((seat) => ({ id: seat, title: <SeatTag seat={seat} /> }))} />;
}
