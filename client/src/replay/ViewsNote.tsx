/** Says of a recording of views whose they are, and fetches what came since while the match goes on. */
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useReel, useReplay } from './replayStore.ts';
import { fetchRecording, openText, tokenFor } from './sources.ts';

export function ViewsNote() {
  const { t } = useTranslation(['replay', 'scenario']);
  const reel = useReel();
  const source = useReplay((state) => state.source);
  const [busy, setBusy] = useState(false);
  if (reel.whole || !reel.only) return null;
  const running = source?.kind === 'match' && reel.viewAt(reel.length - 1, reel.only).table.status === 'running';
  const again = async (): Promise<void> => {
    setBusy(true);
    const found = source ? await fetchRecording(source.id, tokenFor(source.id)) : null;
    // The reader stays at the moment the address names.
    if (found?.ok) await openText(found.text, found.source);
    setBusy(false);
  };
  return (
    <p className="rp-views">
      <span>{reel.only.kind === 'seat' ? t('replay:views.note', { seat: t(`scenario:seat.${reel.only.seat}.the`) }) : t('replay:views.note.public')}{running && ` ${t('replay:views.running')}`}</span>
      {running && <Button className="btn" isDisabled={busy} onPress={() => void again()}><RefreshCw size={15} aria-hidden="true" />{t('replay:views.again')}</Button>}
    </p>
  );
}
