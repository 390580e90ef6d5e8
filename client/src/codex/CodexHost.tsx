/** The codex's place on the table screen, and the book in the top bar that opens it. Both are light: the codex itself comes when it is asked for. */
import { BookOpen } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { closeCodex, hostCodex, openCodex, useCodex } from './codexStore.ts';

const CodexPanel = lazy(() => import('./CodexPanel.tsx'));

export function CodexHost() {
  const open = useCodex((state) => state.open);
  useEffect(hostCodex, []);
  return open ? <Suspense fallback={null}><CodexPanel /></Suspense> : null;
}

export function CodexButton() {
  const { t } = useTranslation('frame');
  const open = useCodex((state) => state.open);
  return (
    <button type="button" className="btn btn-bare" aria-label={t('codex')} title={t('codex.help')} aria-expanded={open} aria-haspopup="dialog"
      onClick={(event) => { if (open) closeCodex(); else openCodex(null, event.currentTarget); }}><BookOpen size={18} aria-hidden="true" /></button>
  );
}
