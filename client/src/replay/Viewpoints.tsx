/** Whose eyes: each delegation as it saw things then, the public, or all-knowing; switched at any moment. */
import { Eye, Globe } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag, seatStyle } from '../frame/SeatMark.tsx';
import type { Viewer } from '@concert/shared';
import { sameViewer } from './address.ts';
import { setViewer, useReel, useReplay } from './replayStore.ts';

const SEAT = 'seat:';

export function Viewpoints() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  const viewer = useReplay((state) => state.viewer);
  /** A recording of views has one pair of eyes. */
  const seen = (each: Viewer): boolean => reel.only === null || sameViewer(reel.only, each);
  const value = viewer.kind === 'seat' ? `${SEAT}${viewer.seat}` : viewer.kind;
  return (
    // A hand that switched eyes with the mouse goes on with the arrows through the steps, not through the eyes.
    <div className="rp-eyes-box" onPointerUp={() => requestAnimationFrame(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); })}>
      <RadioGroup className="rp-eyes" aria-label={t('eyes')} orientation="horizontal" value={value} onChange={(next) => setViewer(next.startsWith(SEAT) ? { kind: 'seat', seat: next.slice(SEAT.length) } : { kind: next as 'all' | 'public' })}>
        {seen({ kind: 'all' }) && <Radio className="rp-eye" value="all" aria-label={t('eyes.all')}><span title={t('eyes.all.help')}><Eye size={16} aria-hidden="true" /><span className="rp-eye-word">{t('eyes.all.short')}</span></span></Radio>}
        {seen({ kind: 'public' }) && <Radio className="rp-eye" value="public" aria-label={t('eyes.public')}><span title={t('eyes.public.help')}><Globe size={16} aria-hidden="true" /><span className="rp-eye-word">{t('eyes.public.short')}</span></span></Radio>}
        {reel.opened.scenario.seats.filter(({ id }) => seen({ kind: 'seat', seat: id })).map(({ id }) => (
          <Radio key={id} className="rp-eye" value={`${SEAT}${id}`} aria-label={t('eyes.seat', { seat: t(`scenario:seat.${id}.name`) })} style={seatStyle(id)}>
            <span title={t('eyes.seat.help', { seat: t(`scenario:seat.${id}.the`) })}><Flag seat={id} /><span className="rp-eye-word">{t(`scenario:seat.${id}.code`)}</span></span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
