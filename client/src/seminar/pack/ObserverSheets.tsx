/** A hand-out for somebody who watches: what to note in every round, who talks to whom, and what to bring to the debrief. */
import { useTranslation } from 'react-i18next';
import { PLANS } from '@concert/shared/protocol/seminar';
import { Lines, Sheet } from './Sheet.tsx';
import { usePack } from './packContext.ts';

const NOTES = ['lines', 'moves', 'texts', 'words', 'sides', 'turn'] as const;
const VIEWS = ['person', 'character', 'team', 'outside'] as const;
const ROUNDS_A_PAGE = 4;

export function ObserverSheets() {
  const { t } = useTranslation('pack');
  const { facts, plan } = usePack();
  const rounds = Array.from({ length: Math.min(PLANS[plan].rounds, facts.rounds) }, (_, i) => i + 1);
  const each = Math.ceil(rounds.length / Math.ceil(rounds.length / ROUNDS_A_PAGE));
  const pages = Array.from({ length: Math.ceil(rounds.length / each) }, (_, i) => rounds.slice(i * each, (i + 1) * each));
  return (
    <>
      {pages.map((some, page) => (
        <Sheet key={page} part="observer" title={t('observer.title')} lead={t('observer.lead')}>
          <p className="pack-fill">{t('observer.table')} <span /> {t('observer.name')} <span data-long /></p>
          <table className="pack-table pack-grid"><thead><tr><th scope="col">{t('schedule.phase')}</th>{some.map((round) => <th key={round} scope="col">{t('schedule.round', { round })}</th>)}</tr></thead>
            <tbody>{NOTES.map((note) => <tr key={note}><th scope="row">{t(`observer.${note}`)}<small>{t(`observer.${note}.help`)}</small></th>{some.map((round) => <td key={round} />)}</tr>)}</tbody></table>
        </Sheet>
      ))}
      <Sheet part="observer" title={t('observer.title2')} lead={t('observer.lead2')}>
        <table className="pack-table pack-matrix"><caption>{t('observer.matrix')}</caption>
          <thead><tr><th scope="col"><span className="sr">{t('observer.from')}</span></th>{facts.seats.map(({ id }) => <th key={id} scope="col">{t(`scenario:seat.${id}.code`)}</th>)}</tr></thead>
          <tbody>{facts.seats.map(({ id }) => <tr key={id}><th scope="row">{t(`scenario:seat.${id}.name`)}</th>{facts.seats.map((other) => <td key={other.id} data-none={other.id === id || undefined} />)}</tr>)}</tbody></table>
        <section><h3>{t('observer.debrief')}</h3><ol className="pack-ask">{VIEWS.map((view) => <li key={view}><strong>{t(`observer.view.${view}`)}</strong> {t(`observer.view.${view}.ask`)}<Lines count={3} /></li>)}</ol></section>
        <p className="pack-note">{t('observer.fair')}</p>
      </Sheet>
    </>
  );
}
