/** The codex on a page of its own; the part of the address after `#` names the entry. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../frame/Waiting.tsx';
import { Page } from '../screens/Page.tsx';
import { Codex } from './Codex.tsx';
import { entryOf } from './entries.ts';
import { useCodexTexts } from './useCodexTexts.ts';

/** Entry in the address: null for none, undefined where the address names another part of the page. */
function addressed(): string | null | undefined {
  const name = decodeURIComponent(location.hash.slice(1));
  return name === '' ? null : entryOf(name)?.id;
}

export default function CodexPage() {
  const { t, i18n } = useTranslation('frame');
  const ready = useCodexTexts();
  // An address opened afresh is read from the top of the page; steps inside it begin at the entry's heading.
  const [at, setAt] = useState(() => ({ id: addressed() ?? null, turn: 0 }));
  useEffect(() => {
    const look = (): void => { const id = addressed(); if (id !== undefined) setAt((old) => ({ id, turn: old.turn + 1 })); };
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  const title = ready && at.id !== null ? `${i18n.t(`codex:${at.id}.name`)} · ${t('codex')}` : t('codex');
  return (
    <Page title={title}>
      <div className="codex-page">
        <h1>{t('codex')}</h1>
        {ready ? <Codex id={at.id} turn={at.turn} match={null} onGo={(id) => { if (id === at.id) setAt((old) => ({ id, turn: old.turn + 1 })); else location.hash = id ?? ''; }} /> : <Waiting />}
      </div>
    </Page>
  );
}
