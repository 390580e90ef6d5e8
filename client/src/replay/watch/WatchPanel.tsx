/** Watching together: begin and lead, or see who is here, hand over the lead, and pass on code and link. */
import { Crown, Eye, Footprints, UserMinus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/sentence.ts';
import type { Refused } from '../../net/answer.ts';
import { useName } from '../../screens/home/useName.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { useReplay } from '../replayStore.ts';
import { begin, give, leads, leave, useWatch } from './watchStore.ts';
import './watch.css';

export const watchLink = (code: string): string => `${location.origin}/w/${code}`;

export default function WatchPanel() {
  const ticket = useWatch((state) => state.ticket);
  return <div className="watch">{ticket ? <Together /> : <Begin />}</div>;
}

function Begin() {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const { name, nameOrDefault, setName } = useName();
  const source = useReplay((state) => state.source);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    const answer = await begin(source?.id ?? '', nameOrDefault);
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
  };
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void start(); }}>
      <p>{t('watch.help')}</p>
      <label className="field"><span className="field-label">{t('watch.name')}</span><input className="input" value={name} placeholder={nameOrDefault} maxLength={40} onChange={(event) => setName(event.target.value)} /></label>
      {refusal && <p className="problem" role="alert">{say.refusal(refusal.code, refusal.params)}</p>}
      <p><Button className="btn btn-main" type="submit" isDisabled={busy}>{t('watch.begin')}</Button></p>
    </form>
  );
}

function Together() {
  const { t } = useTranslation('replay');
  const { ticket, room } = useWatch((state) => state);
  const leading = useWatch(leads);
  const [copied, setCopied] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with the form: without another home for it no key would close the drawer.
  useEffect(() => { first.current?.focus(); }, []);
  if (!ticket) return null;
  const link = watchLink(ticket.code);
  const copy = async (): Promise<void> => { try { await navigator.clipboard.writeText(link); setCopied(true); } catch { setCopied(false); } };
  const hand = async (to: string): Promise<void> => { const answer = await give(to); if (!answer.ok) tellRefusal(answer); };
  const people = Object.entries(room?.people ?? {}).sort(([a, x], [b, y]) => Number(b === room?.leader) - Number(a === room?.leader) || Number(y.online) - Number(x.online) || x.name.localeCompare(y.name));
  return (
    <div className="stack">
      <p className="watch-code"><span className="field-label">{t('watch.code')}</span><strong className="code">{ticket.code}</strong></p>
      <label className="field"><span className="field-label">{t('watch.link')}</span><input className="input" readOnly value={link} onFocus={(event) => event.target.select()} /></label>
      <p><Button ref={first} className="btn" onPress={() => void copy()}>{t(copied ? 'watch.copied' : 'watch.copy')}</Button></p>
      <h4>{t('watch.people')}</h4>
      <ul className="watch-people">
        {people.map(([id, { name, online, follows }]) => {
          const does = id === room?.leader ? (online ? 'leads' : 'gone') : !online ? 'gone' : follows ? 'follows' : 'apart';
          const Icon = { leads: Crown, follows: Footprints, apart: Eye, gone: UserMinus }[does];
          return (
            <li key={id} data-does={does}>
              <Icon size={15} aria-hidden="true" /><span className="watch-name">{id === ticket.person ? t('watch.you', { name }) : name}</span><span className="hint">{t(`watch.${does}`)}</span>
              {leading && online && id !== ticket.person && <Button className="btn" aria-label={t('watch.give.to', { name })} onPress={() => void hand(id)}>{t('watch.give')}</Button>}
            </li>
          );
        })}
      </ul>
      <p><Button className="btn" onPress={() => leave()}>{t('watch.leave')}</Button></p>
    </div>
  );
}
