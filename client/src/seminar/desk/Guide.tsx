/** The guided reveal at the desk: which step everybody is at, back and on, and at which table it is shown on the projector. */
import { useTranslation } from 'react-i18next';
import { REVEAL_STEPS, UNVEILING, reached, type DeskOrder } from '@concert/shared/protocol/seminar';
import type { DeskOverview } from '../overview.ts';

export function Guide({ overview, order }: { readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }) {
  const { t } = useTranslation('seminar');
  const { stage, step, stepTable, tables } = overview;
  if (!overview.guided || (stage !== 'survey' && stage !== 'reveal')) return null;
  const now = stage === 'reveal' && step !== null ? REVEAL_STEPS.indexOf(step) : -1;
  const go = (n: number): void => { const to = REVEAL_STEPS[n]; if (to) void order({ do: 'step', step: to, table: stepTable }); };
  const next = REVEAL_STEPS[now + 1];
  return (
    <section className="sheet card seminar-guide" aria-label={t('guide.title')}>
      <div className="row between"><h2>{t('guide.title')}</h2>
        <p className="row"><button type="button" className="btn" disabled={now <= 0} onClick={() => go(now - 1)}>{t('guide.back')}</button><button type="button" className="btn btn-main" disabled={!next} onClick={() => go(now + 1)}>{next ? t('guide.next', { step: t(`step.${next}`) }) : t('guide.last')}</button></p></div>
      <ol className="row">{REVEAL_STEPS.map((each, n) => <li key={each}><button type="button" className="btn" aria-current={n === now ? 'step' : undefined} onClick={() => go(n)}>{n + 1} {t(`step.${each}`)}</button></li>)}</ol>
      {now >= 0 && step && <p>{t(`step.${step}.ask`)}</p>}
      <p className="hint">{t(reached(step, UNVEILING) ? 'guide.open' : 'guide.sealed', { step: t(`step.${UNVEILING}`) })}</p>
      {tables.length > 1 && <label className="row">{t('guide.shown')}<select className="input" value={stepTable ?? ''} onChange={(event) => { if (step) void order({ do: 'step', step, table: event.target.value || null }); }} disabled={now < 0}><option value="">{t('guide.allTables')}</option>{tables.map((table) => <option key={table.code} value={table.code}>{t('table', { n: table.n })}</option>)}</select></label>}
    </section>
  );
}
