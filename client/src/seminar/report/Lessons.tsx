/** What the match stands for: concepts with their evidence, and questions made from what happened. */
import { useTranslation } from 'react-i18next';
import { QUESTION_KINDS } from '@concert/shared/debrief/questions/questions';
import type { Reel } from '@concert/shared/recording/index';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useLater } from '../../i18n/useLater.ts';
import { capitalised, namesIn, type Params, type Translate } from '../../i18n/sentence.ts';
import type { Measures } from './measures.ts';
import { ToMoment } from './Part.tsx';

/** A sentence of the debrief, with names for ids. */
function useLesson(): (key: string, params?: Params) => string {
  const { t, i18n } = useTranslation('debrief');
  const translate = t as unknown as Translate;
  return (key, params = {}) => capitalised(translate(key, namesIn(translate, i18n.language, params)));
}
/** Concepts of the essay have an entry of the codex. */
const inCodex = (code: string): boolean => /^M\d\d$/.test(code);

export function Tags({ measures: { concepts }, reel }: { readonly measures: Measures; readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const say = useLesson();
  const worded = useLater('debrief');
  if (concepts.length === 0) return <p className="empty">{t('report.tags.none')}</p>;
  if (!worded) return <p className="empty">{t('report.making')}</p>;
  return (
    <div className="stack">{[...Map.groupBy(concepts, ({ school }) => school)].map(([school, own]) => (
      <section key={school} className="stack"><h4>{say(`school.${school}`)}</h4>
        <ul className="report-concepts">{own.map((concept) => (
          <li key={concept.code}><h5>{say(`concept.${concept.code}.name`)} {inCodex(concept.code) && <CodexLink id={concept.code} />}</h5><p className="hint">{say(`concept.${concept.code}.means`)}</p>
            <ul className="facts">{concept.evidence.map((each, i) => <li key={i}>{say(`evidence.${each.code}`, each.params)} <ToMoment match={reel.opened.header.match} at={reel.steps[each.step]} /></li>)}</ul>
            {concept.places > concept.evidence.length && <p className="hint">{t('report.tags.more', { count: concept.places - concept.evidence.length })}</p>}</li>
        ))}</ul></section>
    ))}</div>
  );
}

export function Questions({ measures: { questions }, reel }: { readonly measures: Measures; readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const say = useLesson();
  const worded = useLater('debrief');
  if (questions.length === 0) return <p className="empty">{t('report.questions.none')}</p>;
  if (!worded) return <p className="empty">{t('report.making')}</p>;
  return (
    <div className="stack report-questions">{QUESTION_KINDS.filter((kind) => questions.some((each) => each.kind === kind)).map((kind) => (
      <section key={kind} className="stack"><h4>{say(`question.kind.${kind}`)}</h4>
        <ul>{questions.filter((each) => each.kind === kind).map((each, i) => <li key={i}><p>{say(`question.${each.code}`, each.params)} <ToMoment match={reel.opened.header.match} at={reel.steps[each.place.step]} /></p>{each.concept && <p className="hint">{say(`concept.${each.concept}.name`)} {inCodex(each.concept) && <CodexLink id={each.concept} />}</p>}</li>)}</ul></section>
    ))}</div>
  );
}
