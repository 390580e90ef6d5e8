/** The words of the codex, fetched when they are first needed. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLater } from '../i18n/index.ts';

/** Whether the words of the reader's language are there; asks for them where they are not. */
export function useCodexTexts(): boolean {
  const { i18n } = useTranslation();
  const [, setTurn] = useState(0);
  const { language } = i18n;
  const ready = i18n.hasResourceBundle(language, 'codex');
  useEffect(() => {
    if (ready) return;
    let here = true;
    void loadLater(i18n, 'codex').then(() => { if (here) setTurn((turn) => turn + 1); });
    return () => { here = false; };
  }, [i18n, language, ready]);
  return ready;
}
