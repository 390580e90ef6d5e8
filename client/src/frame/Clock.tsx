/** Time left in the phase; spoken only at thresholds, never each second. */
import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SPOKEN = [60, 30, 10] as const;

function useSecondsLeft(deadline: number): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!deadline) return;
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, [deadline]);
  return deadline ? Math.max(0, Math.ceil((deadline - now) / 1000)) : null;
}

/** `deadline` in epoch milliseconds, 0 for a table without a clock. */
export function Clock({ deadline, paused }: { readonly deadline: number; readonly paused: boolean }) {
  const { t } = useTranslation('frame');
  const left = useSecondsLeft(deadline);
  if (left === null) {
    const why = paused ? 'clock.paused' : 'clock.untimed';
    return <span className="clock" title={t(`${why}.help`)}><Timer size={15} aria-hidden="true" /> <span className={paused ? undefined : 'clock-none'}>{t(why)}</span></span>;
  }
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const spoken = SPOKEN.findLast((limit) => left <= limit);
  return (
    <span className={left <= 10 ? 'clock clock-short' : 'clock'}>
      <Timer size={15} aria-hidden="true" /> <span role="timer" aria-label={t('clock.left', { time: text })}>{text}</span>
      <span className="sr" aria-live="polite">{spoken && left > 0 ? t('clock.spoken', { count: spoken }) : ''}</span>
    </span>
  );
}
