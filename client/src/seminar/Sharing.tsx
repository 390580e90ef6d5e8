/** Two people at one laptop: "I am ..." switches between them, with the screen covered until the other one has it; both count as here. */
import { UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { myPlace, weAreHere } from '../net/classes.ts';
import { matchPath } from '../screens/home/enter.ts';
import { tellRefusal, useGame } from '../store/gameStore.ts';
import { keepTicket } from '../store/tickets.ts';
import { classOfTable, keepNeighbour, keepPlace, keepTable, neighbours, placeToken, type Neighbour } from './keys.ts';

/** Half of what the server waits before somebody is away. */
const HERE_MS = 30_000;

/** The row under the top bar of a table of a class. */
export function Sharing() {
  const { t } = useTranslation('seminar');
  const table = useGame((state) => state.code);
  const group = table === null ? null : classOfTable(table);
  const mine = group === null ? null : placeToken(group);
  const name = useGame((state) => state.you?.name ?? '');
  const [next, setNext] = useState<Neighbour | null>(null);
  const all = group === null ? [] : neighbours(group);
  const others = all.filter((each) => each.token !== mine);
  const secrets = others.map((each) => each.token).join(' ');

  useEffect(() => {
    if (group === null || mine === null || name === '') return;
    keepNeighbour(group, { token: mine, name });
    if (secrets === '') return;
    const tell = (): void => { if (!document.hidden) void weAreHere(location.origin, group, secrets.split(' ')); };
    tell();
    const timer = setInterval(tell, HERE_MS);
    return () => clearInterval(timer);
  }, [group, mine, name, secrets]);
  if (group === null || mine === null) return null;

  const take = async (who: Neighbour): Promise<void> => {
    const place = await myPlace(location.origin, group, who.token);
    if (!place.ok || place.value.table === null) { setNext(null); if (!place.ok) tellRefusal(place); return; }
    keepPlace(group, who.token);
    keepTicket({ code: place.value.table, roomId: place.value.table, token: who.token, seat: place.value.seat });
    keepTable(place.value.table, group);
    // A fresh page: nothing of the other one's screen stays in memory.
    location.assign(matchPath(place.value.table));
  };
  if (next) return <div className="seminar-cover" role="dialog" aria-modal="true" aria-label={t('share.cover', { name: next.name })}><h1>{t('share.cover', { name: next.name })}</h1><p>{t('share.cover.help')}</p><p className="row"><Button className="btn btn-main" autoFocus onPress={() => void take(next)}>{t('share.me', { name: next.name })}</Button><Button className="btn" onPress={() => setNext(null)}>{t('share.stay', { name })}</Button></p></div>;
  return (
    <span className="row seminar-share">
      {others.length > 0 && <><UsersRound size={15} aria-hidden="true" /><span>{t('share.now', { name })}</span>{others.map((who) => <Button key={who.token} className="btn" onPress={() => setNext(who)}>{t('share.switch', { name: who.name })}</Button>)}</>}
      <Link className="btn seminar-another" href={`/class/${group}?another`}>{t('share.another')}</Link>
      <Link className="btn" href={`/class/${group}/mine`}>{t('mine.link')}</Link>
    </span>
  );
}
