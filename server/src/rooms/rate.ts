/** A token bucket: `perSecond` on average, bursts up to `burst`. */
export interface Bucket { take(now: number): boolean }

export function bucket(perSecond: number, burst: number): Bucket {
  let level = burst;
  let last = 0;
  return {
    take(now) {
      level = Math.min(burst, level + ((now - last) / 1000) * perSecond);
      last = now;
      if (level < 1) return false;
      level -= 1;
      return true;
    },
  };
}
