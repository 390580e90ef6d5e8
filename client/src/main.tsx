/** Starts the page: texts, settings, screens. */
import './store/storage.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './App.tsx';
import { startTexts } from './i18n/index.ts';
import { followSettings } from './store/settings.ts';

// After an update of the server the parts of an older page are gone: load the page anew, but not over and over, and not without a network, where nothing would come back.
const RELOADED = 'concert.reloaded';
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine || Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
followSettings();
const texts = await startTexts();
createRoot(root).render(<I18nextProvider i18n={texts}><App /></I18nextProvider>);
