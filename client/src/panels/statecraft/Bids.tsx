/** Sealed bids and votes on an event, handed in with the declaration and opened together (EV-2, EV-6). */
import { Button } from 'react-aria-components';
import type { LegalStatecraft } from '@concert/shared';
import { capitalised } from '../../i18n/sentence.ts';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Bids({ bids }: { readonly bids: LegalStatecraft['bids'] }) {
  const { t, has } = useSpeech();
  const { act, busy, refused } = useAct();
  /** Words of an option: the event's own, else a plain figure. */
  const words = (event: string, option: string): string => capitalised(t(has(`scenario:event.${event}.option.${option}`) ? `scenario:event.${event}.option.${option}` : `craft.bid.${option}`));
  return (
    <>
      {bids.map(({ event, options, usual, own }) => (
        <section key={event} className="pn-callout" data-call="bid" aria-label={t(`scenario:event.${event}.name`)}>
          <h3 className="pn-subtitle">{t(`scenario:event.${event}.name`)}</h3>
          <p>{t(`scenario:event.${event}.text`)}</p>
          <div className="pn-row">
            {options.map((option) => <Button key={option} className="pn-button" aria-pressed={own === option} isDisabled={busy} onPress={() => void act({ type: 'bid', event, bid: option })}>{words(event, option)}</Button>)}
          </div>
          <p className={own === null ? 'pn-note' : 'pn-sealed'}>{own === null ? t('craft.bid.silence', { option: words(event, usual) }) : t('craft.bid.sealed', { option: words(event, own) })}</p>
        </section>
      ))}
      <Refused refusal={refused} />
    </>
  );
}
