/** Two people at one laptop: whoever has it hands it over, behind a PIN of their own if they like; both count as here. */
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lockPlace } from '../net/classes.ts';
import { tellRefusal, useGame } from '../store/gameStore.ts';
import { classOfTable, keepNeighbour, leavePlace, neighbours, placeToken, type Neighbour } from './keys.ts';
import { Pin, PIN_LENGTH } from './Pin.tsx';
import { useAllHere } from './useAllHere.ts';

/** The row under the top bar of a table of a class. */
export function TableSharing() {
  const table = useGame((state) => state.code);
  const name = useGame((state) => state.you?.name ?? '');
  const group = table === null ? null : classOfTable(table);
  return group === null || placeToken(group) === null || name === '' ? null : <Sharing group={group} name={name} />;
}

/** @param name of whoever has the device. */
export function Sharing({ group, name }: { readonly group: string; readonly name: string }) {
  const { t } = useTranslation('seminar');
  const mine = placeToken(group) ?? '';
  const [next, setNext] = useState<Neighbour | null>(null);
  useAllHere(group, { token: mine, name });
  const others = neighbours(group).filter((each) => each.name !== name && each.token !== mine);
  if (next) return <Cover group={group} name={name} mine={mine} to={next.name} onStay={() => setNext(null)} />;
  return (
    <span className="row seminar-share">
      {others.length > 0 && <><UsersRound size={15} aria-hidden="true" /><span>{t('share.now', { name })}</span>{others.map((who) => <Button key={who.token} className="btn" onPress={() => setNext(who)}>{t('share.switch', { name: who.name })}</Button>)}</>}
      <Link className="btn seminar-another" href={`/class/${group}?another`}>{t('share.another')}</Link>
      <Link className="btn" href={`/class/${group}/mine`}>{t('mine.link')}</Link>
    </span>
  );
}

/** Before the device changes hands: nothing is seen any more, and whoever leaves may put a PIN before their place. */
function Cover({ group, name, mine, to, onStay }: { readonly group: string; readonly name: string; readonly mine: string; readonly to: string; readonly onStay: () => void }) {
  const { t } = useTranslation('seminar');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [locked, setLocked] = useState(() => neighbours(group).some((each) => each.name === name && each.locked));
  const unlock = async (): Promise<void> => {
    const done = await lockPlace(location.origin, group, mine, null);
    if (!done.ok) return tellRefusal(done);
    keepNeighbour(group, { token: mine, name });
    setLocked(false);
  };
  const handOver = async (): Promise<void> => {
    setBusy(true);
    if (pin !== '') {
      const done = await lockPlace(location.origin, group, mine, pin);
      if (!done.ok || done.value.handle === null) { setBusy(false); if (!done.ok) tellRefusal(done); return; }
      keepNeighbour(group, { token: done.value.handle, name, locked: true });
    }
    leavePlace(group);
    // A fresh page: nothing of this one's screen stays in memory.
    location.assign(`/class/${group}/handover`);
  };
  return (
    <div className="seminar-cover" role="dialog" aria-modal="true" aria-label={t('share.cover', { name: to })}>
      <h1>{t('share.cover', { name: to })}</h1>
      <form className="stack seminar-pinform" onSubmit={(event) => { event.preventDefault(); void handOver(); }}>
        {locked ? <p>{t('share.locked', { name })} <Button className="btn" onPress={() => void unlock()}>{t('share.unlock')}</Button></p> : <Pin label={t('share.pin', { name })} help={t('share.pin.help', { name: to })} value={pin} onChange={setPin} />}
        <p className="row"><Button type="submit" className="btn btn-main" isDisabled={busy || (pin !== '' && pin.length < PIN_LENGTH)}>{t(pin === '' ? 'share.handOver' : 'share.lockAndHandOver')}</Button><Button className="btn" onPress={onStay}>{t('share.stay', { name })}</Button></p>
      </form>
    </div>
  );
}
