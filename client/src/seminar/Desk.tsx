/** The facilitator's desk: every table at a glance, what waits, and the acts of the desk for one, some or all of them. */
import { useState } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { Page } from '../screens/Page.tsx';
import { deskToken } from './keys.ts';
import { DataPanel } from './desk/DataPanel.tsx';
import { Keys } from './desk/Keys.tsx';
import { PauseControl } from './desk/PauseControl.tsx';
import { PassForm } from './desk/PassForm.tsx';
import { Inbox } from './desk/Inbox.tsx';
import { Injects } from './desk/Injects.tsx';
import { CoursePanel, useCourse } from './lti/CoursePanel.tsx';
import { People } from './desk/People.tsx';
import { Stages } from './desk/Stages.tsx';
import { TableCard } from './desk/TableCard.tsx';
import { Watch } from './desk/Watch.tsx';
import { useDesk } from './useDesk.ts';
import '../styles/table.css';
import './seminar.css';

export default function Desk({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const { overview, refused, order } = useDesk(code);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { course, again } = useCourse(code);
  if (deskToken(code) === null || refused?.code === 'unauthorised') {
    return <Page title={t('desk.title')}><section className="sheet card narrow"><h1>{t('desk.notYours')}</h1><p>{t('desk.notYours.help')}</p><PassForm code={code} /><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section></Page>;
  }
  if (!overview) return <Page title={t('desk.title')}>{refused ? <section className="sheet card narrow"><h1>{t('desk.title')}</h1><p>{say.refusal(refused.code, refused.params)}</p></section> : <Waiting />}</Page>;
  const { tables, people, inbox } = overview;
  const target = chosen.length > 0 ? chosen.filter((table) => tables.some((each) => each.code === table)) : tables.map((table) => table.code);
  const running = tables.filter((table) => target.includes(table.code) && table.status === 'running').map((table) => table.code);
  const waiting = tables.filter((table) => target.includes(table.code) && table.status === 'waiting').map((table) => table.code);
  const unseated = people.filter((person) => person.seat === null && !person.observes).length;
  const open = inbox.filter((item) => item.state === 'new').length + tables.reduce((all, table) => all + table.requests.length + table.ratifications.length, 0);
  return (
    <Page title={t('desk.title')} bar={<span className="hint">{overview.title || t('desk.title')} · <span className="code">{code}</span></span>}>
      <div className="seminar-desk">
        <section className="sheet seminar-bar" aria-label={t('desk.acts')}>
          <div className="row between"><p className="seminar-target">{chosen.length === 0 ? t('desk.all') : t('desk.some', { count: target.length })} {chosen.length > 0 && <Button className="btn" onPress={() => setChosen([])}>{t('desk.chooseAll')}</Button>}</p>
            <nav className="row seminar-pages" aria-label={t('desk.pages')}>
              <Link href={`/class/${code}/report`}>{t('report.title')}</Link>
              <Link href={`/class/${code}/pack`}>{t('desk.pack')}</Link>
              <a href={`/class/${code}/screen`} target="_blank" rel="noreferrer">{t('desk.screen')}</a>
            </nav>
          </div>
          {(waiting.length > 0 || unseated > 0) && <div className="row">
            {waiting.length > 0 && <Button className="btn btn-main" onPress={() => void order({ do: 'start', tables: waiting })}>{t('desk.start', { count: waiting.length })}</Button>}
            {unseated > 0 && <Button className="btn" onPress={() => void order({ do: 'draw' })}>{t('desk.draw', { count: unseated })}</Button>}
          </div>}
          <PauseControl running={running} held={tables.filter((table) => target.includes(table.code) && table.paused !== null).length} seats={(tables[0]?.seats ?? []).map(({ seat }) => seat)} order={order}>
            <Button className="btn" isDisabled={running.length === 0} onPress={() => void order({ do: 'extend', tables: running, seconds: 120 })}>{t('desk.extend')}</Button>
            <Button className="btn" isDisabled={running.length === 0} onPress={() => void order({ do: 'endPhase', tables: running })}>{t('desk.endPhase')}</Button>
          </PauseControl>
        </section>
        <Stages overview={overview} order={order} />
        <ol className="seminar-cards">{tables.map((table) => <TableCard key={table.code} table={table} people={people.filter((person) => person.table === table.code)} chosen={chosen.includes(table.code)} onChoose={(on) => setChosen(on ? [...chosen, table.code] : chosen.filter((each) => each !== table.code))} />)}</ol>
        <Tabs className="sheet seminar-tabs">
          <TabList className="tab-list" aria-label={t('desk.parts')}>
            <Tab id="inbox" className="tab">{t('desk.inbox')}{open > 0 && <span className="count">{open}</span>}</Tab>
            <Tab id="people" className="tab">{t('desk.people')}</Tab>
            <Tab id="injects" className="tab">{t('desk.injects')}</Tab>
            <Tab id="watch" className="tab">{t('desk.watch')}</Tab>
            <Tab id="data" className="tab">{t('desk.data')}</Tab>
            <Tab id="keys" className="tab">{t('desk.keys')}</Tab>
            {course && <Tab id="course" className="tab">{t('lti:course.tab')}</Tab>}
          </TabList>
          <TabPanel id="inbox" className="seminar-panel"><Inbox overview={overview} order={order} /></TabPanel>
          <TabPanel id="people" className="seminar-panel"><People overview={overview} order={order} /></TabPanel>
          <TabPanel id="injects" className="seminar-panel"><Injects overview={overview} tables={target} order={order} /></TabPanel>
          <TabPanel id="watch" className="seminar-panel"><Watch code={code} overview={overview} order={order} /></TabPanel>
          <TabPanel id="data" className="seminar-panel"><DataPanel code={code} overview={overview} order={order} /></TabPanel>
          <TabPanel id="keys" className="seminar-panel"><Keys code={code} overview={overview} order={order} /></TabPanel>
          {course && <TabPanel id="course" className="seminar-panel"><CoursePanel course={course} overview={overview} again={again} /></TabPanel>}
        </Tabs>
      </div>
    </Page>
  );
}
