/** The name others see; kept in this browser, "Delegate" while nothing was written. */
import { useTranslation } from 'react-i18next';
import { change, useSettings } from '../../store/settings.ts';

export function useName(): { readonly name: string; readonly nameOrDefault: string; readonly setName: (name: string) => void } {
  const { t } = useTranslation();
  const { name } = useSettings();
  return { name, nameOrDefault: name.trim() || t('name.default'), setName: (next) => change({ name: next.slice(0, 40) }) };
}
