/** The projector during a guided reveal: the step of the desk, at one table or at all of them side by side. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { reached, UNVEILING, type RevealStep } from '@concert/shared/protocol/seminar';
import { Waiting } from '../../frame/Waiting.tsx';
import { seeReport } from '../../net/classes.ts';
import { useScenario } from '../../store/gameStore.ts';
import { useLoad } from '../../store/useLoad.ts';
import { ClassChart } from './ClassChart.tsx';
import { ClassPar, ClassScatter, ClassWorth, endedOf } from './ClassOutcomes.tsx';
import { Outcome, TableStep } from './sections.tsx';
import { StepHead } from './StepHead.tsx';
import { useMeasures } from './useMeasures.ts';
import { sealedView, useTables, type ReportTable } from './useTables.ts';
import './report.css';

const TOGETHER: readonly RevealStep[] = ['outcome', 'interests', 'frontier'];

/** What observers wrote stays at the desk: on the wall nobody has chosen it yet. */
const withoutNotes = (table: ReportTable): ReportTable => ({ ...table, notes: [] });

export default function Board({ code, token, step, at }: { readonly code: string; readonly token: string; readonly step: RevealStep; /** A table, or null for all of them. */ readonly at: string | null }) {
  const { t } = useTranslation('seminar');
  const { answer } = useLoad(useCallback(() => seeReport(location.origin, code, token), [code, token]));
  const report = useMemo(() => (answer?.ok ? answer.value : null), [answer]);
  const tables = useTables(report, token);
  const made = useMeasures(tables);
  const seats = useScenario()?.seats.map(({ id }) => id) ?? [];
  if (!tables) return <Waiting />;
  const ended = endedOf(tables);
  const shown = at === null ? ended : ended.filter((table) => table.code === at);
  const open = reached(step, UNVEILING);
  /** All tables on one picture, where there is one for this step. */
  const whole = at === null && ended.length > 1 && TOGETHER.includes(step);
  return (
    <div className="report-board">
      <StepHead step={step} />
      {whole && step === 'outcome' && <div className="report-tiers">{ended.map((table) => <section key={table.code} className="sheet card"><h3>{t('table', { n: table.n })}</h3><Outcome view={open || !table.reel ? table.view : sealedView(table.reel)} /></section>)}</div>}
      {whole && <section className="sheet card">{step === 'outcome' ? <><ClassScatter tables={tables} /><ClassChart tables={tables} of="W" /></> : step === 'interests' ? <ClassPar tables={tables} seats={seats} /> : <ClassWorth tables={tables} made={made} />}</section>}
      {whole && step !== 'outcome' && <p className="hint">{t('guide.oneTable')}</p>}
      {shown.length === 0 && <p className="empty">{t('report.noTables')}</p>}
      {!whole && shown.map((table) => <section key={table.code} className="report-step">{ended.length > 1 && <h2>{t('table', { n: table.n })}: {t(`ui:tier.${table.view.ending?.tier ?? ''}`)}</h2>}<TableStep step={step} view={open || !table.reel ? table.view : sealedView(table.reel)} seats={seats} table={open ? withoutNotes(table) : null} measures={made[table.code]} /></section>)}
    </div>
  );
}
