/** After the last round: how it ended and why, both crowns, every score with its terms, the promises, the course of the match. */
import { Download, Film, RotateCcw, Table2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { SeatMark } from '../frame/SeatMark.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { recordingUrl } from '../net/api.ts';
import Channels from '../panels/Channels.tsx';
import { useGame } from '../store/gameStore.ts';
import { StageNote } from '../seminar/TableTools.tsx';
import { useGuide } from '../seminar/useGuide.ts';
import WrapUp from '../tutorial/WrapUp.tsx';
import { CourseChart } from './debrief/CourseChart.tsx';
import { LedgerSummary } from './debrief/LedgerSummary.tsx';
import { Missed, Rankings } from './debrief/Rankings.tsx';
import { Scores } from './debrief/Scores.tsx';
import { Unveiled } from './debrief/Unveiled.tsx';
import { Wall } from './debrief/Wall.tsx';
import { create, matchPath } from './home/enter.ts';
import { useName } from './home/useName.ts';
import { Page } from './Page.tsx';

const GuidedDebrief = lazy(() => import('../seminar/report/GuidedDebrief.tsx'));

export default function Debrief({ onLook }: { readonly onLook: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const [, go] = useLocation();
  const { view, scenario, you, lobby, code, recorded } = useGame((state) => state);
  const { nameOrDefault } = useName();
  const [busy, setBusy] = useState(false);
  const guide = useGuide();
  if (!view?.ending || !scenario) return null;
  const { ending } = view;
  const seats = scenario.seats.map(({ id }) => id);
  /** A class that is led through its debrief sees the step it has come to; what was secret has not left the server. */
  const led = ending.sealed || (!recorded && guide?.guided === true && guide.stage === 'reveal');
  const talk = ending.sealed ? 'debrief.talk.sealed' : 'debrief.talk';
  const inWar = ending.tier === 'war';
  const again = async (): Promise<void> => {
    setBusy(true);
    const alone = lobby ? [...lobby.seats.values()].filter((seat) => seat.holder === 'people').length <= 1 : true;
    const path = await create({ scenario: scenario.id, preset: (lobby?.preset ?? 'untimed') as 'untimed', private: true, name: you?.name ?? nameOrDefault, startNow: alone && !!you?.seat, ...(you?.seat ? { seat: you.seat } : {}) });
    setBusy(false);
    if (path) go(path === matchPath(code ?? '') ? '/' : path);
  };
  return (
    <Page title={t('debrief.title')}>
      <div className="debrief">
        <header className="outcome sheet" data-tier={ending.tier}>
          <div>
            <p className="eyebrow">{t('debrief.outcome')} · {t(`scenario:scenario.${scenario.id}.short`)} · {t('debrief.after', { count: ending.round })}</p>
            <h1>{t(`tier.${ending.tier}`)}</h1>
            <p className="outcome-means">{t(`tier.${ending.tier}.means`)}</p>
          </div>
          <div className="outcome-why">
            <h2 className="eyebrow">{t('debrief.why')}</h2>
            <ul className="facts">{ending.reasons.map((term, at) => <li key={at}>{say.term(term.code, { value: term.value, ...term.params })}</li>)}</ul>
          </div>
        </header>
        <StageNote guide={guide} />
        {led && <Suspense fallback={null}><GuidedDebrief guide={guide} code={code ?? ''} view={view} seats={seats} /></Suspense>}
        {!led && <>
        <WrapUp />
        <div className="crowns">
          <section className="sheet card crown" aria-labelledby="crown-1"><h2 id="crown-1">{t('crown.table')}</h2><p>{t(`crown.table.${ending.tier}`)}</p><p className="hint">{t('crown.table.help', { factor: (ending.factor / 10).toLocaleString() })}</p></section>
          <section className="sheet card crown" aria-labelledby="crown-2"><h2 id="crown-2">{t('crown.seat')}</h2>
            {ending.second.length > 0 ? <p className="row crown-seats">{ending.second.map((seat) => <SeatMark key={seat} seat={seat} />)}</p> : <p>{t('crown.nobody')}</p>}
            <p className="hint">{t('crown.seat.help')}</p>
          </section>
        </div>
        <section className="sheet card" aria-labelledby="scores-title"><h2 id="scores-title">{t('scores.title')}</h2><p className="hint">{t('scores.help')}</p><Scores ending={ending} mine={you?.seat ?? null} /></section>
        <section className="sheet card" aria-labelledby="rank-title"><h2 id="rank-title">{t(inWar ? 'rank.title.war' : 'rank.title')}</h2><Rankings ending={ending} mine={you?.seat ?? null} /><Missed view={view} ending={ending} /></section>
        <section className="sheet card" aria-labelledby="course-title"><h2 id="course-title">{t('course.title')}</h2><CourseChart view={view} /></section>
        <section className="sheet card" aria-labelledby="wall-title"><h2 id="wall-title">{t('wall.title')}</h2><Wall view={view} seats={seats} /></section>
        <section className="sheet card" aria-labelledby="unveil-title"><h2 id="unveil-title">{t('unveil.title')}</h2><p className="hint">{t('unveil.help')}</p><div className="unveil"><Unveiled view={view} ending={ending} seats={seats} /></div></section>
        <section className="sheet card" aria-labelledby="ledger-title"><h2 id="ledger-title">{t('ledger.title')}</h2><LedgerSummary view={view} seats={seats} /></section>
        </>}
        <section className="sheet card debrief-talk" aria-label={t(talk)}><p className="hint">{t(talk)}</p><Channels /></section>
        <nav className="debrief-acts no-print" aria-label={t('debrief.next')}>
          {!recorded && <Button className="btn btn-main" isDisabled={busy} onPress={() => void again()}><RotateCcw size={16} aria-hidden="true" />{t('debrief.again')}</Button>}
          {code && !led && <Link className="btn" href={`/r/${code}`}><Film size={16} aria-hidden="true" />{t('replay:debrief.watch')}</Link>}
          {code && !led && <a className="btn" href={recordingUrl(location.origin, code)} download><Download size={16} aria-hidden="true" />{t('debrief.recording')}</a>}
          <Button className="btn" onPress={onLook}><Table2 size={16} aria-hidden="true" />{t(recorded ? 'replay:debrief.back' : 'debrief.look')}</Button>
        </nav>
      </div>
    </Page>
  );
}
