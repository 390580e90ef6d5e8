/** What only this delegation holds: its cards, what it has learned, what it did unseen (M04, M09, M10, M11, M15, M21, AC-4). */
import type { Knowledge, MeSlice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useSpeech } from '../speech.ts';
import { CardWords } from './CardWords.tsx';

export function Secrets({ me, view }: { readonly me: MeSlice; readonly view: View }) {
  const { t, clause, action, num, list } = useSpeech();
  // Exact trust is bought for one round; what was found, or not found, stays known.
  const learned = me.knowledge.filter((each) => each.kind !== 'pair' || each.round === view.table.round);
  const empty = me.cards.length + learned.length + me.hidden.length + me.vetoes.length + me.wedges.length === 0 && me.staffCard === null;
  if (empty) return null;
  const text = (id: string): string => list((view.proposals[id]?.lines ?? []).map((line) => clause(line.clause)));
  return (
    <div className="pn-block">
      <h3 className="pn-subtitle">{t('craft.secrets.title')}</h3>
      <ul className="pn-bullets">
        {me.staffCard !== null && <li>{t('craft.secrets.staff', { value: num(me.staffCard) })} <CodexLink id="M15" /></li>}
        {me.cards.map((card) => <li key={card.id}><CardWords card={card} seat={me.seat} /></li>)}
        {learned.map((each, i) => <li key={i}><Learned each={each} view={view} /></li>)}
        {me.hidden.map((act) => <li key={`${act.action}${act.round}`}>{t(`craft.secrets.${act.open}`, { action: action(act.action), round: num(act.round) })}</li>)}
        {me.wedges.map((wedge) => <li key={`w${wedge.round}`}>{t(`craft.secrets.wedge.${wedge.state}`, { round: num(wedge.round), clause: clause(wedge.gift) })} <CodexLink id="M11" /></li>)}
        {me.vetoes.map((id) => <li key={`v${id}`}>{t('craft.secrets.veto', { clauses: text(id) })} <CodexLink id="M21" /></li>)}
      </ul>
    </div>
  );
}

function Learned({ each, view }: { readonly each: Knowledge; readonly view: View }) {
  const { t, clause, seat, num, names, list } = useSpeech();
  const round = each.round < view.table.round && <span className="pn-note"> {t('ledger.inRound', { round: num(each.round) })}</span>;
  switch (each.kind) {
    case 'pair': return <>{t('craft.secrets.pair', { seats: names(each.pair.split('-')), value: num(view.trust[each.pair]?.exact ?? 0) })}</>;
    case 'channel': return <>{t(each.found ? 'craft.secrets.channel' : 'craft.secrets.noChannel', { seat: seat(each.seat) })}{round}</>;
    case 'covert': {
      const found = each.found.flatMap((id) => { const promise = view.commitments[id]; return promise ? [clause(promise.clause)] : []; });
      return <>{t(each.found.length > 0 ? 'craft.secrets.covert' : 'craft.secrets.noCovert', { seat: seat(each.seat) })}{found.length > 0 && ` ${list([...new Set(found)])}.`}{round}</>;
    }
    case 'notes': return <>{t(each.found ? 'craft.notes.found' : 'craft.notes.nothing', { seat: seat(each.with) })}{round}</>;
    default: return each satisfies never;
  }
}
