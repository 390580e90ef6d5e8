/** An observer's page: the table as far as the door said, and notes that keep the moment they were written at. */
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Message, View } from '@concert/shared';
import { NOTE_TAGS, type NoteTag, type ObserverNote, type Stage } from '@concert/shared/protocol/seminar';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { seeWatched, sendNote } from '../net/classes.ts';
import { Page } from '../screens/Page.tsx';
import { tellRefusal } from '../store/gameStore.ts';
import { useLoad } from '../store/useLoad.ts';
import { Clock } from './Clock.tsx';
import { placeToken } from './keys.ts';
import { ObservedTable } from './ObservedTable.tsx';
import { Sharing } from './Sharing.tsx';
import './seminar.css';

const EVERY_MS = 3000;
interface Watched { readonly table: number; readonly name: string; readonly stage: Stage; readonly observers: 'public' | 'everything'; readonly view: View | null; readonly messages: readonly Message[]; readonly deadline: number; readonly notes: readonly ObserverNote[] }

export default function Observe({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const token = placeToken(code) ?? '';
  const { answer, again } = useLoad(useCallback(() => seeWatched<Watched>(location.origin, code, token), [code, token]), EVERY_MS);
  const [, go] = useLocation();
  // Whom the desk has given a seat goes to it: the door knows the way.
  const seated = answer !== null && !answer.ok && answer.code === 'not-observer';
  useEffect(() => { if (seated) go(`/class/${code}`, { replace: true }); }, [seated, go, code]);
  return (
    <Page title={t('observe.title')}>
      {!answer ? <Waiting /> : !answer.ok
        ? <section className="sheet card narrow"><h1>{t('observe.title')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section>
        : <Table code={code} token={token} seen={answer.value} again={again} />}
    </Page>
  );
}

function Table({ code, token, seen, again }: { readonly code: string; readonly token: string; readonly seen: Watched; readonly again: () => void }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const { view } = seen;
  const paused = view?.desk?.paused ?? null;
  return (
    <div className="seminar-desk">
      <header className="row between"><h1>{t('observe.table', { n: seen.table })}</h1>
        {view && <p className="row"><span>{view.table.status === 'ended' ? t('observe.ended') : `${t(`ui:phase.${view.table.phase}`)} · ${t('observe.round', { round: view.table.round })}`}</span> {!paused && <Clock deadline={seen.deadline} />}</p>}</header>
      {paused && <p className="seminar-paused">{t(paused.huddle ? 'huddle' : 'paused')} {paused.reason} {paused.until !== null && <Clock deadline={paused.until} />}</p>}
      <p className="hint">{t(`door.observers.${seen.observers}`)}</p>
      <div className="seminar-watch">
        <section className="sheet card" aria-labelledby="observe-notes"><h2 id="observe-notes">{t('observe.notes')}</h2><Writer code={code} token={token} again={again} /><Own notes={seen.notes} /></section>
        <section className="sheet card" aria-labelledby="observe-table"><h2 id="observe-table">{t('observe.there')}</h2>{view ? <ObservedTable view={view} /> : <p className="empty">{t('observe.notBegun')}</p>}</section>
        <section className="sheet card" aria-labelledby="observe-news"><h2 id="observe-news">{t('watch.news')}</h2>
          {view && Object.keys(view.news).length === 0 && <p className="empty">{t('observe.noNews')}</p>}{view ? <ol className="seminar-talk">{Object.values(view.news).slice(-40).toReversed().map((item) => <li key={item.id}><span className="hint">{t('observe.round', { round: item.round })}</span> {say(item.code, item.params)}</li>)}</ol> : <p className="empty">{t('observe.notBegun')}</p>}</section>
        {seen.observers === 'everything' && <section className="sheet card" aria-labelledby="observe-talk"><h2 id="observe-talk">{t('watch.talk')}</h2>
          {paused?.huddle && <p className="hint">{t('observe.huddle')}</p>}{seen.messages.length === 0 ? <p className="empty">{t('watch.silent')}</p> : <ol className="seminar-talk">{seen.messages.slice(-60).toReversed().map((message) => <li key={`${message.channel} ${message.id}`}><span className="hint">{message.channel.split('+').map((seat) => t(`scenario:seat.${seat}.code`)).join(' ')}</span> <strong>{t(`scenario:seat.${message.from}.code`)}</strong> {message.text}</li>)}</ol>}</section>}
      </div>
      <div className="row"><Sharing group={code} name={seen.name} />{(seen.stage === 'report' || seen.stage === 'closed') && <Link className="btn" href={`/class/${code}/report`}>{t('report.title')}</Link>}</div>
    </div>
  );
}

function Writer({ code, token, again }: { readonly code: string; readonly token: string; readonly again: () => void }) {
  const { t } = useTranslation('seminar');
  const [text, setText] = useState('');
  const [tag, setTag] = useState<NoteTag>('other');
  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await sendNote(location.origin, code, token, { text: text.trim(), tag });
    if (!done.ok) return tellRefusal(done);
    setText('');
    again();
  };
  return (
    <form className="stack" onSubmit={(event) => void write(event)}>
      <label className="field"><span className="field-label">{t('observe.what')}</span><textarea className="input" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} /></label>
      <div className="row" role="group" aria-label={t('observe.about')}>{NOTE_TAGS.map((id) => <button key={id} type="button" className="btn" aria-pressed={tag === id} onClick={() => setTag(id)}>{t(`note.${id}`)}</button>)}</div>
      <p><Button type="submit" className="btn btn-main" isDisabled={text.trim() === ''}>{t('observe.write')}</Button></p>
    </form>
  );
}

function Own({ notes }: { readonly notes: readonly ObserverNote[] }) {
  const { t, i18n } = useTranslation('seminar');
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
  if (notes.length === 0) return <p className="hint">{t('observe.none')}</p>;
  return <ol className="seminar-talk">{notes.toReversed().map((note) => <li key={note.id}><span className="hint">{clock.format(note.at)} · {t('observe.round', { round: note.round })} · {t(`ui:phase.${note.phase}`)} · {t(`note.${note.tag}`)}</span> {note.text}</li>)}</ol>;
}
