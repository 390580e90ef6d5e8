/** Languages under their own names; the place one is at stays. */
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../i18n/languages.ts';
import { switchLanguage } from '../i18n/index.ts';

export function LanguagePicker() {
  const { t, i18n } = useTranslation();
  return (
    <div className="languages" role="group" aria-label={t('language')}>
      {LANGUAGES.map(({ id, name, locale }) => (
        <button key={id} type="button" lang={locale} aria-pressed={i18n.language === id} onClick={() => void switchLanguage(i18n, id)}>{name}</button>
      ))}
    </div>
  );
}
