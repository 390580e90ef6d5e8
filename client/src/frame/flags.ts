/** The flags of the states at the table; decoration beside name and code, never the only sign. */
import { CN, JP, KP, KR, RU, US } from 'country-flag-icons/react/3x2';
import styles from '../../../assets/seatStyles.json';
import type { PaletteKey } from '../map/palette.ts';

const FLAGS: Readonly<Record<string, typeof US>> = { CN, JP, KP, KR, RU, US };
interface SeatStyle { readonly palette: PaletteKey; readonly flag: string }
const STYLES = styles as Readonly<Record<string, SeatStyle>>;

/** How a seat looks; null for a seat nobody has styled yet. */
export const styleOf = (seat: string): SeatStyle | null => STYLES[seat] ?? null;
export const flagOf = (seat: string): typeof US | null => FLAGS[STYLES[seat]?.flag ?? ''] ?? null;
