/** VI: what each side kept from the others: instructions, cards, unseen acts, double games, letters, feints, threats in the bud. */
import type { EndingSlice, View } from '@concert/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { capitalised, useSentence } from '../../i18n/sentence.ts';
import { feintsOf, lettersOf, toldBy } from './unveil.ts';

export function Unveiled({ view, ending, seats }: { readonly view: View; readonly ending: EndingSlice; readonly seats: readonly string[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { mandates, cards, hidden, wedges, buds } = ending.unveiled;
  const the = (id: string): string => t(`scenario:seat.${id}.the`);
  const clause = (id: string): string => t(`scenario:clause.${id}.name`);
  const met = new Map(ending.scores.map((score) => [score.seat, score.mandateMet]));
  // What came to nothing in one sentence a seat.
  const unused = Object.entries(cards).flatMap(([seat, held]) => { const left = held.filter((card) => card.kind !== 'core' && card.state === 'held'); return left.length > 0 ? [t('unveil.card.unused', { seat: the(seat), themes: say.list(left.map((card) => t(`scenario:linkage.${card.theme ?? ''}`))) })] : []; });
  const groups: readonly { readonly id: string; readonly codex: string; readonly items: readonly ReactNode[] }[] = [
    { id: 'hidden', codex: 'M07', items: hidden.map((act) => t(`unveil.hidden.${act.open}`, { seat: the(act.seat), action: t(`scenario:action.${act.action}.name`), round: act.round })) },
    { id: 'wedges', codex: 'M11', items: wedges.map((wedge) => t(`unveil.wedge.${wedge.state}`, { seat: the(wedge.sender), seats: say.list(wedge.offers.map((offer) => the(offer.to))), clause: clause(wedge.gift), round: wedge.round })) },
    { id: 'letters', codex: 'side-letter', items: lettersOf(view.commitments).map((letter) => t(letter.found ? 'unveil.letter.found' : 'unveil.letter', { seats: say.list(letter.seats.map(the)), clauses: say.list(letter.clauses.map(clause)) })) },
    { id: 'feints', codex: 'duties', items: feintsOf(view.commitments).map((promise) => t('unveil.feint', { seat: the(promise.giver), clause: clause(promise.clause) })) },
    { id: 'cards', codex: 'M10', items: Object.entries(cards).flatMap(([seat, held]) => held.filter((card) => card.state !== 'held' || card.kind === 'core').map((card) => (card.kind === 'core'
      ? <>{capitalised(t('unveil.card.core', { seat: the(seat), clause: clause(card.clause ?? '') }))} <CodexLink id="M09" /></>
      : t(`unveil.card.${card.state}`, { seat: the(seat), buyer: the(card.buyer ?? seat), theme: t(`scenario:linkage.${card.theme ?? ''}`), round: card.round })))).concat(unused) },
    { id: 'buds', codex: 'M19', items: buds.map((bud) => <>{t(`unveil.bud.${bud.state}`, { event: t(`scenario:event.${bud.event}.name`), stage: Math.min(3, bud.stage) })}{toldBy(bud.told).map(({ from, to }) => <span key={from}> {capitalised(t('unveil.bud.told', { from: the(from), to: say.list(to.map(the)) }))}</span>)}</>) },
  ];
  const shown = groups.filter(({ items }) => items.length > 0);
  const orders = seats.filter((seat) => mandates[seat]);
  return (
    <>
      {orders.length > 0 && (
        <section aria-labelledby="unveil-mandates">
          <h3 id="unveil-mandates">{t('unveil.mandates')} <CodexLink id="mandate" /></h3>
          <ul className="unveil-mandates">{orders.map((seat) => <li key={seat}><SeatMark seat={seat} /><span><strong>{t(`scenario:mandate.${mandates[seat] ?? ''}`)}</strong> <span className="hint">{t(`scenario:mandate.${mandates[seat] ?? ''}.text`)}</span></span><span className={met.get(seat) ? 'chip chip-good' : 'chip'}>{t(met.get(seat) ? 'scores.mandate.met' : 'scores.mandate.missed')}</span></li>)}</ul>
        </section>
      )}
      {shown.map(({ id, codex, items }) => (
        <section key={id} aria-labelledby={`unveil-${id}`}>
          <h3 id={`unveil-${id}`}>{t(`unveil.${id}`)} <CodexLink id={codex} /></h3>
          <ul className="facts">{items.map((item, at) => <li key={at}><span>{typeof item === 'string' ? capitalised(item) : item}</span></li>)}</ul>
        </section>
      ))}
      {shown.length === 0 && <p>{t('unveil.nothing')}</p>}
    </>
  );
}
