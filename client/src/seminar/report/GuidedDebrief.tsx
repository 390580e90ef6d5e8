/** The debrief of one's own table while the class is led through it: the step the desk has come to, and nothing beyond. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@concert/shared';
import { reached, UNVEILING, type RevealStep } from '@concert/shared/protocol/seminar';
import { seeReport } from '../../net/classes.ts';
import { useLoad } from '../../store/useLoad.ts';
import type { Guide } from '../useGuide.ts';
import { TableStep } from './sections.tsx';
import { StepHead } from './StepHead.tsx';
import { useMeasures } from './useMeasures.ts';
import { useTables } from './useTables.ts';
import '../seminar.css';
import './report.css';

export default function GuidedDebrief({ guide, code, view, seats }: { readonly guide: Guide | null; readonly code: string; readonly view: View; readonly seats: readonly string[] }) {
  const { t } = useTranslation('seminar');
  if (guide?.stage !== 'reveal' || guide.step === null) return <section className="sheet card"><h2>{t('guide.wait')}</h2><p>{t('guide.wait.help')}</p></section>;
  return (
    <div className="report-guided" aria-live="polite">
      <StepHead step={guide.step} />
      {reached(guide.step, UNVEILING) ? <Opened guide={guide} step={guide.step} code={code} view={view} seats={seats} /> : <TableStep step={guide.step} view={view} seats={seats} table={null} measures={undefined} />}
    </div>
  );
}

/** From the unveiling on the recording may be read: what is shown is made from it. */
function Opened({ guide: { group, token }, step, code, view, seats }: { readonly guide: Guide; readonly step: RevealStep; readonly code: string; readonly view: View; readonly seats: readonly string[] }) {
  // What people felt comes with a later step: the report is asked for again there.
  const felt = reached(step, 'promises');
  const ask = useCallback((_late: boolean) => seeReport(location.origin, group, token), [group, token]);
  const { answer } = useLoad(useMemo(() => () => ask(felt), [ask, felt]));
  const report = useMemo(() => (answer?.ok ? { ...answer.value, tables: answer.value.tables.filter((table) => table.code === code) } : null), [answer, code]);
  const tables = useTables(report, token);
  const made = useMeasures(tables);
  const { t } = useTranslation('seminar');
  const table = tables?.[0] ?? null;
  // Where private talk stays private the recording, and all that is made from it, is the desk's alone.
  if (tables && !table?.reel && step !== UNVEILING) return <section className="sheet card"><p>{t('guide.onProjector')}</p></section>;
  return <TableStep step={step} view={table?.view ?? view} seats={seats} table={table} measures={made[code]} />;
}
