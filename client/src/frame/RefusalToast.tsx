/** The last refusal as a sentence, until it is dismissed or a while has passed. */
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { namesIn, type Translate } from '../i18n/sentence.ts';
import { gameStore, useGame } from '../store/gameStore.ts';

const SHOWN_MS = 9000;
const dismiss = (): void => gameStore.setState({ lastRefusal: null });

export function RefusalToast() {
  const { t, i18n } = useTranslation(['refusals', 'frame']);
  const refusal = useGame((store) => store.lastRefusal);
  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [refusal]);
  if (!refusal) return null;
  return (
    <div className="toast" role="alert" data-refusal={refusal.code}>
      <p>{t(`refusals:${refusal.code}`, namesIn(t as unknown as Translate, i18n.language, refusal.params))}</p>
      <Button className="icon-button" aria-label={t('frame:dismiss')} onPress={dismiss}><X size={16} aria-hidden="true" /></Button>
    </div>
  );
}
