/** Talk: the plenary, our own delegation, and any set of seats; a text binds, talk does not. */
import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChannelSlice } from '@concert/shared';
import { useLegal, useScenario, useSeat, useView } from '../store/gameStore.ts';
import { MessageLog } from './channels/MessageLog.tsx';
import { NewChannel } from './channels/NewChannel.tsx';
import { seenKey, unreadIn, useSeen } from './channels/unread.ts';
import { Writer } from './channels/Writer.tsx';
import { useFocus } from './focus.ts';
import './panels.css';
import { useSpeech } from './speech.ts';

export default function Channels() {
  const view = useView();
  const scenario = useScenario();
  const seat = useSeat();
  const legal = useLegal();
  const { t, seats: names, names: labels, num } = useSpeech();
  const { seen, see } = useSeen();
  const focus = useFocus();
  const order = scenario?.seats.map((spec) => spec.id) ?? [];
  const keyOf = (seats: readonly string[]): string => order.filter((id) => seats.includes(id)).join('+');
  const plenary = order.join('+');
  const [picked, setPicked] = useState<{ readonly key: string | null; readonly turn: number }>({ key: null, turn: 0 });
  const [adding, setAdding] = useState(false);
  // The later of two wishes counts: the reader's click here, or another panel that pointed at a channel.
  const asked = seat && focus.channel && focus.channel.turn > picked.turn ? keyOf([...focus.channel.seats, seat]) : null;
  const open = asked ?? picked.key ?? plenary;
  const setKey = (key: string): void => setPicked({ key, turn: focus.turn });
  const channel = view?.channels[open];
  const last = channel?.messages.at(-1)?.id;

  useEffect(() => { if (last !== undefined) see(seenKey(open, seat), last); }, [last, open, seat, see]);
  if (!view || !scenario) return null;

  const keys = [...new Set([plenary, ...(seat ? [seat] : []), ...Object.keys(view.channels), open])];
  const nameOf = (id: string): string => id === plenary ? t('channels.plenary') : id === seat ? t('channels.own') : labels(id.split('+').filter((other) => other !== seat));
  const inIt = open.split('+');
  const hears = open === plenary ? t('channels.hearsAll') : open === seat ? t('channels.hearsOwn') : t('channels.hears', { seats: names(inIt.filter((id) => id !== seat)) });
  const unread = (id: string): number => { const slice: ChannelSlice | undefined = view.channels[id]; return slice ? unreadIn(slice, seat, seen) : 0; };
  return (
    <section className="pn-panel pn-channels" aria-labelledby="pn-channels-title">
      <h2 id="pn-channels-title" className="pn-hidden">{t('channels.title')}</h2>
      <fieldset className="pn-channel-list" aria-label={t('channels.choose')}>
        {keys.map((id) => {
          const count = unread(id);
          return (
            <Button key={id} className="pn-channel" aria-pressed={id === open} onPress={() => setKey(id)}>
              {nameOf(id)}{count > 0 && id !== open && <span className="pn-unread"><span aria-hidden="true">{num(count)}</span><span className="pn-hidden">{t('channels.unread', { count, number: num(count) })}</span></span>}
            </Button>
          );
        })}
        {legal?.message && <Button className="pn-channel pn-quiet" aria-expanded={adding} onPress={() => setAdding(!adding)}><MessageSquarePlus size={16} aria-hidden="true" />{t('channels.new')}</Button>}
      </fieldset>
      {adding && seat && <NewChannel others={order.filter((id) => id !== seat)} onOpen={(seats) => { setKey(keyOf([...seats, seat])); setAdding(false); }} />}
      <MessageLog channel={channel} seat={seat} hears={hears} />
      {legal?.message && seat
        ? <Writer key={open} to={inIt.filter((id) => id !== seat)} maxLength={legal.message.maxLength} label={t('channels.write', { channel: open === plenary ? t('channels.toAll') : open === seat ? t('channels.toOwn') : nameOf(open) })} />
        : <p className="pn-note">{t(seat ? 'channels.closed' : 'channels.spectator')}</p>}
    </section>
  );
}
