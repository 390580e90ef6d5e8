/** The report of a class: all tables side by side, then each one step after step; to read, project, print, or keep as one file. */
import { FileDown, Printer } from 'lucide-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { Button, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { REVEAL_STEPS, type ClassReport } from '@concert/shared/protocol/seminar';
import { Waiting } from '../../frame/Waiting.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import { seeReport } from '../../net/classes.ts';
import { Page } from '../../screens/Page.tsx';
import { useScenario } from '../../store/gameStore.ts';
import { useLoad } from '../../store/useLoad.ts';
import { deskToken, placeToken } from '../keys.ts';
import { ClassChart } from './ClassChart.tsx';
import { ClassPar, ClassScatter, ClassWorth, endedOf } from './ClassOutcomes.tsx';
import { offlineReport, saveFile } from './offline.ts';
import { TableStep } from './sections.tsx';
import { useMeasures, type Made } from './useMeasures.ts';
import { useTables, type ReportTable } from './useTables.ts';
import '../seminar.css';
import './report.css';

export default function Report({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const token = deskToken(code) ?? placeToken(code) ?? '';
  const { answer } = useLoad(useCallback(() => seeReport(location.origin, code, token), [code, token]));
  const report: ClassReport | null = useMemo(() => (answer?.ok ? answer.value : null), [answer]);
  const tables = useTables(report, token);
  const made = useMeasures(tables);
  const [named, setNamed] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const scenario = useScenario();
  const seats = useMemo(() => scenario?.seats.map(({ id }) => id) ?? [], [scenario]);
  if (answer && !answer.ok) return <Page title={t('report.title')}><section className="sheet card narrow"><h1>{t('report.title')}</h1><p>{answer.code === 'unauthorised' ? t('report.notYet') : say.refusal(answer.code, { match: code, ...answer.params })}</p><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section></Page>;
  if (!report || !tables) return <Page title={t('report.title')}><Waiting /></Page>;
  const ended = endedOf(tables);
  const waiting = ended.filter((table) => made[table.code] === undefined).length;
  const title = `${t('report.title')} ${report.title}`.trim();
  const keep = (): void => { if (sheet.current) saveFile(`${code}-report.html`, offlineReport(sheet.current, title), 'text/html'); };
  const print_ = (): void => { for (const fold of sheet.current?.querySelectorAll('details') ?? []) fold.open = true; print(); };
  return (
    <Page title={title}>
      <div className="seminar-report" ref={sheet}>
        <header className="stack"><p className="eyebrow">{t('report.eyebrow')} · <span className="code">{code}</span></p><h1>{report.title || t('report.title')}</h1>
          <p className="row no-print"><Button className="btn" onPress={print_}><Printer size={16} aria-hidden="true" />{t('report.print')}</Button><Button className="btn" isDisabled={waiting > 0} onPress={keep}><FileDown size={16} aria-hidden="true" />{t('report.offline')}</Button>{tables.map((table) => <a key={table.code} className="btn" href={`#table-${table.n}`}>{t('table', { n: table.n })}</a>)}{deskToken(code) !== null && <Switch className="switch" isSelected={named} onChange={setNamed}><span className="switch-track" aria-hidden="true" />{t('report.names')}</Switch>}</p>
          <p className="hint no-print" role="status">{waiting > 0 ? t('report.waiting', { count: waiting }) : t('report.ready')}</p></header>
        <section className="sheet card"><h2>{t('report.all')}</h2>
          {ended.length === 0 ? <p className="empty">{t('report.noTables')}</p> : <><ClassWorth tables={tables} made={made} /><ClassScatter tables={tables} /><ClassPar tables={tables} seats={seats} /><ClassChart tables={tables} of="CON" /><ClassChart tables={tables} of="W" /></>}
        </section>
        {tables.map((table) => <TableReport key={table.code} table={table} seats={seats} measures={made[table.code]} named={named} />)}
      </div>
    </Page>
  );
}

/** Drawn again only when its own measures come: the other tables stay as they are. */
const TableReport = memo(function TableReport({ table, seats, measures, named }: { readonly table: ReportTable; readonly seats: readonly string[]; readonly measures: Made[string] | undefined; readonly named: boolean }) {
  const { t } = useTranslation('seminar');
  const { view } = table;
  if (!view?.ending) return <section id={`table-${table.n}`} className="sheet card"><h2>{t('table', { n: table.n })}</h2><p className="empty">{t('report.notEnded')}</p></section>;
  return (
    <section id={`table-${table.n}`} className="seminar-table-report">
      <h2>{t('table', { n: table.n })}: {t(`ui:tier.${view.ending.tier}`)}</h2>
      <p className="row no-print report-ways"><Link className="btn" href={`/r/${table.code}`}>{t('report.replay')}</Link>{REVEAL_STEPS.map((step) => <a key={step} href={`#table-${table.n}-${step}`}>{t(`step.${step}`)}</a>)}</p>
      {REVEAL_STEPS.map((step) => <div key={step} id={`table-${table.n}-${step}`} className="report-step"><p className="eyebrow">{t(`step.${step}`)}</p><TableStep step={step} view={view} seats={seats} table={table} measures={measures} named={named} /></div>)}
    </section>
  );
});
