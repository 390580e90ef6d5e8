/** The desk's line to the learning platform: names of the course into the roster, points of the instructor's choice into its gradebook, a result for each person. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LtiCourse, LtiRoster } from '@concert/shared/protocol/lti';
import { useSentence } from '../../i18n/sentence.ts';
import { pullRoster, seeCourse, sendGrades } from '../../net/lti.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { deskToken } from '../keys.ts';
import type { DeskOverview } from '../overview.ts';
import { pointsOf, RULES, scoreOf, type Rule } from './points.ts';

/** People in one request. */
const AT_ONCE = 30;

/** The course of this class; null while it is not known or the class has none. */
export function useCourse(code: string): { readonly course: LtiCourse | null; readonly again: () => void } {
  const [course, setCourse] = useState<LtiCourse | null>(null);
  const again = useCallback(() => { void seeCourse(location.origin, code, deskToken(code) ?? '').then((answer) => { if (answer.ok) setCourse(answer.value); }); }, [code]);
  useEffect(again, [again]);
  return { course, again };
}

export function CoursePanel({ course, overview, again }: { readonly course: LtiCourse; readonly overview: DeskOverview; readonly again: () => void }) {
  const { t } = useTranslation('lti');
  const [pulled, setPulled] = useState<LtiRoster | null>(null);
  const [busy, setBusy] = useState(false);
  const pull = async (): Promise<void> => {
    setBusy(true);
    const done = await pullRoster(location.origin, overview.code, deskToken(overview.code) ?? '');
    setBusy(false);
    if (!done.ok) return tellRefusal(done);
    setPulled(done.value);
    again();
  };
  return (
    <div className="stack">
      <p>{t('course.of', { course: course.course, platform: course.platform })}</p>
      <section className="stack" aria-labelledby="course-roster"><h2 id="course-roster">{t('roster.title')}</h2>
        <p className="row"><Button className="btn" isDisabled={busy || !course.roster} onPress={() => void pull()}>{t('roster.pull')}</Button>
          <span className="hint" role="status">{!course.roster ? t('roster.none') : pulled && `${t('roster.added', { count: pulled.added })} ${t('roster.known', { count: pulled.known })}`}</span></p>
        {pulled?.full === true && <p className="problem">{t('roster.full')}</p>}
        {pulled && pulled.left.length > 0 && <p className="hint">{t('roster.left', { names: pulled.left.join(', ') })}</p>}
      </section>
      <Grades course={course} overview={overview} />
    </div>
  );
}

function Grades({ course, overview }: { readonly course: LtiCourse; readonly overview: DeskOverview }) {
  const { t } = useTranslation('lti');
  const say = useSentence();
  const [rule, setRule] = useState<Rule>('part');
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [results, setResults] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const known = useMemo(() => new Set(course.people), [course]);
  const people = overview.people.filter((person) => known.has(person.id)).sort((a, b) => a.name.localeCompare(b.name));
  const others = overview.people.length - people.length;
  const pointsFor = (person: (typeof people)[number]): string => own[person.id] ?? String(pointsOf(rule, person, overview) ?? '');
  const grades = people.flatMap((person) => {
    const text = pointsFor(person).trim();
    const points = Number(text);
    const result = scoreOf(person, overview);
    return text === '' || !(points >= 0 && points <= 100) ? [] : [{ person: person.id, points, ...(result && person.seat !== null ? { comment: t('grades.comment', { seat: t(`scenario:seat.${person.seat}.name`), score: result.score, par: result.par }).slice(0, 200) } : {}) }];
  });
  const arrived = Object.values(results).filter((code) => code === '').length;
  const send = async (): Promise<void> => {
    setBusy(true);
    for (let i = 0; i < grades.length; i += AT_ONCE) {
      const done = await sendGrades(location.origin, overview.code, deskToken(overview.code) ?? '', grades.slice(i, i + AT_ONCE));
      if (!done.ok) { tellRefusal(done); break; }
      setResults((before) => ({ ...before, ...Object.fromEntries(done.value.results.map(({ person, code }) => [person, code ?? ''])) }));
    }
    setBusy(false);
  };
  return (
    <section className="stack" aria-labelledby="course-grades"><h2 id="course-grades">{t('grades.title')}</h2>
      {!course.grades ? <p className="hint">{t('grades.none')}</p> : (
        <>
          <p className="hint">{t('grades.help')}</p>
          <label className="field seminar-rule"><span className="field-label">{t('grades.rule')}</span><select className="input" value={rule} onChange={(event) => { setRule(event.target.value as Rule); setOwn({}); }}>{RULES.map((id) => <option key={id} value={id}>{t(`grades.rule.${id}`)}</option>)}</select></label>
          <div className="scroll-x" tabIndex={0} role="region" aria-label={t('grades.title')}>
            <table className="plain seminar-grades">
              <thead><tr><th scope="col">{t('seminar:people.name')}</th><th scope="col">{t('seminar:people.place')}</th><th scope="col" className="num">{t('grades.points')}</th><th scope="col">{t('grades.result')}</th></tr></thead>
              <tbody>{people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th><td>{person.seat === null ? t('seminar:people.noPlace') : t(`scenario:seat.${person.seat}.name`)}</td>
                  <td className="num"><input className="input seminar-number" type="number" min={0} max={100} step="any" aria-label={t('grades.pointsOf', { name: person.name })} value={pointsFor(person)} onChange={(event) => setOwn({ ...own, [person.id]: event.target.value })} /></td>
                  <td aria-live="polite">{results[person.id] === undefined ? '' : results[person.id] === '' ? t('grades.sent') : say.refusal(results[person.id] ?? '', { platform: course.platform })}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          {others > 0 && <p className="hint">{t('grades.others', { count: others })}</p>}
          <p className="row"><Button className="btn btn-main" isDisabled={busy || grades.length === 0} onPress={() => void send()}>{busy ? t('grades.sending') : t('grades.send', { count: grades.length })}</Button><span className="hint" role="status">{arrived > 0 && t('grades.done', { count: arrived })}</span></p>
        </>
      )}
    </section>
  );
}
