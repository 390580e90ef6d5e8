/** Step 7 asks for an answer to another seat's act: consultations, a visit, an inspection, force used alone (AC-5, AC-8). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { LegalSlice, View } from '@concert/shared';
import { useScenario } from '../../store/gameStore.ts';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { capitalised } from '../../i18n/sentence.ts';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function AnswerForm({ view, asked }: { readonly view: View; readonly asked: LegalSlice['answerActs'] }) {
  const { t, seat, action: name } = useSpeech();
  const scenario = useScenario();
  const { act, busy, refused } = useAct();
  const [said, setSaid] = useState<Readonly<Record<string, boolean>>>({});
  const answer = async (from: string, action: string, accept: boolean) => { if (await act({ type: 'answerAct', from, action, accept })) setSaid((old) => ({ ...old, [`${from}:${action}`]: accept })); };
  /** Which of the four kinds the act is. */
  const kindOf = (from: string, action: string): string => {
    if (view.revealed.some((each) => each.seat === from && each.action === action && each.alone)) return 'force';
    const special = scenario?.actions.find((each) => each.id === action)?.special;
    return special === 'inspection' && view.me?.seat !== scenario?.proliferator ? 'cosign' : (special ?? 'mediation');
  };
  return (
    <div className="pn-block">
      {asked.map(({ from, action }) => {
        const kind = kindOf(from, action);
        const given = said[`${from}:${action}`];
        return (
          <div key={`${from}:${action}`} className="pn-callout">
            <p>{capitalised(t(`answer.${kind}.calls`, { seat: seat(from), action: name(action) }))}</p>
            <p className="pn-note">{t(`answer.${kind}.help`)}{kind === 'force' && <> <CodexLink id="M08" /></>}</p>
            <div className="pn-row">
              <Button className="pn-button pn-primary" isDisabled={busy} aria-pressed={given === true} onPress={() => void answer(from, action, true)}>{t(`answer.${kind}.yes`)}</Button>
              <Button className="pn-button" isDisabled={busy} aria-pressed={given === false} onPress={() => void answer(from, action, false)}>{t(`answer.${kind}.no`)}</Button>
              {given !== undefined && <span className="pn-sealed">{t(given ? `answer.${kind}.yesSaid` : `answer.${kind}.noSaid`)}</span>}
            </div>
          </div>
        );
      })}
      <Refused refusal={refused} />
    </div>
  );
}
