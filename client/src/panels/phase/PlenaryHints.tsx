/** Plenary: what waits for our answer and how much we may still put on the table. */
import { Button } from 'react-aria-components';
import type { View } from '@concert/shared';
import { capitalised } from '../../i18n/sentence.ts';
import { useFocus } from '../focus.ts';
import { useSpeech } from '../speech.ts';

export function PlenaryHints({ view }: { readonly view: View }) {
  const { t, seat, num } = useSpeech();
  const { show } = useFocus();
  const { me, legal } = view;
  const live = Object.values(view.proposals).filter((proposal) => proposal.status === 'live');
  const ours = me ? live.filter((proposal) => proposal.waiting.includes(me.seat)) : [];
  const place = legal?.propose.find((option) => option.scope === 'plenary');
  return (
    <div className="pn-block">
      <ul className="pn-bullets">
        <li>{capitalised(t('plenary.chair', { seat: seat(view.table.chair) }))}</li>
        <li>{live.length === 0 ? t('plenary.empty') : t('plenary.live', { count: live.length, number: num(live.length) })}</li>
        {ours.length > 0 && <li><strong>{t('plenary.answer', { count: ours.length, number: num(ours.length) })}</strong></li>}
        {place && <li>{t('plenary.left', { count: place.left, number: num(place.left) })}</li>}
      </ul>
      <div className="pn-row">
        {live.length > 0 && <Button className={ours.length > 0 ? 'pn-button pn-primary' : 'pn-button'} data-coach="read-texts" onPress={() => show('proposals')}>{t('plenary.read')}</Button>}
        {place && <Button className="pn-button" data-coach="write" onPress={() => show('composer')}>{t('plenary.write')}</Button>}
      </div>
    </div>
  );
}
