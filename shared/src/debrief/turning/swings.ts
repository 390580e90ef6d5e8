/** Where an indicator moved most from one round to the next. */
import type { Indicators } from '../../model/state.ts';
import { momentsOf, type Chronicle } from '../played.ts';
import { turnAt, type Turn } from './turn.ts';

const WATCHED = { W: 'war', CON: 'consensus', TEN: 'tension', BLOC: 'blocs' } as const;
/** Smaller changes are the weather of every round. */
const LEAST: Readonly<Record<keyof typeof WATCHED, number>> = { W: 8, CON: 8, TEN: 12, BLOC: 12 };

/** `was` and `now` of the indicator; of the war index also the three it is made of (IN-1), which are its reason. */
export function swings(chronicle: Chronicle): readonly Turn[] {
  const closed = momentsOf(chronicle, 'roundClosed');
  const begun = momentsOf(chronicle, 'matchStarted')[0]?.after.indicators;
  return closed.flatMap((moment, i) => {
    const before: Indicators | undefined = closed[i - 1]?.event.record.indicators ?? begun;
    const after = moment.event.record.indicators;
    if (!before) return [];
    return (['W', 'CON', 'TEN', 'BLOC'] as const).flatMap((key): Turn[] => {
      const [was, now] = [before[key], after[key]];
      const size = Math.abs(now - was);
      // Tension and blocs are in the war index already: where it swings, they are its reason and no turn beside it.
      if (size < LEAST[key] || ((key === 'TEN' || key === 'BLOC') && Math.abs(after.W - before.W) >= LEAST.W)) return [];
      const parts = key === 'W' ? { tenWas: before.TEN, ten: after.TEN, blocWas: before.BLOC, bloc: after.BLOC, conWas: before.CON, con: after.CON } : {};
      return [turnAt(moment, `${WATCHED[key]}.${now > was ? 'up' : 'down'}`, { was, now, ...parts }, key === 'W' || key === 'CON' ? 8 + size : size)];
    });
  });
}
