/** For those who watch a running match: the chairs a bot keeps, any of which they may take. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { tellRefusal, useGame, useSeat } from '../store/gameStore.ts';
import { Flag } from './SeatMark.tsx';
import { useMatch } from './useMatch.ts';

export function WatcherBar() {
  const { t } = useTranslation();
  const { view, scenario } = useMatch();
  const seat = useSeat();
  const lobby = useGame((state) => state.lobby);
  const line = useGame((state) => state.line);
  const [busy, setBusy] = useState(false);
  if (seat !== null || view.ending || !lobby) return null;
  const free = scenario.seats.filter(({ id }) => lobby.seats.get(id)?.holder !== 'people');
  const sit = async (id: string): Promise<void> => {
    setBusy(true);
    const answer = await line.sit(id);
    setBusy(false);
    if (!answer.ok) tellRefusal(answer);
  };
  return (
    <section className="watcher" aria-label={t('watcher.name')}>
      <span>{free.length > 0 ? t('watcher.text') : t('watcher.full')}</span>
      {free.map(({ id }) => <Button key={id} className="btn" isDisabled={busy} onPress={() => void sit(id)} aria-label={t('lobby.sitAt', { seat: t(`scenario:seat.${id}.name`) })}><Flag seat={id} />{t(`scenario:seat.${id}.code`)}</Button>)}
    </section>
  );
}
