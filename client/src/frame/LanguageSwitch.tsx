/** Languages by their own names; switching keeps the place one is at. */
import { useTranslation } from 'react-i18next';
import { LANGUAGES, setLanguage, type Language } from '../i18n/index.ts';

const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame');
  return (
    <select className="language" aria-label={t('language')} value={i18n.language} onChange={(event) => void setLanguage(event.target.value as Language)}>
      {LANGUAGES.map((language) => <option key={language} value={language}>{OWN_NAMES[language]}</option>)}
    </select>
  );
}
