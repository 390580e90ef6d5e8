/** The device between two people: nobody's screen, the names of those who share it, and the PIN of whoever set one. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSentence } from '../i18n/sentence.ts';
import { askUnlock, unlockPlace } from '../net/classes.ts';
import { Page } from '../screens/Page.tsx';
import { keepNeighbour, keepPlace, neighbours, type Neighbour } from './keys.ts';
import { Pin, PIN_LENGTH } from './Pin.tsx';
import { useAllHere } from './useAllHere.ts';
import './seminar.css';

export default function Handover({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  useAllHere(code, null);
  const all = neighbours(code);
  return (
    <Page title={t('handover.title')}>
      <section className="sheet card narrow" aria-labelledby="handover-title">
        <p className="eyebrow">{t('door.eyebrow')} · <span className="code">{code}</span></p>
        <h1 id="handover-title">{t('handover.title')}</h1>
        <p className="hint">{t('share.cover.help')}</p>
        <ul className="seminar-list">{all.map((who) => <li key={who.token}><Who code={code} who={who} /></li>)}</ul>
        {all.length === 0 && <p className="empty">{t('handover.none')}</p>}
        <p><Link className="btn" href={`/class/${code}?another`}>{t('handover.other')}</Link></p>
      </section>
    </Page>
  );
}

function Who({ code, who }: { readonly code: string; readonly who: Neighbour }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const [pin, setPin] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (who.locked) {
      setBusy(true);
      const opened = await unlockPlace(location.origin, code, who.token, pin);
      setBusy(false);
      if (!opened.ok) { setPin(''); return setTold(say.refusal(opened.code, opened.params)); }
      const token = opened.value.token ?? '';
      keepPlace(code, token);
      // The desk took the PIN off: the place is open on this device again.
      if (!opened.value.locked) keepNeighbour(code, { token, name: who.name });
    } else keepPlace(code, who.token);
    // The door knows the way: to the table, or to what is watched.
    location.assign(`/class/${code}`);
  };
  const ask = async (): Promise<void> => {
    const done = await askUnlock(location.origin, code, who.token);
    setTold(done.ok ? null : say.refusal(done.code, done.params));
    setAsked(done.ok);
  };
  return (
    <form className="stack" onSubmit={(event) => void take(event)}>
      {who.locked && <Pin label={t('handover.pin', { name: who.name })} value={pin} onChange={setPin} />}
      {told !== null && <p className="problem" role="alert">{told}</p>}
      {asked && <p role="status">{t('handover.asked')}</p>}
      <p className="row"><Button type="submit" className="btn btn-main" isDisabled={busy || (who.locked === true && !asked && pin.length < PIN_LENGTH)}>{t('share.me', { name: who.name })}</Button>
        {who.locked && !asked && <Button className="btn" onPress={() => void ask()}>{t('handover.forgot')}</Button>}</p>
    </form>
  );
}
