/** The projector: how to come in, where every table stands, and no secret. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'qrcode';
import { classDoor } from '../net/classes.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { Page } from '../screens/Page.tsx';
import { useLoad } from '../store/useLoad.ts';
import { deskToken } from './keys.ts';
import { Clock } from './Clock.tsx';
import { useDesk } from './useDesk.ts';
import './seminar.css';

export default function Screen({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const { answer } = useLoad(useCallback(() => classDoor(location.origin, code), [code]), 10_000);
  const link = `${location.origin}/class/${code}`;
  if (!answer) return <Page title={code}><Waiting /></Page>;
  const title = answer.ok ? answer.value.title : '';
  return (
    <Page title={title || t('screen.title')}>
      <div className="seminar-screen">
        <section className="seminar-come" aria-labelledby="come-title">
          <Qr text={link} label={t('ui:invite.qr', { link })} />
          <div><h1 id="come-title">{title || t('screen.title')}</h1><p className="seminar-code">{code}</p><p className="seminar-link">{link.replace(/^https?:\/\//, '')}</p><p>{t('screen.come')}</p></div>
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
    <ol className="seminar-tables">
      {overview.tables.map((table) => (
        <li key={table.code} className="sheet card" data-paused={table.paused !== null || undefined}>
          <h2>{t('table', { n: table.n })}</h2>
          <p className="seminar-phase">{table.status === 'waiting' ? t('desk.waiting', { count: overview.people.filter((person) => person.table === table.code && person.joined).length }) : table.outcome ? t(`ui:tier.${table.outcome}`) : `${t(`ui:phase.${table.phase}`)} ${table.round}/${table.rounds}`}</p>
          {table.paused ? <p className="seminar-paused">{t('paused')} {table.paused.reason}</p> : <Clock deadline={table.deadline} />}
        </li>
      ))}
    </ol>
  );
}

function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dots = Array.from(modules.data, (on, at) => (on ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : '')).join('');
  return <svg className="seminar-qr" viewBox={`-3 -3 ${modules.size + 6} ${modules.size + 6}`} role="img" aria-label={label} shapeRendering="crispEdges"><rect x="-3" y="-3" width={modules.size + 6} height={modules.size + 6} fill="#fff" /><path d={dots} fill="#1d1813" /></svg>;
}
