/** The sealed decision of the round: acts for action points, what falls due, what is taken back; opened together at the reveal. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MeSlice, SecretChoice, View } from '@concert/shared';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';
import { ActionPicker } from './ActionPicker.tsx';
import { DuesPicker } from './DuesPicker.tsx';
import { InDock } from './Dock.tsx';
import { Disclosures, Urgent } from './MoreDecisions.tsx';
import { RemedyPicker } from './RemedyPicker.tsx';
import { TakeBack } from './TakeBack.tsx';
import { EMPTY, apSpent, isBreach, sameChoice } from './secretChoice.ts';
import type { Choose } from './secretChoice.ts';

export function SecretForm({ view, me, choose }: { readonly view: View; readonly me: MeSlice; readonly choose: Choose }) {
  const { t, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [choice, setChoice] = useState<SecretChoice>(me.sealed.choice ?? EMPTY);
  const spent = apSpent(choose, choice);
  const sealed = sameChoice(me.sealed.choice, choice);
  const broken = Object.values(choice.dues).filter(isBreach).length;
  return (
    <div className="pn-block">
      <output className="pn-purse">
        <span className="pn-label">{t('secret.ap')}</span>
        <span className="pn-pips" aria-hidden="true">{Array.from({ length: choose.ap }, (_, i) => <i key={i} data-spent={i < spent || undefined} />)}</span>
        <span>{t('secret.apLeft', { left: num(choose.ap - spent), all: num(choose.ap) })}</span>
      </output>
      {choose.dues.length > 0 && <DuesPicker view={view} dues={choose.dues} choice={choice} onChange={setChoice} />}
      <Urgent view={view} choose={choose} choice={choice} onChange={setChoice} />
      {choose.remedies.length > 0 && <RemedyPicker view={view} choose={choose} choice={choice} onChange={setChoice} />}
      <ActionPicker view={view} me={me} choose={choose} choice={choice} onChange={setChoice} />
      <Disclosures choose={choose} choice={choice} onChange={setChoice} />
      {(choose.reversals.length > 0 || choose.denials.length > 0) && <TakeBack view={view} choose={choose} choice={choice} onChange={setChoice} />}
      <InDock><div className="pn-seal">
        <p className="pn-note">
          {choice.actions.length === 0 ? t('secret.none') : t('secret.sum', { count: choice.actions.length, number: num(choice.actions.length), ap: num(spent) })}
          {broken > 0 && <strong className="pn-grave-words"> {t('secret.broken', { count: broken, number: num(broken) })}</strong>}
        </p>
        <div className="pn-row">
          <Button className="pn-button pn-primary" data-coach="seal" isDisabled={busy || sealed || spent > choose.ap} onPress={() => void act({ type: 'choose', ...choice })}>{me.sealed.choice ? t('secret.reseal') : t('secret.seal')}</Button>
          {sealed && <span className="pn-sealed">{t('secret.sealed')}</span>}
          {me.sealed.choice && !sealed && <span className="pn-note">{t('secret.changed')}</span>}
        </div>
        <Refused refusal={refused} />
      </div></InDock>
    </div>
  );
}
