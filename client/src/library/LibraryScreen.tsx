/** The library: samples with what to look at, finished matches of this server by scenario, outcome, date and length, and the reader's own file. */
import { EyeOff } from 'lucide-react';
import { Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DropZone, FileButton } from '../replay/Drop.tsx';
import { setAsWeGo, useReplay } from '../replay/replayStore.ts';
import { Page } from '../screens/Page.tsx';
import { Finished } from './Finished.tsx';
import { Samples } from './Samples.tsx';
import './library.css';

export default function LibraryScreen() {
  const { t } = useTranslation('replay');
  const asWeGo = useReplay((state) => state.asWeGo);
  return (
    <Page title={t('library')}>
      <DropZone />
      <div className="library">
        <header className="library-head">
          <div><h1>{t('library')}</h1><p>{t('library.lead')}</p></div>
          <Switch className="switch" isSelected={asWeGo} onChange={setAsWeGo}><span className="switch-track" aria-hidden="true" /><EyeOff size={16} aria-hidden="true" />{t('library.hide')}</Switch>
        </header>
        <section className="sheet card library-file" aria-labelledby="library-file"><div><h2 id="library-file">{t('library.file')}</h2><p className="hint">{t('library.file.help')}</p></div><FileButton /></section>
        <section aria-labelledby="library-samples"><h2 id="library-samples">{t('library.samples')}</h2><Samples hide={asWeGo} /></section>
        <section aria-labelledby="library-finished"><h2 id="library-finished">{t('library.finished')}</h2><Finished hide={asWeGo} /></section>
      </div>
    </Page>
  );
}
