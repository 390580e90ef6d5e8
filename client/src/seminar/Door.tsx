/** The door of a class on a phone: what it is, what the desk will read, a name, and then the way to one's table. */
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ClassDoor } from '@concert/shared/protocol/seminar';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { classDoor, joinClass, myPlace } from '../net/classes.ts';
import type { Refused } from '../net/answer.ts';
import { Page } from '../screens/Page.tsx';
import { matchPath } from '../screens/home/enter.ts';
import { keepTicket } from '../store/tickets.ts';
import { useLoad } from '../store/useLoad.ts';
import { keepPlace, keepTable, neighbours, placeToken } from './keys.ts';
import './seminar.css';

const ASK_MS = 2500;

export default function Door({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const { answer, again } = useLoad(useCallback(() => classDoor(location.origin, code), [code]), 15_000);
  if (!answer) return <Page title={code}><Waiting /></Page>;
  if (!answer.ok) {
    return <Page title={t('door.none')}><section className="sheet card narrow"><h1>{t('door.none')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p><p className="row"><Button className="btn" onPress={again}>{t('ui:again')}</Button><Link className="btn" href="/">{t('ui:backHome')}</Link></p></section></Page>;
  }
  return <Page title={answer.value.title || t('door.title')}><Entrance door={answer.value} /></Page>;
}

function Entrance({ door }: { readonly door: ClassDoor }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const [, go] = useLocation();
  const { code } = door;
  // Somebody else at this device comes in beside whoever has it now.
  const [another] = useState(() => new URLSearchParams(location.search).has('another'));
  const [token, setToken] = useState(() => (another ? null : placeToken(code)));
  const [name, setName] = useState('');
  const [waits, setWaits] = useState<'seat' | 'nod' | null>(null);
  const [wish, setWish] = useState<{ readonly table: number; readonly seat: string } | null>(null);
  const [observe, setObserve] = useState(false);
  const [watched, setWatched] = useState<number | null>(null);
  const mayWatch = door.mayObserve && door.tables.some(({ watchers }) => watchers > 0);
  const full = door.tables.every(({ free }) => free.length === 0);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const watch = useCallback((): void => go(`/class/${code}/observe`), [code, go]);
  const sit = useCallback((table: string, seat: string | null, secret: string): void => {
    keepTicket({ code: table, roomId: table, token: secret, seat });
    keepTable(table, code);
    go(matchPath(table));
  }, [code, go]);

  // Whoever waits for a seat or a nod, or comes back, is asked for as long as the page is seen.
  useEffect(() => {
    if (token === null) return;
    let gone = false;
    const ask = async (): Promise<void> => {
      const place = await myPlace(location.origin, code, token);
      if (gone) return;
      if (place.ok && place.value.observes) watch();
      else if (place.ok && place.value.table !== null) sit(place.value.table, place.value.seat, token);
      else if (place.ok) setWaits('seat');
      else if (place.code === 'unauthorised') setWaits('nod');
    };
    void ask();
    const timer = setInterval(() => { if (!document.hidden) void ask(); }, ASK_MS);
    return () => { gone = true; clearInterval(timer); };
  }, [code, token, sit, watch]);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    const answer = await joinClass(location.origin, code, { name: name.trim(), ...(observe ? { observe, ...(watched === null ? {} : { table: watched }) } : (wish ?? {})) });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer);
    const secret = answer.value.token ?? '';
    keepPlace(code, secret);
    setToken(secret);
    if (answer.value.observes) watch();
    else if (answer.value.table !== null) sit(answer.value.table, answer.value.seat, secret);
    else setWaits(answer.value.waits);
  };

  return (
    <section className="sheet card narrow door" aria-labelledby="class-title">
      <p className="eyebrow">{t('door.eyebrow')} · <span className="code">{code}</span></p>
      <h1 id="class-title">{door.title || t(`scenario:scenario.${door.scenario}.title`)}</h1>
      <p>{t(`scenario:scenario.${door.scenario}.summary`)}</p>
      {another && waits === null && <p className="notice">{t('door.another')}</p>}
      {waits !== null
        ? <div className="notice" role="status"><p><strong>{t(`door.waits.${waits}`)}</strong></p><p className="hint">{t(`door.waits.${waits}.help`)}</p>{waits === 'nod' && <p><Button className="btn" onPress={() => { setToken(null); setWaits(null); }}>{t('door.otherName')}</Button></p>}</div>
        : (
          <form className="stack" onSubmit={(event) => void enter(event)}>
            <TextField className="field" value={name} onChange={setName} maxLength={60} isRequired autoComplete="name"><Label>{t('door.name')}</Label><Input className="input" /></TextField>
            {mayWatch && !full && <RoleChoice door={door} observe={observe} onObserve={setObserve} watched={watched} onWatched={setWatched} />}
            {full && <p className="hint">{t(mayWatch ? 'door.full.watch' : 'door.full')}</p>}
            {door.seating === 'chosen' && !observe && <SeatChoice door={door} wish={wish} onWish={setWish} />}
            {refusal && <p className="problem" role="alert">{say.refusal(refusal.code, refusal.params)}</p>}
            <p className="row"><Button type="submit" className="btn btn-main" isDisabled={busy || name.trim() === ''}>{t('door.enter')}</Button>{!another && neighbours(code).length > 1 && <Link className="btn" href={`/class/${code}/handover`}>{t('door.sharing')}</Link>}</p>
          </form>
        )}
      <ul className="facts hint">
        <li>{t(`door.oversight.${door.oversight}`)}</li>
        <li>{t(`door.reveal.${door.reveal}`)}</li>
        {door.guided && <li>{t('door.guided')}</li>}
        <li>{t(door.pseudonyms ? 'door.pseudonyms' : 'door.names')}</li>
        {door.capital !== 'off' && <li>{t(`door.capital.${door.capital}`)}</li>}
        <li>{t(`door.observers.${door.observers}`)}</li>
        <li>{t('door.keep', { count: door.keepDays })}</li>
      </ul>
    </section>
  );
}

