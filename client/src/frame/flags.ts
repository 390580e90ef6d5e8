/** The flags of the states at the table, by country code; decoration beside name and code, never the only sign. */
import CN from 'country-flag-icons/3x2/CN.svg';
import JP from 'country-flag-icons/3x2/JP.svg';
import KP from 'country-flag-icons/3x2/KP.svg';
import KR from 'country-flag-icons/3x2/KR.svg';
import RU from 'country-flag-icons/3x2/RU.svg';
import US from 'country-flag-icons/3x2/US.svg';
import styles from '../../../assets/seatStyles.json';
import type { PaletteKey } from '../map/palette.ts';

const FLAGS: Readonly<Record<string, string>> = { CN, JP, KP, KR, RU, US };
interface SeatStyle { readonly palette: PaletteKey; readonly flag: string }
const STYLES = styles as Readonly<Record<string, SeatStyle>>;

/** How a seat looks; null for a seat nobody has styled yet. */
export const styleOf = (seat: string): SeatStyle | null => STYLES[seat] ?? null;
export const flagOf = (seat: string): string | null => FLAGS[STYLES[seat]?.flag ?? ''] ?? null;
