/** Joint démarches: propose one, put our name to one, or stand against it (M03, AC-6). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { View } from '@concert/shared';
import { capitalised } from '../../i18n/sentence.ts';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatPick } from '../parts/SeatPick.tsx';
import { SeatList } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Demarches({ view }: { readonly view: View }) {
  const { t, seat, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [target, setTarget] = useState<string | null>(null);
  const craft = view.legal?.craft;
  if (!craft) return null;
  const { demarches } = view.craft;
  const price = craft.demarcheAp === 0 ? t('secret.free') : t('secret.cost', { count: craft.demarcheAp, number: num(craft.demarcheAp) });
  return (
    <Fold title={<>{t('craft.demarche.title')} <CodexLink id="M03" /></>} note={demarches.length > 0 ? num(demarches.length) : price} open={craft.answerDemarche.length > 0} id="demarche">
      <p className="pn-note">{t('craft.demarche.help')}</p>
      {demarches.map((each) => {
        const asked = craft.answerDemarche.includes(each.id);
        return (
          <div key={each.id} className="pn-callout">
            <p>{capitalised(t('craft.demarche.stands', { by: seat(each.by), target: seat(each.target) }))}</p>
            <div className="pn-facts"><span className="pn-label">{t('craft.demarche.favour')}</span><SeatList seats={each.favour} /></div>
            {each.against.length > 0 && <div className="pn-facts"><span className="pn-label">{t('craft.demarche.against')}</span><SeatList seats={each.against} /></div>}
            {!asked && view.me && each.favour.includes(view.me.seat) && <p className="pn-sealed">{t('craft.demarche.joined')}</p>}
            {!asked && view.me && each.against.includes(view.me.seat) && <p className="pn-sealed">{t('craft.demarche.opposed')}</p>}
            {asked && (
              <div className="pn-row">
                <Button className="pn-button pn-primary" isDisabled={busy} onPress={() => void act({ type: 'answerDemarche', demarche: each.id, favour: true })}>{t('craft.demarche.join')} · {price}</Button>
                <Button className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'answerDemarche', demarche: each.id, favour: false })}>{t('craft.demarche.oppose')}</Button>
              </div>
            )}
          </div>
        );
      })}
      {craft.tableDemarche.length > 0 && (
        <div className="pn-block">
          <SeatPick label={t('craft.demarche.target')} seats={craft.tableDemarche} value={target} onChange={setTarget} />
          <div className="pn-row"><Button className="pn-button" isDisabled={busy || target === null} onPress={() => { if (target) void act({ type: 'tableDemarche', target }); }}>{t('craft.demarche.propose')} · {price}</Button></div>
        </div>
      )}
      <Refused refusal={refused} />
    </Fold>
  );
}
