/** The codex beside the table: over the map, never over the decision; on a phone, or above an open dialog, as a dialog of its own. */
import { BookOpen, ExternalLink, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../frame/Waiting.tsx';
import { useMatch } from '../frame/useMatch.ts';
import { Codex } from './Codex.tsx';
import { closeCodex, goToEntry, useCodex } from './codexStore.ts';
import { addressOf } from './entries.ts';
import { useCodexTexts } from './useCodexTexts.ts';

/** The style sheet's limit for map and panels side by side. */
const NARROW = '(max-width: 860px)';

export default function CodexPanel() {
  const { t } = useTranslation('frame');
  const over = useCodex((state) => state.over);
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const look = (): void => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  const panel = useRef<HTMLDivElement>(null);
  const turn = useCodex((state) => state.turn);
  const id = useCodex((state) => state.id);
  const modal = narrow || over;
  // An entry takes the focus to its heading by itself; the list begins at the search.
  useEffect(() => { if (!modal && id === null) panel.current?.querySelector('input')?.focus(); }, [modal, id, turn]);
  // Escape clears the search first, then closes.
  useEffect(() => {
    const here = panel.current;
    const leave = (event: KeyboardEvent): void => { if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement && event.target.value !== '')) closeCodex(); };
    here?.addEventListener('keydown', leave);
    return () => here?.removeEventListener('keydown', leave);
  }, [modal]);
  if (!modal) {
    return (
      <div ref={panel} className="codex-panel" role="dialog" aria-label={t('codex')}>
        <Inside />
      </div>
    );
  }
  return (
    <ModalOverlay className="codex-overlay" isOpen onOpenChange={(open) => { if (!open) closeCodex(); }} isDismissable>
      <Modal className="codex-panel codex-panel-over"><Dialog className="codex-dialog" aria-label={t('codex')}><Inside leave /></Dialog></Modal>
    </ModalOverlay>
  );
}

/** `leave`: what is below can only be reached once the codex is closed. */
function Inside({ leave = false }: { readonly leave?: boolean }) {
  const { t } = useTranslation('frame');
  const { view, scenario } = useMatch();
  const id = useCodex((state) => state.id);
  const turn = useCodex((state) => state.turn);
  const ready = useCodexTexts();
  return (
    <>
      <header className="codex-bar">
        <h2><BookOpen size={18} aria-hidden="true" />{t('codex')}</h2>
        <a className="icon-button" href={addressOf(id)} target="_blank" rel="noreferrer" aria-label={t('codex.page')} title={t('codex.page')}><ExternalLink size={17} aria-hidden="true" /></a>
        <Button className="icon-button" aria-label={t('codex.close')} onPress={closeCodex}><X size={19} aria-hidden="true" /></Button>
      </header>
      <div className="codex-scroll">{ready ? <Codex id={id} turn={turn} match={{ level: view.table.level, scenario, view }} onGo={goToEntry} {...(leave ? { onLeave: closeCodex } : {})} /> : <Waiting />}</div>
    </>
  );
}
