/** The addresses of the game and the screen of each. */
import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { Waiting } from './frame/Waiting.tsx';
import { LANGUAGES } from './i18n/languages.ts';
import Home from './screens/Home.tsx';
import NotFound from './screens/NotFound.tsx';

const CodexPage = lazy(() => import('./codex/CodexPage.tsx'));
const ClassSetUp = lazy(() => import('./seminar/SetUp.tsx'));
const ClassDoor = lazy(() => import('./seminar/Door.tsx'));
const ClassDesk = lazy(() => import('./seminar/Desk.tsx'));
const ClassPack = lazy(() => import('./seminar/pack/PackPage.tsx'));
const ClassScreen = lazy(() => import('./seminar/Screen.tsx'));
const ClassReportPage = lazy(() => import('./seminar/report/Report.tsx'));
const LtiPage = lazy(() => import('./seminar/lti/LtiPage.tsx'));
const ClassMine = lazy(() => import('./seminar/Mine.tsx'));
const ClassHandover = lazy(() => import('./seminar/Handover.tsx'));
const ClassObserve = lazy(() => import('./seminar/Observe.tsx'));
const ClassSurvey = lazy(() => import('./seminar/Survey.tsx'));
const Library = lazy(() => import('./library/LibraryScreen.tsx'));
const ReplayScreen = lazy(() => import('./replay/ReplayScreen.tsx'));
const CompareScreen = lazy(() => import('./replay/compare/CompareScreen.tsx'));
const WatchDoor = lazy(() => import('./replay/watch/WatchDoor.tsx'));
const MatchScreen = lazy(() => import('./screens/MatchScreen.tsx'));

export function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={LANGUAGES.find(({ id }) => id === i18n.language)?.locale ?? 'en-GB'}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/"><Home /></Route>
          <Route path="/m/:code">{({ code }) => <MatchScreen key={code.toUpperCase()} code={code.toUpperCase()} />}</Route>
          <Route path="/class/new"><ClassSetUp /></Route>
          <Route path="/class/:code/desk">{({ code }) => <ClassDesk code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/pack">{({ code }) => <ClassPack code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/screen">{({ code }) => <ClassScreen code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/report">{({ code }) => <ClassReportPage code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/survey">{({ code }) => <ClassSurvey code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/mine">{({ code }) => <ClassMine code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/handover">{({ code }) => <ClassHandover code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code/observe">{({ code }) => <ClassObserve code={code.toUpperCase()} />}</Route>
          <Route path="/class/:code">{({ code }) => <ClassDoor key={code.toUpperCase()} code={code.toUpperCase()} />}</Route>
          <Route path="/lti"><LtiPage /></Route>
          <Route path="/library"><Library /></Route>
          <Route path="/r/:id">{({ id }) => <ReplayScreen id={decodeURIComponent(id)} />}</Route>
          <Route path="/compare"><CompareScreen pair={null} /></Route>
          <Route path="/compare/:pair">{({ pair }) => <CompareScreen pair={pair} />}</Route>
          <Route path="/w/:code">{({ code }) => <WatchDoor code={code.toUpperCase()} />}</Route>
          <Route path="/codex"><CodexPage /></Route>
          <Route><NotFound /></Route>
        </Switch>
      </Suspense>
    </I18nProvider>
  );
}
