/** The table's answer when it refuses an act: a sentence that says what would make it legal. */
import type { Refusal } from '@concert/shared';
import { useSpeech } from '../speech.ts';

export function Refused({ refusal }: { readonly refusal: { readonly code: string; readonly params: Refusal['params'] } | null }) {
  const { refusal: say, t } = useSpeech();
  return <div role="alert" className="pn-alert-slot">{refusal && <p className="pn-refused">{refusal.code !== 'drafted' && <strong>{t('refused.lead')}</strong>} {say(refusal)}</p>}</div>;
}
