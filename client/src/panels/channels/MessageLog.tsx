/** The talk of one channel, by round; new lines are announced politely. */
import { useEffect, useRef } from 'react';
import type { ChannelSlice } from '@concert/shared';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';

interface Props { readonly channel: ChannelSlice | undefined; readonly seat: string | null; /** Who reads along, said before anybody writes. */ readonly hears: string }
export function MessageLog({ channel, seat, hears }: Props) {
  const { t, num } = useSpeech();
  const end = useRef<HTMLDivElement>(null);
  const messages = channel?.messages ?? [];
  const last = messages.at(-1)?.id;
  useEffect(() => { const log = end.current; if (log) log.scrollTop = log.scrollHeight; }, [last, channel?.key]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a log that scrolls must be reachable by keyboard
    <div className="pn-log" role="log" aria-live="polite" aria-label={t('channels.log')} tabIndex={0} ref={end}>
      <p className="pn-note">{hears} {messages.length === 0 && t('channels.quiet')}</p>
      {messages.map((message, i) => {
        const first = messages[i - 1];
        const newRound = first?.round !== message.round;
        return (
          <div key={message.id}>
            {newRound && <p className="pn-divider"><span>{t('news.round', { round: num(message.round) })}</span></p>}
            <div className="pn-message" data-own={message.from === seat || undefined}>
              {(newRound || first?.from !== message.from) && <p className="pn-from"><SeatTag seat={message.from} /></p>}
              <p className="pn-said">{message.text}</p>
            </div>
          </div>
        );
      })}
    </div>
  );
}
