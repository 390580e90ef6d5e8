/** The library: samples with what to look at, finished matches of this server by scenario, outcome, date and length, and the reader's own file. */
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { DropZone, FileButton } from '../replay/Drop.tsx';
import { setAsWeGo, useReplay } from '../replay/replayStore.ts';
import { Page } from '../screens/Page.tsx';
import { CompareBar } from './CompareTick.tsx';
import { Finished } from './Finished.tsx';
import { Samples } from './Samples.tsx';
import './library.css';

/** Six letters lead to whoever leads through a recording. */
function ByCode() {
  const { t } = useTranslation('replay');
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const code = /([a-z]{6})\/?$/i.exec(text.trim())?.[1]?.toUpperCase() ?? null;
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); if (code) go(`/w/${code}`); }}>
      <input className="input library-code" value={text} aria-label={t('watch.code')} autoComplete="off" autoCapitalize="characters" spellCheck={false} onChange={(event) => setText(event.target.value)} />
      <Button className="btn" type="submit" isDisabled={code === null}>{t('watch.join.go')}</Button>
    </form>
  );
}

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
        <section className="sheet card library-file" aria-labelledby="library-watch"><div><h2 id="library-watch">{t('watch.join')}</h2><p className="hint">{t('watch.join.help')}</p></div><ByCode /></section>
        <CompareBar />
        <section aria-labelledby="library-samples"><h2 id="library-samples">{t('library.samples')}</h2><Samples hide={asWeGo} /></section>
        <section aria-labelledby="library-finished"><h2 id="library-finished">{t('library.finished')}</h2><Finished hide={asWeGo} /></section>
      </div>
    </Page>
  );
}
