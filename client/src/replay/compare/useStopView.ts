/** What the shared eyes saw of one recording at the stop shown. */
import { useMemo } from 'react';
import type { View, Viewer } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';
import { sightAt } from '../show.ts';
import { useCompared } from './compareStore.ts';
import type { Side } from './pair.ts';

export interface StopView { readonly reel: Reel; readonly step: number; readonly viewer: Viewer; readonly view: View }

export function useStopView(side: Side): StopView | null {
  const reel = useCompared((state) => state.reels?.[side] ?? null);
  const step = useCompared((state) => state.stops[state.at]?.step[side] ?? 0);
  const shared = useCompared((state) => state.viewer);
  return useMemo(() => {
    if (!reel) return null;
    const viewer = reel.only ?? shared;
    return { reel, step, viewer, view: sightAt(reel, step, viewer) };
  }, [reel, step, shared]);
}
