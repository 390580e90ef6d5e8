/** What the class keeps about oneself, and the choice whether research may use it: given, refused or taken back at any time. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OwnData } from '@concert/shared/protocol/seminar';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { sayConsent, seeOwnData } from '../net/classes.ts';
import { Page } from '../screens/Page.tsx';
import { tellRefusal } from '../store/gameStore.ts';
import { useLoad } from '../store/useLoad.ts';
import { placeToken } from './keys.ts';
import './seminar.css';

export default function Mine({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const token = placeToken(code) ?? '';
  const { answer, again } = useLoad(useCallback(() => seeOwnData(location.origin, code, token), [code, token]));
  return (
    <Page title={t('mine.title')}>
      {!answer ? <Waiting /> : !answer.ok
        ? <section className="sheet card narrow"><h1>{t('mine.title')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section>
        : <Kept code={code} token={token} own={answer.value} again={again} />}
    </Page>
  );
}

function Kept({ code, token, own, again }: { readonly code: string; readonly token: string; readonly own: OwnData; readonly again: () => void }) {
  const { t, i18n } = useTranslation('seminar');
  const [busy, setBusy] = useState(false);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' });
  const choose = async (yes: boolean): Promise<void> => {
    setBusy(true);
    const done = await sayConsent(location.origin, code, token, yes);
    setBusy(false);
    if (done.ok) again(); else tellRefusal(done);
  };
  const place = own.seat === null ? null : `${own.table === null ? '' : `${t('table', { n: own.table })}, `}${t(`scenario:seat.${own.seat}.name`)}${own.office ? `, ${t(`scenario:office.${own.office}`)}` : ''}`;
  return (
    <section className="sheet card narrow" aria-labelledby="mine-title">
      <p className="eyebrow">{t('door.eyebrow')} · <span className="code">{code}</span></p>
      <h1 id="mine-title">{t('mine.title')}</h1>
      <ul className="facts">
        <li>{t('mine.name', { name: own.name })}</li>
        {own.alias !== own.name && <li>{t('mine.alias', { name: own.alias })}</li>}
        {place !== null && <li>{t('mine.place', { place })}</li>}
        <li>{t('mine.acts')}</li>
        {own.surveyed && <li>{t('mine.survey')}</li>}
        {own.notes > 0 && <li>{t('mine.notes', { count: own.notes })}</li>}
        <li>{t('mine.until', { day: day.format(own.keepUntil) })}</li>
      </ul>
      <h2>{t('survey.consent')}</h2>
      <p>{t('mine.consent')}</p>
      <p className="row">{([true, false] as const).map((yes) => <button key={String(yes)} type="button" className="btn" disabled={busy} aria-pressed={own.consent === yes} onClick={() => void choose(yes)}>{t(yes ? 'survey.consent.yes' : 'survey.consent.no')}</button>)}</p>
      <p className="hint" role="status">{t(own.consent === null ? 'mine.open' : own.consent ? (own.released ? 'mine.yes.released' : 'mine.yes') : own.released ? 'mine.no.released' : 'mine.no')}</p>
      <p className="hint">{t('mine.forget')}</p>
      <p><Link className="btn" href={`/class/${code}`}>{t('survey.back')}</Link></p>
    </section>
  );
}
