/** What only this delegation holds: its cards, what it has learned, what it did unseen (M04, M09, M10, AC-4). */
import type { MeSlice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useSpeech } from '../speech.ts';

export function Secrets({ me, view }: { readonly me: MeSlice; readonly view: View }) {
  const { t, clause, action, seat, num, names } = useSpeech();
  const learned = me.knowledge.filter((each) => each.round === view.table.round);
  const empty = me.cards.length + learned.length + me.hidden.length + me.vetoes.length + me.wedges.length === 0 && me.staffCard === null;
  if (empty) return null;
  return (
    <div className="pn-block">
      <h3 className="pn-subtitle">{t('craft.secrets.title')}</h3>
      <ul className="pn-bullets">
        {me.staffCard !== null && <li>{t('craft.secrets.staff', { value: num(me.staffCard) })} <CodexLink id="M15" /></li>}
        {me.cards.map((card) => (
          <li key={card.id}>
            {card.kind === 'core' ? t('craft.secrets.core', { clause: clause(card.clause ?? '') }) : t(card.state === 'traded' ? 'craft.secrets.traded' : 'craft.secrets.linkage', { theme: t(`scenario:linkage.${card.theme ?? ''}`), seat: seat(card.buyer ?? me.seat) })}
            {' '}<CodexLink id={card.kind === 'core' ? 'M09' : 'M10'} />
          </li>
        ))}
        {learned.map((each, i) => {
          switch (each.kind) {
            case 'pair': return <li key={i}>{t('craft.secrets.pair', { seats: names(each.pair.split('-')), value: num(view.trust[each.pair]?.exact ?? 0) })}</li>;
            case 'channel': return <li key={i}>{t(each.found ? 'craft.secrets.channel' : 'craft.secrets.noChannel', { seat: seat(each.seat) })}</li>;
            case 'covert': return <li key={i}>{t(each.found.length > 0 ? 'craft.secrets.covert' : 'craft.secrets.noCovert', { seat: seat(each.seat) })}</li>;
            case 'notes': return <li key={i}>{t(each.found ? 'craft.notes.found' : 'craft.notes.nothing', { seat: seat(each.with) })}</li>;
            default: return each satisfies never;
          }
        })}
        {me.hidden.map((act) => <li key={`${act.action}${act.round}`}>{t(`craft.secrets.${act.open}`, { action: action(act.action), round: num(act.round) })}</li>)}
        {me.wedges.map((wedge) => <li key={`w${wedge.round}`}>{t(`craft.secrets.wedge.${wedge.state}`, { round: num(wedge.round), clause: clause(wedge.gift) })}</li>)}
        {me.vetoes.length > 0 && <li>{t('craft.secrets.veto', { count: me.vetoes.length, number: num(me.vetoes.length) })} <CodexLink id="M21" /></li>}
      </ul>
    </div>
  );
}
