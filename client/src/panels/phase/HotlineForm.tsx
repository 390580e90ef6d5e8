/** The hotline at the brink (PH-5): a last sealed word before the war index is read again. */
import { Button } from 'react-aria-components';
import type { MeSlice } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function HotlineForm({ me }: { readonly me: MeSlice }) {
  const { t } = useSpeech();
  const { act, busy, refused } = useAct();
  const stand = me.sealed.stand;
  return (
    <div className="pn-block pn-crisis">
      <p>{t('hotline.help')} <CodexLink id="M14" /></p>
      <div className="pn-two">
        {(['down', 'hold'] as const).map((pick) => (
          <Button key={pick} className="pn-card-button" isDisabled={busy} aria-pressed={stand === pick} onPress={() => void act({ type: 'standDown', stand: pick })}>
            <strong>{t(`hotline.${pick}`)}</strong><span>{t(`hotline.${pick}.help`)}</span>
          </Button>
        ))}
      </div>
      <p className="pn-note">{stand ? t('hotline.sealed', { stand: t(`hotline.${stand}`) }) : t('hotline.silence')}</p>
      <Refused refusal={refused} />
    </div>
  );
}
