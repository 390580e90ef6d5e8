/** A refusal that no form shows by itself, said as a sentence until it is dismissed or a while has passed. */
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../i18n/sentence.ts';
import { dismissRefusal, useGame } from '../store/gameStore.ts';

const SHOWN_MS = 12_000;

export function RefusalNote() {
  const { t } = useTranslation();
  const say = useSentence();
  const refusal = useGame((state) => state.lastRefusal);
  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(dismissRefusal, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [refusal]);
  return (
    <div className="refusal-slot" role="alert">
      {refusal && (
        <div className="refusal" key={refusal.turn}>
          <p><strong>{t('refused')}</strong> {say.refusal(refusal.code, refusal.params)}</p>
          <Button className="btn btn-bare" aria-label={t('dismiss')} onPress={dismissRefusal}><X size={16} aria-hidden="true" /></Button>
        </div>
      )}
    </div>
  );
}
