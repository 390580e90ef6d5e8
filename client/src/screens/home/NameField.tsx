/** The name others will see. */
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useName } from './useName.ts';

export function NameField() {
  const { t } = useTranslation();
  const { name, setName } = useName();
  return <TextField className="field" value={name} onChange={setName} maxLength={40} autoComplete="nickname"><Label>{t('name')}</Label><Input className="input" placeholder={t('name.default')} /></TextField>;
}
