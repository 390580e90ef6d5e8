/** What each step of the debrief shows of one table; the report is all of them after one another. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealStep } from '@concert/shared/protocol/seminar';
import type { View } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';
import { useSentence } from '../../i18n/sentence.ts';
import { CourseChart } from '../../screens/debrief/CourseChart.tsx';
import { LedgerSummary } from '../../screens/debrief/LedgerSummary.tsx';
import { Missed, Rankings } from '../../screens/debrief/Rankings.tsx';
import { Scores } from '../../screens/debrief/Scores.tsx';
import { Unveiled } from '../../screens/debrief/Unveiled.tsx';
import { Wall } from '../../screens/debrief/Wall.tsx';
import { Clauses } from './Clauses.tsx';
import { Concessions } from './Concessions.tsx';
import { Frontier } from './Frontier.tsx';
import { Interests } from './Interests.tsx';
import type { Measures } from './measures.ts';
import { Cooperation, Trust } from './Pairs.tsx';
import { Observed } from './Observed.tsx';
import { Part } from './Part.tsx';
import { Participation } from './Participation.tsx';
import { Promises } from './Promises.tsx';
import { Questions, Tags } from './Lessons.tsx';
import { SurveyResults } from './SurveyResults.tsx';
import { Talk } from './Talk.tsx';
import { Texts } from './Texts.tsx';
import { Timeline } from './Timeline.tsx';
import { Turns } from './Turns.tsx';
import type { ReportTable } from './useTables.ts';

/** How it ended and why, in the words everybody may hear first. */
export function Outcome({ view }: { readonly view: View }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  if (!view.ending) return null;
  return <div className="report-outcome"><p className="report-tier">{t(`ui:tier.${view.ending.tier}`)}</p><p>{t(`ui:tier.${view.ending.tier}.means`)}</p><ul className="facts">{view.ending.reasons.map((term, at) => <li key={at}>{say.term(term.code, { value: term.value, ...term.params })}</li>)}</ul></div>;
}

interface StepProps { readonly step: RevealStep; readonly view: View; readonly seats: readonly string[]; readonly table: ReportTable | null; readonly measures: Measures | 'failed' | undefined; /** Whether members are shown by name; seats alone otherwise. */ readonly named?: boolean }

/** One step for one table. Before the unveiling the view is all there is; after it the recording and its measures. */
export function TableStep({ step, view, seats, table, measures, named = false }: StepProps) {
  const { t } = useTranslation('seminar');
  const reel: Reel | null = table?.reel ?? null;
  const { ending } = view;
  if (!ending) return <p className="empty">{t('report.notEnded')}</p>;
  /** What needs the measures waits for them. */
  const with_ = (part: (measures: Measures) => ReactNode): ReactNode => (measures === undefined ? <p className="empty" role="status">{t('report.making')}</p> : measures === 'failed' ? <p className="empty">{t('report.failed')}</p> : part(measures));
  switch (step) {
    case 'outcome':
      return <><Part title={t('ui:debrief.why')}><Outcome view={view} /></Part><Part title={t('ui:course.title')}><CourseChart view={view} /></Part>{reel && !ending.sealed && <Part title={t('report.timeline.title')}><Timeline reel={reel} /></Part>}</>;
    case 'texts':
      return <><Part title={t('report.clauses.title')} help={t('report.clauses.help')}><Clauses view={view} reel={ending.sealed ? null : reel} /></Part>{reel && !ending.sealed && <Part title={t('report.texts')}><details><summary>{t('report.texts.all', { count: Object.keys(view.proposals).length })}</summary><Texts reel={reel} /></details></Part>}</>;
    case 'interests':
      return <>{reel && <Part title={t('report.interests.title')}>{with_((own) => <Interests measures={own} reel={reel} />)}</Part>}<Part title={t('ui:scores.title')} help={t('ui:scores.help')}><Scores ending={ending} mine={null} /></Part><Part title={t('ui:rank.title')}><Rankings ending={ending} mine={null} /><Missed view={view} ending={ending} /></Part><Part title={t('ui:wall.title')}><Wall view={view} seats={seats} /></Part><Part title={t('ui:unveil.title')}><div className="unveil"><Unveiled view={view} ending={ending} seats={seats} /></div></Part></>;
    case 'frontier':
      return <><Part title={t('report.frontier.title')}>{with_((own) => <Frontier measures={own} />)}</Part><Part title={t('report.offers.title')} help={t('report.offers.help')}>{with_((own) => <Concessions measures={own} />)}</Part></>;
    case 'promises':
      return <><Part title={t('report.promises.title')} help={t('report.promises.help')}><LedgerSummary view={view} seats={seats} />{with_((own) => <Promises measures={own} />)}</Part>{table && <Part title={t('survey.title')}>{with_((own) => <SurveyResults table={table} measures={own} />)}</Part>}{reel && <Part title={t('report.trust.title')} help={t('report.trust.help')}>{with_((own) => <Trust measures={own} reel={reel} />)}</Part>}</>;
    case 'talk':
      return <><Part title={t('report.talk')} help={t('report.talk.help')}>{with_((own) => <Talk measures={own} />)}</Part><Part title={t('report.pairs.title')} help={t('report.pairs.help')}>{with_((own) => <Cooperation measures={own} />)}</Part><Part title={t('report.part.title')} help={t('report.part.help')}>{with_((own) => <Participation measures={own} people={named ? table?.people ?? [] : []} />)}</Part>{table && reel && table.notes.length > 0 && <Part title={t('report.notes.title')} help={t('report.notes.help')}><Observed notes={table.notes} reel={reel} named={named} /></Part>}</>;
    case 'turns':
      return <>{reel && <Part title={t('report.turns.title')} help={t('report.turns.help')}>{with_((own) => <Turns measures={own} reel={reel} />)}</Part>}{reel && <Part title={t('report.tags.title')} help={t('report.tags.help')}>{with_((own) => <Tags measures={own} reel={reel} />)}</Part>}</>;
    case 'questions':
      return reel ? <Part title={t('report.questions.title')} help={t('report.questions.help')}>{with_((own) => <Questions measures={own} reel={reel} />)}</Part> : <p className="empty">{t('report.making')}</p>;
    default:
      return step satisfies never;
  }
}
