/** One line over the player: whom we follow, that we look around and how to come back, that we lead, that nobody does. */
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/sentence.ts';
import { useName } from '../../screens/home/useName.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { useReplay } from '../replayStore.ts';
import { viewerOf } from './moment.ts';
import { attach, come, leads, leave, PARAM, take, useWatch, watchStore } from './watchStore.ts';
import './watch.css';

/** Comes in when the address says with whom, and leaves with the player. */
export function useWatching(): void {
  const source = useReplay((state) => state.source);
  const { nameOrDefault } = useName();
  const id = source && (source.kind === 'match' || source.kind === 'sample') ? source.id : null;
  useEffect(() => {
    const code = new URLSearchParams(location.search).get(PARAM);
    if (id === null || code === null || watchStore.getState().ticket) return;
    void come(code.toUpperCase(), nameOrDefault, id);
    // The name may be changed later; who came in came under the one they had.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  useEffect(() => () => leave(false), []);
}

export function WatchBar() {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const { ticket, room, status, lost, attached } = useWatch((state) => state);
  const leading = useWatch(leads);
  const reel = useReplay((state) => state.reel);
  if (!ticket) return lost === null ? null : <p className="watch-bar" role="status"><span>{say.refusal(lost, { match: '' })}</span><Button className="btn" onPress={() => watchStore.setState({ lost: null })}>{t('frame:close')}</Button></p>;
  if (status === 'lost') return <p className="watch-bar" role="status"><span>{lost === null ? t('watch.lost') : say.refusal(lost, { match: ticket.code })}</span><Button className="btn" onPress={() => leave()}>{t('watch.leave')}</Button></p>;
  if (!room) return <p className="watch-bar" role="status"><span>{t('watch.door')}</span></p>;
  const leader = room.people[room.leader];
  const name = leader?.name ?? '';
  const followers = Object.entries(room.people).filter(([id, { online, follows }]) => id !== room.leader && online && follows).length;
  const takeIt = async (): Promise<void> => { const answer = await take(); if (!answer.ok) tellRefusal(answer); };
  const ownEyes = attached && !leading && reel !== null && reel.only !== null && viewerOf(reel, room.viewer) === null;
  return (
    <div className="watch-bar" data-attached={attached || leading || undefined} role="status">
      {status === 'retrying' && <span>{t('watch.retrying')}</span>}
      {leading
        ? <span>{t('watch.leading')} {followers === 0 ? t('watch.leading.alone') : t('watch.leading.count', { count: followers })} <strong className="code">{ticket.code}</strong></span>
        : leader?.online
          ? <span>{attached ? t('watch.following', { name }) : t('watch.around', { name })}{ownEyes && ` · ${t('watch.own', { name })}`}</span>
          : <span>{t('watch.leaderGone', { name })}</span>}
      {!leading && !attached && <Button className="btn btn-main" onPress={attach}>{leader?.online ? t('watch.return', { name }) : t('watch.return.gone')}</Button>}
      {!leading && !leader?.online && <Button className="btn" onPress={() => void takeIt()}>{t('watch.take')}</Button>}
    </div>
  );
}
