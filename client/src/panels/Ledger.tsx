/** The ledger: every promise at the table, by how it stands; nothing that was signed is forgotten. */
import { useState } from 'react';
import { useSeat, useView } from '../store/gameStore.ts';
import { CommitmentCard } from './ledger/CommitmentCard.tsx';
import { FILTERS, byState, select, together } from './ledger/select.ts';
import type { Filter } from './ledger/select.ts';
import { StateMark } from './ledger/StateMark.tsx';
import './panels.css';
import { Choice } from './parts/Choice.tsx';
import { Empty } from './parts/Empty.tsx';
import { useSpeech } from './speech.ts';

export default function Ledger() {
  const view = useView();
  const seat = useSeat();
  const { t, num } = useSpeech();
  const [asked, setAsked] = useState<Filter | null>(null);
  if (!view) return null;
  const all = Object.values(view.commitments);
  const pressing = select(all, 'due', seat).length;
  const filter = asked ?? (pressing > 0 ? 'due' : 'all');
  const rows = select(all, filter, seat);
  return (
    <section className="pn-panel" aria-labelledby="pn-ledger-title" data-coach="ledger">
      <h2 id="pn-ledger-title" className="pn-hidden">{t('ledger.title')}</h2>
      {seat && all.length > 0 && (
        <Choice compact hideLabel label={t('ledger.filter')} value={filter} onChange={(id) => setAsked(id as Filter)}
          options={FILTERS.map((id) => ({ id, title: <>{t(`ledger.filter.${id}`)} <span className="pn-count">{num(select(all, id, seat).length)}</span></> }))} />
      )}
      {rows.length === 0 && <Empty>{t(all.length === 0 ? 'ledger.empty' : 'ledger.emptyHere')}</Empty>}
      {byState(rows).map(({ state, rows: group }) => (
        <section key={state} className="pn-group">
          <h3 className="pn-subtitle"><StateMark state={state} /> {t(`state.${state}`)} <span className="pn-note">{num(group.length)}</span></h3>
          {together(group).map(({ first, givers }) => <CommitmentCard key={first.id} commitment={first} givers={givers} view={view} />)}
        </section>
      ))}
    </section>
  );
}
