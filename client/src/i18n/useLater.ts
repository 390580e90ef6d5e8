/** The words of a namespace that does not come with the start, fetched when they are first needed. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLater } from './index.ts';

/** Whether the words of the reader's language are there; asks for them where they are not. */
export function useLater(namespace: string): boolean {
  const { i18n } = useTranslation();
  const [, setTurn] = useState(0);
  const { language } = i18n;
  const ready = i18n.hasResourceBundle(language, namespace);
  useEffect(() => {
    if (ready) return;
    let here = true;
    void loadLater(i18n, namespace).then(() => { if (here) setTurn((turn) => turn + 1); });
    return () => { here = false; };
  }, [i18n, language, namespace, ready]);
  return ready;
}
