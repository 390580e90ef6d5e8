/** The sheet every screen beside the table lies on: header with language and settings, the way to the content, the region for refusals. */
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import mark from '../styles/mark.svg';
import { RefusalNote } from '../frame/RefusalNote.tsx';
import { SettingsMenu } from '../frame/SettingsMenu.tsx';
import { LanguagePicker } from '../frame/LanguagePicker.tsx';
import '../styles/screens.css';

export function Page({ title, children, bar }: { readonly title: string; readonly children: ReactNode; readonly bar?: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => { document.title = title === t('brand') ? t('brand') : `${title} · ${t('brand')}`; }, [title, t]);
  return (
    <div className="page">
      <a className="skip" href="#content">{t('skip')}</a>
      <header className="site-bar">
        <Link className="brand" href="/"><img src={mark} alt="" width="26" height="26" />{t('brand')}</Link>
        <div className="site-middle">{bar}</div>
        <LanguagePicker />
        <SettingsMenu />
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
      <RefusalNote />
    </div>
  );
}
