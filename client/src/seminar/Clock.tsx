/** What is left of a phase, to the second. */
import { useEffect, useState } from 'react';

/** `deadline` in epoch milliseconds; 0 = no clock. */
export function Clock({ deadline }: { readonly deadline: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (deadline === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [deadline]);
  if (deadline === 0) return null;
  const seconds = Math.max(0, Math.ceil((deadline - now) / 1000));
  return <time className="seminar-clock" role="timer">{Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}</time>;
}
