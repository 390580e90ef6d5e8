/** Where a launch from a learning platform arrives: on to the desk or the table, the choice of a class, or what went wrong and what to do. */
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { LtiChosen, LtiEntry } from '@concert/shared/protocol/lti';
import { Waiting } from '../../frame/Waiting.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import type { Answer, Refused } from '../../net/answer.ts';
import { chooseClass, enterLti } from '../../net/lti.ts';
import { Page } from '../../screens/Page.tsx';
import { deskToken, keepDesk, keepPlace, places } from '../keys.ts';
import { Choose, SendBack } from './Choose.tsx';
import { keepChoice, pendingChoice, type Choice } from './pending.ts';
import '../seminar.css';

/** A ticket is good for one use: asked once, however often the page is drawn. */
const asked = new Map<string, Promise<Answer<LtiEntry>>>();
const enterOnce = (ticket: string): Promise<Answer<LtiEntry>> => {
  let answer = asked.get(ticket);
  if (!answer) asked.set(ticket, (answer = enterLti(location.origin, ticket, places())));
  return answer;
};
const framed = (): boolean => window.self !== window.top;

export default function LtiPage() {
  const { t } = useTranslation('lti');
  const say = useSentence();
  const [, go] = useLocation();
  const [query] = useState(() => new URLSearchParams(location.search));
  const [ticket] = useState(() => location.hash.slice(1));
  // A class deserves a window; the choice for a deep link must stay where the platform has put it.
  const [here, setHere] = useState(() => !framed() || query.has('deep') || query.has('class'));
  const [opened, setOpened] = useState(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [back, setBack] = useState<LtiChosen['back']>(null);
  const [problem, setProblem] = useState<Pick<Refused, 'code' | 'params'> | null>(null);

  const finish = useCallback((chosen: Answer<LtiChosen>): void => {
    if (!chosen.ok) return setProblem(chosen);
    keepDesk(chosen.value.code, chosen.value.token);
    keepChoice(null);
    if (chosen.value.back) setBack(chosen.value.back);
    else go(`/class/${chosen.value.code}/desk`, { replace: true });
  }, [go]);

  useEffect(() => {
    if (!here || problem) return;
    const made = query.get('class');
    const pending = pendingChoice();
    if (made !== null && pending) {
      void chooseClass(location.origin, pending.secret, { class: made, desk: deskToken(made) ?? '' }).then(finish);
      return;
    }
    if (ticket === '') { if (pending) setChoice(pending); else setProblem({ code: 'lti-expired', params: {} }); return; }
    void enterOnce(ticket).then((entry) => {
      if (!entry.ok) return setProblem(entry);
      history.replaceState(null, '', '/lti');
      const { value } = entry;
      if (value.kind === 'desk') { keepDesk(value.code, value.token); go(`/class/${value.code}/desk`, { replace: true }); }
      else if (value.kind === 'place') { keepPlace(value.code, value.token); go(`/class/${value.code}`, { replace: true }); }
      else { keepChoice(value); setChoice(value); }
    });
  }, [here, problem, query, ticket, finish, go]);

  if (problem) return <Page title={t('problem.title')}><section className="sheet card narrow"><h1>{t('problem.title')}</h1><p role="alert">{say.refusal(problem.code, problem.params)}</p><p><Link className="btn" href="/">{t('ui:backHome')}</Link></p></section></Page>;
  if (back) return <Page title={t('back.title')}><SendBack back={back} /></Page>;
  if (!here) {
    return (
      <Page title={t('launch.title')}>
        <section className="sheet card narrow"><h1>{t('frame.title')}</h1>
          {opened
            ? <p role="status">{t('frame.opened')}</p>
            : <><p>{t('frame.help')}</p><p className="row"><Button className="btn btn-main" onPress={() => { window.open(location.href, '_blank'); setOpened(true); }}>{t('launch.window')}</Button><Button className="btn" onPress={() => setHere(true)}>{t('frame.here')}</Button></p></>}
        </section>
      </Page>
    );
  }
  if (choice) return <Page title={t('choose.title')}><Choose choice={choice} onChosen={finish} /></Page>;
  return <Page title={t('launch.title')}><Waiting /></Page>;
}
