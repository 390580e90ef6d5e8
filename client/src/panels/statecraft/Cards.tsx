/** Linkage: what another power offers for our stand, and the bargain in our own hand (M10, IN-5). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CardPrice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Pick } from '../parts/Pick.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Cards({ view }: { readonly view: View }) {
  const { t, seat, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [price, setPrice] = useState('signature');
  const craft = view.legal?.craft;
  if (!craft) return null;
  const give = (): CardPrice => (price === 'signature' ? { kind: 'signature' } : { kind: 'level', level: Number(price) });
  const prices = (levels: readonly number[], signature: boolean) => [
    ...(signature ? [{ id: 'signature', name: t('craft.card.signature') }] : []),
    ...levels.map((level) => ({ id: String(level), name: t('craft.card.level', { number: num(level), level: t(`scenario:level.${level}`) }) })),
  ];
  return (
    <Fold title={<>{t('craft.card.title')} <CodexLink id="M10" /></>} note={num(craft.offerCards.length + craft.answerCards.length)} open={craft.answerCards.length > 0} id="card">
      {craft.answerCards.map((offer) => (
        <div key={`${offer.from}${offer.card}`} className="pn-callout">
          <p>{offer.give.kind === 'signature' ? t('craft.card.offersSignature', { seat: seat(offer.from) }) : t('craft.card.offersLevel', { seat: seat(offer.from), level: t(`scenario:level.${offer.give.level}`) })}</p>
          <p className="pn-note">{t('craft.card.answerHelp')}</p>
          <div className="pn-row">
            <Button className="pn-button pn-primary" isDisabled={busy} onPress={() => void act({ type: 'answerCard', from: offer.from, card: offer.card, accept: true })}>{t('craft.card.accept')}</Button>
            <Button className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'answerCard', from: offer.from, card: offer.card, accept: false })}>{t('craft.card.decline')}</Button>
          </div>
        </div>
      ))}
      {craft.offerCards.map((offer) => (
        <div key={offer.card} className="pn-block">
          <p>{t('craft.card.own', { theme: t(`scenario:linkage.${offer.theme}`), seat: seat(offer.to) })}</p>
          <div className="pn-row pn-ask">
            <Pick label={t('craft.card.price')} value={price} onChange={setPrice} options={prices(offer.levels, offer.signature)} />
            <Button className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'offerCard', card: offer.card, give: give() })}>{t('craft.card.offer')}</Button>
          </div>
          <p className="pn-note">{t('craft.card.help')}</p>
        </div>
      ))}
      <Refused refusal={refused} />
    </Fold>
  );
}