/** To a seat, or to watch one table. */
function RoleChoice({ door, observe, onObserve, watched, onWatched }: { readonly door: ClassDoor; readonly observe: boolean; readonly onObserve: (on: boolean) => void; readonly watched: number | null; readonly onWatched: (table: number | null) => void }) {
  const { t } = useTranslation('seminar');
  return (
    <fieldset className="stack"><legend className="field-label">{t('door.role')}</legend>
      <div className="row">{([false, true] as const).map((on) => <button key={String(on)} type="button" className="btn" aria-pressed={observe === on} onClick={() => onObserve(on)}>{t(on ? 'door.role.observer' : 'door.role.seat')}</button>)}</div>
      {observe && <p className="hint">{t(`door.role.${door.observers}`)} {t('door.role.kept')}</p>}
      {observe && door.tables.length > 1 && <div className="row" role="group" aria-label={t('door.role.table')}>{door.tables.map(({ n, watchers }) => <button key={n} type="button" className="btn" disabled={watchers === 0} aria-pressed={watched === n} onClick={() => onWatched(watched === n ? null : n)}>{t('table', { n })}</button>)}</div>}
    </fieldset>
  );
}

function SeatChoice({ door, wish, onWish }: { readonly door: ClassDoor; readonly wish: { readonly table: number; readonly seat: string } | null; readonly onWish: (wish: { readonly table: number; readonly seat: string }) => void }) {
  const { t } = useTranslation('seminar');
  return (
    <fieldset className="stack"><legend className="field-label">{t('door.choose')}</legend>
      {door.tables.map(({ n, free }) => (
        <div key={n} className="row">{door.tables.length > 1 && <span className="hint">{t('table', { n })}</span>}
          {free.map((seat) => <button key={seat} type="button" className="btn" aria-pressed={wish?.table === n && wish.seat === seat} onClick={() => onWish({ table: n, seat })}>{t(`scenario:seat.${seat}.name`)}</button>)}
        </div>
      ))}
    </fieldset>
  );
}
