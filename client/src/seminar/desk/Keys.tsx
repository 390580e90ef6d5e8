/** The desk's machines: let another one in, print a spare key, take a lost one away. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { makePass } from '../../net/classes.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { useInviteOrigin } from '../../store/useInviteOrigin.ts';
import { Clock } from '../Clock.tsx';
import { deskToken } from '../keys.ts';
import type { DeskOverview } from '../overview.ts';
import { Qr } from '../Qr.tsx';

interface Props { readonly code: string; readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }

export function Keys({ code, overview, order }: Props) {
  const { t, i18n } = useTranslation('seminar');
  const { origin } = useInviteOrigin();
  const [shown, setShown] = useState<{ readonly pass: string; readonly until: number | null } | null>(null);
  const make = async (lasting: boolean): Promise<void> => {
    const made = await makePass(location.origin, code, deskToken(code) ?? '', lasting);
    if (made.ok) setShown(made.value); else tellRefusal(made);
  };
  const link = shown ? `${origin}/class/${code}/desk#pass=${shown.pass}` : '';
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="seminar-injects">
      <section className="stack" aria-labelledby="keys-title"><h3 id="keys-title">{t('keys.title')}</h3>
        <ul className="seminar-list">{overview.keys.map((key) => (
          <li key={key.id}><p><strong>{key.label || t('keys.first')}</strong>{key.own && <> · {t('keys.here')}</>} <span className="hint">{t('keys.since', { when: when.format(key.since) })}</span></p>
            {overview.keys.length > 1 && !key.own && <p><Button className="btn" onPress={() => { if (confirm(t('keys.revoke.sure'))) void order({ do: 'revoke', key: key.id }); }}>{t('keys.revoke')}</Button></p>}</li>
        ))}</ul>
        <p className="hint">{t('keys.lost')}</p>
      </section>
      <section className="stack" aria-labelledby="pass-title"><h3 id="pass-title">{t('keys.move')}</h3>
        <p className="hint">{t('keys.move.help')}</p>
        <p className="row"><Button className="btn btn-main" onPress={() => void make(false)}>{t('keys.make')}</Button><Button className="btn" onPress={() => void make(true)}>{t('keys.spare')}</Button></p>
        {shown && (
          <div className="notice seminar-pass" role="status">
            <p className="seminar-code">{shown.pass}</p>
            <p>{shown.until === null ? t('keys.spare.help') : <>{t('keys.until')} <Clock deadline={shown.until} /></>}</p>
            <Qr text={link} label={t('ui:invite.qr', { link: `${origin}/class/${code}/desk` })} />
            <p className="hint seminar-rule">{t('keys.secret')}</p>
            <p className="row"><Button className="btn" onPress={() => void navigator.clipboard?.writeText(link)}>{t('keys.copy')}</Button><Button className="btn" onPress={() => setShown(null)}>{t('keys.hide')}</Button></p>
          </div>
        )}
      </section>
    </div>
  );
}
