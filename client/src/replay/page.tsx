/** Starts a page that carries its recording: one file that any web host or a USB stick can serve, without a server and without a network. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Router, useLocation } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { startTexts } from '../i18n/index.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { followSettings } from '../store/settings.ts';
import CompareScreen from './compare/CompareScreen.tsx';
import { COMPARE_PATH } from './compare/paths.ts';
import { FILE_PATH } from './Drop.tsx';
import ReplayScreen from './ReplayScreen.tsx';

/** The address bar belongs to the moments; the few places of this page are kept in memory. */
const { hook } = memoryLocation({ path: '/' });

function OnePage() {
  const { i18n } = useTranslation();
  const [path] = useLocation();
  return (
    <I18nProvider locale={LANGUAGES.find(({ id }) => id === i18n.language)?.locale ?? 'en-GB'}>
      {path.startsWith(`${COMPARE_PATH}/`) ? <CompareScreen key={path} pair={path.slice(COMPARE_PATH.length + 1)} /> : <ReplayScreen id={path === FILE_PATH ? 'file' : 'page'} />}
    </I18nProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
followSettings();
const texts = await startTexts();
createRoot(root).render(<I18nextProvider i18n={texts}><Router hook={hook}><OnePage /></Router></I18nextProvider>);
