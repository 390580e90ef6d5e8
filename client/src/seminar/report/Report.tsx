/** The report of a class: all tables side by side, then each one: how it ended, course, texts and promises, talk, survey; to read, project or print. */
import { Printer } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClassReport } from '@concert/shared/protocol/seminar';
import { Waiting } from '../../frame/Waiting.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import { seeReport } from '../../net/classes.ts';
import { CourseChart } from '../../screens/debrief/CourseChart.tsx';
import { LedgerSummary } from '../../screens/debrief/LedgerSummary.tsx';
import { Missed, Rankings } from '../../screens/debrief/Rankings.tsx';
import { Scores } from '../../screens/debrief/Scores.tsx';
import { Unveiled } from '../../screens/debrief/Unveiled.tsx';
import { Wall } from '../../screens/debrief/Wall.tsx';
import { Page } from '../../screens/Page.tsx';
import { useScenario } from '../../store/gameStore.ts';
import { useLoad } from '../../store/useLoad.ts';
import { deskToken, placeToken } from '../keys.ts';
import { ClassChart } from './ClassChart.tsx';
import { SurveyResults } from './SurveyResults.tsx';
import { Talk } from './Talk.tsx';
import { Texts } from './Texts.tsx';
import { useTables, type ReportTable } from './useTables.ts';
import '../seminar.css';

export default function Report({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const token = deskToken(code) ?? placeToken(code) ?? '';
  const { answer } = useLoad(useCallback(() => seeReport(location.origin, code, token), [code, token]));
  const report: ClassReport | null = useMemo(() => (answer?.ok ? answer.value : null), [answer]);
  const tables = useTables(report, token);
  const scenario = useScenario();
  if (answer && !answer.ok) return <Page title={t('report.title')}><section className="sheet card narrow"><h1>{t('report.title')}</h1><p>{answer.code === 'unauthorised' ? t('report.notYet') : say.refusal(answer.code, { match: code, ...answer.params })}</p><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section></Page>;
  if (!report || !tables) return <Page title={t('report.title')}><Waiting /></Page>;
  const seats = scenario?.seats.map(({ id }) => id) ?? [];
  const ended = tables.filter((table) => table.view);
  return (
    <Page title={`${t('report.title')} ${report.title}`}>
      <div className="seminar-report">
        <header className="stack"><p className="eyebrow">{t('report.eyebrow')} · <span className="code">{code}</span></p><h1>{report.title || t('report.title')}</h1>
          <p className="row no-print"><Button className="btn" onPress={() => print()}><Printer size={16} aria-hidden="true" />{t('report.print')}</Button>{tables.map((table) => <a key={table.code} className="btn" href={`#table-${table.n}`}>{t('table', { n: table.n })}</a>)}</p></header>
        <section className="sheet card"><h2>{t('report.all')}</h2>
          <div className="scroll-x"><table className="plain"><thead><tr><th scope="col">{t('report.tableHead')}</th><th scope="col">{t('report.ending')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}</tr></thead>
            <tbody>{tables.map((table) => <tr key={table.code}><th scope="row">{t('table', { n: table.n })}</th><td>{table.view?.ending ? t(`ui:tier.${table.view.ending.tier}`) : t('report.notEnded')}</td>{seats.map((seat) => { const score = table.view?.ending?.scores.find((each) => each.seat === seat); return <td key={seat} className="num" data-good={score?.beatPar || undefined}>{score?.score ?? ''}</td>; })}</tr>)}</tbody></table></div>
          {ended.length > 0 && <><ClassChart tables={tables} of="CON" /><ClassChart tables={tables} of="W" /></>}
        </section>
        {tables.map((table) => <TableReport key={table.code} table={table} seats={seats} />)}
      </div>
    </Page>
  );
}

function TableReport({ table, seats }: { readonly table: ReportTable; readonly seats: readonly string[] }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const { view, reel } = table;
  if (!view?.ending || !reel) return <section id={`table-${table.n}`} className="sheet card"><h2>{t('table', { n: table.n })}</h2><p className="empty">{t('report.notEnded')}</p></section>;
  const { ending } = view;
  return (
    <section id={`table-${table.n}`} className="seminar-table-report">
      <h2>{t('table', { n: table.n })}: {t(`ui:tier.${ending.tier}`)}</h2>
      <p>{t(`ui:tier.${ending.tier}.means`)}</p>
      <ul className="facts">{ending.reasons.map((term, at) => <li key={at}>{say.term(term.code, { value: term.value, ...term.params })}</li>)}</ul>
      <p className="row no-print"><Link className="btn" href={`/r/${table.code}`}>{t('report.replay')}</Link></p>
      <section className="sheet card"><h3>{t('ui:scores.title')}</h3><Scores ending={ending} mine={null} /></section>
      <section className="sheet card"><h3>{t('ui:course.title')}</h3><CourseChart view={view} /></section>
      <section className="sheet card"><h3>{t('ui:rank.title')}</h3><Rankings ending={ending} mine={null} /><Missed view={view} ending={ending} /></section>
      <section className="sheet card"><h3>{t('report.texts')}</h3><Texts reel={reel} /></section>
      <section className="sheet card"><h3>{t('ui:ledger.title')}</h3><LedgerSummary view={view} seats={seats} /></section>
      <section className="sheet card"><h3>{t('ui:wall.title')}</h3><Wall view={view} seats={seats} /></section>
      <section className="sheet card"><h3>{t('report.talk')}</h3><p className="hint">{t('report.talk.help')}</p><Talk messages={reel.stateAt(reel.length - 1).messages} seats={seats} /></section>
      <section className="sheet card"><h3>{t('survey.title')}</h3><SurveyResults table={table} seats={seats} /></section>
      <section className="sheet card"><h3>{t('ui:unveil.title')}</h3><div className="unveil"><Unveiled view={view} ending={ending} seats={seats} /></div></section>
    </section>
  );
}
