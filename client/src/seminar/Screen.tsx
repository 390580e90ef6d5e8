/** The projector: how to come in, where every table stands, and no secret. */
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { classDoor } from '../net/classes.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { Page } from '../screens/Page.tsx';
import { useInviteOrigin } from '../store/useInviteOrigin.ts';
import { useLoad } from '../store/useLoad.ts';
import { deskToken } from './keys.ts';
import { Clock } from './Clock.tsx';
import { Qr } from './Qr.tsx';
import { PublicState } from './PublicState.tsx';
import { useDesk } from './useDesk.ts';
import './seminar.css';

const Board = lazy(() => import('./report/Board.tsx'));
/** While the class is led through its debrief the page follows the desk closely. */
const FOLLOW_MS = 3000;

export default function Screen({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const { answer } = useLoad(useCallback(() => classDoor(location.origin, code), [code]), FOLLOW_MS);
  const { origin, reachable } = useInviteOrigin();
  const link = `${origin}/class/${code}`;
  if (!answer) return <Page title={code}><Waiting /></Page>;
  const title = answer.ok ? answer.value.title : '';
  const token = deskToken(code);
  if (answer.ok && answer.value.stage === 'reveal' && answer.value.step !== null && token !== null) return <Page title={title || t('screen.title')}><Suspense fallback={<Waiting />}><Board code={code} token={token} step={answer.value.step} at={answer.value.stepTable} /></Suspense></Page>;
  return (
    <Page title={title || t('screen.title')}>
      <div className="seminar-screen" data-playing={(answer.ok && answer.value.stage !== 'setup') || undefined}>
        <section className="seminar-come" aria-labelledby="come-title">
          <Qr text={link} label={t('ui:invite.qr', { link })} />
          <div><h1 id="come-title">{title || t('screen.title')}</h1><p className="seminar-code">{code}</p><p className="seminar-link">{link.replace(/^https?:\/\//, '')}</p><p>{reachable ? t('screen.come') : t('ui:invite.onlyHere')}</p></div>
        </section>
        {deskToken(code) !== null && <Tables code={code} />}
      </div>
    </Page>
  );
}

function Tables({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const { overview } = useDesk(code);
  if (!overview) return null;
  return (
    <ol className="seminar-tables" data-few={overview.tables.length <= 4 || undefined}>
      {overview.tables.map((table) => (
        <li key={table.code} className="sheet card" data-paused={table.paused !== null || undefined}>
          <h2>{t('table', { n: table.n })}</h2>
          <p className="seminar-phase">{table.status === 'waiting' ? t('desk.waiting', { count: overview.people.filter((person) => person.table === table.code && person.joined).length }) : table.outcome ? t(`ui:tier.${table.outcome}`) : `${t(`ui:phase.${table.phase}`)} ${table.round}/${table.rounds}`}</p>
          {table.paused ? <p className="seminar-paused">{t(table.paused.huddle ? 'huddle' : 'paused')} {table.paused.reason} {table.paused.until !== null && <Clock deadline={table.paused.until} />}</p> : <Clock deadline={table.deadline} />}
          {table.status !== 'waiting' && <PublicState table={table} />}
        </li>
      ))}
    </ol>
  );
}
