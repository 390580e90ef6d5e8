/** Figures of the report in the reader's language: points from tenths, shares as percent, a dash where there is no figure. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Figures { readonly points: (tenths: number | null | undefined) => string; readonly one: (value: number | null | undefined) => string; readonly two: (value: number | null | undefined) => string; readonly percent: (share: number | null | undefined) => string; readonly gain: (tenths: number) => string }
const NONE = '–';

export function figuresIn(language: string): Figures {
  const one = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const shown = (format: Intl.NumberFormat, value: number | null | undefined): string => (value === null || value === undefined ? NONE : format.format(value).replace('-', '−'));
  return { points: (tenths) => shown(one, tenths === null || tenths === undefined ? tenths : tenths / 10), one: (value) => shown(one, value), two: (value) => shown(two, value), percent: (share) => shown(percent, share), gain: (tenths) => shown(signed, tenths / 10) };
}
export function useFigures(): Figures {
  const { i18n } = useTranslation();
  return useMemo(() => figuresIn(i18n.language), [i18n.language]);
}
