/** One click: a seat for you, bots in the other five, the first round opens. */
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BotPicker, type BotChoice } from './BotPicker.tsx';
import { ANY, SeatPicker } from './SeatPicker.tsx';
import { create, FIRST_SCENARIO } from './enter.ts';
import { LearnToPlay } from './LearnToPlay.tsx';
import { useName } from './useName.ts';

export function PlayNow({ seats, unreachable, onAgain }: { readonly seats: readonly string[]; readonly unreachable: boolean; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [seat, setSeat] = useState(ANY);
  const [bots, setBots] = useState<BotChoice>('mixed');
  const [busy, setBusy] = useState(false);
  const { nameOrDefault } = useName();
  const play = async (): Promise<void> => {
    setBusy(true);
    const drawn = seat === ANY ? seats[Math.floor(Math.random() * seats.length)] : seat;
    const path = await create({ scenario: FIRST_SCENARIO, preset: 'untimed', private: true, bots, name: nameOrDefault, startNow: true, ...(drawn ? { seat: drawn } : {}) });
    setBusy(false);
    if (path) go(path);
  };
  return (
    <section className="sheet card play-now" aria-labelledby="play-title">
      <h2 id="play-title">{t('play.title')}</h2>
      <p className="hint">{t('play.help')}</p>
      {unreachable && <div className="notice notice-bad" role="alert"><p>{t('play.unreachable')}</p><Button className="btn" onPress={onAgain}>{t('again')}</Button></div>}
      <SeatPicker seats={seats} value={seat} onChange={setSeat} />
      <BotPicker value={bots} onChange={setBots} />
      <Button className="btn btn-main btn-big" isDisabled={busy || seats.length === 0} onPress={() => void play()}><Play size={20} aria-hidden="true" />{busy ? t('play.opening') : t('play.now')}</Button>
      <LearnToPlay />
    </section>
  );
}
