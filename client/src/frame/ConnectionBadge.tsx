/** The line's condition, always in words. */
import { Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGame } from '../store/gameStore.ts';

export function ConnectionBadge() {
  const { t } = useTranslation('frame');
  const status = useGame((state) => state.connection);
  const Icon = status === 'live' ? Wifi : WifiOff;
  return <span className={`line line-${status}`} role="status" title={t(`line.${status}.help`)}><Icon size={15} aria-hidden="true" /> <span className="line-word">{t(`line.${status}`)}</span></span>;
}

/** Across the screen while the line is down: what happens to what one does now. */
export function ConnectionBanner() {
  const { t } = useTranslation(['frame', 'refusals']);
  const status = useGame((state) => state.connection);
  const because = useGame((state) => state.lostCode);
  if (status !== 'retrying' && status !== 'lost') return null;
  return <p className={`banner banner-${status}`} role="alert">{t(`frame:line.${status}.help`)}{because ? ` ${t(`refusals:${because}`)}` : ''}</p>;
}
