/** The front door: what this is, a match at one click, a match with others, and what runs already. */
import { BookOpen, Film } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getScenario } from '../net/api.ts';
import { DropZone } from '../replay/Drop.tsx';
import { useLoad } from '../store/useLoad.ts';
import { FIRST_SCENARIO } from './home/enter.ts';
import { HeroMap } from './home/HeroMap.tsx';
import { HostForm } from './home/HostForm.tsx';
import { JoinForm } from './home/JoinForm.tsx';
import { OpenMatches } from './home/OpenMatches.tsx';
import { PlayNow } from './home/PlayNow.tsx';
import { Page } from './Page.tsx';

export default function Home() {
  const { t } = useTranslation();
  const { answer, again } = useLoad(useCallback(() => getScenario(location.origin, FIRST_SCENARIO), []));
  const seats = answer?.ok ? answer.value.seats.map(({ id }) => id) : [];
  return (
    <Page title={t('brand')}>
      <DropZone />
      <div className="home">
        <div className="hero">
          <HeroMap />
          <div className="hero-words">
            <p className="eyebrow">{t('home.eyebrow')}</p>
            <h1 className="hero-title">{t('brand')}</h1>
            <p className="hero-lead">{t('home.lead')}</p>
            <p className="hero-lead">{t('home.thesis')}</p>
            <p className="row"><Link className="btn" href="/codex"><BookOpen size={17} aria-hidden="true" />{t('home.codex')}</Link> <Link className="btn" href="/library"><Film size={17} aria-hidden="true" />{t('replay:home.library')}</Link></p>
          </div>
          <PlayNow seats={seats} unreachable={answer?.ok === false} onAgain={again} />
        </div>
        <div className="home-rest">
          <section className="sheet card" aria-labelledby="host-title"><h2 id="host-title">{t('host.title')}</h2><p className="hint">{t('host.help')}</p><HostForm /></section>
          <div className="stack">
            <section className="sheet card" aria-labelledby="join-title"><h2 id="join-title">{t('join.title')}</h2><JoinForm /></section>
            <section className="sheet card" aria-labelledby="matches-title"><h2 id="matches-title">{t('matches.title')}</h2><OpenMatches /></section>
          </div>
        </div>
        <section className="sheet card home-class" aria-labelledby="class-title"><h2 id="class-title">{t('seminar:home.title')}</h2><p>{t('seminar:home.text')}</p><p><Link className="btn btn-main" href="/class/new">{t('seminar:home.open')}</Link></p></section>
        <footer className="home-foot"><p className="hint">{t('home.note')}</p></footer>
      </div>
    </Page>
  );
}
