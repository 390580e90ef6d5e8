/** Inside or outside the common rules (M24). */
import { Button } from 'react-aria-components';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Rules({ joined }: { readonly joined: boolean }) {
  const { t } = useSpeech();
  const { act, busy, refused } = useAct();
  return (
    <section className="pn-callout">
      <h3 className="pn-subtitle">{t('craft.rules.title')} <CodexLink id="M24" /></h3>
      <p>{t(joined ? 'craft.rules.inside' : 'craft.rules.outside')}</p>
      <div className="pn-row"><Button className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'joinRules', join: !joined })}>{t(joined ? 'craft.rules.leave' : 'craft.rules.join')}</Button></div>
      <Refused refusal={refused} />
    </section>
  );
}
