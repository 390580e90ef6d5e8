/** A seat calls for consultations: join or stay away; silence follows the mood of the table (AC-5). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SeatId } from '@concert/shared';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { capitalised } from '../../i18n/sentence.ts';
import { useAct } from '../useAct.ts';

export function MediationForm({ from }: { readonly from: readonly SeatId[] }) {
  const { t, seat } = useSpeech();
  const { act, busy, refused } = useAct();
  const [said, setSaid] = useState<Readonly<Record<SeatId, boolean>>>({});
  const answer = async (who: SeatId, accept: boolean) => { if (await act({ type: 'answerMediation', from: who, accept })) setSaid((old) => ({ ...old, [who]: accept })); };
  return (
    <div className="pn-block">
      {from.map((who) => (
        <div key={who} className="pn-callout">
          <p>{capitalised(t('mediation.calls', { seat: seat(who) }))}</p>
          <p className="pn-note">{t('mediation.help')}</p>
          <div className="pn-row">
            <Button className="pn-button pn-primary" isDisabled={busy} aria-pressed={said[who] === true} onPress={() => void answer(who, true)}>{t('mediation.join')}</Button>
            <Button className="pn-button" isDisabled={busy} aria-pressed={said[who] === false} onPress={() => void answer(who, false)}>{t('mediation.refuse')}</Button>
            {said[who] !== undefined && <span className="pn-sealed">{t(said[who] ? 'mediation.joined' : 'mediation.refused')}</span>}
          </div>
        </div>
      ))}
      <Refused refusal={refused} />
    </div>
  );
}
