/** The quiet minute of a round: our instructions from home, what came into our hands, and what falls due, before anybody speaks. */
import type { MeSlice, View } from '@concert/shared';
import { useSpeech } from '../speech.ts';
import { CardWords } from '../statecraft/CardWords.tsx';

export function Brief({ view, me }: { readonly view: View; readonly me: MeSlice }) {
  const { t, clause, num } = useSpeech();
  const due = Object.values(view.commitments).filter((c) => c.giver === me.seat && (c.state === 'due' || c.state === 'late'));
  const dealt = me.cards.filter((card) => card.round === view.table.round);
  return (
    <div className="pn-block">
      <h3 className="pn-subtitle">{t('brief.title')}</h3>
      {me.mandate && <p><strong>{t('brief.mandate')}</strong> {t(`scenario:mandate.${me.mandate}.text`)}</p>}
      {dealt.length > 0 && <div className="pn-callout"><p className="pn-label">{t('brief.dealt')}</p><ul className="pn-bullets">{dealt.map((card) => <li key={card.id}><CardWords card={card} seat={me.seat} /></li>)}</ul></div>}
      <p>{t('brief.ap', { count: me.ap, number: num(me.ap) })}</p>
      {due.length > 0
        ? <><p>{t('brief.due')}</p><ul className="pn-bullets">{due.map((c) => <li key={c.id}>{clause(c.clause)}</li>)}</ul></>
        : <p>{t('brief.none')}</p>}
    </div>
  );
}
